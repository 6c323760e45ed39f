package store

import (
	"maps"
	"unique"
)

// nearby lists, for some of the stored groups of names, all stored groups that are related to them. That is a matter of their
// letters alone, and comparing those of every two groups with a common key would take most of the time of a large graph's writes.
type nearby map[string][]unique.Handle[string]

// maxNear bounds the groups whose neighbours are kept in memory, at some 200 bytes each.
const maxNear = 300_000

// relatives are the groups related to one, as they will be.
func (r *resolving) relatives(g string) ([]unique.Handle[string], error) {
	if near, ok := r.side.near[g]; ok {
		return near, nil
	}
	if near, ok := r.near[g]; ok {
		return near, nil
	}
	near, err := r.compare(g)
	if err == nil && len(r.groups[g]) > 0 { // what comes later tells only groups that are there
		r.side.near[g] = near
	}
	return near, err
}

// compare finds the groups related to one among those that share a key with it.
func (r *resolving) compare(g string) ([]unique.Handle[string], error) {
	var near []unique.Handle[string]
	seen := map[string]bool{g: true}
	for _, key := range r.lex.Looks(g) {
		groups, err := r.block(key)
		if err != nil {
			return nil, err
		}
		for other := range groups {
			if !seen[other] {
				seen[other] = true
				if r.lex.Related(g, other) {
					near = append(near, unique.Make(other))
				}
			}
		}
	}
	return near, nil
}

// meetNew tells the neighbours of groups that have come of them. The blocks must be as they will be.
func (r *resolving) meetNew(come map[string]bool) error {
	for g := range come {
		near, err := r.compare(g)
		if err != nil {
			return err
		}
		r.side.near[g] = near
	}
	for g := range come {
		for _, other := range r.side.near[g] {
			name := other.Value()
			if come[name] { // it was compared with all
				continue
			}
			near, ok := r.side.near[name]
			if !ok {
				near, ok = r.near[name]
			}
			if ok {
				r.side.near[name] = append(near[:len(near):len(near)], unique.Make(g))
			}
		}
	}
	return nil
}

// forget drops what was known of neighbours, when groups have gone.
func (r *resolving) forget() {
	r.near, r.side.anew = nil, true
}

// keepNear remembers what a plan that was carried out has found.
func (s *Store) keepNear(side *side) {
	if side.anew || len(s.near)+len(side.near) > maxNear {
		clear(s.near)
	}
	maps.Copy(s.near, side.near)
}
