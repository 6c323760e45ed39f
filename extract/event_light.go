package extract

import (
	"slices"

	"dictum/graph"
	"dictum/seeds"
)

// lightNoun is the event noun that a light verb carries: "launched an attack", "came under attack", "talks were held". The
// second result tells that the subject is the one it happens to.
func (r *eventReader) lightNoun(v int) (int, bool) {
	lemma := r.lemma(v)
	active, under := lightVerbs[lemma], lightPassive[lemma]
	if !active && !under || r.Tree.Rel(v, "amod", "compound") {
		return -1, false
	}
	switch obj := r.Tree.Kid(v, "obj"); {
	case lemma == "go":
		return r.nounBehind(v, "on"), false // went on strike
	case lemma == "participate", lemma == "engage" && obj < 0, lemma == "take" && obj >= 0 && r.lower(obj) == "part":
		return r.nounBehind(v, "in"), false // took part in an exercise
	case lemma == "come" || lemma == "get":
		return r.nounBehind(v, "under"), true
	}
	n := r.core(r.object(v))
	if n < 0 || !r.isEventNoun(n) || r.taken[n] || lemma == "win" && !r.isGift(n) {
		return -1, false
	}
	return n, under && !active
}

// isGift reports an event noun that others do for the one who wins it: won praise, approval, a pardon; not a war or a contest.
func (r *eventReader) isGift(n int) bool {
	for _, f := range r.nounFrames(r.lemma(n)) {
		switch f.Type {
		case "SUPPORT", "AGREE", "CONCEDE", "AID", "RETREAT":
			return true
		}
	}
	return false
}

// nounBehind is the event noun behind a preposition of verb v, or -1.
func (r *eventReader) nounBehind(v int, prep string) int {
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "obl") && r.caseMark(k) == prep && r.isEventNoun(k) && !r.taken[k] {
			return k
		}
	}
	return -1
}

// core is the noun that a phrase is about: the exercises of "a round of exercises", the siege of "a state of siege".
func (r *eventReader) core(n int) int {
	if n < 0 || r.valueAt[n] == 0 && !quantifiers[r.lemma(n)] {
		return n
	}
	if k := r.nominalOf(n); k >= 0 {
		return r.core(k)
	}
	return n
}

// ownsObject reports that a frame of the verb names the noun as its object: then the verb is the event.
func (r *eventReader) ownsObject(v, n int) bool {
	lemma := r.lemma(n)
	return slices.ContainsFunc(r.Know.EventVerb(r.lemma(v)), func(f *seeds.EventFrame) bool {
		return typedFrame(f) && f.Objects != nil && (f.Has(lemma) || slices.ContainsFunc(r.objectNames(n), f.Has))
	})
}

// object is the direct object of an active verb or the subject of a passive one, or -1.
func (r *eventReader) object(v int) int {
	if r.passive(v) {
		return r.subject(v).tok
	}
	k := r.Tree.Kid(v, "obj")
	if k >= 0 && relativePronoun(r.lower(k)) {
		return r.antecedent(v)
	}
	return k
}

func (r *eventReader) lightEvent(v, n int, under bool) {
	e := &happening{trig: n, trigger: append(r.verbWords(v), n), light: v, lemma: r.lemma(n), noun: true}
	slices.Sort(e.trigger)
	subj := r.subject(v)
	r.nounArgs(e)
	under = under || oneOf(r.lemma(v), "have", "enjoy") && r.isGift(n) && r.fromActor(v, n) // had support from the embassy
	if !under && subj.tok >= 0 && !r.passive(v) {
		r.dropPossessor(e) // "made its maiden flight"
	}
	switch {
	case under && r.lemma(v) == "meet" && !r.hostileNoun(n): // who meets demand is not asked for anything
	case under:
		r.addRole(e, graphPatient, subj)
	case r.passive(v): // the by-phrase is among the obliques
	default:
		if subj.via == viaDirect {
			subj.via = viaLight
		}
		r.addRole(e, graphAgent, subj)
		r.addRole(e, graphAgent, found{r.otherSubject(v, r.subject(v)), viaShared})
		for _, k := range r.rowOfSubjects(v, r.subject(v)) {
			r.addRole(e, graphAgent, found{k, viaShared})
		}
	}
	r.verbObliques(e, v)
	r.take(e)
}

// fromActor reports a giver behind "from".
func (r *eventReader) fromActor(v, n int) bool {
	for _, h := range [2]int{v, n} {
		if slices.ContainsFunc(r.Tree.Kids(h), func(k int) bool {
			return r.Tree.Rel(k, "obl", "nmod") && r.caseMark(k) == "from" && r.isActor(k) && r.mentionType(k) != graph.Location
		}) {
			return true
		}
	}
	return false
}

