package graph

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// ClassOf is the class of an actor in the graph.
func ClassOf(a *Actor) quad.IRI {
	switch {
	case a.Type == Person:
		return ClassPerson
	case a.Type == Organization:
		return ClassOrg
	case a.Type == Location && a.Class == Country:
		return ClassCountry
	case a.Type == Location:
		return ClassPlace
	case a.Type == Norp:
		return ClassGroup
	case a.Type == Misc && a.Class == Unnamed:
		return ClassWork
	}
	return ClassThing
}

func (w *writer) actors() {
	above := map[string]bool{} // places that are there because others lie in them
	for i := range w.rec.Actors {
		for _, id := range w.rec.Actors[i].Within {
			above[id] = true
		}
	}
	for i := range w.rec.Mentions {
		delete(above, w.rec.Mentions[i].Actor)
	}
	for i := range w.rec.Actors {
		a := &w.rec.Actors[i]
		id := quad.IRI(a.ID)
		if !above[a.ID] {
			w.add(w.label, SchemaMentions, id)
		}
		w.add(id, SeenName, quad.String(a.Name))
		w.add(id, SeenType, ClassOf(a))
		for _, alias := range a.Aliases {
			w.str(id, SeenAs, alias)
		}
		for _, title := range a.Titles {
			w.str(id, SeenTitle, title)
		}
		for _, org := range a.Affiliations {
			w.ref(id, SeenAffiliation, org)
		}
		if a.SameAs != "" {
			w.add(id, SeenSameAs, shortIRI(a.SameAs))
		}
		for _, place := range a.Within {
			w.ref(id, SeenWithin, place)
		}
		for i := range a.Terms {
			w.role(id, &a.Terms[i])
		}
	}
}

// role writes an office or affiliation with its time; its IRI is the document and a number.
func (w *writer) role(of quad.IRI, t *Term) {
	w.roles++
	id := quad.IRI(fmt.Sprintf("role:%s-%d", w.hash, w.roles))
	w.add(id, RDFType, ClassRole)
	w.add(id, RoleOf, of)
	w.str(id, RoleName, t.Title)
	for _, org := range t.Of {
		w.ref(id, RoleWithin, org)
	}
	w.str(id, StartDate, t.From)
	w.str(id, EndDate, t.To)
	w.str(id, AsOfDate, t.AsOf)
	// The usual case, held on the day of the report and dated by nothing else, is left out: literals that everything points at make a
	// store slow to add to.
	if t.Past {
		w.str(id, RoleState, RolePast)
	}
	if t.Dated == DatedByText {
		w.str(id, DatedBy, t.Dated)
	}
	w.derive(id, ToldIn, Spans{t.Span})
}

// shortIRI writes an address with the prefix of ours that it begins with.
func shortIRI(address string) quad.IRI {
	for _, p := range Prefixes() {
		if rest, ok := strings.CutPrefix(address, p.Full); ok {
			return quad.IRI(p.Short + rest)
		}
	}
	return quad.IRI(address)
}

// identify gives every statement and event its IRI: the document and the offsets of its content or trigger. Two of one
// kind at the same place are told apart by a number, in the order of the record.
func (w *writer) identify() {
	taken := map[quad.IRI]bool{}
	name := func(prefix string, at Span) quad.IRI {
		base := fmt.Sprintf("%s%s-%d-%d", prefix, w.hash, at[0], at[1])
		iri := quad.IRI(base)
		for n := 2; taken[iri]; n++ {
			iri = quad.IRI(fmt.Sprintf("%s-%d", base, n))
		}
		taken[iri] = true
		return iri
	}
	for i := range w.rec.Statements {
		s := &w.rec.Statements[i]
		w.iri[s.ID] = name("st:", s.Content.Extent())
	}
	for i := range w.rec.Events {
		e := &w.rec.Events[i]
		w.iri[e.ID] = name("ev:", e.Trigger.Extent())
	}
}
