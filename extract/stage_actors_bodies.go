package extract

import (
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// stateBody is the full name of a ministry, parliament, army or court that every state has: with the country it belongs to, as
// the words around it tell ("the Defence Ministry in Baku", "Russian" before "Foreign Ministry"). It is "" for other names,
// and for one whose country is not told: that one joins the last of its kind, see joinLongNames.
func (r *resolver) stateBody(m *Mention) string {
	first, last := m.First, m.Last
	if !isStateBody(r.words(first, last)) {
		return ""
	}
	c, first := r.countryAt(first, last)
	if c == nil {
		c = r.countryBeside(m)
	}
	if c == nil {
		return ""
	}
	base := r.words(first, last)
	if head, after, ok := strings.Cut(base, " of "); ok && r.Know.Country(strings.TrimPrefix(after, "the ")) == c {
		base = head
	}
	return adjectiveOf(c) + " " + base
}

// isStateBody reports whether a name is that of a body which every state has one of.
func isStateBody(name string) bool {
	name = graph.FoldName(name)
	for _, body := range []string{
		"ministry", "parliament", "army", "air force", "navy", "armed forces", "central bank", "supreme court", "constitutional court",
		"senate",
		"security council", "state department", "border guard", "coast guard", "national guard", "general staff", "national assembly",
	} {
		if strings.HasSuffix(" "+name, " "+body) || strings.HasPrefix(name, body+" of ") {
			return true
		}
	}
	return false
}

// countryAt is the country that a name begins with ("Armenian Defence Ministry"), and where the rest begins.
func (r *resolver) countryAt(first, last int) (*seeds.Country, int) {
	for n := last - first - 1; n > 0; n-- {
		text := r.words(first, first+n)
		if c := r.countryNamed(text); c != nil {
			return c, first + n
		}
	}
	return nil, first
}

// countryNamed is the country whose name or adjective a text is.
func (r *resolver) countryNamed(text string) *seeds.Country {
	text = strings.TrimSuffix(strings.TrimSuffix(text, "’s"), "'s")
	for _, e := range r.Know.Gazetteer.Lookup(text) {
		if e.Country != nil {
			return e.Country
		}
	}
	return nil
}

// countryBeside looks for a country before a name ("Russian", "Russia's") and after it ("of Armenia", "in Baku").
func (r *resolver) countryBeside(m *Mention) *seeds.Country {
	toks := r.NLP.Toks
	t := m.First - 1
	for t >= 0 && (isPossessive(toks[t].Text) || toks[t].Text == "'s") {
		t--
	}
	if n := r.nameAt(t); n >= 0 {
		if c := countryOf(&r.Mentions[n]); c != nil {
			return c
		}
	}
	if t = m.Last; t+1 < len(toks) && oneOf(toks[t].Text, "of", "in") {
		if toks[t+1].Text == "the" {
			t++
		}
		if n := r.nameAt(t + 1); n >= 0 {
			o := &r.Mentions[n]
			if c := countryOf(o); c != nil {
				return c
			}
			if p := placeOf(o); p != nil && p.Capital {
				return r.Know.Country(p.Country)
			}
		}
	}
	return nil
}

// adjectiveOf is how a country is called before a noun.
func adjectiveOf(c *seeds.Country) string {
	if len(c.Adjectives) > 0 {
		return c.Adjectives[0]
	}
	return c.Name
}

// readOwners adds what only the whole reading shows: an organisation that is called a part of another ("the Permanent Council,
// the highest body of the alliance"), and people whose country follows from their office and the group they are named in.
func (r *resolver) readOwners() {
	mentionOf := map[int]*entity{} // by head token, descriptions and pronouns included
	for i := range r.Mentions {
		if r.of[i] != nil {
			mentionOf[r.Mentions[i].Head] = r.of[i]
		}
	}
	for i := range r.Mentions {
		m, e := &r.Mentions[i], r.of[i]
		if e == nil || m.Kind == graph.KindPronoun {
			continue
		}
		switch {
		case m.Kind == graph.KindNominal:
			if e.typ == graph.Person {
				r.partOf(e, m.Head, mentionOf) // "the bloc's foreign policy chief"
			}
		case e.typ == graph.Organization:
			for _, k := range r.Tree.Kids(m.Head) {
				if r.Tree.Rel(k, "appos") && r.nameAt(k) < 0 {
					r.partOf(e, k, mentionOf)
				}
			}
		case e.typ == graph.Person && len(e.titles) > 0 && len(e.affil) == 0:
			r.inferCountry(m, e, mentionOf)
		}
	}
}

// partOf reads "the highest body of the alliance".
func (r *resolver) partOf(e *entity, k int, mentionOf map[int]*entity) {
	for _, c := range r.Tree.Kids(k) {
		if o := mentionOf[c]; o == nil || o.typ != graph.Organization && o.country == nil {
			continue
		}
		p := r.Tree.Kid(c, "case")
		if r.Tree.Rel(c, "nmod:poss") || r.Tree.Rel(c, "nmod") && p >= 0 && r.NLP.Toks[p].Text == "of" {
			e.belongTo(mentionOf[c])
		}
	}
}

// inferCountry gives an official the country of the group that he or she is named as one of ("Armenian officials, especially
// Prime Minister …"), else the one that the tables know for this person in this office.
func (r *resolver) inferCountry(m *Mention, e *entity, mentionOf map[int]*entity) {
	if g := mentionOf[r.listedIn(m)]; g != nil && g.plural && len(g.affil) > 0 {
		e.hold(office{title: e.titles[0].title, of: g.affil[:1]})
		return
	}
	top := m.top
	for up := r.NLP.Toks[top].Head; up >= 0 && r.Tree.Rel(top, "appos", "conj", "nmod", "dep", "parataxis", "advcl", "obl"); {
		if g := mentionOf[up]; g != nil && g.plural && len(g.affil) > 0 {
			e.hold(office{title: e.titles[0].title, of: g.affil[:1]})
			return
		}
		top, up = up, r.NLP.Toks[up].Head
	}
	for _, f := range e.figures {
		for _, t := range e.titles {
			if strings.EqualFold(t.title, f.Office) || strings.HasSuffix(strings.ToLower(f.Office), " "+strings.ToLower(t.title)) {
				e.belongTo(r.named(f.Affiliation))
			}
		}
	}
}

// listedIn is the last token of the phrase that a person is named as an example of: "officials, especially Prime Minister …".
func (r *resolver) listedIn(m *Mention) int {
	toks, t := r.NLP.Toks, r.knownOffice(m)-1
	start := t
	for t > 0 && oneOf(strings.ToLower(toks[t].Text), "especially", "including", "particularly", "notably", "such", "as", "like", "among",
		"them", "in",
		"particular", "above", "all") {
		t--
	}
	if t == start || t < 0 {
		return -1
	}
	if toks[t].Text == "," {
		t--
	}
	return t
}

// named is the entity of a country or organisation of the tables that the document names, else nil.
func (r *resolver) named(name string) *entity {
	if e := r.countries[name]; e != nil {
		return e
	}
	for _, e := range r.ents {
		if e.org != nil && e.org.Name == name {
			return e
		}
	}
	return nil
}
