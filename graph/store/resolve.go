package store

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"dictum/graph"
	"dictum/graph/link"
	"dictum/graph/resolve"
	"dictum/seeds"
)

// Actors are resolved in the transaction that changes a document, so that the store is at every moment what the set of its
// documents, and people's decisions, make of it. Beside Cayley's tables lie three of ours, which follow from the documents, and
// are neither dumped nor loaded:
//
//	"rd" / document   resolve.Profile: what it says of its actors, and who they were found to be
//	"rg" / group      the documents with an actor of that group of names, one a line; after a "!" those where it is a country
//	"rk" / key        the groups with that key (see resolve.Lexicon.Keys), one a line
//	"rv" / "version"  tables of what is written here and in link.go
//
// A change touches the groups of the changed documents and, through keys, those that are related to them (see closure). These
// are resolved anew, and documents whose actors got other identifiers are planned to be rewritten.

func profileKey(doc string) kv.Key { return kv.SKey("rd", doc) }
func groupKey(group string) kv.Key { return kv.SKey("rg", group) }
func blockKey(key string) kv.Key   { return kv.SKey("rk", key) }

var versionKey = kv.SKey("rv", "version")

// tables is the version of the tables beside Cayley's.
const tables = resolve.Version + "/" + link.Version

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

// maxProfiles bounds the documents whose profiles are kept in memory, at some 10 kB each.
const maxProfiles = 30_000

// side is what is to be written beside the quads: by key, nil to delete.
type side struct {
	pairs    map[string]pair
	profiles map[string]*resolve.Profile
	events   map[quad.IRI][]link.Event
}

type pair struct {
	key kv.Key
	val []byte
}

func (s *side) put(key kv.Key, val []byte) {
	s.pairs[string(bytes.Join(key, []byte{0}))] = pair{key, val}
}

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
		p: p, lex: lex, side: &side{pairs: map[string]pair{}, profiles: map[string]*resolve.Profile{}}, cache: s.profiles,
		groups: map[string]map[string]bool{}, blocks: map[string]map[string]bool{}, news: map[string]bool{}, newsB: map[string]bool{},
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
		now := &resolve.Profile{Doc: *resolve.ProfileOf(doc, r.p.docs[doc].now), As: map[string]string{}}
		for i := range now.Actors {
			id := now.Actors[i].ID
			now.As[id] = id
			if old != nil && old.As[id] != "" {
				now.As[id] = old.As[id]
			}
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

func (r *resolving) list(key kv.Key) (map[string]bool, error) {
	b, err := r.p.view.get(key)
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for line := range strings.SplitSeq(string(b), "\n") {
		if line != "" {
			out[line] = true
		}
	}
	return out, nil
}

func (r *resolving) group(g string) (map[string]bool, error) {
	if docs := r.groups[g]; docs != nil {
		return docs, nil
	}
	docs, err := r.list(groupKey(g))
	r.groups[g] = docs
	return docs, err
}

func (r *resolving) block(key string) (map[string]bool, error) {
	if groups := r.blocks[key]; groups != nil {
		return groups, nil
	}
	groups, err := r.list(blockKey(key))
	r.blocks[key] = groups
	return groups, err
}

// stored is the profile that is stored of a document, nil when there is none.
func (r *resolving) stored(doc string) (*resolve.Profile, error) {
	if r.p.anew {
		return nil, nil
	}
	if p := r.cache[doc]; p != nil {
		return p, nil
	}
	return readProfile(r.p.view, doc)
}

// readProfile is nil for a document that is not there.
func readProfile(v *view, doc string) (*resolve.Profile, error) {
	b, err := v.get(profileKey(doc))
	if err != nil || b == nil {
		return nil, err
	}
	p := new(resolve.Profile)
	if err := p.UnmarshalBinary(b); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrCorrupt, doc, err)
	}
	return p, nil
}

// profile is a document's profile as it will be.
func (r *resolving) profile(doc string) (*resolve.Profile, error) {
	if p := r.side.profiles[doc]; p != nil {
		return p, nil
	}
	if p := r.cache[doc]; p != nil {
		return p, nil
	}
	p, err := readProfile(r.p.view, doc)
	switch {
	case err != nil:
		return nil, err
	case p == nil:
		return nil, fmt.Errorf("%w: no profile of %s", ErrCorrupt, doc)
	}
	if len(r.cache) >= maxProfiles {
		clear(r.cache)
	}
	r.cache[doc] = p
	return p, nil
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
		if prof.As[ref.ID] == ids[ref] {
			continue
		}
		if r.side.profiles[ref.Doc] == nil { // do not change what is remembered before it is written
			moved := *prof
			moved.As = maps.Clone(prof.As)
			prof = &moved
			r.side.profiles[ref.Doc] = prof
		}
		r.p.moved = append(r.p.moved, Move{ref.Doc, prof.As[ref.ID], ids[ref]})
		prof.As[ref.ID] = ids[ref]
		if _, err := r.p.doc(quad.IRI(ref.Doc)); err != nil {
			return err
		}
	}
	return nil
}

