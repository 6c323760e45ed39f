package extract

import "slices"

// Clauses that the parser cut in the wrong place: a tensed verb that is left without a subject while the noun phrase right before it
// hangs elsewhere.

// opens is the first token of clause v's own words, leaving out the comma or dash before it.
func (m *mender) opens(v int) int {
	first := v
	for _, k := range m.Tree.Kids(v) {
		if k < first && !m.Tree.Rel(k, "punct") {
			first = m.firstWord(k)
		}
	}
	return first
}

// firstWord is the first token of the phrase of k.
func (m *mender) firstWord(k int) int { return m.Tree.Yield(nil, k, nil)[0] }

// endOf is the last token of the phrase of k without clause v, when v hangs below it.
func (m *mender) endOf(k, v int) int {
	all := m.Tree.Yield(nil, k, func(c int) bool { return c == v || m.Tree.Rel(c, "punct") })
	return all[len(all)-1]
}

// subjectless reports a tensed verb in a clause of its own without a subject.
func (m *mender) subjectless(v int) bool {
	return m.finite(v) && m.xpos(v) != "VBG" && m.Tree.Kid(v, "nsubj", "nsubj:pass", "csubj", "expl", "mark", "cc") < 0 && m.cueOf[v] == 0
}

// toldClause makes the "object" of a verb that takes a clause the subject of the verb behind it: "said the brigade | had left", "said the
// brigade and the regiment | had been destroyed".
func (m *mender) toldClause(v int) {
	h := m.head(v)
	if h < 0 || h > v || m.upos(h) != "VERB" || !m.Tree.Rel(v, "parataxis", "conj", "ccomp") || !m.tellsThat(h) && !m.besideAux(v, h) {
		return
	}
	obj := m.Tree.Kid(h, "obj")
	if obj < h || obj > v || m.Tree.Kid(h, "iobj") >= 0 || m.upos(obj) == "PRON" || m.Tree.Kid(obj, "acl", "advcl") >= 0 {
		return
	}
	rel := "nsubj"
	if m.passive(v) {
		rel = "nsubj:pass"
	}
	first := m.opens(v)
	before := first - 1
	for before > obj && m.Tree.Rel(before, "punct") && m.NLP.Toks[before].Text != "," {
		before--
	}
	if (onlySaid[m.lemma(h)] || clausal[m.lemma(h)] || m.besideAux(v, h)) && m.subjectless(v) && m.Tree.Rel(first, "aux", "aux:pass") &&
		m.endOf(obj, v) == before {
		if m.hang(obj, v, rel) {
			m.toks[v].Deprel = "ccomp"
		}
		return
	}
	s, cc := m.ownSubject(v), m.Tree.Kid(v, "cc")
	if m.Tree.Kid(v, "mark") >= 0 || s >= 0 && m.upos(s) == "PRON" || !onlySaid[m.lemma(h)] && m.verbNumber(v) != "plural" {
		return
	}
	if s < 0 || cc < 0 || s > v || cc > s || m.lower(cc) != "and" || !m.Tree.Rel(v, "conj") || first != cc || m.endOf(obj, v) != cc-1 ||
		m.verbNumber(v) == "singular" || m.firstWord(s) != cc+1 && m.endOf(s, v) < cc || m.Tree.Kid(s, "conj") >= 0 {
		return
	}
	if m.hang(obj, v, rel) && m.hang(s, obj, "conj") {
		m.hang(cc, s, "cc")
		m.toks[v].Deprel = "ccomp"
	}
}

// besideAux reports a tensed verb without a subject whose auxiliary stands right behind the object of the verb it is "coordinated" with:
// "is determined the ground | will be built".
func (m *mender) besideAux(v, h int) bool {
	if !m.Tree.Rel(v, "conj", "ccomp") || !m.subjectless(v) {
		return false
	}
	first, obj := m.opens(v), m.Tree.Kid(h, "obj")
	return obj > h && first > 0 && m.Tree.Rel(first, "aux", "aux:pass") && m.endOf(obj, v) == first-1
}

// onlySaid are verbs of speech and thought that take no things as objects.
var clausal = wordSet("suggest believe claim hope expect fear predict estimate indicate mean show warn announce assume",
	"conclude reveal know")

var onlySaid = wordSet("say think hope argue insist suppose reckon assert contend allege surmise opine guess")

// tellsThat reports a verb that takes what is said or thought as a clause.
func (r *eventReader) tellsThat(v int) bool {
	for _, f := range r.Know.SpeechVerb(r.lemma(v)) {
		if slices.Contains(f.Takes, "that") {
			return true
		}
	}
	return false
}

// twoVerbs makes a "verb" in -s the noun that is the subject of the tensed verb behind it: "while Norvik shares in Oslo slipped".
func (m *mender) twoVerbs(v int) {
	h := m.head(v)
	if h < 0 || h > v || !m.Tree.Rel(v, "advcl", "ccomp", "conj", "xcomp", "parataxis") || !m.subjectless(v) || m.upos(h) != "VERB" ||
		m.xpos(h) != "VBZ" || !verbLike[m.lemma(h)] ||
		m.Tree.Kid(h, "obj", "aux", "iobj") >= 0 || m.tellsThat(h) || m.NLP.Toks[v].XPOS == "VBZ" {
		return
	}
	s := m.Tree.Kid(h, "nsubj")
	if s != h-1 || m.Tree.Rel(m.opens(v)-1, "punct") {
		return
	}
	if top := m.head(h); !m.lift(v, h, top) {
		return
	}
	m.hang(h, v, "nsubj")
	m.hang(s, h, "compound")
	m.toks[h].UPOS, m.toks[h].XPOS = "NOUN", "NNS"
	for _, k := range m.Tree.Kids(h) {
		switch {
		case k == s, k == v:
		case m.Tree.Rel(k, "obl"):
			m.hang(k, h, "nmod")
		default:
			m.hang(k, v, m.toks[k].Deprel)
		}
	}
}

