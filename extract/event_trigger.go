package extract

import (
	"slices"

	"dictum/seeds"
)

// verbEvents finds the verbs of tokens [first, last) that are events, and the event nouns that light verbs carry.
func (r *eventReader) verbEvents(first, last int) {
	for v := first; v < last; v++ {
		if !r.isVerb(v) {
			continue
		}
		if n, under := r.lightNoun(v); n >= 0 {
			r.lightEvent(v, n, under)
			continue
		}
		if !r.mayBeEvent(v) {
			continue
		}
		e := &happening{trig: v, trigger: r.verbWords(v), light: -1, lemma: r.verbLemma(v), passive: r.passive(v)}
		r.verbArgs(e)
		if e.frame = r.matchFrame(e); e.frame.typ != "" || !r.needsType(v) {
			r.take(e)
		}
	}
}

// take adds an event and marks its words.
func (r *eventReader) take(e *happening) {
	for _, t := range e.trigger {
		r.taken[t] = true
	}
	r.events = append(r.events, e)
}

// isVerb reports a lexical verb that heads a clause or stands as a participle.
func (r *eventReader) isVerb(v int) bool {
	if r.upos(v) != "VERB" || r.timeAt[v] > 0 {
		return false
	}
	switch r.lower(v) {
	case "unwilling", "willing", "including", "according", "regarding", "concerning":
		return false
	}
	return !r.Tree.Rel(v, "case", "mark", "fixed", "aux", "cop", "cc", "compound", "flat", "det", "discourse", "advmod", "nummod")
}

// verbWords is the verb with its particle.
func (r *eventReader) verbWords(v int) []int {
	out := []int{v}
	if p := r.particle(v); p >= 0 {
		out = append(out, p)
		slices.Sort(out)
	}
	return out
}

func (r *eventReader) particle(v int) int {
	for _, k := range r.Tree.Kids(v) {
		if r.NLP.Toks[k].Deprel == "compound:prt" {
			return k
		}
	}
	return -1
}

func (r *eventReader) verbLemma(v int) string {
	if p := r.particle(v); p >= 0 {
		return r.lemma(v) + " " + r.lower(p)
	}
	return r.lemma(v)
}

// mayBeEvent rejects copulas, raising verbs, bare participles before a noun, and verbs of happening whose subject is the event.
func (r *eventReader) mayBeEvent(v int) bool {
	lemma := r.lemma(v)
	switch lemma {
	case "be", "have", "do", "let":
		return false
	}
	if r.empty(v) {
		return false
	}
	if v > 0 && r.Tree.Rel(v, "amod", "compound") && r.lower(v-1) == "-" {
		return false // Russia-led
	}
	if r.Tree.Rel(v, "amod") && (r.xpos(v) != "VBN" || !r.isActor(r.head(v))) {
		return false
	}
	if helpers[lemma] && r.governs(v) {
		switch lemma {
		case "agree", "refuse", "decline", "threaten", "promise", "offer", "decide":
		default:
			return false
		}
	}
	return r.happensTo(v) < 0
}

// empty reports a verb that tells nothing: a bare participle behind a noun ("the firms involved"), "to begin 2019".
func (r *eventReader) empty(v int) bool {
	bare := true
	for _, k := range r.Tree.Kids(v) {
		if !r.Tree.Rel(k, "punct", "advmod", "mark") {
			bare = false
			break
		}
	}
	if bare && r.Tree.Rel(v, "acl") && r.NLP.Toks[v].Deprel != "acl:relcl" {
		return len(r.Know.EventVerb(r.lemma(v))) == 0
	}
	if r.xpos(v) == "VBN" && r.lemma(v) == "use" && r.Tree.Kid(v, "obj", "nsubj", "obl:agent") < 0 {
		return true // got used to
	}
	if r.lower(v) == "given" && r.Tree.Rel(v, "advcl") {
		return true // "given her ties"
	}
	if x := r.Tree.Kid(v, "xcomp"); x >= 0 && r.upos(x) == "ADJ" && (r.lemma(v) == "look" || r.lemma(v) == "feel" || r.lemma(v) == "prove") {
		return true
	}
	if r.xpos(v) == "VB" && r.Tree.Rel(v, "root") && r.ownSubject(v) < 0 && r.Tree.Kid(v, "aux", "mark") < 0 {
		return true // an order or an invitation to the reader
	}
	obj := r.Tree.Kid(v, "obj")
	return obj >= 0 && r.timeAt[obj] > 0 && happens[r.lemma(v)] && r.ownSubject(v) < 0
}

// needsType reports a verb that is an event only when its type is known: verbs of saying that made a statement, helping
// verbs, participles before a noun.
func (r *eventReader) needsType(v int) bool {
	return r.Tree.Rel(v, "amod") || notEvents[r.lemma(v)] && r.particle(v) < 0 || helpers[r.lemma(v)] && r.governs(v) || r.speaks(v)
}

// governs reports a verb with an open clause: it wants to leave, began firing.
func (r *eventReader) governs(v int) bool {
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "xcomp") && (r.upos(k) == "VERB" || r.Tree.Kid(k, "cop") >= 0) {
			return true
		}
	}
	return false
}

