package extract

// looseRelative hangs a clause that begins with a relative pronoun right behind a noun on that noun, wherever the parser hung it: "groups
// that the paper described".
func (m *mender) looseRelative(v int) {
	if m.NLP.Toks[v].Deprel == "acl:relcl" || !m.Tree.Rel(v, "ccomp", "advcl", "parataxis") || m.Tree.Kid(v, "mark", "cc") >= 0 ||
		!m.finite(v) {
		return
	}
	w := m.relativeWord(v)
	if w < 1 || w != m.opens(v) || m.xpos(w) != "WDT" && m.xpos(w) != "WP" {
		return
	}
	n := w - 1
	if n > 0 && m.NLP.Toks[n].Text == "," {
		n--
	}
	if m.Tree.Sent(n) != m.Tree.Sent(v) || !oneOf(m.upos(n), "NOUN", "PROPN") || m.Tree.Under(n, v) || m.timeAt[n] > 0 {
		return
	}
	for m.Tree.Rel(n, "flat", "compound", "goeswith") && m.head(n) >= 0 && m.head(n) < w {
		n = m.head(n)
	}
	m.hang(v, n, "acl:relcl")
}

// saidBefore makes a verb of saying at the beginning the main one, and its "object" the subject of the verb behind that has none: "An
// official said the index, begun in May, | had been kept".
func (m *mender) saidBefore(v int) {
	if !m.Tree.Rel(v, "root") || !m.finite(v) || m.Tree.Kid(v, "nsubj", "nsubj:pass", "csubj", "expl", "mark") >= 0 {
		return
	}
	for _, h := range m.Tree.Kids(v) {
		if h > v || !m.Tree.Rel(h, "advcl", "ccomp") || !onlySaid[m.lemma(h)] || m.ownSubject(h) < 0 {
			continue
		}
		obj := m.Tree.Kid(h, "obj")
		if obj < h || m.upos(obj) == "PRON" || m.Tree.Kid(v, "cc") >= 0 && m.Tree.Kid(v, "cc") < v {
			return
		}
		rel := "nsubj"
		if m.passive(v) {
			rel = "nsubj:pass"
		}
		m.toks[h].Head, m.toks[h].Deprel, m.changed = m.head(v), "root", true
		m.hang(v, h, "ccomp")
		m.hang(obj, v, rel)
		return
	}
}

// hyphened makes a participle behind a hyphen part of its noun phrase: "bought privately-held Norvik".
func (m *mender) hyphened(v int) {
	obj, h := m.Tree.Kid(v, "obj"), m.head(v)
	if v < 2 || h < 0 || h > v || obj < v || m.xpos(v) != "VBN" || m.lower(v-1) != "-" || m.NLP.Toks[v-1].End != m.NLP.Toks[v].Start ||
		m.upos(h) != "VERB" || !m.Tree.Rel(v, "xcomp", "ccomp", "advcl", "conj") || m.Tree.Kid(h, "obj") >= 0 {
		return
	}
	m.beforeNoun(v, obj, h)
}
