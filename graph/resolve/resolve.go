// Package resolve decides which actors of different documents are one. It sees what each document says of its own actors
// (Doc), and gives each of them an identifier (Resolve). It does no input or output and knows no store.
//
// The outcome is a function of the set of documents and of the decisions that people made, never of an order: documents and
// names are sorted first, edges are taken by score and then by name. So that a change needs no look at the whole graph, names
// fall into neighbourhoods: Keys and Related depend on the letters of two names alone, and what is not connected through
// related names is never compared.
//
// Start reading at Resolve, then person.go, body.go and place.go: a merge needs evidence, a conflict forbids it
// (facts.go, evidence.go); cluster.go brings both together, identify.go finds the identifiers, decide.go what people decided.
package resolve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// Doc is what the resolver has to know of one document.
type Doc struct {
	ID     string // of the document: doc:…
	Date   string // of publication, ISO 8601; "" when unknown
	Actors []Actor

	env *around // what all its actors share; read when it is first asked for
}

// Actor is what one document says of one actor, under the identifier that the document alone gives it.
type Actor struct {
	ID           string // actor:… or place:…
	Name         string // the name the identifier was made from
	Class        string // a class of graph.Classes
	Names        []string
	Titles       []string
	Affiliations []string // identifiers of the same document's actors
	Same         []string // what the wider world calls it: wd:Q399
	Terms        []Term   // offices whose time the document tells
}

// Term is the time of an office, as one document tells it; years are "" where it does not.
type Term struct {
	Title, From, To string
	Past            bool // over by the day of the report
}

