package extract

import (
	"strings"

	"dictum/graph"
)

// officeAfter reads appositions: "Ararat Mirzoyan, the foreign minister of Armenia,", and "Smith of Acme Corp."
func (r *resolver) officeAfter(m *Mention, e *entity) {
	for _, k := range r.Tree.Kids(m.Head) {
		if k < m.Last || r.nameAt(k) >= 0 && !r.Tree.Rel(k, "nmod") {
			continue
		}
		switch {
		case r.Tree.Rel(k, "acl"):
			if who := r.Tree.Kid(k, "nsubj"); who >= 0 && strings.EqualFold(r.NLP.Toks[who].Text, "who") {
				r.officeByVerb(who, e, k) // "Hagen, who became minister in 2009,"
			}
		case r.Tree.Rel(k, "appos", "parataxis") && r.isOfficeNoun(k) && !r.isPlural(k):
			r.holdPhrase(e, k)
		case r.Tree.Rel(k, "nmod") && r.nameAt(k) >= 0:
			o := r.of[r.nameAt(k)]
			if c := r.Tree.Kid(k, "case"); c == m.Last && o != nil && o.typ == graph.Organization {
				if w := strings.ToLower(r.NLP.Toks[c].Text); w == "of" || w == "at" || w == "from" || w == "with" {
					e.belongTo(o)
				}
			}
		}
	}
}

// holdPhrase gives a person the office that a phrase names, and those coordinated with it, and makes it a mention.
func (r *resolver) holdPhrase(e *entity, k int) {
	p := r.phraseOf(k)
	if !isKin(p.lemma) {
		e.hold(office{p.title, p.of, r.termOf(p.title, k)})
	}
	r.noteGender(e, p.lemma)
	if p.definite || r.Tree.Kid(k, "det") >= 0 {
		r.describe(p, e)
	}
	for _, c := range r.Tree.Kids(k) {
		if r.Tree.Rel(c, "conj") && r.nameAt(c) < 0 && r.isOfficeNoun(c) && !r.isPlural(c) {
			q := r.phraseOf(c)
			e.hold(office{q.title, q.of, r.termOf(q.title, c)})
		}
	}
}

// describe makes a phrase a mention of e.
func (r *resolver) describe(p phrase, e *entity) {
	if r.described == nil {
		r.described = map[int]bool{}
	}
	if r.described[p.head] {
		return
	}
	r.described[p.head] = true
	r.add(Mention{First: p.first, Last: p.last, Head: p.head, Kind: graph.KindNominal}, e)
}

// calledBefore makes the description just before an organisation's name a mention of it where the tree has the two side by side:
// "the American computer company Apple said".
func (r *resolver) calledBefore(m *Mention, e *entity) {
	t := m.First - 1
	if t < 0 || r.nameAt(t) >= 0 || r.NLP.Toks[t].UPOS != "NOUN" || r.isPlural(t) || r.Tree.Sent(t) != r.Tree.Sent(m.First) {
		return
	}
	side := r.Tree.Rel(t, "nsubj") && r.NLP.Toks[t].Head == r.NLP.Toks[m.Head].Head && r.Tree.Rel(m.Head, "nsubj")
	if !side && (r.NLP.Toks[m.Head].Head != t || !r.Tree.Rel(m.Head, "appos", "flat")) {
		return
	}
	p := r.phraseOf(t)
	if n := r.nominal(p.lemma); p.definite && n != nil && n.Type == graph.Organization && len(p.of) == 0 {
		r.describe(p, e)
	} else if p.definite && n != nil && n.Type == graph.Organization && p.of[0].country != nil {
		e.belongTo(p.of[0])
		r.describe(p, e)
	}
}

// isSomeones reports whether token h is a noun like "guest" in "his guest, …", before token end.
func (r *resolver) isSomeones(h, end int) bool {
	if h < 0 || h >= end || r.nameAt(h) >= 0 || r.NLP.Toks[h].UPOS != "NOUN" || r.isPlural(h) || r.Tree.Kid(h, "nmod:poss") < 0 {
		return false
	}
	n := r.nominal(r.NLP.Toks[h].Lemma)
	return r.NLP.Toks[h+1].Text == "," && (n == nil || n.Type == graph.Person)
}

