package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// context is the truth that a clause has by what governs it and by the way it hangs there.
func (r *eventReader) context(v, depth int) truth {
	h := r.head(v)
	t := certain()
	switch {
	case h < 0, depth > truthDepth:
	case r.Tree.Rel(v, "conj"):
		t = r.sharedContext(v, h, depth)
	case (r.upos(h) == "ADJ" || r.passive(h)) && r.isPerfect(v) && !uncertain[r.lemma(h)]:
		t = r.governing(h, depth) // happy to have scored, was found to have left
	case moved[r.lower(h)] && noticed[r.lemma(v)] && r.marked(v, "to"):
		t = r.governing(h, depth) // was alarmed to find
	case r.Tree.Rel(v, "xcomp"):
		t = r.openContext(v, h, depth)
	case r.Tree.Rel(v, "ccomp", "csubj"):
		t = r.clauseContext(v, h, depth)
	case r.NLP.Toks[v].Deprel == "acl:relcl":
		t = r.relativeContext(v, h, depth)
	case r.Tree.Rel(v, "acl"):
		t = r.attributeContext(v, h, depth)
	case r.Tree.Rel(v, "advcl", "obl", "nmod"):
		t = r.adverbialContext(v, h, depth)
	case r.Tree.Rel(v, "obj", "nsubj"):
		t.weaken(r.nounContext(v, depth+1))
	}
	if r.asks(v) {
		t.doubt()
	}
	return t
}

// sharedContext is that of a member of a coordination: the context of the first, with its auxiliaries when it has none itself.
func (r *eventReader) sharedContext(v, h, depth int) truth {
	if r.upos(h) != "VERB" && r.Tree.Kid(h, "cop", "nsubj") < 0 {
		return certain()
	}
	bare := r.ownSubject(v) < 0 && (r.xpos(v) == "VBP" && r.xpos(h) == "VB" || r.sharesModal(v, h)) // reduce waste and help the poor
	if r.finite(v) && !bare || r.ownSubject(v) >= 0 || r.upos(v) != "VERB" {
		t := r.context(h, depth+1)
		if !r.Tree.Rel(h, "conj") && r.ownSubject(v) < 0 || r.Tree.Rel(h, "advcl") {
			t.markedBy(r, h)
		}
		return t
	}
	if x := r.Tree.Kid(h, "xcomp"); x > h && x < v && r.marked(v, "to") && r.marked(x, "to") && !r.marked(h, "to") {
		return r.openContext(v, h, depth) // do not need to raise it, but to lower it
	}
	if r.xpos(v) == "VB" && r.xpos(h) != "VB" && r.Tree.Kid(v, "mark", "aux") < 0 {
		for t := v - 1; t > h; t-- {
			if r.xpos(t) == "VB" && (r.marked(t, "to") || r.underModal(t)) && !r.Tree.Under(v, t) {
				return r.clauseTruth(t, depth+1) // called on him to apologise and resign, hung on the call
			}
		}
	}
	t := r.clauseTruth(h, depth+1)
	if t.negated() && strings.EqualFold(r.NLP.Toks[r.ccOf(v)].Text, "but") {
		t.negate()
	}
	if o := r.Tree.Kid(h, "obj"); o > h && o < v && r.isNo(o) {
		t.negate() // taking no risks or handing out presents
	}
	return t
}

// sharesModal reports a base form that a tagger took for a present tense, behind a clause with a modal: will be sold and leave the group.
func (r *eventReader) sharesModal(v, h int) bool {
	if r.xpos(v) != "VBP" && r.xpos(v) != "VB" || r.lower(v) != r.lemma(v) || r.Tree.Kid(v, "aux", "cop", "expl") >= 0 {
		return false
	}
	return r.underModal(h)
}

// underModal reports a verb with a modal before it.
func (r *eventReader) underModal(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool { return k < v && r.Tree.Rel(k, "aux") && r.xpos(k) == "MD" })
}

// form is the kind of complement that clause v is.
func (r *eventReader) form(v int) string {
	for _, k := range r.Tree.Kids(v) { // having been left
		if r.Tree.Rel(k, "aux") && r.xpos(k) == "VBG" && k < v {
			return seeds.Gerund
		}
	}
	switch {
	case r.xpos(v) == "VBG" && r.Tree.Kid(v, "aux") < 0, r.lower(v) == "being":
		return seeds.Gerund
	case r.finite(v) && !r.marked(v, "to"):
		return seeds.Clause
	}
	return seeds.Infinitive
}

