package extract

import (
	"slices"
	"strings"

	"dictum/graph"
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
	case "unwilling", "willing", "including", "excluding", "according", "regarding", "concerning", "pending":
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
		if r.NLP.Toks[k].Deprel == "compound:prt" && r.valueAt[k] == 0 { // buy | up to five million shares
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

// hyphenedAdjective reports a participle that is the second half of an adjective: well-equipped, fast-growing; not re-elected.
func (r *eventReader) hyphenedAdjective(v int) bool {
	toks := r.NLP.Toks
	if v+2 < len(toks) && (r.xpos(v) == "VBN" || r.xpos(v) == "VBG") && toks[v+1].Text == "-" && toks[v].End == toks[v+1].Start &&
		toks[v+1].End == toks[v+2].Start {
		return true // much sought-after
	}
	if v >= 2 && r.Tree.Kid(v, "obj") == v+1 && r.xpos(v) == "VBG" && toks[v-1].Text == "-" && toks[v-1].End == toks[v].Start &&
		toks[v-2].End == toks[v-1].Start {
		return true // wide-ranging drives
	}
	if v < 2 || r.xpos(v) != "VBN" && r.xpos(v) != "VBG" || toks[v-1].Text != "-" || toks[v-1].End != toks[v].Start ||
		toks[v-2].End != toks[v-1].Start || r.Tree.Kid(v, "aux", "nsubj", "obj") >= 0 {
		return false
	}
	return !oneOf(r.lower(v-2), "re", "co", "pre", "de", "un", "over", "out", "cross")
}

// mayBeEvent rejects copulas, raising verbs, bare participles before a noun, and verbs of happening whose subject is the event.
func (r *eventReader) mayBeEvent(v int) bool {
	lemma := r.lemma(v)
	switch lemma {
	case "be", "have", "do", "let":
		return false
	}
	if r.empty(v) || r.tellsNothing(v) {
		return false
	}
	if v > 0 && r.Tree.Rel(v, "amod", "compound") && r.lower(v-1) == "-" {
		return false // Russia-led
	}
	if r.hyphenedAdjective(v) || v+1 < len(r.NLP.Toks) && r.Know.InClass("participial", r.lower(v)+" "+r.lemma(v+1)) {
		return false // the managing director, operating profits
	}
	if r.Tree.Rel(v, "amod") && (r.xpos(v) != "VBN" || !r.isActor(r.head(v))) {
		return false
	}
	switch r.verbLemma(v) {
	case "end up", "wind up":
		return !r.governs(v)
	}
	if supposed[lemma] && r.governs(v) && r.passive(v) {
		return false // is believed to have sold
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
		return !r.alwaysTyped(v)
	}
	if r.xpos(v) == "VBN" && r.lemma(v) == "use" && r.Tree.Kid(v, "obj", "nsubj", "obl:agent") < 0 {
		return true // got used to
	}
	if r.lower(v) == "given" && (r.Tree.Rel(v, "advcl") || v > 0 && r.lower(v-1) == "," && r.Tree.Kid(v, "aux", "nsubj", "iobj") < 0) {
		return true // "given her ties"
	}
	if x := r.Tree.Kid(v, "xcomp"); x >= 0 && r.upos(x) == "ADJ" && (r.lemma(v) == "look" || r.lemma(v) == "feel" || r.lemma(v) == "prove") {
		return true
	}
	if r.xpos(v) == "VB" && r.Tree.Rel(v, "root", "parataxis") && r.ownSubject(v) < 0 && r.Tree.Kid(v, "aux", "mark") < 0 {
		return true // an order or an invitation to the reader
	}
	obj := r.Tree.Kid(v, "obj")
	return obj >= 0 && r.timeAt[obj] > 0 && happens[r.lemma(v)] && r.ownSubject(v) < 0
}

// needsType reports a verb that is an event only when its type is known: verbs of saying that made a statement, helping
// verbs, participles before a noun.
func (r *eventReader) needsType(v int) bool {
	if k := r.ownSubject(v); k >= 0 && perceives[r.lemma(v)] && r.xpos(k) == "PRP" && r.ActorOf(k) == "" {
		return true // "you find that"
	}
	return r.Tree.Rel(v, "amod") || notEvents[r.lemma(v)] && r.particle(v) < 0 || helpers[r.lemma(v)] && r.governs(v) || r.speaks(v)
}

// alwaysTyped reports a verb that tells an event of some type whatever stands around it.
func (r *eventReader) alwaysTyped(v int) bool {
	return slices.ContainsFunc(r.Know.EventVerb(r.lemma(v)), func(f *seeds.EventFrame) bool {
		return typedFrame(f) && f.Particle == "" && f.Prep == "" && f.Objects == nil
	})
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

// supposed are verbs whose passive only says how sure the infinitive is.
var supposed = wordSet("believe think know say understand consider rumour rumor deem suppose")

var perceives = wordSet("see find hear feel notice watch realise realize recognise recognize need get")

// speaks reports a verb that only attributes: its content is a clause or a quotation, and a statement holds it.
func (r *eventReader) speaks(v int) bool {
	clause := r.Tree.Kid(v, "ccomp") >= 0 || r.insertedClause(v)
	if obj := r.Tree.Kid(v, "obj"); r.cueOf[v] > 0 && obj >= 0 && r.ownSubject(v) < 0 && r.isActor(obj) && r.xpos(v) == "VBD" {
		return true // "…, reported the newspaper"
	}
	if r.cueOf[v] > 0 && !clause && r.passive(v) && r.ownSubject(v) >= 0 {
		return false // "the envoy was greeted by guests"
	}
	if r.cueOf[v] > 0 {
		return clause || r.Tree.Kid(v, "obj") < 0 || r.lemma(v) == "say" || r.lemma(v) == "tell"
	}
	if !clause && r.Tree.Rel(v, "parataxis") && r.Tree.Kid(v, "obj") < 0 {
		clause = true // "the bank, he added, is safe"
	}
	if !clause && r.lemma(v) != "say" {
		return false
	}
	return slices.ContainsFunc(r.Know.SpeechVerb(r.lemma(v)), func(f *seeds.SpeechVerb) bool {
		return slices.Contains(f.Takes, "that") || slices.Contains(f.Takes, "quote")
	})
}

// insertedClause reports a clause that stands beside verb v, not a noun phrase of a headline ("Firm unveils van, new logo").
func (r *eventReader) insertedClause(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return r.Tree.Rel(k, "parataxis") && !r.inverted(k) && (oneOf(r.upos(k), "VERB", "AUX") || r.Tree.Kid(k, "cop", "nsubj") >= 0)
	})
}

// inverted reports a verb of saying with its subject behind it: "…, reported the daily".
func (r *eventReader) inverted(v int) bool { return r.Tree.Kid(v, "nsubj") > v && r.quotes(v) }

func (r *eventReader) hasTypedFrame(frames []*seeds.EventFrame) bool {
	return slices.ContainsFunc(frames, func(f *seeds.EventFrame) bool { return typedFrame(f) })
}

func typedFrame(f *seeds.EventFrame) bool { return f.Type != "" && f.Type != "-" }

// isEventNoun reports a noun that tells an event: of a known type, or in the class of event nouns.
func (r *eventReader) isEventNoun(n int) bool {
	if r.upos(n) != "NOUN" || r.timeAt[n] > 0 || r.inTitle(n) {
		return false
	}
	if i, ok := r.MentionOf(n); ok && r.Mentions[i].Head == n && r.Mentions[i].Actor != "" {
		return false // the alliance, for the body
	}
	lemma := r.lemma(n)
	if r.isThing(n) {
		return false
	}
	if r.idiomatic(n) || r.isBody(n) {
		return false
	}
	named := func(name string) bool { return r.hasTypedFrame(r.nounFrames(name)) }
	return named(lemma) || r.Know.InClass("event", lemma) || slices.ContainsFunc(r.nounNames(n), named)
}

// idiomatic reports an event noun that tells none where it stands.
func (r *eventReader) idiomatic(n int) bool {
	bare := r.Tree.Kid(n, "det", "amod", "nmod:poss") < 0
	switch lower := r.lower(n); {
	case lower == "damages":
		return true // what is paid
	case oneOf(lower, "movement", "movements"):
		return r.Tree.Kid(n, "nmod") < 0 // those who share an aim
	case oneOf(lower, "audience", "audiences", "contacts"):
		return !r.heldWith(n) // those who listen, people one knows
	case lower == "loss" && r.caseMark(n) == "at":
		return r.Tree.Kid(n, "nmod") < 0 // at a loss to explain
	case oneOf(lower, "charge", "search", "concert"):
		return bare && r.caseMark(n) == "in" // in charge of, in search of work, in concert with
	case r.Tree.Rel(n, "obj"):
		v := r.head(n) // took the threats seriously
		return v >= 0 && r.lemma(v) == "take" && slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
			return oneOf(r.lower(k), "seriously", "lightly")
		})
	}
	return false
}

