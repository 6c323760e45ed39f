package extract

import (
	"slices"

	"dictum/graph"
)

// ownWords reads auxiliaries, adverbs and subjects of clause v.
func (r *eventReader) ownWords(t *truth, v int) {
	t.markedBy(r, v)
	for _, k := range r.Tree.Kids(v) {
		switch {
		case r.Tree.Rel(k, "advmod", "aux"):
			r.adverbTruth(t, v, k)
		case r.Tree.Rel(k, "cc", "cc:preconj", "det") && k < v && r.lower(k) == "neither",
			r.Tree.Rel(k, "cc") && k < v && r.lower(k) == "rather" && r.lower(k+1) == "than",
			r.Tree.Rel(k, "cc") && r.lower(k) == "nor" && r.ownSubject(v) >= 0:
			t.negate()
		case r.Tree.Rel(k, "nsubj", "obj") && r.isNo(k):
			t.negate()
		case r.Tree.Rel(k, "obl") && r.isNo(k) && never[r.lemma(k)]:
			t.negate() // at no time, under no circumstances
		case r.Tree.Rel(k, "advcl") && r.marked(k, "if", "unless") && t.modality == graph.Planned:
			t.doubt()
		}
	}
	if t.negated() && (r.untilTime(v) || t.modality == graph.Planned && r.untilPhrase(v, true)) {
		t.negate() // did not leave until Friday
	}
	if r.isTo(v) {
		t.plan() // is to leave
	}
	if r.isOrder(v) {
		t.doubt()
	}
}

// isOrder reports an imperative: stop complaining, be prepared.
func (r *eventReader) isOrder(v int) bool {
	if !r.Tree.Rel(v, "root") || r.ownSubject(v) >= 0 || r.xpos(v) != "VB" && r.xpos(v) != "VBN" {
		return false
	}
	bare := r.xpos(v) == "VB"
	for _, k := range r.Tree.Kids(v) {
		switch {
		case r.Tree.Rel(k, "aux", "cop") && r.xpos(k) == "VB" && k < v:
			bare = true
		case r.Tree.Rel(k, "aux", "cop", "mark", "expl", "csubj"):
			return false
		}
	}
	return bare
}

// never are the nouns whose phrase with "no" negates a clause.
var never = wordSet("time way circumstance event account case means condition point stage sense moment")

// markedBy reads the marker in front of a clause.
func (t *truth) markedBy(r *eventReader, v int) {
	for _, k := range r.Tree.Kids(v) {
		if !r.Tree.Rel(k, "mark", "case", "advmod") || k > v || r.Tree.Rel(k, "advmod") && r.xpos(k) != "IN" {
			continue
		}
		switch r.lower(k) {
		case "if", "whether", "unless", "lest":
			t.doubt()
		case "without", "instead", "rather":
			t.negate()
		case "from":
			if k > 0 && oneOf(r.lower(k-1), "far", "away") && r.xpos(v) == "VBG" {
				t.negate() // far from improving, inches away from winning
			}
		case "than":
			if !r.finite(v) && (r.xpos(v) == "VB" || r.xpos(v) == "VBG") {
				t.doubt() // not: more than halved
			}
		}
	}
}

// isTo reports a tense of "be" with an infinitive: are to be built.
func (r *eventReader) isTo(v int) bool {
	if r.xpos(v) != "VB" && r.xpos(v) != "VBN" || r.NLP.Toks[v].Deprel == "xcomp" {
		return false
	}
	if s := r.ownSubject(v); s >= 0 && upshots[r.lemma(s)] {
		return false // the effect was to depress prices
	}
	be := -1
	for _, k := range r.Tree.Kids(v) {
		switch {
		case k > v:
			return false
		case be >= 0 && r.Tree.Rel(k, "mark") && r.lower(k) == "to" && k == be+1:
			return true
		case r.Tree.Rel(k, "aux", "cop") && r.lemma(k) == "be" && oneOf(r.xpos(k), "VBZ", "VBP", "VBD"):
			be = k
		case r.Tree.Rel(k, "advmod") && be == k-1:
			be = k // is now to leave
		}
	}
	return false
}

// upshots are what has come about.
var upshots = wordSet("consequence effect impact outcome reaction response result upshot")

// untilTime reports a past tense that ended its waiting: did not leave until Friday.
func (r *eventReader) untilTime(v int) bool {
	if !r.inPast(v) && r.Tree.Kid(v, "aux") < 0 || !r.didAux(v) {
		return false
	}
	return r.untilPhrase(v, false)
}

// untilPhrase reports a phrase or clause behind verb v that says until when; when dated, a phrase with a date: what is not due until May is
// due in May, while what will not be done until others give way is refused.
func (r *eventReader) untilPhrase(v int, dated bool) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return k > v && r.Tree.Rel(k, "obl", "advcl") && r.marked(k, "until", "till") && (!dated || r.timeAt[k] > 0)
	})
}

