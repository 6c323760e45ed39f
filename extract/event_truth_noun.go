package extract

import (
	"dictum/graph"
)

// isNo reports "no troops", "nobody", "none of them".
func (r *eventReader) isNo(k int) bool {
	switch r.lower(k) {
	case "nobody", "none", "nothing", "no-one", "neither":
		return true
	case "one":
		if k > 0 && r.lower(k-1) == "no" {
			return true
		}
	}
	d := r.Tree.Kid(k, "det")
	return d >= 0 && (r.lower(d) == "no" || r.lower(d) == "neither")
}

// nounTruth reads the words before an event noun.
func (r *eventReader) nounTruth(t *truth, n int) {
	if r.caseMark(n) == "without" {
		t.negate()
	}
	for _, k := range r.Tree.Kids(n) {
		if !r.Tree.Rel(k, "amod", "advmod", "compound") {
			continue
		}
		switch lemma := r.lemma(k); lemma {
		case "planned", "upcoming", "future", "proposed", "scheduled", "forthcoming", "plan",
			"propose", "schedule", "intended", "impending", "next":
			t.plan()
		case "possible", "potential", "alleged", "suspected", "hypothetical", "imminent", "would-be", "feared", "suspect", "allege", "purported":
			t.doubt()
		case "failed", "attempted", "foiled", "cancelled", "canceled", "foil", "cancel":
			t.negate()
		}
	}
}

// nounGovernor reads a noun that holds the event: a plan to, the threat of, a failure to.
func (r *eventReader) nounGovernor(t *truth, v, n int, lemma string) {
	verbal := r.upos(v) == "VERB"
	switch {
	case verbal && r.xpos(v) == "VBG" && r.Tree.Rel(n, "obj") && negators[r.lemma(r.head(n))] && r.Tree.Kid(v, "mark") < 0:
		t.negate() // prevent criminals using it
	case verbal && !r.marked(v, "to", "for", "of") && !(lemma == "interest" && r.marked(v, "in")):
	case verbal && negators[lemma], !verbal && notBrought[lemma]:
		t.negate()
	case doubters[lemma] || requesters[lemma]:
		t.doubt()
	case planners[lemma] || contentNouns[lemma] && verbal && r.marked(v, "to") || lemma == "program" || lemma == "proposal":
		t.plan()
	}
	if verbal && r.isNo(n) {
		t.negate()
	}
}

// objectTruth reads the verb that an event noun is the object of: called off a visit, called for a boycott, could spark a war.
func (r *eventReader) objectTruth(t *truth, n, v int, lemma string) {
	if p := r.particle(v); p >= 0 {
		lemma += "_" + r.lower(p)
	}
	prep := r.caseMark(n)
	switch {
	case negatesObject[lemma] && prep == "":
		if len(r.Know.SpeechNoun(r.lemma(n))) == 0 {
			t.negate() // a proposal that is rejected has been made
		}
		return
	case r.definite(n) && prep != "for":
	case planners[lemma] && (prep == "" || prep == "for" || prep == "to") && lemma != "decide" && lemma != "move":
		t.plan()
	case (lemma == "press" || lemma == "push") && prep == "for":
		t.doubt()
	case lemma == "tell" || lemma == "press" || lemma == "push":
	case requesters[lemma] && (prep == "" && lemma != "call" || prep == "for" || prep == "to"):
		t.doubt()
	case lemma == "fear" || lemma == "consider" || lemma == "suggest" || lemma == "suspect" || lemma == "warn":
		t.doubt()
	}
	if allowers[r.lemma(v)] && prep == "" {
		t.plan()
	} else if r.definite(n) || !bringers[r.lemma(v)] {
		return
	}
	inner := truth{modality: graph.Actual, polarity: graph.Affirmed}
	r.clauseTruth(&inner, v)
	r.governed(&inner, v, 3)
	switch inner.modality {
	case graph.Planned:
		t.plan()
	case graph.Hypothetical:
		t.doubt()
	}
	if inner.polarity == graph.Negated && prep == "" {
		t.negate()
	}
}

// allowers make what they have as object possible.
var allowers = wordSet("allow permit enable authorise authorize facilitate encourage")

// definite reports a noun phrase that speaks of something known: the attack, his visit.
func (r *eventReader) definite(n int) bool {
	for _, k := range r.Tree.Kids(n) {
		if r.NLP.Toks[k].Deprel == "nmod:poss" {
			return true
		}
		if r.Tree.Rel(k, "det") {
			switch r.lower(k) {
			case "the", "this", "that", "these", "those":
				return true
			}
		}
	}
	return false
}
