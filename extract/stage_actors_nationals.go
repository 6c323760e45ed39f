package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// nationalBody resolves "the German company" to the organisation named last that can be one and is not known to be another country's.
func (d *discourse) nationalBody(p *phrase) *entity {
	o := p.of[0]
	if len(p.of) > 1 || o.country == nil || p.after || p.plural || !p.definite || !d.generic(p.lemma) || !d.reports(p.head) {
		return nil
	}
	if isPossessive(d.NLP.Toks[p.head-1].Text) || isArm(p.lemma) {
		return nil
	}
	return d.latest(p.head, 2, func(pt *point) bool {
		e := pt.e
		if pt.typ != graph.Organization || e.class == graph.Unnamed || !pt.core || !d.suits(e, p.lemma) {
			return false
		}
		foreign := func(a *entity) bool { return a.country != nil && a != o }
		return !slices.ContainsFunc(e.affil, foreign) && (e.org == nil || e.org.Country == "" || e.org.Country == o.country.Name)
	})
}

// nationalAsPerson moves "the Briton" and "the Frenchman" from the country to the person who was spoken of last. One more is known of
// him then: where he belongs.
func (d *discourse) nationalAsPerson(i int) {
	m, c := &d.Mentions[i], d.of[i].country
	if m.Kind != graph.KindName || c == nil || m.Last-m.First != 1 || d.isPlural(m.Head) || d.NLP.Toks[m.Head].UPOS == "ADJ" {
		return
	}
	text := d.textOf(m)
	det := d.Tree.Kid(m.Head, "det")
	if det < 0 || !strings.EqualFold(d.NLP.Toks[det].Text, "the") || !slices.Contains(c.Nouns, text) ||
		!d.Tree.Rel(m.Head, "nsubj", "obj", "obl:agent") {
		return
	}
	if slices.Contains(c.Adjectives, text) && !d.Tree.Rel(m.Head, "nsubj") {
		return
	}
	want := nounGender(strings.ToLower(text))
	e := d.latest(m.Head, 3, func(pt *point) bool {
		return pt.typ == graph.Person && !pt.plural && pt.e.class == "" &&
			(want == unknownGender || pt.gender == unknownGender || pt.gender == want)
	})
	if e == nil {
		return
	}
	e.belongTo(d.of[i])
	m.Kind = graph.KindNominal
	d.of[i] = e
}

// byAge resolves "the 24-year-old" to the person who was spoken of last.
func (d *discourse) byAge(t int) *entity {
	toks := d.NLP.Toks
	if toks[t].Lemma != "old" && !strings.HasSuffix(toks[t].Text, "-year-old") || !d.Tree.Rel(t, "nsubj", "obj") {
		return nil
	}
	first := t
	for first > 0 && (isHyphen(toks[first-1].Text) || oneOf(toks[first-1].Text, "year", "years") || isNumber(toks[first-1].Text)) {
		first--
	}
	if first == t && toks[t].Lemma == "old" || first == 0 || !strings.EqualFold(toks[first-1].Text, "the") {
		return nil
	}
	e := d.latest(t, 2, func(pt *point) bool { return pt.typ == graph.Person && !pt.plural && pt.e.class == "" })
	if e != nil {
		d.describe(phrase{head: t, first: first - 1, last: t + 1}, e)
	}
	return e
}

// likelyPerson resolves "the American forensics expert said" and "the 74-year-old comedian said" to the person named just before: such
// words vary a name, where an office would tell who is meant.
func (d *discourse) likelyPerson(p *phrase) *entity {
	if !p.definite || p.plural || p.after || !d.isOfficeNoun(p.head) || !d.reports(p.head) || len(p.of) > 1 {
		return nil
	}
	aged := strings.Contains(d.words(p.first, p.head), "-year-old")
	national := len(p.of) == 1 && p.of[0].country != nil && !isPossessive(d.NLP.Toks[p.head-1].Text)
	o := d.Know.Office(p.lemma)
	state := o != nil && oneOf(o.Kind, "political", "diplomatic", "military", "police", "judicial", "spokesperson", "royal")
	if !aged && (!national || state) || oneOf(p.lemma, "official", "leader", "man", "woman", "source", "person") && !aged {
		return nil
	}
	want := nounGender(p.lemma)
	return d.latest(p.head, 2, func(pt *point) bool {
		e := pt.e
		if pt.typ != graph.Person || e.class != "" || pt.plural || want != unknownGender && pt.gender != unknownGender && pt.gender != want {
			return false
		}
		return !national || !slices.ContainsFunc(e.affil, func(a *entity) bool { return a.country != nil && a != p.of[0] })
	})
}
