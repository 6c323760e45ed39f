package extract

import (
	"slices"
	"strconv"

	"dictum/graph"
)

// The stage of events reads who did what to whom out of the dependency trees. For every sentence it finds the triggers
// (event_trigger.go), the arguments of each by syntax (event_verb.go, event_noun.go, event_subject.go) in trees whose impossible
// arcs are mended first (event_mend*.go), the type by the
// frames of the knowledge tables (event_frame.go), truth (event_truth.go), how central the event is (event_salience.go) and how sure its
// sides are (event_sure.go, event_score.go). Events that only a statement asserts point to it (event_report.go).
//
// What is not done: coreference of events, and arguments from other sentences.
func init() {
	register(Stage{
		Name: "events", Needs: []Layer{Analysis, Times, Values, Mentions, Actors, Statements}, Gives: []Layer{Events}, Run: readEvents,
	})
}

// eventReader reads the events of one document.
type eventReader struct {
	*State
	timeAt  []int32 // by token: index into Record.Times + 1
	valueAt []int32 // by token: index into Record.Values + 1
	cueOf   []int32 // by token: index into Record.Statements + 1, of the statement whose cue holds it
	taken   []bool  // by token: belongs to the trigger of an event
	buf     []int
	namesOf int // the noun whose names these are (objectNames)
	names   []string
	trig    int   // of the event whose arguments are being written
	others  []int // the heads of its places
	events  []*happening
	sportly int // 1 for an article about sport, -1 for another, 0 for not asked yet
}

// happening is an event on its way into the record.
type happening struct {
	trig    int   // the token whose arguments and type these are
	trigger []int // all words of the trigger, in text order
	light   int   // the light verb of an event noun, or -1
	lemma   string
	noun    bool
	passive bool
	roles   []role
	frame   frameMatch
	told    string // its type as if it had happened (promise)
	void    bool   // an event by its type only, which it has lost
	truth   truth
}

// role is an argument as tokens.
type role struct {
	name string
	tok  int
	via  string
	arg  *graph.Arg // set for what is no phrase: times, quantities
}

func readEvents(s *State) error {
	r := &eventReader{State: s}
	r.index()
	r.mend()
	for i := range s.NLP.Sents {
		sent := &s.NLP.Sents[i]
		from := len(r.events)
		r.verbEvents(sent.First, sent.Last)
		r.nounEvents(sent.First, sent.Last)
		for _, e := range r.events[from:] {
			r.complete(e)
		}
		r.inherit(r.events[from:])
		r.checkSides(r.events[from:])
		r.sameScene(r.events[from:])
	}
	for _, e := range r.events {
		if ev, ok := r.write(e); ok {
			ev.ID = eventID(e)
			s.Record.Events = append(s.Record.Events, ev)
		}
	}
	r.report()
	return nil
}

// eventID names an event until the record is finished.
func eventID(e *happening) string { return "event-" + strconv.Itoa(e.trig) }

// index lays times, values and cues out by token.
func (r *eventReader) index() {
	n := len(r.NLP.Toks)
	r.timeAt, r.valueAt, r.cueOf, r.taken = make([]int32, n), make([]int32, n), make([]int32, n), make([]bool, n)
	lay := func(to []int32, spans graph.Spans, id int) {
		for _, sp := range spans {
			for i := r.tokenFrom(sp[0]); i < n && r.NLP.Toks[i].Start < sp[1]; i++ {
				to[i] = int32(id + 1)
			}
		}
	}
	for i := range r.Record.Times {
		lay(r.timeAt, graph.Spans{r.Record.Times[i].Span}, i)
	}
	for i := range r.Record.Values {
		lay(r.valueAt, graph.Spans{r.Record.Values[i].Span}, i)
	}
	for i := range r.Record.Statements {
		lay(r.cueOf, r.Record.Statements[i].Cue, i)
	}
}

