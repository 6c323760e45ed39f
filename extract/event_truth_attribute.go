package extract

import (
	"dictum/graph"
	"dictum/seeds"
)

// relativeContext is that of a relative clause. What is said of nobody did not happen, what is said of anybody or of something that is only
// looked forward to may.
func (r *eventReader) relativeContext(v, n, depth int) truth {
	t := certain()
	if r.isNo(n) {
		t.negate()
		return t
	}
	if r.caseMark(n) == "without" {
		t.doubt()
		return t
	}
	if r.inPast(v) || r.xpos(v) == "VBN" && r.Tree.Kid(v, "aux") < 0 {
		return t
	}
	if w := r.Tree.Kid(v, "advmod"); r.timeAt[n] > 0 || w >= 0 && w < v && r.lower(w) == "when" { // on May 3, when they leave
		if h := r.head(n); h >= 0 {
			t.weaken(truth{modality: r.governing(h, depth+1).modality})
		}
		return t
	}
	d := r.Tree.Kid(n, "det")
	if anybody[r.lower(n)] && r.upos(n) == "PRON" || d >= 0 && r.anyone(d) {
		t.doubt()
		return t
	}
	if r.newThing(n) || everybody[r.lower(n)] || d >= 0 && oneOf(r.lower(d), "every", "each") {
		t.weaken(r.nounContext(n, depth+1))
		t.polarity = graph.Affirmed
	}
	return t
}

// attributeContext is that of a participle, an infinitive, a gerund or a that-clause that hangs on noun n.
func (r *eventReader) attributeContext(v, n, depth int) truth {
	form, prep := r.form(v), r.preposition(v)
	g := certain()
	if m := r.head(n); m >= 0 && form == seeds.Infinitive && r.Tree.Rel(n, "obj", "obl") && r.upos(m) == "VERB" && r.outcome(v, m) {
		return r.governing(m, depth) // rose three points to close at 98
	}
	if m := r.head(n); m >= 0 && form == seeds.Gerund && prep == "" && r.Tree.Rel(n, "obj", "obl") && !r.definite(n) {
		c := seeds.Indefinite
		if r.Tree.Rel(n, "obl") {
			c = r.caseMark(n)
		}
		if s := r.veridical(m, c); s != nil && s.Class == "causative" {
			return r.governing(m, depth).follows(s, r.inPast(m)) // will lead to more doors being opened
		}
	}
	if m := r.head(n); m >= 0 && form == seeds.Gerund && prep == "" && r.Tree.Rel(n, "obj") && r.isParty(n) {
		if s := r.veridical(m, form); s != nil && s.Affirmed != seeds.Happens && s.Affirmed != seeds.Fact {
			return r.governing(m, depth).follows(s, r.inPast(m)) // stop criminals using it
		}
	}
	if m := r.head(n); m >= 0 && form == seeds.Infinitive && r.marked(v, "to") && r.Tree.Rel(n, "obj", "iobj") && causers[r.lemma(m)] {
		if s := r.veridical(m, form); s != nil && r.veridical(n, form) == nil && !contentNouns[r.lemma(n)] {
			return r.governing(m, depth).follows(s, r.inPast(m)) // forced the pilot to resign
		}
	}
	if r.isNo(n) {
		g.negate()
	}
	if m := r.head(n); form == seeds.Gerund && prep == "" || r.passive(v) && form != seeds.Infinitive {
	} else if m >= 0 && r.Tree.Rel(n, "obj") || m >= 0 && r.Tree.Rel(n, "nsubj") && r.passive(m) {
		if s := r.veridical(m, seeds.Object); s != nil && s.Affirmed == seeds.Not && !r.negated(m) {
			g.negate() // scrapped plans to build
		} else if claims[r.lemma(n)] && deniers[r.lemma(m)] {
			g.negate()
			return g // denied a claim that he left
		}
	}
	switch {
	case form == seeds.Infinitive && r.marked(v, "to"):
		if r.firstOf(n) {
			g.weaken(r.nounContext(n, depth+1))
			if r.Tree.Kid(n, "cop") >= 0 {
				g.weaken(truth{modality: r.clauseTruth(n, depth+1).modality}) // will be the next product to drive sales
			}
			return g
		}
		if m := r.head(n); m >= 0 && r.Tree.Rel(n, "nmod") && r.caseMark(n) == "of" && r.veridical(n, form) == nil &&
			r.veridical(m, form) != nil {
			n = m // the failure of the guards to act
		}
		if o := r.nounContext(n, depth+1); o.modality == graph.Hypothetical {
			g.doubt() // if they carry out a threat to leave
		}
		return r.implies(g, n, form, graph.Planned)
	case form == seeds.Gerund && prep != "":
		if m := r.head(n); m >= 0 && r.isActor(n) && r.upos(m) == "VERB" && objectControl[r.lemma(m)] && r.Tree.Rel(n, "obj", "obl", "nsubj") {
			if s := r.veridical(m, prep); s != nil {
				return r.governing(m, depth).follows(s, r.inPast(m))
			}
			return r.governing(m, depth) // blamed the fall on the ministry for cutting the budget
		}
		if m := r.head(n); m >= 0 && prep == "from" && r.Tree.Rel(n, "obj") && r.veridical(n, prep) == nil {
			if s := r.veridical(m, prep); s != nil {
				return r.governing(m, depth).follows(s, r.inPast(m)) // keep bad traffic from going there
			}
		}
		if m := r.head(n); m >= 0 && r.Tree.Rel(n, "nmod") && r.isActor(n) && r.veridical(n, prep) == nil && r.veridical(m, prep) != nil {
			n = m // a warning by the mayor against selling
		}
		if s := r.veridical(n, prep); s != nil {
			out := g.follows(s, false)
			if s.Affirmed == seeds.Happens {
				out.weaken(truth{modality: r.nounContext(n, depth+1).modality}) // will do a better job of protecting
			}
			return out
		}
		switch prep {
		case "of", "for", "to", "about", "against", "toward", "towards", "over", "on":
			g.doubt()
			g.guessed = true
			return g
		}
		g.weaken(truth{modality: r.nounContext(n, depth+1).modality})
		return g // progress in reducing waste, prepares for a role in leading them
	case r.marked(v, "that"), form == seeds.Clause && r.Tree.Kid(v, "nsubj") >= 0:
		out := r.implies(g, n, seeds.Clause, graph.Actual)
		if s := r.veridical(n, seeds.Clause); s != nil && s.Class == "evidence" {
			out.weaken(truth{modality: r.nounContext(n, depth+1).modality}) // cannot be taken as an indication that they left
		}
		return out
	case r.passive(v):
		if d := r.Tree.Kid(n, "det"); d >= 0 && r.anyone(d) {
			g.doubt() // any agreement reached
			return g
		}
		if m := r.head(n); m >= 0 && r.caseMark(n) == "with" && r.Tree.Rel(n, "obl", "nmod") && r.commaBefore(n) {
			for r.Tree.Rel(n, "nmod") && r.upos(m) != "VERB" && r.head(m) >= 0 {
				n, m = m, r.head(m)
			}
			g.weaken(truth{modality: r.governing(m, depth).modality}) // will be left to the town, with more officers sent there
		}
		return g
	}
	if o := certain(); r.xpos(v) == "VBG" && !r.isActor(n) {
		r.nounTruth(&o, n)
		g.weaken(truth{modality: o.modality}) // possible losses resulting from the sale
	}
	if r.newThing(n) {
		o := r.nounContext(n, depth+1)
		g.weaken(truth{modality: o.modality})
	}
	return g
}

