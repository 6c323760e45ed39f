package extract

import (
	"strings"

	"dictum/graph"
)

// prepPhrase is the phrase or clause with the preposition behind the verb, the noun or the object of the event, or -1.
func (r *eventReader) prepPhrase(e *happening, prep string) int {
	heads := [3]int{e.trig, e.light, e.of(graphPatient)}
	for _, h := range heads {
		if h < 0 {
			continue
		}
		for _, k := range r.Tree.Kids(h) {
			switch {
			case k == e.trig:
			case r.Tree.Rel(k, "obl", "nmod") && r.caseMark(k) == prep && r.timeAt[k] == 0:
				return k
			case r.Tree.Rel(k, "advcl", "acl", "xcomp", "ccomp") && r.marked(k, prep) && (h == e.trig || h == e.light):
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
		case r.upos(k) == "NOUN" && placeNouns[r.lemma(k)] && (r.ActorOf(k) == "" || strings.HasPrefix(r.ActorOf(k), "place:")):
			r.setRole(e, graph.AtLocation, found{k, viaPrep})
		case !e.has(graphPatient) && prep != "with" && !(e.passive && prep == "to"):
			r.setRole(e, graphPatient, found{k, viaPrep})
		case e.noun && prep == "for" && !r.isActor(k) && !r.isPlace(k):
			continue // an application for asylum
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
	if f := r.nounAgent(p); f.tok >= 0 && f.tok != e.of(graphAgent) && r.isActor(f.tok) && r.xpos(f.tok) != "PRP$" &&
		!(f.via == viaMod && r.mentionType(f.tok) == graph.Location) {
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
// ("brought a case before a Rome court against the bank").
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
	"ACCUSE": true, "SUPPORT": true, "REJECT": true, "THREATEN": true, "CONCEDE": true, "RETREAT": true,
	"SANCTION": true, "PROTEST": true, "COERCE": true,
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
