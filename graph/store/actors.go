package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"dictum/graph"
	"dictum/graph/resolve"
)

// ErrNotResolved says that a store was written by another version, and that nobody has written to it since.
var ErrNotResolved = errors.New("its actors were resolved by another version; add or load something to bring it up to date")

// ActorSummary is an actor in a list.
type ActorSummary struct {
	graph.Entity
	Documents int
}

// Actors lists all actors and places with a name, the one of most documents first.
func (s *Store) Actors(ctx context.Context) (out []ActorSummary, err error) {
	err = s.resolved(ctx, func(v *view) error {
		documents := map[string]int{}
		if err := v.profiles(ctx, func(p *resolve.Profile) {
			for id := range idsOf(p) {
				documents[id]++
			}
		}); err != nil {
			return err
		}
		entities, err := v.entities()
		for _, e := range entities {
			out = append(out, ActorSummary{e, documents[string(e.ID)]})
		}
		return err
	})
	slices.SortFunc(out, func(a, b ActorSummary) int { return cmp.Or(b.Documents-a.Documents, cmp.Compare(a.ID, b.ID)) })
	return out, err
}

// idsOf are the identifiers of a document's actors.
func idsOf(p *resolve.Profile) map[string]bool {
	out := make(map[string]bool, len(p.As))
	for _, id := range p.As {
		out[id] = true
	}
	return out
}

// resolved reads from a store whose tables are of this version.
func (s *Store) resolved(ctx context.Context, read func(*view) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	v, err := s.view()
	if err != nil {
		return fmt.Errorf("store: actors: %w", err)
	}
	defer v.close()
	version, err := v.get(versionKey)
	if err == nil && string(version) != tables {
		if n, sizeErr := v.size(); sizeErr != nil || n > len(graph.SchemaQuads()) {
			err = ErrNotResolved
		}
	}
	if err == nil {
		err = read(v)
	}
	if err != nil {
		return fmt.Errorf("store: actors: %w", err)
	}
	return nil
}

// profiles calls f for the profile of every document, in the order of their identifiers.
func (v *view) profiles(ctx context.Context, f func(*resolve.Profile)) error {
	scan := v.tx.Scan(kv.SKey("rd"))
	defer scan.Close()
	for scan.Next(ctx) {
		p := new(resolve.Profile)
		if err := p.UnmarshalBinary(scan.Val()); err != nil {
			return fmt.Errorf("%w: %w", ErrCorrupt, err)
		}
		f(p)
	}
	return errors.Join(scan.Err(), ctx.Err())
}

// entities reads the whole graph of entities.
func (v *view) entities() ([]graph.Entity, error) {
	ids, _, err := v.match(map[quad.Direction]quad.Value{quad.Label: graph.GraphEntities})
	if err != nil {
		return nil, err
	}
	byID := map[quad.IRI][]quad.Quad{}
	err = v.each(ids, func(p *proto.Primitive) (bool, error) {
		q, err := v.quad(p)
		if id, ok := q.Subject.(quad.IRI); ok && err == nil {
			byID[id] = append(byID[id], q)
		}
		return true, err
	})
	var out []graph.Entity
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		if e := graph.StoredEntity(id, byID[id]); e.Name != "" {
			out = append(out, e)
		}
	}
	return out, err
}

// ActorDocument is what one document says of an actor.
type ActorDocument struct {
	Doc    quad.IRI
	Date   string
	Title  string
	Text   string
	Locals []resolve.Actor // as the document itself has it; several where two of its actors became one
	Orgs   []quad.IRI      // whom the document gives it to, resolved
}

