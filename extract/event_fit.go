package extract

import (
	"strings"

	"dictum/graph"
)

// fitsAgent reports whether the one who acts can do what the type says: a situation calls for nothing, storms attack nobody,
// and only those who visit for somebody arrive on a visit.
func (r *eventReader) fitsAgent(e *happening, m *frameMatch, k int) bool {
	switch {
	case m.typ == "":
	case r.otherSense(e, m):
		return false
	case m.typ == "CONSULT" && e.passive && k < 0 && !r.isActor(e.of(graph.Patient)):
		return false // met with approval
	case e.noun && e.lemma == "demand" && r.economic(e):
		return false
	case m.typ == "CONCEDE" && m.object >= 0 && r.lemma(m.object) == "demand" && r.xpos(m.object) == "NN":
		return false // met demand for tickets
	case m.mode == "demo" && !e.noun && r.Tree.Kid(e.trig, "ccomp") >= 0:
		return false // demonstrated that
	case m.typ == "AID" && !m.named && m.target == "object" && m.object >= 0 && r.upos(m.object) == "NOUN" && !r.canAct(m.object):
		return false // bankrolled the campaign
	case m.typ == "ASSAULT" && m.object >= 0 && r.lemma(m.object) == "operation" && !r.armed(m.object, k):
		return false // started operations at the airport
	case e.lemma == "look" && m.typ == "ACCUSE" && vistas[r.lemma(max(e.of(graph.Patient), 0))]:
		return false // looked into the past
	case m.typ == "COOPERATE" && e.lemma == "work" && !e.has(graph.Recipient) && !r.isActor(e.of(graph.Patient)):
		return false // worked with a new technology
	case m.typ == "COOPERATE" && (e.lemma == "provide" || e.lemma == "ship") && !e.has(graph.Recipient):
		return false // the case provides evidence
	case m.typ == "ASSAULT" && struggles[e.lemma] && !r.foe(e):
		return false // fought alcoholism
	case k < 0:
	case m.mode == "arrest" && e.lemma == "capture":
		if r.upos(k) == "NOUN" && r.Know.InClass("outlaw", r.lemma(k)) {
			m.typ, m.mode = "ASSAULT", "abduct"
		}
	case m.mode == "visit" && motion[r.lemma(r.clauseHead(e))]:
		return r.arrival(m, k)
	case onlyActors[m.typ] && r.upos(k) == "NOUN" && !r.canAct(k):
		return false
	case m.typ == "ASSAULT" && harms[e.lemma] && r.upos(k) == "NOUN" && !r.isActor(k) && !r.violent(k):
		return false // imports hurt the makers
	case m.typ == "ASSAULT" || m.typ == "COERCE" || m.typ == "THREATEN":
		return r.upos(k) != "NOUN" || !r.Know.InClass("calamity", r.lemma(k))
	}
	return true
}

// canAct reports a noun for somebody, for many of them ("tens of thousands of people"), for a place that stands for those who run it,
// or for a deed.
func (r *eventReader) canAct(k int) bool {
	return r.isActor(k) || r.isActor(r.core(k)) || institutions[r.lemma(k)] || r.isDeed(k) || r.mentionType(k) != ""
}

// institutions are nouns of places that stand for those who run them.
var institutions = wordSet("airport embassy consulate hospital school university court prison jail parliament palace port station church",
	"mosque temple museum monastery mission camp plant factory hotel bank headquarters county state province city",
	"town village district kingdom")

// harms are verbs of harm that are used of purses as much as of bodies.
var harms = wordSet("injure hurt harm damage hit")

// violent reports a noun for an attack or for what one is made with.
func (r *eventReader) violent(k int) bool {
	for _, class := range [...]string{"attack", "weapon", "projectile", "bomb", "arms"} {
		if r.Know.InClass(class, r.lemma(k)) {
			return true
		}
	}
	return false
}

// armed reports that an operation is one of forces, by its words or by agent k.
func (r *eventReader) armed(n, k int) bool {
	for _, c := range r.Tree.Kids(n) {
		if r.Tree.Rel(c, "compound", "amod") && oneOf(r.lower(c), "military", "ground", "combat", "special", "armed", "offensive", "guerrilla") {
			return true
		}
	}
	return k >= 0 && (r.Know.InClass("force", r.lemma(k)) || r.Know.InClass("outlaw", r.lemma(k)))
}

// struggles are verbs and nouns of fighting that are used of ills as much as of men.
var struggles = wordSet("fight battle combat struggle war fighting grapple tangle")

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

// vistas are what one looks into without asking questions.
var vistas = wordSet("past future eye mirror camera lens abyss distance sky face window")

// economic reports demand for goods, which nobody in particular makes: "supply and demand", "weak demand for steel".
func (r *eventReader) economic(e *happening) bool {
	n := e.trig
	if r.xpos(n) != "NN" {
		return false
	}
	if r.Tree.Kid(n, "det", "nmod:poss") < 0 && !r.holdsClause(n) {
		return true // U.S. demand, demand from China
	}
	if e.has(graph.Agent) && r.isActor(e.of(graph.Agent)) {
		return false
	}
	k := r.prepPhrase(e, "for")
	return k < 0 || !r.isEventNoun(k) && !r.isActor(k)
}

// arrival says what coming to a place is, by who comes: soldiers are moved there, relief workers help, envoys and named
// persons visit, others just travel.
func (r *eventReader) arrival(m *frameMatch, k int) bool {
	lemma := r.lemma(k)
	if r.xpos(k) == "NNS" {
		lemma = strings.TrimSuffix(lemma, "s") // troops
	}
	switch {
	case r.upos(k) == "NOUN" && (r.Know.InClass("force", lemma) || r.Know.InClass("weapon", lemma)):
		m.typ, m.mode = "MOBILIZE", "troops"
	case r.upos(k) == "NOUN" && r.Know.InClass("mission", lemma) && !oneOf(lemma, "team", "staff", "worker", "expert"):
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
	"PROTEST": true, "COOPERATE": true,
}
