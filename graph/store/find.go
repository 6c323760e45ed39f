package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/xrash/smetrics"

	"dictum/graph"
)

// ActorRef is an actor as an answer names it.
type ActorRef struct {
	ID    quad.IRI
	Name  string
	Class string // without its prefix: Person, Organization, Country, Place, Group, Thing
}

// FindActors lists the actors with this identifier ("actor:…", "place:…", with or without angle brackets), or with this name
// or alias however it is written, sorted by identifier. Where no article uses the name, those it is known to stand for are
// listed: the European Union for "EU". Nobody is no error.
func (s *Store) FindActors(ctx context.Context, name string) ([]ActorRef, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, err := s.view()
	if err != nil {
		return nil, fmt.Errorf("store: find %q: %w", name, err)
	}
	defer v.close()
	if id := actorIRI(name); id != "" {
		if ref, err := v.actor(id); err != nil || ref.Name != "" {
			return []ActorRef{ref}, err
		}
	}
	found, err := v.called(name)
	if err != nil || len(found) > 0 {
		return found, err
	}
	others, err := otherNames(name)
	if err != nil {
		return nil, fmt.Errorf("store: find %q: %w", name, err)
	}
	for _, other := range others {
		if found, err := v.called(other); err != nil || len(found) > 0 {
			return found, err
		}
	}
	return nil, nil
}

// called lists the actors that have a name or an alias, sorted by identifier.
func (v *view) called(name string) ([]ActorRef, error) {
	key := graph.FoldName(name)
	if key == "" {
		return nil, nil
	}
	quads, err := v.quads(map[quad.Direction]quad.Value{
		quad.Predicate: graph.NameKey, quad.Object: quad.String(key), quad.Label: graph.GraphEntities,
	})
	if err != nil {
		return nil, fmt.Errorf("store: find %q: %w", name, err)
	}
	var out []ActorRef
	for _, q := range quads {
		ref, err := v.actor(q.Subject.(quad.IRI))
		if err != nil {
			return nil, fmt.Errorf("store: find %q: %w", name, err)
		}
		out = append(out, ref)
	}
	slices.SortFunc(out, func(a, b ActorRef) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(out), nil
}

// actorIRI is the identifier that a string spells, "" for a name.
func actorIRI(s string) quad.IRI {
	s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "<"), ">")
	if rest, ok := strings.CutPrefix(s, graph.Base); ok {
		s = strings.Replace(rest, "/", ":", 1)
	}
	if strings.HasPrefix(s, "actor:") || strings.HasPrefix(s, "place:") {
		return quad.IRI(s)
	}
	return ""
}

// actor has no name when the graph of entities does not know the identifier.
func (v *view) actor(id quad.IRI) (ActorRef, error) {
	quads, err := v.quads(map[quad.Direction]quad.Value{quad.Subject: id, quad.Label: graph.GraphEntities})
	if err != nil {
		return ActorRef{}, err
	}
	e := graph.StoredEntity(id, quads)
	_, class, _ := strings.Cut(string(e.Type), ":")
	return ActorRef{ID: id, Name: e.Name, Class: class}, nil
}

// nameKey is one folded name of one actor.
type nameKey struct {
	key   string
	actor quad.IRI
}

// nameKeys lists every folded name. It reads the whole graph of entities, so it is kept until the next write.
func (s *Store) nameKeys(v *view) ([]nameKey, error) {
	if names := s.names.Load(); names != nil {
		return *names, nil
	}
	ids, _, err := v.match(map[quad.Direction]quad.Value{quad.Label: graph.GraphEntities})
	if err != nil {
		return nil, err
	}
	pred, err := v.node(graph.NameKey)
	if err != nil {
		return nil, err
	}
	var out []nameKey
	err = v.each(ids, func(p *proto.Primitive) (bool, error) {
		if p.Predicate != pred {
			return true, nil
		}
		q, err := v.quad(p)
		if err == nil {
			out = append(out, nameKey{quad.ToString(q.Object), q.Subject.(quad.IRI)})
		}
		return true, err
	})
	if err != nil {
		return nil, err
	}
	s.names.Store(&out)
	return out, nil
}

// NearActors suggests at most n actors for a name nobody has, the likeliest first.
func (s *Store) NearActors(ctx context.Context, name string, n int) ([]ActorRef, error) {
	key := graph.FoldName(name)
	if id := actorIRI(name); id != "" {
		key = graph.FoldName(strings.ReplaceAll(string(id[len("actor:"):]), "-", " "))
	}
	if key == "" || n <= 0 || ctx.Err() != nil {
		return nil, ctx.Err()
	}
	v, err := s.view()
	if err != nil {
		return nil, fmt.Errorf("store: names near %q: %w", name, err)
	}
	defer v.close()
	names, err := s.nameKeys(v)
	if err != nil {
		return nil, fmt.Errorf("store: names near %q: %w", name, err)
	}
	best := map[quad.IRI]float64{}
	for _, k := range names {
		if score := likeness(key, k.key); score >= minLikeness {
			best[k.actor] = max(best[k.actor], score)
		}
	}
	ids := make([]quad.IRI, 0, len(best))
	for id := range best {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b quad.IRI) int { return cmp.Or(cmp.Compare(best[b], best[a]), cmp.Compare(a, b)) })
	var out []ActorRef
	for _, id := range ids[:min(n, len(ids))] {
		ref, err := v.actor(id)
		if err != nil {
			return nil, fmt.Errorf("store: names near %q: %w", name, err)
		}
		out = append(out, ref)
	}
	return out, nil
}

// minLikeness is what a name must reach to be suggested: one slip of the pen in a name of six letters does.
const minLikeness = 0.75

// likeness of two folded names, from 0 to 1: how few letters differ, or how many whole words of what was asked are there,
// the last of which may be unfinished.
func likeness(asked, name string) float64 {
	longest := max(len(asked), len(name))
	letters := 1 - float64(smetrics.WagnerFischer(asked, name, 1, 1, 1))/float64(longest)
	words := strings.Fields(name)
	var sum float64
	fields := strings.Fields(asked)
	for i, a := range fields {
		best := 0.0
		for _, w := range words {
			switch {
			case a == w:
				best = 1
			case i == len(fields)-1 && len(a) >= 3 && strings.HasPrefix(w, a):
				best = max(best, 0.9)
			default:
				best = max(best, 1-float64(smetrics.WagnerFischer(a, w, 1, 1, 1))/float64(max(len(a), len(w))))
			}
		}
		sum += best
	}
	overlap := sum / float64(len(fields)) * (0.9 + 0.1*float64(min(len(fields), len(words)))/float64(max(len(fields), len(words))))
	return max(letters, overlap)
}