// ActorDocuments lists the documents that tell of an actor, by date and identifier.
func (s *Store) ActorDocuments(ctx context.Context, id quad.IRI) (out []ActorDocument, err error) {
	err = s.resolved(ctx, func(v *view) error {
		var found []*resolve.Profile
		if err := v.profiles(ctx, func(p *resolve.Profile) {
			if idsOf(p)[string(id)] {
				found = append(found, p)
			}
		}); err != nil {
			return err
		}
		for _, p := range found {
			d, err := v.actorDocument(p, id)
			if err != nil {
				return err
			}
			out = append(out, d)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b ActorDocument) int {
		return cmp.Or(strings.Compare(a.Date, b.Date), cmp.Compare(a.Doc, b.Doc))
	})
	return out, err
}

func (v *view) actorDocument(p *resolve.Profile, id quad.IRI) (ActorDocument, error) {
	d := ActorDocument{Doc: quad.IRI(p.ID), Date: p.Date}
	for i := range p.Actors {
		a := p.Actors[i]
		if p.As[i] != string(id) {
			continue
		}
		d.Locals = append(d.Locals, a)
		for _, org := range a.Affiliations {
			to := quad.IRI(cmp.Or(p.Resolved(org), org))
			if !slices.Contains(d.Orgs, to) {
				d.Orgs = append(d.Orgs, to)
			}
		}
	}
	quads, err := v.quads(map[quad.Direction]quad.Value{quad.Subject: d.Doc, quad.Label: d.Doc})
	for _, q := range quads {
		switch q.Predicate {
		case graph.Headline:
			d.Title = quad.ToString(q.Object)
		case graph.ArticleBody:
			d.Text = quad.ToString(q.Object)
		}
	}
	return d, err
}

// SimilarActors lists the actors whose names are related to those of an actor, the likeliest to be one with it first, and says what
// speaks for it and against it.
func (s *Store) SimilarActors(ctx context.Context, id quad.IRI) (out []resolve.Neighbour, err error) {
	err = s.resolved(ctx, func(v *view) error {
		groups, err := v.groupsOf(ctx, id)
		if err != nil {
			return err
		}
		lex, err := lexicon()
		if err != nil {
			return err
		}
		r := &resolving{
			p: &plan{ctx: ctx, view: v, docs: map[quad.IRI]*planned{}}, lex: lex, side: &side{near: nearby{}}, cache: map[string]*resolve.Profile{},
			groups: map[string]map[string]bool{}, blocks: map[string]map[string]bool{},
		}
		near, err := r.closure(groups, nil)
		if err != nil {
			return err
		}
		profiles, err := r.profilesOf(near)
		if err != nil {
			return err
		}
		docs, ids := make([]*resolve.Doc, len(profiles)), map[resolve.Ref]string{}
		for i, p := range profiles {
			docs[i] = &p.Doc
			for i, as := range p.As {
				ids[resolve.Ref{Doc: p.ID, ID: p.Actors[i].ID}] = as
			}
		}
		out = lex.Near(docs, near, ids, string(id))
		return nil
	})
	return out, err
}

// groupsOf are the groups of names under which documents have an actor.
func (v *view) groupsOf(ctx context.Context, id quad.IRI) (map[string]bool, error) {
	groups := map[string]bool{}
	err := v.profiles(ctx, func(p *resolve.Profile) {
		for i, as := range p.As {
			if as == string(id) {
				groups[resolve.Group(p.Actors[i].ID)] = true
			}
		}
	})
	return groups, err
}

// NameGroups lists the groups of names of an actor, for a decision about it.
func (s *Store) NameGroups(ctx context.Context, id quad.IRI) (out []string, err error) {
	err = s.resolved(ctx, func(v *view) error {
		groups, err := v.groupsOf(ctx, id)
		out = slices.Sorted(maps.Keys(groups))
		return err
	})
	return out, err
}

// ResolvedAs is the identifier that an actor of a document has in the graph; local is the one the document alone gives it, as
// records have it. It is "" for an actor that the document does not have.
func (s *Store) ResolvedAs(ctx context.Context, doc quad.IRI, local string) (id string, err error) {
	err = s.resolved(ctx, func(v *view) error {
		p, err := readProfile(v, string(doc))
		if p != nil {
			id = p.Resolved(local)
		}
		return err
	})
	return id, err
}
