package extract

import (
	"slices"

	"dictum/graph"
)

// circumstances finds when, how long, how many, and what for.
func (r *eventReader) circumstances(e *happening) {
	for _, base := range r.bases(e) {
		for _, k := range r.Tree.Kids(base) {
			switch {
			case r.timeAt[k] > 0 && !r.Tree.Rel(k, "punct", "case", "nsubj", "conj"):
				r.addTime(e, k)
				r.nestedTime(e, k, 0) // deployed for two months last October
			case r.Tree.Rel(k, "advcl") && base == r.clauseHead(e) && r.isPurpose(k) && r.asked(k, base) < 0:
				e.roles = append(e.roles, role{name: graph.Purpose, tok: k, via: viaDirect})
			case r.Tree.Rel(k, "obl") && base != e.trig && base != e.light && !r.isTimePhrase(k):
				if stayPreps[r.caseMark(k)] && r.isPlace(k) {
					r.addRole(e, graph.AtLocation, found{k, viaControl})
				}
			}
		}
	}
	r.scenes(e)
	for _, a := range slices.Clone(e.roles) { // "Germany on Thursday announced"
		if a.tok >= 0 && (a.name == graphAgent || a.name == graphPatient) {
			r.nestedTime(e, a.tok, 0)
		}
	}
	if e.noun {
		r.nestedTime(e, e.trig, 0)
	}
	r.sharedTime(e)
	r.amounts(e)
}

// sharedTime takes the time in front of the first of two verbs with one subject: "On Monday the mayor resigned and left the city".
func (r *eventReader) sharedTime(e *happening) {
	v := r.clauseHead(e)
	for steps := 0; steps < 3 && !e.timed() && r.Tree.Rel(v, "conj") && r.ownSubject(v) < 0; steps++ {
		if v = r.head(v); v < 0 || r.upos(v) != "VERB" {
			return
		}
		subj := r.ownSubject(v)
		for _, k := range r.Tree.Kids(v) {
			if r.timeAt[k] > 0 && r.Tree.Rel(k, "obl") && k < v && (subj < 0 || k < subj) {
				r.addTime(e, k)
			}
		}
	}
}

// nestedTime finds the time of an event behind its noun, agent or patient, and behind a place in their phrase, where the parser hung it:
// "arrested two men in Birmingham on Tuesday".
func (r *eventReader) nestedTime(e *happening, noun, depth int) {
	for _, k := range r.Tree.Kids(noun) {
		if k < noun || !r.Tree.Rel(k, "nmod", "obl") {
			continue
		}
		switch prep := r.caseMark(k); {
		case r.timeAt[k] > 0 && r.timeAt[noun] != r.timeAt[k] && prep != "of" && prep != "to" && prep != "from" && (depth == 0 ||
			prep == "on" && !e.timed()):
			r.addTime(e, k)
		case depth < 2 && r.timeAt[k] == 0 && stayPreps[prep] && r.mentionType(k) == graph.Location && (noun == e.trig ||
			!r.isEventNoun(noun)):
			r.nestedTime(e, k, depth+1)
		}
	}
}

// scenes finds places told through something else: behind the object ("deployed a mission along the border"), and by an event
// during which it happens ("during a summit in Yerevan").
func (r *eventReader) scenes(e *happening) {
	if p := e.of(graphPatient); p >= 0 && !e.noun {
		for _, k := range r.Tree.Kids(p) {
			if k > p && r.Tree.Rel(k, "nmod") && besidePreps[r.caseMark(k)] && r.isPlace(k) {
				r.addRole(e, graph.AtLocation, found{k, viaPrep})
			}
		}
	}
	for _, base := range r.bases(e) {
		for _, k := range r.Tree.Kids(base) {
			r.sceneOf(e, k)
			if r.Tree.Rel(k, "advmod") { // "later in May, during a summit in …"
				for _, below := range r.Tree.Kids(k) {
					r.sceneOf(e, below)
				}
			}
		}
	}
	r.atPatient(e)
}

