package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// holder is the person who holds an office of the owner; where the document names nobody, an actor called by the office, when
// it is one that only one person holds.
func (d *discourse) holder(p *phrase, owner *entity) *entity {
	if e := d.personWithTitle(p, owner); e != nil {
		return e
	}
	o := d.Know.Office(strings.ToLower(p.title))
	if o == nil || !p.definite || !oneOf(o.Kind, "political", "diplomatic", "government", "state") || owner.country == nil || o.Many {
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
	year := d.year()
	for _, f := range e.figures {
		if year == 0 || former != (f.To != 0 && f.To < year) || !former && f.From > year {
			continue
		}
		same := strings.EqualFold(f.Office, title) || leader && oneOf(f.Office, "president", "prime minister", "chancellor",
			"supreme leader")
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
		return oneOf(strings.ToLower(o.title), "president", "prime minister", "chancellor", "premier", "king", "queen", "emir",
			"supreme leader")
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
