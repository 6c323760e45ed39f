package extract

import (
	"slices"

	"dictum/extract/nlp"
	"dictum/seeds"
)

// mend gives the reader trees of its own in which arcs are put right that cannot be, by the words of the clause and by what the
// knowledge tables know of its verb: a copula before a passive, an object without the relation of one, a participle read as a
// past tense. The trees of the document stay as they are.
func (r *eventReader) mend() {
	doc := *r.NLP
	doc.Toks = slices.Clone(r.NLP.Toks)
	m := &mender{eventReader: r, toks: doc.Toks}
	for v := range doc.Toks {
		if r.upos(v) != "VERB" {
			continue
		}
		m.passiveCopula(v)
		m.isTo(v)
		m.particleObject(v)
		m.toldBy(v)
		m.madeHer(v)
		m.afterTo(v)
		m.growing(v)
		m.mounting(v)
		m.lackingClause(v)
		m.reducedClause(v)
		m.strayBy(v)
		m.strayGerund(v)
		m.pastAside(v)
		m.rightBehind(v)
		m.rowBefore(v)
		m.monthSubject(v)
		m.commaParticiple(v)
		m.toldParticiple(v)
		m.strayed(v)
		m.toldClause(v)
		m.twoVerbs(v)
		m.asRole(v)
		m.asClause(v)
		m.relativeObject(v)
		m.bareConjunct(v)
		m.secondVerb(v)
		m.looseRelative(v)
		m.saidBefore(v)
		m.hyphened(v)
		m.lets(v)
		m.labelled(v)
		m.guilty(v)
	}
	m.mendMain()
	if !m.changed {
		return
	}
	own := *r.State
	own.NLP, own.Tree = &doc, NewTree(&doc)
	r.State = &own
}

// mender reads the trees as they were and writes the new ones.
type mender struct {
	*eventReader
	toks    []nlp.Token
	changed bool
}

// hang gives token k another head and relation, unless that would make a circle.
func (m *mender) hang(k, head int, rel string) bool {
	for h := head; h >= 0; h = m.toks[h].Head {
		if h == k {
			return false
		}
	}
	m.toks[k].Head, m.toks[k].Deprel, m.changed = head, rel, true
	return true
}

// passiveCopula makes "be" before a past participle an auxiliary: "when we are all watched".
func (m *mender) passiveCopula(v int) {
	cop := m.Tree.Kid(v, "cop")
	if cop < 0 || m.xpos(v) != "VBN" || m.lemma(cop) != "be" || m.Tree.Kid(v, "obj", "det", "case") >= 0 {
		return
	}
	m.hang(cop, v, "aux:pass")
	for _, k := range m.Tree.Kids(v) {
		if m.toks[k].Deprel == "nsubj" {
			m.hang(k, v, "nsubj:pass")
		}
	}
}

// isTo makes "be" before an infinitive an auxiliary: "the board is to meet".
func (m *mender) isTo(v int) {
	cop, to := m.Tree.Kid(v, "cop"), m.Tree.Kid(v, "mark")
	if cop < 0 || to != cop+1 || m.lower(to) != "to" || m.lemma(cop) != "be" {
		return
	}
	for _, k := range m.Tree.Kids(v) {
		if m.toks[k].Deprel == "nsubj:outer" && k < cop && m.ownSubject(v) < 0 && m.isActor(k) { // not "the aim is to win"
			m.hang(cop, v, "aux")
			m.hang(k, v, "nsubj")
			return
		}
	}
}

// lets takes the ending of "lets", which is cut off as that of "let's" is, for nobody: "lets | people browse".
func (m *mender) lets(v int) {
	if s := v + 1; s < len(m.toks) && m.lower(v) == "let" && m.lower(s) == "s" && m.toks[v].End == m.toks[s].Start {
		m.hang(s, v, "dep")
	}
}

// particleObject makes an oblique without a preposition behind a particle the object: "takes over Gillette".
func (m *mender) particleObject(v int) {
	p := m.particle(v)
	if p < v || oneOf(m.lower(p), "in", "on", "to", "at") || m.Tree.Kid(v, "obj", "ccomp", "xcomp") >= 0 || m.passive(v) {
		return
	}
	for _, k := range m.Tree.Kids(v) {
		if k > p && m.Tree.Rel(k, "obl") && m.Tree.Kid(k, "case") < 0 && m.timeAt[k] == 0 && m.valueAt[k] == 0 &&
			(m.upos(k) == "NOUN" || m.upos(k) == "PROPN") {
			m.hang(k, v, "obj")
			return
		}
	}
}

