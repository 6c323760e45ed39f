package store

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"dictum/graph/link"
	"dictum/graph/resolve"
)

// Beside Cayley's tables lie these of ours, which follow from the documents, and are neither dumped nor loaded:
//
//	"rd" / document   resolve.Profile: what it says of its actors, and who they were found to be
//	"rg" / group      the documents with an actor of that group of names, one a line; after a "!" those where it is a country
//	"rk" / key        the groups with that key (see resolve.Lexicon.Keys), one a line
//	"rv" / "version"  tables of what is written here and in link.go

func profileKey(doc string) kv.Key { return kv.SKey("rd", doc) }
func groupKey(group string) kv.Key { return kv.SKey("rg", group) }
func blockKey(key string) kv.Key   { return kv.SKey("rk", key) }

var versionKey = kv.SKey("rv", "version")

// tables is the version of the tables beside Cayley's.
const tables = resolve.Version + "/" + link.Version

// side is what is to be written beside the quads: by key, nil to delete.
type side struct {
	pairs    map[string]pair
	profiles map[string]*resolve.Profile
	events   map[quad.IRI][]link.Event
	near     nearby
	anew     bool // near is all that is known of neighbours
}

type pair struct {
	key kv.Key
	val []byte
}

func (s *side) put(key kv.Key, val []byte) {
	s.pairs[string(bytes.Join(key, []byte{0}))] = pair{key, val}
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

// updateBlocks enters new groups under their keys, and takes out those that are empty.
func (r *resolving) updateBlocks() error {
	come := map[string]bool{}
	for g := range r.news {
		has := len(r.groups[g]) > 0
		for _, key := range r.lex.Keys(g) {
			groups, err := r.block(key)
			if err != nil {
				return err
			}
			switch {
			case groups[g] == has:
				continue
			case has:
				groups[g], come[g] = true, true
			default:
				delete(groups, g)
				r.forget()
			}
			r.newsB[key] = true
		}
	}
	return r.meetNew(come)
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
	s.keepNear(side)
	for doc, p := range side.profiles {
		if len(p.Actors) == 0 {
			delete(s.profiles, doc)
			continue
		}
		s.profiles[doc] = p
	}
	return nil
}