// hostileNoun reports an event noun of conflict: resistance, criticism.
func (r *eventReader) hostileNoun(n int) bool {
	return slices.ContainsFunc(r.nounFrames(r.lemma(n)), func(f *seeds.EventFrame) bool {
		return oneOf(f.Type, "REJECT", "ACCUSE", "PROTEST", "ASSAULT", "THREATEN")
	})
}

// dropPossessor drops an agent that is a possessive pronoun or stands behind "of" or before the noun ("makes Lords debut"): the subject of
// the light verb says who.
func (r *eventReader) dropPossessor(e *happening) {
	for i, a := range e.roles {
		if a.name == graphAgent && (r.xpos(a.tok) == "PRP$" || a.via == viaPrep && r.caseMark(a.tok) == "of" ||
			a.via == viaMod && !sharedNouns[e.lemma]) {
			e.roles = slices.Delete(e.roles, i, i+1)
			return
		}
	}
}

// happens are the verbs whose subject is the event.
var happens = wordSet("occur happen erupt begin commence start end continue follow resume break take last unfold",
	"ensue conclude proceed")

// happensTo is the event noun that is the subject of a verb of happening, or -1: "talks took place", "fighting broke out".
func (r *eventReader) happensTo(v int) int {
	if !happens[r.lemma(v)] || r.lemma(v) == "break" && r.verbLemma(v) != "break out" {
		return -1
	}
	if obj := r.Tree.Kid(v, "obj"); obj >= 0 && !(r.lemma(v) == "take" && r.lower(obj) == "place") {
		return -1
	}
	if n := r.ownSubject(v); n >= 0 && r.isEventNoun(n) {
		return n
	}
	return -1
}

// firstDeed is the event of the noun that n is coordinated with, when a light verb carries both, or nil.
func (r *eventReader) firstDeed(n int) *happening {
	if !r.Tree.Rel(n, "conj") {
		return nil
	}
	for i := len(r.events) - 1; i >= 0 && r.Tree.Sent(r.events[i].trig) == r.Tree.Sent(n); i-- {
		if r.events[i].trig == r.head(n) && r.events[i].light >= 0 {
			return r.events[i]
		}
	}
	return nil
}

// shareDeed lets "expressed its rejection and condemnation of the plan" say who condemns and what is rejected.
func (r *eventReader) shareDeed(e, first *happening) {
	e.light = first.light
	if k := first.of(graphAgent); k >= 0 && !e.has(graphAgent) {
		r.addRole(e, graphAgent, found{k, viaShared})
	}
	if k := e.of(graphPatient); k >= 0 && !first.has(graphPatient) {
		r.addRole(first, graphPatient, found{k, viaShared})
	}
}

// predicateArgs finds who is "in talks" or "under attack": the subject of a predicate, or the noun before it.
func (r *eventReader) predicateArgs(e *happening) {
	n := e.trig
	prep := r.caseMark(n)
	if prep != "in" && prep != "at" && prep != "under" && prep != "into" && prep != "during" {
		return
	}
	name := graphAgent
	if prep == "under" {
		name = graphPatient
	}
	switch {
	case r.Tree.Kid(n, "cop") >= 0:
		r.addRole(e, name, relabel(r.subject(n), viaLight))
	case r.Tree.Rel(n, "nmod") && r.isActor(r.head(n)) && prep != "at":
		r.addRole(e, name, found{r.head(n), viaLight})
	}
}

// holdsClause reports a noun of no type whose event is the infinitive behind it: an attempt to quell the riots.
func (r *eventReader) holdsClause(n int) bool {
	if !contentNouns[r.lemma(n)] || r.hasTypedFrame(r.Know.EventNoun(r.lemma(n))) {
		return false
	}
	for _, k := range r.Tree.Kids(n) {
		if r.Tree.Rel(k, "acl") && r.marked(k, "to") {
			return true
		}
	}
	return false
}

// absorbed reports a noun that is the named object of a frame of a verb or of an event noun: that one tells the event.
func (r *eventReader) absorbed(n int) bool {
	v := r.head(n)
	names := func(f *seeds.EventFrame) bool { return f.Objects != nil && r.fills(f, n) }
	if v >= 0 && r.Tree.Rel(n, "nmod") && r.caseMark(n) == "of" && slices.ContainsFunc(r.nounFrames(r.lemma(v)), names) {
		return true // the deployment of a mission
	}
	if v >= 0 && r.Tree.Rel(n, "nmod") && r.caseMark(n) == "of" && r.upos(v) == "NOUN" && len(r.nounFrames(r.lemma(v)+" of "+r.lemma(n))) > 0 {
		return true // a state of emergency
	}
	return v >= 0 && r.upos(v) == "VERB" && r.taken[v] && r.object(v) == n && (r.ownsObject(v, n) || curtails[r.lemma(v)])
}
