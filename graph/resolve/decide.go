package resolve

import (
	"cmp"
	"maps"
	"slices"

	"dictum/graph"
)

// Decision is what a person decided about actors. Decisions act one after the other on what the evidence gave.
type Decision struct {
	Number  int      // 1, 2, …: their order
	Op      string   // Merge, Split or Rename
	Actor   string   // identifier of the actor it is about
	To      string   // identifier that its documents' actors, or those that are split off, have afterwards
	Name    string   // display name of To; "" = as the documents have it
	Docs    []string // Split: these documents' actors …
	Aliases []string // … and those whom their document calls so
	Note    string   // why, in the words of who decided it; "" when nobody said
	Groups  []string // groups of names it ties together: those of both actors when it was made
}

// What a decision can do.
const (
	Merge  = "merge"  // Actor becomes To, which is another actor
	Split  = "split"  // part of Actor becomes To, which is new
	Rename = "rename" // Actor becomes To, which is new
)

// apply changes what was resolved.
func apply(ids map[Ref]string, locals []*local, decisions []Decision) {
	decisions = slices.Clone(decisions)
	slices.SortFunc(decisions, func(a, b Decision) int { return cmp.Compare(a.Number, b.Number) })
	for _, d := range decisions {
		from, to := holder(d.Actor, ids, locals), d.To
		if d.Op == Merge {
			to = holder(d.To, ids, locals)
		}
		for _, a := range locals {
			if ids[a.ref] == from && d.Concerns(a.doc.ID, a.Actor) {
				ids[a.ref] = to
			}
		}
	}
}

// Concerns reports whether a decision about an actor is one about this document's part of it.
func (d *Decision) Concerns(doc string, a *Actor) bool {
	if d.Op != Split {
		return true
	}
	return slices.Contains(d.Docs, doc) || slices.ContainsFunc(a.Names, func(n string) bool {
		return slices.ContainsFunc(d.Aliases, func(alias string) bool { return graph.FoldName(n) == graph.FoldName(alias) })
	})
}

// holder is the actor that an identifier means: the one that has it, else the one that most of those went to whom their
// documents call so. What nobody has is itself.
func holder(id string, ids map[Ref]string, locals []*local) string {
	went := map[string]int{}
	for _, a := range locals {
		if ids[a.ref] == id {
			return id
		}
		if a.ID == id {
			went[ids[a.ref]]++
		}
	}
	best := id
	for _, to := range slices.Sorted(maps.Keys(went)) {
		if went[to] > went[best] {
			best = to
		}
	}
	return best
}
