package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

func init() {
	register(Stage{Name: "mentions", Needs: []Layer{Analysis, Times}, Gives: []Layer{Mentions}, Run: findNames})
}

// findNames brings together the names that the tagger found and those that the knowledge tables have. The tagger decides
// where the two disagree on what a word of several meanings is, the tables on the type of what they know for certain.
func findNames(s *State) error {
	s.Mentions = nil
	known := s.knownNames()
	var found []Mention
	for _, n := range s.splitNames(s.missedNames(s.NLP.Names)) {
		found = append(found, s.cleanName(n)...)
	}
	for _, m := range known {
		found = s.lay(found, m)
	}
	found = s.takeBlocs(found)
	slices.SortFunc(found, func(a, b Mention) int { return cmp.Compare(a.First, b.First) })
	found = s.mendNames(s.joinHyphens(s.joinBodies(found)))
	for i := range found {
		m := &found[i]
		m.Kind = graph.KindName
		if m.entries == nil {
			m.entries = namesOnly(s.Know.Gazetteer.Lookup(s.words(m.First, m.Last)))
		}
		if len(m.entries) == 0 && m.Last-m.First == 1 && (m.Type == graph.Norp || m.Type == graph.Misc) {
			m.entries = s.partyOf(s.NLP.Toks[m.First].Text)
		}
		m.Type = typeOf(m.Type, m.entries)
		s.fixPlace(m)
		s.fixUnknown(m)
		s.fixApposed(m)
	}
	s.takeModels(found)
	s.takeSites(found)
	again := map[string]int{}
	for i := range found {
		again[s.NLP.Toks[found[i].First].Text]++
	}
	found = slices.DeleteFunc(found, func(m Mention) bool { return s.commonNoun(m, again[s.NLP.Toks[m.First].Text]) })
	s.Mentions = s.repeatNames(s.dropHeadlines(found))
	for i := range s.Mentions {
		m := &s.Mentions[i]
		m.Kind = graph.KindName
		m.Head = s.headOf(m.First, m.Last)
		m.top = m.Head
	}
	return nil
}

// commonNoun reports whether a single word that the tagger took for a name is none: the first word of a sentence with its capital, a
// legal form or a unit by itself, an agency's signature in the last line.
func (s *State) commonNoun(m Mention, times int) bool {
	if m.Last-m.First != 1 {
		return false
	}
	t := &s.NLP.Toks[m.First]
	sent := s.NLP.Sents[s.Tree.Sent(m.First)]
	if sent.Last == len(s.NLP.Toks) && sent.Last-sent.First == 1 && len(s.NLP.Sents) > 1 && strings.ToUpper(t.Text) == t.Text {
		return true
	}
	if len(m.entries) > 0 {
		return false
	}
	if s.startsSentence(m.First) && (t.XPOS == "NNS" || times == 1 && oneOf(t.UPOS, "ADJ", "ADV", "PRON", "DET", "ADP", "SCONJ", "AUX", "INTJ")) {
		return true
	}
	return isSort(strings.ToLower(strings.TrimSuffix(t.Text, "."))) ||
		m.Type == graph.Misc && len(s.Know.Unit(t.Text)) > 0
}

// joinBodies makes one name of "Commission on Presidential Debates" where the tagger saw two.
func (s *State) joinBodies(found []Mention) []Mention {
	var out []Mention
	for _, m := range found {
		if n := len(out); n > 0 && out[n-1].Last == m.First-1 && oneOf(s.NLP.Toks[m.First-1].Text, "on", "for") {
			if last := &out[n-1]; last.Last-last.First == 1 && last.Type == graph.Organization && s.orgWord(s.NLP.Toks[last.First].Text) {
				last.Last, last.entries = m.Last, nil
				continue
			}
		}
		out = append(out, m)
	}
	return out
}

// dropHeadlines drops what the tagger took for names in lines where every word has a capital, unless the tables know it or
// the text below names it, too: the name itself or its last word.
func (s *State) dropHeadlines(found []Mention) []Mention {
	title := make([]bool, len(s.NLP.Sents))
	any := false
	for i, sent := range s.NLP.Sents {
		title[i] = s.inTitleCase(sent)
		any = any || title[i]
	}
	if !any {
		return found
	}
	below := map[string]bool{}
	for i := range found {
		if m := &found[i]; !title[s.Tree.Sent(m.First)] {
			below[graph.FoldName(s.words(m.First, m.Last))] = true
			below[graph.FoldName(s.NLP.Toks[m.Last-1].Text)] = true
		}
	}
	return slices.DeleteFunc(found, func(m Mention) bool {
		return title[s.Tree.Sent(m.First)] && m.entries == nil && !below[graph.FoldName(s.words(m.First, m.Last))] &&
			!(m.Last-m.First <= 3 && (below[graph.FoldName(s.NLP.Toks[m.Last-1].Text)] ||
				s.Know.GivenName(s.NLP.Toks[m.First].Text) != nil))
	})
}