// toldBy makes the "object" of a verb of saying that stands between commas its subject: "…, reported the daily, …".
func (m *mender) toldBy(v int) {
	obj := m.Tree.Kid(v, "obj")
	if obj < v || v == 0 || !oneOf(m.xpos(v), "VBD", "VBZ") || !oneOf(m.upos(obj), "NOUN", "PROPN") ||
		m.Tree.Kid(v, "nsubj", "cc", "aux", "mark", "ccomp", "xcomp", "iobj") >= 0 ||
		!oneOf(m.NLP.Toks[v-1].Text, ",", "\"", "”", "''", "’") || !m.quotes(v) || m.Tree.Rel(v, "acl", "advcl", "amod") ||
		m.Tree.Rel(v, "root") && !m.toldWhat(v) {
		return
	}
	all := m.Tree.Yield(nil, obj, nil)
	next := all[len(all)-1] + 1
	if all[0] != v+1 || next >= len(m.toks) || !m.Tree.Rel(next, "punct") {
		return
	}
	m.hang(obj, v, "nsubj")
	if m.Tree.Rel(v, "conj") {
		m.toks[v].Deprel = "parataxis"
	}
}

// toldWhat reports a clause in front of verb v that it may report.
func (m *mender) toldWhat(v int) bool {
	for _, k := range m.Tree.Kids(v) {
		if k < v && m.Tree.Rel(k, "advcl", "ccomp", "parataxis") && m.finite(k) && m.Tree.Kid(k, "mark") < 0 {
			return true
		}
	}
	return false
}

// quotes reports a verb of saying that takes what is said as a quotation.
func (r *eventReader) quotes(v int) bool {
	return slices.ContainsFunc(r.Know.SpeechVerb(r.lemma(v)), func(f *seeds.SpeechVerb) bool {
		return f.Class == "say" &&
			slices.Contains(f.Takes, "quote")
	})
}

// madeHer reads "her" between a causative and a bare infinitive as the object: "made her swallow it".
func (m *mender) madeHer(v int) {
	h := m.head(v)
	if h < 0 || !m.Tree.Rel(v, "xcomp", "ccomp") || m.xpos(v) != "VB" || !causers[m.lemma(h)] || m.Tree.Kid(v, "mark", "aux") >= 0 {
		return
	}
	if her := m.Tree.Kid(v, "nmod:poss"); her == v-1 && m.xpos(her) == "PRP$" && m.lower(her) == "her" {
		m.hang(her, h, "obj")
		m.toks[her].XPOS = "PRP"
	}
}

// afterTo makes a "past tense" right behind "to" the participle before its "object": "paid dividends to preferred holders".
func (m *mender) afterTo(v int) {
	obj := m.Tree.Kid(v, "obj")
	if v == 0 || obj < v || !oneOf(m.xpos(v), "VBD", "VBN") || m.lower(v-1) != "to" || m.head(v-1) != v || m.head(v) < 0 ||
		m.Tree.Kid(v, "nsubj", "aux") >= 0 {
		return
	}
	m.asPhrase(v, obj)
}

// asPhrase makes object obj of clause v a phrase with a preposition, v a participle before its noun.
func (m *mender) asPhrase(v, obj int) {
	h, rel := m.head(v), "obl"
	if m.upos(h) == "NOUN" {
		rel = "nmod"
	}
	if !m.liftOver(obj, v, h, rel) {
		return
	}
	for _, k := range m.Tree.Kids(v) {
		switch {
		case k == obj:
		case k < v && m.Tree.Rel(k, "mark", "case"):
			m.hang(k, obj, "case")
		case k < obj:
			m.hang(k, obj, m.toks[k].Deprel)
		default:
			m.hang(k, h, m.toks[k].Deprel)
		}
	}
}

