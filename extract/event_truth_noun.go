package extract

import (
	"dictum/graph"
	"dictum/seeds"
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
		switch {
		case r.Tree.Rel(k, "advmod") && k < n && r.lower(k) == "not" && r.Tree.Rel(n, "conj", "appos") && !r.notOnly(k):
			t.negate() // of corruption, not cooperation
		case r.Tree.Rel(k, "det") && r.lower(k) == "any":
			if !t.negated() {
				t.doubt()
			}
		case r.Tree.Rel(k, "amod", "advmod", "compound") && !r.compared(k):
			r.attributeTruth(t, k)
		case r.Tree.Rel(k, "acl") && k > n && awaited[r.lemma(k)] && (r.xpos(k) == "VBN" || r.passive(k)) && !r.compared(k):
			t.plan() // talks scheduled for Monday, which are expected in May
		}
	}
}

// compared reports a participle behind "than" or "as": better-than-expected sales, a smaller deal than planned.
func (r *eventReader) compared(k int) bool {
	if k > 0 && r.lower(k-1) == "-" {
		k--
	}
	return k > 0 && oneOf(r.lower(k-1), "than", "as")
}

// awaited are participles behind nouns of what is still to come.
var awaited = wordSet("expect plan schedule propose slate envisage anticipate intend")

func (r *eventReader) attributeTruth(t *truth, k int) {
	lemma := r.lemma(k)
	if lemma == "come" {
		lemma = r.lower(k)
	}
	switch lemma {
	case "planned", "upcoming", "future", "proposed", "scheduled", "forthcoming", "plan", "expected", "expect",
		"anticipated", "anticipate", "looming",
		"propose", "schedule", "intended", "impending", "next", "prospective", "would-be", "coming":
		t.plan()
	case "possible", "potential", "alleged", "suspected", "hypothetical", "imminent", "feared", "suspect", "allege", "purported",
		"eventual", "likely", "threatened", "threaten", "supposed", "purport", "imaginary", "fictional", "probable", "apparent":
		t.doubt()
	case "failed", "attempted", "foiled", "cancelled", "canceled", "foil", "cancel", "aborted", "abort", "thwart", "thwarted":
		t.negate()
	}
}

// nounContext is the truth that noun n has by its part in the clause: what the governing word implies of it, and, of something not
// spoken of before, no more than what is said of the clause.
func (r *eventReader) nounContext(n, depth int) truth {
	h := r.head(n)
	switch {
	case depth > truthDepth:
		return certain()
	case r.Tree.Kid(n, "cop") >= 0:
		t := r.context(n, depth+1)
		own := t
		r.ownWords(&own, n) // it would be an attack, these will be the payments
		if !r.definite(n) {
			return own
		}
		if r.caseMark(n) != "" {
			return t // may be behind the attack
		}
		t.weaken(truth{modality: own.modality})
		return t
	case h < 0:
		t := certain()
		if r.asks(n) {
			t.doubt()
		}
		return t
	case r.Tree.Rel(n, "conj"):
		if r.upos(h) == "VERB" {
			return certain()
		}
		t := r.nounContext(h, depth+1)
		if t.guessed && r.definite(n) {
			return certain()
		}
		return t
	case r.Tree.Rel(n, "nmod"):
		return r.nounOf(n, h, depth)
	case r.upos(h) == "ADV" && r.lemma(h) == "instead":
		t := certain()
		t.negate()
		return t
	case r.Tree.Rel(n, "nsubj") && r.passive(h) && r.Tree.Kid(h, "xcomp") >= 0 && r.definite(n):
		return r.subjectContext(n, h, depth) // the visit was intended to help
	case r.Tree.Rel(n, "obj") || r.Tree.Rel(n, "nsubj", "iobj") && r.passive(h):
		return r.objectContext(n, h, depth)
	case r.Tree.Rel(n, "nsubj"):
		return r.subjectContext(n, h, depth)
	case r.Tree.Rel(n, "obl"):
		return r.obliqueContext(n, h, depth)
	case r.Tree.Rel(n, "xcomp", "advcl", "ccomp"):
		return r.context(n, depth+1)
	}
	return certain()
}

