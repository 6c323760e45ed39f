package seeds

import (
	"cmp"
	"slices"
)

// EventFrame is one use of a verb or a noun that tells an event of a PLOVER type.
type EventFrame struct {
	Lemma    string
	Particle string   // "out" in "carry out", ""
	Prep     string   // preposition that must follow: "on" in "call on", ""
	Object   string   // the head of the object (the subject of a passive): nouns with ";", @class, "*" for any, "" for no condition
	Objects  []string // the nouns of Object with its classes expanded; nil when it is "" or "*"

	Type       string // PLOVER type, "-" for a use that is no event of any type
	Mode       string // PLOVER mode or ""
	Target     string // where the other side stands: object, both (the subjects among themselves), a preposition, or ""
	Definition string
	Example    string
	Source     string
}

// Has reports whether the noun fills the object condition. The empty noun stands for no object.
func (f *EventFrame) Has(object string) bool {
	switch f.Object {
	case "":
		return true
	case "*":
		return object != ""
	}
	return slices.Contains(f.Objects, object)
}

// specificity orders frames: particle, preposition, named objects, any object.
func (f *EventFrame) specificity() int {
	n := 0
	if f.Particle != "" {
		n += 8
	}
	if f.Objects != nil {
		n += 4
	}
	if f.Prep != "" {
		n += 2
	}
	if f.Object == "*" {
		n++
	}
	return n
}

// compareFrames puts the more specific frame first; of two that name objects, the one that names fewer.
func compareFrames(a, b *EventFrame) int {
	return cmp.Or(b.specificity()-a.specificity(), len(a.Objects)-len(b.Objects))
}

// NounClass is a list of nouns that a frame names as @class.
type NounClass struct {
	Class  string
	Nouns  []string
	Source string
}

// VerbClass is a list of verbs that take their arguments in the same ways.
type VerbClass struct {
	Class  string
	Verbs  []string
	Source string
}

// EventVerb gives the frames of a verb, the most specific first.
func (k *Knowledge) EventVerb(lemma string) []*EventFrame { return k.verbs[lemma] }

// EventNoun gives the frames of a noun, the most specific first.
func (k *Knowledge) EventNoun(lemma string) []*EventFrame { return k.nouns[lemma] }

// InClass reports whether the noun is in the class (without its "@").
func (k *Knowledge) InClass(class, noun string) bool {
	c := k.classes[class]
	return c != nil && slices.Contains(c.Nouns, noun)
}

// VerbInClass reports whether the verb is in the class.
func (k *Knowledge) VerbInClass(class, verb string) bool { return k.verbClasses[class][verb] }
