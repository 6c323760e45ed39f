package extract

import "slices"

// Subjects that the parser gave to another clause: rows, months, what stands behind "and".

// strayed makes the phrase behind "and" the subject of the tensed verb behind it that has none, where the parser coordinated the phrase
// with what stands before: "are small, and much of the trade is run by others", "the surplus swelled and prices fell".
func (m *mender) strayed(v int) {
	if !m.Tree.Rel(v, "parataxis", "conj", "ccomp", "advcl") ||
		m.Tree.Kid(v, "nsubj", "csubj", "expl", "cc", "mark", "nsubj:pass", "cop") >= 0 || !m.finite(v) || m.insertedSpeech(v) {
		return
	}
	first := m.opens(v)
	if first == 0 || m.Tree.Sent(first-1) != m.Tree.Sent(v) || first == v && !oneOf(m.xpos(v), "VBD", "VBZ") ||
		first < v && !m.Tree.Rel(first, "aux", "aux:pass") {
		return
	}
	for k := first - 1; k >= 0 && !m.Tree.Under(k, v) && m.lastOf(k) == first-1; k = m.head(k) {
		cc := m.Tree.Kid(k, "cc")
		if !m.Tree.Rel(k, "conj") || cc < 1 || !oneOf(m.upos(k), "NOUN", "PROPN", "PRON", "ADJ", "NUM") {
			continue
		}
		if m.NLP.Toks[cc-1].Text != "," && (m.upos(k) == "ADJ" || first == v && m.xpos(v) != "VBZ" && m.Tree.Under(v, m.head(k)) ||
			m.verbNumber(v) == "plural" && m.xpos(k) == "NN" || m.caseMark(k) != "" || m.Tree.Kid(k, "acl:relcl") == v) {
			return
		}
		rel := "nsubj"
		if m.passive(v) {
			rel = "nsubj:pass"
		}
		if m.hang(k, v, rel) {
			m.hang(cc, v, "cc")
		}
		return
	}
}

// rowBefore makes the row of nouns between the comma behind a clause in front and a tensed verb without a subject its subject, where the
// parser coordinated it with the object of that clause: "Partly offsetting these losses, | sales and a gift will add 3 mln".
func (m *mender) rowBefore(v int) {
	if !m.finite(v) || m.Tree.Kid(v, "nsubj", "nsubj:pass", "expl", "cc", "mark") >= 0 || m.cueOf[v] > 0 {
		return
	}
	for _, a := range m.Tree.Kids(v) {
		if a > v || !m.Tree.Rel(a, "advcl", "csubj") || !oneOf(m.xpos(a), "VBG", "VBN", "VB") {
			continue
		}
		obj := m.Tree.Kid(a, "obj")
		if obj < a {
			return
		}
		if m.commaBefore(obj) && m.Tree.Kid(obj, "conj") < 0 && m.reaches(obj, v) {
			m.hang(obj, v, m.subjectRel(v)) // "To add to this, | the growth of the port could hurt the town"
			return
		}
		row := slices.DeleteFunc(slices.Clone(m.Tree.Kids(obj)), func(k int) bool { return !m.Tree.Rel(k, "conj") })
		if len(row) == 0 || !m.commaBefore(row[0]) || m.Tree.Kid(row[0], "cc") >= 0 || len(row) == 1 && m.Tree.Kid(row[0], "conj") >= 0 {
			return
		}
		if !m.reaches(row[len(row)-1], v) || !m.hang(row[0], v, m.subjectRel(v)) {
			return
		}
		m.toks[a].Deprel = "advcl"
		for _, k := range row[1:] {
			m.hang(k, row[0], "conj")
		}
		return
	}
}

// reaches reports that the phrase of k ends right before the words of verb v, but for a comma.
func (m *mender) reaches(k, v int) bool {
	next := m.lastOf(k) + 1
	for next < v && m.Tree.Rel(next, "punct") {
		next++
	}
	return next == v || next < v && m.head(next) == v && m.Tree.Rel(next, "aux", "aux:pass", "advmod")
}

// subjectRel is the relation of a subject of verb v.
func (m *mender) subjectRel(v int) string {
	if m.passive(v) {
		return "nsubj:pass"
	}
	return "nsubj"
}

// monthSubject makes the noun before "for March" the subject of the tensed verb behind it, where the parser made the month the subject:
// "said its sales for March fell".
func (m *mender) monthSubject(v int) {
	s, h := m.Tree.Kid(v, "nsubj"), m.head(v)
	if s < 1 || s > v || h < 0 || h > s || m.timeAt[s] == 0 || !m.finite(v) || !m.Tree.Rel(v, "advcl", "ccomp") || !m.tellsThat(h) {
		return
	}
	n := m.Tree.Kid(h, "obj")
	if n < h || n > s || m.opens(v) != m.lastOf(n)+1 || !oneOf(m.lower(m.opens(v)), "for", "in", "of", "on", "from", "during", "at") {
		return
	}
	if !m.hang(n, v, "nsubj") {
		return
	}
	m.toks[v].Deprel = "ccomp"
	m.hang(s, n, "nmod")
	for _, k := range m.Tree.Kids(v) {
		switch {
		case k > s:
		case m.Tree.Rel(k, "mark"):
			m.hang(k, s, "case")
		case m.Tree.Rel(k, "obl"):
			m.hang(k, n, "nmod")
		}
	}
}

// commaParticiple makes the subject of a "past tense" behind a lone comma the one it is done to: "The pact, agreed last year, …". No
// comma parts a subject from its verb.
func (m *mender) commaParticiple(v int) {
	s := m.Tree.Kid(v, "nsubj")
	if s < 0 || v < 2 || s > v-2 || !oneOf(m.xpos(v), "VBD", "VBN") || m.NLP.Toks[v-1].Text != "," || m.cueOf[v] > 0 || m.quotes(v) ||
		m.Tree.Kid(v, "aux", "aux:pass", "obj", "ccomp", "xcomp", "mark", "iobj") >= 0 || !m.keepsObject(v) && !m.takesObject(v) ||
		motion[m.lemma(v)] || m.becomes(v) || m.upos(s) == "PRON" {
		return
	}
	commas, next := 0, false
	for t := m.firstWord(s); t < v; t++ {
		if oneOf(m.NLP.Toks[t].Text, ",", "-", "--", "–", "—", ")", "\"", "”") {
			commas++
		}
	}
	for t := v + 1; t < m.NLP.Sents[m.Tree.Sent(v)].Last && t < v+12; t++ {
		next = next || m.NLP.Toks[t].Text == ","
	}
	if commas == 1 && next {
		m.hang(s, v, "nsubj:pass")
		m.toks[v].XPOS = "VBN"
	}
}

// insertedSpeech reports a verb that attributes the clause around it.
func (m *mender) insertedSpeech(v int) bool { return m.cueOf[v] > 0 }
