package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Neighbour is an actor whose name is like that of another, and who is not that other.
type Neighbour struct {
	ID    string
	Score float64 // of the evidence for one actor: offices, bodies, countries and companions that both share
	Why   string  // what the evidence is, or what forbids
}

// Near lists the actors whose names are related to those of one, the likeliest first. Documents, groups and ids are as in Resolve.
func (l *Lexicon) Near(docs []*Doc, groups map[string]bool, ids map[Ref]string, id string) []Neighbour {
	r := &run{lex: l, locals: gatherLocals(docs, groups)}
	r.readFacts()
	clusters := map[string]*cluster{}
	for _, a := range r.locals {
		as := ids[a.ref]
		if clusters[as] == nil {
			clusters[as] = &cluster{}
		}
		clusters[as].add(a)
	}
	own := clusters[id]
	if own == nil {
		return nil
	}
	var out []Neighbour
	for _, other := range slices.Sorted(maps.Keys(clusters)) {
		c := clusters[other]
		if other == id || !l.likeNames(own, c) {
			continue
		}
		n := Neighbour{ID: other}
		var why []string
		n.Score, why = evidence(own.facts(), c.facts())
		n.Why = strings.Join(why, "; ")
		if against := r.against(own, c); against != "" {
			n.Why = strings.TrimPrefix(n.Why+"; against it: "+against, "; ")
		}
		out = append(out, n)
	}
	slices.SortStableFunc(out, func(a, b Neighbour) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// against says what keeps two actors of like names apart.
func (r *run) against(a, b *cluster) string {
	ka, kb := a.locals[0].kind, b.locals[0].kind
	switch {
	case ka != kb:
		return "another sort of thing"
	case a.nation != b.nation && a.nation != "" && b.nation != "":
		return "country: " + a.nation + ", " + b.nation
	}
	if why := conflict(a.facts(), b.facts()); why != "" {
		return why
	}
	if together(a, b) {
		return "named apart in one document"
	}
	return ""
}

// likeNames reports whether a name of one is related to a name of the other.
func (l *Lexicon) likeNames(a, b *cluster) bool {
	for _, x := range a.groups() {
		if slices.ContainsFunc(b.groups(), func(y string) bool { return l.Related(x, y) }) {
			return true
		}
	}
	return false
}
