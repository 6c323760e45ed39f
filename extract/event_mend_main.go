package extract

// mendMain finds the main verbs of clauses that the parser left without one: a noun stands where a verb should, and the verb hangs on it
// as a participle, or a verb has no subject while the noun phrase before it belongs nowhere.
func (m *mender) mendMain() {
	for s := range m.NLP.Sents {
		sent := &m.NLP.Sents[s]
		whole := sent.Last-sent.First > 7 && m.NLP.Toks[sent.Last-1].Text == "."
		for n := sent.First; n < sent.Last; n++ {
			switch {
			case !oneOf(m.upos(n), "NOUN", "PROPN"):
				if m.Tree.Rel(n, "root") && m.upos(n) == "VERB" && whole {
					m.looseSubject(n)
				}
			case m.Tree.Kid(n, "cop", "nsubj", "nsubj:pass", "csubj", "aux", "case", "expl") >= 0:
			case whole && m.Tree.Rel(n, "root"), m.Tree.Rel(n, "advcl", "ccomp") && m.opensClause(n):
				m.verbOf(n)
			}
		}
	}
}

// opensClause reports a noun with a conjunction or a question word that needs a verb: "when a coup ousted him".
func (m *mender) opensClause(n int) bool {
	for _, k := range m.Tree.Kids(n) {
		if k < n && (m.Tree.Rel(k, "mark") && m.lower(k) != "to" || m.Tree.Rel(k, "advmod") && m.xpos(k) == "WRB") {
			return true
		}
	}
	return false
}

// verbOf makes a past tense that was read as a participle behind noun n, or behind a noun of its phrase, the verb of its clause.
func (m *mender) verbOf(n int) {
	v := -1
	for _, k := range m.Tree.Yield(nil, n, nil) {
		if k > n && (m.couldBeMain(k) || m.mustBeMain(n, k)) {
			h := m.head(k)
			for h > n && m.Tree.Rel(h, "nmod", "obj", "obl", "acl", "appos") && m.NLP.Toks[h].Deprel != "acl:relcl" {
				h = m.head(h)
			}
			if h == n {
				v = k
				break
			}
		}
	}
	if v < 0 || !m.lift(v, n, m.head(n)) || !m.hang(n, v, "nsubj") {
		return
	}
	m.toks[v].XPOS = "VBD"
	for _, k := range m.Tree.Kids(n) {
		if k < n && m.Tree.Rel(k, "mark", "advmod", "advcl", "obl", "cc") || k > v && k != v {
			m.hang(k, v, m.toks[k].Deprel)
		}
	}
	for _, k := range m.Tree.Kids(v) {
		if k > v && m.Tree.Rel(k, "obl") && m.Tree.Kid(k, "case") < 0 && m.timeAt[k] == 0 && m.valueAt[k] == 0 &&
			m.Tree.Kid(v, "obj") < 0 {
			m.hang(k, v, "obj")
			return
		}
	}
}

// mustBeMain reports a participle right behind noun n that is the only verb of a clause with a conjunction ("as donors met to talk"), or
// the first of two coordinated ones ("the wing cut in and passed").
func (m *mender) mustBeMain(n, v int) bool {
	if m.upos(v) != "VERB" || !oneOf(m.xpos(v), "VBN", "VBD") || m.NLP.Toks[v].Deprel != "acl" || m.head(v) != n || m.upos(v-1) == "PUNCT" ||
		m.Tree.Kid(v, "mark", "aux", "aux:pass", "obl:agent") >= 0 || naming[m.lower(v)] || m.linking(v) {
		return false
	}
	if m.opensClause(n) {
		return true
	}
	for _, k := range m.Tree.Kids(n) {
		if k > v && m.Tree.Rel(k, "conj") && m.xpos(k) == "VBD" && m.Tree.Kid(k, "cc") >= 0 && m.ownSubject(k) < 0 {
			return true
		}
	}
	return false
}

// couldBeMain reports a participle behind a noun with a complement that a main verb has.
func (m *mender) couldBeMain(v int) bool {
	if m.upos(v) != "VERB" || !oneOf(m.xpos(v), "VBN", "VBD") || m.NLP.Toks[v].Deprel != "acl" ||
		m.Tree.Kid(v, "mark", "aux", "aux:pass", "obl:agent", "iobj") >= 0 ||
		m.commaBefore(v) || naming[m.lower(v)] || m.linking(v) || m.cueOf[v] > 0 {
		return false
	}
	if obj := m.Tree.Kid(v, "obj"); obj > v && m.timeAt[obj] == 0 && !ditransitive[m.lemma(v)] {
		return true
	}
	for _, k := range m.Tree.Kids(v) {
		switch {
		case k < v || m.timeAt[k] > 0 || m.valueAt[k] > 0:
		case m.Tree.Rel(k, "ccomp"), m.Tree.Rel(k, "xcomp") && m.upos(k) == "VERB" && m.marked(k, "to") && helpers[m.lemma(v)]:
			return true
		case m.Tree.Rel(k, "obl") && m.Tree.Kid(k, "case") < 0 && oneOf(m.upos(k), "NOUN", "PROPN"):
			return true
		}
	}
	return false
}

