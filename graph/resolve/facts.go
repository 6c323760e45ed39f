package resolve

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dictum/graph"
)

type set map[string]bool

func (s set) meets(o set) bool {
	if len(s) > len(o) {
		s, o = o, s
	}
	for k := range s {
		if o[k] {
			return true
		}
	}
	return false
}

// shared lists what two sets have in common, sorted.
func (s set) shared(o set) []string {
	if len(s) > len(o) {
		s, o = o, s
	}
	var out []string
	for k := range s {
		if o[k] {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// facts are what is known of an actor, in one document or in several. The sum of two is the union.
type facts struct {
	titles    set              // offices held, folded; not those of the past
	past      set              // former offices
	held      map[string]years // of both, as far as the time is known
	same      set              // what the wider world calls it
	kinds     set              // of the offices: political, sport, …
	countries set              // it belongs to
	bodies    set              // it belongs to: organisations, places that are no country
	people    set              // persons with a full name in the same documents
	company   set              // bodies in the same documents
	lands     set              // countries in the same documents
	id        string           // its own identifier in the document …
	self      set              // … or documents
	gender    string           // m, f, or "" when unknown or contradictory
	first     int              // year of the earliest and the latest document; 0 when unknown
	last      int
	docs      int
}

// put adds to a set, which is made when it is nil.
func (s *set) put(keys ...string) {
	if *s == nil && len(keys) > 0 {
		*s = make(set, len(keys))
	}
	for _, k := range keys {
		(*s)[k] = true
	}
}

func (s *set) putAll(o set) {
	if len(o) == 0 {
		return
	}
	if *s == nil {
		*s = make(set, len(o))
	}
	maps.Copy(*s, o)
}

// add makes f the sum of both. f must be a sum: what one document says is never changed.
func (f *facts) add(o *facts) {
	f.titles.putAll(o.titles)
	f.past.putAll(o.past)
	f.same.putAll(o.same)
	for t, y := range o.held {
		f.hold(t, y)
	}
	f.kinds.putAll(o.kinds)
	f.countries.putAll(o.countries)
	f.bodies.putAll(o.bodies)
	f.people.putAll(o.people)
	f.company.putAll(o.company)
	f.lands.putAll(o.lands)
	f.self.putAll(o.self)
	if o.id != "" {
		f.self.put(o.id)
	}
	switch {
	case f.docs == 0 || f.gender == "":
		f.gender = o.gender
	case o.gender != "" && o.gender != f.gender:
		f.gender = "?"
	}
	if f.first == 0 || o.first != 0 && o.first < f.first {
		f.first = o.first
	}
	f.last = max(f.last, o.last)
	f.docs += o.docs
}

// said reports whether the document says anything of the actor itself.
func (f *facts) said() bool {
	return len(f.titles)+len(f.past)+len(f.countries)+len(f.bodies)+len(f.same) > 0
}

// around is what all actors of a document share.
type around struct {
	people, company, lands set
	year                   int
}

func lookAround(d *Doc) *around {
	a := &around{}
	for i := range d.Actors {
		x := &d.Actors[i]
		switch kindOf(x) {
		case person:
			if n := readPerson(Group(x.ID)); !n.bare() {
				a.people.put(x.ID)
			}
		case country:
			a.lands.put(wholeState(Group(x.ID)))
		case body:
			a.company.put(x.ID)
		case place:
		}
	}
	if len(d.Date) >= 4 {
		_, _ = fmt.Sscanf(d.Date[:4], "%d", &a.year)
	}
	return a
}

// readFacts fills in what each document says of each actor.
func (r *run) readFacts() {
	for _, a := range r.locals {
		if a.kind == country {
			continue
		}
		if a.doc.env == nil {
			a.doc.env = lookAround(a.doc)
		}
		a.facts = r.lex.factsOf(a.Actor, a.doc)
	}
}

// classOf is the class of one of the document's actors; they are sorted by identifier.
func (d *Doc) classOf(id string) string {
	if i, ok := d.find(id); ok {
		return d.Actors[i].Class
	}
	return ""
}

func (d *Doc) find(id string) (int, bool) {
	return slices.BinarySearchFunc(d.Actors, id, func(a Actor, id string) int { return strings.Compare(a.ID, id) })
}

func (l *Lexicon) factsOf(a *Actor, d *Doc) *facts {
	env := d.env
	f := &facts{docs: 1, first: env.year, last: env.year}
	f.people, f.company, f.lands = env.people, env.company, env.lands
	f.id = a.ID
	for _, id := range a.Affiliations {
		if d.classOf(id) == string(graph.ClassCountry) {
			f.countries.put(wholeState(Group(id)))
		} else {
			f.bodies.put(id)
			if nation := l.nationIn(id); nation != "" {
				f.countries.put(wholeState(nation))
			}
		}
	}
	f.same.put(a.Same...)
	for _, t := range a.Titles {
		l.readTitle(f, t, a.Terms)
	}
	f.gender = l.genderOf(a)
	return f
}

// nationIn is the country that the name of a body tells, or the only one that has a place of this name.
func (l *Lexicon) nationIn(id string) string {
	if nation := l.parse(Group(id)).nation; nation != "" {
		return nation
	}
	if !strings.HasPrefix(id, "place:") {
		return ""
	}
	if in := l.countriesOf(strings.ReplaceAll(Group(id), "-", " ")); len(in) == 1 {
		return first(in)
	}
	return ""
}

// plainTitle is an office without what says that it is one of the past, in the words under which offices are compared.
func plainTitle(title string) (t string, former bool) {
	t = strings.ReplaceAll(graph.Slug(title), "-", " ")
	for _, w := range []string{"former ", "ex ", "late ", "then ", "retired "} {
		if rest, ok := strings.CutPrefix(t, w); ok {
			t, former = rest, true
		}
	}
	if long, ok := shortTitles[t]; ok {
		t = long
	}
	return t, former
}

func (l *Lexicon) readTitle(f *facts, title string, terms []Term) {
	t, former := plainTitle(title)
	if t == "" {
		return
	}
	known := years{}
	if i := slices.IndexFunc(terms, func(x Term) bool { return x.Title == title }); i >= 0 {
		former = former || terms[i].Past
		known = yearsOf(&terms[i])
	}
	if former {
		f.past.put(t)
		if known.first != 0 || known.last != 0 {
			f.hold(t, known.closed(f.first))
		}
		return
	}
	f.titles.put(t)
	f.hold(t, years{cmp.Or(known.first, f.first), max(known.last, f.last)})
	for words := strings.Fields(t); len(words) > 0; words = words[1:] {
		if o := l.know.Office(strings.Join(words, " ")); o != nil {
			f.kinds.put(o.Kind)
			return
		}
	}
}

var shortTitles = map[string]string{
	"ceo": "chief executive", "chief executive officer": "chief executive", "cfo": "chief financial officer", "pm": "prime minister",
	"premier": "prime minister", "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "spokeswoman": "spokesman",
	"spokesperson": "spokesman", "chairwoman": "chairman", "chair": "chairman", "vice president": "vice president",
}

// genderOf is the gender that the form of address in a name shows, or the given name.
func (l *Lexicon) genderOf(a *Actor) string {
	if kindOf(a) != person {
		return ""
	}
	n := readPerson(Group(a.ID))
	if n.gender != 0 {
		return string(n.gender)
	}
	if n.family || n.bare() {
		return ""
	}
	if g := l.know.GivenName(n.given[0]); g != nil && g.Gender != "u" {
		return g.Gender
	}
	return ""
}