// governing is the truth of the word that governs a complement: of a verb its clause, of an adjective or noun that of its clause.
func (r *eventReader) governing(h, depth int) truth {
	switch {
	case r.upos(h) == "VERB" || r.upos(h) == "AUX", r.Tree.Kid(h, "cop") >= 0:
		return r.clauseTruth(h, depth+1)
	case r.upos(h) == "ADJ" && r.Tree.Rel(h, "xcomp", "conj", "advcl", "acl"):
		return r.clauseTruth(h, depth+1)
	}
	return certain()
}

// openContext is that of an infinitive or gerund without a subject of its own.
func (r *eventReader) openContext(v, h, depth int) truth {
	if n := r.hangsOn(v); n >= 0 {
		return r.attributeContext(v, n, depth)
	}
	g, form := r.governing(h, depth), r.form(v)
	if form == seeds.Clause {
		form = seeds.Infinitive
	}
	switch lemma := r.lemma(h); {
	case lemma == "have" && r.yet(h):
		g.negate()
		return g
	case lemma == "go" && form == seeds.Infinitive && r.xpos(h) == "VBG":
		g.will = g.modality == graph.Actual
		g.plan()
		return g
	case saidOf[lemma] && !r.passive(h) && r.xpos(v) == "VB" && r.marked(v, "to"):
		g.weaken(truth{modality: graph.Planned}) // thought to leave
		return g
	case form == seeds.Infinitive && r.marked(v, "to") && r.outcome(v, h):
		return g
	case r.upos(h) == "ADJ" && (firsts[lemma] || r.xpos(h) == "JJS"):
		return g // the first to leave
	case r.whWord(v), r.tooMuch(h):
		g.doubt()
		g.polarity = graph.Affirmed
		return g
	}
	if m := r.preposition(v); m != "" && form == seeds.Gerund {
		if s := r.veridical(h, m); s != nil {
			return g.follows(s, r.inPast(h))
		}
		return g
	}
	bare := form == seeds.Infinitive && !r.marked(v, "to")
	s := r.veridical(h, form)
	if bare || s == nil && r.passive(h) {
		if b := r.veridical(h, seeds.Bare); b != nil {
			s = b // made them leave, were made to leave
		}
	}
	if s != nil {
		if n := r.ownSubject(h); n >= 0 && form == seeds.Gerund && includers[r.lemma(h)] && r.isProposal(n) {
			g.plan() // the plan includes building
		}
		return g.follows(s, r.inPast(h))
	}
	switch {
	case r.upos(h) == "ADJ" && r.Tree.Kid(h, "expl") >= 0 && g.negated() && form == seeds.Infinitive && strings.HasPrefix(r.lemma(h), "un"):
		g.negate() // it is not unusual to leave
	case r.upos(h) == "ADJ" && !bare:
		g.doubt()
		g.polarity, g.guessed = graph.Affirmed, true
	case form == seeds.Infinitive && !bare:
		g.plan()
		g.guessed = true
	}
	return g
}

// includers are verbs that tell what is part of something.
var includers = wordSet("include involve entail mean comprise")

// isProposal reports a noun for what is still to be done.
func (r *eventReader) isProposal(n int) bool {
	t := certain()
	r.nounTruth(&t, n)
	return t.modality != graph.Actual || oneOf(r.lemma(n), "plan", "proposal", "scheme", "project", "bill", "idea", "option", "goal", "aim")
}

// moved are the words for how one feels about what one has come to know, as noticed says.
var moved = wordSet("alarmed amazed appalled astonished comforting delighted disappointed disappointing disgusted encouraged encouraging",
	"glad gratified gratifying happy heartened heartening horrified intrigued overjoyed pleased relieved sad saddened shocked shocking sorry",
	"startled stunned surprised thrilled upset")

var noticed = wordSet("find see learn hear discover read note notice")

// uncertain are adjectives and verbs whose perfect infinitive need not have happened.
var uncertain = wordSet("likely unlikely possible impossible certain sure supposed bound thought alleged apt liable able unable",
	"believe think suspect allege rumour rumor fear expect suppose estimate reckon presume assume")

// isPerfect reports "to have left".
func (r *eventReader) isPerfect(v int) bool {
	return r.xpos(v) == "VBN" && r.marked(v, "to") && slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return r.Tree.Rel(k, "aux") && r.lemma(k) == "have" && r.xpos(k) == "VB"
	})
}

