package extract

import (
	"slices"
	"strings"
	"unicode"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

// takeModels gives the number behind a maker's name to the name, which then means the thing and not its maker: "a Boeing 747-400".
// What the tagger took for one name of another sort ("Airbus A380", a place) is such a thing, too.
func (s *State) takeModels(found []Mention) {
	toks := s.NLP.Toks
	for i := range found {
		m := &found[i]
		if last := toks[m.Last-1].Text; m.Last-m.First > 1 && len(m.entries) == 0 && isModel(last) && s.isMaker(s.words(m.First, m.Last-1)) {
			m.Type = graph.Misc
			continue
		}
		if m.Last >= len(toks) || i+1 < len(found) && found[i+1].First < m.Last+1 {
			continue
		}
		if m.Type == graph.Misc && isVersion(toks[m.Last].Text) && s.Tree.Sent(m.Last) == s.Tree.Sent(m.First) && s.follows(m) {
			m.Last, m.entries = m.Last+1, nil
			continue
		}
		if m.Type != graph.Organization {
			continue
		}
		if !isModel(toks[m.Last].Text) || !slices.ContainsFunc(m.entries, isCompanyEntry) || s.counts(m.Last) {
			continue
		}
		m.Last, m.Type, m.entries = m.Last+1, graph.Misc, nil
		m.Head = s.headOf(m.First, m.Last)
	}
}

// follows reports whether the word behind the name of a thing belongs to it and to nothing else: "the iPhone 4 will", not "the iPhone
// 4 million people bought".
func (s *State) follows(m *Mention) bool {
	next := m.Last + 1
	if next < len(s.NLP.Toks) && (oneOf(s.NLP.Toks[next].UPOS, "NUM", "SYM") || len(s.Know.Unit(s.NLP.Toks[next].Text)) > 0) {
		return false
	}
	return s.Tree.Under(m.Last, s.headOf(m.First, m.Last)) && !s.counts(m.Last)
}

// isVersion reports whether a word is the number of a version or a generation: "4", "3GS", "95".
func isVersion(word string) bool {
	digits := strings.TrimRightFunc(word, unicode.IsUpper)
	return len(word)-len(digits) <= 2 && len(digits) <= 3 && digits != "" && strings.Trim(digits, "0123456789") == ""
}

func isCompanyEntry(e seeds.Entry) bool {
	return e.Organisation != nil && e.Organisation.Kind == "company"
}

// isMaker reports whether the tables know a name as that of a company.
func (s *State) isMaker(name string) bool {
	return slices.ContainsFunc(s.Know.Gazetteer.Lookup(name), isCompanyEntry)
}

// counts reports whether a number says how many of the noun behind it there are: "gave Boeing 200 planes".
func (s *State) counts(t int) bool {
	next := t + 1
	return next < len(s.NLP.Toks) && oneOf(s.NLP.Toks[next].XPOS, "NNS", "CD") && s.Tree.Rel(t, "nummod") && s.NLP.Toks[t].Head == next &&
		!startsUpper(s.NLP.Toks[next].Text)
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

// isOddlyWritten reports whether a word has a capital that only a name has: inside, behind a small first letter ("iPod", "eBay").
// Units ("kWh") have no two small letters behind it.
func isOddlyWritten(word string) bool {
	rs := []rune(word)
	if len(rs) < 4 || !unicode.IsLower(rs[0]) || !unicode.IsUpper(rs[1]) {
		return false
	}
	return unicode.IsLower(rs[2]) && unicode.IsLower(rs[3])
}

// takeSites gives a building's noun to the name of the place in front of it, which then means the building: "the California Theater".
func (s *State) takeSites(found []Mention) {
	toks := s.NLP.Toks
	for i := range found {
		m := &found[i]
		if m.Type != graph.Location || m.Last >= len(toks) || i+1 < len(found) && found[i+1].First == m.Last {
			continue
		}
		t := &toks[m.Last]
		if t.UPOS == "PROPN" && startsUpper(t.Text) && s.Tree.Rel(m.Last-1, "compound") && toks[m.Last-1].Head == m.Last && s.isBuilding(t.Lemma) &&
			!s.inTitleCase(s.NLP.Sents[s.Tree.Sent(m.Last)]) {
			m.Last, m.entries = m.Last+1, nil
		}
	}
}

// isBuilding reports whether a noun is one for a building or a site.
func (s *State) isBuilding(lemma string) bool {
	return oneOf(strings.ToLower(lemma), "theater", "theatre", "stadium", "arena", "airport", "hospital", "prison", "palace", "castle", "cathedral",
		"hall", "station", "tower", "bridge", "museum", "hotel", "park", "square", "street", "road", "avenue", "zoo", "port", "canal", "dam")
}

// missedNames adds what must be names and the tagger left out: what is written as no other word is ("iPod"), and who is addressed
// ("Mr. Holm").
func (s *State) missedNames(found []nlp.Name) []nlp.Name {
	taken := make([]bool, len(s.NLP.Toks))
	for _, n := range found {
		for t := n.First; t < n.Last; t++ {
			taken[t] = true
		}
	}
	out := slices.Clone(found)
	for t := range s.NLP.Toks {
		switch {
		case taken[t]:
		case isOddlyWritten(s.NLP.Toks[t].Text) && oneOf(s.NLP.Toks[t].UPOS, "NOUN", "PROPN"):
			out = append(out, nlp.Name{First: t, Last: t + 1, Type: graph.Misc})
		case t > 0 && isAddress(s.NLP.Toks[t-1].Text) && s.NLP.Toks[t].UPOS == "PROPN" && startsUpper(s.NLP.Toks[t].Text):
			last := t + 1
			for last < len(taken) && !taken[last] && s.NLP.Toks[last].UPOS == "PROPN" && s.Tree.Under(last, t) {
				last++
			}
			if last == len(taken) || !taken[last] || s.NLP.Toks[last].UPOS != "PROPN" {
				out = append(out, nlp.Name{First: t, Last: last, Type: graph.Person})
			}
		}
	}
	slices.SortFunc(out, func(a, b nlp.Name) int { return a.First - b.First })
	return out
}

// isAddress reports whether a word stands before nothing but a person's name.
func isAddress(word string) bool {
	return oneOf(strings.TrimSuffix(word, "."), "Mr", "Mrs", "Ms", "Messrs", "Mme")
}

// singularModel cuts the plural off a model's number: "Boeing 737s", "A380s".
func singularModel(name string) string {
	if short, ok := strings.CutSuffix(name, "s"); ok && isModel(short[strings.LastIndexByte(short, ' ')+1:]) {
		return short
	}
	return name
}