// profilesOf are the profiles of all documents with an actor in one of the groups, in the order of their identifiers.
func (r *resolving) profilesOf(groups map[string]bool) ([]*resolve.Profile, error) {
	need := map[string]bool{}
	for g := range groups {
		for doc := range r.groups[g] {
			need[strings.TrimPrefix(doc, "!")] = true
		}
	}
	var out []*resolve.Profile
	for _, doc := range slices.Sorted(maps.Keys(need)) {
		p, err := r.profile(doc)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func compareRefs(a, b resolve.Ref) int {
	if c := strings.Compare(a.Doc, b.Doc); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

// updateBlocks enters new groups under their keys, and takes out those that are empty.
func (r *resolving) updateBlocks() error {
	for g := range r.news {
		for _, key := range r.lex.Keys(g) {
			groups, err := r.block(key)
			if err != nil {
				return err
			}
			if has := len(r.groups[g]) > 0; groups[g] != has {
				r.newsB[key] = true
				if has {
					groups[g] = true
				} else {
					delete(groups, g)
				}
			}
		}
	}
	return nil
}

// closure adds to groups those that are related to them, and to these, and those that a decision ties to them. A group that
// is nothing but a country is resolved by its name, so it is left out unless it was decided about.
func (r *resolving) closure(touched map[string]bool, decisions []resolve.Decision) (map[string]bool, error) {
	tied := map[string][]string{}
	for _, d := range decisions {
		for _, g := range d.Groups {
			tied[g] = append(tied[g], d.Groups...)
		}
	}
	out := map[string]bool{}
	var queue []string
	visit := func(g string) error {
		if out[g] {
			return nil
		}
		docs, err := r.group(g)
		if err != nil || len(tied[g]) == 0 && !touched[g] && onlyCountry(docs) {
			return err
		}
		out[g] = true
		queue = append(queue, g)
		return nil
	}
	for g := range touched {
		if docs := r.groups[g]; len(tied[g]) == 0 && len(docs) > 0 && onlyCountry(docs) && !r.p.anew {
			if mixed, err := r.wasMixed(g); err != nil || !mixed {
				if err != nil {
					return nil, err
				}
				continue
			}
		}
		if err := visit(g); err != nil {
			return nil, err
		}
	}
	for len(queue) > 0 {
		g := queue[0]
		queue = queue[1:]
		for _, other := range tied[g] {
			if err := visit(other); err != nil {
				return nil, err
			}
		}
		for _, key := range r.lex.Looks(g) {
			groups, err := r.block(key)
			if err != nil {
				return nil, err
			}
			for other := range groups {
				if !out[other] && r.lex.Related(g, other) {
					if err := visit(other); err != nil {
						return nil, err
					}
				}
			}
		}
	}
	return out, nil
}

func onlyCountry(docs map[string]bool) bool {
	for doc := range docs {
		if doc[0] != '!' {
			return false
		}
	}
	return true
}

// wasMixed reports whether a group that is nothing but a country was something else before this plan.
func (r *resolving) wasMixed(g string) (bool, error) {
	docs, err := r.list(groupKey(g))
	return !onlyCountry(docs), err
}

// finish puts the identifiers into the planned documents and lists what is to be written beside them.
func (r *resolving) finish() error {
	for _, doc := range r.p.order {
		pd, prof := r.p.docs[doc], r.side.profiles[string(doc)]
		if len(pd.now) == 0 {
			r.side.put(profileKey(string(doc)), nil)
			continue
		}
		pd.now = resolve.Rewrite(doc, pd.now, prof.As)
		val, err := prof.MarshalBinary()
		if err != nil {
			return err
		}
		r.side.put(profileKey(string(doc)), val)
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

func lines(s map[string]bool) []byte {
	if len(s) == 0 {
		return nil
	}
	return []byte(strings.Join(slices.Sorted(maps.Keys(s)), "\n"))
}

// keep writes the tables, in the transaction of the quads, and remembers the profiles.
func (s *Store) keep(t *transaction, side *side) error {
	if t.tx == nil {
		return nil // nothing has changed
	}
	for _, name := range slices.Sorted(maps.Keys(side.pairs)) {
		p := side.pairs[name]
		if p.val == nil {
			if err := t.tx.Del(p.key); err != nil && !errors.Is(err, kv.ErrNotFound) {
				return err
			}
			continue
		}
		if err := t.tx.Put(p.key, p.val); err != nil {
			return err
		}
	}
	if len(s.profiles)+len(side.profiles) > maxProfiles {
		clear(s.profiles)
	}
	if len(s.events)+len(side.events) > maxLinkable {
		clear(s.events)
	}
	maps.Copy(s.events, side.events)
	for doc, p := range side.profiles {
		if len(p.Actors) == 0 {
			delete(s.profiles, doc)
			continue
		}
		s.profiles[doc] = p
	}
	return nil
}
