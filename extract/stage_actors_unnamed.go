package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// Actors without a name ("two officials familiar with the talks", "analysts", "the report") live in one document. While reading on,
// every noun that can speak gets an entity, and later descriptions and pronouns join it: "a senior diplomat … the diplomat … he".
// They are kept apart from the document's actors; one that turns out to be somebody, because a statement is his, becomes one
// of them by State.claim.

// unnamed is the entity of a description that none of the actors fits: one of the document that it takes up, else a new one. It is
// nil for a noun that cannot speak.
func (d *discourse) unnamed(p *phrase) *entity {
	typ := d.kindOfSpeaker(p)
	if typ == "" {
		return nil
	}
	d.narrow(p)
	if n := d.nameAt(p.head - 1); len(p.of) == 0 && n >= 0 && d.of[n] != nil && d.of[n].typ != graph.Person { // a tree that lost the owner
		p.own(d.of[n])
	}
	if o := d.ownerBehind(p.head); len(p.of) == 0 && o != nil {
		p.own(o)
	}
	if e := d.takenUp(p, typ); e != nil {
		return e
	}
	e := &entity{name: d.wordsOf(p), typ: typ, class: graph.Unnamed, first: p.head, plural: p.plural || d.isMany(p.lemma)}
	e.noun, e.gender = p.lemma, nounGender(p.lemma)
	if typ == graph.Person || typ == graph.Norp {
		e.titles = []office{{title: p.title}}
	}
	e.modifiers = d.modifiersOf(p)
	if belongsToOwner(p.lemma) {
		for _, o := range p.of {
			if o.typ != graph.Location || o.country != nil {
				e.belongTo(o)
			}
		}
	}
	if len(e.affil) == 0 && belongsToOwner(p.lemma) {
		e.belongTo(d.partBefore(p))
	}
	if len(e.affil) == 0 && strings.HasPrefix(p.lemma, "spokes") {
		e.belongTo(d.latest(p.head, 3, func(pt *point) bool {
			return pt.subject && (pt.typ == graph.Organization || pt.e.country != nil)
		}))
	}
	d.nameless = append(d.nameless, e)
	return e
}

// ownerBehind is the named organisation or country that a preposition ties to the noun by the words alone, where the tree may have
// lost it: "a spokesperson from Oxfam told".
func (d *discourse) ownerBehind(t int) *entity {
	toks := d.NLP.Toks
	if t+2 >= len(toks) || !oneOf(toks[t+1].Text, "for", "from", "of", "at") {
		return nil
	}
	at := t + 2
	if oneOf(toks[at].Text, "the", "The") && at+1 < len(toks) {
		at++
	}
	n := d.nameAt(at)
	if n < 0 || d.Mentions[n].First != at || d.of[n] == nil || d.of[n].typ != graph.Organization && d.of[n].country == nil {
		return nil
	}
	return d.of[n]
}

// narrow cuts off what a wrong tree has put before the phrase: "exports, the central bank report".
func (d *discourse) narrow(p *phrase) {
	for t := p.head - 1; t >= p.first; t-- {
		tok := &d.NLP.Toks[t]
		if tok.Text == "," || oneOf(tok.UPOS, "AUX", "SCONJ", "ADP") || tok.UPOS == "PRON" && tok.XPOS != "PRP$" ||
			tok.UPOS == "DET" && t < p.head-1 && d.NLP.Toks[t+1].UPOS == "DET" {
			p.first = t + 1
			return
		}
		if tok.UPOS == "DET" && isDefinite(tok.Text) {
			p.first = t
			return
		}
	}
}

// kindOfSpeaker is the type of what a phrase describes, "" for what does not speak. Several people are a group.
func (d *discourse) kindOfSpeaker(p *phrase) string {
	typ := ""
	nominals := d.Know.Nominal(p.lemma)
	if len(nominals) == 0 {
		nominals = d.Know.Nominal(d.NLP.Toks[p.head].Text) // media
	}
	for _, n := range nominals {
		if typ == "" || typ == graph.Location {
			typ = n.Type
		}
	}
	switch {
	case d.isOfficeNoun(p.head) && typ != graph.Organization && typ != graph.Norp:
		typ = graph.Person
	case typ == "" && d.Know.IsDocument(p.lemma):
		return graph.Misc
	case typ == graph.Location || oneOf(p.lemma, "country", "nation", "state") && !p.plural:
		return ""
	}
	if (typ == graph.Person || typ == graph.Organization) && p.plural || typ == graph.Person && d.isMany(p.lemma) {
		return graph.Norp
	}
	return typ
}

