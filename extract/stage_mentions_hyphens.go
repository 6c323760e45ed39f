package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// joinHyphens makes one name of the parts of "Hossein Amir-Abdollahian" that the tagger took apart or left out, and then of
// "Amir-Abdollahian" alone. Hyphens between nations ("Franco-German"), between two people ("the Trump-Putin meeting") and after a
// name ("Moscow-led") join nothing.
func (s *State) joinHyphens(found []Mention) []Mention {
	surnames := map[string]bool{}
	found = s.joinParts(found, func(m, next *Mention) bool {
		return m.Last-m.First > 1 && m.Type == graph.Person && (next.Type == graph.Person || len(next.entries) == 0)
	})
	for i := range found {
		m := &found[i]
		if m.Type != graph.Person {
			continue
		}
		s.stretch(found, i)
		var words []string
		for t := m.First; t < m.Last; t++ {
			words = append(words, s.NLP.Toks[t].Text)
		}
		if last := surname(words); len(last) > 1 && len(last) < len(words) {
			surnames[strings.Join(last, "")] = true
		}
	}
	return s.joinParts(found, func(m, next *Mention) bool {
		return surnames[strings.ReplaceAll(s.words(m.First, next.Last), " ", "")]
	})
}

// joinParts joins neighbours with a hyphen between them that the test accepts.
func (s *State) joinParts(found []Mention, test func(m, next *Mention) bool) []Mention {
	var out []Mention
	for _, m := range found {
		if n := len(out); n > 0 && out[n-1].Last == m.First-1 && s.glued(m.First-1) && test(&out[n-1], &m) {
			out[n-1].Last, out[n-1].Type, out[n-1].entries = m.Last, graph.Person, nil
			continue
		}
		out = append(out, m)
	}
	return out
}

// glued reports whether token i is a hyphen without space around it.
func (s *State) glued(i int) bool {
	toks := s.NLP.Toks
	return i > 0 && i+1 < len(toks) && isHyphen(toks[i].Text) && toks[i-1].End == toks[i].Start && toks[i].End == toks[i+1].Start
}

// stretch adds to a person's name the part before or after a hyphen that is no name by itself ("Kassym" before "Jomart Tokayev").
func (s *State) stretch(found []Mention, i int) {
	m, toks := &found[i], s.NLP.Toks
	free := func(t int) bool {
		known := func(e seeds.Entry) bool { return e.Kind != seeds.KindPerson }
		return startsUpper(toks[t].Text) && toks[t].UPOS != "ADJ" && !slices.ContainsFunc(namesOnly(s.Know.Gazetteer.Lookup(toks[t].Text)),
			known)
	}
	if s.glued(m.First-1) && free(m.First-2) && (i == 0 || found[i-1].Last <= m.First-2) {
		m.First, m.entries = m.First-2, nil
	}
	if s.glued(m.Last) && free(m.Last+1) && (i+1 == len(found) || found[i+1].First > m.Last+1) && m.Last-m.First > 1 {
		m.Last, m.entries = m.Last+2, nil
	}
}
