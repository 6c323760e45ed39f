package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// truth is whether an event happened: how sure, and whether it is said not to have.
type truth struct {
	modality, polarity string
	will               bool // planned by those who do it: "will", "is ready to"
}

func (t *truth) plan() {
	if t.modality == graph.Actual {
		t.modality = graph.Planned
	}
}

func (t *truth) doubt() { t.modality = graph.Hypothetical }

func (t *truth) negate() {
	if t.polarity == graph.Affirmed {
		t.polarity = graph.Negated
	} else {
		t.polarity = graph.Affirmed
	}
}

// truthOf reads auxiliaries, negation and markers at the event, and then what governs it, up the tree.
func (r *eventReader) truthOf(e *happening) truth {
	t := truth{modality: graph.Actual, polarity: graph.Affirmed}
	base := e.trig
	if e.noun {
		r.nounTruth(&t, e.trig)
		if e.light < 0 || r.object(e.light) != e.trig {
			if r.isNo(e.trig) {
				t.negate()
			}
		}
		if e.light < 0 {
			r.governed(&t, e.trig, 0)
			return t
		}
		base = e.light
	}
	r.clauseTruth(&t, base)
	r.governed(&t, base, 0)
	if t.modality == graph.Actual {
		r.openTruth(&t, base)
	}
	return t
}

// clauseTruth reads the words of the clause itself.
func (r *eventReader) clauseTruth(t *truth, v int) {
	for _, k := range r.Tree.Kids(v) {
		switch {
		case r.Tree.Rel(k, "advmod", "aux"):
			r.adverbTruth(t, v, k)
		case r.Tree.Rel(k, "mark", "case"):
			switch r.lower(k) {
			case "if", "whether", "unless", "lest":
				t.doubt()
			case "without":
				t.negate()
			case "instead", "rather":
				t.negate()
			case "than":
				if !r.finite(v) {
					t.doubt()
				}
			}
		case r.Tree.Rel(k, "cc:preconj") && r.lower(k) == "neither", r.Tree.Rel(k, "cc") && r.lower(k) == "nor" && r.ownSubject(v) >= 0:
			t.negate()
		case r.Tree.Rel(k, "nsubj", "obj") && r.isNo(k):
			t.negate()
		case r.Tree.Rel(k, "advcl") && r.marked(k, "if", "unless") && t.modality == graph.Planned:
			t.doubt()
		}
	}
	if sent := &r.NLP.Sents[r.Tree.Sent(v)]; r.Tree.Rel(v, "root") && r.NLP.Toks[sent.Last-1].Text == "?" {
		t.doubt()
	}
}

func (r *eventReader) adverbTruth(t *truth, v, k int) {
	switch r.lower(k) {
	case "not", "n't", "n’t", "never", "nowhere", "hardly", "neither", "nor", "’t":
		t.negate()
	case "will", "shall", "'ll", "’ll", "wo":
		t.plan()
		t.will = true
	case "would", "'d", "’d":
		if r.lemma(k) == "have" || r.lemma(k) == "'d" && r.xpos(v) == "VBN" {
			return
		}
		switch {
		case r.Tree.Rel(v, "ccomp") && !r.marked(v, "if", "whether") && !r.conditional(v):
			t.plan() // "said it would send"
			t.will = true
		case r.Tree.Rel(v, "root") && r.negated(v) && !r.conditional(v): // "he would not comment"
		default:
			t.doubt()
		}
	case "may", "might", "could", "should", "must", "can", "ought", "perhaps", "possibly", "maybe", "probably", "allegedly", "reportedly",
		"ca", "potentially", "supposedly":
		t.doubt()
	case "longer":
		if n := r.Tree.Kid(k, "advmod", "det"); n >= 0 && r.lower(n) == "no" {
			t.negate()
		}
	}
}

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

