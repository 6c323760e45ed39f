package extract

import "strings"

func relabel(f found, via string) found {
	f.via = via
	return f
}

// shared is the subject of the first member of a coordination.
func (r *eventReader) shared(v, h, depth int) found {
	f := r.subjectOf(h, depth+1)
	if f.via == viaDirect {
		f.via = viaShared
	}
	return f
}

// controller is the understood subject of a clause that verb or adjective h governs.
func (r *eventReader) controller(h, depth int) found {
	obj := r.Tree.Kid(h, "obj", "iobj")
	if x := r.Tree.Kid(h, "xcomp"); obj >= 0 && r.lower(obj) == "it" && x > obj && r.upos(x) == "ADJ" {
		return nobody // makes it hard to leave
	}
	if obj >= 0 && !subjectControl[r.lemma(h)] && !relativePronoun(r.lower(obj)) && (r.isActor(obj) || causers[r.lemma(h)] ||
		r.doerNoun(obj) && r.Know.VerbInClass("object-control", r.lemma(h))) &&
		!(lightVerbs[r.lemma(h)] && r.isEventNoun(obj)) { // made trips to buy food
		return found{obj, viaControl}
	}
	if k := r.calledOn(h); k >= 0 {
		return found{k, viaControl}
	}
	f := r.subjectOf(h, depth+1)
	if r.passive(h) && means[r.lemma(h)] && f.tok >= 0 && (!r.isActor(f.tok) || r.lemma(f.tok) == "time") {
		return nobody // the money was used to buy food
	}
	return f
}

// means are verbs whose passive has as subject what serves a purpose, not who pursues it.
var means = wordSet("use set spend raise design create build form hold establish give make put take need employ devise invest deploy",
	"utilise utilize")

// calledOn is the one who is to act in "called on X to leave", or -1.
func (r *eventReader) calledOn(h int) int {
	if r.lemma(h) != "call" && r.lemma(h) != "prevail" {
		return -1
	}
	for _, k := range r.Tree.Kids(h) {
		if r.Tree.Rel(k, "obl") && (r.caseMark(k) == "on" || r.caseMark(k) == "upon") && !r.isTimePhrase(k) {
			return k
		}
	}
	return -1
}

// mainSubject is the understood subject of an adverbial clause v of predicate h.
func (r *eventReader) mainSubject(v, h, depth int) found {
	if r.finite(v) && r.xpos(v) != "VBN" {
		return nobody
	}
	if k := r.calledOn(h); k >= 0 && r.isPurpose(v) {
		return found{k, viaControl}
	}
	if r.marked(v, "of", "for", "from", "with", "into", "over") && objectControl[r.lemma(h)] {
		if obj := r.Tree.Kid(h, "obj"); obj >= 0 && !r.mutual(obj) {
			return found{obj, viaControl}
		}
	}
	if obj := r.asked(v, h); obj >= 0 {
		return found{obj, viaControl}
	}
	if s := r.subjectOf(h, depth+1); r.passive(h) && r.marked(v, "to") && r.makesAct(h) && r.isActor(s.tok) {
		return found{s.tok, viaControl} // appointed to lead it
	}
	if r.passive(h) && !r.passive(v) && !objectControl[r.lemma(h)] {
		for _, k := range r.Tree.Kids(h) {
			if r.Tree.Rel(k, "obl") && r.caseMark(k) == "by" {
				return found{k, viaAdvcl}
			}
		}
		if r.marked(v, "to", "for") {
			return nobody // "a plan was made to deploy troops" does not say by whom
		}
	}
	return r.subjectOf(h, depth+1)
}

// asked is the object of predicate h that acts in clause v: "urged parliament to approve it", where a parser made the infinitive
// an adverbial, and "arrested three men in March accused of fraud"; -1 for none.
func (r *eventReader) asked(v, h int) int {
	obj := r.Tree.Kid(h, "obj")
	lemma := r.lemma(h)
	if obj < 0 || obj > v || !r.isActor(obj) && !(r.doerNoun(obj) && r.Know.VerbInClass("object-control", lemma)) || r.mutual(obj) ||
		relativePronoun(r.lower(obj)) {
		return -1
	}
	switch {
	case r.marked(v, "to") && r.marked(v, "in", "so"):
	case r.marked(v, "to") && lemma == "leave": // left the firm to found another
	case r.marked(v, "to") && r.makesAct(h) && !subjectControl[lemma]:
		return obj
	case r.xpos(v) == "VBN" && r.passive(v) && r.Tree.Kid(v, "mark") < 0 && !r.commaBefore(v) && !r.passive(h):
		return obj
	}
	return -1
}

// doerNoun reports a noun made of a verb for the one who does it: holder, buyer.
func (r *eventReader) doerNoun(k int) bool {
	if r.upos(k) != "NOUN" {
		return false
	}
	for _, suffix := range [...]string{"er", "or"} {
		stem, ok := strings.CutSuffix(r.lemma(k), suffix)
		if ok && len(stem) > 2 && (len(r.Know.EventVerb(stem)) > 0 || len(r.Know.EventVerb(stem+"e")) > 0) {
			return true
		}
	}
	return false
}

