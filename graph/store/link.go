package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"dictum/graph"
	"dictum/graph/link"
)

// Events of different documents are linked in the transaction that changes a document, behind the resolution of actors, so that
// the graph of links is at every moment what the set of documents makes of it. Beside Cayley's tables lie two of ours, which
// follow from the documents and are neither dumped nor loaded:
//
//	"le" / document   its events that can be linked, as JSON
//	"lk" / key        the events with that key (see link.Event.Keys), one a line
//
// Whether two events are one depends on these two alone, so a change needs a look at those that share a key with an event of a
// changed document, and at the links that such events had.

func eventsKey(doc quad.IRI) kv.Key { return kv.SKey("le", string(doc)) }
func linkKey(key string) kv.Key     { return kv.SKey("lk", key) }

// maxLinkable bounds the documents whose events are kept in memory, at some 5 kB each.
const maxLinkable = 30_000

// linking is one look at what a plan changes.
type linking struct {
	s     *Store
	p     *plan
	side  *side
	docs  map[quad.IRI][]link.Event    // changed documents, as they will be
	was   []link.Event                 // of changed documents, as stored
	now   []link.Event                 // of changed documents, as they will be
	keys  map[string]map[quad.IRI]bool // as they will be
	newly map[string]bool              // keys that were changed
	seen  map[[2]quad.IRI]bool         // pairs that were compared
}

// link adds to d what keeps the graph of links what the planned and the other documents make of it.
func (s *Store) link(p *plan, side *side, d *difference) error {
	l := &linking{
		s: s, p: p, side: side, docs: map[quad.IRI][]link.Event{}, keys: map[string]map[quad.IRI]bool{}, newly: map[string]bool{},
		seen: map[[2]quad.IRI]bool{},
	}
	for _, doc := range p.order {
		if err := l.enlist(doc); err != nil {
			return err
		}
	}
	old, err := l.stored()
	if err != nil {
		return err
	}
	var now []quad.Quad
	for i := range l.now {
		found, err := l.linksOf(&l.now[i])
		if err != nil {
			return err
		}
		for n := range found {
			now = append(now, found[n].Quads()...)
		}
	}
	d.between(sortedSet(old), sortedSet(now))
	for key := range l.newly {
		l.side.put(linkKey(key), iriLines(l.keys[key]))
	}
	side.events = l.docs
	return nil
}

// enlist takes a document's old events out of their keys and puts the new ones in.
func (l *linking) enlist(doc quad.IRI) error {
	var old []link.Event
	if !l.p.anew {
		var err error
		if old, err = l.s.linkable(l.p.view, doc); err != nil {
			return err
		}
	}
	now := link.Events(doc, l.p.docs[doc].now)
	before, after, err := marshalBoth(old, now)
	if err != nil {
		return err
	}
	if bytes.Equal(before, after) && !l.p.anew {
		return nil
	}
	l.docs[doc] = now
	l.was, l.now = append(l.was, old...), append(l.now, now...)
	for i := range old {
		for _, key := range old[i].Keys() {
			if err := l.mark(key, old[i].ID, false); err != nil {
				return err
			}
		}
	}
	for i := range now {
		for _, key := range now[i].Keys() {
			if err := l.mark(key, now[i].ID, true); err != nil {
				return err
			}
		}
	}
	if len(now) == 0 {
		after = nil
	}
	l.side.put(eventsKey(doc), after)
	return nil
}

func marshalBoth(a, b []link.Event) (x, y []byte, err error) {
	x, errA := json.Marshal(a)
	y, errB := json.Marshal(b)
	return x, y, errors.Join(errA, errB)
}

func (l *linking) mark(key string, id quad.IRI, in bool) error {
	ids, err := l.key(key)
	if err != nil {
		return err
	}
	l.newly[key] = true
	if in {
		ids[id] = true
	} else {
		delete(ids, id)
	}
	return nil
}

