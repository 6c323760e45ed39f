package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"dictum/graph"
	"dictum/graph/resolve"
)

// Dump is what Store.Dump wrote, read and checked, not yet in a graph.
type Dump struct {
	docs    []Evidence
	decided []quad.Quad
	quads   int
}

// ReadDump reads N-Quads, as Dump writes them, and checks that a graph can take them.
func ReadDump(ctx context.Context, r io.Reader) (*Dump, error) {
	docs, decided, n, err := readDump(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("store: load: %w", err)
	}
	for i := range docs {
		if docs[i].Quads, err = resolve.Restore(docs[i].Quads); err != nil {
			return nil, fmt.Errorf("store: load: %s: %w", docs[i].Doc, err)
		}
		if err := validate(docs[i]); err != nil {
			return nil, fmt.Errorf("store: load: %w", err)
		}
	}
	return &Dump{docs, decided, n}, nil
}

// Load reads N-Quads as Dump writes them, with short or full IRIs, and replaces the documents they speak of; other documents
// stay. Decisions about actors are made in the store, too, unless they are there. Everything is read and checked before anything is
// written, and written in one transaction: all or nothing. The graphs of entities, of links and of the schema are not read: they
// follow from the documents. It returns the number of quads that were read.
func (s *Store) Load(ctx context.Context, r io.Reader) (int, error) {
	d, err := ReadDump(ctx, r)
	if err != nil {
		return 0, err
	}
	return s.LoadDump(ctx, d)
}

// LoadDump adds what ReadDump has read, and gives the number of its quads.
func (s *Store) LoadDump(ctx context.Context, d *Dump) (int, error) {
	docs, decided := d.docs, d.decided
	err := s.writing(ctx, func(t *transaction) error {
		if len(decided) > 0 {
			if err := t.planning(func(p *plan) error { return p.decide(joining(decided)) }); err != nil {
				return err
			}
		}
		for len(docs) > 0 {
			end, quads := 0, 0
			for end < len(docs) && quads < Batch {
				quads += len(docs[end].Quads)
				end++
			}
			if _, err := t.replace(docs[:end]); err != nil {
				return err
			}
			docs = docs[end:]
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("store: load: %w", err)
	}
	return d.quads, nil
}

// joining adds decisions to those that are there, under the next numbers where theirs are taken.
func joining(decided []quad.Quad) func([]resolve.Decision) ([]resolve.Decision, error) {
	return func(now []resolve.Decision) ([]resolve.Decision, error) {
		last, stored := 0, slices.Clone(now)
		for _, d := range now {
			last = max(last, d.Number)
		}
		for _, d := range readDecisions(decided) {
			if slices.ContainsFunc(stored, func(o resolve.Decision) bool {
				o.Number = d.Number
				return slices.EqualFunc(decisionQuads(&o), decisionQuads(&d), sameQuad)
			}) {
				continue
			}
			if d.Number <= last {
				d.Number = last + 1
			}
			last = d.Number
			now = append(now, d)
		}
		return now, nil
	}
}

// readDump gathers the quads of each document, sorted by document, and the decisions about actors.
func readDump(ctx context.Context, r io.Reader) (docs []Evidence, decided []quad.Quad, n int, err error) {
	in := bufio.NewReaderSize(r, 1<<16)
	byDoc := map[quad.IRI][]quad.Quad{}
	for line := 1; ; line++ {
		text, err := in.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, nil, 0, fmt.Errorf("line %d: %w", line, err)
		}
		if line%1024 == 0 && ctx.Err() != nil {
			return nil, nil, 0, ctx.Err()
		}
		if t := strings.TrimSpace(text); t != "" && t[0] != '#' {
			q, err := parseLine(t)
			if err != nil {
				return nil, nil, 0, fmt.Errorf("line %d: %w", line, err)
			}
			n++
			switch label := q.Label.(quad.IRI); label {
			case graph.GraphEntities, graph.GraphLinks, graph.GraphSchema:
			case graph.GraphDecided:
				decided = append(decided, q)
			default:
				byDoc[label] = append(byDoc[label], q)
			}
		}
		if err != nil {
			break
		}
	}
	for _, doc := range slices.Sorted(maps.Keys(byDoc)) {
		docs = append(docs, Evidence{doc, byDoc[doc]})
	}
	return docs, decided, n, nil
}

func parseLine(text string) (q quad.Quad, err error) {
	if !utf8.ValidString(text) {
		return q, errors.New("no quad: not UTF-8")
	}
	defer func() {
		if p := recover(); p != nil { // the parser panics on some broken escapes
			err = fmt.Errorf("no quad: %v", p)
		}
	}()
	q, err = nquads.Parse(text)
	if err != nil {
		return q, fmt.Errorf("no quad: %w", err)
	}
	for _, d := range quad.Directions {
		if iri, ok := q.Get(d).(quad.IRI); ok && strings.Contains(string(iri), "://") {
			q.Set(d, iri.Short())
		}
	}
	label, ok := q.Label.(quad.IRI)
	if !ok {
		return q, errors.New("a quad without a label belongs to no document")
	}
	if label == graph.GraphEntities || label == graph.GraphLinks || label == graph.GraphSchema {
		return q, nil
	}
	if label == graph.GraphDecided {
		return q, validateDecision(q)
	}
	if !strings.HasPrefix(string(label), "doc:") {
		return q, fmt.Errorf("the label %s names no document", label)
	}
	if q.Predicate == quad.Value(graph.ReadAs) || q.Predicate == quad.Value(graph.ReadQuad) {
		return q, nil // they go with Restore, and what it makes is validated
	}
	return q, validateQuad(label, q)
}
