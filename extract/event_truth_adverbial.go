package extract

import (
	"slices"

	"dictum/graph"
	"dictum/seeds"
)

// adverbialContext is that of an adverbial clause v of predicate h.
func (r *eventReader) adverbialContext(v, h, depth int) truth {
	if n := r.hangsOn(v); n >= 0 {
		return r.attributeContext(v, n, depth)
	}
	if m := r.Tree.Kid(v, "mark"); m > 0 && m < v && r.lower(m) == "to" && r.upos(m-1) == "NOUN" && r.head(m-1) == h &&
		r.timeAt[m-1] == 0 && !stretches[r.lemma(m-1)] && r.firstOf(m-1) {
		return r.attributeContext(v, m-1, depth) // near the first well to be found
	}
	if r.upos(h) == "NOUN" && r.Tree.Kid(h, "cop") < 0 {
		return r.attributeContext(v, h, depth)
	}
	form, mark := r.form(v), r.preposition(v)
	if n := r.governingNoun(v, h, mark); form == seeds.Gerund && n >= 0 {
		return r.attributeContext(v, n, depth)
	}
	if form == seeds.Gerund && mark != "" {
		if s := r.veridical(h, mark); s != nil {
			return r.governing(h, depth).follows(s, r.inPast(h))
		}
	}
	if form == seeds.Gerund && mark == "" && v > h && !r.commaBefore(v) {
		if s := r.veridical(h, form); s != nil && r.Tree.Kid(h, "xcomp", "ccomp") < 0 {
			return r.governing(h, depth).follows(s, r.inPast(h)) // is considering selling
		}
	}
	switch {
	case form == seeds.Infinitive && r.marked(v, "to"):
		return r.purposeContext(v, h, depth)
	case form == seeds.Clause, r.xpos(v) == "VBN" && oneOf(mark, "once", "until", "when", "whenever"):
		return r.subordinate(v, h, mark, depth)
	case form == seeds.Gerund:
		switch mark {
		case "of", "about":
			t := certain()
			t.doubt()
			t.guessed = true
			return t
		case "toward", "towards":
			t := certain()
			t.plan()
			return t
		}
	}
	return r.beside(v, h, depth)
}

// governingNoun is the noun that a gerund with a preposition stands right behind, though a parser hung it on the verb, if the noun implies
// something of it: lack the means for searching, reached agreement on selling; or -1.
func (r *eventReader) governingNoun(v, h int, mark string) int {
	m := r.Tree.Kid(v, "mark", "case")
	if m <= 0 || m > v || r.upos(m-1) != "NOUN" || r.head(m-1) != h || r.veridical(m-1, mark) == nil || r.veridical(h, mark) != nil {
		return -1
	}
	return m - 1
}

// purposeContext is that of an infinitive that tells what for, or that a parser made an adverbial though the verb governs it.
func (r *eventReader) purposeContext(v, h, depth int) truth {
	g := r.governing(h, depth)
	if r.outcome(v, h) {
		return g
	}
	if s := r.veridical(h, seeds.Infinitive); s != nil && !r.goesTo(h, v) && (r.upos(h) == "ADJ" ||
		s.Affirmed != seeds.Happens && s.Affirmed != seeds.Not ||
		r.Tree.Kid(h, "obj") < 0 || r.lemma(h) == "use" || causers[r.lemma(h)] && r.isActor(r.Tree.Kid(h, "obj"))) {
		return g.follows(s, r.inPast(h))
	}
	if r.tooMuch(h) || r.whWord(v) || r.upos(h) == "ADJ" {
		g.doubt()
	}
	g.plan()
	g.polarity, g.will = graph.Affirmed, false
	return g
}

// goesTo reports a verb of motion whose way is told before the infinitive v, which then is what for: drove to the port to find him.
func (r *eventReader) goesTo(h, v int) bool {
	back := r.particle(h) >= 0 || r.lower(h+1) == "back"
	if back || r.lemma(h) == "come" && oneOf(r.lemma(v), "beat", "defeat", "win") {
		return false // came back, came from behind to win
	}
	return motion[r.lemma(h)] && !r.passive(h) && r.Tree.Kid(h, "obj") < 0 && slices.ContainsFunc(r.Tree.Kids(h), func(k int) bool {
		return r.Tree.Rel(k, "obl") && k > h && k < v && r.timeAt[k] == 0
	})
}

