package extract

import (
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// readOffices reads off the syntax which offices people hold and to whom people and organisations belong: words before the
// name, an apposition on either side, a copula, a verb of appointing.
func (r *resolver) readOffices() {
	names := len(r.Mentions)
	r.nameAt(0) // the index of names is made before mentions within names are added
	for i := range names {
		at, e := r.Mentions[i], r.of[i]
		m := &at
		if e == nil {
			continue
		}
		switch e.typ {
		case graph.Person:
			r.officeBefore(m, e)
			r.officeAfter(m, e)
			r.officeAbove(m, e)
			r.besideComma(m, e)
			r.Mentions[i].top = m.top
		case graph.Organization:
			r.ownerOfOrg(m, e)
			r.calledBefore(m, e)
		}
	}
	for t := range r.NLP.Toks {
		r.sharedOffice(t)
	}
}

// officeBefore reads "Russia's Deputy Foreign Minister Mikhail Galuzin": the office that the tables know just before the name,
// else what the tree has there.
func (r *resolver) officeBefore(m *Mention, e *entity) {
	start := r.knownOffice(m)
	if start < m.First {
		title := r.words(start, m.First)
		from := start
		switch {
		case r.isFormer(start - 1):
			from--
			title = r.words(from, m.First)
		case r.glued(start-1) && r.isFormer(start-2): // "then-President"
			from -= 2
			title = r.words(from, m.First)
		}
		owners, left := r.ownersBefore(from)
		if t := r.Know.Title(title); t != nil && t.Long != "" {
			title = t.Long // Gov., Sen.
		}
		e.hold(office{title, owners, r.termOf(title, m.First-1, m.Head).and(r.yearsBehind(m))})
		r.noteGender(e, strings.ToLower(r.NLP.Toks[m.First-1].Lemma))
		m.top = r.topOf(left, m)
		for t := start; t < m.First; t++ {
			r.inTitle[t] = true
		}
	}
	var owners []*entity
	found := start < m.First
	for _, k := range r.Tree.Kids(m.Head) {
		if k >= start {
			break
		}
		switch n := r.nameAt(k); {
		case n >= 0 && r.Tree.Rel(k, "amod", "compound", "nmod", "nmod:poss", "nmod:desc"):
			if o := r.of[n]; o != nil && o.typ != graph.Person && o.typ != graph.Misc {
				owners = append(owners, o)
			}
		case n < 0 && !r.Tree.Rel(k, "nmod:poss") && r.Tree.Rel(k, "nmod", "compound", "appos", "flat") && r.holdsOffice(k):
			found = r.holdBefore(e, k) || found
		}
	}
	if t := m.First - 1; !found && t >= 0 && r.isOfficeNoun(t) && r.nameAt(t) < 0 && r.holdsOffice(t) &&
		r.Tree.Sent(t) == r.Tree.Sent(m.First) {
		found = r.holdBefore(e, t)
		m.top = r.topOf(t, m)
		r.inTitle[t] = true
	}
	for _, o := range owners {
		if found || o.typ == graph.Norp || o.country != nil {
			e.belongTo(o)
		}
	}
}

// holdBefore gives a person the office headed by token k, unless it is none.
func (r *resolver) holdBefore(e *entity, k int) bool {
	if r.isPlural(k) || isKin(strings.ToLower(r.NLP.Toks[k].Lemma)) {
		return false
	}
	p := r.phraseOf(k)
	if t := r.Know.Title(p.title); t != nil && t.Long != "" {
		p.title = t.Long
	}
	e.hold(office{p.title, p.of, r.termOf(p.title, k)})
	r.noteGender(e, p.lemma)
	return true
}

// knownOffice is the token at which the longest office of the tables begins that ends just before the name, m.First for none.
func (r *resolver) knownOffice(m *Mention) int {
	sent := r.NLP.Sents[r.Tree.Sent(m.First)].First
	for start := max(sent, m.First-8); start < m.First; start++ {
		words := make([]string, 0, 8)
		for t := start; t < m.First; t++ {
			words = append(words, r.NLP.Toks[t].Text)
		}
		n, entries := r.Know.Gazetteer.Match(words, 0)
		if n != len(words) || r.nameAt(start) >= 0 || n == 1 && r.Know.Title(words[0]) != nil && !r.holdsOffice(start) {
			continue
		}
		for _, x := range entries {
			if x.Kind == seeds.KindOffice && !isKin(x.Office.Title) && (x.Office.Precedes || len(words) > 1 || r.holdsOffice(start)) {
				return start
			}
		}
	}
	return m.First
}

func (r *resolver) isFormer(t int) bool {
	return t >= 0 && oneOf(strings.ToLower(r.NLP.Toks[t].Text), "former", "then", "ex", "acting", "interim", "outgoing", "incoming", "late")
}

// ownersBefore are the names just before an office: "Russian", "Russia's", "U.S.", "Armenia's security council". It gives the first
// token of the whole, too.
func (r *resolver) ownersBefore(start int) (owners []*entity, first int) {
	t := start - 1
	if t >= 0 && isPossessive(r.NLP.Toks[t].Text) {
		t--
	}
	n := r.nameAt(t)
	if n < 0 || r.of[n] == nil || r.of[n].typ == graph.Misc {
		return nil, start
	}
	owners, first = []*entity{r.of[n]}, r.Mentions[n].First
	if o := r.of[n]; o.typ == graph.Organization && o.country == nil && first > 0 { // "Russian Foreign Ministry spokeswoman"
		if k := r.nameAt(first - 1); k >= 0 && r.of[k] != nil && r.of[k].country != nil {
			o.belongTo(r.of[k])
		}
	}
	return owners, first
}

// topOf is the token that heads the office and the name together, as the tree has it: the one that hangs outside.
func (r *resolver) topOf(first int, m *Mention) int {
	for t := first; t < m.First; t++ {
		if h := r.NLP.Toks[t].Head; (h < first || h >= m.Last) && !r.Tree.Rel(t, "amod", "compound", "det", "case", "punct", "nmod:desc",
			"cc", "mark") {
			return t
		}
	}
	return m.Head
}

// holdsOffice tells an office before a name ("striker Alan Shearer") from a form of address ("Mr.").
func (r *resolver) holdsOffice(k int) bool {
	tok := &r.NLP.Toks[k]
	if tok.UPOS != "NOUN" && tok.UPOS != "PROPN" {
		return false
	}
	if t := r.Know.Title(tok.Text); t != nil && (oneOf(t.Kind, "civil", "noble") || r.Know.Office(strings.ToLower(t.Long)) == nil &&
		r.Know.Office(strings.ToLower(tok.Text)) == nil) {
		return false
	} else if t != nil && t.Long == "Doctor" {
		return false
	}
	return r.isOfficeNoun(k) || r.Tree.Rel(k, "nmod:desc")
}

// isKin reports whether a noun relates people to each other or says no more than that somebody is one; neither is an office.
func isKin(noun string) bool {
	switch noun {
	case "father", "mother", "son", "daughter", "brother", "sister", "wife", "husband", "uncle", "aunt", "cousin", "nephew", "niece",
		"grandfather", "grandmother", "grandson", "granddaughter", "parent", "child", "friend", "girlfriend", "boyfriend", "fiance",
		"fiancé", "fiancée", "widow", "widower", "man", "woman", "person", "boy", "girl", "people", "twin", "sibling", "partner",
		"relative",
		"victim", "suspect", "witness", "critic", "supporter", "opponent", "rival", "one", "fan", "hero", "neighbour", "neighbor",
		"teenager",
		"foe", "veteran", "successor", "predecessor", "nemesis", "guest", "host", "name", "guy", "lady", "gentleman", "baby", "bride",
		"groom", "spouse", "roommate", "classmate", "colleague", "voice", "star", "resident":
		return true
	}
	return false
}

// ownerOfOrg reads "Russia's Gazprom", "the CSTO's Permanent Council", "Russian lender VTB", "Armenian Defence Ministry".
func (r *resolver) ownerOfOrg(m *Mention, e *entity) {
	for _, k := range r.Tree.Kids(m.Head) {
		n := r.nameAt(k)
		if n < 0 || k >= m.First || !r.Tree.Rel(k, "amod", "compound", "nmod:poss") {
			continue
		}
		if o := r.of[n]; o != nil && (o.country != nil || r.Tree.Rel(k, "nmod:poss") && o.typ == graph.Organization) {
			e.belongTo(o)
		}
	}
	r.countryInside(m, e)
}

// countryInside reads the country off the name itself ("Armenian Defence Ministry"), and makes it a mention of the country; else off
// the words beside it, or from what the tables know of bodies of state.
func (r *resolver) countryInside(m *Mention, e *entity) {
	state := isStateBody(e.name) || e.org != nil && oneOf(e.org.Kind, "government", "military", "police", "parliament", "central-bank",
		"court", "agency")
	c, next := r.countryAt(m.First, m.Last)
	if c != nil && state {
		owner := r.countryEntity(c)
		inner := Mention{First: m.First, Last: next, Head: next - 1, top: next - 1, Kind: graph.KindName, Type: graph.Location}
		if r.Know.Demonym(r.words(inner.First, inner.Last)) != nil {
			inner.Type = graph.Norp
		}
		if isPossessive(r.NLP.Toks[next-1].Text) && next-m.First > 1 {
			inner.Last, inner.Head, inner.top = next-1, next-2, next-2
		}
		r.add(inner, owner)
		e.belongTo(owner)
		return
	}
	if c != nil && e.org == nil {
		e.belongTo(r.namedCountry(c.Name))
	}
	if !state {
		return
	}
	if c := r.countryBeside(m); c != nil {
		e.belongTo(r.namedCountry(c.Name))
	} else if e.org != nil {
		e.belongTo(r.namedCountry(e.org.Country))
	}
}
