package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// frameMatch is the PLOVER type of an event and where its other side stands.
type frameMatch struct {
	typ, mode, target string
	object            int // the noun that filled the frame's object, -1
}

// matchFrame finds the most specific frame of the knowledge tables whose particle, preposition and object the event has. An
// event noun with a light verb is first read as the object of the verb ("launched an attack"), then by itself.
func (r *eventReader) matchFrame(e *happening) frameMatch {
	m := r.anyFrame(e)
	if m.typ == "" && !e.noun {
		m = r.demand(e, m)
	}
	if !r.fitsAgent(e, &m, e.of(graph.Agent)) {
		return frameMatch{object: -1}
	}
	return m
}

// fitsAgent reports whether the one who acts can do what the type says: a situation calls for nothing, storms attack nobody,
// and only those who visit for somebody arrive on a visit.
func (r *eventReader) fitsAgent(e *happening, m *frameMatch, k int) bool {
	switch {
	case m.typ == "":
	case m.typ == "CONSULT" && e.passive && k < 0 && !r.isActor(e.of(graph.Patient)):
		return false // met with approval
	case m.typ == "ASSAULT" && struggles[e.lemma] && !r.foe(e):
		return false // fought alcoholism
	case k < 0:
	case onlyActors[m.typ] && r.upos(k) == "NOUN" && !r.isActor(k) && !r.isDeed(k) && r.mentionType(k) == "":
		return false
	case m.mode == "visit" && motion[r.lemma(r.clauseHead(e))]:
		return r.arrival(m, k)
	case m.typ == "ASSAULT" || m.typ == "COERCE" || m.typ == "THREATEN":
		return r.upos(k) != "NOUN" || !r.Know.InClass("calamity", r.lemma(k))
	}
	return true
}

// struggles are verbs and nouns of fighting that are used of ills as much as of men.
var struggles = wordSet("fight battle combat struggle war fighting")

// foe reports an event of fighting that names nobody on the other side, or somebody who fights.
func (r *eventReader) foe(e *happening) bool {
	for _, a := range e.roles {
		if a.arg != nil || a.name != graph.Patient && a.name != graph.Recipient {
			continue
		}
		if l := r.lemma(a.tok); !r.isActor(a.tok) && !r.isPlace(a.tok) && !r.Know.InClass("force", l) && !r.Know.InClass("victim", l) {
			return false
		}
	}
	return true
}

// arrival says what coming to a place is, by who comes: soldiers are moved there, relief workers help, envoys and named
// persons visit, others just travel.
func (r *eventReader) arrival(m *frameMatch, k int) bool {
	lemma := r.lemma(k)
	switch {
	case r.upos(k) == "NOUN" && (r.Know.InClass("force", lemma) || r.Know.InClass("weapon", lemma)):
		m.typ, m.mode = "MOBILIZE", "troops"
	case r.upos(k) == "NOUN" && r.Know.InClass("mission", lemma):
		m.typ, m.mode = "AID", ""
	default:
		return r.mentionType(k) == graph.Person || r.Know.InClass("visitor", lemma) || r.upos(k) == "PRON" && r.isActor(k)
	}
	return true
}

// demand reads what somebody says that another must do as a request: "the mayor says the state must pay". The other is its
// patient, as is the subject of what is demanded outright.
func (r *eventReader) demand(e *happening, m frameMatch) frameMatch {
	c := r.Tree.Kid(e.trig, "ccomp")
	if c < 0 || !e.has(graphAgent) || e.has(graphPatient) || e.passive || !r.speaks(e.trig) {
		return m
	}
	must := false
	for _, k := range r.Tree.Kids(c) {
		if r.Tree.Rel(k, "aux") && (r.lower(k) == "must" || r.lower(k) == "should") {
			must = true
		}
	}
	s := r.ownSubject(c)
	if !must || s < 0 || !r.isActor(s) || r.upos(s) == "PRON" {
		return m
	}
	if id := r.ActorOf(s); id != "" && id == r.agentActor(e) {
		return m
	}
	r.addRole(e, graphPatient, found{s, viaControl})
	return frameMatch{typ: "REQUEST", object: -1}
}

