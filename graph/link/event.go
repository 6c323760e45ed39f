package link

import (
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// Event is what one document says of one event, as far as links rest on it.
type Event struct {
	ID, Doc  quad.IRI
	Lemma    string
	Type     string // plover:AID, "" for none
	Mode     string
	Agents   []quad.IRI              // actors; sorted, as the lists below
	Targets  []quad.IRI              // actors it was done to, or for
	Places   []quad.IRI              // places and countries
	Within   map[quad.IRI][]quad.IRI `json:",omitempty"` // what the document says that its places lie in
	Words    []string                // longer words of what it was done to, where no actor was found
	When     When
	Modality string
	Denied   bool
	Value    *float64 // the only quantity, nil for none or several
	Unit     string
}

// leastSure is the confidence below which an event is linked to nothing.
const leastSure = 0.4

// Events reads those events out of a document's quads that can be linked: not hypothetical, done by or to somebody or in a town,
// in a time known to a month. They are sorted.
func Events(doc quad.IRI, quads []quad.Quad) []Event {
	about := map[quad.IRI][]quad.Quad{}
	var ids []quad.IRI
	for _, q := range quads {
		id, ok := q.Subject.(quad.IRI)
		if !ok {
			continue
		}
		about[id] = append(about[id], q)
		if q.Predicate == quad.Value(graph.RDFType) && q.Object == quad.Value(graph.SemEvent) {
			ids = append(ids, id)
		}
	}
	r := &reader{doc: doc, about: about, published: text(about[doc], graph.DatePublished)}
	var out []Event
	slices.Sort(ids)
	for _, id := range ids {
		if e, ok := r.event(id); ok {
			out = append(out, e)
		}
	}
	return out
}

type reader struct {
	doc       quad.IRI
	about     map[quad.IRI][]quad.Quad
	published string
}

func (r *reader) event(id quad.IRI) (Event, bool) {
	qs := r.about[id]
	e := Event{
		ID: id, Doc: r.doc, Lemma: text(qs, graph.Predicate), Modality: text(qs, graph.Modality),
		Type: strings.TrimPrefix(text(qs, graph.EventType), "plover:"), Mode: strings.TrimPrefix(text(qs, graph.EventMode), "plover:mode/"),
		Agents: iris(qs, graph.HasAgent), Places: iris(qs, graph.HasPlace), Denied: r.denied(qs),
		Targets: sorted(slices.Concat(iris(qs, graph.HasPatient), iris(qs, graph.HasRecipient))),
	}
	if c, ok := number(qs, graph.Confidence); ok && c < leastSure || e.Modality == graph.Hypothetical || e.Lemma == "" {
		return e, false
	}
	for _, p := range e.Places {
		if in := iris(r.about[p], graph.SeenWithin); len(in) > 0 {
			if e.Within == nil {
				e.Within = map[quad.IRI][]quad.IRI{}
			}
			e.Within[p] = in
		}
	}
	if len(e.Targets) == 0 {
		e.Words = content(slices.Concat(texts(qs, graph.PatientText), texts(qs, graph.RecipientText)))
	}
	if v, ok := number(qs, graph.SchemaValue); ok {
		e.Value, e.Unit = &v, text(qs, graph.UnitText)
	}
	var known bool
	e.When, known = readWhen(texts(qs, graph.HasTimeStamp), r.published)
	untyped := e.Type == "" && (len(e.Agents) == 0 || len(e.Targets) == 0)
	return e, known && !untyped && len(e.Agents)+len(e.Targets)+len(e.towns()) > 0
}

// denied reports that the text, or the speaker on whom it relies, says that it was not so.
func (r *reader) denied(qs []quad.Quad) bool {
	if text(qs, graph.Polarity) == graph.Negated {
		return true
	}
	st, _ := value(qs, graph.SemAccordingTo).(quad.IRI)
	return st != "" && text(r.about[st], graph.Polarity) == graph.Negated
}

// towns are the places that are no countries.
func (e *Event) towns() []quad.IRI {
	var out []quad.IRI
	for _, p := range e.Places {
		if strings.HasPrefix(string(p), "place:") {
			out = append(out, p)
		}
	}
	return out
}

// value is the only value of a predicate, nil for none or several.
func value(qs []quad.Quad, p quad.IRI) quad.Value {
	var found quad.Value
	for _, q := range qs {
		if q.Predicate != quad.Value(p) {
			continue
		}
		if found != nil {
			return nil
		}
		found = q.Object
	}
	return found
}

func text(qs []quad.Quad, p quad.IRI) string {
	switch v := value(qs, p).(type) {
	case quad.String:
		return string(v)
	case quad.IRI:
		return string(v)
	}
	return ""
}

func texts(qs []quad.Quad, p quad.IRI) []string {
	var out []string
	for _, q := range qs {
		if s, ok := q.Object.(quad.String); ok && q.Predicate == quad.Value(p) {
			out = append(out, string(s))
		}
	}
	slices.Sort(out)
	return out
}

func iris(qs []quad.Quad, p quad.IRI) []quad.IRI {
	var out []quad.IRI
	for _, q := range qs {
		if id, ok := q.Object.(quad.IRI); ok && q.Predicate == quad.Value(p) {
			out = append(out, id)
		}
	}
	return sorted(out)
}

func sorted[T ~string](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}

func number(qs []quad.Quad, p quad.IRI) (float64, bool) {
	switch v := value(qs, p).(type) {
	case quad.Int:
		return float64(v), true
	case quad.Float:
		return float64(v), true
	}
	return 0, false
}

// content lists the words that tell what a phrase is about: letters only, in the singular as far as an s tells it. Names keep
// their capital; the first word of a phrase has its own for many reasons.
func content(phrases []string) []string {
	var out []string
	for _, phrase := range phrases {
		for i, w := range strings.FieldsFunc(phrase, func(c rune) bool { return !unicode.IsLetter(c) }) {
			if i == 0 {
				w = strings.ToLower(w)
			}
			if len(w) > 3 && !idle[strings.ToLower(w)] {
				out = append(out, strings.TrimSuffix(w, "s"))
			}
		}
	}
	return sorted(out)
}

// idle words tell nothing about what was acted upon.
var idle = map[string]bool{
	"about": true, "after": true, "against": true, "also": true, "among": true, "another": true, "around": true, "before": true,
	"between": true, "billion": true, "dozen": true, "dozens": true, "each": true, "eight": true, "eleven": true, "every": true,
	"five": true, "four": true, "from": true, "have": true, "hundred": true, "hundreds": true, "into": true, "least": true,
	"many": true, "million": true, "more": true, "most": true, "near": true, "nearly": true, "nine": true, "number": true, "only": true,
	"other": true, "over": true, "seven": true, "several": true, "some": true, "such": true, "than": true, "that": true,
	"their": true, "them": true, "these": true, "they": true, "this": true, "those": true, "thousand": true, "thousands": true,
	"three": true, "twelve": true, "twenty": true, "what": true, "when": true, "where": true, "which": true, "with": true,
	"part": true, "thing": true, "agreement": true, "plan": true,
}
