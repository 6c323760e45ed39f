package extract

import (
	"math"

	"dictum/graph"
)

// worthy decides whether an event goes into the record: one with an argument, or whose type is known.
func (r *eventReader) worthy(e *happening, ev *graph.Event) bool {
	return len(ev.Args) > 0 || e.told != ""
}

// salience is how central an event is: the main clause of the lead is highest.
func (r *eventReader) salience(e *happening, ev *graph.Event) float64 {
	s := 0.7
	v := r.clauseHead(e)
	if e.noun && e.light < 0 {
		s -= 0.15
	}
	for depth := 0; r.head(v) >= 0 && depth < 12; v, depth = r.head(v), depth+1 {
		switch {
		case r.NLP.Toks[v].Deprel == "acl:relcl":
			s -= 0.3
		case r.Tree.Rel(v, "acl", "advcl", "appos"):
			s -= 0.2
		case r.Tree.Rel(v, "ccomp", "parataxis"):
			s -= 0.05
		case r.Tree.Rel(v, "conj", "xcomp"):
			s -= 0.1
		default:
			s -= 0.08
		}
	}
	agent, other := false, false
	for i := range ev.Args {
		switch ev.Args[i].Role {
		case graph.Agent:
			agent = agent || ev.Args[i].Actor != ""
		case graph.Patient, graph.Recipient:
			other = other || ev.Args[i].Actor != ""
		}
	}
	if e.has(graphAgent) && (e.has(graphPatient) || e.has(graphRecipient)) {
		s += 0.08
	}
	if ev.Type != "" {
		s += 0.12
	}
	if agent {
		s += 0.05
	}
	if other {
		s += 0.05
	}
	if agent && other {
		s += 0.05
	}
	switch {
	case ev.Modality == graph.Hypothetical:
		s -= 0.08
	case ev.Polarity == graph.Negated:
		s -= 0.04
	}
	if sent := r.Tree.Sent(e.trig); sent < 3 {
		s += 0.03 * float64(3-sent)
	}
	return round2(min(1, max(0.02, s)))
}

func round2(x float64) float64 { return math.Round(x*100) / 100 }

// viaConfidence is the share of arguments found each way that the development sets of QA-SRL and MEANTIME confirm, by overlap
// with an argument of the same verb or noun (docs/MODEL_CARD.md).
var viaConfidence = map[string]float64{
	viaDirect: 0.9, viaShared: 0.85, viaControl: 0.7, viaRelcl: 0.85, viaAcl: 0.7, viaAdvcl: 0.7, viaPurpose: 0.6, viaPoss: 0.9,
	viaMod: 0.65, viaPrep: 0.85, viaLight: 0.85,
}

// recipientConfidence is the same for recipients, however they were found.
const recipientConfidence = 0.7

// confidence is that of the least sure of who and whom, less where the truth is guessed from the way a clause hangs.
func (r *eventReader) confidence(e *happening, ev *graph.Event) float64 {
	c := 0.9
	sides := 0
	for _, a := range e.roles {
		if a.name == graph.Agent || a.name == graph.Patient || a.name == graph.Recipient {
			c = min(c, viaConfidence[a.via])
			if a.name == graph.Recipient {
				c = min(c, recipientConfidence)
			}
			sides++
		}
	}
	if e.noun && e.light < 0 {
		c -= 0.1
	}
	if sides == 0 {
		c -= 0.2
	}
	if e.truth.guessed {
		c -= 0.1
	}
	return round2(c)
}
