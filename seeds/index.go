package seeds

import (
	"fmt"
	"slices"
	"strings"
)

// resolve expands the classes of event frames and checks that the names in one table exist in the table they refer to.
func (k *Knowledge) resolve(rows map[string][]row) error {
	k.classes = make(map[string]*NounClass, len(k.NounClasses))
	for i := range k.NounClasses {
		k.classes[k.NounClasses[i].Class] = &k.NounClasses[i]
	}
	for _, t := range []struct {
		file   string
		frames []EventFrame
	}{{"plover_verbs.tsv", k.EventVerbs}, {"plover_nouns.tsv", k.EventNouns}} {
		for i := range t.frames {
			if err := k.expand(&t.frames[i]); err != nil {
				return rows[t.file][i].errorf(tableOf(t.file), "%w", err)
			}
		}
	}
	return k.checkNames(rows)
}

// expand fills in Objects.
func (k *Knowledge) expand(f *EventFrame) error {
	if f.Object == "" || f.Object == "*" {
		return nil
	}
	for _, noun := range list(f.Object) {
		if noun == "" || noun[0] != '@' {
			f.Objects = append(f.Objects, noun)
			continue
		}
		c := k.classes[noun[1:]]
		if c == nil {
			return fmt.Errorf("the class %s is not in noun_classes.tsv", noun)
		}
		f.Objects = append(f.Objects, c.Nouns...)
	}
	return nil
}

// checkNames checks the columns that hold names of countries, organisations and verbs.
func (k *Knowledge) checkNames(rows map[string][]row) error {
	country := map[string]bool{"": true}
	for i := range k.Countries {
		country[k.Countries[i].Name] = true
	}
	actor := map[string]bool{}
	for i := range k.Organisations {
		actor[k.Organisations[i].Name] = true
	}
	check := func(file string, i int, known bool, name, where string) error {
		if known {
			return nil
		}
		return rows[file][i].errorf(tableOf(file), "%q is not in %s", name, where)
	}
	const states, actors = "countries.tsv", "countries.tsv or organisations.tsv"
	for i, p := range k.Places {
		if err := check("places.tsv", i, country[p.Country], p.Country, states); err != nil {
			return err
		}
	}
	for i, o := range k.Organisations {
		for _, c := range append([]string{o.Country}, o.Members...) {
			if err := check("organisations.tsv", i, country[c], c, states); err != nil {
				return err
			}
		}
	}
	for i, m := range k.Metonyms {
		if err := check("metonyms.tsv", i, m.Actor != "" && country[m.Actor] || actor[m.Actor], m.Actor, actors); err != nil {
			return err
		}
	}
	for i, p := range k.People {
		if err := check("people.tsv", i, country[p.Affiliation] || actor[p.Affiliation], p.Affiliation, actors); err != nil {
			return err
		}
	}
	verb := map[string]bool{"": true}
	for i := range k.SpeechVerbs {
		verb[k.SpeechVerbs[i].Lemma] = true
	}
	for i, n := range k.SpeechNouns {
		if err := check("speech_nouns.tsv", i, verb[n.Verb], n.Verb, "speech_verbs.tsv"); err != nil {
			return err
		}
	}
	return nil
}

// index makes the look-ups.
func (k *Knowledge) index() {
	k.given = single(k.GivenNames, func(x *GivenName) string { return Fold(x.Name) })
	k.titles = single(k.Titles, func(x *Title) string { return Fold(x.Form) })
	k.numbers = single(k.Numbers, func(x *Number) string { return x.Word })
	k.calendar = single(k.Calendar, func(x *CalendarWord) string { return x.Word })
	k.iso2 = single(k.Countries, func(x *Country) string { return x.ISO2 })
	delete(k.iso2, "")
	k.nominals = several(k.Nominals, func(x *Nominal) string { return Fold(x.Noun) })
	k.speech = several(k.SpeechVerbs, func(x *SpeechVerb) string { return x.Lemma })
	k.speechN = several(k.SpeechNouns, func(x *SpeechNoun) string { return x.Noun })
	k.verbs = several(k.EventVerbs, func(x *EventFrame) string { return x.Lemma })
	k.nouns = several(k.EventNouns, func(x *EventFrame) string { return x.Lemma })
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
	for i := range k.Organisations {
		o := &k.Organisations[i]
		for _, name := range append([]string{o.Name, o.Acronym}, o.Aliases...) {
			g.addAll(Entry{Kind: KindOrganisation, Organisation: o, Ambiguous: slices.Contains(o.Ambiguous, name)}, []string{name})
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
		g.addAll(Entry{Kind: KindOffice, Office: &k.Offices[i]}, []string{k.Offices[i].Title})
	}
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
