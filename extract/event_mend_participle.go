package extract

import "slices"

// reduced reports a "past tense" with a subject and nothing it acts on, of a verb that does not go without: the subject is what it is
// done to, and the clause describes it: "arms acquired abroad", "six jets valued at 150 mln".
func (r *eventReader) reduced(v int) bool {
	if !oneOf(r.xpos(v), "VBD", "VBN") || !r.keepsObject(v) && !r.Know.VerbInClass("object-control", r.lemma(v)) && !r.doneBy(v) ||
		r.NLP.Toks[v].Deprel == "acl:relcl" || r.cueOf[v] > 0 ||
		r.Tree.Kid(v, "obj", "iobj", "ccomp", "csubj", "parataxis", "aux", "aux:pass", "cop", "expl") >= 0 {
		return false
	}
	s := r.Tree.Kid(v, "nsubj")
	if s < 0 || s > v || r.upos(s) == "PRON" || r.Tree.Rel(v, "root") && r.Tree.Kid(v, "obl:agent") < 0 {
		return false
	}
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "obl") && r.Tree.Kid(k, "case") < 0 && r.timeAt[k] == 0 || r.Tree.Rel(k, "conj") && r.Tree.Kid(k, "obj") >= 0 ||
			k != s && r.xpos(k) != "" && r.xpos(k)[0] == 'W' {
			return false
		}
	}
	if x := r.Tree.Kid(v, "xcomp"); x >= 0 {
		return r.marked(x, "to") && r.Know.VerbInClass("object-control", r.lemma(v)) // the man appointed to lead it
	}
	next := v + 1
	for next < len(r.NLP.Toks) && r.upos(next) == "ADV" {
		next++
	}
	return next >= len(r.NLP.Toks) || r.upos(next) == "ADP" && r.lower(next) != "of" || r.Tree.Rel(next, "punct")
}

// doneBy reports a verb right before the one who does it: "debt secured by property"; not before an amount, and not of a verb whose
// subject undergoes the event anyway.
func (r *eventReader) doneBy(v int) bool {
	by := v + 1
	if p := r.particle(v); p == by {
		by++ // carried out by
	}
	if by >= len(r.NLP.Toks) || r.lower(by) != "by" || r.becomes(v) || r.Know.VerbInClass("intransitive", r.lemma(v)) ||
		motion[r.lemma(v)] {
		return false
	}
	k := r.head(by)
	return k > v && r.head(k) == v && r.Tree.Rel(k, "obl") && r.amountOf(k) == 0 && r.timeAt[k] == 0 && oneOf(r.upos(k), "NOUN", "PROPN")
}

// reducedClause hangs such a clause on its subject, which takes its place: an object where the verb above has none.
func (m *mender) reducedClause(v int) {
	if !m.reduced(v) {
		return
	}
	s, h := m.Tree.Kid(v, "nsubj"), m.head(v)
	if h < 0 {
		return
	}
	var rel string
	switch {
	case m.Tree.Rel(v, "ccomp") && m.upos(h) == "VERB" && h < v && m.Tree.Kid(h, "obj") < 0 && m.Tree.Kid(v, "mark") < 0:
		rel = "obj"
	case m.Tree.Rel(v, "conj") && h < v && m.Tree.Kid(v, "cc") >= 0 && m.Tree.Kid(h, "obj") >= 0 && m.upos(h) == "VERB":
		h, rel = m.Tree.Kid(h, "obj"), "conj"
	default:
		m.hang(s, v, "nsubj:pass")
		return
	}
	if !m.hang(s, h, rel) || !m.hang(v, s, "acl") {
		return
	}
	m.toks[v].XPOS = "VBN"
	for _, k := range m.Tree.Kids(v) {
		if k < s {
			m.hang(k, s, m.toks[k].Deprel)
		}
	}
}

// strayBy hangs a participle with its doer behind a comma on the noun before the comma, where the parser coordinated it with a verb
// although no conjunction stands there: "the opponents of the deal, led by the party".
func (m *mender) strayBy(v int) {
	by := m.Tree.Kid(v, "obl:agent")
	if by < v || m.xpos(v) != "VBN" && m.xpos(v) != "VBD" || !m.Tree.Rel(v, "conj") ||
		m.Tree.Kid(v, "cc", "nsubj", "aux", "aux:pass", "nsubj:pass", "obj") >= 0 ||
		v < 2 || m.NLP.Toks[v-1].Text != "," || m.lower(m.head(by)) == "" {
		return
	}
	h := m.head(v)
	if kids := m.Tree.Kids(h); m.passive(h) || slices.ContainsFunc(kids, func(k int) bool { return k > v && m.Tree.Rel(k, "conj") }) {
		return // one of a row of verbs
	}
	n := v - 2
	for n > h && m.head(n) > h && m.head(n) < v && !m.Tree.Rel(n, "obj", "obl") {
		if m.upos(n) == "NOUN" && m.isActor(n) {
			break
		}
		n = m.head(n)
	}
	if n > h && (m.upos(n) == "NOUN" || m.upos(n) == "PROPN") && m.hang(v, n, "acl") {
		m.toks[v].XPOS = "VBN"
	}
}

