package extract

import (
	"cmp"
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// clusterNames makes entities of the names: what the tables know by their key there, then people by full name, then other
// names by text; what is left are short forms (surnames, acronyms, first words), which join the entity they fit.
func (r *resolver) clusterNames() {
	r.chooseCountries()
	r.chooseFigures()
	r.distrustAcronyms()
	r.distrustShared()
	r.retypeSurnames()
	r.unifyTypes()
	byKey := map[string]*entity{}
	var short []int
	for i := range r.Mentions {
		m := &r.Mentions[i]
		key, ok := r.nameKey(m)
		if !ok {
			short = append(short, i)
			continue
		}
		e := byKey[key]
		if e == nil {
			e = r.entityOf(m)
			byKey[key] = e
		}
		e.votes[m.Type]++
		r.join(i, e)
	}
	r.joinVariants()
	r.joinShort(short, byKey)
	r.joinAcronyms()
	r.joinLongNames()
	for _, e := range r.ents {
		r.settle(e)
	}
}

// nameKey is what names of one entity share, "" and false for a short form that waits for the others.
func (r *resolver) nameKey(m *Mention) (string, bool) {
	if c := countryOf(m); c != nil {
		if m.Type == graph.Norp && r.isPeople(m) {
			return "people " + c.Name, true
		}
		return "country " + c.Name, true
	}
	if o := orgOf(m); o != nil {
		return "org " + o.Name, true
	}
	text := r.textOf(m)
	fold := graph.FoldName(text)
	switch m.Type {
	case graph.Person:
		if !strings.Contains(text, " ") || r.isTail(fold) {
			return "", false
		}
		if f := figureOf(m); f != nil {
			fold = graph.FoldName(f.Name)
		}
		return "per " + fold, true
	case graph.Norp:
		return "norp " + strings.TrimSuffix(fold, "s"), true
	case graph.Location:
		if p := placeOf(m); p != nil {
			fold = graph.FoldName(p.Name)
		}
		return "loc " + fold, true
	case graph.Organization:
		if name := r.stateBody(m); name != "" {
			if o := r.Know.Org(name); o != nil {
				return "org " + o.Name, true
			}
			return "name " + graph.FoldName(name), true
		}
	}
	return "name " + graph.FoldName(singularModel(text)), true
}

// isTail reports whether a name that begins with a particle is the end of a longer one in the document: "de Kock" after "Gerhard de
// Kock".
func (r *resolver) isTail(fold string) bool {
	particle, _, _ := strings.Cut(fold, " ")
	if !oneOf(particle, "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten", "zu") {
		return false
	}
	return slices.ContainsFunc(r.Mentions, func(m Mention) bool {
		return m.Type == graph.Person && m.Last-m.First > 2 && strings.HasSuffix(graph.FoldName(r.words(m.First, m.Last)), " "+fold)
	})
}

// figureOf is the public figure that a name is known to mean; nil where it can mean two.
func figureOf(m *Mention) *seeds.Figure {
	var found *seeds.Figure
	for i := range m.entries {
		f := m.entries[i].Person
		if f == nil || m.Type != graph.Person {
			continue
		}
		if found != nil && found.Name != f.Name {
			return nil
		}
		found = f
	}
	return found
}

// placeOf is the place that a name is known to mean.
func placeOf(m *Mention) *seeds.Place {
	for i := range m.entries {
		if p := m.entries[i].Place; p != nil && m.Type == graph.Location {
			return p
		}
	}
	return nil
}

// countryOf is the country that a name or demonym is known to mean.
func countryOf(m *Mention) *seeds.Country {
	for i := range m.entries {
		e := &m.entries[i]
		if e.Country != nil && entryType(e) == m.Type {
			return e.Country
		}
	}
	return nil
}

// orgOf is the organisation that a name is known to mean.
func orgOf(m *Mention) *seeds.Organisation {
	for i := range m.entries {
		if o := m.entries[i].Organisation; o != nil && m.Type == graph.Organization {
			return o
		}
	}
	return nil
}

// isPeople reports whether a demonym names people ("three Armenians", "the Armenians") and not the country's quality.
func (r *resolver) isPeople(m *Mention) bool {
	c, text := countryOf(m), r.textOf(m)
	plural := r.isPlural(m.Head) || c != nil && strings.HasSuffix(text, "s") && slices.Contains(c.Nouns, text)
	return plural && !slices.Contains(c.Adjectives, text) && !r.Tree.Rel(m.Head, "amod")
}

// entityOf starts the entity of a name.
func (r *resolver) entityOf(m *Mention) *entity {
	if c := countryOf(m); c != nil {
		if m.Type == graph.Norp && r.isPeople(m) {
			e := r.newEntity(peopleOf(c), graph.Norp)
			e.plural = true
			e.belongTo(r.namedCountry(c.Name))
			return e
		}
		return r.countryEntity(c)
	}
	e := r.newEntity(singularModel(r.textOf(m)), m.Type)
	o, f, p := orgOf(m), figureOf(m), placeOf(m)
	switch {
	case o != nil:
		e.name, e.org = o.Name, o
	case f != nil:
		e.name, e.figures = f.Name, r.Know.Person(f.Name)
	case p != nil:
		e.name = p.Name
	case m.Type == graph.Organization:
		if name := r.stateBody(m); name != "" {
			e.name = name
			if o := r.Know.Org(name); o != nil {
				e.name, e.org = o.Name, o
			}
		}
	}
	return e
}

// peopleOf is the name for the people of a country: the plural of its nouns, else "people of …".
func peopleOf(c *seeds.Country) string {
	for _, n := range c.Nouns {
		if strings.HasSuffix(n, "s") {
			return n
		}
	}
	return "people of " + c.Name
}

// countryEntity is the entity of a country; it is made when the document has not named it yet.
func (r *resolver) countryEntity(c *seeds.Country) *entity {
	if e := r.namedCountry(c.Name); e != nil {
		return e
	}
	e := r.newEntity(c.Name, graph.Location)
	e.class, e.country = graph.Country, c
	r.countries[c.Name] = e
	return e
}

// namedCountry is the entity of a country that the document names, else nil: an affiliation needs both ends in the record.
func (r *resolver) namedCountry(name string) *entity {
	return r.countries[name]
}

// unifyTypes gives names of one text one type, that of most of them, where the tables do not know better.
func (r *resolver) unifyTypes() {
	votes := map[string][5]int{}
	rank := []string{graph.Organization, graph.Person, graph.Location, graph.Norp, graph.Misc}
	vote := func(use func(m *Mention, key string, count [5]int)) {
		for i := range r.Mentions {
			if m := &r.Mentions[i]; len(m.entries) == 0 {
				key := graph.FoldName(r.textOf(m))
				use(m, key, votes[key])
			}
		}
	}
	vote(func(m *Mention, key string, count [5]int) {
		if k := slices.Index(rank, m.Type); k >= 0 {
			count[k]++
			votes[key] = count
		}
	})
	vote(func(m *Mention, key string, count [5]int) {
		best := 0
		for k := range count {
			if count[k] > count[best] {
				best = k
			}
		}
		m.Type = rank[best]
	})
}

// retypeSurnames makes a single word a person where the document gives it as somebody's surname, and the tagger took it for
// something else that the tables do not know.
//
// A known city that the tagger took for a person is a city unless somebody of that name is there.
func (r *resolver) retypeSurnames() {
	surname, family := map[string]bool{}, map[string]bool{}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if words := strings.Fields(r.textOf(m)); m.Type == graph.Person && len(words) > 1 {
			family[graph.FoldName(words[len(words)-1])] = true
			surname[graph.FoldName(words[len(words)-1])], surname[graph.FoldName(words[0])] = true, true
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		text := r.textOf(m)
		if m.Type == graph.Person && len(m.entries) > 0 && m.entries[0].Place != nil && !m.entries[0].Place.Ambiguous &&
			!surname[graph.FoldName(text)] && r.addressGender(m.First) == unknownGender {
			m.Type = graph.Location
		}
		if m.Type == graph.Person || strings.Contains(text, " ") || !surname[graph.FoldName(text)] {
			continue
		}
		if countryOf(m) == nil && orgOf(m) == nil && !(m.Type == graph.Location && len(m.entries) > 0) || r.isNamesake(m, family) {
			m.Type, m.entries = graph.Person, namesake(m)
		}
	}
}

// isNamesake reports whether what the tables know as a country is the surname of somebody in the document ("Jordan said his knee hurt"):
// the document names nothing else of that country, and no preposition stands before the name.
func (r *resolver) isNamesake(m *Mention, family map[string]bool) bool {
	c := countryOf(m)
	if c == nil || m.Type != graph.Location || !family[graph.FoldName(r.textOf(m))] || r.touches(c.Name, m) {
		return false
	}
	p := r.preposition(m.Head)
	return p < 0 || !oneOf(strings.ToLower(r.NLP.Toks[p].Text), "in", "to", "from", "of", "into", "across", "via", "near")
}

// namesake are the entries of a name that is a person's: none of a country.
func namesake(m *Mention) []seeds.Entry {
	if countryOf(m) == nil {
		return m.entries
	}
	return nil
}

// merge makes b's mentions a's. The fuller name stays.
func (r *resolver) merge(a, b *entity) {
	if a == b {
		return
	}
	for i, e := range r.of {
		if e == b {
			r.of[i] = a
		}
	}
	for _, f := range b.forms {
		a.addForm(f)
	}
	for t, n := range b.votes {
		a.votes[t] += n
	}
	if b.org != nil && a.org == nil || a.org == nil && len(b.name) > len(a.name) {
		a.name, a.org = b.name, b.org
	}
	if a.figures == nil {
		a.figures = b.figures
	}
	a.first, a.count = min(a.first, b.first), a.count+b.count
	for _, o := range b.titles {
		a.hold(o)
	}
	for _, o := range b.affil {
		a.belongTo(o)
	}
	for _, e := range r.ents {
		for _, list := range [][]*entity{e.affil, e.within} {
			for i, o := range list {
				if o == b {
					list[i] = a
				}
			}
		}
	}
	r.ents = slices.DeleteFunc(r.ents, func(e *entity) bool { return e == b })
}

// settle decides the type of an entity by the votes of its mentions.
func (r *resolver) settle(e *entity) {
	if e.country != nil || e.org != nil || e.typ == graph.Person && strings.Contains(e.name, " ") {
		return
	}
	if strings.ToUpper(e.name) == e.name && len(e.name) > 3 { // "KAPAN, October 21"
		for _, f := range e.forms {
			if strings.EqualFold(f, e.name) && f != e.name {
				e.name = f
				break
			}
		}
	}
	types := []string{graph.Person, graph.Organization, graph.Location, graph.Norp, graph.Misc}
	best := slices.MaxFunc(types, func(a, b string) int { return cmp.Compare(e.votes[a], e.votes[b]) })
	if e.votes[best] > e.votes[e.typ] {
		e.typ = best
	}
}
