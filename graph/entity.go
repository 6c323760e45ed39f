package graph

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"
)

// Entity is what all documents together say of one actor. It is a sum: MergeEntity of the parts, in whatever order, so that
// the order in which documents come never shows.
type Entity struct {
	ID           quad.IRI
	Type         quad.IRI   // the strongest class, see Classes
	Name         string     // the best of the names the identifier was made from
	Names        []string   // every name, Name among them; sorted, as the lists below
	Titles       []string   // offices
	Affiliations []quad.IRI // actors
	SameAs       []quad.IRI // wd:Q399
	Within       []quad.IRI // of a place: what it lies in
}

// Classes lists the classes of actors. Where documents differ, the first of the list wins: the narrower before the wider.
func Classes() []quad.IRI {
	return []quad.IRI{ClassCountry, ClassPerson, ClassOrg, ClassGroup, ClassPlace, ClassWork, ClassThing}
}

// IsSeen reports whether quads with this predicate say what a document saw of an actor.
func IsSeen(p quad.Value) bool {
	return p == SeenName || p == SeenAs || p == SeenType || p == SeenTitle || p == SeenAffiliation || p == SeenSameAs ||
		p == SeenWithin
}

// SeenEntities gathers what quads with the Seen predicates say, one entity an actor, sorted by identifier. Others are ignored.
func SeenEntities(quads []quad.Quad) []Entity {
	byID := map[quad.IRI]Entity{}
	for _, q := range quads {
		id, ok := q.Subject.(quad.IRI)
		if !ok || !IsSeen(q.Predicate) {
			continue
		}
		one := Entity{ID: id}
		one.take(q.Predicate, q.Object)
		byID[id] = MergeEntity(byID[id], one)
	}
	out := make([]Entity, 0, len(byID))
	for _, e := range byID {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// StoredEntity reads back what Quads wrote; others than the actor's quads of the entity graph are ignored.
func StoredEntity(id quad.IRI, quads []quad.Quad) Entity {
	e := Entity{ID: id}
	for _, q := range quads {
		if q.Subject != quad.Value(id) || q.Label != quad.Value(GraphEntities) {
			continue
		}
		one := Entity{ID: id}
		one.take(q.Predicate, q.Object)
		e = MergeEntity(e, one)
	}
	return e
}

// take sets the field that a predicate, of a document's quad or of the entity graph, speaks of.
func (e *Entity) take(p, o quad.Value) {
	iri, _ := o.(quad.IRI)
	text, isText := o.(quad.String)
	switch p {
	case SeenType, RDFType:
		e.Type = iri
	case SeenName, SchemaName:
		e.Name, e.Names = string(text), []string{string(text)}
	case SeenAs, AlternateName:
		e.Names = []string{string(text)}
	case SeenTitle, JobTitle:
		if isText {
			e.Titles = []string{string(text)}
		}
	case SeenAffiliation, Affiliation:
		if iri != "" {
			e.Affiliations = []quad.IRI{iri}
		}
	case SeenSameAs, SameAs:
		if iri != "" {
			e.SameAs = []quad.IRI{iri}
		}
	case SeenWithin, ContainedInPlace:
		if iri != "" {
			e.Within = []quad.IRI{iri}
		}
	}
}

// MergeEntity joins what two sources say of one actor. It is associative, commutative and idempotent; the zero Entity
// changes nothing.
func MergeEntity(a, b Entity) Entity {
	return Entity{
		ID:           max(a.ID, b.ID),
		Type:         strongerClass(a.Type, b.Type),
		Name:         betterName(max(a.ID, b.ID), a.Name, b.Name),
		Names:        union(a.Names, b.Names),
		Titles:       union(a.Titles, b.Titles),
		Affiliations: union(a.Affiliations, b.Affiliations),
		SameAs:       union(a.SameAs, b.SameAs),
		Within:       union(a.Within, b.Within),
	}
}

// Called is the entity under a name that a person chose.
func (e Entity) Called(name string) Entity {
	e.Name, e.Names = name, union(e.Names, []string{name})
	return e
}

func union[T cmp.Ordered](a, b []T) []T {
	if len(a)+len(b) == 0 {
		return nil
	}
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

func strongerClass(a, b quad.IRI) quad.IRI {
	rank := func(c quad.IRI) int {
		if i := slices.Index(Classes(), c); i >= 0 {
			return i
		}
		return len(Classes())
	}
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	if c := cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)); c <= 0 {
		return a
	}
	return b
}

// betterName is a fixed order of names: one the identifier was made from, then one not in capitals, then the longer, then
// the one that keeps its diacritics, then the first in the alphabet.
func betterName(id quad.IRI, a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	ra, rb := rankName(id, a), rankName(id, b)
	if c := cmp.Or(slices.Compare(rb[:], ra[:]), cmp.Compare(a, b)); c < 0 {
		return a
	}
	return b
}

// rankName is greater for a better name, field by field.
func rankName(id quad.IRI, name string) (rank [4]int) {
	_, slug, _ := strings.Cut(string(id), ":")
	slug, _, _ = strings.Cut(slug, ".") // what tells homonyms apart is no part of the name
	if s := Slug(name); s == slug || s != "" && strings.HasPrefix(slug, s+"-") {
		rank[0] = 1
	}
	letters, lower := 0, false
	for _, r := range name {
		rank[2]++
		if unicode.IsLetter(r) {
			letters++
		}
		lower = lower || unicode.IsLower(r)
		if r > unicode.MaxASCII {
			rank[3]++
		}
	}
	if lower || letters <= longestAcronym {
		rank[1] = 1
	}
	return rank
}

// longestAcronym is how many letters a name in capitals may have and still be written that way ("NATO", "UNHCR", "UNESCO").
const longestAcronym = 6

// Quads are the entity's quads in the graph of entities, sorted; none for an actor without a name.
func (e Entity) Quads() []quad.Quad {
	if e.Name == "" {
		return nil
	}
	var out []quad.Quad
	add := func(p quad.IRI, o quad.Value) {
		out = append(out, quad.Quad{Subject: e.ID, Predicate: p, Object: o, Label: GraphEntities})
	}
	keys := make([]string, 0, len(e.Names))
	for _, name := range e.Names {
		if name != e.Name {
			add(AlternateName, quad.String(name))
		}
		if !IsUnnamed(string(e.ID)) { // whoever asks for "officials" means no one of them
			keys = append(keys, FoldName(name))
		}
	}
	for _, key := range union(keys, nil) {
		if key != "" {
			add(NameKey, quad.String(key))
		}
	}
	if e.Type != "" {
		add(RDFType, e.Type)
	}
	add(SchemaName, quad.String(e.Name))
	for _, title := range e.Titles {
		add(JobTitle, quad.String(title))
	}
	for _, org := range e.Affiliations {
		add(Affiliation, org)
	}
	for _, same := range e.SameAs {
		add(SameAs, same)
	}
	for _, place := range e.Within {
		add(ContainedInPlace, place)
	}
	SortQuads(out)
	return out
}

// Equal reports whether two entities say the same.
func (e Entity) Equal(o Entity) bool {
	return e.ID == o.ID && e.Type == o.Type && e.Name == o.Name && slices.Equal(e.Names, o.Names) &&
		slices.Equal(e.Titles, o.Titles) && slices.Equal(e.Affiliations, o.Affiliations) && slices.Equal(e.SameAs, o.SameAs) &&
		slices.Equal(e.Within, o.Within)
}
