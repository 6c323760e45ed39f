package extract

// beforeTo is the one who acts in infinitive clause v by what stands right before its "to": a phrase with "for" ("asked for the army to
// leave"), or the object of a verb that makes others act, wherever the parser hung the infinitive ("the effect of urging residents to
// vote"); -1 for none.
func (r *eventReader) beforeTo(v int) int {
	to := r.Tree.Kid(v, "mark")
	if to > 0 && oneOf(r.lower(to-1), "order", "as") {
		return -1
	}
	if to <= 0 || r.lower(to) != "to" || r.Tree.Sent(to-1) != r.Tree.Sent(v) {
		return -1
	}
	low := -1
	for k := to - 1; k >= 0 && r.Tree.Sent(k) == r.Tree.Sent(v) && !r.Tree.Under(k, v); k = r.head(k) {
		if r.Tree.Under(v, k) && !(r.head(v) == k && low < 0 && r.ranked(k)) || !r.Tree.Under(v, k) && r.lastOf(k) != to-1 {
			return -1
		}
		if r.timeAt[k] > 0 || !oneOf(r.upos(k), "NOUN", "PROPN", "PRON") {
			continue
		}
		if low < 0 {
			low = k
		}
		h := r.head(k)
		switch {
		case k == low && r.ranked(k) && !r.Tree.Rel(k, "nsubj"):
			return k // near the first well to be drilled
		case h < 0:
			return -1
		case r.Tree.Rel(k, "obl", "nmod") && r.caseMark(k) == "for":
			if r.isActor(k) && !contentNouns[r.lemma(k)] && (r.upos(h) == "VERB" || r.upos(h) == "ADJ" || contentNouns[r.lemma(h)] ||
				oneOf(r.lemma(h), "condition", "time", "ground", "environment", "necessity", "basis", "incentive", "pressure", "space", "room")) ||
				r.passive(v) && (requesters[r.lemma(h)] || causers[r.lemma(h)]) {
				return k
			}
			return -1
		case r.Tree.Rel(k, "nmod") && r.caseMark(k) == "to" && r.isActor(k) && pleas[r.lemma(h)]:
			return k // appeals to the council to act
		case r.Tree.Rel(k, "obl", "nmod") && r.caseMark(k) == "to" && r.isActor(k) && h >= 0 && r.gives(h, v):
			return k // awarded a contract to the firm to build the bridge
		case r.Tree.Rel(k, "obj") && h != r.head(v) && r.upos(h) == "VERB" && r.makesAct(h) && !subjectControl[r.lemma(h)] &&
			r.isActor(k) && !r.mutual(k) && !relativePronoun(r.lower(k)):
			return k
		}
	}
	return -1
}

// pleas are nouns of asking.
var pleas = wordSet("appeal call plea request order invitation instruction warning command summons")

// gives reports a verb of giving, or its object, of which infinitive v tells the end.
func (r *eventReader) gives(h, v int) bool {
	if r.Tree.Rel(h, "obj") && r.head(h) >= 0 {
		h = r.head(h)
	}
	return oneOf(r.lemma(h), "award", "give", "grant", "lend", "offer", "assign", "allot", "allocate") && r.head(v) == h
}

// lastOf is the last token of the phrase of k, but for what hangs on it behind a comma.
func (r *eventReader) lastOf(k int) int {
	all := r.Tree.Yield(nil, k, nil)
	return all[len(all)-1]
}

// hardTo reports an adjective whose infinitive lacks an object that is its subject: "gold is hard to trace", "makes gold hard to trace".
func (r *eventReader) hardTo(v int) bool {
	h := r.head(v)
	if h < 0 || v < h || !tough[r.lemma(h)] || r.upos(h) != "ADJ" || !r.Tree.Rel(v, "xcomp", "ccomp", "advcl", "acl") ||
		!r.marked(v, "to") || r.passive(v) ||
		r.Tree.Kid(v, "obj", "ccomp", "xcomp") >= 0 {
		return false
	}
	s := r.ownSubject(h)
	if m := r.head(h); s < 0 && m >= 0 && r.Tree.Rel(h, "xcomp") {
		s = r.Tree.Kid(m, "obj")
	}
	return s >= 0 && r.lower(s) != "it" && !r.Tree.Rel(s, "expl")
}

// tough are the adjectives of the tough construction (R. Levine and T. Hukari, The Unity of Unbounded Dependency Constructions, 2006).
var tough = wordSet("tough hard easy difficult impossible simple tricky dangerous safe fun pleasant unpleasant interesting boring",
	"convenient expensive cheap awkward costly painful")

// makesAct reports a verb whose object is the one who acts in the infinitive behind it.
func (r *eventReader) makesAct(h int) bool {
	lemma := r.lemma(h)
	return requesters[lemma] || causers[lemma] || r.Know.VerbInClass("object-control", lemma)
}

// ranked reports a noun with an ordinal, a superlative or "only": an infinitive right behind it says what it does or undergoes.
func (r *eventReader) ranked(n int) bool {
	if r.lemma(n) == "time" || stretches[r.lemma(n)] || contentNouns[r.lemma(n)] || quantifiers[r.lemma(n)] {
		return false
	}
	for _, k := range r.Tree.Kids(n) {
		if k < n && r.Tree.Rel(k, "amod", "nummod") && (r.xpos(k) == "JJS" || inRank[r.lemma(k)]) {
			return true
		}
	}
	return false
}

var inRank = wordSet("first second third fourth fifth sixth only last next")
