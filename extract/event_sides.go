package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// The types of PLOVER are deeds between sides. An event whose arguments cannot be the sides of its type keeps its lemma alone.

// checkSides takes the type from the events whose sides do not fit it. Those that are events by their type only go.
func (r *eventReader) checkSides(events []*happening) {
	for _, e := range events {
		if e.frame.typ == "" || !r.misfit(e) {
			continue
		}
		e.frame = frameMatch{object: -1}
		e.void = !e.noun && r.needsType(e.trig)
	}
}

// misfit reports an event whose sides its type does not take.
func (r *eventReader) misfit(e *happening) bool {
	patient := e.of(graph.Patient)
	switch {
	case r.sport() && !bodily[e.lemma] && playful[e.told]:
		return true
	case patient >= 0 && r.upos(patient) == "NUM" && r.core(patient) == patient && onlyActors[e.told]:
		return true // declined 3 to 28
	case e.noun && e.light >= 0 && e.lemma == "return" && e.told == "RETREAT":
		return !r.freed(patient) // filed tax returns
	case e.noun:
		return e.light < 0 && !e.frame.named && r.vague(e)
	case r.misfitsAgent(e, e.of(graph.Agent)):
		return true
	case onlyActors[e.told] && e.passive && !e.has(graph.Agent) && r.Tree.Rel(e.trig, "acl", "amod") && !r.isParty(patient):
		return true // the documents required
	case e.frame.target == "object" && !e.frame.named && !e.passive && patient < 0:
		return !r.hasRecipient(e) && r.Tree.Kid(e.trig, "obj", "xcomp", "ccomp") < 0 // the group has declined
	}
	return r.misfitsPatient(e, patient)
}

// vague reports a noun that tells a deed of its type only when it says who takes part.
func (r *eventReader) vague(e *happening) bool {
	if e.lemma == "campaign" && e.told == "ASSAULT" {
		return !r.isParty(e.of(graph.Patient))
	}
	if e.told == "RETREAT" && e.frame.mode == "release" {
		return !r.freed(e.of(graph.Patient))
	}
	if p := e.of(graph.Patient); oneOf(e.lemma, "takeover", "seizure") && p >= 0 && r.mentionType(p) == graph.Organization {
		return true // the takeover of a firm
	}
	if n := e.trig; e.lemma == "demand" && n > 0 && r.head(n-1) == n && r.upos(n-1) == "NOUN" && !r.groupNoun(n-1) {
		return true // oil demand
	}
	return vagueNouns[e.lemma] && !r.anyParty(e)
}

// misfitsAgent reports one who acts but cannot do what the type says.
func (r *eventReader) misfitsAgent(e *happening, agent int) bool {
	switch {
	case agent < 0:
		return false
	case r.upos(agent) == "NOUN" && !r.isParty(agent):
		return needsDoer[e.told] || e.told == "ASSAULT" && !r.violent(agent) && !r.strikes(agent) // the tax crippled the firm
	}
	return onlyActors[e.told] && r.ActorOf(agent) == "" && oneOf(r.lower(agent), "it", "this", "that")
}

// misfitsPatient checks the other side by type and mode.
func (r *eventReader) misfitsPatient(e *happening, patient int) bool {
	thing := patient >= 0 && !r.isParty(patient)
	switch e.told {
	case "AID":
		return !r.anyParty(e)
	case "SANCTION":
		return e.frame.mode == "" && !r.otherParty(e)
	case "COOPERATE":
		return !sharers[e.lemma] && !r.otherParty(e)
	case "CONSULT":
		if e.frame.mode == "visit" && thing && !r.isDeed(patient) {
			return true // the drugs arrived in Peru
		}
		return thing && e.lemma != "host" && !r.isDeed(patient) && !r.hasRecipient(e) && !r.several(e)
	case "ASSAULT":
		return thing && !e.frame.named && e.frame.mode != "destroy" && r.upos(patient) == "NOUN" && !r.harmed(patient)
	case "RETREAT":
		return e.frame.mode == "release" && patient >= 0 && !r.freed(patient)
	case "COERCE":
		return r.misfitsCoercion(e, patient)
	case "REJECT":
		return thing && !e.frame.named && r.upos(patient) == "NOUN" && !r.isDeed(patient) && len(r.Know.SpeechVerb(e.lemma)) == 0
	}
	return false
}

