package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dictum/graph/resolve"
)

// maxProfiles bounds the documents whose profiles are kept in memory, at some 10 kB each.
const maxProfiles = 30_000

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
