package extract

import (
	"dictum/graph"
	"dictum/seeds"
)

// frameMatch is the PLOVER type of an event and where its other side stands.
type frameMatch struct {
	typ, mode, target string
	object            bool // the frame names its object
}

// matchFrame finds the most specific frame of the knowledge tables whose particle, preposition and object the event has.
func (r *eventReader) matchFrame(e *happening) frameMatch {
	frames, object := r.Know.EventVerb(r.lemma(e.trig)), r.objectLemma(e)
	if e.noun {
		frames = r.Know.EventNoun(e.lemma)
	}
	particle := ""
	if p := r.particle(e.trig); p >= 0 && !e.noun {
		particle = r.lower(p)
	}
	for _, f := range frames {
		if f.Particle != particle || f.Prep != "" && !r.hasPrep(e, f.Prep) || !r.fits(f, object) {
			continue
		}
		if !typedFrame(f) {
			return frameMatch{}
		}
		return frameMatch{typ: f.Type, mode: f.Mode, target: f.Target, object: f.Objects != nil}
	}
	return frameMatch{}
}

// fits reports whether the object fills the frame: by its noun, or by the class its name belongs to.
func (r *eventReader) fits(f *seeds.EventFrame, object string) bool { return f.Has(object) }

// objectLemma is the noun that is acted upon, in the singular; behind "hundreds of" the noun that is counted; "" for none.
func (r *eventReader) objectLemma(e *happening) string {
	k := e.of(graphPatient)
	if k < 0 {
		return ""
	}
	for _, c := range r.Tree.Kids(k) {
		if r.Tree.Rel(c, "nmod") && r.caseMark(c) == "of" && (r.valueAt[k] > 0 || quantifiers[r.lemma(k)]) {
			return r.lemma(c)
		}
	}
	return r.lemma(k)
}

var quantifiers = wordSet("number group series lot majority dozens hundreds thousands handful couple range wave round set pair kind sort type part rest most some")

// hasPrep reports whether the verb, or the object of the event, has a phrase or a clause with the preposition.
func (r *eventReader) hasPrep(e *happening, prep string) bool { return r.prepPhrase(e, prep) >= 0 }

func (r *eventReader) prepPhrase(e *happening, prep string) int {
	heads := []int{e.trig}
	if e.light >= 0 {
		heads = append(heads, e.light)
	}
	if k := e.of(graphPatient); k >= 0 {
		heads = append(heads, k)
	}
	for _, h := range heads {
		for _, k := range r.Tree.Kids(h) {
			switch {
			case r.Tree.Rel(k, "obl", "nmod") && r.caseMark(k) == prep:
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
	switch e.frame.target {
	case "", "object", "both":
	default:
		if k := r.prepPhrase(e, e.frame.target); k >= 0 && r.Tree.Rel(k, "obl", "nmod") {
			name := graphRecipient
			if !e.has(graphPatient) {
				name = graphPatient
			}
			r.addRole(e, name, found{k, viaPrep})
		}
	}
	p := e.of(graphPatient)
	if p < 0 || e.noun || e.has(graphRecipient) || r.isActor(p) || r.upos(p) != "NOUN" {
		return
	}
	if f := r.nounAgent(p); f.tok >= 0 && f.tok != e.of(graphAgent) && r.isActor(f.tok) {
		if id := r.ActorOf(f.tok); id == "" || id != r.agentActor(e) {
			r.addRole(e, graphRecipient, f)
		}
	}
}

func (r *eventReader) agentActor(e *happening) string {
	if k := e.of(graph.Agent); k >= 0 {
		return r.ActorOf(k)
	}
	return ""
}
