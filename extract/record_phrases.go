package extract

import (
	"cmp"
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// maxApposition is how many tokens an apposition behind a name can have and still be given as part of its phrase.
const maxApposition = 20

// phrases gives names that are described where they stand a second mention, of the whole phrase: "Irish airline Ryanair", "Joe
// Leonard, chairman of AirTran,", "Singapore Airlines (SIA)". Annotated corpora (ACE, MEANTIME) mark such phrases as
// mentions of their own; whoever wants one mention a place leaves out those with graph.Mention.Phrase.
func (s *State) phrases() []Mention {
	var out []Mention
	names := s.nameTokens()
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Kind != graph.KindName || m.Actor == "" || s.insideName(i, names) {
			continue
		}
		p := *m
		p.First, p.Last = s.phraseBefore(m, names), s.phraseAfter(m, names)
		if s.describes(p.First, m.First) || p.Last > m.Last {
			p.phrase = true
			out = append(out, p)
		}
	}
	return out
}

// nameTokens is for each token the widest name that holds it, -1 for none.
func (s *State) nameTokens() []int {
	at := make([]int, len(s.NLP.Toks))
	for i := range at {
		at[i] = -1
	}
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Kind == graph.KindName && m.Actor != "" {
			for t := m.First; t < m.Last; t++ {
				if at[t] < 0 {
					at[t] = i // mentions are in text order, the wider first
				}
			}
		}
	}
	return at
}

// insideName reports whether a name is part of another one: the country in "Armenian Defence Ministry".
func (s *State) insideName(i int, names []int) bool { return names[s.Mentions[i].First] != i }

// phraseBefore is the token at which the phrase of a name begins: what stands in front of the name and hangs from it, or the
// description that it is an apposition to.
func (s *State) phraseBefore(m *Mention, names []int) int {
	first := s.leftOf(m.First, m.Head, names)
	if m.top != m.Head && m.top < m.First {
		first = min(first, s.leftOf(m.First, m.top, names))
	}
	h := s.describedAs(m, first)
	if h < 0 || names[h] >= 0 && s.Mentions[names[h]].Actor != m.Actor || s.isPlural(h) || s.isTime(h) {
		return first
	}
	if (h < first-2 || s.isHeadline(h)) && !s.isCalled(m.Type, h) { // the noun must be one for such a thing
		return first
	}
	for t := h + 1; t < first; t++ { // what lies between must be the description's own
		if !s.Tree.Under(t, h) || s.Tree.Rel(t, "acl", "conj") {
			return first
		}
	}
	return s.leftOf(h, h, names)
}

// describedAs is the noun in front of a phrase that begins at token first and to which the name is an apposition, else -1. The tree
// may have both as subjects of one verb: "the American company Apple said".
func (s *State) describedAs(m *Mention, first int) int {
	toks := s.NLP.Toks
	h := toks[m.top].Head
	if s.startsSentence(first) || toks[first-1].Text == "(" {
		return -1
	}
	if t := first - 1; toks[t].UPOS == "NOUN" && toks[t].Head == h && s.Tree.Rel(t, "nsubj") && toks[m.top].Deprel == toks[t].Deprel {
		return t
	}
	if h < 0 || h >= first || toks[h].UPOS != "NOUN" && !(toks[h].UPOS == "PROPN" && s.isCalled(m.Type, h)) {
		return -1
	}
	if s.Tree.Rel(m.top, "appos") || h == first-1 && s.Tree.Rel(m.top, "flat") {
		return h
	}
	return -1
}

// isCalled reports whether the noun at token t can be said of something of this type.
func (s *State) isCalled(typ string, t int) bool {
	lemma := s.NLP.Toks[t].Lemma
	if typ == graph.Person && s.Know.Office(strings.ToLower(lemma)) != nil {
		return true
	}
	return slices.ContainsFunc(s.Know.Nominal(strings.ToLower(lemma)), func(n *seeds.Nominal) bool { return n.Type == typ })
}

// isHeadline reports whether the sentence of token t has no full stop. Verbs of headlines look like nouns.
func (s *State) isHeadline(t int) bool {
	return s.NLP.Toks[s.NLP.Sents[s.Tree.Sent(t)].Last-1].UPOS != "PUNCT"
}

// isTime reports whether a token belongs to a time expression.
func (s *State) isTime(t int) bool {
	at := s.Tree.Span(t, t+1)
	return slices.ContainsFunc(s.Record.Times, func(x graph.Time) bool { return x.Span.Overlaps(at) })
}

