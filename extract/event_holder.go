package extract

import "slices"

// holder is the understood subject of a participle or infinitive v that hangs on noun n.
func (r *eventReader) holder(v, n, depth int) found {
	if oneOf(r.lemma(n), "guilty", "responsible", "liable", "capable", "innocent") && r.head(n) >= 0 && r.marked(v, "of", "for") {
		return r.subjectOf(r.head(n), depth+1) // was found guilty of using drugs
	}
	if oneOf(r.lemma(n), "problem", "difficulty", "trouble", "fun", "luck") && r.xpos(v) == "VBG" && r.Tree.Kid(v, "mark") < 0 &&
		r.Tree.Rel(n, "obj") {
		return r.subjectOf(r.head(n), depth+1) // has problems finding the cash
	}
	if oneOf(r.lemma(n), "point", "pct", "percent", "cent", "penny") && r.passive(v) && n == v-1 {
		return nobody // a half point cut in rates
	}
	if stretches[r.lemma(n)] || r.timeAt[n] > 0 {
		if r.Tree.Rel(n, "obl") && r.xpos(v) == "VBG" {
			return r.subjectOf(r.head(n), depth+1) // will travel in May looking for support
		}
		return nobody
	}
	if r.marked(v, "to") && r.saidOfIt(n) {
		return nobody // it is an honour to be asked
	}
	if r.Tree.Kid(n, "cop") >= 0 && r.marked(v, "since", "before", "after", "while", "without", "despite") {
		return r.subjectOf(n, depth+1) // has been abroad since being released
	}
	if r.Tree.Rel(n, "obj", "obl") &&
		r.marked(v, "if", "when", "once", "unless", "while", "before", "after", "without", "by", "since", "despite") {
		return r.subjectOf(r.head(n), depth+1) // an adverbial clause that hangs on the noun before it
	}
	if oneOf(r.lemma(n), "extent", "degree") || r.whenever(v) && !r.passive(v) && !r.isActor(n) {
		return nobody // to some extent begun, salaries when working
	}
	if m := r.head(n); r.xpos(v) == "VBG" && r.Tree.Kid(v, "mark") < 0 && r.Tree.Rel(n, "obj") && !r.commaBefore(v) && m >= 0 &&
		len(r.Know.SpeechNoun(r.lemma(n))) > 0 && !authors[r.lemma(m)] {
		return found{n, viaAcl} // rejected the resolution calling for talks
	}
	if r.passive(v) && !(r.marked(v, "to") && contentNouns[r.lemma(n)]) && !r.marked(v, "of", "for", "against", "about", "from") ||
		r.xpos(v) == "VBG" && len(r.Know.SpeechNoun(r.lemma(n))) == 0 &&
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

// saidOfIt reports a predicate noun whose subject is "it": what stands behind it is its true subject.
func (r *eventReader) saidOfIt(n int) bool {
	if r.Tree.Kid(n, "cop") < 0 {
		return false
	}
	k := r.Tree.Kid(n, "nsubj", "expl")
	return k >= 0 && k < n && r.lower(k) == "it"
}

// whenever reports a clause without a subject of its own that tells when: "when working".
func (r *eventReader) whenever(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return k < v && r.Tree.Rel(k, "mark", "advmod") && oneOf(r.lower(k), "when", "while", "if", "once", "whenever")
	})
}

// authors are verbs of those whose words a statement or letter is.
var authors = wordSet("issue make send sign publish release write present submit file give deliver post put adopt pass approve circulate",
	"draft table leave have launch utter record")

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
