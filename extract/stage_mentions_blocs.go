package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// takeBlocs makes names of the parts of the world that act as one: "accused the West of meddling". The article must stand before, and
// nothing with a capital behind ("the West Bank"); where the words are part of a longer name, that stays.
func (s *State) takeBlocs(found []Mention) []Mention {
	toks := s.NLP.Toks
	for i := 1; i < len(toks); i++ {
		if !startsUpper(toks[i].Text) || !strings.EqualFold(toks[i-1].Text, "the") {
			continue
		}
		for _, n := range []int{2, 1} {
			if i+n > len(toks) || s.Know.Bloc(s.words(i, i+n)) == nil {
				continue
			}
			if i+n == len(toks) || !startsUpper(toks[i+n].Text) && toks[i+n].Text != "-" {
				found = layBloc(found, Mention{First: i, Last: i + n, Type: graph.Norp})
			}
			break
		}
	}
	return found
}

// layBloc adds a bloc where no other name holds its words; one of the same words, or of some of them, gives way.
func layBloc(found []Mention, m Mention) []Mention {
	if slices.ContainsFunc(found, func(f Mention) bool {
		return f.First < m.Last && m.First < f.Last && (f.First < m.First || f.Last > m.Last)
	}) {
		return found
	}
	found = slices.DeleteFunc(found, func(f Mention) bool { return f.First >= m.First && f.Last <= m.Last })
	return append(found, m)
}
