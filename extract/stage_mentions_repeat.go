package extract

import (
	"cmp"
	"slices"
	"strings"

	"dictum/graph"
)

// repeatNames finds further places where a name stands that the tagger saw elsewhere in the document: the whole name of a person
// or an organisation, a surname, an acronym.
func (s *State) repeatNames(found []Mention) []Mention {
	rp := &repeater{State: s, byFirst: map[string][]repeated{}, taken: make([]bool, len(s.NLP.Toks)+1), small: map[string]bool{}}
	for i := range found {
		rp.learn(&found[i])
	}
	for _, t := range s.NLP.Toks {
		if isLetter(t.Text) && !hasUpper(t.Text) {
			rp.small[t.Text] = true
		}
	}
	n := len(found)
	for t := range s.NLP.Toks {
		if m, ok := rp.at(t); ok {
			m.entries = namesOnly(s.Know.Gazetteer.Lookup(s.words(m.First, m.Last)))
			m.Type = typeOf(m.Type, m.entries)
			found = append(found, m)
			for i := m.First; i < m.Last; i++ {
				rp.taken[i] = true
			}
		}
	}
	if len(found) > n {
		slices.SortFunc(found, func(a, b Mention) int { return cmp.Compare(a.First, b.First) })
	}
	return found
}

type repeater struct {
	*State
	byFirst map[string][]repeated // by first word, the longest first
	taken   []bool                // tokens that belong to a name
	small   map[string]bool       // words that the document has in small letters
}

type repeated struct {
	words []string
	typ   string
	count int
}

// learn remembers the name of a mention and, of a person, the surname.
func (rp *repeater) learn(m *Mention) {
	words := make([]string, 0, m.Last-m.First)
	for t := m.First; t < m.Last; t++ {
		rp.taken[t] = true
		words = append(words, rp.NLP.Toks[t].Text)
	}
	last := words[len(words)-1]
	switch {
	case m.Type == graph.Person:
		if len(words) > 1 {
			rp.add(words, m.Type)
			rp.add(surname(words), m.Type)
			rp.add([]string{strings.ToUpper(last)}, m.Type) // "WALLACE:" in a transcript
		}
	case m.Type == graph.Organization, len(words) == 1 && isAcronym(last) && m.Type != graph.Norp:
		rp.add(words, m.Type)
	case m.Type == graph.Misc:
		rp.add(words, m.Type)
	}
	if m.Type == graph.Misc && isModel(last) {
		rp.add([]string{last}, m.Type) // "the 747" after "the Boeing 747"
		rp.add([]string{strings.TrimSuffix(last, "s")}, m.Type)
		rp.add([]string{strings.TrimSuffix(last, "s") + "s"}, m.Type)
	}
}

// surname is the last word of a name with what hyphens tie to it.
func surname(words []string) []string {
	i := len(words) - 1
	for i > 1 && isHyphen(words[i-1]) {
		i -= 2
	}
	return words[i:]
}

func (rp *repeater) add(words []string, typ string) {
	if !startsUpper(words[0]) && !isModel(words[0]) && !isOddlyWritten(words[0]) || len(words) == 1 && len(words[0]) < 3 {
		return
	}
	list := rp.byFirst[words[0]]
	for i := range list {
		if slices.Equal(list[i].words, words) {
			list[i].count++
			return
		}
	}
	list = append(list, repeated{words, typ, 1})
	slices.SortStableFunc(list, func(a, b repeated) int { return len(b.words) - len(a.words) })
	rp.byFirst[words[0]] = list
}

// at finds the longest known name that stands at token t and is free.
func (rp *repeater) at(t int) (Mention, bool) {
	toks := rp.NLP.Toks
	for _, k := range rp.byFirst[toks[t].Text] {
		last := t + len(k.words)
		if last > len(toks) || slices.Contains(rp.taken[max(0, t-1):min(len(rp.taken), last+1)], true) && !rp.apart(t, last) {
			continue
		}
		same := true
		for i, w := range k.words {
			same = same && toks[t+i].Text == w
		}
		if same && (len(k.words) > 1 || rp.isName(t, k)) {
			return Mention{First: t, Last: last, Type: k.typ}, true
		}
	}
	return Mention{}, false
}

// apart reports whether tokens [t, last) are free and not part of a longer name beside them.
func (rp *repeater) apart(t, last int) bool {
	if slices.Contains(rp.taken[t:last], true) {
		return false
	}
	toks := rp.NLP.Toks
	beside := func(i int) bool {
		return i >= 0 && i < len(toks) && rp.taken[i] && startsUpper(toks[i].Text) && toks[i].UPOS == "PROPN"
	}
	return !beside(t-1) && !beside(last)
}

// isName decides whether a single word is the name again: it is tagged as one, or has a capital inside a sentence; at the start
// of a sentence the document must know the name well, and the word not in small letters.
func (rp *repeater) isName(t int, k repeated) bool {
	if isModel(k.words[0]) {
		return k.typ == graph.Misc && !rp.counts(t) && !rp.isTime(t) && !rp.measures(t)
	}
	if rp.NLP.Toks[t].UPOS == "PROPN" || k.typ == graph.Misc {
		return rp.NLP.Toks[t].UPOS == "PROPN"
	}
	if rp.inTitleCase(rp.NLP.Sents[rp.Tree.Sent(t)]) || rp.small[strings.ToLower(rp.NLP.Toks[t].Text)] {
		return false
	}
	return !rp.startsSentence(t) || k.count > 1
}

// measures reports whether a number belongs to an amount of something else: money, a percentage, a distance.
func (rp *repeater) measures(t int) bool {
	toks := rp.NLP.Toks
	if t > 0 && oneOf(toks[t-1].UPOS, "SYM", "NUM") {
		return true
	}
	return t+1 < len(toks) && (oneOf(toks[t+1].UPOS, "SYM", "NUM") || len(rp.Know.Unit(toks[t+1].Text)) > 0)
}