// heldWith reports a noun with a phrase for those on the other side: contacts with the rebels, an audience with the pope.
func (r *eventReader) heldWith(n int) bool {
	return slices.ContainsFunc(r.Tree.Kids(n), func(k int) bool {
		return r.Tree.Rel(k, "nmod") && oneOf(r.caseMark(k), "between", "with", "among")
	})
}

// isBody reports a noun for those who do a thing rather than the doing: "questioned by the prosecution", "the opposition walked out".
func (r *eventReader) isBody(n int) bool {
	if r.xpos(n) != "NN" || !r.nominal(n, graph.Organization) || r.Tree.Kid(n, "nmod", "acl", "nmod:poss") >= 0 {
		return false
	}
	return r.Tree.Rel(n, "nsubj") || r.Tree.Rel(n, "obl") && r.caseMark(n) == "by" || r.NLP.Toks[n].Deprel == "nmod:poss"
}

// toldBefore reports a noun beside a clause that names again what its verb has told: "visited the town, the first such visit".
func (r *eventReader) toldBefore(e *happening) bool {
	if !r.Tree.Rel(e.trig, "appos", "parataxis") || e.has(graphAgent) || e.has(graphPatient) {
		return false
	}
	for i := len(r.events) - 1; i >= 0 && r.Tree.Sent(r.events[i].trig) == r.Tree.Sent(e.trig); i-- {
		if r.events[i].lemma == e.lemma {
			return true
		}
	}
	return false
}

