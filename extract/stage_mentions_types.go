package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// fixPlace makes a known place one again that the tagger took for somebody: in a dateline, and before the state it lies in
// ("Henderson, Nev.").
func (s *State) fixPlace(m *Mention) {
	toks := s.NLP.Toks
	if m.Type == graph.Location || m.Last+1 >= len(toks) || !oneOf(toks[m.Last].Text, ",", "(") {
		return
	}
	if !slices.ContainsFunc(m.entries, func(e seeds.Entry) bool { return e.Kind == seeds.KindPlace }) {
		return
	}
	text := s.words(m.First, m.Last)
	n, next := s.Know.Gazetteer.Match([]string{toks[m.Last+1].Text}, 0)
	inState := n > 0 && slices.ContainsFunc(next, func(e seeds.Entry) bool {
		return e.Kind == seeds.KindCountry || e.Kind == seeds.KindPlace && e.Place.Kind != "city"
	})
	if inState || s.startsSentence(m.First) && strings.ToUpper(text) == text {
		m.Type = graph.Location
	}
}

// partyOf finds the party that a word for its people or a quality of them means: "Republican", "Democratic".
func (s *State) partyOf(word string) []seeds.Entry {
	for _, name := range []string{word + "s", word + " Party"} {
		for _, e := range s.Know.Gazetteer.Lookup(name) {
			if e.Kind == seeds.KindOrganisation && e.Organisation.Kind == "party" {
				return []seeds.Entry{e}
			}
		}
	}
	return nil
}

// fixUnknown corrects the type of a name that the tables do not know by its words: what ends in the noun of an organisation is
// one, and a given name with a surname is a person.
func (s *State) fixUnknown(m *Mention) {
	if len(m.entries) > 0 || m.Last-m.First < 2 {
		return
	}
	first, last := s.NLP.Toks[m.First].Text, s.NLP.Toks[m.Last-1].Text
	switch m.Type {
	case graph.Person, graph.Misc:
		company := s.orgWord(last) || m.Type == graph.Misc && s.Know.InClass("company name", strings.ToLower(last))
		if company && startsUpper(last) && !oneOf(last, "Street", "Park", "Airport") {
			m.Type = graph.Organization
		}
	case graph.Organization, graph.Location:
		g := s.Know.GivenName(first)
		if g != nil && g.Gender != "u" && m.Last-m.First == 2 && startsUpper(last) && !isSort(strings.ToLower(last)) && !s.orgWord(last) &&
			s.Know.Gazetteer.Lookup(last) == nil && s.Know.Gazetteer.Lookup(first) == nil && s.NLP.Toks[m.Last-1].UPOS == "PROPN" &&
			!isAcronym(last) {
			m.Type = graph.Person
		}
	}
}

// fixApposed corrects the type of a name that the tables do not know by what the text calls it: "Kelbra, a town in the north".
func (s *State) fixApposed(m *Mention) {
	if len(m.entries) > 0 || m.Type == "" {
		return
	}
	for _, k := range s.Tree.Kids(s.headOf(m.First, m.Last)) {
		t := &s.NLP.Toks[k]
		if t.Deprel != "appos" || t.UPOS != "NOUN" {
			continue
		}
		called := s.Know.Nominal(t.Lemma)
		if len(called) == 0 || !oneOf(called[0].Type, graph.Person, graph.Organization, graph.Location) {
			continue
		}
		if !slices.ContainsFunc(called, func(n *seeds.Nominal) bool { return n.Type != called[0].Type }) {
			m.Type = called[0].Type
		}
	}
}

// typeOf chooses the type of a name from what the tagger says ("" for nothing) and what the tables know. The entries are
// sorted by the tables, the surest first.
func typeOf(tagged string, entries []seeds.Entry) string {
	if len(entries) == 0 {
		return tagged
	}
	for i := range entries {
		if entryType(&entries[i]) == tagged {
			return tagged
		}
	}
	first := &entries[0]
	if first.Kind == seeds.KindPlace && tagged != "" && (!first.Place.Capital || tagged == graph.Person) {
		return tagged // "Liverpool beat Chelsea", "Sydney said she"
	}
	if first.Kind == seeds.KindMetonym && tagged != "" && tagged != graph.Misc {
		return tagged
	}
	return entryType(first)
}

// entryType is the type that a name has when it means this entry.
func entryType(e *seeds.Entry) string {
	switch e.Kind {
	case seeds.KindCountry, seeds.KindPlace:
		return graph.Location
	case seeds.KindDemonym:
		return graph.Norp
	case seeds.KindOrganisation, seeds.KindMetonym:
		return graph.Organization
	case seeds.KindPerson:
		return graph.Person
	}
	return ""
}
