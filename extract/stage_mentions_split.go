package extract

import (
	"slices"
	"strings"
	"unicode"

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
			(s.isCompany(left) || alone[graph.FoldName(right)]):
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

// takeModels gives the number behind a maker's name to the name, which then means the thing and not its maker: "a Boeing 747-400".
func (s *State) takeModels(found []Mention) {
	for i := range found {
		m := &found[i]
		if m.Type != graph.Organization || m.Last >= len(s.NLP.Toks) || i+1 < len(found) && found[i+1].First < m.Last+1 {
			continue
		}
		t := &s.NLP.Toks[m.Last]
		if !isModel(t.Text) || !slices.ContainsFunc(m.entries, func(e seeds.Entry) bool {
			return e.Organisation != nil && e.Organisation.Kind == "company"
		}) {
			continue
		}
		if next := m.Last + 1; next < len(s.NLP.Toks) && oneOf(s.NLP.Toks[next].XPOS, "NNS", "CD") && s.Tree.Rel(m.Last, "nummod") &&
			s.NLP.Toks[m.Last].Head == next {
			continue // "gave Boeing 200 planes"
		}
		m.Last, m.Type, m.entries = m.Last+1, graph.Misc, nil
		m.Head = s.headOf(m.First, m.Last)
	}
}

// isModel reports whether a word is the number of a model: three digits, with or without more behind a hyphen, or a letter and digits.
func isModel(word string) bool {
	word = strings.TrimSuffix(word, "s")
	head, _, _ := strings.Cut(word, "-")
	digits, letters := 0, 0
	for _, c := range head {
		switch {
		case unicode.IsDigit(c):
			digits++
		case unicode.IsUpper(c):
			letters++
		default:
			return false
		}
	}
	return letters == 0 && digits == 3 || letters == 1 && digits >= 2
}
