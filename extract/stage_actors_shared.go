package extract

import (
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// distrustShared forgets what the tables know of a short name that other organisations share ("Security Council", "Social Democrats")
// where the document names nothing of the one that they have in mind: neither its whole name, nor its country, nor the body that it
// is part of.
func (r *resolver) distrustShared() {
	named := map[string]bool{} // organisations and countries, but for short names that others share
	var doubtful []int
	for i := range r.Mentions {
		shared := false
		for _, e := range r.Mentions[i].entries {
			switch {
			case e.Country != nil:
				named[e.Country.Name] = true
			case e.Organisation != nil && e.Shared:
				shared = true
			case e.Organisation != nil && !e.Ambiguous:
				named[e.Organisation.Name] = true
			}
		}
		if shared {
			doubtful = append(doubtful, i)
		}
	}
	for _, i := range doubtful {
		m := &r.Mentions[i]
		if o := orgOf(m); o != nil && m.Type == graph.Organization && !named[o.Name] && !named[o.Country] && !named[r.wholeOf(o, r.textOf(m))] {
			m.entries = nil
		}
	}
}

// wholeOf is the organisation or country that the name of o has before its short form: the United Nations for the "UN Security Council",
// "" for none.
func (r *resolver) wholeOf(o *seeds.Organisation, short string) string {
	before, ok := strings.CutSuffix(strings.ToLower(o.Name), strings.ToLower(" "+strings.TrimPrefix(short, "the ")))
	if !ok {
		return ""
	}
	before = o.Name[:len(before)]
	if whole := r.Know.Org(before); whole != nil {
		return whole.Name
	}
	if c := r.Know.Country(before); c != nil {
		return c.Name
	}
	return ""
}