// didAux reports an auxiliary of the past: did, was, were, had.
func (r *eventReader) didAux(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool { return r.Tree.Rel(k, "aux", "cop") && r.xpos(k) == "VBD" })
}

// adverbTruth reads one auxiliary or adverb.
func (r *eventReader) adverbTruth(t *truth, v, k int) {
	switch r.lower(k) {
	case "not", "n't", "n’t", "’t":
		if !r.notOnly(k) {
			t.negate()
		}
	case "never", "nowhere", "hardly", "neither", "nor", "scarcely":
		t.negate()
	case "will", "shall", "'ll", "’ll", "wo":
		t.plan()
		t.will = true
	case "would", "'d", "’d":
		r.wouldTruth(t, v, k)
	case "could":
		if r.marked(v, "before") {
			return // before they could leave
		}
		if r.negated(v) && !r.conditional(v) && r.xpos(v) != "VBN" && !r.Tree.Rel(v, "ccomp") {
			return // could not find
		}
		t.doubt()
	case "perhaps", "maybe", "possibly", "probably":
		if next := k + 1; next < len(r.NLP.Toks) && oneOf(r.upos(next), "ADV", "ADJ") && r.head(next) != v {
			return // perhaps most surprisingly
		}
		t.doubt()
	case "may", "might", "should", "must", "can", "ought", "allegedly",
		"ca", "potentially", "supposedly", "purportedly", "presumably", "conceivably", "hypothetically":
		t.doubt()
	case "almost", "nearly":
		if k == v-1 && r.upos(v) == "VERB" && !r.Know.VerbInClass("scale", r.lemma(v)) {
			t.negate() // almost scored
		}
	case "longer":
		if n := r.Tree.Kid(k, "advmod", "det"); n >= 0 && r.lower(n) == "no" {
			t.negate()
		}
	}
}

// notOnly reports a negation that negates no verb: not only.
func (r *eventReader) notOnly(k int) bool {
	return k+1 < len(r.NLP.Toks) && oneOf(r.lower(k+1), "only", "just", "merely", "simply", "least")
}

// wouldTruth tells the future of the past from the conditional.
func (r *eventReader) wouldTruth(t *truth, v, k int) {
	if r.lemma(k) == "have" || r.lemma(k) == "'d" && r.xpos(v) == "VBN" {
		return
	}
	at := v
	for r.Tree.Rel(at, "conj") && r.head(at) >= 0 {
		at = r.head(at)
	}
	perfect := slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool { return r.Tree.Rel(k, "aux") && r.lemma(k) == "have" })
	switch {
	case perfect, r.conditional(v):
		t.doubt() // would have been sold
	case r.Tree.Rel(at, "ccomp") && !r.marked(at, "if", "whether"):
		t.plan() // "said it would send"
		t.will = true
	case r.Tree.Rel(v, "root") && r.negated(v): // "he would not comment"
	case slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return r.Tree.Rel(k, "advcl") && r.marked(k, "after", "when", "whenever", "once") && r.inPast(k) && k < v
	}): // after they had paid he would call
	case slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool { return r.Tree.Rel(k, "advmod") && k < v && lateron[r.lower(k)] }):
		// would later become
	default:
		t.doubt()
	}
}

// lateron are the adverbs that make "would" tell what came after: would later become.
var lateron = wordSet("later eventually soon subsequently ultimately finally")

// conditional reports a clause with a condition beside it: "if they left".
func (r *eventReader) conditional(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool { return r.Tree.Rel(k, "advcl") && r.marked(k, "if", "unless") })
}

// negated reports "not" and "never" in the clause itself.
func (r *eventReader) negated(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		switch r.lower(k) {
		case "not", "n't", "n’t", "never":
			return r.Tree.Rel(k, "advmod")
		}
		return false
	})
}

// asks reports a clause that is a question: it ends with a question mark. Of a sentence that tells who asks, only what is asked is one.
func (r *eventReader) asks(v int) bool {
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "punct") && k > v && r.NLP.Toks[k].Text == "?" {
			return !r.Tree.Rel(v, "root") || r.cueOf[v] == 0 || r.Tree.Kid(v, "ccomp", "parataxis") < 0
		}
	}
	h := r.head(v)
	if h < 0 || !r.Tree.Rel(v, "ccomp", "parataxis") || !r.Tree.Rel(h, "root") || r.cueOf[h] == 0 {
		return false
	}
	last := r.NLP.Sents[r.Tree.Sent(v)].Last - 1
	for last > v && (r.Tree.Rel(last, "punct") && closing(r.NLP.Toks[last].Text)) {
		last--
	}
	return r.NLP.Toks[last].Text == "?"
}

func closing(s string) bool { return oneOf(s, "\"", "”", "''", "'", "’", ")") }
