package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// verbObliques gives roles to the prepositional phrases of verb v.
func (r *eventReader) verbObliques(e *happening, v int) {
	for _, k := range r.Tree.Kids(v) {
		if !r.Tree.Rel(k, "obl") || r.isTimePhrase(k) || k == e.trig {
			continue
		}
		tok := k
		if relativePronoun(r.lower(k)) {
			if tok = r.antecedent(v); tok < 0 {
				continue
			}
		}
		if name := r.obliqueRole(e, v, tok, r.caseMark(k)); name != "" {
			via := viaDirect
			if e.noun {
				via = viaLight
			}
			if name == graphAgent && e.passive {
				r.addRole(e, name, found{tok, viaPrep})
				continue
			}
			r.addRole(e, name, found{tok, via})
		}
	}
}

// mutualObject reports a verb whose object is "each other" or "itself", so that no other phrase is its patient.
func (r *eventReader) mutualObject(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool { return r.Tree.Rel(k, "obj") && r.mutual(k) })
}

// aimedOn reports a verb with a use that reaches the other by "on": imposed a fine on the bank.
func (r *eventReader) aimedOn(v int) bool {
	return slices.ContainsFunc(r.Know.EventVerb(r.lemma(v)), func(f *seeds.EventFrame) bool {
		for p := range strings.SplitSeq(f.Target, ";") {
			if p == "on" {
				return true
			}
		}
		return false
	})
}

// payers have behind "for" what they get.
var payers = wordSet("pay bid spend exchange swap trade buy sell fetch cost")

// aimers reach their target by "at".
var aimers = wordSet("look aim laugh stare shout yell scream fire shoot throw strike hint balk baulk bristle scoff sneer",
	"glance peer gaze wonder",
	"marvel rage lash swipe point target direct wave smile jeer snap hit hurl lob toss grab tug chip hack swing excel try hand")

// restful are verbs of being or moving somewhere in some way.
var restful = wordSet("sit stand lie lean kneel sleep hang rest perch crouch stay live dwell camp float walk sail drift swim lounge")

// fronted reports a phrase in front of the subject of v, which sets the scene: "For most families, it adds up".
func (r *eventReader) fronted(v, k int) bool {
	if k > v || r.head(k) != v || r.xpos(k) != "" && r.xpos(k)[0] == 'W' {
		return false
	}
	s := r.ownSubject(v)
	return s > k
}

// together reports a phrase whose "with" stands behind along or together.
func (r *eventReader) together(k int) bool {
	c := r.Tree.Kid(k, "case")
	return c > 0 && (oneOf(r.lower(c), "along", "together") || oneOf(r.lower(c-1), "along", "together"))
}

// idle are the objects of giving that with "to" tell no gift: give rise to, pay attention to.
var idle = wordSet("rise way attention heed tribute visit thought birth priority credence effect weight vent voice consideration")