// misfitsCoercion checks who is arrested, deported or held back, and what is seized.
func (r *eventReader) misfitsCoercion(e *happening, patient int) bool {
	switch e.frame.mode {
	case "arrest", "deport":
		return patient >= 0 && !r.isParty(patient) && r.upos(patient) == "NOUN" && !r.isDeed(patient) && !personSuffix(r.lower(patient))
	case "restrict":
		return e.passive && !e.has(graph.Agent) && !e.frame.named // was forced to retire
	case "seize":
		return oneOf(e.lemma, "takeover", "take over") && patient >= 0 && r.mentionType(patient) == graph.Organization
	}
	return false
}

// freed reports somebody who can be let go, or a vehicle.
func (r *eventReader) freed(k int) bool {
	return k >= 0 && (r.isParty(k) && r.mentionType(k) != graph.Organization || r.harmed(k))
}

// isParty reports a phrase for somebody who can be a side: an actor, a place that stands for those who live there or run it, people.
func (r *eventReader) isParty(k int) bool {
	if k < 0 {
		return false
	}
	if c := r.core(k); c != k && r.isParty(c) {
		return true
	}
	l := r.lemma(k)
	if r.upos(k) == "ADJ" || people[l] || oneOf(l, "other", "others", "another", "population", "seeker") {
		return true // found her guilty, injured 40 others
	}
	switch r.upos(k) {
	case "PROPN", "NUM":
		return true
	case "PRON":
		return !oneOf(r.lower(k), "it", "this", "that", "which") || r.isActor(k)
	}
	return r.isActor(k) || r.isPlace(k) || institutions[l] || r.runs(k) ||
		slices.ContainsFunc(partyClasses, func(c string) bool { return r.Know.InClass(c, l) })
}

// partyClasses are the classes of nouns for people.
var partyClasses = []string{
	"captive", "diplomat", "envoy", "force", "hostage", "militia", "mission", "official", "opposition", "outlaw", "party", "police", "state",
	"suspect", "victim", "visitor", "territory",
}

// runs reports a noun that the tables of nouns for bodies hold.
func (r *eventReader) runs(k int) bool { return r.Know.NounKind(r.lemma(k)) != nil }

// anyParty reports an event with a side that is an actor.
func (r *eventReader) anyParty(e *happening) bool {
	return slices.ContainsFunc(e.roles, func(a role) bool {
		return a.arg == nil && (a.name == graph.Agent || a.name == graph.Patient || a.name == graph.Recipient) && r.isParty(a.tok)
	})
}

// strikes reports a noun for a violent event: the explosion.
func (r *eventReader) strikes(k int) bool {
	return slices.ContainsFunc(r.nounFrames(r.lemma(k)), func(f *seeds.EventFrame) bool { return violentTypes[f.Type] }) ||
		oneOf(r.lemma(k), "explosion", "blast", "bullet", "fire", "gunfire", "detonation", "round", "shot")
}

// several reports more than one who acts.
func (r *eventReader) several(e *happening) bool {
	a := e.of(graph.Agent)
	return a >= 0 && (r.xpos(a) == "NNS" || r.xpos(a) == "NNPS" || len(r.members(a)) > 1 || r.lower(a) == "they" || r.lower(a) == "we")
}

