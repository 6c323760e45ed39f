package seeds

import (
	"slices"
	"strings"
)

// index makes the look-ups.
func (k *Knowledge) index() {
	k.given = single(k.GivenNames, func(x *GivenName) string { return Fold(x.Name) })
	k.titles = single(k.Titles, func(x *Title) string { return Fold(x.Form) })
	k.numbers = single(k.Numbers, func(x *Number) string { return x.Word })
	k.calendar = single(k.Calendar, func(x *CalendarWord) string { return x.Word })
	k.iso2 = single(k.Countries, func(x *Country) string { return x.ISO2 })
	delete(k.iso2, "")
	k.nominals = several(k.Nominals, func(x *Nominal) string { return Fold(x.Noun) })
	k.nounKinds = single(k.NounKinds, func(x *NounKind) string { return Fold(x.Noun) })
	k.blocs = single(k.Blocs, func(x *Bloc) string { return Fold(x.Name) })
	k.documents = single(k.Documents, func(x *DocumentNoun) string { return Fold(x.Noun) })
	k.speech = several(k.SpeechVerbs, func(x *SpeechVerb) string { return x.Lemma })
	k.speechN = several(k.SpeechNouns, func(x *SpeechNoun) string { return x.Noun })
	k.verbs = several(k.EventVerbs, func(x *EventFrame) string { return x.Lemma })
	k.nouns = several(k.EventNouns, func(x *EventFrame) string { return x.Lemma })
	k.veridical = make(map[veridicalKey]*Veridicality, len(k.Veridicalities))
	for i := range k.Veridicalities {
		v := &k.Veridicalities[i]
		k.veridical[veridicalKey{v.Lemma, v.Pos, v.Complement}] = v
	}
	k.units = several(k.Units, func(x *Unit) string { return x.Form })
	k.irregulars = several(k.Irregulars, func(x *Irregular) string { return x.Form })
	for _, frames := range k.speech {
		slices.SortStableFunc(frames, func(a, b *SpeechVerb) int { return min(len(b.Frame), 1) - min(len(a.Frame), 1) })
	}
	for _, frames := range []map[string][]*EventFrame{k.verbs, k.nouns} {
		for _, f := range frames {
			slices.SortStableFunc(f, func(a, b *EventFrame) int { return compareFrames(a, b) })
		}
	}
	k.verbClasses = make(map[string]map[string]bool, len(k.VerbClasses))
	for i := range k.VerbClasses {
		c := &k.VerbClasses[i]
		set := make(map[string]bool, len(c.Verbs))
		for _, v := range c.Verbs {
			set[v] = true
		}
		k.verbClasses[c.Class] = set
	}
	k.indexNames()
}

// indexNames fills the gazetteer.
func (k *Knowledge) indexNames() {
	g := newGazetteer(2 * (len(k.Places) + len(k.Organisations) + len(k.Countries) + len(k.People) + len(k.Offices)))
	k.Gazetteer = g
	for i := range k.Countries {
		c := &k.Countries[i]
		g.addAll(Entry{Kind: KindCountry, Country: c}, []string{c.Name}, c.Aliases)
		nouns := slices.DeleteFunc(slices.Clone(c.Nouns), func(n string) bool { return slices.Contains(c.Adjectives, n) })
		g.addAll(Entry{Kind: KindDemonym, Country: c}, c.Adjectives, nouns)
	}
	shared := k.sharedNames()
	for i := range k.Organisations {
		o := &k.Organisations[i]
		for _, name := range append([]string{o.Name, o.Acronym}, o.Aliases...) {
			e := Entry{Kind: KindOrganisation, Organisation: o, Ambiguous: slices.Contains(o.Ambiguous, name), Shared: name != o.Name && shared[name]}
			g.addAll(e, []string{name})
		}
		g.addAll(Entry{Kind: KindNominal, Organisation: o}, o.Nominals)
	}
	for i := range k.Metonyms {
		g.addAll(Entry{Kind: KindMetonym, Metonym: &k.Metonyms[i]}, []string{k.Metonyms[i].Phrase})
	}
	for _, capital := range []bool{true, false} {
		for i := range k.Places {
			if p := &k.Places[i]; p.Capital == capital {
				g.addAll(Entry{Kind: KindPlace, Place: p, Ambiguous: p.Ambiguous}, []string{p.Name}, p.Aliases)
			}
		}
	}
	for i := range k.People {
		p := &k.People[i]
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			g.addAll(Entry{Kind: KindPerson, Person: p, Ambiguous: !strings.Contains(name, " ")}, []string{name})
		}
	}
	for i := range k.Offices {
		g.addAll(Entry{Kind: KindOffice, Office: &k.Offices[i], Ambiguous: k.Offices[i].Ambiguous}, []string{k.Offices[i].Title})
	}
}

// sharedNames are the aliases of organisations with which longer names of other organisations end.
func (k *Knowledge) sharedNames() map[string]bool {
	owner := map[string]int{}
	for i := range k.Organisations {
		for _, name := range k.Organisations[i].Aliases {
			if strings.Contains(name, " ") {
				owner[name] = i
			}
		}
	}
	shared := map[string]bool{}
	for i := range k.Organisations {
		o := &k.Organisations[i]
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			for _, end, ok := strings.Cut(name, " "); ok; _, end, ok = strings.Cut(end, " ") {
				if of, known := owner[end]; known && of != i {
					shared[end] = true
				}
			}
		}
	}
	return shared
}

// addAll adds an entry under several names.
func (g *Gazetteer) addAll(e Entry, names ...[]string) {
	for _, list := range names {
		for _, name := range list {
			if name != "" {
				e.Written = name
				g.add(e)
			}
		}
	}
}

// single indexes a table whose keys are unique; the first wins.
func single[T any](table []T, key func(*T) string) map[string]*T {
	m := make(map[string]*T, len(table))
	for i := range table {
		if key := key(&table[i]); m[key] == nil {
			m[key] = &table[i]
		}
	}
	return m
}

// several indexes a table with several lines a key.
func several[T any](table []T, key func(*T) string) map[string][]*T {
	m := make(map[string][]*T, len(table))
	for i := range table {
		key := key(&table[i])
		m[key] = append(m[key], &table[i])
	}
	return m
}