// preposition is the marker of a gerund.
func (r *eventReader) preposition(v int) string {
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "mark", "case") && k < v && r.lower(k) != "that" {
			return r.lower(k)
		}
	}
	return ""
}

// clauseContext is that of a clause with a subject of its own, or of one that is a subject.
func (r *eventReader) clauseContext(v, h, depth int) truth {
	g, form := r.governing(h, depth), r.form(v)
	subject := r.Tree.Rel(v, "csubj") && r.Tree.Kid(h, "expl") < 0 && v < h
	switch {
	case subject && r.Tree.Kid(h, "nsubj") >= 0:
		return r.beside(v, h, depth) // writing in a weekly, he said
	case form != seeds.Clause && r.Tree.Rel(v, "ccomp", "csubj") && !subject:
		return r.openContext(v, h, depth)
	case subject && form != seeds.Clause:
		if !r.inPast(h) {
			g.doubt() // attacking musicians is easy
		}
		g.polarity, g.will = graph.Affirmed, false
		return g
	case subject:
		return certain()
	case r.embedded(v):
		out := certain() // did not say when it left
		if k := r.Tree.Kid(v, "advmod"); k >= 0 && k < v && r.lower(k) == "why" {
			return out
		}
		out.weaken(truth{modality: g.modality})
		if r.cueOf[h] > 0 || g.negated() {
			out.modality = graph.Actual
		}
		return out
	}
	if o := r.Tree.Kid(h, "obj"); o >= 0 && o < v && r.upos(o) == "NOUN" && r.veridical(h, seeds.Clause) == nil {
		if s := r.veridical(o, seeds.Clause); s != nil {
			return certain().follows(s, false) // fed speculation that they left
		}
	}
	if s := r.veridical(h, seeds.Clause); s != nil {
		out := g.follows(s, r.inPast(h))
		if r.past(v) && out.modality == graph.Planned && g.modality == graph.Actual {
			out.modality = graph.Hypothetical // hopes that they left
		}
		return out
	}
	if r.xpos(v) == "VB" && !r.finite(v) {
		g.doubt() // insists that he leave
	}
	switch {
	case g.negated():
		g.doubt()
		g.negate() // did not say that they left
	case g.modality == graph.Planned && r.inPresent(v) && len(r.Know.SpeechVerb(r.lemma(h))) > 0:
		return certain() // is expected to say that they are treated badly
	case r.cueOf[h] > 0 && (g.modality != graph.Hypothetical || !r.marked(h, "by", "in", "without")),
		r.past(v) && g.modality == graph.Planned:
		return certain() // will find that they left
	}
	return g // could defend himself by claiming that they left
}

// embedded reports a question for a circumstance, whose event is taken for granted: said why they left.
func (r *eventReader) embedded(v int) bool {
	for _, k := range r.Tree.Kids(v) {
		if k < v && r.Tree.Rel(k, "advmod", "mark") && oneOf(r.lower(k), "why", "when", "where", "how") {
			return true
		}
	}
	return false
}

// yet reports "has yet to".
func (r *eventReader) yet(h int) bool {
	return slices.ContainsFunc(r.Tree.Kids(h), func(k int) bool { return r.lower(k) == "yet" }) ||
		h+1 < len(r.NLP.Toks) && r.lower(h+1) == "yet"
}

// whWord reports an infinitive behind a question word: how to leave.
func (r *eventReader) whWord(v int) bool {
	if r.xpos(v) != "VB" {
		return false
	}
	for _, k := range r.Tree.Kids(v) {
		if k < v && strings.HasPrefix(r.xpos(k), "W") {
			return true
		}
	}
	return false
}

// tooMuch reports an adjective or adverb with "too".
func (r *eventReader) tooMuch(h int) bool {
	k := r.Tree.Kid(h, "advmod")
	return k >= 0 && r.lower(k) == "too" && (r.upos(h) == "ADJ" || r.upos(h) == "ADV")
}

// past reports a clause in the past tense.
func (r *eventReader) past(v int) bool { return r.inPast(v) }

var (
	firsts  = wordSet("first second third fourth fifth sixth last latest only next one another other oldest")
	claims  = wordSet("claim allegation accusation report rumour rumor suggestion charge assertion notion idea")
	deniers = wordSet("deny reject dismiss refute dispute rebut contradict")
	anybody = wordSet("anyone anybody anything whoever whatever one")

	everybody = wordSet("everyone everybody everything those")

	// saidOf are verbs whose passive reports what their infinitive tells: is known to have left.
	saidOf = wordSet("say believe report allege claim suspect rumour rumor understand")
)
