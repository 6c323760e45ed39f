package store

import (
	"bytes"
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"dictum/graph"
	"dictum/graph/resolve"
	"dictum/seeds"
)

// Actors are resolved in the transaction that changes a document, so that the store is at every moment what the set of its
// documents, and people's decisions, make of it. A change touches the groups of the changed documents and, through keys, those
// that are related to them (resolve_closure.go). These are resolved anew, and documents whose actors got other identifiers are
// planned to be rewritten. What has to be remembered for it lies beside the quads (resolve_tables.go).

// lexicon is made when the first document is written.
var lexicon = sync.OnceValues(func() (*resolve.Lexicon, error) {
	know, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	return resolve.NewLexicon(know)
})

// Move is an actor of a document that gets another identifier.
type Move struct{ Doc, From, To string }

// plan prepares a plan: the decisions, and every document when the tables are of another version.
func (s *Store) plan(p *plan) error {
	decided, err := p.view.quads(map[quad.Direction]quad.Value{quad.Label: graph.GraphDecided})
	if err != nil {
		return err
	}
	p.decided.old = sortedSet(decided)
	p.decided.now = p.decided.old
	version, err := p.view.get(versionKey)
	if err != nil || string(version) == tables {
		return err
	}
	if version == nil {
		if n, err := p.view.size(); err != nil || n <= len(graph.SchemaQuads()) {
			return err
		}
	}
	clear(s.profiles)
	return p.everything()
}

// everything plans all documents, as when they had just come.
func (p *plan) everything() error {
	p.anew = true
	labels := map[quad.IRI]bool{}
	scan := p.view.tx.Scan(kv.SKey("c"))
	defer scan.Close()
	for scan.Next(p.ctx) {
		key := scan.Key()
		node, err := nodeOf(key[len(key)-1])
		if err != nil {
			return err
		}
		val, err := p.view.value(node)
		if err != nil {
			return err
		}
		if iri, ok := val.(quad.IRI); ok && strings.HasPrefix(string(iri), "doc:") {
			labels[iri] = true
		}
	}
	if err := scan.Err(); err != nil {
		return err
	}
	for _, doc := range slices.Sorted(maps.Keys(labels)) {
		if _, err := p.doc(doc); err != nil {
			return err
		}
	}
	return nil
}

// resolving is one resolution of what a plan touches.
type resolving struct {
	p     *plan
	lex   *resolve.Lexicon
	side  *side
	cache map[string]*resolve.Profile // profiles as they are stored

	groups map[string]map[string]bool // documents of a group, "!" before those where it is a country; as they will be
	blocks map[string]map[string]bool // groups of a key; as they will be
	near   nearby                     // what the store remembers
	news   map[string]bool            // groups that were changed
	newsB  map[string]bool            // keys that were changed
}

// resolve finds out who the actors of the planned documents are, and who else is touched, and puts the identifiers into the
// plan, which grows by the documents that have to be rewritten.
func (s *Store) resolve(p *plan) (*side, error) {
	lex, err := lexicon()
	if err != nil {
		return nil, err
	}
	r := &resolving{
		p: p, lex: lex, cache: s.profiles, near: s.near,
		side:   &side{pairs: map[string]pair{}, profiles: map[string]*resolve.Profile{}, near: nearby{}},
		groups: map[string]map[string]bool{}, blocks: map[string]map[string]bool{}, news: map[string]bool{}, newsB: map[string]bool{},
	}
	if p.anew {
		r.forget()
	}
	touched, err := r.readPlan()
	if err != nil {
		return nil, err
	}
	decisions := readDecisions(p.decided.now)
	if !slices.EqualFunc(p.decided.old, p.decided.now, sameQuad) {
		for _, d := range append(readDecisions(p.decided.old), decisions...) {
			for _, g := range d.Groups {
				touched[g] = true
			}
		}
	}
	if err := r.resolveGroups(touched, decisions); err != nil {
		return nil, err
	}
	return r.side, r.finish()
}

