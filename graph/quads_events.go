package graph

import (
	"slices"

	"github.com/cayleygraph/quad"
)

func (w *writer) event(e *Event) {
	id := w.iri[e.ID]
	w.add(id, RDFType, SemEvent)
	w.str(id, RDFSLabel, w.words(e.Trigger))
	w.str(id, Predicate, e.Lemma)
	if e.Type != "" {
		w.add(id, EventType, quad.IRI("plover:"+e.Type))
	}
	if e.Mode != "" {
		w.add(id, EventMode, quad.IRI("plover:mode/"+e.Mode))
	}
	for i := range e.Args {
		w.arg(id, &e.Args[i])
	}
	w.actedOn(e)
	w.str(id, Modality, e.Modality)
	w.str(id, Polarity, e.Polarity)
	if st, ok := w.iri[e.AccordingTo]; ok {
		w.add(id, SemAccordingTo, st)
	}
	w.add(id, Salience, quad.Float(e.Salience))
	w.add(id, Confidence, quad.Float(e.Confidence))
	w.derive(id, WasDerivedFrom, e.Trigger)
}

func (w *writer) arg(id quad.IRI, a *Arg) {
	words := string(w.text[a.Span[0]:a.Span[1]])
	switch a.Role {
	case Agent:
		w.str(id, AgentText, words)
		w.ref(id, HasAgent, a.Actor)
	case Patient:
		w.str(id, PatientText, words)
		w.ref(id, HasPatient, a.Actor)
	case Recipient:
		w.str(id, RecipientText, words)
		w.ref(id, HasRecipient, a.Actor)
	case AtLocation:
		w.str(id, PlaceText, words)
		w.ref(id, HasPlace, a.Actor)
	case AtTime:
		w.str(id, TimeText, words)
		if v, ok := a.Value.(string); ok {
			w.str(id, HasTimeStamp, v)
			w.str(id, DatePrecision, a.Precision)
		}
	case Quantity:
		w.str(id, QuantityText, words)
		if v, ok := a.Value.(float64); ok {
			w.add(id, SchemaValue, number(v))
			w.str(id, UnitText, a.Unit)
		}
	case Duration:
		if v, ok := a.Value.(string); ok {
			w.str(id, SchemaDuration, v)
		}
	case Purpose:
		w.str(id, HasPurpose, words)
	case Instrument:
		w.str(id, HasInstrument, words)
	}
}

// number is an integer literal where the value is whole.
func number(v float64) quad.Value {
	if n := int64(v); float64(n) == v {
		return quad.Int(n)
	}
	return quad.Float(v)
}

// actedOn draws the edges for the picture. An event that did not happen, or may not have, draws none; nor does one that the
// speaker denies.
func (w *writer) actedOn(e *Event) {
	denied := func(s Statement) bool { return s.ID == e.AccordingTo && s.Polarity == Negated }
	if e.Polarity == Negated || e.Modality != Actual || slices.ContainsFunc(w.rec.Statements, denied) {
		return
	}
	for _, from := range e.Args {
		for _, to := range e.Args {
			target := to.Role == Patient || to.Role == Recipient
			if from.Role == Agent && target && from.Actor != "" && to.Actor != "" && from.Actor != to.Actor {
				w.add(quad.IRI(from.Actor), ActedOn, quad.IRI(to.Actor))
			}
		}
	}
}