// isMany reports whether a noun in the singular means many people, who are "they".
func (d *discourse) isMany(noun string) bool {
	return oneOf(noun, "police", "people", "family", "couple", "pair", "duo", "trio", "staff", "crew", "public", "crowd", "jury", "gang")
}

// takenUp is the nameless entity that a description means again: the last one of the same noun that the article lets it be. "A
// trader" and "another trader" are always new; "a senior U.S. treasury official" hardly is.
func (d *discourse) takenUp(p *phrase, typ string) *entity {
	mods := d.modifiersOf(p)
	if (d.isIndefinite(p) || d.isCounted(p)) && len(mods)+len(p.of) < 2 {
		return nil
	}
	for i := len(d.nameless) - 1; i >= 0; i-- {
		e := d.nameless[i]
		if e.typ != typ || !sameNoun(e.noun, p.lemma) || len(p.of) > 0 && !slices.Equal(p.of, e.affil) {
			continue
		}
		if slices.Equal(mods, e.modifiers) || p.definite && (within(mods, e.modifiers) || len(e.modifiers) == 0 && len(e.affil) == 0) {
			return e
		}
	}
	return nil
}

// isCounted reports whether a plural is introduced by a number or a quantity: "two officials" are two more.
func (d *discourse) isCounted(p *phrase) bool {
	return p.plural && !p.definite && d.Tree.Kid(p.head, "nummod") >= 0
}

// sameNoun compares the nouns of two descriptions; the words for a spokesman are one.
func sameNoun(a, b string) bool {
	return a == b || strings.HasPrefix(a, "spokes") && strings.HasPrefix(b, "spokes")
}

func within(part, whole []string) bool {
	return !slices.ContainsFunc(part, func(w string) bool { return !slices.Contains(whole, w) })
}

