package extract

import (
	"math"

	"dictum/extract/nlp"
	"dictum/graph"
)

// worthy decides whether an event goes into the record: one with an argument, or whose type is known.
func (r *eventReader) worthy(e *happening, ev *graph.Event) bool {
	return len(ev.Args) > 0 || e.told != ""
}

func round2(x float64) float64 { return math.Round(x*100) / 100 }

// viaConfidence is the share of arguments found each way that the development set of QA-SRL confirms, by overlap with an answer for the
// same verb (docs/MODEL_CARD.md).
var viaConfidence = map[string]float64{
	viaDirect: 0.9, viaShared: 0.83, viaControl: 0.76, viaRelcl: 0.83, viaAcl: 0.85, viaAdvcl: 0.8, viaPurpose: 0.68, viaPoss: 0.9,
	viaMod: 0.65, viaPrep: 0.7, viaLight: 0.84,
}

const (
	recipientConfidence = 0.8  // at most that of a recipient; QA-SRL asks for few, by eye 39 of 52 events with one were right
	nounConfidence      = 0.93 // of an event noun without a light verb, against that of a verb
	bareConfidence      = 0.75 // of an event without who and whom
	guessedTruth        = 0.88
)

// confidence is how likely all of who and whom are right, less where the truth is guessed from the way a clause hangs. For events with
// who or whom it is the share that QA-SRL confirms, within a few points all the way from a third to 95 in 100.
func (r *eventReader) confidence(e *happening) float64 {
	c, sides := 1.0, 0
	for _, side := range []string{graph.Agent, graph.Patient, graph.Recipient} {
		least := 1.0
		for i := range e.roles {
			if a := &e.roles[i]; a.name == side { // those of a coordination are right or wrong together
				least = min(least, r.argConfidence(a, e.trig))
			}
		}
		if least < 1 {
			c *= least
			sides++
		}
	}
	if sides == 0 {
		c = bareConfidence
	}
	if e.noun && e.light < 0 {
		c *= nounConfidence
	}
	if e.truth.guessed {
		c *= guessedTruth
	}
	return round2(c)
}

func (r *eventReader) argConfidence(a *role, trig int) float64 {
	c := viaConfidence[a.via]
	if a.name == graph.Recipient {
		c = min(c, recipientConfidence)
	}
	switch r.surePath(a.tok, trig) {
	case nlp.Surest:
		return c + 0.02
	case nlp.Surest - 1:
		return c - 0.01
	}
	return c - 0.06
}

// surePath is how sure the least sure of the arcs between two tokens is, by the way through the token above both.
func (r *eventReader) surePath(a, b int) uint8 {
	least := uint8(nlp.Surest)
	for a != b && a >= 0 && b >= 0 {
		from := &a
		if r.depth(b) > r.depth(a) {
			from = &b
		}
		least = min(least, r.NLP.Toks[*from].Sure)
		*from = r.head(*from)
	}
	return least
}

func (r *eventReader) depth(v int) int {
	d := 0
	for v = r.head(v); v >= 0 && d < len(r.NLP.Toks); v = r.head(v) {
		d++
	}
	return d
}