// sceneOf takes the place of the event noun k that tells when: "during a summit in Yerevan".
func (r *eventReader) sceneOf(e *happening, k int) {
	if !r.Tree.Rel(k, "obl") || r.caseMark(k) != "during" && r.caseMark(k) != "at" || !r.isEventNoun(k) || e.has(graph.AtLocation) {
		return
	}
	for _, p := range r.Tree.Kids(k) {
		if r.Tree.Rel(p, "nmod") && r.caseMark(p) == "in" && r.isPlace(p) {
			r.addRole(e, graph.AtLocation, found{p, viaPrep})
		}
	}
}

// besidePreps place what is done rather than the thing it is done to.
var besidePreps = wordSet("along near across outside around alongside off beyond")

// clauseHead is the verb of the event, the light verb of a light event.
func (r *eventReader) clauseHead(e *happening) int {
	if e.light >= 0 {
		return e.light
	}
	return e.trig
}

// bases are the heads whose times and places are those of the event: itself, its light verb, and the helpers above it.
func (r *eventReader) bases(e *happening) []int {
	out := []int{e.trig}
	if e.light >= 0 {
		out = append(out, e.light)
	}
	v := r.clauseHead(e)
	for r.Tree.Rel(v, "xcomp") && r.head(v) >= 0 && !r.taken[r.head(v)] && len(out) < 5 {
		v = r.head(v)
		out = append(out, v)
	}
	return out
}

// isPurpose reports an infinitive that tells what for.
func (r *eventReader) isPurpose(k int) bool {
	return r.marked(k, "to") && r.xpos(k) == "VB" && r.Tree.Kid(k, "nsubj") < 0 && r.onlyChoice(k) < 0
}

// comparesWith reports a year that an amount is compared with: "an increase on 2011", "fewer than in 2019".
func (r *eventReader) comparesWith(k int, t *graph.Time) bool {
	if oneOf(r.caseMark(k), "on", "over", "against", "versus") {
		return len(t.Value) == len("2011")
	}
	first := r.tokenFrom(t.Span[0])
	for first > 0 && r.upos(first-1) == "ADP" && r.lower(first-1) != "than" {
		first--
	}
	return first > 0 && r.lower(first-1) == "than"
}

// addTime adds the time expression that token k belongs to, once.
func (r *eventReader) addTime(e *happening, k int) {
	if r.inDateline(k, e.trig) || r.datesNoun(k, e.trig) {
		return
	}
	t := &r.Record.Times[r.timeAt[k]-1]
	if r.comparesWith(k, t) {
		return
	}
	arg := graph.Arg{Role: graph.AtTime, Span: t.Span}
	if t.Type == timeDuration {
		if r.isTerm(k) || e.noun && k < r.Tree.Kid(e.trig, "case") && oneOf(r.caseMark(e.trig), "after", "before", "since") {
			return // "four days after the visit"
		}
		arg.Role = graph.Duration
	}
	if resolvedTime(t.Value) && t.Type != timeSet { // "each year" is no time to sort by
		arg.Value = t.Value
		if arg.Role == graph.AtTime {
			arg.Precision = timePrecision(t.Value)
		}
	}
	r.addArg(e, arg)
}

// datesNoun reports a time that says something of the noun before it, not of the event: "bonds due 2008", "the year ending May 31".
func (r *eventReader) datesNoun(k, trig int) bool {
	first := k
	for first > 0 && r.timeAt[first-1] == r.timeAt[k] {
		first--
	}
	if first == 0 || first-1 == trig {
		return false
	}
	switch r.lower(first - 1) {
	case "due", "ending", "ended", "maturing", "dated", "expiring":
		return true
	}
	return false
}

// isTerm reports a stretch of time that ends or begins something and is not how long it lasts: "within one or two days". The
// preposition may hang on the number.
func (r *eventReader) isTerm(k int) bool {
	for _, t := range append([]int{k}, r.Tree.Kids(k)...) {
		switch r.caseMark(t) {
		case "within", "in", "after", "before":
			return true
		}
	}
	return false
}

