package extract

import (
	"slices"
	"strconv"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// noun resolves the description headed by token t, or remembers it as something that is no actor.
func (d *discourse) noun(t int) {
	p := d.phraseOf(t)
	e := d.describedBy(&p)
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
	if p.owner >= 0 { // "its government": the owner is a pronoun that was resolved before
		if e := d.ownerOf(p.owner); e != nil && e.typ != graph.Person {
			p.own(e)
		}
	}
	if p.led != nil {
		return d.ledDescription(p)
	}
	if len(p.of) > 0 {
		return d.ownedDescription(p)
	}
	if p.definite && p.owner < 0 && !p.plural {
		return d.bareDescription(p)
	}
	return nil
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
		return pt.typ == graph.Organization && suits(pt.e, p.lemma) && o != nil && slices.Contains(o.Members, p.led.country.Name)
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
	if owner.typ == graph.Person {
		if !oneOf(p.lemma, "campaign", "administration", "camp", "government", "team", "cabinet") || p.plural || p.after {
			return nil
		}
		words := personWords(owner.name)
		last := strings.Fields(owner.name)[len(words)-1]
		return d.actorNamed(last+" "+strings.ToLower(p.title), graph.Organization, owner, "")
	}
	if owner.country != nil && !p.plural && oneOf(p.lemma, "government", "authority", "administration", "cabinet", "regime", "side", "state",
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

// isIndefinite reports whether a phrase introduces one of many: "an EU official".
func (d *discourse) isIndefinite(p *phrase) bool {
	det := d.Tree.Kid(p.head, "det")
	return !p.plural && det >= 0 && oneOf(strings.ToLower(d.NLP.Toks[det].Text), "a", "an", "another", "any", "some", "each", "every", "no")
}

// belongsToOwner is false for nouns whose owner is somebody else's: a critic of Russia is not Russia's.
func belongsToOwner(noun string) bool {
	return !oneOf(noun, "critic", "opponent", "defender", "supporter", "rival", "enemy", "foe", "victim", "fan", "adversary", "neighbour", "neighbor",
		"ally", "partner", "friend", "customer", "client", "user", "viewer", "reader", "audience", "visitor", "guest", "donor", "backer", "detractor",
		"voter", "buyer", "investor", "creditor", "competitor", "admirer", "follower", "sympathizer", "sympathiser", "expert", "watcher", "veteran")
}

// isArm reports whether an organisation of this description is one through which its owner acts: forces, ministries, missions, and
// not websites or headquarters.
func isArm(noun string) bool {
	return oneOf(noun, "force", "forces", "troop", "troops", "army", "military", "navy", "police", "gendarmerie", "militia", "guard", "fleet", "battalion",
		"brigade", "regiment", "unit", "squad", "division", "air force", "coastguard", "ministry", "department", "parliament", "senate", "congress",
		"legislature", "assembly", "court", "tribunal", "judiciary", "prosecutor", "service", "intelligence", "agency", "commission", "committee",
		"council", "board", "embassy", "consulate", "mission", "delegation", "secretariat", "presidency", "opposition", "junta", "treasury",
		"central bank", "regulator", "watchdog", "authorities", "directorate", "inspectorate", "cabinet", "administration",
		"government", "peacekeeping force", "security service", "armed forces", "security forces", "team", "task force", "chancellery")
}

// isOfficial reports whether people of this description act for the one they belong to: officials, troops, lawmakers, and not
// singers or teachers.
func (d *discourse) isOfficial(p *phrase) bool {
	if oneOf(p.lemma, "official", "member", "soldier", "officer", "leader", "observer", "monitor", "mediator", "negotiator", "delegate", "envoy",
		"representative", "diplomat", "lawmaker", "legislator", "senator", "deputy", "minister", "peacekeeper", "troop", "fighter", "rebel",
		"separatist", "militant", "inspector", "investigator", "prosecutor", "guard", "agent", "spy", "pilot", "sailor", "authority", "employee",
		"worker", "staff", "executive", "manager", "director", "spokesman", "spokesperson", "adviser", "advisor", "aide", "commander", "general") {
		return true
	}
	o := d.Know.Office(p.lemma)
	return o != nil && oneOf(o.Kind, "political", "diplomatic", "military", "police", "judicial", "spokesperson")
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

// holder is the person who holds an office of the owner; where the document names nobody, an actor called by the office, when
// it is one that only one person holds.
func (d *discourse) holder(p *phrase, owner *entity) *entity {
	if e := d.personWithTitle(p, owner); e != nil {
		return e
	}
	o := d.Know.Office(strings.ToLower(p.title))
	if o == nil || !p.definite || !oneOf(o.Kind, "political", "diplomatic", "government", "state") || owner.country == nil {
		return nil
	}
	return d.actorNamed(strings.ToLower(p.title)+" of "+owner.name, graph.Person, owner, p.title)
}

// personWithTitle is the person named last whose office the phrase fits. With an owner, the person must belong to it.
func (d *discourse) personWithTitle(p *phrase, owner *entity) *entity {
	var found *entity
	d.recent(p.head, 40, func(pt *point, _ int) bool {
		if pt.e != nil && pt.typ == graph.Person && d.fitsOffice(pt.e, p, owner) {
			found = pt.e
			return false
		}
		return true
	})
	if found != nil || owner == nil {
		return found
	}
	for _, e := range d.titled[p.lemma] { // named later
		if e.typ == graph.Person && e.holds(p.title) && e.belongs(owner) {
			return e
		}
	}
	return nil
}

// fitsOffice reports whether a person is one whom a description of an office can mean, by the document or by the tables.
func (d *discourse) fitsOffice(e *entity, p *phrase, owner *entity) bool {
	leader := p.lemma == "leader" && owner != nil
	if (e.holds(p.title) || leader && e.leads()) && (owner == nil || e.belongs(owner)) {
		return true
	}
	title, former := strings.CutPrefix(strings.ToLower(p.title), "former ")
	year := 0
	if len(d.Doc.Date) >= 4 {
		year, _ = strconv.Atoi(d.Doc.Date[:4])
	}
	for _, f := range e.figures {
		if year == 0 || former != (f.To != 0 && f.To < year) || !former && f.From > year {
			continue
		}
		same := strings.EqualFold(f.Office, title) || leader && oneOf(f.Office, "president", "prime minister", "chancellor", "supreme leader")
		if same && (owner == nil || owner == d.named(f.Affiliation)) {
			return true
		}
	}
	return false
}

// holds reports whether a person holds the office that a description names: "minister" fits a foreign minister, "foreign
// minister" no deputy of his.
func (e *entity) holds(title string) bool {
	want := strings.Fields(strings.ToLower(title))
	for _, o := range e.titles {
		have := strings.Fields(strings.ToLower(o.title))
		if len(want) > len(have) || len(want) == 0 {
			continue
		}
		rest := have[:len(have)-len(want)]
		if !slices.Equal(have[len(rest):], want) || slices.Contains(rest, "former") || slices.Contains(rest, "ex") {
			continue
		}
		if len(want) == 1 || !ranks(rest) {
			return true
		}
	}
	return false
}

// leads reports whether a person holds the highest office of a state: "the Belarusian leader" is its president.
func (e *entity) leads() bool {
	return slices.ContainsFunc(e.titles, func(o office) bool {
		return oneOf(strings.ToLower(o.title), "president", "prime minister", "chancellor", "premier", "king", "queen", "emir", "supreme leader")
	})
}

// ranks reports whether words before an office make it another office.
func ranks(words []string) bool {
	for _, w := range words {
		if oneOf(w, "deputy", "vice", "assistant", "acting", "under", "junior", "associate", "shadow") {
			return true
		}
	}
	return false
}

// belongs reports whether a person belongs to an owner, directly or through an organisation.
func (e *entity) belongs(owner *entity) bool {
	for _, o := range e.affil {
		if o == owner {
			return true
		}
		for _, p := range o.affil {
			if p == owner {
				return true
			}
		}
	}
	return false
}

// group is an actor of its own that belongs to the owner: "Azerbaijani forces", "the Russian Foreign Ministry".
func (d *discourse) group(p *phrase, owner *entity, typ string) *entity {
	if owner.typ == graph.Organization && len(owner.affil) > 0 && owner.affil[0].country != nil && oneOf(p.lemma, "force", "forces", "troop",
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
	words := p.title
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

func lowerFirst(text string) string {
	if isAcronym(strings.Fields(text)[0]) {
		return text
	}
	return strings.ToLower(text)
}

// bareDescription resolves a definite noun without an owner: "the prime minister", "the alliance", "the country".
func (d *discourse) bareDescription(p *phrase) *entity {
	if d.isOfficeNoun(p.head) {
		if oneOf(p.lemma, "man", "woman", "person", "official", "people", "leader") && !strings.Contains(p.title, " ") {
			if p.lemma != "leader" {
				return nil
			}
			return d.latest(p.head, 2, func(pt *point) bool { return pt.typ == graph.Person && len(pt.e.titles) > 0 })
		}
		return d.personWithTitle(p, nil)
	}
	if d.hasModifier(p) {
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
	if e := d.latest(p.head, 8, func(pt *point) bool { return pt.typ == graph.Organization && endsIn(pt.e, p.lemma) }); e != nil {
		return e
	}
	if !generic(p.lemma) {
		return nil
	}
	return d.latest(p.head, 3, func(pt *point) bool {
		return pt.typ == graph.Organization && pt.core && suits(pt.e, p.lemma)
	})
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
		if pt.e != nil && fits(pt) && (found == nil || pt.subject && !found.subject) {
			found = pt
		}
		return true
	})
	if found == nil {
		return nil
	}
	return found.e
}

// endsIn reports whether the noun is the last word of the organisation's name: "the ministry" after "the Defence Ministry".
func endsIn(e *entity, noun string) bool {
	for _, f := range append([]string{e.name}, e.forms...) {
		w := strings.Fields(graph.FoldName(f))
		if len(w) > 1 && (w[len(w)-1] == noun || w[0] == noun) {
			return true
		}
	}
	return false
}

// generic reports whether a noun is used for any organisation named before.
func generic(noun string) bool {
	return oneOf(noun, "company", "firm", "group", "organization", "organisation", "alliance", "bloc", "union", "agency", "carrier", "airline",
		"carmaker", "automaker", "bank", "lender", "retailer", "manufacturer", "maker", "publisher", "broadcaster", "network", "newspaper",
		"paper", "institution", "institute", "body", "club", "charity", "association", "federation", "corporation", "giant", "conglomerate",
		"watchdog", "regulator", "insurer", "brewer", "developer", "operator", "producer", "supplier", "startup", "business", "party",
		"campaign", "movement", "foundation", "university", "court", "commission", "committee", "council", "ministry", "department")
}

// suits compares a noun with what is known of the organisation's kind: a company is not called an alliance. Of an organisation
// that the tables do not know it is taken that it can be a company or a group, and no more.
func suits(e *entity, noun string) bool {
	kinds, ok := kindsOf[noun]
	if !ok {
		kinds = []string{"company"}
	}
	if e.org == nil {
		return slices.Contains(kinds, "company")
	}
	return slices.Contains(kinds, e.org.Kind)
}

// kindsOf says which kinds of organisations, as the tables have them, a noun is used for. Nouns that are not here are companies'.
var kindsOf = map[string][]string{
	"alliance":     {"alliance", "intergovernmental"},
	"bloc":         {"alliance", "intergovernmental"},
	"union":        {"intergovernmental", "union"},
	"organization": {"alliance", "intergovernmental", "ngo", "agency", "armed-group", "religious", "sport", "think-tank", "union"},
	"organisation": {"alliance", "intergovernmental", "ngo", "agency", "armed-group", "religious", "sport", "think-tank", "union"},
	"body":         {"intergovernmental", "agency", "sport", "court"},
	"group":        {"company", "ngo", "armed-group", "think-tank", "media"},
	"institution":  {"intergovernmental", "university", "central-bank", "think-tank"},
	"institute":    {"think-tank", "university", "agency"},
	"agency":       {"agency", "intergovernmental", "media", "police"},
	"party":        {"party"},
	"movement":     {"party", "armed-group", "ngo"},
	"court":        {"court"},
	"commission":   {"agency", "intergovernmental", "government"},
	"committee":    {"agency", "parliament", "sport"},
	"council":      {"agency", "intergovernmental", "parliament"},
	"ministry":     {"government"},
	"department":   {"government", "police", "agency"},
	"bank":         {"central-bank", "company", "intergovernmental"},
	"lender":       {"central-bank", "company"},
	"university":   {"university"},
	"club":         {"sport"},
	"federation":   {"sport", "union"},
	"association":  {"sport", "union", "ngo"},
	"charity":      {"ngo"},
	"foundation":   {"ngo"},
	"watchdog":     {"agency", "ngo"},
	"regulator":    {"agency"},
	"newspaper":    {"media"},
	"paper":        {"media"},
	"broadcaster":  {"media"},
	"network":      {"media"},
	"publisher":    {"media", "company"},
	"campaign":     {},
}