// modifiersOf are the words before the noun that narrow it down, articles and numbers left out, sorted.
func (d *discourse) modifiersOf(p *phrase) []string {
	var out []string
	for t := p.first; t < p.head; t++ {
		tok := &d.NLP.Toks[t]
		quantity := tok.UPOS == "DET" && oneOf(strings.ToLower(tok.Text), "some", "many", "several", "other")
		if quantity || oneOf(tok.UPOS, "ADJ", "NOUN", "PROPN", "VERB") {
			out = append(out, strings.ToLower(tok.Lemma))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// wordsOf is what an unnamed actor is called: the phrase without its article, as far as it stands in one piece.
func (d *discourse) wordsOf(p *phrase) string {
	first, last := p.first, p.last
	tok := &d.NLP.Toks[first]
	article := tok.UPOS == "DET" && (isDefinite(tok.Text) || oneOf(strings.ToLower(tok.Text), "a", "an"))
	if first < p.head && (article || tok.XPOS == "PRP$") {
		first++
	}
	if last-first > 10 {
		first, last = p.head, p.head+1
	}
	return d.words(first, last)
}

// settleNameless says whom the nameless belong to, as far as only the whole text shows it: "a spokesman for the ministry", "a company
// spokesman"; and it makes them known to the stages that follow.
func (d *discourse) settleNameless() {
	at := map[int]*entity{} // by head token
	for i := range d.history {
		if p := &d.history[i]; p.e != nil {
			at[p.tok] = p.e
		}
	}
	d.State.nameless = map[int]*entity{}
	for _, e := range d.nameless {
		for i := range e.latent {
			m := &e.latent[i]
			d.State.nameless[m.Head] = e
			if m.Kind != graph.KindPronoun && belongsToOwner(e.noun) {
				d.findOwner(e, m.Head, at)
			}
		}
	}
}

// findOwner looks for the organisation or country that the phrase headed by t says its people belong to.
func (d *discourse) findOwner(e *entity, t int, at map[int]*entity) {
	for _, k := range d.Tree.Kids(t) {
		o := at[k]
		if o == nil || o == e || o.typ != graph.Organization && o.country == nil {
			continue
		}
		c := d.Tree.Kid(k, "case")
		prep := c >= 0 && oneOf(strings.ToLower(d.NLP.Toks[c].Text), "for", "of", "at", "from", "with")
		if d.Tree.Rel(k, "nmod:poss") || d.Tree.Rel(k, "nmod") && prep {
			e.belongTo(o)
		}
	}
}

// partBefore is the organisation that a noun before another one takes up: "company" in "a company spokesman".
func (d *discourse) partBefore(p *phrase) *entity {
	for _, k := range d.Tree.Kids(p.head) {
		if k > p.head || !d.Tree.Rel(k, "compound") || d.nameAt(k) >= 0 {
			continue
		}
		lemma := strings.ToLower(d.NLP.Toks[k].Lemma)
		if n := d.nominal(lemma); n == nil || n.Type != graph.Organization {
			continue
		}
		return d.bareDescription(&phrase{head: k, first: k, last: k + 1, owner: -1, lemma: lemma, definite: true})
	}
	return nil
}

// claim makes the nameless entity that token t mentions an actor of the record, with all its mentions, and gives its
// identifier; "" when there is none.
func (s *State) claim(t int) string {
	e := s.nameless[t]
	if e == nil {
		return ""
	}
	return s.claimEntity(e)
}

func (s *State) claimEntity(e *entity) string {
	if e.id != "" {
		return e.id
	}
	s.claimed[graph.Slug(e.name)]++
	e.id = graph.UnnamedID(e.name, s.Doc.Hash(), s.claimed[graph.Slug(e.name)])
	a := graph.Actor{ID: e.id, Name: e.name, Type: e.typ, Class: graph.Unnamed}
	for _, t := range e.titles {
		a.Titles = append(a.Titles, t.title)
	}
	for _, o := range e.affil {
		if o.class == graph.Unnamed {
			s.claimEntity(o)
		}
		if o.id != "" && !slices.Contains(a.Affiliations, o.id) {
			a.Affiliations = append(a.Affiliations, o.id)
		}
	}
	s.Record.Actors = append(s.Record.Actors, a)
	for _, m := range e.latent {
		m.Actor, m.Type = e.id, e.typ
		at, _ := slices.BinarySearchFunc(s.Mentions, m, compareMentions)
		s.Mentions = slices.Insert(s.Mentions, at, m)
	}
	return e.id
}

// claimQuantity makes an actor of those whom only a quantity names: "others", "many", "some of them"; where the quantity is one of
// a nameless group ("a number of investors") it is that group.
func (s *State) claimQuantity(t int) string {
	tok := &s.NLP.Toks[t]
	word := strings.ToLower(tok.Text)
	if oneOf(word, "number", "handful", "majority", "minority", "dozens", "hundreds", "thousands", "scores", "some", "many", "most", "several",
		"few") {
		for _, k := range s.Tree.Kids(t) {
			if k > t && s.Tree.Rel(k, "nmod") && s.nameless[k] != nil && s.nameless[k].plural {
				return s.claim(k)
			}
		}
	}
	if tok.UPOS == "NUM" && s.Tree.Kid(t, "det") >= 0 && s.Tree.Kid(t, "nmod") < 0 && oneOf(word, "two", "three", "four", "five") {
		return s.claimWord(t, "the "+word, graph.Norp)
	}
	if !oneOf(word, "others", "some", "many", "most", "several", "few", "another", "one") || s.Tree.Kid(t, "nmod") >= 0 && word != "one" {
		return ""
	}
	typ := graph.Norp
	if oneOf(word, "another", "one") {
		typ = graph.Person
	}
	return s.claimWord(t, word, typ)
}

// claimWord makes an actor of one word.
func (s *State) claimWord(t int, name, typ string) string {
	e := &entity{name: name, typ: typ, class: graph.Unnamed, latent: []Mention{{First: t, Last: t + 1, Head: t, Kind: graph.KindNominal}}}
	s.nameless[t] = e
	return s.claimEntity(e)
}
