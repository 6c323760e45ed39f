package extract

import (
	"slices"

	"dictum/graph"
)

const (
	graphAgent     = graph.Agent
	graphPatient   = graph.Patient
	graphRecipient = graph.Recipient
)

// becomes reports a verb whose subject undergoes the event when it has no object: prices rose, the ship sank. One that may have an
// object has none when no noun phrase follows it.
func (r *eventReader) becomes(v int) bool {
	if lemma := r.lemma(v); !r.Know.VerbInClass("ergative", lemma) {
		return r.Know.VerbInClass("unaccusative", lemma)
	}
	next := v + 1
	if r.particle(v) >= 0 || next < len(r.NLP.Toks) && oneOf(r.lower(next), "how", "what", "where", "which", "who", "why") {
		return false // fixed where currencies trade
	}
	if next >= len(r.NLP.Toks) || r.timeAt[next] > 0 || r.valueAt[next] > 0 || r.Tree.Rel(next, "obl", "advmod") {
		return true
	}
	return !oneOf(r.upos(next), "NOUN", "PROPN", "DET", "ADJ", "NUM")
}

// becomesPeople reports a verb that of people tells what they do: users have turned to it.
func (r *eventReader) becomesPeople(v int) bool {
	return oneOf(r.lemma(v), "turn", "move", "change", "stop", "start", "go", "climb")
}

// amountMark is the preposition of an amount, which may hang on its number.
func (r *eventReader) amountMark(k int) string {
	if mark := r.caseMark(k); mark != "" {
		return mark
	}
	if n := r.Tree.Kid(k, "nummod"); n >= 0 {
		return r.caseMark(n)
	}
	return ""
}

// isSum reports a phrase that is only an amount: "by 25 mln dlrs", not "by 22 countries".
func (r *eventReader) isSum(k int) bool {
	if r.valueAt[k] > 0 {
		return true
	}
	n := r.amountOf(k)
	return n > 0 && (r.Record.Values[n-1].Type != valueQuantity || !r.isActor(k) && r.Record.Values[n-1].Value >= 1000 &&
		r.Tree.Kid(k, "det", "amod") < 0)
}

// amountOf is the amount that a phrase tells, as in valueAt.
func (r *eventReader) amountOf(k int) int32 {
	for _, c := range r.Tree.Kids(k) {
		if r.valueAt[k] == 0 && c < k && r.Tree.Rel(c, "nummod", "compound") && r.valueAt[c] > 0 {
			return r.valueAt[c]
		}
	}
	return r.valueAt[k]
}

// dying are those that happen to people as well.
var dying = wordSet("die collapse disappear vanish drown suffocate perish starve fall burn freeze")

// shields are verbs that keep somebody from what stands behind "against": neither is done to that.
var shields = wordSet("protect guard shield defend insure safeguard immunise immunize vaccinate inoculate secure hedge fortify")

// travels are verbs of those who come and go; others come with them.
var travels = wordSet("arrive come go return leave travel flee fly drive walk march move arrival return departure trip journey flight")

// besideWith reports a phrase with "with" that names nobody to whom the event is done: arrived with some friends, pacts with an emphasis.
func (r *eventReader) besideWith(e *happening, k int) bool {
	return r.caseMark(k) == "with" && (travels[r.lemma(e.trig)] || e.noun && r.upos(k) == "NOUN" && !r.isActor(k))
}

// changesBy reports an object that is only how much the subject of a verb of change changes by: jumped 2-7/8, dropped 4.8 points.
func (r *eventReader) changesBy(v, obj int) bool {
	if !r.Know.VerbInClass("unaccusative", r.lemma(v)) && !r.Know.VerbInClass("ergative", r.lemma(v)) {
		return false
	}
	for _, k := range r.Tree.Kids(v) {
		if k > obj && r.Tree.Rel(k, "obl") && oneOf(r.amountMark(k), "to", "from") && r.amountOf(k) > 0 && r.amountOf(obj) > 0 {
			return true // dropped 4.4 mln barrels to 325 mln
		}
	}
	return r.upos(obj) == "NUM" || oneOf(r.lemma(obj), "point", "pct", "percent", "%", "cent", "ct", "notch")
}

