package extract

import (
	"cmp"
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// noun resolves the description headed by token t, or remembers it as something that is no actor.
func (d *discourse) noun(t int) {
	p := d.phraseOf(t)
	e := d.describedBy(&p)
	if e == nil {
		e = d.unnamed(&p)
	}
	if e == nil {
		d.block(t)
		return
	}
	d.describe(p, e)
	d.remember(e, t)
}

// describedBy finds the entity that a phrase describes; it may make one for a group or an office that has an owner.
func (d *discourse) describedBy(p *phrase) *entity {
	if e := d.knownDescription(p); e != nil {
		return e
	}
	if e := cmp.Or(d.sortOf(p), d.siteOf(p)); e != nil {
		return e
	}
	if p.owner >= 0 { // "its government": the owner is a pronoun that was resolved before
		if e := d.ownerOf(p.owner); e != nil && e.typ != graph.Person && e.class != graph.Unnamed {
			p.own(e)
		}
	}
	if p.led != nil {
		return d.ledDescription(p)
	}
	if len(p.of) > 0 {
		if e := cmp.Or(d.nationalBody(p), d.likelyPerson(p)); e != nil {
			return e
		}
		return d.ownedDescription(p)
	}
	if p.definite && p.owner < 0 && !p.plural {
		if e := d.likelyPerson(p); e != nil {
			return e
		}
		return d.bareDescription(p)
	}
	return nil
}

// sortOf is the organisation whose name stands just before a noun that says what sort of one it is: "the Nordmark banking group". Parts of
// it ("the Nordmark unit") are others.
func (d *discourse) sortOf(p *phrase) *entity {
	k := d.Know.NounKind(p.lemma)
	if p.plural || k == nil || !k.Generic || isArm(p.lemma) || d.isIndefinite(p) ||
		oneOf(p.lemma, "unit", "division", "subsidiary", "affiliate", "branch", "club", "side", "league") {
		return nil
	}
	t := p.head - 1
	if t > 0 && d.nameAt(t) < 0 && d.NLP.Toks[t].UPOS == "NOUN" {
		t-- // "banking"
	}
	for t > 0 && oneOf(d.NLP.Toks[t].Text, ">", ")") {
		t--
	}
	n := d.nameAt(t)
	if n < 0 || d.of[n] == nil || d.of[n].typ != graph.Organization || d.of[n].country != nil || d.of[n].org != nil && !d.suits(d.of[n], p.lemma) {
		return nil
	}
	return d.of[n]
}

// siteOf is the place that a noun introduces: "the state of Tamaulipas", "the town of Vardenis".
func (d *discourse) siteOf(p *phrase) *entity {
	if p.plural || d.isIndefinite(p) || !oneOf(p.lemma, "city", "town", "village", "state", "province", "region", "county", "municipality", "republic", "kingdom",
		"emirate", "island") {
		return nil
	}
	of := p.head + 1
	if of+1 >= len(d.NLP.Toks) || d.NLP.Toks[of].Text != "of" {
		return nil
	}
	n := d.nameAt(of + 1)
	if n < 0 || d.of[n] == nil || d.of[n].typ != graph.Location || d.Mentions[n].First != of+1 {
		return nil
	}
	p.last = max(p.last, d.Mentions[n].Last)
	return d.of[n]
}

// knownDescription looks a phrase up in the tables: "the Russia-led security bloc". Where several organisations are described
// so, it is the one that the document names.
func (d *discourse) knownDescription(p *phrase) *entity {
	for first := p.first; first < p.head; first++ {
		orgs := d.Know.OrgNominals(d.words(first, p.head+1))
		for _, o := range orgs {
			for _, e := range d.ents {
				if e.org == o {
					p.last = max(p.last, p.head+1)
					return e
				}
			}
		}
		if len(orgs) == 1 {
			e := d.newEntity(orgs[0].Name, graph.Organization)
			e.org = orgs[0]
			return e
		}
	}
	return nil
}

// ledDescription resolves "the Russia-led alliance" to the last organisation named that is one and has the leader among its
// members, as far as that is known.
func (d *discourse) ledDescription(p *phrase) *entity {
	n := d.nominal(p.lemma)
	if !p.definite || n == nil || n.Type != graph.Organization || p.led.country == nil {
		return nil
	}
	return d.latest(p.head, 10, func(pt *point) bool {
		o := pt.e.org
		return pt.typ == graph.Organization && d.suits(pt.e, p.lemma) && o != nil && slices.Contains(o.Members, p.led.country.Name)
	})
}

// ownerOf is the entity that a possessive pronoun was resolved to.
func (d *discourse) ownerOf(tok int) *entity {
	for i := len(d.history) - 1; i >= 0 && d.history[i].tok >= tok; i-- {
		if d.history[i].tok == tok {
			return d.history[i].e
		}
	}
	return nil
}

// ownedDescription reads a phrase with a named owner: a country's government is the country itself, its ministry, army or
// officials are actors that belong to it, and an office is the person who holds it.
func (d *discourse) ownedDescription(p *phrase) *entity {
	owner := p.of[0]
	if len(p.of) > 1 {
		if !d.isPlural(p.head) {
			owner = p.of[len(p.of)-1] // "the EU's Armenian mission": the nearest
		} else {
			return nil // "the Armenian and Azerbaijani leaders" are two
		}
	}
	if c := d.seatOf(owner); c != nil && isStateBody(p.title) {
		owner = c // "the foreign ministry in Yerevan" is Armenia's
	}
	if owner.typ == graph.Person {
		if !oneOf(p.lemma, "campaign", "administration", "camp", "government", "team", "cabinet") || p.plural || p.after {
			return nil
		}
		words := personWords(owner.name)
		last := strings.Fields(owner.name)[len(words)-1]
		return d.actorNamed(last+" "+strings.ToLower(p.title), graph.Organization, owner, "")
	}
	if owner.country != nil && !p.plural && oneOf(p.lemma, "government", "authority", "administration", "cabinet", "regime", "side",
		"state",
		"nation", "republic") && !strings.Contains(p.title, "-") {
		return owner
	}
	if p.lemma == "leadership" { // those who lead, or the quality
		if owner.country != nil && d.Tree.Rel(p.head, "nsubj") {
			return owner
		}
		return nil
	}
	if owner.country != nil && p.lemma == "authority" && p.plural {
		return owner
	}
	if owner.country != nil && p.lemma == "capital" {
		return d.capitalOf(owner.country)
	}
	if owner.country == nil && owner.typ == graph.Norp || !belongsToOwner(p.lemma) || d.isIndefinite(p) {
		return nil
	}
	if p.plural && d.Tree.Kid(p.head, "nummod") >= 0 && d.reports(p.head) {
		return nil // "two Kenyan officials said": not all of them
	}
	if d.isOfficeNoun(p.head) {
		if !p.plural {
			return d.holder(p, owner)
		}
		if d.isOfficial(p) {
			return d.group(p, owner, graph.Norp)
		}
		return nil
	}
	for _, n := range d.Know.Nominal(p.lemma) {
		switch n.Type {
		case graph.Organization:
			if isArm(p.lemma) {
				return d.group(p, owner, graph.Organization)
			}
		case graph.Norp:
			if oneOf(p.lemma, "separatist", "jihadist", "nationalist", "loyalist", "islamist", "settler", "secessionist") {
				return d.group(p, owner, graph.Norp)
			}
		case graph.Person:
			if p.plural && d.isOfficial(p) {
				return d.group(p, owner, graph.Norp)
			}
		}
	}
	return nil
}

// seatOf is the country whose government sits in a place, nil for other places.
func (d *discourse) seatOf(place *entity) *entity {
	if place.typ != graph.Location || place.country != nil {
		return nil
	}
	if p := d.Know.Place(place.name); p != nil && p.Capital {
		if c := d.Know.Country(p.Country); c != nil {
			return d.countryEntity(c)
		}
	}
	return nil
}

// capitalOf is the place that a country's capital is.
func (d *discourse) capitalOf(c *seeds.Country) *entity {
	if c.Capital == "" {
		return nil
	}
	if e := d.byName[graph.FoldName(c.Capital)]; e != nil && e.typ == graph.Location && e.country == nil {
		return e
	}
	return nil
}

// group is an actor of its own that belongs to the owner: "Azerbaijani forces", "the Russian Foreign Ministry".
func (d *discourse) group(p *phrase, owner *entity, typ string) *entity {
	if owner.typ == graph.Organization && len(owner.affil) > 0 && owner.affil[0].country != nil && oneOf(p.lemma, "force", "forces",
		"troop",
		"troops", "soldier", "unit", "army", "military", "border guard") {
		owner = owner.affil[0] // the forces of a defence ministry are the country's
	}
	adjective := owner.name
	switch {
	case owner.country != nil:
		adjective = adjectiveOf(owner.country)
	case owner.org != nil && owner.org.Acronym != "":
		adjective = owner.org.Acronym
	}
	words := d.uncounted(p.title)
	if typ == graph.Norp {
		words = lowerFirst(words)
	}
	name := adjective + " " + words
	if p.after && owner.country == nil {
		name = words + " of " + owner.name
	}
	e := d.actorNamed(name, typ, owner, "")
	e.plural = e.plural || p.plural || typ == graph.Norp
	return e
}

// uncounted cuts the head count off a description: "mission of 100 people" is a mission, whatever its size.
func (d *discourse) uncounted(words string) string {
	before, after, _ := strings.Cut(words, " of ")
	number, _, _ := strings.Cut(after, " ")
	if number == "" {
		return words
	}
	if (number[0] < '0' || number[0] > '9') && d.Know.Number(strings.ToLower(number)) == nil {
		return words
	}
	return before
}

// actorNamed is the entity of this name and type, made when it is new, with its owner.
func (d *discourse) actorNamed(name, typ string, owner *entity, title string) *entity {
	key := graph.FoldName(name)
	if e := d.byName[key]; e != nil {
		return e
	}
	e := d.newEntity(name, typ)
	d.byName[key] = e
	e.belongTo(owner)
	if title != "" {
		e.hold(office{title: title, of: []*entity{owner}})
	}
	return e
}

// bareDescription resolves a definite noun without an owner: "the prime minister", "the alliance", "the country".
func (d *discourse) bareDescription(p *phrase) *entity {
	if d.isOfficeNoun(p.head) {
		if oneOf(p.lemma, "man", "woman", "person", "official", "people", "leader") && !strings.Contains(p.title, " ") {
			if p.lemma != "leader" {
				return nil
			}
			return d.latest(p.head, 2, func(pt *point) bool { return pt.typ == graph.Person && pt.e.class == "" && len(pt.e.titles) > 0 })
		}
		return d.personWithTitle(p, nil)
	}
	if d.hasModifier(p) && !(d.reports(p.head) && d.onlyDescribes(p)) {
		return nil // "the other country", "the new party": not the one before
	}
	switch p.lemma {
	case "country", "nation", "republic", "kingdom":
		return d.latest(p.head, 2, func(pt *point) bool { return pt.e.country != nil })
	case "city", "town", "village":
		return d.latest(p.head, 2, func(pt *point) bool { return pt.typ == graph.Location && pt.e.country == nil })
	}
	n := d.nominal(p.lemma)
	if n == nil || n.Type != graph.Organization || n.Collective && oneOf(p.lemma, "police", "army", "military", "public", "crowd", "team") {
		return nil
	}
	named := func(pt *point) bool { return pt.typ == graph.Organization && pt.e.class != graph.Unnamed }
	if e := d.latest(p.head, 8, func(pt *point) bool { return named(pt) && endsIn(pt.e, p.lemma) }); e != nil {
		return e
	}
	if !d.generic(p.lemma) {
		return nil
	}
	if e := d.latest(p.head, 3, func(pt *point) bool { return named(pt) && pt.core && d.suits(pt.e, p.lemma) }); e != nil {
		return e
	}
	return d.onlyOne(p, func(pt *point) bool { return named(pt) && d.suits(pt.e, p.lemma) })
}

// onlyOne is the entity that fits, where the last sentences have no other: "Shares in Volvo fell after the firm cut its forecast".
func (d *discourse) onlyOne(p *phrase, fits func(*point) bool) *entity {
	var found *entity
	several := false
	d.recent(p.head, 2, func(pt *point, _ int) bool {
		if pt.e != nil && fits(pt) {
			several = several || found != nil && found != pt.e
			found = pt.e
		}
		return !several
	})
	if several {
		return nil
	}
	return found
}

// onlyDescribes reports whether the words before the noun say what everybody knows of the one who was named ("the Swiss bank", "the
// world's biggest insurer"), and do not tell another one from him.
func (d *discourse) onlyDescribes(p *phrase) bool {
	for t := p.first; t < p.head; t++ {
		tok := &d.NLP.Toks[t]
		if tok.UPOS == "NUM" || oneOf(strings.ToLower(tok.Lemma), "other", "new", "rival", "another", "second", "third", "same", "latter",
			"former", "first", "next", "previous", "local", "state", "joint", "combined", "parent", "sister") {
			return false
		}
	}
	return true
}

// rank is greater for what a sentence is about.
func (p *point) rank() int {
	switch {
	case p.main:
		return 2
	case p.subject:
		return 1
	}
	return 0
}

// hasModifier reports whether words stand between the article and the noun.
func (d *discourse) hasModifier(p *phrase) bool { return p.head-p.first > 1 }

// latest is the entity mentioned last that fits, within so many sentences; the subject of a sentence before its other parts.
func (d *discourse) latest(t, sentences int, fits func(*point) bool) *entity {
	var found *point
	d.recent(t, sentences, func(pt *point, back int) bool {
		if found != nil && pt.sent != found.sent {
			return false
		}
		if pt.e != nil && fits(pt) && (found == nil || pt.rank() > found.rank()) {
			found = pt
		}
		return true
	})
	if found == nil {
		return nil
	}
	return found.e
}
