package extract

import (
	"strings"
)

// How an argument was found, for the confidence of an event (event_score.go).
const (
	viaDirect  = "direct"  // the clause's own subject, object or oblique
	viaShared  = "shared"  // the subject of a coordinated clause
	viaControl = "control" // the subject or object of a governing verb
	viaRelcl   = "relcl"   // the noun that a relative clause hangs on
	viaAcl     = "acl"     // the noun that a participle or infinitive hangs on
	viaAdvcl   = "advcl"   // the subject of the main clause, of a participle or gerund
	viaPurpose = "purpose" // the subject of the main clause, of an infinitive
	viaPoss    = "poss"    // a possessor
	viaMod     = "mod"     // an adjective or a noun before the event noun
	viaPrep    = "prep"    // a preposition behind the event noun
	viaLight   = "light"   // an argument of the light verb
)

// found is a token that fills a role, and how it was found; tok is -1 for none.
type found struct {
	tok int
	via string
}

var nobody = found{tok: -1}

// xpos is the Penn tag of token i; lemma its lemma in lower case, of a particle verb without the particle.
func (r *eventReader) xpos(i int) string { return r.NLP.Toks[i].XPOS }

func (r *eventReader) upos(i int) string { return r.NLP.Toks[i].UPOS }

func (r *eventReader) head(i int) int { return r.NLP.Toks[i].Head }

func (r *eventReader) lower(i int) string { return strings.ToLower(r.NLP.Toks[i].Text) }

func (r *eventReader) lemma(i int) string {
	l := r.NLP.Toks[i].Lemma
	if l == "" {
		return r.lower(i)
	}
	l = strings.ToLower(l)
	if stem, ok := strings.CutSuffix(l, "ies"); ok && r.xpos(i) == "NNS" && len(stem) > 2 && l != "series" && l != "species" {
		return stem + "y"
	}
	if r.upos(i) == "VERB" && len(r.Know.EventVerb(l)) == 0 && len(r.Know.SpeechVerb(l)) == 0 {
		return r.knownVerb(l, r.lower(i))
	}
	return l
}

// knownVerb is a verb of the tables that has the form, where the lemmatizer guessed one that they do not have; else its guess. An
// irregular form has the lemma of its table, when there is only one: "fled".
func (r *eventReader) knownVerb(guess, form string) string {
	known := r.Know.Irregular(form)
	for _, x := range known {
		if x.Pos == "VERB" && (len(known) == 1 || len(r.Know.EventVerb(x.Lemma)) > 0) {
			return x.Lemma
		}
	}
	for _, suffix := range [...]string{"ed", "ing", "es", "s", "d"} {
		stem, ok := strings.CutSuffix(form, suffix)
		if !ok || len(stem) < 3 {
			continue
		}
		single := stem
		if n := len(stem); stem[n-1] == stem[n-2] {
			single = stem[:n-1]
		}
		for _, c := range [...]string{stem, stem + "e", single} {
			if len(r.Know.EventVerb(c)) > 0 || len(r.Know.SpeechVerb(c)) > 0 {
				return c
			}
		}
	}
	return guess
}

// caseMark is the preposition of token i, with the parts of a fixed one joined by "_": "ahead_of".
func (r *eventReader) caseMark(i int) string {
	k := r.Tree.Kid(i, "case")
	if k < 0 {
		return ""
	}
	out := r.lower(k)
	for _, f := range r.Tree.Kids(k) {
		if r.Tree.Rel(f, "fixed") {
			out += "_" + r.lower(f)
		}
	}
	return out
}

// marked reports whether a clause begins with one of the markers.
func (r *eventReader) marked(v int, marks ...string) bool {
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "mark", "case") {
			for _, m := range marks {
				if r.lower(k) == m {
					return true
				}
			}
		}
	}
	return false
}

func relativePronoun(lower string) bool {
	switch lower {
	case "who", "which", "that", "whom", "whose", "where", "when":
		return true
	}
	return false
}

// nounBefore is the noun right before a relative pronoun that the parser did not make part of a relative clause, or -1.
func (r *eventReader) nounBefore(k int) int {
	i := k - 1
	for i > 0 && r.Tree.Rel(i, "punct") {
		i--
	}
	if i < 0 || r.Tree.Sent(i) != r.Tree.Sent(k) || r.upos(i) != "NOUN" && r.upos(i) != "PROPN" || r.timeAt[i] > 0 {
		return -1
	}
	for r.Tree.Rel(i, "flat", "compound", "goeswith") && r.head(i) < k {
		i = r.head(i)
	}
	return i
}

// subject is the syntactic subject of predicate v, found through control, coordination and attachment when v has none.
func (r *eventReader) subject(v int) found { return r.subjectOf(v, 0) }

