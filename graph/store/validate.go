package store

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// validate refuses what could not be stored, dumped and loaded again without change, before anything is written.
func validate(d Evidence) error {
	if err := checkDocument(d.Doc); err != nil {
		return err
	}
	for i, q := range d.Quads {
		if err := validateQuad(d.Doc, q); err != nil {
			return fmt.Errorf("%s: quad %d: %w", d.Doc, i+1, err)
		}
	}
	if err := checkDigest(d); err != nil {
		return err
	}
	for _, e := range graph.SeenEntities(d.Quads) {
		if e.Name == "" || !slices.Contains(graph.Classes(), e.Type) {
			return fmt.Errorf("%s: actor %s needs a name and a class in %s and %s", d.Doc, e.ID, graph.SeenName, graph.SeenType)
		}
	}
	return nil
}

// checkDocument keeps the graphs of entities and of the schema from being written as if they were documents.
func checkDocument(doc quad.IRI) error {
	if !strings.HasPrefix(string(doc), "doc:") || checkIRI(doc) != nil {
		return fmt.Errorf("%q is no identifier of a document", string(doc))
	}
	return nil
}

// checkDigest finds a file that was cut or edited, and keeps the digest fit to tell versions apart.
func checkDigest(d Evidence) error {
	for _, q := range d.Quads {
		if q.Predicate == quad.Value(graph.Digest) && quad.ToString(q.Object) != graph.DigestOf(d.Quads) {
			return fmt.Errorf("%s: its quads do not fit its %s; some are missing or were changed", d.Doc, graph.Digest)
		}
	}
	return nil
}

func validateQuad(doc quad.IRI, q quad.Quad) error {
	if q.Label != quad.Value(doc) {
		return fmt.Errorf("its label is %s, not the document", quad.StringOf(q.Label))
	}
	for _, dir := range []quad.Direction{quad.Subject, quad.Predicate} {
		iri, ok := q.Get(dir).(quad.IRI)
		if !ok {
			return fmt.Errorf("its %s %s is no IRI", dir, quad.StringOf(q.Get(dir)))
		}
		if err := checkIRI(iri); err != nil {
			return fmt.Errorf("its %s: %w", dir, err)
		}
	}
	if err := checkObject(q.Object); err != nil {
		return fmt.Errorf("its object: %w", err)
	}
	if err := checkCounted(q); err != nil {
		return err
	}
	if q.Predicate == quad.Value(graph.ReadAs) || q.Predicate == quad.Value(graph.ReadQuad) {
		return fmt.Errorf("%s is derived", q.Predicate)
	}
	return checkSeen(q)
}

// validateDecision keeps the graph of decisions to decisions.
func validateDecision(q quad.Quad) error {
	id, isID := q.Subject.(quad.IRI)
	if _, isText := q.Object.(quad.String); !isID || !isText || !strings.HasPrefix(string(id), "decision:") {
		return fmt.Errorf("%s %s is no decision", quad.StringOf(q.Subject), quad.StringOf(q.Predicate))
	}
	return checkObject(q.Object)
}

// checkCounted keeps to one place the values whose mentions Counts counts.
func checkCounted(q quad.Quad) error {
	for _, d := range quad.Directions {
		v := q.Get(d)
		counted := v == quad.Value(graph.NewsArticle) || v == quad.Value(graph.Quotation) || v == quad.Value(graph.SemEvent)
		if counted && (d != quad.Object || q.Predicate != quad.Value(graph.RDFType)) {
			return fmt.Errorf("%s is a class and stands only after %s", v, graph.RDFType)
		}
		if v == quad.Value(graph.SchemaName) {
			return fmt.Errorf("%s is derived; a document says %s", v, graph.SeenName)
		}
	}
	return nil
}

// checkIRI keeps to what N-Quads allows between < and > without escapes.
func checkIRI(iri quad.IRI) error {
	if iri == "" {
		return errors.New("empty IRI")
	}
	if !utf8.ValidString(string(iri)) || strings.ContainsFunc(string(iri), func(r rune) bool {
		return r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r)
	}) {
		return fmt.Errorf("IRI %q holds a space or another character that an IRI must not hold", string(iri))
	}
	return nil
}

func checkObject(v quad.Value) error {
	switch v := v.(type) {
	case quad.IRI:
		return checkIRI(v)
	case quad.String:
		if !utf8.ValidString(string(v)) {
			return fmt.Errorf("%q is not UTF-8", string(v))
		}
		return nil
	case quad.Int:
		return nil
	case quad.Float:
		if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
			return fmt.Errorf("%v is no number", float64(v))
		}
		return nil
	case nil:
		return errors.New("missing")
	}
	return fmt.Errorf("a %T; there are IRIs, strings, integers and floats", v)
}

// checkSeen keeps the graph of entities well formed: names are strings; classes, affiliations and other identifiers are IRIs.
func checkSeen(q quad.Quad) error {
	if !graph.IsSeen(q.Predicate) {
		return nil
	}
	_, isIRI := q.Object.(quad.IRI)
	wantIRI := slices.Contains([]quad.IRI{graph.SeenType, graph.SeenAffiliation, graph.SeenSameAs, graph.SeenWithin}, q.Predicate.(quad.IRI))
	text, isText := q.Object.(quad.String)
	if wantIRI != isIRI || !wantIRI && (!isText || strings.TrimSpace(string(text)) == "") {
		return fmt.Errorf("%s cannot be %s", q.Predicate, quad.StringOf(q.Object))
	}
	return nil
}