// officeAbove reads what the name hangs from: "Armenia's foreign minister, Ararat Mirzoyan", "Smith is the head of …", "was
// named chairman".
func (r *resolver) officeAbove(m *Mention, e *entity) {
	h := r.NLP.Toks[m.Head].Head
	for h >= 0 && r.nameAt(h) >= 0 && r.of[r.nameAt(h)] != nil && r.of[r.nameAt(h)].typ != graph.Person && r.Tree.Rel(m.Head, "appos",
		"conj") {
		if !r.Tree.Rel(h, "nmod") || m.First == 0 || r.NLP.Toks[m.First-1].Text != "," {
			return
		}
		h = r.NLP.Toks[h].Head // "Armenia's ambassador to the UN, Mher Margaryan": the tree takes the nearest noun
	}
	if h < 0 || r.nameAt(h) >= 0 {
		return
	}
	switch {
	case r.inTitle[h]:
		if above := r.NLP.Toks[h].Head; r.Tree.Rel(h, "appos") && r.isSomeones(above, h) {
			r.describe(r.phraseOf(above), e) // the tree hangs the name from "actress", and that from "guest"
		}
	case r.Tree.Rel(m.Head, "appos", "flat", "nmod:desc") && h < m.First && r.isOfficeNoun(h) && !r.isPlural(h):
		r.holdPhrase(e, h)
	case r.Tree.Rel(m.Head, "appos") && r.isSomeones(h, m.First):
		r.describe(r.phraseOf(h), e) // "his guest, the actress Anna Lind": no office, but the same person
	case r.Tree.Rel(m.Head, "nsubj") && r.isOfficeNoun(h) && !r.isPlural(h):
		if c := r.Tree.Kid(h, "cop"); c >= 0 && r.isFact(h) && !r.negated(h) {
			p := r.phraseOf(h)
			r.noteGender(e, p.lemma)
			if !isKin(p.lemma) {
				e.hold(office{p.title, p.of, r.termOf(p.title, h, c)})
			}
		}
	default:
		r.officeByVerb(m.Head, e, h)
	}
}

// isFact reports whether a sentence with a copula tells what is or was: no auxiliary but that of "has been".
func (r *resolver) isFact(h int) bool {
	aux := r.Tree.Kid(h, "aux")
	return aux < 0 || r.NLP.Toks[aux].Lemma == "have"
}

// besideComma reads the apposition off the words where the tree has it elsewhere: "Peru's interior minister, Wilfredo Pedraza,".
func (r *resolver) besideComma(m *Mention, e *entity) {
	toks, start := r.NLP.Toks, r.knownOffice(m)
	if start < 2 || toks[start-1].Text != "," || m.Last >= len(toks) || !oneOf(toks[m.Last].Text, ",", ".", ")", "—", ";") {
		return
	}
	sent := r.Tree.Sent(m.First)
	for t := start - 2; t >= 0 && t >= start-10 && r.Tree.Sent(t) == sent; t-- {
		if r.nameAt(t) >= 0 || r.inTitle[t] || oneOf(toks[t].UPOS, "ADP", "DET", "ADJ") || isPossessive(toks[t].Text) {
			continue
		}
		if !oneOf(toks[t].UPOS, "NOUN", "PROPN") {
			return
		}
		if !r.isOfficeNoun(t) || r.isPlural(t) || isKin(strings.ToLower(toks[t].Lemma)) {
			continue
		}
		p := r.phraseOf(t)
		if (p.definite || len(p.of) > 0) && !r.described[t] {
			r.holdPhrase(e, t)
		}
		return
	}
}

func (r *resolver) negated(h int) bool {
	for _, k := range r.Tree.Kids(h) {
		if l := r.NLP.Toks[k].Lemma; r.Tree.Rel(k, "advmod", "det") && (l == "not" || l == "never" || l == "no") {
			return true
		}
	}
	return false
}

func appoints(lemma string) bool {
	switch lemma {
	case "appoint", "name", "elect", "re-elect", "reelect", "nominate", "install", "swear", "promote", "inaugurate":
		return true
	}
	return false
}

// sharedOffice reads a plural office with the people who hold it: "Senators Smith and Jones", "the Armenian and Russian foreign
// ministers, Ararat Mirzoyan and Sergey Lavrov". As many owners as people: each in the order of the text; one owner: all.
func (r *resolver) sharedOffice(t int) {
	if r.nameAt(t) >= 0 || !r.isPlural(t) || !r.isOfficeNoun(t) || isKin(strings.ToLower(r.NLP.Toks[t].Lemma)) {
		return
	}
	p := r.phraseOf(t)
	people := r.peopleFrom(p.last)
	if p.last != t+1 && len(people) == 0 {
		people = r.peopleFrom(t + 1)
	}
	if len(people) < 2 {
		return
	}
	r.members[t] = people
	title := singular(p.title, r.NLP.Toks[t].Text, r.NLP.Toks[t].Lemma)
	for i, e := range people {
		o := office{title: title}
		switch len(p.of) {
		case len(people):
			o.of = p.of[i : i+1]
		case 1:
			o.of = p.of
		}
		e.hold(o)
	}
}

// peopleFrom lists the people named one after another from token t on, after a comma or at once.
func (r *resolver) peopleFrom(t int) []*entity {
	var out []*entity
	toks := r.NLP.Toks
	if t < len(toks) && (toks[t].Text == "," || toks[t].Text == "–") {
		t++
	}
	for {
		m := r.nameAt(t)
		if m < 0 || r.Mentions[m].First != t || r.of[m] == nil || r.of[m].typ != graph.Person {
			return out
		}
		out = append(out, r.of[m])
		t = r.Mentions[m].Last
		start := t
		for t < len(toks) && t-start < 2 && (toks[t].Text == "," || toks[t].Text == "and" || toks[t].Text == "&") {
			t++
		}
		if t == start {
			return out
		}
	}
}

// singular puts the head of a title into the singular, with the capital it had.
func singular(title, word, lemma string) string {
	if startsUpper(word) && lemma != "" {
		lemma = strings.ToUpper(lemma[:1]) + lemma[1:]
	}
	if head, ok := strings.CutSuffix(title, word); ok {
		return head + lemma
	}
	return strings.Replace(title, word, lemma, 1)
}