// governed goes up the tree from a clause or an event noun and reads what its governors say of it.
func (r *eventReader) governed(t *truth, v, depth int) {
	h := r.head(v)
	if h < 0 || depth > 6 {
		return
	}
	lemma := r.lemma(h)
	switch {
	case r.Tree.Rel(v, "xcomp") && lemma == "have" && r.yet(h), r.Tree.Rel(v, "ccomp", "xcomp") && r.xpos(v) == "VBG" && negators[lemma]:
		t.negate() // has yet to decide; prevent them leaving
	case r.Tree.Rel(v, "xcomp"), r.Tree.Rel(v, "advcl", "ccomp", "acl") && r.marked(v, "to", "of", "about") && r.upos(h) == "ADJ":
		r.governor(t, h, lemma)
		if r.upos(h) == "ADJ" && r.Tree.Kid(h, "expl") >= 0 && r.negated(h) {
			return // it is not unusual to leave
		}
		r.clauseTruth(t, h)
		r.governed(t, h, depth+1)
	case r.Tree.Rel(v, "ccomp"):
		switch {
		case lemma == "deny":
			t.negate()
		case lemma == "doubt" || doubters[lemma] || lemma == "fear" || lemma == "wonder" || lemma == "question":
			t.doubt()
		case planners[lemma] && lemma != "promise" && !r.past(v):
			t.plan()
		case requesters[lemma] && lemma != "tell" && lemma != "warn" && !r.past(v):
			t.doubt()
		}
	case r.Tree.Rel(v, "conj"):
		r.sharedTruth(t, v, h, depth)
	case r.NLP.Toks[v].Deprel == "acl:relcl":
	case r.Tree.Rel(v, "acl"):
		r.nounGovernor(t, v, h, lemma)
	case r.Tree.Rel(v, "advcl"):
		if n := r.hangsOn(v); n >= 0 {
			r.nounGovernor(t, v, n, r.lemma(n))
			return
		}
		if r.marked(v, "to") && r.xpos(v) == "VB" && !(saidOf[lemma] && r.passive(h)) && !(begun[lemma] && r.Tree.Kid(h, "obj") < 0) {
			t.plan()
		}
		if r.marked(v, "from", "of") && negators[lemma] {
			t.negate()
		}
		if r.marked(v, "against") && (requesters[lemma] || planners[lemma] || lemma == "argue") {
			t.doubt()
			t.negate() // recommended against allowing it
		}
		if r.marked(v, "for") && planners[lemma] {
			t.plan()
		}
		if r.marked(v, "to") && requesters[lemma] {
			t.doubt() // "urged them to leave", as some trees have it
		}
	case r.Tree.Rel(v, "obj") || r.Tree.Rel(v, "nsubj") && r.passive(h), r.Tree.Rel(v, "obl") && r.upos(h) == "VERB":
		r.objectTruth(t, v, h, lemma)
	case r.Tree.Rel(v, "nmod") && (r.caseMark(v) == "of" || r.caseMark(v) == "for" || r.caseMark(v) == "to"):
		r.nounGovernor(t, v, h, lemma)
	}
}

// begun are verbs whose infinitive happens, though a parser may take it for what they are done for.
var begun = wordSet("begin start continue manage proceed cease tend seem appear happen prove")

// saidOf are verbs whose passive reports what their infinitive tells: is known to have left.
var saidOf = wordSet("know say believe think see find hear report allege claim understand consider reckon estimate rumour rumor")

// yet reports "has yet to".
func (r *eventReader) yet(h int) bool {
	return slices.ContainsFunc(r.Tree.Kids(h), func(k int) bool { return r.lower(k) == "yet" })
}

// governor reads a verb or an adjective with an open clause.
func (r *eventReader) governor(t *truth, h int, lemma string) {
	switch {
	case negators[lemma] || negators[r.lower(h)]:
		t.negate()
	case done[lemma] && r.upos(h) == "VERB":
		if lemma == "go" && r.xpos(h) == "VBG" {
			t.plan()
		}
	case planners[lemma]:
		t.plan()
		t.will = t.will || r.upos(h) == "ADJ" || lemma == "plan" || lemma == "intend" || lemma == "set"
	case doubters[lemma] || requesters[lemma]:
		t.doubt()
	}
}

// sharedTruth gives a coordinated clause the auxiliaries of the first when it has none and is not tensed itself.
func (r *eventReader) sharedTruth(t *truth, v, h, depth int) {
	if r.upos(v) != "VERB" {
		r.governed(t, h, depth+1)
		return
	}
	if r.finite(v) || r.ownSubject(v) >= 0 {
		return
	}
	inner := truth{modality: graph.Actual, polarity: graph.Affirmed}
	r.clauseTruth(&inner, h)
	r.governed(&inner, h, depth+1)
	if inner.polarity == graph.Negated && !strings.EqualFold(r.NLP.Toks[r.ccOf(v)].Text, "but") {
		t.negate()
	}
	switch inner.modality {
	case graph.Planned:
		t.plan()
	case graph.Hypothetical:
		t.doubt()
	}
}

// past reports a clause in the past tense.
func (r *eventReader) past(v int) bool {
	if r.xpos(v) == "VBD" {
		return true
	}
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "aux", "cop") && (r.xpos(k) == "VBD" || r.lemma(k) == "have") {
			return true
		}
	}
	return false
}