// setsFigures reports tokens [first, last) that set figures side by side and tell nothing: "Sales 12 mln vs 14 mln".
func (r *eventReader) setsFigures(first, last int) bool {
	versus := false
	for t := first; t < last; t++ {
		versus = versus || oneOf(r.lower(t), "vs", "vs.")
		if oneOf(r.upos(t), "VERB", "AUX") && r.finite(t) {
			return false
		}
	}
	return versus
}

// nounEvents finds the event nouns of tokens [first, last) that no light verb has taken.
func (r *eventReader) nounEvents(first, last int) {
	if r.setsFigures(first, last) {
		return
	}
	for n := first; n < last; n++ {
		if r.taken[n] || !r.isEventNoun(n) || r.Tree.Rel(n, "compound", "flat", "fixed") || r.absorbed(n) || r.holdsClause(n) {
			continue
		}
		e := &happening{trig: n, trigger: []int{n}, light: -1, lemma: r.lemma(n), noun: true}
		if name := r.compoundLemma(n); strings.Contains(name, "-") && len(r.nounFrames(name)) > 0 {
			e.lemma, e.trigger = name, []int{n - 2, n - 1, n} // a round-up
		}
		if v := r.head(n); v >= 0 && r.Tree.Rel(n, "nsubj") && r.upos(v) == "VERB" && r.happensTo(v) == n {
			e.light, e.trigger = v, append(e.trigger, r.verbWords(v)...)
			slices.Sort(e.trigger)
		}
		r.nounArgs(e)
		if e.light < 0 && (r.toldBefore(e) || !r.Know.InClass("event", e.lemma) && r.matchFrame(e).typ == "") {
			continue
		}
		if e.light >= 0 {
			r.verbObliques(e, e.light)
		} else if first := r.firstDeed(n); first != nil {
			r.shareDeed(e, first)
		}
		r.predicateArgs(e)
		r.take(e)
	}
}