// readPlan makes the profiles of the planned documents, and lists the groups whose resolution they can change.
func (r *resolving) readPlan() (map[string]bool, error) {
	touched := map[string]bool{}
	for _, doc := range slices.Clone(r.p.order) {
		old, err := r.stored(string(doc))
		if err != nil {
			return nil, err
		}
		now := &resolve.Profile{Doc: *resolve.ProfileOf(doc, r.p.docs[doc].now)}
		for i := range now.Actors {
			as := now.Actors[i].ID
			if old != nil {
				as = cmp.Or(old.Resolved(as), as)
			}
			now.As = append(now.As, as)
		}
		r.side.profiles[string(doc)] = now
		if old != nil && !r.p.anew && sameProfile(old, now) {
			continue
		}
		if err := r.enlist(string(doc), old, now, touched); err != nil {
			return nil, err
		}
	}
	return touched, nil
}

func sameProfile(a, b *resolve.Profile) bool {
	x, errX := a.MarshalBinary()
	y, errY := b.MarshalBinary()
	return errors.Join(errX, errY) == nil && bytes.Equal(x, y)
}

// enlist takes a document out of the groups it was in and puts it into those it is in.
func (r *resolving) enlist(doc string, old, now *resolve.Profile, touched map[string]bool) error {
	for _, prof := range []*resolve.Profile{old, now} {
		if prof == nil {
			continue
		}
		for i := range prof.Actors {
			a := &prof.Actors[i]
			g := resolve.Group(a.ID)
			touched[g] = true
			docs, err := r.group(g)
			if err != nil {
				return err
			}
			r.news[g] = true
			if prof == old {
				delete(docs, doc)
				delete(docs, "!"+doc)
			}
		}
	}
	for i := range now.Actors {
		a := &now.Actors[i]
		g := resolve.Group(a.ID)
		if a.Class == string(graph.ClassCountry) && !r.groups[g][doc] {
			r.groups[g]["!"+doc] = true
		} else {
			delete(r.groups[g], "!"+doc)
			r.groups[g][doc] = true
		}
	}
	return nil
}

// resolveGroups resolves the touched groups and all that are related to them.
func (r *resolving) resolveGroups(touched map[string]bool, decisions []resolve.Decision) error {
	if err := r.updateBlocks(); err != nil {
		return err
	}
	groups, err := r.closure(touched, decisions)
	if err != nil {
		return err
	}
	profiles, err := r.profilesOf(groups)
	if err != nil {
		return err
	}
	docs := make([]*resolve.Doc, len(profiles))
	for i, p := range profiles {
		docs[i] = &p.Doc
	}
	ids := r.lex.Resolve(docs, groups, decisions)
	for _, ref := range slices.SortedFunc(maps.Keys(ids), compareRefs) {
		prof, err := r.profile(ref.Doc)
		if err != nil {
			return err
		}
		was := prof.Resolved(ref.ID)
		if was == ids[ref] {
			continue
		}
		if r.side.profiles[ref.Doc] == nil { // do not change what is remembered before it is written
			moved := *prof
			moved.As = slices.Clone(prof.As)
			prof = &moved
			r.side.profiles[ref.Doc] = prof
		}
		r.p.moved = append(r.p.moved, Move{ref.Doc, was, ids[ref]})
		prof.Resolve(ref.ID, ids[ref])
		if _, err := r.p.doc(quad.IRI(ref.Doc)); err != nil {
			return err
		}
	}
	return nil
}

func compareRefs(a, b resolve.Ref) int {
	if c := strings.Compare(a.Doc, b.Doc); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

// finish puts the identifiers into the planned documents and lists what is to be written beside them.
func (r *resolving) finish() error {
	for _, doc := range r.p.order {
		pd, prof := r.p.docs[doc], r.side.profiles[string(doc)]
		if len(pd.now) == 0 {
			r.side.put(profileKey(string(doc)), nil)
			continue
		}
		pd.now = resolve.Rewrite(doc, pd.now, prof)
		val, err := prof.MarshalBinary()
		if err != nil {
			return err
		}
		r.side.put(profileKey(string(doc)), val)
		compact := new(resolve.Profile)
		if err := compact.UnmarshalBinary(val); err != nil {
			return err
		}
		r.side.profiles[string(doc)] = compact
	}
	for g := range r.news {
		r.side.put(groupKey(g), lines(r.groups[g]))
	}
	for key := range r.newsB {
		r.side.put(blockKey(key), lines(r.blocks[key]))
	}
	r.side.put(versionKey, []byte(tables))
	return nil
}
