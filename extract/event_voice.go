package extract

import (
	"slices"
	"strings"

	"dictum/extract/nlp"
	"dictum/seeds"
)

// passive reports whether the verb's subject is the one it is done to.
func (r *eventReader) passive(v int) bool {
	if r.perfect(v) {
		return false
	}
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "nsubj:pass", "aux:pass", "csubj:pass") && strings.HasSuffix(r.NLP.Toks[k].Deprel, ":pass") {
			return true
		}
	}
	if r.xpos(v) != "VBN" {
		if h := r.head(v); r.xpos(v) == "VBD" && h >= 0 && h < v && r.Tree.Rel(v, "conj") && r.alsoDone(v) && r.passive(h) {
			return true
		}
		return r.xpos(v) == "VBD" && (r.headlinePassive(v) || r.mistaggedParticiple(v))
	}
	if r.Tree.Kid(v, "aux") >= 0 || r.Tree.Kid(v, "nsubj") >= 0 {
		return r.Tree.Kid(v, "aux") < 0 && (r.headlinePassive(v) || r.Tree.Rel(v, "root") && r.doneBy(v))
	}
	switch {
	case r.Tree.Rel(v, "conj") && r.head(v) >= 0:
		h := r.head(v)
		return r.passive(h) || r.xpos(h) == "VBG" && r.Tree.Kid(h, "aux") < 0 && r.Tree.Rel(h, "acl", "advcl")
	case r.Tree.Rel(v, "acl", "advcl", "amod", "xcomp", "root", "parataxis"):
		obj := r.Tree.Kid(v, "obj")
		return obj < 0 || r.timeAt[obj] > 0 || nominative[r.lemma(v)] // a headline's "Minister arrested"; "having met" keeps its object
	}
	return false
}

// perfect reports a participle with "have" and without "be", whatever its subject is called: has hit out.
func (r *eventReader) perfect(v int) bool {
	have := false
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "aux") {
			if l := r.lemma(k); l == "be" || l == "get" {
				return false
			}
			have = have || r.lemma(k) == "have"
		}
	}
	return have && r.xpos(v) == "VBN"
}

// alsoDone reports a second "past tense" without an object, of a verb that does not go without: "was priced at par and sold abroad".
func (r *eventReader) alsoDone(v int) bool {
	frames, next := r.Know.EventVerb(r.lemma(v)), v+1
	if r.Tree.Kid(v, "cc") < 0 || !r.keepsObject(v) && next < len(r.NLP.Toks) && slices.ContainsFunc(frames, func(f *seeds.EventFrame) bool {
		return f.Particle == r.lower(next) || f.Prep == r.lower(next) // called on, called for
	}) {
		return false
	}
	if o := r.Tree.Kid(v, "obj"); o >= 0 && r.caseMark(o) == "" { // "extradited to the country" has none
		return false
	}
	return (r.keepsObject(v) || r.takesObject(v) && !motion[r.lemma(v)]) && !r.becomes(v) && !r.Know.VerbInClass("intransitive", r.lemma(v)) &&
		r.Tree.Kid(v, "nsubj", "iobj", "ccomp", "xcomp", "aux", "parataxis", "compound:prt") < 0
}

// nominative verbs have as second object what they say the first is: considered a rival, elected president.
var nominative = wordSet("consider name call dub elect appoint declare deem label crown rate brand nickname title term")

// headlinePassive reports a past tense that is none: the verb of a headline without an object, where it needs one ("Minister
// arrested over leak").
func (r *eventReader) headlinePassive(v int) bool {
	sent := &r.NLP.Sents[r.Tree.Sent(v)]
	if !r.Tree.Rel(v, "root") || r.Tree.Rel(sent.Last-1, "punct") && !r.titleCase(sent) || sent.Last-sent.First > 14 {
		return false
	}
	if r.Tree.Kid(v, "obj", "iobj", "ccomp", "xcomp", "aux", "compound:prt") >= 0 {
		return false
	}
	if r.keepsObject(v) || r.xpos(v) == "VBN" && !r.becomes(v) && !r.Know.VerbInClass("intransitive", r.lemma(v)) {
		return true
	}
	frames := r.Know.EventVerb(r.lemma(v))
	return len(frames) > 0 && !slices.ContainsFunc(frames, func(f *seeds.EventFrame) bool {
		return typedFrame(f) && f.Particle == "" && f.Target != "object" && r.lemma(v) != "extradite"
	})
}

// titleCase reports a headline whose words have capitals, though it ends with a full stop.
func (r *eventReader) titleCase(sent *nlp.Sent) bool {
	words, capitals := 0, 0
	for t := sent.First; t < sent.Last; t++ {
		if text := r.NLP.Toks[t].Text; len(text) > 3 {
			words++
			if startsUpper(text) {
				capitals++
			}
		}
	}
	return words > 2 && capitals >= words-1
}

// finite reports a tensed verb or one with an auxiliary.
func (r *eventReader) finite(v int) bool {
	switch r.xpos(v) {
	case "VBD", "VBZ", "VBP", "MD":
		return !r.mistaggedParticiple(v)
	}
	return r.Tree.Kid(v, "aux", "cop") >= 0
}

// mistaggedParticiple reports a past tense without a subject in a clause that would need one: "the plan, revealed in May, …".
func (r *eventReader) mistaggedParticiple(v int) bool {
	if r.xpos(v) != "VBD" || !r.Tree.Rel(v, "acl", "advcl") || r.NLP.Toks[v].Deprel == "acl:relcl" {
		return false
	}
	obj := r.Tree.Kid(v, "obj")
	return r.Tree.Kid(v, "nsubj", "csubj", "expl", "aux", "cop", "mark", "ccomp", "cc") < 0 && (obj < 0 || r.timeAt[obj] > 0)
}
