package extract

import "strings"

// openTruth reads the open clauses that tell of no fact whatever governs them: what is too late or how to be done, what is only aimed
// at, what there is a time or a way to do, what a denied claim says.
func (r *eventReader) openTruth(t *truth, v int) {
	h := r.head(v)
	if h < 0 || r.upos(v) != "VERB" {
		return
	}
	toDo := r.xpos(v) == "VB" && r.marked(v, "to")
	switch {
	case toDo && (r.whWord(v) || r.tooMuch(h)):
		t.doubt()
	case toDo && r.upos(h) == "ADJ" && r.lemma(h) == "unlikely":
		t.doubt()
	case toDo && r.Tree.Rel(v, "acl") && !r.firstOf(h):
		t.plan()
	case r.xpos(v) == "VBG" && r.Tree.Rel(v, "advcl", "obl", "xcomp") && r.marked(v, "at", "for") && aims[r.lemma(h)]:
		t.plan()
	case r.Tree.Rel(v, "acl") && claims[r.lemma(h)] && r.marked(v, "that") && r.Tree.Rel(h, "obj") && deniers[r.lemma(r.head(h))]:
		t.negate()
	}
}

// whWord reports an infinitive behind a question word: how to leave.
func (r *eventReader) whWord(v int) bool {
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

// firstOf reports a noun whose infinitive happened: the first woman to win, the last to leave, the youngest player to score.
func (r *eventReader) firstOf(n int) bool {
	if firsts[r.lemma(n)] {
		return true
	}
	for _, k := range r.Tree.Kids(n) {
		if r.Tree.Rel(k, "amod", "nummod", "det", "advmod") && (firsts[r.lemma(k)] || r.xpos(k) == "JJS" || r.xpos(k) == "RBS" || r.upos(k) == "NUM") {
			return true
		}
	}
	return false
}

var (
	firsts  = wordSet("first second third fourth fifth sixth last latest only next one another other oldest")
	aims    = wordSet("aim design intend gear target mean")
	claims  = wordSet("claim allegation accusation report rumour rumor suggestion charge assertion notion idea")
	deniers = wordSet("deny reject dismiss refute dispute rebut contradict")
)
