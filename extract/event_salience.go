package extract

import (
	"math"

	"dictum/graph"
)

// salience is how central an event is to its article: how central to its sentence, less the further the sentence stands from the top.
// Of the places that news gives to what it tells, the lead says most (the inverted pyramid); how often the sides are named and how much
// space the deed gets add nothing to that (docs/MODEL_CARD.md).
func (r *eventReader) salience(e *happening, ev *graph.Event) float64 {
	const floor, decay = 0.4, 2
	below := float64(r.belowLead(r.Tree.Sent(e.trig)))
	return round2(r.inSentence(e, ev) * (floor + (1-floor)*math.Exp(-below/decay)))
}

// belowLead is how many sentences stand between a sentence and the lead; a headline above the lead counts as part of it.
func (r *eventReader) belowLead(sent int) int {
	if sent > 0 && r.isHeadline(0) {
		sent--
	}
	return sent
}

// isHeadline reports a sentence that ends with its line and not with a full stop or the like.
func (r *eventReader) isHeadline(sent int) bool {
	return sent+1 < len(r.NLP.Sents) && r.upos(r.NLP.Sents[sent].Last-1) != "PUNCT"
}

// inSentence is how central an event is to its sentence: the deed of the main clause is highest, more so with a type and sides that
// are known.
func (r *eventReader) inSentence(e *happening, ev *graph.Event) float64 {
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
	return min(1, max(0.02, s))
}