// looseSubject makes the noun phrase between commas before a tensed main verb without a subject its subject, where the parser took it
// for an apposition in a phrase at the beginning: "In a filing with the court, the firm said".
func (m *mender) looseSubject(v int) {
	if !oneOf(m.xpos(v), "VBD", "VBZ", "VBP") ||
		m.Tree.Kid(v, "nsubj", "nsubj:pass", "csubj", "expl", "ccomp", "parataxis", "aux:pass") >= 0 || m.passive(v) {
		return
	}
	for k := v - 1; k >= 0 && m.Tree.Sent(k) == m.Tree.Sent(v); k-- {
		if !m.Tree.Rel(k, "appos") || !oneOf(m.upos(k), "NOUN", "PROPN") || m.timeAt[k] > 0 || !m.commaBefore(k) ||
			m.Tree.Kid(k, "case") >= 0 {
			continue
		}
		end := m.lastOf(k) + 1
		for end < v && m.Tree.Rel(end, "punct") {
			end++
		}
		top := k
		for m.head(top) >= 0 && m.head(top) != v {
			top = m.head(top)
		}
		if end != v || !m.Tree.Rel(top, "obl") || m.Tree.Kid(top, "case") < 0 {
			return
		}
		m.hang(k, v, "nsubj")
		return
	}
}

// bareConjunct hangs a participle right behind a noun on it, where the parser coordinated it with a verb though neither a comma nor a
// conjunction stands there: "works in a unit endowed with means".
func (m *mender) bareConjunct(v int) {
	h := m.head(v)
	if v == 0 || h < 0 || h > v || !m.Tree.Rel(v, "conj") || !oneOf(m.xpos(v), "VBN", "VBD", "VBG") ||
		m.Tree.Kid(v, "cc", "nsubj", "nsubj:pass", "aux", "aux:pass", "mark") >= 0 || !oneOf(m.upos(v-1), "NOUN", "PROPN") ||
		m.opens(v) != v ||
		m.Tree.Under(v-1, v) || m.timeAt[v-1] > 0 || m.Tree.Kid(v, "obj") >= 0 && m.xpos(v) != "VBG" {
		return
	}
	n := v - 1
	for m.head(n) > h && m.Tree.Rel(n, "flat", "compound") {
		n = m.head(n)
	}
	if n < v && m.hang(v, n, "acl") && m.xpos(v) == "VBD" {
		m.toks[v].XPOS = "VBN"
	}
}

// secondVerb makes the tensed verb without a subject behind a participle the verb of the clause: "goods disguised as toys | were
// seized", "the
// chief, dubbed the Fox, | resigned". The participle describes the subject.
func (m *mender) secondVerb(v int) {
	s := m.Tree.Kid(v, "nsubj")
	if s < 0 || s > v || m.upos(s) == "PRON" || m.Tree.Kid(v, "aux", "aux:pass", "cop", "mark", "cc", "expl") >= 0 ||
		m.NLP.Toks[v].Deprel == "acl:relcl" {
		return
	}
	if m.xpos(v) != "VBN" && (m.xpos(v) != "VBD" || !m.keepsObject(v) || m.Tree.Kid(v, "obj") >= 0 && !nominative[m.lemma(v)]) {
		return
	}
	main := -1
	for _, k := range m.Tree.Kids(v) {
		if k > v && m.Tree.Rel(k, "ccomp", "parataxis", "conj", "xcomp", "advcl") && m.upos(k) == "VERB" && m.subjectless(k) &&
			!m.quotes(k) {
			main = k
			break
		}
	}
	if main < 0 || !m.lift(main, v, m.head(v)) {
		return
	}
	rel := "nsubj"
	if m.passive(main) {
		rel = "nsubj:pass"
	}
	m.hang(s, main, rel)
	m.hang(v, s, "acl")
	m.toks[v].XPOS = "VBN"
	for _, k := range m.Tree.Kids(v) {
		if k < s || k > main {
			m.hang(k, main, m.toks[k].Deprel)
		}
	}
}