// verbLike are the nouns of news whose plural is the third person of a verb.
var verbLike = wordSet("share export import profit cost price trade stock report plan talk attack claim demand offer bid",
	"move cut gain rate force",
	"fire strike reserve deposit loan fund supply order result return rise fall yield stake call vote protest raid clash shipment film drug",
	"ship record work study figure official market bank house school study step need purchase sale issue contract increase decrease decline")

// lift puts v in the place of its head h under top.
func (m *mender) lift(v, h, top int) bool {
	rel := m.NLP.Toks[h].Deprel
	if top < 0 {
		m.toks[v].Head, m.toks[v].Deprel, m.changed = -1, rel, true
		return true
	}
	return m.hang(v, top, rel)
}

// asClause makes the noun phrase between "as" and a tensed verb the subject of that verb: "could get worse as crime grows".
func (m *mender) asClause(v int) {
	if v == 0 || !oneOf(m.xpos(v), "VBZ", "VBD", "VBP") || !m.Tree.Rel(v, "parataxis", "conj", "advcl") || m.Tree.Kid(v, "mark") >= 0 {
		return
	}
	for k := v - 1; k >= 0 && m.Tree.Sent(k) == m.Tree.Sent(v); k = m.head(k) {
		if m.head(k) < 0 || m.head(k) == v || m.lastOf(k) != v-1 {
			return
		}
		if !m.Tree.Rel(k, "obl", "nmod") || !oneOf(m.caseMark(k), "as", "while", "before", "after", "since", "until") {
			continue
		}
		h, s, as := m.head(k), m.ownSubject(v), m.Tree.Kid(k, "case")
		if bare := s < 0 && m.Tree.Rel(v, "conj") && m.Tree.Kid(v, "cc") < 0; bare && m.Tree.Under(k, m.head(v)) && m.timeAt[k] == 0 && as >= 0 {
			m.hang(v, m.head(v), "advcl") // "left after the court backed the mayor"
			m.hang(k, v, "nsubj")
			m.hang(as, v, "mark")
			return
		}
		if !m.Tree.Rel(k, "obl") || s < 0 || s > h || !m.Tree.Under(h, s) || m.timeAt[k] > 0 {
			return
		}
		top := m.head(v)
		if !m.lift(s, v, top) || !m.hang(v, h, "advcl") {
			return
		}
		m.hang(k, v, "nsubj")
		m.hang(as, v, "mark")
		for _, c := range m.Tree.Kids(v) {
			if c < s {
				m.hang(c, s, m.toks[c].Deprel)
			}
		}
		return
	}
}

// relativeObject gives a relative clause the object that the parser made the subject of the main verb behind it: "the head of the
// unions which
// called the strike | met the king".
func (m *mender) relativeObject(v int) {
	h := m.head(v)
	if h < 0 || h > v || !m.Tree.Rel(v, "ccomp") || m.NLP.Toks[h].Deprel != "acl:relcl" || m.tellsThat(h) ||
		m.Tree.Kid(h, "obj", "xcomp") >= 0 ||
		!m.finite(v) || m.Tree.Kid(v, "mark", "cc") >= 0 || m.Tree.Kid(v, "aux") >= 0 && m.Tree.Kid(v, "aux") < h {
		return
	}
	s, n := m.ownSubject(v), m.head(h)
	if s < h || s > v || m.relativeWord(h) < 0 || m.firstWord(s) != h+1 {
		return
	}
	for steps := 0; n >= 0 && steps < 4 && m.Tree.Rel(n, "nmod", "conj", "appos"); steps++ {
		n = m.head(n)
	}
	if n < 0 || !m.Tree.Rel(n, "root", "ccomp", "parataxis") || m.Tree.Kid(n, "cop", "nsubj", "case") >= 0 ||
		!oneOf(m.upos(n), "NOUN", "PROPN") {
		return
	}
	rel := "nsubj"
	if m.passive(v) {
		rel = "nsubj:pass"
	}
	if !m.lift(v, n, m.head(n)) {
		return
	}
	m.hang(n, v, rel)
	m.hang(s, h, "obj")
}

// asRole makes "as president" in "his term as president ends" a phrase, where the parser made the bare noun the subject of the verb
// behind it.
func (m *mender) asRole(v int) {
	as, k, h := m.Tree.Kid(v, "mark"), m.ownSubject(v), m.head(v)
	if as < 1 || m.lower(as) != "as" || k != as+1 || h < 0 || h != as-1 || !m.Tree.Rel(v, "advcl", "acl") || !m.Tree.Rel(h, "root", "ccomp") ||
		!oneOf(m.upos(h), "NOUN", "PROPN") || m.xpos(k) != "NN" || m.Tree.Kid(k, "det", "nmod:poss", "amod", "nmod") >= 0 ||
		m.Tree.Kid(h, "cop", "nsubj") >= 0 || !m.finite(v) {
		return
	}
	if !m.lift(v, h, m.head(h)) || !m.hang(h, v, "nsubj") {
		return
	}
	m.hang(k, h, "nmod")
	m.hang(as, k, "case")
	for _, c := range m.Tree.Kids(h) {
		if c > v {
			m.hang(c, v, m.toks[c].Deprel)
		}
	}
}
