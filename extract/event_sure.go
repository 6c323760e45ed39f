package extract

import (
	"math"
	"slices"
	"strings"

	"dictum/extract/nlp"
	"dictum/graph"
)

// How sure the sides of an event are. A logistic model of few signals that do not depend on the words: how the side was found, how sure
// the parser was of each arc between it and the trigger, and what lies between them. Its weights (log-odds) are fitted to the development
// sets: to the sides that QA-SRL confirms, and to those that stay the same when the events of Universal Dependencies are read from the
// trees of people in place of the parser's.

// sideBase is the weight that all sides share.
const sideBase = 2.5

// viaWeight is the weight of the way in which a side was found.
var viaWeight = map[string]float64{
	viaDirect: 0.3, viaShared: -0.1, viaControl: -0.15, viaRelcl: -0.15, viaAcl: -0.2, viaAdvcl: 0, viaPurpose: -0.5,
	viaPoss: 0.4, viaMod: -0.1, viaPrep: -0.3, viaLight: 0.4,
}

// The weights of the other signals; those of arcs and words count for each one.
const (
	weightTyped    = 0.4   // an event of a type, whose frame says what sides it has
	weightThing    = -0.8  // an agent that is nobody who acts
	weightReceiver = -0.8  // a recipient
	weightPrep     = -0.6  // a patient or recipient behind for, from, on, with
	weightRow      = -1.0  // an object behind another verb of a row
	weightOdd      = -1.2  // a verb, number or adjective as side
	weightClash    = -1.05 // subject and verb differ in number
	weightSubjects = -1.15 // the verb has two subjects
	weightDoubtful = -0.95 // an arc that parser and guide saw differently
	weightUnsure   = -0.5  // an arc of small margin
	weightFair     = -0.2  // an arc of fair margin
	weightComma    = -0.3  // a comma between, two at most
	weightVerb     = -0.15 // a verb between, three at most
	weightBehind   = -0.6  // the verb stands right behind a comma
	weightIng      = -0.37 // the trigger is in -ing
	weightTrigger  = -0.36 // where the trigger itself hangs is doubtful
	weightFar      = -0.35 // more than eight words off
	weightLong     = -0.2  // the sentence has more than 35 words
)

// The confidence below which a side is left out: a wrong one is worse than none. What a type's frame asks for may be less sure.
const (
	leastSide  = 0.6
	leastTyped = 0.4
)

// dropUnsure leaves out the sides of an event that are too unsure, and reports whether there were any.
func (r *eventReader) dropUnsure(e *happening) bool {
	least := leastSide
	if e.told != "" {
		least = leastTyped
	}
	before := len(e.roles)
	e.roles = slices.DeleteFunc(e.roles, func(a role) bool {
		return a.arg == nil && oneOf(a.name, graph.Agent, graph.Patient, graph.Recipient) && r.argConfidence(e, &a) < least
	})
	return len(e.roles) < before
}

// argConfidence is how likely a side is right.
func (r *eventReader) argConfidence(e *happening, a *role) float64 {
	w := sideBase + viaWeight[a.via] + r.roleWeight(e, a) + r.triggerWeight(e) + r.pathWeight(a.tok, e.trig) + r.betweenWeight(a.tok, e.trig)
	return 1 / (1 + math.Exp(-w))
}

// roleWeight weighs what fills the role.
func (r *eventReader) roleWeight(e *happening, a *role) float64 {
	w := 0.0
	if a.name == graph.Recipient {
		w += weightReceiver
	}
	switch {
	case a.name == graph.Agent:
		if !r.isActor(a.tok) && !r.isPlace(a.tok) {
			w += weightThing
		}
	case oneOf(r.caseMark(a.tok), "for", "from", "on", "with"):
		w += weightPrep
	case a.name == graph.Patient && a.via == viaShared:
		w += weightRow
	}
	if oneOf(r.upos(a.tok), "VERB", "NUM", "ADJ") {
		w += weightOdd
	}
	if r.disagrees(e, a) {
		w += weightClash
	}
	return w
}

