package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// isCountry reports the name of a state.
func (r *eventReader) isCountry(k int) bool {
	span := r.headWord(k)
	first := r.tokenFrom(span[0])
	name := r.NLP.Toks[first].Text
	for i := first + 1; i < len(r.NLP.Toks) && r.NLP.Toks[i].End <= span[1]; i++ {
		name += " " + r.NLP.Toks[i].Text
	}
	if r.Know.Country(name) != nil {
		return true
	}
	if i, ok := r.MentionOf(k); ok {
		m := &r.Mentions[i]
		name = ""
		for t := m.First; t < m.Last; t++ {
			name += r.NLP.Toks[t].Text + " "
		}
		return r.Know.Country(strings.TrimSpace(name)) != nil
	}
	return false
}

// mannerNouns are the nouns of phrases that tell how, when or why rather than whom or what: on the sidelines, on condition.
var mannerNouns = wordSet("sideline sidelines condition basis behalf side eve ground part advance favor favour",
	"line course way light response place turn term case time moment stage point scale purpose mistake accident hand front",
	"foot average record rate pace level fact addition return exchange order fear anger protest support spite view example",
	"interest interests instance reality practice principle public private person detail")

// isTimePhrase reports a phrase that is a time expression or is headed by one.
func (r *eventReader) isTimePhrase(k int) bool { return r.timeAt[k] > 0 }

// isTool reports a thing: no name, no person, no place, no clause.
func (r *eventReader) isTool(k int) bool { return r.upos(k) == "NOUN" && r.InstrumentNoun(k) }

// InstrumentNoun reports a noun in the class of weapons and tools.
func (r *eventReader) InstrumentNoun(k int) bool {
	return r.Know.InClass("weapon", r.lemma(k)) || r.Know.InClass("instrument", r.lemma(k))
}

// mentionType is the type of the name or noun phrase that token k heads, "" when it is none.
func (r *eventReader) mentionType(k int) string {
	if i, ok := r.MentionOf(k); ok {
		return r.Mentions[i].Type
	}
	return ""
}

// isActor reports whether token k heads a phrase for somebody who can act: a person, an organisation, a state, people.
func (r *eventReader) isActor(k int) bool {
	if k < 0 {
		return false
	}
	switch r.upos(k) {
	case "PRON":
		switch r.lower(k) {
		case "he", "she", "they", "him", "her", "them", "i", "we", "us", "me", "you", "who", "whom", "someone", "anyone", "everyone", "nobody":
			return true
		}
		return r.ActorOf(k) != ""
	case "PROPN", "NOUN", "ADJ", "NUM":
		switch r.mentionType(k) {
		case graph.Person, graph.Organization, graph.Location, graph.Norp:
			return true
		}
		if r.upos(k) == "PROPN" && !startsUpper(r.NLP.Toks[k].Text) { // "the Northern Ireland athlete", tagged as a name
			return slices.ContainsFunc(r.Know.Nominal(r.lower(k)), func(n *seeds.Nominal) bool { return n.Type != graph.Location })
		}
		return r.upos(k) == "NOUN" && (r.nominal(k, graph.Person) || r.nominal(k, graph.Organization) || r.nominal(k, graph.Norp))
	}
	return false
}

// nominal reports a noun of the knowledge tables for persons, organisations, peoples or places.
func (r *eventReader) nominal(k int, typ string) bool {
	return slices.ContainsFunc(r.Know.Nominal(r.lemma(k)), func(n *seeds.Nominal) bool { return n.Type == typ })
}

var placeNouns = wordSet("city town village region area border country capital province district airport base",
	"port road street building house home hospital school office station camp prison court university church mosque market",
	"square bridge coast sea river island front site zone territory headquarters embassy plant field hotel north south east",
	"west countryside suburb outskirts frontier state county neighborhood neighbourhood downtown airspace water mountain",
	"valley desert forest jungle strip enclave checkpoint highway motorway beach harbor harbour stadium park apartment flat",
	"room jail cell consulate parliament palace restaurant shop store mall factory farm mine world abroad centre center",
	"campus")

// namesBuilding reports the name of a body that is also a place to be at: the University of Graz, Osten Airport.
func (r *eventReader) namesBuilding(k int) bool {
	i, ok := r.MentionOf(k)
	if !ok || r.Mentions[i].Type != graph.Organization || r.Mentions[i].Kind != graph.KindName {
		return false
	}
	for t := r.Mentions[i].First; t < r.Mentions[i].Last; t++ {
		switch w := r.lower(t); {
		case w == "city" || w == "county" || w == "state" || w == "street" || w == "house":
		case placeNouns[w] &&
			r.upos(t) == "PROPN", w == "stadium", w == "capitol", w == "arena", w == "museum", w == "library", w == "theatre", w == "theater":
			return true
		}
	}
	return false
}

// isPlace reports whether token k heads a phrase for a place.
func (r *eventReader) isPlace(k int) bool {
	switch r.mentionType(k) {
	case graph.Location:
		return true
	case graph.Person, graph.Organization, graph.Norp:
		return false
	}
	return r.upos(k) == "NOUN" && (placeNouns[r.lemma(k)] || r.nominal(k, graph.Location))
}
