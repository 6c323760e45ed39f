package extract

// labelled puts the noun that a free relative clause gives a name to where its pronoun stands: "condemned what she called | the illegal
// attacks", "seized what they described as | an arsenal". What is condemned is the attacks; to call them so is an event of its own.
func (m *mender) labelled(v int) {
	w, outer := m.freeWord(v)
	if w < 0 || m.head(outer) < 0 {
		return
	}
	rel := m.NLP.Toks[outer].Deprel
	if outer == v {
		rel = "obj" // "rejected what is known as | the plan", hung on its verb as a clause
	}
	x := m.label(v)
	if x < 0 || !oneOf(rel, "obj", "obl", "nmod", "nsubj") {
		return
	}
	m.toks[x].Head, m.toks[x].Deprel = m.head(outer), rel
	m.toks[v].Head, m.toks[v].Deprel = x, "acl:relcl"
	m.toks[w].Head, m.toks[w].Deprel = v, "dep"
	m.changed = true
	for _, k := range m.Tree.Kids(w) {
		if m.Tree.Rel(k, "case", "punct") && k < w {
			m.toks[k].Head = x
		}
	}
	if k := m.Tree.Kid(x, "case"); k > v {
		m.toks[k].Head, m.toks[k].Deprel = v, "compound:prt" // described as
	}
	for _, k := range m.Tree.Kids(v) {
		if k > x && m.Tree.Rel(k, "obl") && oneOf(m.caseMark(k), "by", "on", "against", "of") && m.isEventNoun(x) {
			m.toks[k].Head, m.toks[k].Deprel = x, "nmod"
		}
	}
}

// guilty makes the verdict behind a verb a predicate of whom it is found for: "was found | guilty of using false papers".
func (m *mender) guilty(v int) {
	k := m.Tree.Kid(v, "obj")
	if k != v+1 || m.lower(k) != "guilty" || m.upos(k) == "ADJ" {
		return
	}
	m.toks[k].UPOS, m.toks[k].XPOS = "ADJ", "JJ"
	m.hang(k, v, "advmod")
	for _, c := range m.Tree.Kids(k) {
		if m.Tree.Rel(c, "acl") {
			m.hang(c, v, "advcl")
		}
	}
}

// freeWord is the "what" of a free relative clause with verb v, and the token that stands for the clause outside; -1 when v has none.
func (m *mender) freeWord(v int) (w, outer int) {
	if h := m.head(v); h >= 0 && h < v && m.Tree.Rel(v, "acl:relcl") && m.lower(h) == "what" {
		return h, h
	}
	if k := m.Tree.Kid(v, "nsubj:pass"); k >= 0 && k < v && m.Tree.Rel(v, "ccomp") && m.lower(k) == "what" && m.passive(v) {
		return k, v
	}
	return -1, -1
}

// label is the noun by which verb v names what it speaks of, or -1.
func (m *mender) label(v int) int {
	for _, k := range m.Tree.Kids(v) {
		if k < v || !oneOf(m.upos(k), "NOUN", "PROPN") {
			continue
		}
		bare := m.Tree.Rel(k, "obj", "xcomp", "ccomp") && m.Tree.Kid(k, "case", "mark", "cop") < 0
		if bare && labellers[m.lemma(v)] || m.caseMark(k) == "as" && m.Tree.Rel(k, "obl", "xcomp") && asLabellers[m.lemma(v)] {
			return k
		}
	}
	return -1
}

var (
	labellers   = wordSet("call term dub label deem consider name brand christen")
	asLabellers = wordSet("describe see regard view characterise characterize know portray depict label brand perceive define denounce",
		"condemn hail praise bill")
)

// freeRelative reports a pronoun that is its own antecedent: "paid | what it owed", "attacked | whoever crossed the bridge".
func (r *eventReader) freeRelative(k int) bool {
	return oneOf(r.lower(k), "what", "whatever", "whoever", "whomever", "whichever") && r.upos(k) == "PRON"
}