// tokenFrom is the first token that ends behind a code point.
func (r *eventReader) tokenFrom(at int) int {
	lo, hi := 0, len(r.NLP.Toks)
	for lo < hi {
		if mid := (lo + hi) / 2; r.NLP.Toks[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// timeOf is the time expression that token i is the head of, or nil.
func (r *eventReader) timeOf(i int) *graph.Time {
	n := r.timeAt[i]
	if n == 0 {
		return nil
	}
	if h := r.head(i); h >= 0 && r.timeAt[h] == n {
		return nil
	}
	return &r.Record.Times[n-1]
}

// complete gives an event its type, its further arguments and its truth.
func (r *eventReader) complete(e *happening) {
	if e.noun {
		e.frame = r.matchFrame(e)
	}
	r.target(e)
	r.providedWith(e)
	r.interviewed(e)
	r.circumstances(e)
	e.truth = r.truthOf(e)
	r.toCome(e)
	e.told = e.frame.typ
	r.dropGiver(e)
	r.promise(e)
}

// dropGiver leaves out from whom something comes where no type says that the deed is meant for him: gold acquired from a dealer.
func (r *eventReader) dropGiver(e *happening) {
	if e.told != "" {
		return
	}
	e.roles = slices.DeleteFunc(e.roles, func(a role) bool {
		return a.arg == nil && a.name == graph.Recipient && r.caseMark(a.tok) == "from"
	})
}

// promise makes what is still to come what it is when it is told. PLOVER codes "will meet" and "will withdraw" as AGREE, "will
// not lift" as REJECT, "will impose sanctions" as THREATEN.
func (r *eventReader) promise(e *happening) {
	if e.frame.typ == "AGREE" && e.truth.polarity == graph.Negated {
		e.frame.typ, e.frame.mode = "REJECT", "" // did not agree, failed to reach a deal
		return
	}
	if !e.truth.will || e.truth.modality == graph.Actual {
		return
	}
	affirmed := e.truth.polarity == graph.Affirmed
	switch e.frame.typ {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE":
		e.frame.typ, e.frame.mode = "AGREE", ""
		if !affirmed {
			e.frame.typ = "REJECT"
		}
	case "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "ASSAULT":
		if affirmed {
			e.frame.typ, e.frame.mode = "THREATEN", ""
		}
	}
}

// hostile are the types of conflict in deeds.
var hostile = map[string]bool{
	"COERCE": true, "SANCTION": true, "PROTEST": true, "MOBILIZE": true, "ASSAULT": true, "THREATEN": true,
}

// vowers promise what may be good or bad for the other.
var vowers = wordSet("vow pledge promise swear")

// inherit gives a typed verb without a second side those of the clause it governs: who agrees to lend to Indonesia agrees
// with Indonesia.
func (r *eventReader) inherit(events []*happening) {
	at := map[int]*happening{}
	for _, e := range events {
		at[r.clauseHead(e)] = e
	}
	for i := len(events) - 1; i >= 0; i-- {
		e := events[i]
		if e.frame.typ == "AGREE" && vowers[e.lemma] && e.truth.polarity == graph.Affirmed {
			if inner := r.governedEvent(e.trig, at); inner != nil && hostile[inner.frame.typ] && inner.truth.polarity == graph.Affirmed {
				e.frame.typ, e.frame.mode = "THREATEN", "" // vowed to retaliate
			}
		}
		if e.noun || e.frame.typ == "" || e.has(graphPatient) || e.has(graphRecipient) {
			continue
		}
		if c := r.Tree.Kid(e.trig, "ccomp"); c >= 0 && requesters[r.lemma(e.trig)] {
			if s := r.ownSubject(c); s >= 0 && r.isActor(s) && r.upos(s) != "PRON" {
				r.addRole(e, graphPatient, found{s, viaControl}) // demanded that the mayor resign
				continue
			}
		}
		if inner := r.governedEvent(e.trig, at); inner != nil {
			for _, a := range inner.roles {
				if a.arg == nil && (a.name == graphPatient || a.name == graphRecipient) && a.tok != e.of(graphAgent) {
					r.addRole(e, a.name, found{a.tok, viaControl})
				}
			}
		}
	}
}

// governedEvent is the event of the infinitive or gerund that verb v governs, through helping verbs, or nil.
func (r *eventReader) governedEvent(v int, at map[int]*happening) *happening {
	for steps := 0; steps < 4; steps++ {
		next := -1
		for _, k := range r.Tree.Kids(v) {
			bound := planners[r.lemma(v)] || requesters[r.lemma(v)] || negators[r.lemma(v)]
			if r.Tree.Rel(k, "xcomp") || bound && r.Tree.Rel(k, "advcl", "ccomp") && r.marked(k, "to", "for", "against", "on") && !r.finite(k) {
				next = k
				break
			}
		}
		if next < 0 {
			return nil
		}
		if e := at[next]; e != nil {
			return e
		}
		v = next
	}
	return nil
}

// write makes the event of the record. One that never had an actor or argument, and whose type nobody knows, is not written.
func (r *eventReader) write(e *happening) (graph.Event, bool) {
	ev := graph.Event{
		Trigger: r.Tree.Spans(e.trigger), Lemma: e.lemma, Type: e.frame.typ, Mode: e.frame.mode,
		Modality: e.truth.modality, Polarity: e.truth.polarity,
	}
	dropped := r.dropUnsure(e)
	r.trig, r.others = e.trig, r.others[:0]
	for _, a := range e.roles {
		if a.arg == nil && (a.name == graph.AtLocation || a.name == graph.Recipient && r.receives(e, a.tok)) {
			r.others = append(r.others, a.tok)
		}
	}
	for _, a := range e.roles {
		ev.Args = append(ev.Args, r.args(a)...)
	}
	ev.Args = tidyArgs(ev.Args)
	if e.void || !dropped && !r.worthy(e, &ev) {
		return ev, false
	}
	ev.Salience = r.salience(e, &ev)
	ev.Confidence = r.confidence(e)
	return ev, true
}