// isFigure reports a phrase for an amount that another is compared with: earnings of 3 mln.
func (r *eventReader) isFigure(k int) bool {
	if n := r.amountOf(k); n > 0 && r.Record.Values[n-1].Type != valueQuantity {
		return true
	}
	return slices.ContainsFunc(r.Tree.Kids(k), func(c int) bool { return r.Tree.Rel(c, "nmod") && r.isSum(c) })
}

func (r *eventReader) addRole(e *happening, name string, f found) {
	if f.tok < 0 || oneOf(r.lower(f.tok), "the", "a", "an") || r.Tree.Rel(f.tok, "expl") || f.tok == e.trig || f.tok == e.light {
		return
	}
	for _, have := range e.roles {
		if have.tok == f.tok {
			return
		}
	}
	switch mark := r.caseMark(f.tok); {
	case name == graphAgent && r.isMoney(f.tok), name == graphRecipient && r.isSum(f.tok) && r.upos(f.tok) == "NUM":
		return
	case f.tok > 0 && r.lemma(f.tok) == "time" && r.Tree.Kid(f.tok, "det") == f.tok-1 && r.lower(f.tok-1) == "any":
		return // any time soon
	case mark == "to" && r.lower(f.tok) == "date", mark == "against" && r.isFigure(f.tok):
		return // convictions to date, sales against earnings of 3 mln
	case mark == "to" && e.noun && e.lemma == "loss":
		return
	case mark == "to" && e.noun && e.lemma == "defeat":
		name = graphAgent // the defeat to Wales
	case name == graphAgent && e.noun && e.lemma == "detention" && r.caseMark(e.trig) == "in":
		name = graphPatient
	}
	if name == graphRecipient && r.besideWith(e, f.tok) ||
		name != graphAgent && shields[r.lemma(e.trig)] && r.caseMark(f.tok) == "against" {
		return
	}
	e.roles = append(e.roles, role{name: name, tok: f.tok, via: f.via})
}

func (e *happening) has(name string) bool { return e.of(name) >= 0 }

// of is the token of the first role with this name, or -1.
func (e *happening) of(name string) int {
	for _, a := range e.roles {
		if a.name == name {
			return a.tok
		}
	}
	return -1
}

