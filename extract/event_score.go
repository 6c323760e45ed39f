package extract

import (
	"math"

	"dictum/graph"
)

// worthy decides whether an event goes into the record: one with an argument, or whose type is known.
func (r *eventReader) worthy(e *happening, ev *graph.Event) bool {
	return len(ev.Args) > 0 || e.told != ""
}

func round2(x float64) float64 { return math.Round(x*100) / 100 }

const (
	nounConfidence = 0.93 // of an event noun without a light verb, against that of a verb
	bareConfidence = 0.75 // of an event without who and whom
	guessedTruth   = 0.88
)

// confidence is how likely all of who and whom are right, less where the truth is guessed from the way a clause hangs. How
// it agrees with QA-SRL and with readers stands in docs/MODEL_CARD.md.
func (r *eventReader) confidence(e *happening) float64 {
	c, sides := 1.0, 0
	for _, side := range []string{graph.Agent, graph.Patient, graph.Recipient} {
		least := 1.0
		for i := range e.roles {
			if a := &e.roles[i]; a.name == side { // those of a coordination are right or wrong together
				least = min(least, r.argConfidence(e, a))
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