// onlyActors are the types that take somebody who can speak or decide.
var onlyActors = map[string]bool{
	"AGREE": true, "CONSULT": true, "SUPPORT": true, "CONCEDE": true, "REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true,
	"PROTEST": true,
}

func (r *eventReader) anyFrame(e *happening) frameMatch {
	if !e.noun {
		if !e.passive && e.of(graph.Patient) >= 0 && becoming[r.lemma(e.trig)] && r.Tree.Kid(e.trig, "obj") < 0 {
			return frameMatch{object: -1} // "the boat sank"
		}
		obj := e.of(graph.Patient)
		if obj >= 0 && !e.passive && r.Tree.Rel(obj, "obl") && r.caseMark(obj) != "" {
			obj = -1 // called on them is not called them
		}
		m, _ := r.verbFrame(e, e.trig, obj, false)
		return m
	}
	if e.light >= 0 && r.happensTo(e.light) != e.trig {
		if m, ok := r.verbFrame(e, e.light, e.trig, true); ok {
			return m
		}
	}
	for _, lemma := range append(r.nounNames(e.trig), e.lemma) {
		for _, f := range r.nounFrames(lemma) {
			if f.Prep != "" && r.prepPhrase(e, f.Prep) < 0 || f.Objects != nil && !r.fills(f, e.of(graph.Patient)) {
				continue
			}
			return matched(f, -1)
		}
	}
	return frameMatch{object: -1}
}

// nounFrames are the frames of a noun, with or without its hyphens.
func (r *eventReader) nounFrames(lemma string) []*seeds.EventFrame {
	if frames := r.Know.EventNoun(lemma); len(frames) > 0 || !strings.Contains(lemma, "-") {
		return frames
	}
	return r.Know.EventNoun(strings.ReplaceAll(lemma, "-", ""))
}

