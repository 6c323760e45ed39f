package extract

import "dictum/graph"

// Whom a participle or gerund behind a noun is said of, where that is not the noun itself.

// partIn is the noun of part or trouble right before "in" and gerund v, with a possessor: "the nation's difficulties in carrying out
// reforms"; or -1.
func (r *eventReader) partIn(v int) int {
	in := r.Tree.Kid(v, "mark", "case")
	if in < 1 || in > v || r.lower(in) != "in" || r.xpos(v) != "VBG" || !parts[r.lemma(in-1)] || r.upos(in-1) != "NOUN" ||
		r.nounAgent(in-1).tok < 0 {
		return -1
	}
	return in - 1
}

// nominalOf is the noun behind "of" below noun n, or -1.
func (r *eventReader) nominalOf(n int) int {
	for _, k := range r.Tree.Kids(n) {
		if k > n && r.Tree.Rel(k, "nmod") && r.caseMark(k) == "of" {
			return k
		}
	}
	return -1
}

// parts are nouns of those who take part in what stands behind "in", or succeed or fail in it.
var parts = wordSet("difficulty success failure role interest problem trouble delay involvement participation part complicity experience",
	"hand progress expertise influence share")

// harmedBefore is the person right before the comma behind which participle v of harm stands, where the parser hung it on a noun that is
// nobody: "the release of John Hall, kidnapped in May"; or -1.
func (r *eventReader) harmedBefore(v, h int) int {
	if !r.passive(v) || r.isActor(h) || r.upos(h) != "NOUN" {
		return -1
	}
	if k := r.nominalOf(h); k >= 0 && r.endsBefore(k, v) && (r.isPersonNoun(k) || r.mentionType(k) == graph.Norp) {
		return k // reports of refugees shipped abroad
	}
	if !harming[r.lemma(v)] || !r.commaBefore(v) {
		return -1
	}
	for k := v - 1; k > h; k-- {
		if r.Tree.Rel(k, "nmod") && r.isActor(k) && r.Tree.Under(k, h) && !r.Tree.Under(k, v) {
			return k
		}
	}
	return -1
}

// endsBefore reports that the phrase of k ends right before verb v.
func (r *eventReader) endsBefore(k, v int) bool {
	return v > 0 && r.Tree.Under(v-1, k) && !r.Tree.Under(v, k)
}
