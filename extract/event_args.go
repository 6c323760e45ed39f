package extract

import (
	"cmp"
	"slices"

	"dictum/graph"
)

// args writes a role into the record: one argument for every member of a coordination, and the names in apposition for a
// plural noun ("the ministers, Mirzoyan and Lavrov").
func (r *eventReader) args(a role) []graph.Arg {
	if a.arg != nil {
		return []graph.Arg{*a.arg}
	}
	var out []graph.Arg
	for _, tok := range r.members(r.spelledOut(a)) {
		head := r.headWord(tok)
		span := r.withName(tok, r.phrase(tok))
		if a.name == graph.Purpose {
			span, head = r.clauseSpan(tok), r.Tree.Span(tok, tok+1)
		}
		arg := graph.Arg{Role: a.name, Span: span, Head: &head}
		if a.name != graph.Purpose && a.name != graph.Instrument {
			arg.Actor = r.actorFor(a.name, tok)
		}
		out = append(out, arg)
	}
	return out
}

// withName widens the span of a phrase to the whole name its head is part of.
func (r *eventReader) withName(tok int, span graph.Span) graph.Span {
	i, ok := r.MentionOf(tok)
	if !ok || r.Mentions[i].Kind != graph.KindName || r.Mentions[i].First > tok || r.Mentions[i].Last <= tok {
		return span
	}
	name := r.Tree.Span(r.Mentions[i].First, r.Mentions[i].Last)
	return graph.Span{min(span[0], name[0]), max(span[1], name[1])}
}

// spelledOut is the token of a role, or for an agent that is a pronoun the phrase it stands for when that is the subject of
// the verb that reports the clause: in "the ministry says it has freed them" the ministry freed them.
func (r *eventReader) spelledOut(a role) int {
	if a.name != graph.Agent || r.upos(a.tok) != "PRON" || a.via == viaPoss {
		return a.tok
	}
	id := r.ActorOf(a.tok)
	for v, steps := r.head(a.tok), 0; v >= 0 && steps < 6; v, steps = r.head(v), steps+1 {
		if !r.Tree.Rel(v, "ccomp") || r.head(v) < 0 {
			continue
		}
		if s := r.ownSubject(r.head(v)); s >= 0 && s < a.tok && r.upos(s) != "PRON" {
			if other := r.ActorOf(s); id != "" && other == id || id == "" && r.agrees(a.tok, s) {
				return s
			}
		}
	}
	return a.tok
}

// agrees reports that a pronoun nobody resolved can stand for the subject s: they for many, it for a body, he and she for one.
func (r *eventReader) agrees(pron, s int) bool {
	many := r.xpos(s) == "NNS" || r.xpos(s) == "NNPS" || r.Tree.Kid(s, "conj") >= 0
	person := r.mentionType(s) == graph.Person || r.upos(s) == "NOUN" && r.nominal(s, graph.Person)
	switch r.lower(pron) {
	case "they":
		return many || !person && r.isActor(s)
	case "it":
		return !many && !person && r.isActor(s)
	case "he", "she":
		return !many && person
	}
	return false
}

// actorFor resolves the head of an argument; a place is also found behind "of" ("the town of Vardenis").
func (r *eventReader) actorFor(name string, tok int) string {
	if id := r.ActorOf(tok); id != "" {
		return id
	}
	if name == graph.AtLocation {
		for _, k := range r.Tree.Kids(tok) {
			if r.Tree.Rel(k, "nmod", "appos", "compound") && (r.caseMark(k) == "of" || r.caseMark(k) == "") && r.mentionType(k) == graph.Location {
				if id := r.ActorOf(k); id != "" {
					return id
				}
			}
		}
	}
	return ""
}

// members are the heads of the coordinated phrases of tok, or the names in apposition to a plural.
func (r *eventReader) members(tok int) []int {
	heads := []int{tok}
	if r.xpos(tok) == "NNS" || r.Tree.Kid(tok, "appos") >= 0 && r.ActorOf(tok) == "" {
		for _, k := range r.Tree.Kids(tok) {
			if r.Tree.Rel(k, "appos") && r.upos(k) == "PROPN" && k > tok {
				if r.xpos(tok) == "NNS" && r.Tree.Kid(k, "conj") >= 0 && r.Tree.Kid(tok, "conj") < 0 {
					heads = []int{k}
				}
			}
		}
	}
	for _, k := range r.Tree.Kids(heads[0]) {
		if !r.Tree.Rel(k, "conj") {
			continue
		}
		switch r.upos(k) {
		case "NOUN", "PROPN", "PRON", "NUM", "X", "SYM":
			if r.lower(r.ccOf(k)) != "not" {
				heads = append(heads, k)
			}
		}
	}
	return heads
}

// ccOf is the conjunction of a coordinated phrase, or the phrase itself.
func (r *eventReader) ccOf(k int) int {
	if c := r.Tree.Kid(k, "cc"); c >= 0 {
		return c
	}
	return k
}