func matched(f *seeds.EventFrame, object int) frameMatch {
	if !typedFrame(f) {
		return frameMatch{object: -1}
	}
	return frameMatch{typ: f.Type, mode: f.Mode, target: f.Target, object: object}
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
	if n > 1 && r.Tree.Sent(n-2) == r.Tree.Sent(n) {
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

// objectNames are the noun with each of its modifiers: "humanitarian aid", "joint exercise"; those of the last noun are kept.
func (r *eventReader) objectNames(n int) []string {
	if r.namesOf == n && r.names != nil {
		return r.names
	}
	r.namesOf, r.names = n, append(r.names[:0], r.compoundLemma(n))
	for _, k := range r.Tree.Kids(n) {
		if k < n-1 && r.Tree.Rel(k, "amod", "compound") {
			r.names = append(r.names, r.lemma(k)+" "+r.lemma(n))
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

// verbFrame finds the frame of verb v with object obj (-1 for none). Only frames that name their object count when named.
func (r *eventReader) verbFrame(e *happening, v, obj int, named bool) (frameMatch, bool) {
	if r.labels(v) {
		return frameMatch{object: -1}, false
	}
	particle := ""
	if p := r.particle(v); p >= 0 {
		particle = r.lower(p)
	}
	excluded := false // a frame says that this use is of no type
	frames := r.Know.EventVerb(r.lemma(v))
	for _, f := range frames {
		if named && f.Objects == nil && !strings.HasSuffix(f.Particle, " "+e.lemma) {
			continue
		}
		at := obj
		if f.Particle != "" {
			k, ok := r.particleAt(v, f.Particle, particle)
			if !ok {
				continue
			}
			if k >= 0 {
				at = k
			}
		} else if particle != "" {
			continue
		}
		if f.Prep != "" && r.prepPhrase(e, f.Prep) < 0 || !r.fills(f, at) || f.Prep == "to" && f.Type == "REQUEST" && !r.toClause(v) {
			continue
		}
		if m := matched(f, at); m.typ != "" || named {
			return m, true
		}
		excluded = true
		break
	}
	if !named && obj >= 0 && curtails[r.lemma(v)] {
		for _, f := range r.nounFrames(r.lemma(r.core(obj))) {
			if f.Type == "AID" || f.Type == "COOPERATE" {
				return frameMatch{typ: "SANCTION", mode: "discontinue", target: f.Target, object: obj}, true
			}
		}
	}
	if excluded {
		return frameMatch{object: -1}, true
	}
	return frameMatch{object: -1}, false
}

// toClause reports an infinitive below verb v: told them to leave.
func (r *eventReader) toClause(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return r.Tree.Rel(k, "xcomp", "ccomp", "advcl") && r.marked(k, "to")
	})
}

// labels reports a verb that says what its object is: called him a liar, found her guilty of nothing.
func (r *eventReader) labels(v int) bool {
	switch r.lemma(v) {
	case "call", "name", "find", "make", "keep", "leave", "hold", "consider":
		x := r.Tree.Kid(v, "xcomp")
		return x >= 0 && r.upos(x) != "VERB" && r.Tree.Kid(v, "obj", "nsubj:pass") >= 0
	}
	return false
}

// particleAt reports whether verb v has the particle of a frame: its own particle, a preposition (then the noun behind it
// is the object that the frame asks for), or several words in a row.
func (r *eventReader) particleAt(v int, want, have string) (int, bool) {
	if want == have {
		return -1, true
	}
	if !strings.Contains(want, " ") {
		for _, k := range r.Tree.Kids(v) {
			switch {
			case r.Tree.Rel(k, "obl") && r.caseMark(k) == want:
				return k, true
			case r.Tree.Rel(k, "advmod", "obj") && r.lower(k) == want:
				return -1, true
			}
		}
		return -1, false
	}
	words := strings.Fields(want)
	for at := v + 1; at+len(words) <= len(r.NLP.Toks) && at < v+9 && r.Tree.Sent(at) == r.Tree.Sent(v); at++ {
		n := 0
		for n < len(words) && r.lower(at+n) == words[n] {
			n++
		}
		if n == len(words) && r.Tree.Under(at+n-1, v) {
			return -1, true
		}
	}
	return -1, false
}

// personClasses are the classes of nouns for people that the name of a person fills as well.
var personClasses = []string{"@visitor", "@captive", "@victim", "@suspect", "@party", "@hostage"}

// fills reports whether the phrase headed by k is the object a frame asks for. Of "hundreds of soldiers" the soldiers count.
func (r *eventReader) fills(f *seeds.EventFrame, k int) bool {
	if k < 0 {
		return f.Has("")
	}
	if n := r.valueAt[k]; n > 0 && f.Objects != nil && r.Record.Values[n-1].Type == valueMoney {
		return f.Has("money")
	}
	if f.Has(r.lemma(k)) || r.xpos(k) == "NNS" && f.Has(strings.TrimSuffix(r.lemma(k), "s")) ||
		f.Objects != nil && slices.ContainsFunc(r.objectNames(k), f.Has) {
		return true
	}
	if f.Objects == nil {
		return false
	}
	if c := r.core(k); c != k && f.Has(r.lemma(c)) {
		return true
	}
	typ := r.mentionType(k)
	if typ == graph.Location && strings.Contains(f.Object, "@territory") {
		return true
	}
	person := typ == graph.Person || typ == graph.Norp || r.upos(k) == "PRON" && r.isActor(k) ||
		r.upos(k) == "NOUN" && r.nominal(k, graph.Person)
	if !person {
		return false
	}
	return slices.ContainsFunc(personClasses, func(c string) bool { return strings.Contains(f.Object, c) })
}

var quantifiers = wordSet("number group series lot majority dozens hundreds thousands handful couple range wave",
	"round set pair kind sort type part rest most some state spate flurry string dozen hundred thousand score scores many",
	"several member members")