// newThing reports a noun with "a", which need not exist.
func (r *eventReader) newThing(n int) bool {
	d := r.Tree.Kid(n, "det")
	return d >= 0 && oneOf(r.lower(d), "a", "an")
}

// implies is what noun n in the context g implies of its complement, of the given modality where the tables do not tell.
func (r *eventReader) implies(g truth, n int, complement, otherwise string) truth {
	if s := r.veridical(n, complement); s != nil {
		return g.follows(s, false)
	}
	g.weaken(truth{modality: otherwise, guessed: otherwise != graph.Actual})
	return g
}

// firstOf reports a noun whose infinitive happened: the first woman to win, the last to leave, the youngest player to score.
func (r *eventReader) firstOf(n int) bool {
	if firsts[r.lemma(n)] {
		return true
	}
	if m := r.head(n); m >= 0 && r.Tree.Rel(n, "nmod") && r.caseMark(n) == "of" && r.lower(m) == "one" && r.Tree.Kid(n, "nummod") >= 0 {
		return true // one of eight albums to sell a million copies
	}
	for _, k := range r.Tree.Kids(n) {
		if r.Tree.Rel(k, "nummod") && r.lower(k) == "one" && r.definite(n) {
			return true // the one man to leave
		}
		if r.Tree.Rel(k, "amod") && firsts[r.lemma(k)] {
			return !contentNouns[r.lemma(n)]
		}
		if r.Tree.Rel(k, "amod", "nummod", "det", "advmod") && (firsts[r.lemma(k)] || r.xpos(k) == "JJS" || r.xpos(k) == "RBS") {
			return !contentNouns[r.lemma(n)] && !oneOf(r.lower(k), "best", "worst", "easiest") &&
				(r.Tree.Kid(n, "cop") >= 0 || r.Tree.Rel(n, "xcomp")) || r.isActor(n) || r.upos(n) == "ADJ" || r.upos(n) == "NUM"
		}
	}
	return false
}

// anyone reports a determiner that picks out nobody in particular.
func (r *eventReader) anyone(d int) bool {
	return oneOf(r.lower(d), "any", "whatever", "whichever")
}
