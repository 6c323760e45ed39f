package extract

import "strings"

// Participles and base forms that tell nothing of themselves: adjectives taken for verbs, pieces of fixed phrases, comparisons.

// idiom reports a piece of a fixed phrase: fed up, take for granted, plus or minus two, give or take, drinking water.
func (r *eventReader) idiom(v int) bool {
	before, after := "", ""
	if v > 0 {
		before = r.lower(v - 1)
	}
	if v+1 < len(r.NLP.Toks) {
		after = r.lower(v + 1)
	}
	switch r.lower(v) {
	case "minus", "plus", "cts", "pct", "dlrs", "mln", "vs":
		return true
	case "running":
		return v > 0 && stretches[r.lemma(v-1)] && r.Tree.Kid(v, "obj", "nsubj", "aux") < 0 // the second year running
	case "selling", "buying", "asking", "closing", "opening", "trading", "lending", "list":
		return oneOf(after, "price", "prices", "rate", "rates", "level", "levels")
	case "see":
		return after == "also" && r.Tree.Kid(v, "nsubj", "aux") < 0
	case "firing":
		return after == "squad"
	case "heating":
		return after == "oil"
	case "qualifying":
		return oneOf(after, "win", "match", "round", "game", "campaign", "tie", "group", "defeat", "victory", "competition", "tournament")
	case "starts":
		return before == "housing"
	case "fed":
		return after == "up"
	case "granted":
		return before == "for"
	case "drinking":
		return after == "water"
	case "put":
		return oneOf(after, "option", "options")
	case "pay":
		return after == "date"
	case "give":
		return after == "or" && v+2 < len(r.NLP.Toks) && r.lower(v+2) == "take"
	case "take":
		return before == "or" && v > 1 && r.lower(v-2) == "give"
	}
	return false
}

// mistaggedAdjective reports an adjective that was tagged as a verb: "was fit", "protracted", of which no verb is known.
func (r *eventReader) mistaggedAdjective(v int) bool {
	if r.xpos(v) == "VBN" || r.xpos(v) == "VBD" {
		form := r.lower(v)
		return len(form) > 5 && strings.HasSuffix(form, "ed") && r.lemma(v) == form && len(r.Know.EventVerb(form)) == 0
	}
	if r.xpos(v) != "VB" && r.xpos(v) != "VBP" {
		return false
	}
	is := false
	for _, k := range r.Tree.Kids(v) {
		switch {
		case r.Tree.Rel(k, "mark") && r.lower(k) == "to", r.Tree.Rel(k, "aux") && r.lemma(k) != "be", is && k < v && r.Tree.Rel(k, "nsubj"):
			return false
		case r.Tree.Rel(k, "aux") && oneOf(r.lower(k), "is", "was", "are", "were", "be", "been", "being", "am") && k < v:
			is = true
		}
	}
	return is
}

// beforeNoun reports a participle that a parser gave the noun it stands before as an object: its ravaging side effects.
func (r *eventReader) beforeNoun(v int) bool {
	obj := r.Tree.Kid(v, "obj")
	if r.xpos(v) == "VBG" && obj == v+1 && r.xpos(obj) == "NN" && r.Tree.Kid(obj, "det", "amod") < 0 {
		if kind := r.Know.NounKind(r.lemma(obj)); kind != nil && kind.Generic && r.lemma(obj) != "business" {
			return true // of messaging firm Smith
		}
	}
	return r.xpos(v) == "VBG" && obj > v && r.Tree.Kid(v, "det", "nmod:poss") >= 0 && r.Tree.Kid(v, "aux", "mark") < 0 &&
		r.Tree.Kid(obj, "det", "nmod:poss") < 0 && r.upos(obj) == "NOUN"
}

// comparing reports a participle that says how something was looked forward to: withdrew as expected, more than planned.
func (r *eventReader) comparing(v int) bool {
	if r.xpos(v) != "VBN" || !awaited[r.lemma(v)] && !foretold[r.lemma(v)] || v == 0 ||
		!oneOf(r.lower(v-1), "as", "than", "previously", "originally") {
		return false
	}
	return r.marked(v, "as", "than") && r.Tree.Kid(v, "nsubj", "aux", "obl:agent", "xcomp", "obj", "ccomp") < 0
}

var foretold = wordSet("predict forecast fear hope promise require need think report usual announce agree instruct")

// endsPeriod reports the participle of a span that tells no happening: in the year ended March 31.
func (r *eventReader) endsPeriod(v int) bool {
	next := v + 1
	if v == 0 || next >= len(r.NLP.Toks) || !oneOf(r.lower(v), "ended", "ending") || r.Tree.Kid(v, "aux") >= 0 {
		return false
	}
	return stretches[r.lemma(v-1)] && (r.timeAt[next] > 0 || r.upos(next) == "PROPN" || r.upos(next) == "NUM")
}

// adjectives are participles that stand before nouns as adjectives far more often than they tell an event.
var adjectives = wordSet("leading neighboring neighbouring existing remaining outstanding participating surrounding missing following",
	"ongoing upcoming coming qualifying living sitting governing imaging")

// adjectiveForm reports an adjective that was taken for a verb: of leading nations, left them jobless.
func (r *eventReader) adjectiveForm(v int) bool {
	form := r.lower(v)
	if strings.HasSuffix(form, "less") && form != "bless" {
		return true
	}
	if !adjectives[form] || v == 0 || v+1 >= len(r.NLP.Toks) {
		return false
	}
	if form == "missing" {
		return !r.finite(v) && r.Tree.Kid(v, "obj") < 0
	}
	if r.Tree.Rel(v, "xcomp", "ccomp") && r.head(v) == v-1 {
		return false // began following them
	}
	switch r.upos(v - 1) {
	case "ADP", "DET", "CCONJ", "ADJ", "NUM", "SCONJ", "VERB", "PUNCT":
		return r.upos(v+1) == "NOUN" || r.upos(v+1) == "PROPN" || r.upos(v+1) == "ADJ"
	}
	return false
}