// outcome reports an infinitive that tells how what predicate h tells of came out, not what it was for: eased past Novak to reach the
// final, rose three points to close at 98, rallied only to lose, came home to find.
func (r *eventReader) outcome(v, h int) bool {
	if !r.inPast(h) || r.xpos(v) != "VB" {
		return false
	}
	verb := r.lemma(h)
	if p := r.particle(h); p >= 0 {
		verb += "_" + r.lower(p)
	}
	end := r.lemma(v)
	if r.Know.VerbInClass("finish", end) && r.Tree.Rel(v, "advcl") {
		return true // rushed on to the pass to head home
	}
	to := r.Tree.Kid(v, "mark")
	switch {
	case r.Know.VerbInClass("contest", verb):
		return r.Know.VerbInClass("outcome", end)
	case to > 0 && r.lower(to-1) == "only" && r.Know.VerbInClass("setback", end), arrivals[verb] && noticed[end]:
		return true
	}
	return (r.Know.VerbInClass("unaccusative", verb) || r.Know.VerbInClass("ergative", verb)) && r.Know.VerbInClass("standing", end)
}

// arrivals are verbs of coming upon what noticed tells.
var arrivals = wordSet("return arrive wake wake_up awake come come_back come_home get_back get_up open go_back look_up")

// subordinate is the context of a finite adverbial clause.
func (r *eventReader) subordinate(v, h int, mark string, depth int) truth {
	t := certain()
	if x := r.Tree.Kid(h, "xcomp"); x > h && x < v && r.marked(x, "to") {
		h = x // is expected to leave when they come
	}
	if mark == "" {
		if k := r.Tree.Kid(v, "advmod"); k >= 0 && k < v && r.lower(k) == "when" {
			mark = "when"
		}
	}
	switch mark {
	case "before":
		if r.modal(v, "could") && r.inPast(h) {
			t.negate()
			return t // shot himself before police could arrest him
		}
		if r.inPresent(v) {
			t.plan()
		}
	case "until", "till", "once":
		if g := r.governing(h, depth); g.modality == graph.Planned && mark != "once" {
			t.plan()
		}
		if r.inPresent(v) || r.xpos(v) == "VBN" && !r.finite(v) && !r.inPast(h) {
			t.plan()
		}
	case "when", "whenever", "where", "wherever", "as", "while", "after":
		if (mark == "when" || mark == "after") && r.inPresent(v) && r.xpos(h) == "VBD" && r.cueOf[h] == 0 && v > h {
			t.plan() // the pact they struck, when they meet, hung on the past
			return t
		}
		if r.inPresent(v) || r.xpos(v) == "VBN" && !r.finite(v) {
			g := r.governing(h, depth)
			reason := mark == "as" && (v < h || r.commaBefore(v)) // as they pay, prices rise
			if g.modality == graph.Planned || !reason {
				t.weaken(truth{modality: g.modality})
			}
			if mark == "whenever" {
				t.doubt()
			}
		}
	case "so", "that":
		if r.modal(v, "can", "could", "will", "would", "may", "might") {
			t.plan()
		}
	case "provided", "providing", "supposing", "assuming", "as_long", "otherwise":
		t.doubt()
	case "in":
		if m := r.Tree.Kid(v, "mark"); m >= 0 && m < v && r.lower(m+1) == "case" {
			t.doubt() // in case they left; not: in that they left
		}
	}
	return t
}

// modal reports one of the auxiliaries at v.
func (r *eventReader) modal(v int, words ...string) bool {
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "aux") && oneOf(r.lower(k), words...) {
			return true
		}
	}
	return false
}

// already reports an adverb of what is there now.
func (r *eventReader) already(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return r.Tree.Rel(k, "advmod") && oneOf(r.lower(k), "already", "currently", "still", "now")
	})
}

// beside is the context of a participle or gerund that happens together with predicate h: no surer than that.
func (r *eventReader) beside(v, h, depth int) truth {
	t := certain()
	// with a tax being introduced; not: with two men injured
	absolute := r.marked(v, "with") && r.Tree.Kid(v, "nsubj") >= 0 && !r.already(v) &&
		(r.xpos(v) != "VBN" || r.Tree.Kid(v, "aux", "obl", "obj", "xcomp") >= 0)
	if h < 0 || r.xpos(v) == "VBN" && !absolute || r.marked(v, "without", "despite", "since", "after") {
		return t
	}
	g := r.governing(h, depth)
	switch {
	case !g.negated():
		t.weaken(truth{modality: g.modality})
	case r.marked(v, "by", "in", "through", "before"):
		t.doubt() // did not win by cheating
	}
	return t
}