// knownNames finds the names of the knowledge tables in the text, the longest at each place.
func (s *State) knownNames() []Mention {
	words := make([]string, len(s.NLP.Toks))
	for i := range words {
		words[i] = s.NLP.Toks[i].Text
	}
	var out []Mention
	for _, sent := range s.NLP.Sents {
		title := s.inTitleCase(sent)
		line := words[:sent.Last]
		for i := sent.First; i < sent.Last; {
			n, entries := s.Know.Gazetteer.Match(line, i)
			for entries = namesOnly(entries); n > 1 && len(entries) == 0; entries = namesOnly(entries) {
				n, entries = s.Know.Gazetteer.Match(line[:i+n-1], i) // "UN" in the office "UN Secretary-General"
			}
			for n > 1 && len(entries) > 0 && isPossessive(words[i+n-1]) && !endsOwned(entries) {
				n--
			}
			if n == 0 || len(entries) == 0 || !s.plausible(i, i+n, entries, title) {
				i++
				continue
			}
			out = append(out, Mention{First: i, Last: i + n, entries: entries})
			i += n
		}
	}
	return out
}

// endsOwned reports whether a name of the tables itself ends in a possessive ("Moody's").
func endsOwned(entries []seeds.Entry) bool {
	return strings.HasSuffix(entries[0].Written, "'s") || strings.HasSuffix(entries[0].Written, "’s")
}

// namesOnly drops offices and descriptions: they are no names.
func namesOnly(entries []seeds.Entry) []seeds.Entry {
	bad := func(e seeds.Entry) bool { return e.Kind == seeds.KindOffice || e.Kind == seeds.KindNominal }
	if !slices.ContainsFunc(entries, bad) {
		return entries
	}
	return slices.DeleteFunc(slices.Clone(entries), bad)
}

// plausible asks whether words that the tables know as a name are used as one here. Where every word has a capital, or at the
// start of a sentence, the capital proves nothing and the tag must.
func (s *State) plausible(first, last int, entries []seeds.Entry, titleCase bool) bool {
	proper := false
	for i := first; i < last; i++ {
		proper = proper || s.NLP.Toks[i].UPOS == "PROPN"
	}
	demonym := entries[0].Kind == seeds.KindDemonym && slices.Contains([]string{"ADJ", "NOUN", "PROPN"}, s.NLP.Toks[last-1].UPOS)
	if !proper && !demonym {
		return last-first > 1 && !titleCase && !s.startsSentence(first)
	}
	for i := range entries {
		if p := entries[i].Place; p == nil || !p.Ambiguous {
			return true
		}
	}
	return false // an ambiguous place is only one where the tagger says so
}

func (s *State) startsSentence(tok int) bool {
	first := s.NLP.Sents[s.Tree.Sent(tok)].First
	for first < tok && s.NLP.Toks[first].UPOS == "PUNCT" {
		first++
	}
	return first == tok
}

// inTitleCase reports whether all longer content words of a sentence are written with a capital, as in headlines. Those seldom have
// a full stop.
func (s *State) inTitleCase(sent nlp.Sent) bool {
	n, other := 0, false
	if sent.First < sent.Last && s.NLP.Toks[sent.Last-1].Text == "." {
		n = -2
	}
	for _, t := range s.NLP.Toks[sent.First:sent.Last] {
		if utf8.RuneCountInString(t.Text) < 4 || !isLetter(t.Text) || oneOf(t.UPOS, "ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX") {
			continue
		}
		if !startsUpper(t.Text) {
			return false
		}
		n++
		other = other || t.UPOS != "PROPN"
	}
	return n >= 4 && (other || sent.Last-sent.First > 6)
}

// lay puts a name of the tables over those of the tagger. The longer one stays where they overlap.
func (s *State) lay(found []Mention, m Mention) []Mention {
	longer := false
	for i := range found {
		f := &found[i]
		if f.Last <= m.First || f.First >= m.Last {
			continue
		}
		switch {
		case f.First == m.First && f.Last == m.Last:
			f.entries = m.entries
			return found
		case m.First <= f.First && f.Last <= m.Last:
			longer = true
			m.Type = f.Type
		default:
			return found
		}
	}
	if longer {
		found = slices.DeleteFunc(found, func(f Mention) bool { return m.First <= f.First && f.Last <= m.Last })
	}
	return append(found, m)
}

// headOf is the token that heads the range: the first whose own head lies outside.
func (s *State) headOf(first, last int) int {
	for i := first; i < last; i++ {
		if h := s.NLP.Toks[i].Head; (h < first || h >= last) && s.NLP.Toks[i].UPOS != "PUNCT" {
			return i
		}
	}
	return last - 1
}

// words is the text of tokens [first, last) with single spaces for line breaks and the like.
func (s *State) words(first, last int) string {
	text := string(s.text()[s.NLP.Toks[first].Start:s.NLP.Toks[last-1].End])
	if strings.ContainsAny(text, "\n\t\r\u00a0") || strings.Contains(text, "  ") {
		text = strings.Join(strings.Fields(text), " ")
	}
	return text
}

// text is the document's text by code points.
func (s *State) text() []rune {
	if s.runes == nil {
		s.runes = []rune(s.NLP.Text)
	}
	return s.runes
}

func isPossessive(word string) bool {
	return word == "'s" || word == "’s" || word == "'" || word == "’"
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func isLetter(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r)
}