// clauseSpan covers a whole clause.
func (r *eventReader) clauseSpan(v int) graph.Span {
	toks := r.Tree.Yield(r.buf[:0], v, func(k int) bool { return r.head(k) == v && r.Tree.Rel(k, "punct", "conj", "cc", "parataxis") })
	r.buf = toks
	at := slices.Index(toks, v)
	first, last := at, at
	for first > 0 && r.adjoin(toks[first-1], toks[first]) {
		first--
	}
	for last+1 < len(toks) && r.adjoin(toks[last], toks[last+1]) {
		last++
	}
	return r.Tree.Span(toks[first], toks[last]+1)
}

// tidyArgs sorts the arguments by role and place and drops what is there twice, or is agent and patient at once.
func tidyArgs(args []graph.Arg) []graph.Arg {
	rank := map[string]int{
		graph.Agent: 0, graph.Patient: 1, graph.Recipient: 2, graph.AtLocation: 3, graph.AtTime: 4, graph.Quantity: 5, graph.Duration: 6,
		graph.Purpose: 7, graph.Instrument: 8,
	}
	slices.SortStableFunc(args, func(a, b graph.Arg) int {
		return cmp.Or(cmp.Compare(rank[a.Role], rank[b.Role]), cmp.Compare(a.Span[0], b.Span[0]))
	})
	out := args[:0]
	for _, a := range args {
		if !slices.ContainsFunc(out, func(b graph.Arg) bool {
			return b.Span == a.Span && (b.Role == a.Role || rank[a.Role] <= 3)
		}) {
			out = append(out, a)
		}
	}
	return out
}

// circumstances finds when, how long, how many, and what for.
func (r *eventReader) circumstances(e *happening) {
	for _, base := range r.bases(e) {
		for _, k := range r.Tree.Kids(base) {
			switch {
			case r.timeAt[k] > 0 && !r.Tree.Rel(k, "punct", "case", "nsubj", "conj"):
				r.addTime(e, k)
			case r.Tree.Rel(k, "advcl") && base == r.clauseHead(e) && r.isPurpose(k):
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
			for _, k := range r.Tree.Kids(a.tok) {
				if k > a.tok && r.Tree.Rel(k, "nmod", "obl") && r.timeAt[k] > 0 && r.timeAt[a.tok] == 0 && r.caseMark(k) != "of" {
					r.addTime(e, k)
				}
			}
		}
	}
	r.amounts(e)
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
			if !r.Tree.Rel(k, "obl") || r.caseMark(k) != "during" && r.caseMark(k) != "at" || !r.isEventNoun(k) || e.has(graph.AtLocation) {
				continue
			}
			for _, p := range r.Tree.Kids(k) {
				if r.Tree.Rel(p, "nmod") && r.caseMark(p) == "in" && r.isPlace(p) {
					r.addRole(e, graph.AtLocation, found{p, viaPrep})
				}
			}
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
func (r *eventReader) isPurpose(k int) bool { return r.marked(k, "to") && r.xpos(k) == "VB" }

// addTime adds the time expression that token k belongs to, once.
func (r *eventReader) addTime(e *happening, k int) {
	if r.inDateline(k, e.trig) {
		return
	}
	t := &r.Record.Times[r.timeAt[k]-1]
	arg := graph.Arg{Role: graph.AtTime, Span: t.Span}
	if t.Type == timeDuration {
		arg.Role = graph.Duration
	}
	if resolvedTime(t.Value) {
		arg.Value = t.Value
		if arg.Role == graph.AtTime {
			arg.Precision = timePrecision(t.Value)
		}
	}
	r.addArg(e, arg)
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
		for _, k := range r.Tree.Kids(a.tok) {
			if k > a.tok || !r.Tree.Rel(k, "nummod", "compound", "amod", "nmod", "det") {
				continue
			}
			if n := r.valueAt[k]; n > 0 {
				r.addAmount(e, &r.Record.Values[n-1])
			} else if n := r.timeAt[k]; n > 0 && r.Record.Times[n-1].Type == timeDuration {
				r.addTime(e, k)
			}
		}
	}
	for _, k := range r.Tree.Kids(r.clauseHead(e)) {
		if n := r.valueAt[k]; n > 0 && r.Tree.Rel(k, "obl", "advmod", "nmod") && r.caseMark(k) != "in" {
			r.addAmount(e, &r.Record.Values[n-1])
		}
	}
}

// harming are the types and verbs whose bare numbers count people.
var harming = wordSet("kill wound injure arrest detain hurt kidnap abduct execute massacre shoot behead evacuate displace")

func (r *eventReader) addAmount(e *happening, v *graph.Value) {
	unit := v.Unit
	if unit == "" && v.Type == valueQuantity && harming[e.lemma] {
		unit = "person"
	}
	r.addArg(e, graph.Arg{Role: graph.Quantity, Span: v.Span, Value: v.Value, Unit: unit})
}