// strayGerund hangs "before leaving" on the verb of the clause where the parser hung it on a participle that only names or places:
// "crossed the area known as the Triangle before leaving".
func (m *mender) strayGerund(v int) {
	h := m.head(v)
	if h < 0 || m.xpos(v) != "VBG" || !m.Tree.Rel(v, "advcl") || v < h ||
		!m.marked(v, "before", "after", "while", "since", "by", "without") ||
		!m.Tree.Rel(h, "acl", "amod") || !m.linking(h) && !naming[m.lower(h)] {
		return
	}
	for h = m.head(h); h >= 0 && !(m.upos(h) == "VERB" && m.finite(h)); h = m.head(h) {
	}
	if h >= 0 {
		m.hang(v, h, "advcl")
	}
}

// pastAside hangs a participle behind an aside on the verb that the aside interrupts: "has shrunk, as the bank noted, | leaving".
func (m *mender) pastAside(v int) {
	h := m.head(v)
	if h < 0 || m.xpos(v) != "VBG" || !m.Tree.Rel(v, "advcl") || v < h || !m.commaBefore(v) || !m.Tree.Rel(h, "advcl") ||
		!m.marked(h, "as") || !m.tellsThat(h) ||
		m.Tree.Kid(h, "obj", "ccomp") >= 0 || m.head(h) < 0 || m.upos(m.head(h)) != "VERB" {
		return
	}
	m.hang(v, m.head(h), "advcl")
}

// toldParticiple hangs "having lost" behind a reported clause on that clause rather than on the verb that reports it.
func (m *mender) toldParticiple(v int) {
	h := m.head(v)
	if h < 0 || h > v || !m.Tree.Rel(v, "advcl") || !m.tellsThat(h) || len(m.Know.SpeechVerb(m.lemma(v))) > 0 || !m.commaBefore(v) {
		return
	}
	if aux := m.Tree.Kid(v, "aux"); aux < 0 || m.lower(aux) != "having" {
		return
	}
	if c := m.Tree.Kid(h, "ccomp"); c > h && c < v && m.upos(c) != "PUNCT" {
		m.hang(v, c, "advcl")
	}
}

// rightBehind hangs a participle right behind a noun on that noun, where the parser hung it on the verb: "cut tonnes of timber harvested
// in the reserve", "is hostile to the mining carried out by firms".
func (m *mender) rightBehind(v int) {
	if v < 2 || !m.Tree.Rel(v, "advcl") || m.xpos(v) != "VBN" || m.head(v) > v || m.becomes(v) ||
		m.Tree.Kid(v, "mark", "nsubj", "nsubj:pass", "cop", "obj") >= 0 {
		return
	}
	n := v - 1
	if m.lower(n) == "being" && m.head(n) == v {
		n-- // the files being shared
	} else if m.Tree.Kid(v, "aux", "aux:pass") >= 0 {
		return
	}
	if first := m.opens(v); first == n && m.upos(n) == "ADV" {
		n-- // timber allegedly cut in the reserve
	}
	if first := m.opens(v); first != n+1 || !oneOf(m.upos(n), "NOUN", "PROPN") || m.Tree.Under(n, v) || m.timeAt[n] > 0 || m.valueAt[n] > 0 ||
		m.Tree.Sent(n) != m.Tree.Sent(v) {
		return
	}
	for m.Tree.Rel(n, "flat", "compound", "goeswith", "nmod:unmarked") && m.head(n) >= 0 && m.head(n) < v {
		n = m.head(n)
	}
	for up := m.head(n); up >= 0 && m.Tree.Rel(n, "nmod") && m.caseMark(n) == "of" && m.isActor(up) && up != m.head(v) &&
		(!m.isActor(n) || m.isPersonNoun(up)); up = m.head(n) {
		n = up
	}
	if m.head(v) == n || m.Tree.Rel(n, "nsubj") {
		return
	}
	m.hang(v, n, "acl")
}