// inDateline reports a date before the dash of a dateline: "YEREVAN, September 14 (Agency) — …".
func (r *eventReader) inDateline(k, trig int) bool {
	first := r.NLP.Sents[r.Tree.Sent(k)].First
	if k-first > 6 || k > trig {
		return false
	}
	for t := k + 1; t < trig && t < first+14; t++ {
		switch r.NLP.Toks[t].Text {
		case "—", "--", "–":
			return true
		}
	}
	return k == first+1 && r.lower(first) == "date"
}

// resolvedTime reports a value that orders events: no placeholders, no "…_REF".
func resolvedTime(value string) bool {
	if value == "" {
		return false
	}
	for _, c := range value {
		if c == 'X' || c == '_' {
			return false
		}
	}
	return true
}

func (r *eventReader) addArg(e *happening, arg graph.Arg) {
	for _, have := range e.roles {
		if have.arg != nil && have.arg.Span == arg.Span {
			return
		}
	}
	e.roles = append(e.roles, role{name: arg.Role, tok: -1, arg: &arg, via: viaDirect})
}

// amounts takes the numbers of what is acted upon: "a 100-person, two-year mission", "killed 12", "fell 5%".
func (r *eventReader) amounts(e *happening) {
	for i := range slices.Clone(e.roles) {
		a := e.roles[i]
		if a.arg != nil || a.tok < 0 || a.name != graphPatient && !(a.name == graphAgent && !e.has(graphPatient)) {
			continue
		}
		if n := r.valueAt[a.tok]; n > 0 {
			if v := &r.Record.Values[n-1]; v.Type != valueQuantity || r.upos(a.tok) == "NUM" {
				r.addAmount(e, v)
				if v.Type == valuePercent || v.Type == valueMoney {
					e.roles[i].arg = &graph.Arg{Role: graph.Quantity, Span: v.Span, Value: v.Value, Unit: v.Unit}
					e.roles[i].name = graph.Quantity
				}
				continue
			}
		}
		r.headcount(e, a.tok)
		for _, k := range r.Tree.Kids(a.tok) {
			if k > a.tok || !r.Tree.Rel(k, "nummod", "compound", "amod", "nmod", "det") {
				continue
			}
			if n := r.valueAt[k]; n > 0 {
				if r.lower(k) != "one" || a.name == graphPatient { // not of "one bank sold"
					r.addAmount(e, &r.Record.Values[n-1])
				}
			} else if n := r.timeAt[k]; n > 0 && r.Record.Times[n-1].Type == timeDuration {
				r.addTime(e, k)
			}
		}
	}
	for _, k := range r.Tree.Kids(r.clauseHead(e)) {
		n := r.valueAt[k]
		if r.becomes(r.clauseHead(e)) {
			n = r.amountOf(k)
		}
		if n > 0 && (r.Tree.Rel(k, "obl", "advmod", "nmod") || r.Tree.Rel(k, "obj") && r.amountMark(k) != "") &&
			!oneOf(r.amountMark(k), "in", "from", "against", "per", "versus", "than", "compared_to", "compared_with") {
			r.addAmount(e, &r.Record.Values[n-1])
		}
	}
}

// headcount takes the number of people behind the noun that groups them.
func (r *eventReader) headcount(e *happening, noun int) {
	if k := r.Know.NounKind(r.lemma(noun)); k == nil || !k.Headcount {
		return
	}
	for _, k := range r.Tree.Kids(noun) {
		num := r.Tree.Kid(k, "nummod")
		if k < noun || num < 0 || !r.Tree.Rel(k, "nmod") || r.caseMark(k) != "of" {
			continue
		}
		if n := r.valueAt[num]; n > 0 && r.Record.Values[n-1].Unit == "person" {
			r.addAmount(e, &r.Record.Values[n-1])
		}
	}
}

// harming are the types and verbs whose bare numbers count people.
var harming = wordSet("kill wound injure arrest detain hurt kidnap abduct execute massacre shoot behead",
	"evacuate displace")

func (r *eventReader) addAmount(e *happening, v *graph.Value) {
	unit := v.Unit
	if unit == "" && v.Type == valueQuantity && harming[e.lemma] {
		unit = "person"
	}
	r.addArg(e, graph.Arg{Role: graph.Quantity, Span: v.Span, Value: v.Value, Unit: unit})
}
