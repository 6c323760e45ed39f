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

// sureID is the evidence of an identifier that both have.
const sureID = 5

// far is how many years between two documents speak against one actor.
const far = 15

// evidence weighs what speaks for two actors being one: offices, whom they belong to, the company they keep, the time.
func evidence(a, b *facts) (score float64, why []string) {
	note := func(points float64, what string, list []string) {
		if points != 0 {
			score += points
			why = append(why, what+" "+strings.Join(list[:min(3, len(list))], ", "))
		}
	}
	if same := a.same.shared(b.same); len(same) > 0 {
		note(sureID, "identifier", same)
	}
	titles := a.titles.shared(b.titles)
	if len(titles) == 0 {
		titles = append(a.past.shared(b.titles), b.past.shared(a.titles)...)
	}
	note(min(1.5*float64(len(titles)), 2.5), "office", titles)
	bodies := slices.DeleteFunc(a.bodies.shared(b.bodies), func(id string) bool { return id == "" })
	note(min(1.5*float64(len(bodies)), 3), "of", bodies)
	if len(bodies) == 0 {
		bodies = append(a.bodies.shared(b.company), b.bodies.shared(a.company)...)
		note(min(float64(len(bodies)), 1), "names", bodies)
	}
	countries := a.countries.shared(b.countries)
	note(min(float64(len(countries)), 1), "country", countries)
	if len(countries) == 0 {
		lands := a.countries.shared(b.lands)
		if len(lands) == 0 {
			lands = b.countries.shared(a.lands)
		}
		note(min(0.7*float64(len(lands)), 0.7), "country named", lands)
		if len(lands) == 0 {
			lands = a.lands.shared(b.lands)
			note(min(0.2*float64(len(lands)), 0.4), "countries named", lands)
		}
	}
	people := companions(a.people, b.people, a, b)
	note(min(float64(len(people)), 3), "with", people)
	company := companions(a.company, b.company, a, b)
	note(min(0.4*float64(len(company)), 1.6), "beside", company)
	if gap := yearsBetween(a, b); gap >= far {
		score--
		why = append(why, fmt.Sprintf("%d years apart", gap))
	}
	return score, why
}

// companions are those whom the documents of both name, themselves left out.
func companions(x, y set, a, b *facts) []string {
	return slices.DeleteFunc(x.shared(y), func(id string) bool {
		return id == a.id || id == b.id || a.self[id] || b.self[id]
	})
}

func yearsBetween(a, b *facts) int {
	if a.first == 0 || b.first == 0 {
		return 0
	}
	return max(a.first-b.last, b.first-a.last, 0)
}

// apart are kinds of offices that nobody holds together.
func apart(a, b set) bool {
	public := func(s set) bool {
		return s["political"] || s["diplomatic"] || s["military"] || s["judicial"] || s["police"] || s["royal"]
	}
	other := func(s set) bool { return s["sport"] || s["culture"] || s["medical"] || s["religious"] }
	return public(a) && !public(b) && other(b) || public(b) && !public(a) && other(a)
}

// conflict tells why two actors cannot be one, "" when they can: another country, an office of another sort, the same office
// elsewhere at the same time, another gender; company that both keep, or something both belong to, outweighs it.
func conflict(a, b *facts) string {
	if len(a.same) > 0 && len(b.same) > 0 {
		if a.same.meets(b.same) {
			return ""
		}
		return "identifier: " + first(a.same) + ", " + first(b.same)
	}
	if a.gender != "" && b.gender != "" && a.gender != b.gender && a.gender != "?" && b.gender != "?" {
		return "gender"
	}
	if a.bodies.meets(b.bodies) || a.countries.meets(b.countries) {
		return ""
	}
	people := len(companions(a.people, b.people, a, b))
	if a.titles.meets(b.titles) && people > 0 {
		return ""
	}
	if len(a.countries) > 0 && len(b.countries) > 0 && people < 2 {
		return "country: " + first(a.countries) + ", " + first(b.countries)
	}
	if t := sameOfficeElsewhere(a, b); t != "" && people < 2 {
		return "office: " + t
	}
	if people == 0 && otherWorlds(a, b) {
		return "office and country: " + first(a.titles) + ", " + first(b.titles)
	}
	if people == 0 && apart(a.kinds, b.kinds) {
		return "office: " + first(a.titles) + ", " + first(b.titles)
	}
	return ""
}

// otherWorlds reports whether two who hold offices have nothing in common: no word of their offices, no country and no body
// that their documents name.
func otherWorlds(a, b *facts) bool {
	if len(a.titles) == 0 || len(b.titles) == 0 || len(a.lands)+len(a.countries) == 0 || len(b.lands)+len(b.countries) == 0 {
		return false
	}
	if a.lands.meets(b.lands) || a.lands.meets(b.countries) || b.lands.meets(a.countries) || len(companions(a.company, b.company, a, b)) > 0 {
		return false
	}
	var words set
	for t := range a.titles {
		words.put(strings.Fields(t)...)
	}
	for t := range b.titles {
		if slices.ContainsFunc(strings.Fields(t), func(w string) bool { return words[w] }) {
			return false
		}
	}
	return true
}

func first(s set) string {
	keys := slices.Sorted(maps.Keys(s))
	if len(keys) == 0 {
		return ""
	}
	return keys[0]
}

// sameOfficeElsewhere finds an office that both hold in the same years, of different bodies.
func sameOfficeElsewhere(a, b *facts) string {
	if len(a.bodies) == 0 || len(b.bodies) == 0 || likeBodies(a.bodies, b.bodies) {
		return ""
	}
	for _, t := range slices.Concat(a.titles.shared(b.titles), a.titles.shared(b.past), a.past.shared(b.titles), a.past.shared(b.past)) {
		if headsOne(t) && sameTime(a, b, t) {
			return t
		}
	}
	return ""
}

// likeBodies reports whether names of bodies share a word: "the commission" may be the European Commission.
func likeBodies(a, b set) bool {
	var words set
	for id := range a {
		words.put(contentWords(Group(id))...)
	}
	for id := range b {
		if slices.ContainsFunc(contentWords(Group(id)), func(w string) bool { return words[w] }) {
			return true
		}
	}
	return false
}

// headsOne reports whether a body has one holder of an office.
func headsOne(title string) bool {
	words := strings.Fields(title)
	switch words[len(words)-1] {
	case "governor", "mayor", "president", "minister", "premier", "king", "queen", "chancellor", "ambassador", "bishop", "archbishop",
		"senator", "executive", "chairman", "sheriff", "coach", "manager", "speaker", "secretary":
		return true
	}
	return false
}