// verbArgs finds who and whom of a verb.
func (r *eventReader) verbArgs(e *happening) {
	v := e.trig
	subj := r.subject(v)
	if subj.tok >= 0 && r.upos(subj.tok) == "NOUN" && stretches[r.lemma(subj.tok)] {
		subj = nobody
	}
	if subj.via == viaDirect && r.Tree.Kid(v, "cop") >= 0 && r.xpos(v) == "VB" && !r.isActor(subj.tok) && !r.isPlace(subj.tok) &&
		!r.passive(v) {
		subj = nobody // the easiest thing would have been to leave
	}
	if subj.via == viaDirect && r.xpos(v) == "VBG" && tasks[r.lemma(subj.tok)] {
		subj = nobody // the challenge will be balancing the budget
	}
	obj, given := r.objects(v)
	if obj >= 0 && nominative[r.lemma(v)] && !e.passive {
		if w := r.gapAbove(v); w >= 0 {
			r.addRole(e, graphPatient, found{w, viaRelcl}) // weeds that farmers call a plague
			obj = -1
		}
	}
	if given >= 0 {
		r.addRole(e, graphRecipient, found{given, viaDirect})
	}
	switch {
	case (e.passive || r.xpos(v) == "VBN" && subj.tok < 0) && obj >= 0 && nominative[r.lemma(v)]:
		r.addRole(e, graphPatient, subj)
		obj = -1
	case e.passive && obj >= 0 && r.timeAt[obj] == 0 && (r.Know.VerbInClass("dative", r.lemma(v)) || ditransitive[r.lemma(v)]):
		r.addRole(e, graphRecipient, subj) // was awarded a medal
	case e.passive && obj >= 0 && r.amountOf(obj) > 0 && !r.Know.VerbInClass("dative", r.lemma(v)):
		r.addRole(e, graphPatient, subj) // is situated 14 km from
		r.addAmount(e, &r.Record.Values[r.amountOf(obj)-1])
		obj = -1
	case e.passive, r.hardTo(v):
		r.addRole(e, graphPatient, subj)
		if e.passive && subj.tok >= 0 {
			obj = -1 // a passive of one object has none left
		}
	case obj < 0 && r.becomes(v) && subj.tok >= 0 && (dying[r.lemma(v)] || !r.isActor(subj.tok) && !(r.doerNoun(subj.tok) &&
		r.particle(v) < 0 && r.becomesPeople(v)) && r.upos(subj.tok) != "NUM" &&
		!(r.upos(subj.tok) == "PROPN" && r.lemma(v) == "go")) && r.Tree.Kid(v, "xcomp") < 0:
		r.addRole(e, graphPatient, subj)
	case obj >= 0 && r.amountOf(obj) > 0 && (r.Know.VerbInClass("unaccusative", r.lemma(v)) && !r.isActor(subj.tok) || r.changesBy(v, obj)):
		r.addRole(e, graphPatient, subj) // taxation rose 11 mln
		r.addAmount(e, &r.Record.Values[r.amountOf(obj)-1])
		obj = -1
	case obj < 0 && subj.tok >= 0 && r.upos(subj.tok) == "NOUN" && (motion[r.lemma(v)] && r.lemma(v) != "lead" || happens[r.lemma(v)]) &&
		!r.isActor(subj.tok):
		r.addRole(e, graphPatient, subj) // "the dispute came up"
	default:
		r.addRole(e, graphAgent, subj)
	}
	if first := r.otherSubject(v, subj); first >= 0 && (e.has(graphAgent) || e.has(graphPatient)) {
		r.addRole(e, e.roles[len(e.roles)-1].name, found{first, viaShared})
	}
	for _, k := range r.rowOfSubjects(v, subj) {
		r.addRole(e, e.roles[len(e.roles)-1].name, found{k, viaShared})
	}
	if obj >= 0 {
		r.objectRole(e, v, obj, subj)
	} else if gap := r.gap(v, subj); gap >= 0 {
		r.addRole(e, graphPatient, found{gap, viaRelcl})
	} else if o := max(r.sharedObject(v), r.nextObject(v)); o >= 0 && !e.passive {
		r.addRole(e, graphPatient, found{o, viaShared})
	}
	if k := r.Tree.Kid(v, "iobj"); k >= 0 && obj < 0 && r.Tree.Kid(v, "xcomp") >= 0 {
		r.addRole(e, graphPatient, found{k, viaDirect}) // allowed the agency to deliver food
	} else if k >= 0 && k != obj {
		r.addRole(e, graphRecipient, found{k, viaDirect})
	}
	r.verbObliques(e, v)
	if givers[r.lemma(v)] && !e.has(graphRecipient) {
		r.nestedReceiver(e, v)
	}
}

// tasks are nouns of what is to be done, which do nothing themselves.
var tasks = wordSet("challenge goal aim problem task idea answer solution priority key objective step trick job option",
	"alternative ambition",
	"purpose intention question difficulty")

// gapAbove is the noun of a relative clause that lacks an object, which verb v is the infinitive of; or -1.
func (r *eventReader) gapAbove(v int) int {
	h := r.head(v)
	if h < 0 || !r.Tree.Rel(v, "xcomp") || r.NLP.Toks[h].Deprel != "acl:relcl" {
		return -1
	}
	if w := r.relativeWord(h); w >= 0 && r.Tree.Rel(w, "obj") {
		return r.described(r.head(h), h)
	}
	return -1
}