// key lists the events with a key, as they will be.
func (l *linking) key(key string) (map[quad.IRI]bool, error) {
	if ids := l.keys[key]; ids != nil {
		return ids, nil
	}
	ids := map[quad.IRI]bool{}
	l.keys[key] = ids
	if l.p.anew {
		return ids, nil
	}
	b, err := l.p.view.get(linkKey(key))
	for line := range strings.SplitSeq(string(b), "\n") {
		if line != "" {
			ids[quad.IRI(line)] = true
		}
	}
	return ids, err
}

// linkable are the stored events of a document.
func (s *Store) linkable(v *view, doc quad.IRI) ([]link.Event, error) {
	if events, ok := s.events[doc]; ok {
		return events, nil
	}
	b, err := v.get(eventsKey(doc))
	if err != nil || b == nil {
		return nil, err
	}
	var events []link.Event
	if err := json.Unmarshal(b, &events); err != nil {
		return nil, fmt.Errorf("%w: events of %s: %w", ErrCorrupt, doc, err)
	}
	if len(s.events) >= maxLinkable {
		clear(s.events)
	}
	s.events[doc] = events
	return events, nil
}

// event is one event as it will be, nil when there is none.
func (l *linking) event(id quad.IRI) (*link.Event, error) {
	hash, _, _ := strings.Cut(strings.TrimPrefix(string(id), "ev:"), "-")
	doc := graph.DocumentIRI(hash)
	events, ok := l.docs[doc]
	if !ok {
		var err error
		if events, err = l.s.linkable(l.p.view, doc); err != nil {
			return nil, err
		}
	}
	i, ok := slices.BinarySearchFunc(events, id, func(e link.Event, id quad.IRI) int { return strings.Compare(string(e.ID), string(id)) })
	if !ok { // a key of another version
		return nil, nil
	}
	return &events[i], nil
}

// linksOf finds the links of an event of a changed document, but for those that were found from their other end.
func (l *linking) linksOf(e *link.Event) ([]link.Link, error) {
	if err := l.p.ctx.Err(); err != nil {
		return nil, err
	}
	var out []link.Link
	for _, key := range e.Keys() {
		ids, err := l.key(key)
		if err != nil {
			return nil, err
		}
		for id := range ids {
			pair := [2]quad.IRI{min(e.ID, id), max(e.ID, id)}
			if id == e.ID || l.seen[pair] {
				continue
			}
			l.seen[pair] = true
			other, err := l.event(id)
			if err != nil {
				return nil, err
			}
			if other == nil {
				continue
			}
			if found, ok := link.Compare(e, other); ok {
				out = append(out, found)
			}
		}
	}
	return out, nil
}

// stored are the quads of the links that events of the changed documents have.
func (l *linking) stored() ([]quad.Quad, error) {
	if l.p.anew {
		return l.p.view.quads(map[quad.Direction]quad.Value{quad.Label: graph.GraphLinks})
	}
	var out []quad.Quad
	nodes := map[quad.IRI]bool{}
	for i := range l.was {
		id := l.was[i].ID
		for _, dir := range []quad.Direction{quad.Subject, quad.Object} {
			found, err := l.p.view.quads(map[quad.Direction]quad.Value{dir: id, quad.Label: graph.GraphLinks})
			if err != nil {
				return nil, err
			}
			for _, q := range found {
				if q.Predicate == quad.Value(graph.Links) {
					nodes[q.Subject.(quad.IRI)] = true
				} else {
					out = append(out, q)
				}
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		found, err := l.p.view.quads(map[quad.Direction]quad.Value{quad.Subject: id, quad.Label: graph.GraphLinks})
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func iriLines(ids map[quad.IRI]bool) []byte {
	if len(ids) == 0 {
		return nil
	}
	var b strings.Builder
	for i, id := range slices.Sorted(maps.Keys(ids)) {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(string(id))
	}
	return []byte(b.String())
}
