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
	if k := e.of(graph.Agent); k >= 0 && onlyActors[m.typ] && r.upos(k) == "NOUN" && !r.isActor(k) && !r.isDeed(k) && r.mentionType(k) == "" {
		return frameMatch{object: -1} // "the situation calls for care"
	}
	return m
}

// onlyActors are the types that take somebody who can speak or decide.
var onlyActors = map[string]bool{
	"AGREE": true, "CONSULT": true, "SUPPORT": true, "CONCEDE": true, "REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true,
}

func (r *eventReader) anyFrame(e *happening) frameMatch {
	if !e.noun {
		if !e.passive && e.of(graph.Patient) >= 0 && becoming[r.lemma(e.trig)] && r.Tree.Kid(e.trig, "obj") < 0 {
			return frameMatch{object: -1} // "the boat sank"
		}
		m, _ := r.verbFrame(e, e.trig, e.of(graph.Patient), false)
		return m
	}
	if e.light >= 0 && r.happensTo(e.light) != e.trig {
		if m, ok := r.verbFrame(e, e.light, e.trig, true); ok {
			return m
		}
	}
	compound := r.compoundLemma(e.trig)
	for _, lemma := range []string{compound, e.lemma} {
		for _, f := range r.nounFrames(lemma) {
			if f.Prep != "" && r.prepPhrase(e, f.Prep) < 0 {
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

// compoundLemma is the noun with the noun or adjective right before it: "arms embargo".
func (r *eventReader) compoundLemma(n int) string {
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
		if named && f.Objects == nil {
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
		if f.Prep != "" && r.prepPhrase(e, f.Prep) < 0 || !r.fills(f, at) {
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
	if !named && particle == "" && obj >= 0 && !manyUses[r.lemma(v)] {
		if f := onlyType(frames); f != nil && (r.isActor(obj) || r.reaches(e, f)) {
			return frameMatch{typ: f.Type, target: f.Target, object: obj}, true
		}
	}
	return frameMatch{object: -1}, false
}

// manyUses are verbs whose frames in the tables are but a few of their uses.
var manyUses = wordSet("use take give make get have put bring keep open raise lead push hold set run play carry turn drop move draw hit leave")

// reaches reports that somebody stands behind one of the prepositions of a frame's target.
func (r *eventReader) reaches(e *happening, f *seeds.EventFrame) bool {
	for prep := range strings.SplitSeq(f.Target, ";") {
		if prep == "" || prep == "object" || prep == "both" {
			continue
		}
		if k := r.prepPhrase(e, prep); k >= 0 && (r.isActor(k) || r.isPlace(k)) {
			return true
		}
	}
	return false
}

// onlyType is a frame of a verb all of whose frames without particle tell one type, else nil.
func onlyType(frames []*seeds.EventFrame) *seeds.EventFrame {
	var one *seeds.EventFrame
	for _, f := range frames {
		switch {
		case f.Particle != "" || !typedFrame(f):
		case one == nil:
			one = f
		case one.Type != f.Type:
			return nil
		}
	}
	return one
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
	if f.Has(r.lemma(k)) || r.xpos(k) == "NNS" && f.Has(strings.TrimSuffix(r.lemma(k), "s")) || f.Objects != nil && f.Has(r.compoundLemma(k)) {
		return true
	}
	if f.Objects == nil {
		return false
	}
	if c := r.core(k); c != k && f.Has(r.lemma(c)) {
		return true
	}
	person := r.mentionType(k) == graph.Person || r.mentionType(k) == graph.Norp || r.upos(k) == "PRON" && r.isActor(k) || r.upos(k) == "NOUN" && r.nominal(k, graph.Person)
	if !person {
		return false
	}
	return slices.ContainsFunc(personClasses, func(c string) bool { return strings.Contains(f.Object, c) })
}

var quantifiers = wordSet("number group series lot majority dozens hundreds thousands handful couple range wave round set pair kind sort",
	"type part rest most some state spate flurry string dozen hundred thousand score scores many several member members")

// prepPhrase is the phrase or clause with the preposition behind the verb, the noun or the object of the event, or -1.
func (r *eventReader) prepPhrase(e *happening, prep string) int {
	heads := [3]int{e.trig, e.light, e.of(graphPatient)}
	for _, h := range heads {
		if h < 0 {
			continue
		}
		for _, k := range r.Tree.Kids(h) {
			switch {
			case r.Tree.Rel(k, "obl", "nmod") && r.caseMark(k) == prep && r.timeAt[k] == 0:
				return k
			case r.Tree.Rel(k, "advcl", "acl", "xcomp", "ccomp") && r.marked(k, prep):
				return k
			}
		}
	}
	return -1
}

// target gives the other side of a typed event its role: the phrase behind the frame's preposition, and for words and
// decisions that are backed, condemned or turned down the one whose they are ("rejected Iran's offer").
func (r *eventReader) target(e *happening) {
	if e.frame.typ == "" {
		return
	}
	for prep := range strings.SplitSeq(e.frame.target, ";") {
		if prep == "" || prep == "object" || prep == "both" {
			continue
		}
		k := r.prepPhrase(e, prep)
		if k < 0 || !r.Tree.Rel(k, "obl", "nmod") {
			continue
		}
		switch {
		case !e.has(graphPatient) && prep != "with":
			r.setRole(e, graphPatient, found{k, viaPrep})
		case prep != "of" || !r.isActor(e.of(graphPatient)):
			r.setRole(e, graphRecipient, found{k, viaPrep})
		default:
			continue
		}
		break
	}
	if !e.has(graphPatient) && !e.has(graphRecipient) {
		r.distantTarget(e)
	}
	p := e.of(graphPatient)
	if p < 0 || e.noun || !meantFor[e.frame.typ] || e.has(graphRecipient) || r.upos(p) != "NOUN" || !r.isDeed(p) {
		return
	}
	if f := r.nounAgent(p); f.tok >= 0 && f.tok != e.of(graphAgent) && r.isActor(f.tok) && r.xpos(f.tok) != "PRP$" {
		if id := r.ActorOf(f.tok); id == "" || id != r.agentActor(e) {
			r.addRole(e, graphRecipient, f)
			return
		}
	}
	if k := r.behindDeed(p); k >= 0 && k != e.of(graphAgent) {
		r.addRole(e, graphRecipient, found{k, viaPrep})
	}
}

// distantTarget looks for the phrase behind the frame's preposition where a parser may have hung it: on a phrase before it
// ("filed a lawsuit in a Paris court against the prince").
func (r *eventReader) distantTarget(e *happening) {
	for prep := range strings.SplitSeq(e.frame.target, ";") {
		if prep == "" || prep == "object" || prep == "both" || prep == "of" || prep == "in" {
			continue
		}
		for _, o := range r.Tree.Kids(r.clauseHead(e)) {
			if !r.Tree.Rel(o, "obl", "obj") {
				continue
			}
			if k := r.nestedPrep(o, prep, 0); k >= 0 {
				r.addRole(e, graphRecipient, found{k, viaPrep})
				return
			}
		}
	}
}

// nestedPrep is the phrase for an actor with the preposition below noun o: "$2 million in assistance to Fiji", or -1.
func (r *eventReader) nestedPrep(o int, prep string, depth int) int {
	for _, k := range r.Tree.Kids(o) {
		if !r.Tree.Rel(k, "nmod") {
			continue
		}
		if r.caseMark(k) == prep && r.isActor(k) {
			return k
		}
		if depth < 2 {
			if found := r.nestedPrep(k, prep, depth+1); found >= 0 {
				return found
			}
		}
	}
	return -1
}

// meantFor are the types that reach the one whose deed they praise, condemn, refuse or undo.
var meantFor = map[string]bool{
	"ACCUSE": true, "SUPPORT": true, "REJECT": true, "THREATEN": true, "CONCEDE": true, "RETREAT": true, "SANCTION": true, "PROTEST": true, "COERCE": true,
}

// isDeed reports a noun for what somebody says, does, decides or imposes.
func (r *eventReader) isDeed(p int) bool {
	lemma := r.lemma(p)
	return r.isEventNoun(p) || contentNouns[lemma] || len(r.Know.SpeechNoun(lemma)) > 0 || r.Know.InClass("sanction", lemma)
}

// behindDeed is whom a deed concerns: the restrictions on X, the charges against X, the curbs imposed on X; -1 for nobody.
func (r *eventReader) behindDeed(p int) int {
	for _, k := range r.Tree.Kids(p) {
		switch {
		case r.Tree.Rel(k, "nmod"):
			switch r.caseMark(k) {
			case "on", "against", "with", "to", "into", "for", "from":
				if r.isActor(k) {
					return k
				}
			case "of":
				if r.isActor(k) && (contentNouns[r.lemma(p)] || ofDoer[r.lemma(p)]) {
					return k
				}
			}
		case r.Tree.Rel(k, "acl") && r.xpos(k) == "VBN":
			for _, o := range r.Tree.Kids(k) {
				if r.Tree.Rel(o, "obl") && r.isActor(o) && (r.caseMark(o) == "on" || r.caseMark(o) == "against") {
					return o
				}
			}
		}
	}
	return -1
}

// setRole adds a role, or renames the one that the token has unless it is the agent's.
func (r *eventReader) setRole(e *happening, name string, f found) {
	for i := range e.roles {
		if e.roles[i].tok == f.tok {
			if e.roles[i].name != graphAgent && e.roles[i].name != graphPatient {
				e.roles[i].name = name
			}
			return
		}
	}
	r.addRole(e, name, f)
}

func (r *eventReader) agentActor(e *happening) string {
	if k := e.of(graph.Agent); k >= 0 {
		return r.ActorOf(k)
	}
	return ""
}