// triggerWeight weighs the trigger and where it stands.
func (r *eventReader) triggerWeight(e *happening) float64 {
	w, v := 0.0, e.trig
	if e.told != "" {
		w += weightTyped
	}
	if r.manySubjects(v) {
		w += weightSubjects
	}
	if r.xpos(v) == "VBG" {
		w += weightIng
	}
	if r.NLP.Toks[v].Sure < 4 {
		w += weightTrigger
	}
	if v > 0 && r.NLP.Toks[v-1].Text == "," {
		w += weightBehind
	}
	if sent := r.NLP.Sents[r.Tree.Sent(v)]; sent.Last-sent.First > 35 {
		w += weightLong
	}
	return w
}

// pathWeight weighs the arcs between two tokens, by the way through the token above both.
func (r *eventReader) pathWeight(a, b int) float64 {
	w := 0.0
	for a != b && a >= 0 && b >= 0 {
		from := &a
		if r.depth(b) > r.depth(a) {
			from = &b
		}
		switch sure := r.NLP.Toks[*from].Sure; {
		case sure < 4:
			w += weightDoubtful
		case sure < 6:
			w += weightUnsure
		case sure < 7:
			w += weightFair
		}
		*from = r.head(*from)
	}
	return w
}

// betweenWeight weighs what stands between two tokens.
func (r *eventReader) betweenWeight(a, b int) float64 {
	first, last := min(a, b), max(a, b)
	commas, verbs := 0, 0
	for t := first + 1; t < last; t++ {
		switch {
		case oneOf(r.NLP.Toks[t].Text, ",", ";", "-", "("):
			commas++
		case r.upos(t) == "VERB":
			verbs++
		}
	}
	w := weightComma*float64(min(2, commas)) + weightVerb*float64(min(3, verbs))
	if last-first > 8 {
		w += weightFar
	}
	return w
}

// disagrees reports a subject whose number is not that of the verb.
func (r *eventReader) disagrees(e *happening, a *role) bool {
	if a.name != graph.Agent && !(a.name == graph.Patient && e.passive) {
		return false
	}
	have, want := r.numberOf(a.tok), r.verbNumber(e.trig)
	return have != "" && want != "" && have != want
}

// manySubjects reports a verb that the parser gave more than one subject.
func (r *eventReader) manySubjects(v int) bool {
	n := 0
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "nsubj") {
			n++
		}
	}
	return n > 1
}

func (r *eventReader) depth(v int) int {
	d := 0
	for v = r.head(v); v >= 0 && d < len(r.NLP.Toks); v = r.head(v) {
		d++
	}
	return d
}

// looseMember reports a word that the parser coordinated with noun h, where by the development sets that is as often wrong as right: a row
// that no conjunction closes, a member with a clause of its own, an unsure arc over a preposition or between phrases of which one alone
// has a determiner.
func (r *eventReader) looseMember(h, k int) bool {
	if r.Tree.Kid(k, "nsubj", "parataxis") >= 0 || r.isSum(h) != r.isSum(k) && (r.share(h) || r.share(k)) {
		return true
	}
	sure := r.NLP.Toks[k].Sure
	if sure < nlp.Surest && r.Tree.Kid(k, "acl") >= 0 || !r.closedRow(h) {
		return true
	}
	over := false
	for t := h + 1; t < k && !over; t++ {
		over = r.upos(t) == "ADP"
	}
	unlike := (r.Tree.Kid(h, "det") >= 0) != (r.Tree.Kid(k, "det") >= 0)
	return over && sure < 6 || unlike && sure < 4
}

// closedRow reports a coordination with a conjunction, or one that "etc." closes.
func (r *eventReader) closedRow(h int) bool {
	return slices.ContainsFunc(r.Tree.Kids(h), func(k int) bool {
		return r.Tree.Rel(k, "conj") && (r.Tree.Kid(k, "cc") >= 0 || strings.HasPrefix(r.lower(k), "etc"))
	})
}

// share reports an amount in percent.
func (r *eventReader) share(k int) bool {
	n := r.amountOf(k)
	return n > 0 && r.Record.Values[n-1].Type == valuePercent
}