func (r *eventReader) subjectOf(v, depth int) found {
	if depth > 8 || v < 0 {
		return nobody
	}
	if k := r.ownSubject(v); k >= 0 {
		if relativePronoun(r.lower(k)) && r.upos(k) != "DET" {
			if a := r.antecedent(v); a >= 0 {
				return found{a, viaRelcl}
			}
			if a := r.nounBefore(k); a >= 0 && r.lower(k) != "that" {
				return found{a, viaRelcl}
			}
			if r.lower(k) != "that" || r.xpos(k) == "WDT" {
				return nobody
			}
		}
		return found{k, viaDirect}
	}
	if r.Tree.Kid(v, "csubj", "expl") >= 0 {
		return nobody
	}
	if k := r.Tree.Kid(v, "nmod:poss"); k >= 0 && k < v && r.xpos(v) == "VBG" && r.NLP.Toks[k].Deprel == "nmod:poss" &&
		r.timeAt[k] == 0 && r.upos(k) != "PRON" &&
		r.Tree.Kid(v, "amod", "det") < 0 {
		return found{k, viaPoss} // the groups' fighting over control
	}
	h := r.head(v)
	if h < 0 {
		return nobody
	}
	switch {
	case r.Tree.Rel(v, "conj"):
		return r.shared(v, h, depth)
	case r.Tree.Rel(v, "xcomp", "ccomp"):
		if k := r.beforeTo(v); k >= 0 {
			return found{k, viaControl}
		}
		if o := r.Tree.Kid(h, "obj"); o > h && o < v && r.xpos(v) == "VBN" && r.Tree.Kid(v, "mark", "aux") < 0 && r.passive(v) && !r.mutual(o) &&
			!relativePronoun(r.lower(o)) && r.endsBefore(o, v) {
			return found{o, viaControl} // seized timber cut in the reserve, wants the bill passed
		}
		if r.Tree.Rel(v, "ccomp") && r.finite(v) || r.xpos(v) == "VBG" && proposers[r.lemma(h)] {
			return nobody
		}
		return relabel(r.controller(h, depth), viaControl)
	case r.Tree.Rel(v, "advcl"):
		if k := r.beforeTo(v); k >= 0 {
			return found{k, viaControl}
		}
		if n := r.hangsOn(v); n >= 0 {
			return relabel(r.holder(v, n, depth), viaAcl)
		}
		if n := r.partIn(v); n >= 0 {
			return relabel(r.nounAgent(n), viaAcl)
		}
		f := r.able(r.mainSubject(v, h, depth), v)
		switch {
		case r.marked(v, "to"):
			return relabel(f, viaPurpose)
		case r.xpos(v) == "VBG" && r.Tree.Kid(v, "mark") < 0 && v > h && !r.commaBefore(v):
			return nobody // "found men living there": as often the object as the subject
		}
		return relabel(f, viaAdvcl)
	case r.NLP.Toks[v].Deprel == "acl:relcl":
		return r.bareRelative(v, h)
	case r.mainVerb(v, h):
		return found{h, viaAcl}
	case r.Tree.Rel(v, "acl", "amod"):
		if k := r.beforeTo(v); k >= 0 {
			return found{k, viaControl}
		}
		if n := r.placedActor(v, h); n != h {
			if n < 0 {
				return r.subjectOf(h, depth+1)
			}
			return found{n, viaAcl}
		}
		if k := r.harmedBefore(v, h); k >= 0 {
			return found{k, viaAcl}
		}
		return relabel(r.able(r.holder(v, h, depth), v), viaAcl)
	case r.Tree.Rel(v, "obl", "nmod") && r.xpos(v) == "VBG":
		return relabel(r.able(r.subjectOf(h, depth+1), v), viaAdvcl)
	}
	return nobody
}

// proposers are verbs whose gerund is for others to do: suggested setting up a fund.
var proposers = wordSet("suggest recommend advocate advise oppose favour favor support discuss ban prohibit forbid permit allow encourage")

// bareRelative is the subject of a tensed relative clause without a relative word, which is a main clause that the parser hung
// on a noun of its subject: "Statements from officials, above all the mayor, have caused a row". The root noun is the subject.
func (r *eventReader) bareRelative(v, h int) found {
	if !r.finite(v) || v < h {
		return nobody
	}
	for _, k := range r.Tree.Kids(v) {
		if relativePronoun(r.lower(k)) {
			return nobody
		}
	}
	for steps := 0; h >= 0 && steps < 8 && !r.Tree.Rel(h, "root"); steps++ {
		h = r.head(h)
	}
	if h < 0 || r.upos(h) != "NOUN" && r.upos(h) != "PROPN" || r.Tree.Kid(h, "nsubj", "cop") >= 0 {
		return nobody
	}
	return found{h, viaControl}
}

// ownSubject is the subject among the children of v, -1 for none. Of several that a parser gave it, the first that is no dateline.
func (r *eventReader) ownSubject(v int) int {
	best := -1
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "nsubj") && r.NLP.Toks[k].Deprel != "nsubj:outer" {
			if r.lower(k) == "there" && r.xpos(k) == "EX" {
				continue
			}
			if r.timeAt[k] > 0 {
				if k = r.besideTime(k); k < 0 {
					continue
				}
			}
			if best < 0 || k < v && r.isDateline(best, k) {
				best = k
			}
		}
	}
	if best < 0 {
		return r.underTime(v)
	}
	return r.pastDateline(best)
}

// underTime is the subject of verb v that a parser hung on the time between them: "The governor today lifted the ban"; or -1.
func (r *eventReader) underTime(v int) int {
	for _, k := range r.Tree.Kids(v) {
		if k > v || r.timeAt[k] == 0 || !r.Tree.Rel(k, "obl") || !r.finite(v) {
			continue
		}
		if s := r.Tree.Kid(k, "nsubj"); s >= 0 && s < k && r.timeAt[s] == 0 {
			return s
		}
	}
	return -1
}

// besideTime is the noun that a parser hung on a time it took for the subject: "Denmark last week announced", or -1.
func (r *eventReader) besideTime(k int) int {
	for _, c := range r.Tree.Kids(k) {
		if c < k && r.timeAt[c] == 0 && (r.upos(c) == "PROPN" || r.upos(c) == "NOUN") {
			return c
		}
	}
	return -1
}
