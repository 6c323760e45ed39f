package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// mendNames puts right where the tagger began or ended a name in the middle of something that shows its bounds: a firm's legal form
// ("Piper Aircraft Corp"), an office in front of a person ("Chancellor of the Exchequer Nigel Lawson").
func (s *State) mendNames(found []Mention) []Mention {
	taken := make([]bool, len(s.NLP.Toks)+1)
	for _, m := range found {
		for t := m.First; t < m.Last; t++ {
			taken[t] = true
		}
	}
	for i := range found {
		m := &found[i]
		if last := s.legalForm(m, taken); last > m.Last {
			m.Last, m.Type, m.entries = last, graph.Organization, nil
		}
		if first := s.behindOffice(m); first > m.First {
			m.First, m.entries = first, nil
		}
	}
	return found
}

// legalForm is the token behind the legal form that ends the firm's name which a mention begins, m.Last when there is none.
func (s *State) legalForm(m *Mention, taken []bool) int {
	sent := s.NLP.Sents[s.Tree.Sent(m.First)]
	for t := m.Last; t < sent.Last && t < m.Last+4 && !taken[t] && startsUpper(s.NLP.Toks[t].Text); t++ {
		if oneOf(strings.ToLower(strings.TrimSuffix(s.NLP.Toks[t].Text, ".")), "inc", "corp", "corporation", "ltd", "plc", "llc", "ag", "nv", "gmbh", "spa") {
			return t + 1
		}
		if s.NLP.Toks[t].UPOS != "PROPN" && s.NLP.Toks[t].UPOS != "ADJ" {
			break
		}
	}
	return m.Last
}

// behindOffice is the first token of a person's name behind an office that ends inside it, m.First when there is none.
func (s *State) behindOffice(m *Mention) int {
	if m.Type != graph.Person || m.Last-m.First < 2 {
		return m.First
	}
	words := make([]string, 0, 12)
	start := max(s.NLP.Sents[s.Tree.Sent(m.First)].First, m.First-4)
	for t := start; t < m.Last; t++ {
		words = append(words, s.NLP.Toks[t].Text)
	}
	for t := start; t < m.First; t++ {
		n, entries := s.Know.Gazetteer.Match(words, t-start)
		office := slices.ContainsFunc(entries, func(e seeds.Entry) bool { return e.Kind == seeds.KindOffice })
		if office && t+n > m.First && t+n < m.Last {
			return t + n
		}
	}
	return m.First
}