// hangsOn is the noun of plan or promise that an infinitive or gerund stands right behind, though the parser hung it on the
// verb: "its plan for deploying", or -1.
func (r *eventReader) hangsOn(v int) int {
	m := r.Tree.Kid(v, "mark", "case")
	if m <= 0 || m > v || !contentNouns[r.lemma(m-1)] || r.upos(m-1) != "NOUN" || r.head(m-1) != r.head(v) {
		return -1
	}
	switch r.lower(m) {
	case "to", "for", "of":
		return m - 1
	}
	return -1
}

// ditransitive verbs keep an object as participles: a man given two years.
var ditransitive = wordSet("give award offer pay grant show tell teach lend owe deny allow ask charge fine promise hand send",
	"allot assign",
	"bequeath accord allocate serve feed elect appoint name call declare make find win bet cost")

// mainVerb reports a past tense with an object that the parser took for a participle behind the noun of the sentence, which is its
// subject: "Air force jets forced a cargo plane to land".
func (r *eventReader) mainVerb(v, n int) bool {
	obj := r.Tree.Kid(v, "obj")
	return obj > v && r.timeAt[obj] == 0 && r.Tree.Rel(n, "root") && r.Tree.Kid(n, "cop", "nsubj") < 0 &&
		oneOf(r.xpos(v), "VBN", "VBD") &&
		r.Tree.Rel(v, "acl") && r.NLP.Toks[v].Deprel != "acl:relcl" && !ditransitive[r.lemma(v)] && !naming[r.lower(v)] &&
		r.Tree.Kid(v, "iobj", "mark", "obl:agent") < 0 && !r.commaBefore(v)
}

// holder is the understood subject of a participle or infinitive v that hangs on noun n.
func (r *eventReader) holder(v, n, depth int) found {
	if stretches[r.lemma(n)] {
		return nobody
	}
	if r.marked(v, "if", "when", "once", "unless", "while", "before", "after", "without", "by") && r.Tree.Rel(n, "obj", "obl") {
		return r.subjectOf(r.head(n), depth+1) // an adverbial clause that hangs on the noun before it
	}
	if r.passive(v) && !(r.marked(v, "to") && contentNouns[r.lemma(n)]) || r.xpos(v) == "VBG" && len(r.Know.SpeechNoun(r.lemma(n))) == 0 &&
		!r.marked(v, "of", "for", "to", "at", "in", "from", "about", "against") {
		return found{n, viaAcl}
	}
	if !contentNouns[r.lemma(n)] && len(r.Know.SpeechNoun(r.lemma(n))) == 0 {
		switch {
		case r.xpos(v) == "VBG" && r.marked(v, "of", "with", "for", "from") && r.Tree.Rel(n, "obj") &&
			objectControl[r.lemma(max(r.head(n), 0))]:
			return found{n, viaControl} // accused the mayor of ducking choices
		case !r.marked(v, "to"):
		case r.Tree.Kid(n, "cop") >= 0 && stayPreps[r.caseMark(n)] && !(r.caseMark(n) == "on" && r.isActor(n)):
			return r.subjectOf(n, depth+1) // will be in Oslo to meet the king
		case r.Tree.Rel(n, "obl") && oneOf(r.caseMark(n), "to", "in", "at", "with", "against", "into", "near") &&
			r.upos(r.head(n)) == "VERB":
			if s := r.ownSubject(r.head(n)); s >= 0 && r.lower(s) == "it" && r.isActor(n) {
				return found{n, viaAcl} // it did not occur to anyone to ask
			}
			return r.subjectOf(r.head(n), depth+1) // "wrote cheques to the airline to cover its costs"
		case r.isActor(n) && r.caseMark(n) != "from":
			return found{n, viaAcl}
		}
		return nobody
	}
	if f := r.nounAgent(n); f.tok >= 0 {
		return f
	}
	m := r.head(n)
	if m >= 0 && r.upos(m) == "VERB" && r.Know.VerbInClass("dative", r.lemma(m)) && r.marked(v, "to", "of") {
		if k := r.givenTo(m, n); k >= 0 {
			return found{k, viaControl} // gave holders the right to elect two directors
		}
	}
	switch {
	case m < 0 && r.Tree.Kid(n, "cop") >= 0:
		return r.subjectOf(n, depth+1)
	case m < 0:
	case r.Tree.Rel(n, "obj", "xcomp", "obl") && !r.passive(m):
		return r.subjectOf(m, depth+1)
	case r.Tree.Rel(n, "root", "conj", "nsubj") && r.Tree.Kid(n, "cop") >= 0:
		return r.subjectOf(n, depth+1)
	}
	return nobody
}

// givenTo is who gets what noun n tells by dative verb m: the first of two objects, the subject of a passive; or -1.
func (r *eventReader) givenTo(m, n int) int {
	if !r.Tree.Rel(n, "obj") {
		return -1
	}
	if k := r.Tree.Kid(m, "iobj"); k >= 0 {
		return k
	}
	if obj, given := r.objects(m); obj == n && given >= 0 {
		return given
	}
	if r.passive(m) {
		return r.ownSubject(m)
	}
	return -1
}
