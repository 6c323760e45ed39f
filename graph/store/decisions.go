package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"dictum/graph"
	"dictum/graph/resolve"
)

// readDecisions reads what people decided, in its order.
func readDecisions(quads []quad.Quad) []resolve.Decision {
	byID := map[quad.Value]*resolve.Decision{}
	var out []*resolve.Decision
	for _, q := range quads {
		d := byID[q.Subject]
		if d == nil {
			d = &resolve.Decision{}
			if iri, ok := q.Subject.(quad.IRI); ok {
				_, _ = fmt.Sscanf(string(iri), "decision:%d", &d.Number)
			}
			byID[q.Subject] = d
			out = append(out, d)
		}
		text := quad.ToString(q.Object)
		if iri, ok := q.Object.(quad.IRI); ok {
			text = string(iri)
		}
		switch q.Predicate {
		case graph.DecisionOp:
			d.Op = text
		case graph.DecisionActor:
			d.Actor = text
		case graph.DecisionTo:
			d.To = text
		case graph.DecisionName:
			d.Name = text
		case graph.DecisionDoc:
			d.Docs = append(d.Docs, text)
		case graph.DecisionAlias:
			d.Aliases = append(d.Aliases, text)
		case graph.DecisionNote:
			d.Note = text
		case graph.DecisionGroup:
			d.Groups = append(d.Groups, text)
		}
	}
	slices.SortFunc(out, func(a, b *resolve.Decision) int { return a.Number - b.Number })
	list := make([]resolve.Decision, len(out))
	for i, d := range out {
		slices.Sort(d.Docs)
		slices.Sort(d.Aliases)
		slices.Sort(d.Groups)
		list[i] = *d
	}
	return list
}

// decisionQuads are the quads of a decision, sorted. Identifiers stand as strings: a question about an actor does not meet them.
func decisionQuads(d *resolve.Decision) []quad.Quad {
	id := quad.IRI(fmt.Sprintf("decision:%04d", d.Number))
	var out []quad.Quad
	add := func(p quad.IRI, texts ...string) {
		for _, t := range texts {
			if t != "" {
				out = append(out, quad.Quad{Subject: id, Predicate: p, Object: quad.String(t), Label: graph.GraphDecided})
			}
		}
	}
	add(graph.DecisionOp, d.Op)
	add(graph.DecisionActor, d.Actor)
	add(graph.DecisionTo, d.To)
	add(graph.DecisionName, d.Name)
	add(graph.DecisionDoc, d.Docs...)
	add(graph.DecisionAlias, d.Aliases...)
	add(graph.DecisionNote, d.Note)
	add(graph.DecisionGroup, d.Groups...)
	return sortedSet(out)
}

// ErrNoDecision says that there is nothing to undo.
var ErrNoDecision = errors.New("there is no such decision")

// Decisions lists what people decided about actors, in its order.
func (s *Store) Decisions(ctx context.Context) ([]resolve.Decision, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, err := s.view()
	if err != nil {
		return nil, fmt.Errorf("store: decisions: %w", err)
	}
	defer v.close()
	quads, err := v.quads(map[quad.Direction]quad.Value{quad.Label: graph.GraphDecided})
	if err != nil {
		return nil, fmt.Errorf("store: decisions: %w", err)
	}
	return readDecisions(quads), nil
}

// Decide writes a decision about actors and carries it out; its number becomes the next one. It returns the actors of documents
// that got another identifier. With dry nothing is written.
func (s *Store) Decide(ctx context.Context, d resolve.Decision, dry bool) ([]Move, error) {
	moved, err := s.deciding(ctx, dry, func(now []resolve.Decision) ([]resolve.Decision, error) {
		d.Number = 1
		for _, o := range now {
			d.Number = max(d.Number, o.Number+1)
		}
		return append(now, d), nil
	})
	if err != nil {
		return nil, fmt.Errorf("store: %s %s: %w", d.Op, d.Actor, err)
	}
	return moved, nil
}

// Undo takes a decision back, and leaves the store as if it had never been made. It returns the actors of documents that get
// another identifier. With dry nothing is written.
func (s *Store) Undo(ctx context.Context, number int, dry bool) ([]Move, error) {
	moved, err := s.deciding(ctx, dry, func(now []resolve.Decision) ([]resolve.Decision, error) {
		i := slices.IndexFunc(now, func(d resolve.Decision) bool { return d.Number == number })
		if i < 0 {
			return nil, ErrNoDecision
		}
		return slices.Delete(now, i, i+1), nil
	})
	if err != nil {
		return nil, fmt.Errorf("store: undo %d: %w", number, err)
	}
	return moved, nil
}

// deciding replaces the list of decisions.
func (s *Store) deciding(ctx context.Context, dry bool, change func([]resolve.Decision) ([]resolve.Decision, error)) (moved []Move, err error) {
	err = s.writing(ctx, func(t *transaction) error {
		return t.planning(func(p *plan) error {
			p.dry = dry
			p.done = func() { moved = p.moved }
			return p.decide(change)
		})
	})
	return moved, err
}

func (p *plan) decide(change func([]resolve.Decision) ([]resolve.Decision, error)) error {
	list, err := change(readDecisions(p.decided.now))
	if err != nil {
		return err
	}
	p.decided.now = nil
	for i := range list {
		p.decided.now = append(p.decided.now, decisionQuads(&list[i])...)
	}
	p.decided.now = sortedSet(p.decided.now)
	return nil
}

// chosenNames are the names that people gave to actors.
func chosenNames(decisions []resolve.Decision) map[quad.IRI]string {
	out := map[quad.IRI]string{}
	for _, d := range decisions {
		if d.Name != "" {
			out[quad.IRI(d.To)] = d.Name
		}
	}
	return out
}
