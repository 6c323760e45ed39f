package seeds

import (
	"fmt"
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
	if c := k.classes[strings.TrimPrefix(f.Object, "@")]; c != nil && f.Object[0] == '@' {
		f.Objects = c.Nouns // one class alone: shared
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

// names is a set of the names that a column may hold.
type names struct {
	known map[string]bool
	where string // the tables they come from
}

// check gives an error for row i of a table when one of the values is not known.
func (n names) check(rows map[string][]row, file string, i int, values ...string) error {
	for _, v := range values {
		if !n.known[v] {
			return rows[file][i].errorf(tableOf(file), "%q is not in %s", v, n.where)
		}
	}
	return nil
}

// checkNames checks the columns that hold names of countries, organisations and verbs.
func (k *Knowledge) checkNames(rows map[string][]row) error {
	states := names{map[string]bool{"": true}, "countries.tsv"}
	actors := names{map[string]bool{}, "countries.tsv or organisations.tsv"}
	for i := range k.Countries {
		states.known[k.Countries[i].Name], actors.known[k.Countries[i].Name] = true, true
	}
	for i := range k.Organisations {
		actors.known[k.Organisations[i].Name] = true
	}
	verbs := names{map[string]bool{"": true}, "speech_verbs.tsv"}
	for i := range k.SpeechVerbs {
		verbs.known[k.SpeechVerbs[i].Lemma] = true
	}
	for i := range k.Places {
		if err := states.check(rows, "places.tsv", i, k.Places[i].Country); err != nil {
			return err
		}
	}
	for i := range k.Organisations {
		o := &k.Organisations[i]
		if err := states.check(rows, "organisations.tsv", i, append([]string{o.Country}, o.Members...)...); err != nil {
			return err
		}
	}
	for i := range k.Metonyms {
		if err := actors.check(rows, "metonyms.tsv", i, k.Metonyms[i].Actor); err != nil {
			return err
		}
	}
	for i := range k.People {
		if err := actors.check(rows, "people.tsv", i, k.People[i].Affiliation); err != nil {
			return err
		}
	}
	for i := range k.SpeechNouns {
		if err := verbs.check(rows, "speech_nouns.tsv", i, k.SpeechNouns[i].Verb); err != nil {
			return err
		}
	}
	return nil
}