// personSuffix reports a word that is formed as words for people are.
func personSuffix(word string) bool {
	word = strings.TrimSuffix(word, "s")
	for _, suffix := range [...]string{"er", "or", "ist", "ian", "ant", "ee", "man", "men", "woman"} {
		if strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

func (r *eventReader) hasRecipient(e *happening) bool {
	return slices.ContainsFunc(e.roles, func(a role) bool { return a.arg == nil && a.name == graph.Recipient && r.isParty(a.tok) })
}

// otherParty reports somebody beside the one who acts: a patient or recipient who is a side, somebody the deed concerns, or a second agent.
func (r *eventReader) otherParty(e *happening) bool {
	agents := 0
	for _, a := range e.roles {
		switch {
		case a.arg != nil:
		case a.name == graph.Agent:
			if agents++; agents > 1 || len(r.members(a.tok)) > 1 {
				return true
			}
		case a.name == graph.Patient || a.name == graph.Recipient:
			if r.isParty(a.tok) || r.behindDeed(a.tok) >= 0 {
				return true
			}
		case a.name == graph.AtLocation:
			return true
		}
	}
	return false
}

// harmed reports a thing that is attacked: buildings, vehicles, arms.
func (r *eventReader) harmed(k int) bool {
	l := r.lemma(k)
	for _, class := range [...]string{"building", "weapon", "arms", "heritage", "post", "traffic"} {
		if r.Know.InClass(class, l) {
			return true
		}
	}
	return placeNouns[l] || targets[l]
}

// sport reports an article about sport: of its words many are of games.
func (r *eventReader) sport() bool {
	if r.sportly == 0 {
		n, all := 0, 0
		for i := range r.NLP.Toks {
			switch r.upos(i) {
			case "NOUN", "VERB", "PROPN":
				all++
				if r.Know.InClass("sport", r.lemma(i)) {
					n++
				}
			}
		}
		r.sportly = -1
		if n >= 4 && n*25 > all {
			r.sportly = 1
		}
	}
	return r.sportly > 0
}

var (
	// needsDoer are the types of deeds that take somebody who acts.
	needsDoer = map[string]bool{
		"CONCEDE": true, "COERCE": true, "SANCTION": true, "RETREAT": true, "AID": true,
		"MOBILIZE": true, "COOPERATE": true,
	}

	// sharers are the verbs of cooperation that tell it though they do not say with whom.
	sharers = wordSet("share extradite exchange cooperate collaborate")

	// targets are things that are attacked, captured or let go.
	targets = wordSet("vehicle car truck bus train ship boat vessel plane aircraft helicopter convoy pipeline target tank tanker",
		"infrastructure",
		"bridge position line property ambulance patrol barrack")

	// violentTypes are the types whose nouns tell violence.
	violentTypes = map[string]bool{"ASSAULT": true, "PROTEST": true, "COERCE": true, "MOBILIZE": true}

	// people are the nouns of number that stand for people.
	people = wordSet("dozens hundreds thousands dozen hundred thousand scores several many member members")

	// vagueNouns tell a deed of their type only together with who takes part; alone they are as often a thing, a paper or a show.
	vagueNouns = wordSet("acceptance action admission adoption alliance appeal application approval audience audit backing bid bond breach",
		"briefing call charge commitment concession conference confirmation contact cooperation criticism cut deal debate",
		"delivery demand denial dinner endorsement exchange exit funding grant guarantee handover hearing help inspection",
		"investment journey lecture link loan lunch move offer opening opposition order partnership plea purchase reception",
		"recognition recovery reduction refusal relation release requirement resistance resolution return review sale search",
		"seat sentence service session settlement shipment support surrender tariff threat tie tour trade transfer trip",
		"withdrawal")

	// playful are the types that games borrow their words from.
	playful = map[string]bool{
		"ASSAULT": true, "MOBILIZE": true, "RETREAT": true, "COERCE": true, "SANCTION": true, "CONCEDE": true, "AID": true, "THREATEN": true,
	}

	// bodily are the words that tell harm in games as well.
	bodily = wordSet("kill killing murder stab stabbing shoot shooting arrest riot rape bombing assault punch")
)
