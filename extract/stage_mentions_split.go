package extract

import (
	"slices"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

// splitNames cuts what the tagger took for one name and the text shows to be two: at a dash with space around it ("San Jose - Cisco"),
// at an "and" beside a name that the text has by itself ("Macbook and Macbook Pro"), and behind an organisation that owns
// the rest ("Apple's iTunes Store").
func (s *State) splitNames(names []nlp.Name) []nlp.Name {
	alone := map[string]bool{} // names of the document, folded
	for _, n := range names {
		alone[graph.FoldName(s.words(n.First, n.Last))] = true
	}
	var out []nlp.Name
	for _, n := range names {
		for {
			at := s.splitAt(n, alone)
			if at < 0 {
				break
			}
			out = append(out, nlp.Name{First: n.First, Last: at, Type: n.Type})
			n.First = at + 1
		}
		out = append(out, n)
	}
	return out
}

// splitAt is the token at which a name falls into two, or -1.
func (s *State) splitAt(n nlp.Name, alone map[string]bool) int {
	toks := s.NLP.Toks
	for i := n.First + 1; i < n.Last-1; i++ {
		left, right := s.words(n.First, i), s.words(i+1, n.Last)
		switch {
		case isHyphen(toks[i].Text) && toks[i-1].End < toks[i].Start && toks[i].End < toks[i+1].Start:
			return i
		case toks[i].Text == "and" && (alone[graph.FoldName(left)] || alone[graph.FoldName(right)]) && !s.isKnown(n):
			return i
		case isPossessive(toks[i].Text) && startsUpper(toks[i+1].Text) && !s.isKnown(n) &&
			(s.isCompany(left) || alone[graph.FoldName(right)] || i-n.First > 1 && alone[graph.FoldName(left)]):
			return i
		}
	}
	return -1
}

// isKnown reports whether the tables know the whole name.
func (s *State) isKnown(n nlp.Name) bool {
	return len(namesOnly(s.Know.Gazetteer.Lookup(s.words(n.First, n.Last)))) > 0
}

// isCompany reports whether a name is that of a company or another body, and nothing else.
func (s *State) isCompany(name string) bool {
	found := namesOnly(s.Know.Gazetteer.Lookup(name))
	return len(found) > 0 && !slices.ContainsFunc(found, func(e seeds.Entry) bool { return e.Kind != seeds.KindOrganisation })
}