// obliqueRole is the role of a phrase with a preposition behind verb v, "" for none.
func (r *eventReader) obliqueRole(e *happening, v, k int, prep string) string {
	lemma, actor, place := r.lemma(v), r.isActor(k), r.isPlace(k)
	object := e.has(graphPatient) || r.paidAbout(v) || !e.noun && r.mutualObject(v)
	switch {
	case prep == "by":
		if (r.passive(v) || e.light == v && lightPassive[lemma]) && !r.isSum(k) && r.xpos(k) != "VBG" {
			return graphAgent
		}
		return ""
	case prep == "from" && actor && !place && e.light == v && lightPassive[lemma]:
		return graphAgent // won praise from
	case prep == "", mannerNouns[r.lemma(k)] && r.upos(k) == "NOUN" && r.ActorOf(k) == "":
		return ""
	case (prep == "between" || prep == "among") && e.noun && (actor || place):
		return graphAgent
	case prep == "to" && object && r.mentionType(k) == graph.Location && r.isCountry(k):
		return graphRecipient
	case prep == "to" && !object && !e.noun && motion[lemma] && r.mentionType(k) == graph.Location:
		return graph.AtLocation // returned to Moscow
	case prep == "for" && lemma == "head", prep == "to" && place && !givers[lemma], prep == "into" && place, prep == "from" &&
		place && !takers[lemma]:
		return graph.AtLocation
	case prep == "to" && object && !place && givers[lemma] && r.Know.VerbInClass("dative", lemma) && r.upos(k) == "NOUN" &&
		r.valueAt[k] == 0 && !r.isDeed(k) && (!e.has(graphPatient) || !idle[r.lemma(e.of(graphPatient))]):
		return graphRecipient // to preferred holders
	case prep == "to" && r.amountOf(k) > 0 && r.becomes(v):
		return ""
	case prep == "to" && r.lemma(k) == "power" && motion[lemma]:
		return "" // came to power
	case prep == "to" && actor, prep == "from" && takers[lemma] && actor:
		return graphRecipient
	case prep == "against" && (object || e.noun) && r.valueAt[k] == 0 && r.upos(k) != "NUM":
		return graphRecipient
	case prep == "with" && r.together(k):
		return "" // along with, together with
	case prep == "with" && (actor || place):
		return graphRecipient
	case stayPreps[prep] && (place || prep != "on" && prep != "behind" && r.namesBuilding(k)):
		return graph.AtLocation
	case prep == "on" && (actor || place) && (object && r.aimedOn(v) || e.noun):
		return graphRecipient
	case prep == "for" && actor && object && !payers[lemma] && !e.has(graphRecipient):
		return graphRecipient
	case prep == "with" && (object || r.passive(v)) && r.isTool(k):
		return graph.Instrument
	case boundFor[prep] && motion[lemma] && r.mentionType(k) != graph.Person && (r.isPlace(k) || r.upos(k) != "NOUN" ||
		r.Tree.Kid(k, "det", "nmod:poss", "nummod", "amod", "compound") >= 0) && !(object && lemma == "head") && r.amountOf(k) == 0 &&
		r.upos(k) != "VERB" && (!figurative[lemma] ||
		r.mentionType(k) == graph.Location) &&
		!r.isDeed(k):
		return graph.AtLocation
	case prep == "with" && !withVerbs[lemma], prep == "at" && r.isEventNoun(k):
		return "" // played with confidence, pressed at the summit
	case prep == "at" && !aimers[lemma], r.fronted(v, k), r.amountOf(k) > 0 && (motion[lemma] || r.becomes(v)):
		return ""
	case restful[lemma] && oneOf(prep, "on", "in", "at"), r.Know.VerbInClass("unaccusative", lemma) && prep == "for":
		return ""
	case !object && !e.noun && !r.passive(v) && thingPreps[prep] && r.upos(k) != "VERB" && !mannerNouns[r.lemma(k)]:
		return graphPatient
	}
	return ""
}

// paidAbout reports a verb with an amount of money for an object that its preposition makes look like none: "bought between five and 15
// mln dlrs", "spent around 3 billion".
func (r *eventReader) paidAbout(v int) bool {
	for _, k := range r.Tree.Kids(v) {
		if n := r.valueAt[k]; k > v && n > 0 && r.Record.Values[n-1].Type == valueMoney && r.Tree.Rel(k, "obl", "obj") &&
			oneOf(r.amountMark(k), "between", "about", "around", "over", "under") && !r.becomes(v) {
			return true
		}
	}
	return false
}

// providedWith puts the sides of "provide X with Y" where those of "provide Y to X" stand.
func (r *eventReader) providedWith(e *happening) {
	p := e.of(graphPatient)
	if e.noun || !endowers[e.lemma] || p < 0 || !r.Tree.Rel(p, "obj", "nsubj:pass") || !r.isParty(p) {
		return
	}
	k := r.prepPhrase(e, "with")
	if k < 0 || r.upos(k) != "NOUN" || r.head(k) != e.trig || r.nominal(k, graph.Person) {
		return
	}
	for i := range e.roles {
		if e.roles[i].tok == p {
			e.roles[i].name = graphRecipient
		}
	}
	e.roles = slices.DeleteFunc(e.roles, func(a role) bool { return a.tok == k })
	r.addRole(e, graphPatient, found{k, viaPrep})
	r.sortRoles(e)
}

// endowers give what stands behind "with".
var endowers = wordSet("arm credit endow entrust equip furnish present provide reward supply")