// aroundNoun is the truth of the word that governs noun n, but for the "no" of n itself.
func (r *eventReader) aroundNoun(n, h, depth int) truth {
	g := r.governing(h, depth)
	if r.Tree.Rel(n, "nsubj", "obj") && r.isNo(n) {
		g.negate()
	}
	return g
}

// loosely is the context of a noun phrase in clause h of whose verb the tables tell nothing about it.
func (r *eventReader) loosely(n, h, depth int) truth {
	t := certain()
	if r.definite(n) || r.upos(n) == "PROPN" || r.upos(n) == "PRON" {
		return t
	}
	g := r.aroundNoun(n, h, depth)
	t.weaken(truth{modality: g.modality})
	t.guessed = t.modality != graph.Actual
	return t
}

// objectContext is that of the object of verb h: called off a visit, demanded a boycott, could spark a war.
func (r *eventReader) objectContext(n, h, depth int) truth {
	if (h >= 0 && oneOf(r.lemma(h), "escape", "flee", "evade")) && r.violent(n) {
		return certain() // fled violence
	}
	said := rejecters[r.lemma(h)] && len(r.Know.SpeechNoun(r.lemma(n))) > 0 || approvers[r.lemma(h)] && r.isSaid(n)
	if s := r.veridical(h, seeds.Object); s != nil && !said {
		return r.aroundNoun(n, h, depth).follows(s, r.inPast(h)) // but a proposal that is rejected has been made
	}
	if oneOf(r.lemma(h), "need", "require", "lack") && (conditions[r.lemma(n)] || r.Know.InClass("help", r.lemma(n))) {
		t := certain()
		t.doubt() // needs the support of the others
		return t
	}
	if s := r.veridical(h, seeds.Indefinite); s != nil {
		if s.Affirmed == seeds.Fact {
			return certain()
		}
		if !r.definite(n) {
			return r.aroundNoun(n, h, depth).follows(s, r.inPast(h))
		}
	}
	return r.loosely(n, h, depth)
}

// isSaid reports a noun for what comes about by words: a proposal, an agreement.
func (r *eventReader) isSaid(n int) bool {
	return len(r.Know.SpeechNoun(r.lemma(n))) > 0 || r.Know.InClass("agreement", r.lemma(n)) || r.Know.InClass("demand", r.lemma(n))
}

// rejecters are verbs behind which what has been said remains said.
var rejecters = wordSet("reject deny refuse decline block dodge evade postpone shelve")

// approvers are verbs behind which what has been agreed is agreed.
var approvers = wordSet("approve authorise authorize")

// subjectContext is that of the subject of predicate h.
func (r *eventReader) subjectContext(n, h, depth int) truth {
	if x := r.Tree.Kid(h, "xcomp"); x >= 0 {
		if s := r.veridical(x, seeds.Subject); s != nil && s.Affirmed == seeds.Happens && r.Tree.Kid(x, "obj") < 0 {
			return r.clauseTruth(x, depth+1) // talks are likely to begin
		}
		return r.loosely(n, h, depth)
	}
	if s := r.veridical(h, seeds.Subject); s != nil && r.Tree.Kid(h, "obj") < 0 {
		return r.aroundNoun(n, h, depth).follows(s, r.inPast(h))
	}
	if r.lemma(h) == "be" { // there is an attack
		return r.aroundNoun(n, h, depth)
	}
	return r.loosely(n, h, depth)
}

