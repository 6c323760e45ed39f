package extract

import (
	"slices"
	"strings"

	"dictum/seeds"
)

// nounFrames are the frames of a noun, with or without its hyphens.
func (r *eventReader) nounFrames(lemma string) []*seeds.EventFrame {
	if frames := r.Know.EventNoun(lemma); len(frames) > 0 || !strings.Contains(lemma, "-") {
		return frames
	}
	return r.Know.EventNoun(strings.ReplaceAll(lemma, "-", ""))
}

// isThing reports a noun whose compound names a thing or a body, though the noun alone tells an event: a press release.
func (r *eventReader) isThing(n int) bool {
	if c := r.compoundLemma(n); c != "" && (r.Know.InClass("thing", c) || r.Know.InClass("thing", r.lower(n-1)+" "+r.lemma(n))) {
		return true
	}
	return slices.ContainsFunc(r.Tree.Kids(n), func(k int) bool {
		return k < n-1 && r.Tree.Rel(k, "amod", "compound") && r.Know.InClass("thing", r.lemma(k)+" "+r.lemma(n))
	})
}

// nounNames are the names of several words that noun n may head, the longest first: "nuclear arms race", "vote of confidence",
// "joint exercise" for a joint naval exercise.
func (r *eventReader) nounNames(n int) []string {
	var out []string
	add := func(name string) {
		if name != "" && len(r.nounFrames(name)) > 0 && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, k := range r.Tree.Kids(n) {
		if k > n && r.Tree.Rel(k, "nmod") && r.caseMark(k) == "of" {
			add(r.lemma(n) + " of " + r.lemma(k))
			add(r.lemma(n) + " of " + r.lower(k))
		}
	}
	if n > 1 && r.Tree.Sent(n-2) == r.Tree.Sent(n) && r.Tree.Under(n-2, n) {
		add(r.lemma(n-2) + " " + r.lemma(n-1) + " " + r.lemma(n))
	}
	add(r.compoundLemma(n))
	for _, k := range r.Tree.Kids(n) {
		if k < n-1 && r.Tree.Rel(k, "amod", "compound") {
			add(r.lemma(k) + " " + r.lemma(n))
		}
	}
	return out
}

// objectNames are the noun with each of its modifiers: "humanitarian aid", "joint exercise", "state of emergency"; those of the last noun
// are kept.
func (r *eventReader) objectNames(n int) []string {
	if r.namesOf == n && r.names != nil {
		return r.names
	}
	r.namesOf, r.names = n, append(r.names[:0], r.compoundLemma(n))
	for _, k := range r.Tree.Kids(n) {
		switch {
		case k < n-1 && r.Tree.Rel(k, "amod", "compound"):
			r.names = append(r.names, r.lemma(k)+" "+r.lemma(n))
		case k > n && r.Tree.Rel(k, "nmod") && r.caseMark(k) == "of":
			r.names = append(r.names, r.lemma(n)+" of "+r.lemma(k))
		}
	}
	return r.names
}

// compoundLemma is the noun with the noun or adjective right before it: "arms embargo".
func (r *eventReader) compoundLemma(n int) string {
	if n > 1 && r.lower(n-1) == "-" && r.NLP.Toks[n-1].End == r.NLP.Toks[n].Start {
		return r.lower(n-2) + "-" + r.lemma(n) // cease-fire
	}
	if n > 0 && r.NLP.Toks[n-1].Head == n && r.Tree.Rel(n-1, "compound", "amod") {
		return r.lemma(n-1) + " " + r.lemma(n)
	}
	return ""
}
