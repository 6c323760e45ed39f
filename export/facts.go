package export

import (
	"context"
	"iter"
	"strings"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// facts are what the projection needs to know, by subject.
type facts struct {
	names, classes map[string]string
	docDate        map[string]string // document → date
	sentence       map[string]string // span → text
	items          map[string]*item  // statements and events
	coOccurs       []triple
}

type triple struct{ from, to, doc string }

type item struct {
	doc, span, verb       string
	speaker               string
	about, addressees     []string
	agents, patients      []string
	accordingTo           string // the statement that alone asserts an event
	negated, hypothetical bool
}

func gather(ctx context.Context, quads iter.Seq2[quad.Quad, error]) (*facts, error) {
	f := &facts{
		names: map[string]string{}, classes: map[string]string{}, docDate: map[string]string{},
		sentence: map[string]string{}, items: map[string]*item{},
	}
	n := 0
	for q, err := range quads {
		if err != nil {
			return nil, err
		}
		if n++; n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		f.add(q)
	}
	return f, nil
}

// text is a value without its syntax: an IRI without brackets, a literal without quotes.
func text(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.String:
		return string(v)
	}
	return quad.ToString(v)
}

func (f *facts) add(q quad.Quad) {
	s, o := text(q.Subject), text(q.Object)
	p, _ := q.Predicate.(quad.IRI)
	if q.Label == graph.GraphEntities {
		switch p {
		case graph.SchemaName:
			f.names[s] = o
		case graph.RDFType:
			f.classes[s] = o[strings.IndexByte(o, ':')+1:]
		}
		return
	}
	switch p {
	case graph.DatePublished:
		f.docDate[s] = o
	case graph.AnchorOf:
		f.sentence[s] = o
	case graph.CoOccursWith:
		f.coOccurs = append(f.coOccurs, triple{s, o, text(q.Label)})
	default:
		if strings.HasPrefix(s, "st:") || strings.HasPrefix(s, "ev:") {
			f.addItem(s, p, q)
		}
	}
}

func (f *facts) addItem(s string, p quad.IRI, q quad.Quad) {
	it := f.items[s]
	if it == nil {
		it = &item{doc: text(q.Label)}
		f.items[s] = it
	}
	o := text(q.Object)
	_, isIRI := q.Object.(quad.IRI)
	switch p {
	case graph.SpokenBy:
		if it.speaker == "" || !graph.IsUnnamed(o) {
			it.speaker = o
		}
	case graph.SpokenFor:
		if it.speaker == "" || graph.IsUnnamed(it.speaker) { // an unnamed spokesman is drawn as the one for whom he speaks
			it.speaker = o
		}
	case graph.About:
		it.about = append(it.about, o)
	case graph.Addressee:
		if isIRI {
			it.addressees = append(it.addressees, o)
		}
	case graph.CueLemma, graph.Predicate:
		it.verb = o
	case graph.HasAgent:
		it.agents = append(it.agents, o)
	case graph.HasPatient, graph.HasRecipient:
		it.patients = append(it.patients, o)
	case graph.Polarity:
		it.negated = o == graph.Negated
	case graph.SemAccordingTo:
		it.accordingTo = o
	case graph.Modality:
		it.hypothetical = o != graph.Actual
	case graph.WasDerivedFrom:
		if it.span == "" || spanStart(o) < spanStart(it.span) {
			it.span = o
		}
	}
}

// spanStart reads the offset out of doc:…#char=10,90.
func spanStart(iri string) int {
	_, at, _ := strings.Cut(iri, "#char=")
	n := 0
	for _, c := range []byte(at) {
		if c < '0' || c > '9' {
			break
		}
		n = n*10 + int(c-'0')
	}
	return n
}