// speaks reports a verb that only attributes: its content is a clause or a quotation, and a statement holds it.
func (r *eventReader) speaks(v int) bool {
	clause := r.Tree.Kid(v, "ccomp", "parataxis") >= 0
	if r.cueOf[v] > 0 {
		return clause || r.Tree.Kid(v, "obj") < 0 || r.lemma(v) == "say" || r.lemma(v) == "tell"
	}
	if !clause && r.Tree.Rel(v, "parataxis") {
		clause = true
	}
	if !clause && r.lemma(v) != "say" {
		return false
	}
	return slices.ContainsFunc(r.Know.SpeechVerb(r.lemma(v)), func(f *seeds.SpeechVerb) bool {
		return slices.Contains(f.Takes, "that") || slices.Contains(f.Takes, "quote")
	})
}

func (r *eventReader) hasTypedFrame(frames []*seeds.EventFrame) bool {
	return slices.ContainsFunc(frames, func(f *seeds.EventFrame) bool { return typedFrame(f) })
}

func typedFrame(f *seeds.EventFrame) bool { return f.Type != "" && f.Type != "-" }

// isEventNoun reports a noun that tells an event: of a known type, or in the class of event nouns.
func (r *eventReader) isEventNoun(n int) bool {
	if r.upos(n) != "NOUN" || r.timeAt[n] > 0 {
		return false
	}
	if i, ok := r.MentionOf(n); ok && r.Mentions[i].Head == n && r.Mentions[i].Actor != "" {
		return false // the alliance, for the body
	}
	lemma := r.lemma(n)
	return r.hasTypedFrame(r.nounFrames(lemma)) || r.hasTypedFrame(r.Know.EventNoun(r.compoundLemma(n))) || r.Know.InClass("event", lemma)
}

// lightNoun is the event noun that a light verb carries: "launched an attack", "came under attack", "talks were held". The
// second result tells that the subject is the one it happens to.
func (r *eventReader) lightNoun(v int) (int, bool) {
	lemma := r.lemma(v)
	active, under := lightVerbs[lemma], lightPassive[lemma]
	if !active && !under {
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
	if n < 0 || !r.isEventNoun(n) || r.taken[n] {
		return -1, false
	}
	return n, under && !active
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
	for _, k := range r.Tree.Kids(n) {
		if r.Tree.Rel(k, "nmod") && r.caseMark(k) == "of" {
			return k
		}
	}
	return n
}

// ownsObject reports that a frame of the verb names the noun as its object: then the verb is the event.
func (r *eventReader) ownsObject(v, n int) bool {
	lemma := r.lemma(n)
	return slices.ContainsFunc(r.Know.EventVerb(r.lemma(v)), func(f *seeds.EventFrame) bool {
		return typedFrame(f) && f.Objects != nil && f.Has(lemma)
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
	if !under && subj.tok >= 0 && !r.passive(v) {
		r.dropPossessor(e) // "made its maiden flight"
	}
	switch {
	case under:
		r.addRole(e, graphPatient, subj)
	case r.passive(v): // the by-phrase is among the obliques
	default:
		if subj.via == viaDirect {
			subj.via = viaLight
		}
		r.addRole(e, graphAgent, subj)
	}
	r.verbObliques(e, v)
	r.take(e)
}

// dropPossessor drops an agent that is a possessive pronoun: the subject of the light verb says who.
func (r *eventReader) dropPossessor(e *happening) {
	for i, a := range e.roles {
		if a.name == graphAgent && r.xpos(a.tok) == "PRP$" {
			e.roles = slices.Delete(e.roles, i, i+1)
			return
		}
	}
}

// happens are the verbs whose subject is the event.
var happens = wordSet("occur happen erupt begin start end continue follow resume break take last unfold ensue conclude proceed")

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

// nounEvents finds the event nouns of tokens [first, last) that no light verb has taken.
func (r *eventReader) nounEvents(first, last int) {
	for n := first; n < last; n++ {
		if r.taken[n] || !r.isEventNoun(n) || r.Tree.Rel(n, "compound", "flat", "fixed") || r.absorbed(n) || r.holdsClause(n) {
			continue
		}
		e := &happening{trig: n, trigger: []int{n}, light: -1, lemma: r.lemma(n), noun: true}
		if v := r.head(n); v >= 0 && r.Tree.Rel(n, "nsubj") && r.upos(v) == "VERB" && r.happensTo(v) == n {
			e.light = v
		}
		r.nounArgs(e)
		if e.light >= 0 {
			r.verbObliques(e, e.light)
		} else if first := r.firstDeed(n); first != nil {
			r.shareDeed(e, first)
		}
		r.predicateArgs(e)
		r.take(e)
	}
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

// absorbed reports a noun that is the named object of a verb frame: the verb tells the event.
func (r *eventReader) absorbed(n int) bool {
	v := r.head(n)
	return v >= 0 && r.upos(v) == "VERB" && r.taken[v] && r.object(v) == n && r.ownsObject(v, n)
}
