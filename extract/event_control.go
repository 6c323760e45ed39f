package extract

import "strings"

func relabel(f found, via string) found {
	f.via = via
	return f
}

// shared is the subject of the first member of a coordination.
func (r *eventReader) shared(v, h, depth int) found {
	f := r.subjectOf(h, depth+1)
	for steps := 0; steps < 4 && f.tok >= 0 && (r.outOfNumber(f.tok, v) || r.cannotSay(f.tok, v)); steps++ {
		for h = r.head(h); h >= 0 && r.ownSubject(h) < 0; h = r.head(h) {
		}
		if h < 0 {
			return nobody
		}
		f = found{r.ownSubject(h), viaShared} // they said this is wrong and are trying to stop it
	}
	if f.via == viaDirect {
		f.via = viaShared
	}
	return f
}

// cannotSay reports a thing that cannot refuse or promise, as verb v tells of its subject.
func (r *eventReader) cannotSay(s, v int) bool {
	return sayers[r.lemma(v)] && r.finite(v) && r.upos(s) == "NOUN" && !r.isActor(s) && !r.isActor(r.core(s)) && !institutions[r.lemma(s)] &&
		r.mentionType(s) == "" && !r.Know.IsDocument(r.lemma(s)) && !r.passive(v)
}

// sayers are verbs of those who speak and decide.
var sayers = wordSet("refuse decline promise vow pledge urge apologise apologize say tell ask deny admit hope decide agree insist accuse",
	"warn vote argue complain claim")

// outOfNumber reports a subject that tensed verb v cannot have by its number.
func (r *eventReader) outOfNumber(s, v int) bool {
	have, want := r.numberOf(s), r.verbNumber(v)
	switch r.lower(s) {
	case "this", "that", "it", "he", "she":
		have = "singular"
	case "they", "we", "these", "those":
		have = "plural"
	}
	if relativePronoun(r.lower(s)) && r.lower(s) != "that" || r.upos(s) != "PRON" && r.upos(s) != "DET" && r.upos(s) != "NOUN" ||
		r.Tree.Kid(v, "aux", "cop") < 0 && r.xpos(v) != "VBZ" {
		return false
	}
	if k := r.Tree.Kid(s, "conj"); k >= 0 {
		return want == "singular" && r.xpos(s) != "NN" && r.lower(r.ccOf(k)) == "and" && !r.oneFirm(s, k) && r.caseMark(k) == ""
	}
	return have != "" && want != "" && have != want
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
	if s := r.ownSubject(h); s >= 0 && r.lower(s) == "it" && oneOf(r.upos(h), "ADJ", "ADV") && !inclined[r.lemma(h)] {
		return nobody // it is too early to tell
	}
	f := r.subjectOf(h, depth+1)
	if r.passive(h) && means[r.lemma(h)] && f.tok >= 0 && (!r.isActor(f.tok) || r.lemma(f.tok) == "time") {
		return nobody // the money was used to buy food
	}
	return f
}

// inclined are adjectives of those who are about to do something, or can; of others "it" is no subject of the infinitive behind them.
var inclined = wordSet("able unable ready willing unwilling likely unlikely keen eager free bound due set prepared determined happy",
	"reluctant",
	"certain sure slow quick poised loath liable apt prone fit strong weak big small powerful rich poor anxious desperate content")

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
	if r.passive(h) && !r.passive(v) && creators[r.lemma(h)] && (r.marked(v, "to") || r.marked(v, "for")) {
		if s := r.subjectOf(h, depth+1); s.tok >= 0 && r.isActor(s.tok) {
			return s // was founded by the state to lend
		}
		return nobody
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

// creators bring into being, or into a place, what is to act.
var creators = wordSet("create found establish form set hire design build launch train pay deploy mobilise mobilize organise organize",
	"send dispatch assign convene constitute commission")

// asked is the object of predicate h that acts in clause v: "urged parliament to approve it", where a parser made the infinitive
// an adverbial, and "arrested three men in March accused of fraud"; -1 for none.
func (r *eventReader) asked(v, h int) int {
	obj := r.Tree.Kid(h, "obj")
	lemma := r.lemma(h)
	if k := r.Tree.Kid(h, "iobj"); obj < 0 && k >= 0 && k < v && r.isActor(k) && r.marked(v, "to") && r.Know.VerbInClass("dative", lemma) {
		return k // the means they gave him to escape
	}
	if obj >= 0 && obj < v && r.marked(v, "to") && r.NLP.Toks[h].Deprel == "acl:relcl" && r.upos(obj) == "PRON" && r.isActor(obj) &&
		!relativePronoun(r.lower(obj)) && r.Know.VerbInClass("dative", lemma) {
		return obj
	}
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
		if ok && len(stem) > 1 && (len(r.Know.EventVerb(stem)) > 0 || len(r.Know.EventVerb(stem+"e")) > 0) {
			return true
		}
	}
	return false
}

// hangsOn is the noun of plan or promise that an infinitive or gerund stands right behind, though the parser hung it on the
// verb: "its plan for deploying", or -1.
func (r *eventReader) hangsOn(v int) int {
	m := r.Tree.Kid(v, "mark", "case")
	if m <= 0 || m > v || !contentNouns[r.lemma(m-1)] || r.upos(m-1) != "NOUN" || r.head(m-1) != r.head(v) ||
		wielders[r.lemma(r.head(v))] {
		return -1
	}
	switch r.lower(m) {
	case "to", "for", "of":
		return m - 1
	}
	return -1
}

// wielders are verbs of those who make use of a law or power of others, for an end of their own.
var wielders = wordSet("use invoke apply exploit exercise employ change break violate abuse cite misuse utilise utilize deploy")

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