// leftOf is the first token of what stands without a gap in front of token end and belongs to the phrase of head: owners,
// adjectives, nouns, articles; no clause and nothing behind a preposition.
func (s *State) leftOf(end, head int, names []int) int {
	toks, first := s.NLP.Toks, end
	sent := s.NLP.Sents[s.Tree.Sent(end)]
	headline := s.isHeadline(end)
	for t := end - 1; t >= sent.First; t-- {
		if !s.Tree.Under(t, head) || oneOf(toks[t].Text, "(", ")") || t == end-1 && s.glued(t) || names[t] < 0 && oneOf(toks[t].UPOS, "SCONJ", "ADP", "VERB", "AUX") && !s.Tree.Rel(t, "amod") {
			break
		}
		if names[t] < 0 && (s.isTime(t) || t == end-1 && toks[t].UPOS == "NOUN" && s.isPlural(t)) {
			break
		}
		if headline && names[t] < 0 && toks[t].UPOS == "NOUN" && len(s.Know.Nominal(toks[t].Lemma)) == 0 && s.Know.Office(toks[t].Lemma) == nil {
			break
		}
		if !oneOf(toks[t].UPOS, "PUNCT", "CCONJ", "PART", "ADV") && (toks[t].UPOS != "ADJ" || s.Tree.Rel(t, "amod", "compound", "flat")) {
			first = t
		}
	}
	return first
}

// phraseAfter is the token behind the phrase of a name: behind an apposition, and behind what stands in brackets for the same actor.
func (s *State) phraseAfter(m *Mention, names []int) int {
	toks, last := s.NLP.Toks, m.Last
	sent := s.NLP.Sents[s.Tree.Sent(m.Head)]
	if last+2 < sent.Last && toks[last].Text == "(" && names[last+1] >= 0 {
		if in := &s.Mentions[names[last+1]]; in.First == last+1 && in.Last < sent.Last && toks[in.Last].Text == ")" &&
			(in.Actor == m.Actor || s.Tree.Under(in.Head, m.Head)) {
			last = in.Last + 1
		}
	}
	if last+1 >= sent.Last || toks[last].Text != "," || s.isHeadline(m.Head) {
		return last
	}
	for _, k := range s.Tree.Kids(m.Head) {
		if k <= last || !s.Tree.Rel(k, "appos") || names[k] >= 0 || !oneOf(toks[k].UPOS, "NOUN", "PROPN") {
			continue
		}
		if end := s.appositionEnd(m, k); end > 0 && (end == sent.Last || toks[end].UPOS == "PUNCT") {
			last = end
		}
	}
	return last
}

// appositionEnd is the token behind the apposition that token k heads, with what is coordinated with it, 0 when it is none that
// stands together just behind the name.
func (s *State) appositionEnd(m *Mention, k int) int {
	skip := func(t int) bool { return s.Tree.Rel(t, "acl", "parataxis", "punct") && t > k }
	all := s.Tree.Yield(nil, k, skip)
	for _, c := range s.Tree.Kids(m.Head) {
		if c > k && s.Tree.Rel(c, "conj") { // the tree hangs "chief executive" in "Smith, chairman and chief executive," from the name
			if more := s.Tree.Yield(nil, c, skip); more[0] == all[len(all)-1]+1 {
				all = append(all, more...)
			}
		}
	}
	end := all[len(all)-1] + 1
	if all[0] > m.Last+1 || end-all[0] > maxApposition || len(all) < end-all[0]-2 {
		return 0
	}
	return end
}

// describes reports whether tokens [first, last) say more than an article or a form of address.
func (s *State) describes(first, last int) bool {
	for t := first; t < last; t++ {
		tok := &s.NLP.Toks[t]
		if !oneOf(tok.UPOS, "NOUN", "PROPN", "ADJ", "NUM", "PRON") {
			continue
		}
		if title := s.Know.Title(tok.Text); title == nil || title.Kind != "civil" {
			return true
		}
	}
	return false
}

func (s *State) isPlural(t int) bool { return oneOf(s.NLP.Toks[t].XPOS, "NNS", "NNPS") }

// withPhrases are the mentions with an actor and the phrases around names, in text order, the wider first. from says for each which
// of s.Mentions it is, -1 for a phrase.
func (s *State) withPhrases() (all []Mention, from []int) {
	for i := range s.Mentions {
		if s.Mentions[i].Actor != "" {
			all, from = append(all, s.Mentions[i]), append(from, i)
		}
	}
	for _, p := range s.phrases() {
		at, _ := slices.BinarySearchFunc(all, p, func(a, b Mention) int {
			return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last))
		})
		all, from = slices.Insert(all, at, p), slices.Insert(from, at, -1)
	}
	return all, from
}