// rowOfSubjects are further subjects behind a comma, of a row that the parser did not see as one: "the council, the treasury and other
// agencies met".
func (r *eventReader) rowOfSubjects(v int, subj found) []int {
	if subj.via != viaDirect || subj.tok > v || r.head(subj.tok) != v {
		return nil
	}
	var out []int
	for _, k := range r.Tree.Kids(v) {
		if k > subj.tok && k < v && r.Tree.Rel(k, "nsubj") && r.timeAt[k] == 0 && r.Tree.Kid(k, "conj") >= 0 && r.commaBefore(k) &&
			r.lastOf(subj.tok) < k && r.upos(k) != "PRON" && !r.isDateline(subj.tok, k) {
			out = append(out, k)
		}
	}
	return out
}

// receives reports a recipient that the verb itself takes behind its preposition.
func (r *eventReader) receives(e *happening, k int) bool {
	switch lemma := r.lemma(e.trig); r.caseMark(k) {
	case "to":
		return givers[lemma] || r.Know.VerbInClass("dative", lemma)
	case "from":
		return takers[lemma]
	}
	return false
}

// otherSubject is the first of two coordinated subjects where the parser took it for the root of the sentence and hung the verb on
// it: "Kenya and Somalia failed to agree"; or -1.
func (r *eventReader) otherSubject(v int, subj found) int {
	for steps := 0; r.Tree.Rel(v, "xcomp") && r.head(v) >= 0 && steps < 3; steps++ {
		v, subj.via = r.head(v), viaDirect
	}
	h, s := r.head(v), subj.tok
	if h < 0 || subj.via != viaDirect || s < h || !r.Tree.Rel(v, "conj") || !r.Tree.Rel(h, "root") ||
		!oneOf(r.upos(h), "NOUN", "PROPN") && r.mentionType(h) == "" {
		return -1
	}
	cc := r.Tree.Kid(v, "cc")
	if r.upos(s) == "PROPN" && r.verbNumber(v) == "singular" {
		return -1 // Weber and Poll Corp has agreed
	}
	if cc < 0 || cc > s || r.Tree.Kid(h, "cop", "nsubj") >= 0 || r.Tree.Kid(h, "conj") != v || r.lower(cc) != "and" {
		return -1
	}
	for t := cc + 1; t < s; t++ {
		if !r.Tree.Under(t, s) {
			return -1
		}
	}
	for t := h + 1; t < cc; t++ {
		if r.Tree.Rel(t, "punct") {
			return -1
		}
	}
	return h
}

// nestedReceiver finds the receiver that a parser hung on what is given, or on who gives: "gave aid to Fiji".
func (r *eventReader) nestedReceiver(e *happening, v int) {
	for _, o := range r.Tree.Kids(v) {
		if !r.Tree.Rel(o, "obj", "obl:agent", "obl") || r.timeAt[o] > 0 {
			continue
		}
		if k := r.nestedPrep(o, "to", 1); k >= 0 && r.lemma(v) != "report" && k != e.of(graphAgent) {
			r.addRole(e, graphRecipient, found{k, viaPrep})
			return
		}
	}
}

// mutual reports "each other", "one another", "itself": an object that names nobody new.
func (r *eventReader) mutual(i int) bool {
	switch r.lower(i) {
	case "itself", "himself", "herself", "themselves", "myself", "ourselves":
		return true
	case "other", "another", "each", "one":
		return i > 0 && (r.lower(i-1) == "each" || r.lower(i-1) == "one") ||
			i+1 < len(r.NLP.Toks) && r.NLP.Toks[i+1].Head == i && (r.lower(i+1) == "other" || r.lower(i+1) == "another")
	}
	return false
}