// liftOver puts k in the place of its head v, and v before it as a participle.
func (m *mender) liftOver(k, v, h int, rel string) bool {
	if !m.hang(k, h, rel) {
		return false
	}
	return m.hang(v, k, "amod")
}

// growing makes a gerund behind a preposition, of a verb that takes no object, the participle before its noun: "the answer to rising
// needs"; behind a passive also of one that may: "hit by increasing costs".
func (m *mender) growing(v int) {
	obj, h := m.Tree.Kid(v, "obj"), m.head(v)
	if v == 0 || h < 0 || obj < v || m.xpos(v) != "VBG" || m.head(v-1) != v || !m.Tree.Rel(v-1, "mark", "case") ||
		m.lower(v-1) == "while" ||
		m.Tree.Kid(obj, "det", "nmod:poss") >= 0 || m.timeAt[obj] > 0 || m.valueAt[obj] > 0 {
		return
	}
	hit := m.lower(v-1) == "by" && m.passive(h) && m.Tree.Kid(h, "obl:agent") < 0 && m.Know.VerbInClass("ergative", m.lemma(v))
	if !hit && !m.Know.VerbInClass("unaccusative", m.lemma(v)) {
		return
	}
	m.asPhrase(v, obj)
}

// mounting makes a gerund right behind a verb that takes no infinitive the participle before its noun: "faces mounting opposition".
func (m *mender) mounting(v int) {
	obj, h := m.Tree.Kid(v, "obj"), m.head(v)
	if h < 0 || h != v-1 || obj < v || m.xpos(v) != "VBG" || !m.Tree.Rel(v, "xcomp", "advcl") || m.upos(h) != "VERB" ||
		m.Tree.Kid(h, "obj") >= 0 ||
		!m.Know.VerbInClass("unaccusative", m.lemma(v)) && !(m.Know.VerbInClass("ergative", m.lemma(v)) && showers[m.lemma(h)]) ||
		m.Tree.Kid(obj, "det", "nmod:poss") >= 0 {
		return
	}
	m.beforeNoun(v, obj, h)
}

// showers are verbs that take no gerund as object.
var showers = wordSet("express face show voice cite see reflect meet attract cause bring have note raise draw fuel spark offer provide get",
	"produce create reveal bear witness")

// beforeNoun makes v a word of the noun phrase of obj, and that the object of h, who gets what else stood behind v.
func (m *mender) beforeNoun(v, obj, h int) {
	if !m.hang(obj, h, "obj") || !m.hang(v, obj, "amod") {
		return
	}
	for _, k := range m.Tree.Kids(v) {
		if k > v && k != obj {
			m.hang(k, h, m.toks[k].Deprel)
		}
	}
}

// lackingClause makes "that" the object of a clause behind a noun which lacks one: "the role that women play".
func (m *mender) lackingClause(v int) {
	if m.NLP.Toks[v].Deprel != "acl" || !m.finite(v) || m.Tree.Kid(v, "obj", "ccomp", "xcomp") >= 0 || m.passive(v) {
		return
	}
	n, that := m.head(v), m.Tree.Kid(v, "mark")
	if that < 0 || m.lower(that) != "that" || that < n || m.Tree.Kid(v, "nsubj") < that || saysWhat[m.lemma(n)] ||
		propositions[m.lemma(n)] ||
		contentNouns[m.lemma(n)] && m.lemma(n) != "role" || len(m.Know.SpeechNoun(m.lemma(n))) > 0 || stretches[m.lemma(n)] ||
		m.timeAt[n] > 0 ||
		m.becomes(v) || motion[m.lemma(v)] || v+1 < len(m.toks) && m.upos(v+1) != "ADP" && m.upos(v+1) != "PUNCT" {
		return
	}
	m.hang(v, n, "acl:relcl")
	m.hang(that, v, "obj")
}

// saysWhat are further nouns whose clause says what they are, or when, where and why something is.
var saysWhat = wordSet("way reason time day moment place evidence proof news belief view confidence concern fear understanding knowledge",
	"guarantee assurance condition requirement principle argument result indication thought awareness consensus point extent degree")

// keepsObject reports a verb that an active clause does not leave without an object.
func (r *eventReader) keepsObject(v int) bool {
	return r.Know.VerbInClass("transitive", r.lemma(v)) && r.particle(v) < 0
}
