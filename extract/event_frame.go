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
	object            int  // the noun that filled the frame's object, -1
	named             bool // the frame names its object or its particle
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

func (r *eventReader) anyFrame(e *happening) frameMatch {
	if !e.noun {
		if o, _ := r.objects(e.trig); o < 0 && !e.passive && e.of(graph.Agent) < 0 && e.of(graph.Patient) >= 0 && r.becomes(e.trig) {
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
			if f.Prep != "" && r.prepPhrase(e, f.Prep) < 0 || f.Objects != nil && !r.fills(f, r.undergoer(e)) {
				continue
			}
			m := matched(f, -1)
			m.named = lemma != e.lemma
			return m
		}
	}
	return frameMatch{object: -1}
}

// undergoer is what an event noun happens to, which may be its doer as well: the withdrawal of observers.
func (r *eventReader) undergoer(e *happening) int {
	if k := e.of(graph.Patient); k >= 0 {
		return k
	}
	return e.of(graph.Agent)
}

func matched(f *seeds.EventFrame, object int) frameMatch {
	if !typedFrame(f) {
		return frameMatch{object: -1}
	}
	return frameMatch{typ: f.Type, mode: f.Mode, target: f.Target, object: object, named: f.Objects != nil || f.Particle != ""}
}

// verbFrame finds the frame of verb v with object obj (-1 for none). Only frames that name their object count when named.
func (r *eventReader) verbFrame(e *happening, v, obj int, named bool) (frameMatch, bool) {
	if r.labels(v) {
		return frameMatch{object: -1}, false
	}
	particle := ""
	if p := r.particle(v); p >= 0 {
		particle = r.lower(p)
	} else if k := v + 1; k+1 < len(r.NLP.Toks) && adverbParticles[r.lower(k)] &&
		(r.head(k) == v && r.Tree.Rel(k, "advmod") || r.Tree.Rel(k, "case") && r.Tree.Rel(k+1, "case")) {
		particle = r.lower(k) // kicked out of the club
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

// adverbParticles are particles that a parser also takes for adverbs.
var adverbParticles = wordSet("out off up over away")

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