func compareTerms(a, b Term) int {
	past := func(t Term) int {
		if t.Past {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(past(a), past(b)))
}

// Ref is an actor of a document.
type Ref struct{ Doc, ID string }

// ProfileOf reads a document's profile out of its quads, as graph.Quads makes them. An actor without a name or class is none,
// and those whom the document itself leaves unnamed are nobody elsewhere.
func ProfileOf(doc quad.IRI, quads []quad.Quad) *Doc {
	d := &Doc{ID: string(doc)}
	at := map[quad.Value]int{}
	for _, q := range quads {
		if q.Subject == quad.Value(doc) && q.Predicate == quad.Value(graph.DatePublished) {
			d.Date = quad.ToString(q.Object)
		}
		id, ok := q.Subject.(quad.IRI)
		if !ok || !graph.IsSeen(q.Predicate) || graph.IsUnnamed(string(id)) {
			continue
		}
		i, ok := at[id]
		if !ok {
			i = len(d.Actors)
			at[id] = i
			d.Actors = append(d.Actors, Actor{ID: string(id)})
		}
		d.Actors[i].take(q.Predicate, q.Object)
	}
	for id, terms := range termsIn(quads) {
		if i, ok := at[id]; ok {
			d.Actors[i].Terms = terms
		}
	}
	slices.SortFunc(d.Actors, func(a, b Actor) int { return cmp.Compare(a.ID, b.ID) })
	for i := range d.Actors {
		a := &d.Actors[i]
		for _, list := range []*[]string{&a.Names, &a.Titles, &a.Affiliations, &a.Same} {
			slices.Sort(*list)
			*list = slices.Compact(*list)
		}
	}
	return d
}

// termsIn are the offices whose time the quads of a document tell, by whom they belong to, sorted.
func termsIn(quads []quad.Quad) map[quad.Value][]Term {
	terms, holder, told := map[quad.Value]*Term{}, map[quad.Value]quad.Value{}, map[quad.Value]bool{}
	for _, q := range quads {
		id, ok := q.Subject.(quad.IRI)
		if !ok || !strings.HasPrefix(string(id), "role:") {
			continue
		}
		t := terms[id]
		if t == nil {
			t = &Term{}
			terms[id] = t
		}
		text := quad.ToString(q.Object)
		switch q.Predicate {
		case graph.RoleOf:
			holder[id] = q.Object
		case graph.RoleName:
			t.Title = text
		case graph.StartDate:
			t.From = graph.Year(text)
		case graph.EndDate:
			t.To = graph.Year(text)
		case graph.RoleState:
			t.Past = text == graph.RolePast
		case graph.DatedBy:
			told[id] = text == graph.DatedByText
		}
	}
	out := map[quad.Value][]Term{}
	for id, t := range terms {
		if told[id] && t.Title != "" {
			out[holder[id]] = append(out[holder[id]], *t)
		}
	}
	for _, list := range out {
		slices.SortFunc(list, compareTerms)
	}
	return out
}

func (a *Actor) take(p, o quad.Value) {
	text := quad.ToString(o)
	if iri, ok := o.(quad.IRI); ok {
		text = string(iri)
	}
	switch p {
	case graph.SeenName:
		a.Name = max(a.Name, text) // one in what graph.Quads makes; of several the choice must not depend on their order
		a.Names = append(a.Names, text)
	case graph.SeenAs:
		a.Names = append(a.Names, text)
	case graph.SeenType:
		a.Class = max(a.Class, text)
	case graph.SeenTitle:
		a.Titles = append(a.Titles, text)
	case graph.SeenSameAs:
		a.Same = append(a.Same, text)
	case graph.SeenAffiliation, graph.SeenWithin:
		a.Affiliations = append(a.Affiliations, text)
	}
}

// Group is the group of names that an identifier belongs to: its part after the prefix. Actors of one group are written alike.
func Group(id string) string {
	_, slug, _ := strings.Cut(id, ":")
	return slug
}

// local is an actor of a document while it is being resolved.
type local struct {
	*Actor
	doc   *Doc
	ref   Ref
	group string
	kind  kind
	facts *facts
}

// kind is the coarse sort of an actor. Actors of two kinds are never one, unless one document took the sort of a name wrongly.
type kind byte

const (
	body kind = iota // organisations, groups, works, whatever else
	person
	place
	country
)

func kindOf(a *Actor) kind {
	switch quad.IRI(a.Class) {
	case graph.ClassPerson:
		return person
	case graph.ClassCountry:
		return country
	case graph.ClassPlace:
		return place
	}
	if strings.HasPrefix(a.ID, "place:") {
		return place
	}
	return body
}

// Resolve gives every actor of the named groups its identifier. The groups must be closed under Related, and docs must hold
// every document that has an actor in one of them.
func (l *Lexicon) Resolve(docs []*Doc, groups map[string]bool, decisions []Decision) map[Ref]string {
	r := &run{lex: l, locals: gatherLocals(docs, groups)}
	r.settleKinds()
	r.readFacts()
	byKind := map[kind][]*local{}
	for _, a := range r.locals {
		byKind[a.kind] = append(byKind[a.kind], a)
	}
	clusters := slices.Concat(r.byName(byKind[country]), r.people(byKind[person]), r.bodies(byKind[body]), r.places(byKind[place]))
	out := r.identify(clusters)
	apply(out, r.locals, decisions)
	return out
}

// gatherLocals lists the actors of the groups, in the order of the documents' identifiers.
func gatherLocals(docs []*Doc, groups map[string]bool) []*local {
	docs = slices.Clone(docs)
	slices.SortFunc(docs, func(a, b *Doc) int { return cmp.Compare(a.ID, b.ID) })
	docs = slices.CompactFunc(docs, func(a, b *Doc) bool { return a.ID == b.ID })
	var out []*local
	for _, d := range docs {
		for i := range d.Actors {
			a := &d.Actors[i]
			if groups[Group(a.ID)] {
				out = append(out, &local{Actor: a, doc: d, ref: Ref{d.ID, a.ID}, group: Group(a.ID), kind: kindOf(a)})
			}
		}
	}
	return out
}

// run is one call of Resolve.
type run struct {
	lex    *Lexicon
	locals []*local
}

// byName makes one cluster of each identifier.
func (r *run) byName(locals []*local) []*cluster {
	var out []*cluster
	for _, same := range groupBy(locals, func(a *local) string { return a.ID }) {
		out = append(out, newCluster(same...))
	}
	return out
}

// unlikePerson reports whether a name of several words begins with none that people are given.
func (l *Lexicon) unlikePerson(group string) bool {
	given, _, several := strings.Cut(group, "-")
	return several && len(given) > 1 && l.know.GivenName(given) == nil
}

// settleKinds corrects what single documents took for another sort of thing: where two in three documents that use a name
// agree, a document that says nothing else of it follows. Countries stay countries.
func (r *run) settleKinds() {
	votes := map[string]*[4]int{}
	for _, a := range r.locals {
		if votes[a.group] == nil {
			votes[a.group] = new([4]int)
		}
		votes[a.group][a.kind]++
	}
	for _, a := range r.locals {
		v := votes[a.group]
		best := kind(0)
		for k := range v {
			if v[k] > v[best] {
				best = kind(k)
			}
		}
		if a.kind == best || a.kind == country || best == country || len(a.Titles) > 0 {
			continue
		}
		if 3*v[best] < 2*(v[0]+v[1]+v[2]+v[3]) && !(a.kind == person && r.lex.unlikePerson(a.group)) {
			continue
		}
		if best == person && !strings.Contains(a.Name, " ") { // a surname is not the firm that has it
			continue
		}
		a.kind = best
	}
}