// obliqueContext is that of a noun with a preposition behind predicate h: called for a boycott, warned of a strike, in the event of an
// attack.
func (r *eventReader) obliqueContext(n, h, depth int) truth {
	prep := r.caseMark(n)
	if prep == "for" && r.lemma(h) == "want" && r.passive(h) {
		return truth{modality: graph.Hypothetical, polarity: graph.Affirmed} // is wanted for murder
	}
	if m := r.objectBefore(n, h); m >= 0 && r.veridical(m, prep) != nil && r.veridical(h, prep) == nil {
		return r.nounOf(n, m, depth)
	}
	if s := r.veridical(h, prep); s != nil && (!r.definite(n) || prep == "for" || s.Affirmed == seeds.Not ||
		s.Class == "request" || s.Class == "wish" || s.Class == "attendance" && r.isEventNoun(n) ||
		s.Class == "condition" && conditions[r.lemma(n)]) {
		t := r.aroundNoun(n, h, depth).follows(s, r.inPast(h))
		if s.Affirmed == seeds.MayNot {
			if len(r.Know.SpeechNoun(r.lemma(n))) > 0 {
				return certain()
			}
			t.polarity = graph.Affirmed // warned against a strike
		}
		return t
	}
	t := certain()
	switch prep {
	case "instead_of", "rather_than":
		t.negate()
		return t
	case "pending", "ahead_of":
		t.plan()
		return t
	case "under", "despite", "after", "since", "because_of", "following", "without", "amid", "due_to":
		return t
	case "in_case_of", "in_event_of", "barring":
		t.doubt()
		return t
	case "on":
		if r.Know.InClass("charge", r.lemma(n)) {
			return t // stood trial on charges of fraud
		}
	case "for":
		if !r.definite(n) {
			t.weaken(r.loosely(n, h, depth))
		}
		return t
	}
	return r.loosely(n, h, depth)
}

// conditions are the nouns for what a plan still waits for.
var conditions = wordSet("approval completion execution signing receipt agreement ratification satisfaction clearance consent review",
	"negotiation closing outcome confirmation registration settlement acceptance authorisation authorization conclusion vote")

// objectBefore is the object of h that the phrase of n stands right behind, though a parser hung it on the verb: rejected calls for a
// boycott; or -1.
func (r *eventReader) objectBefore(n, h int) int {
	c := r.Tree.Kid(n, "case")
	if c <= 0 || c > n || r.upos(c-1) != "NOUN" || r.head(c-1) != h || !r.Tree.Rel(c-1, "obj", "nsubj") {
		return -1
	}
	return c - 1
}

// whole are the nouns whose "of" names something that is as true as they are.
var whole = wordSet("execution completion implementation signing conclusion achievement start beginning end launch resumption continuation",
	"outbreak series round wave spate number act incident kind sort",
	"type form campaign couple lot majority part rest")

// nounOf is the context of noun n behind a preposition of noun m: the threat of war, plans for a boycott, a ban on imports.
func (r *eventReader) nounOf(n, m, depth int) truth {
	prep := r.caseMark(n)
	g := certain()
	if prep == "toward" || prep == "towards" {
		g.plan()
		return g
	}
	if r.isNo(m) {
		g.negate()
	}
	if s := r.veridical(m, prep); s != nil && r.caseMark(m) != "by" { // by means of
		if v := r.head(m); v >= 0 && r.Tree.Rel(m, "obj") && r.upos(v) == "VERB" && prep != "of" {
			if o := r.veridical(v, seeds.Object); o != nil && o.Affirmed == seeds.Not && s.Affirmed != seeds.Not {
				g.negate() // scrapped plans for a boycott
			}
		}
		return g.follows(s, false)
	}
	if prep == "of" && (whole[r.lemma(m)] || quantifiers[r.lemma(m)]) {
		t := r.nounContext(m, depth+1)
		if t.guessed && r.definite(n) {
			return certain() // will discuss many of the recent attacks
		}
		return t
	}
	if prep == "of" && oneOf(r.lemma(m), "event", "case") && r.caseMark(m) == "in" {
		g.doubt()
		return g
	}
	return certain()
}

// definite reports a noun phrase that speaks of something known: the attack, his visit, Russian attacks.
func (r *eventReader) definite(n int) bool {
	if r.Tree.Kid(n, "det") < 0 && n > 0 && r.head(n-1) == n && r.mentionType(n-1) != "" && r.NLP.Toks[n-1].UPOS != "NOUN" {
		return true
	}
	for _, k := range r.Tree.Kids(n) {
		if r.NLP.Toks[k].Deprel == "nmod:poss" {
			return true
		}
		switch {
		case r.Tree.Rel(k, "det") && oneOf(r.lower(k), "the", "this", "that", "these", "those"),
			r.Tree.Rel(k, "amod") && oneOf(r.lower(k), "recent", "latest", "past", "previous", "earlier",
				"existing", "current", "ongoing", "continuing"):
			return true
		}
	}
	return false
}
