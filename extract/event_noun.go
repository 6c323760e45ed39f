package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// nounArgs finds who and whom of an event noun.
func (r *eventReader) nounArgs(e *happening) {
	n := e.trig
	shared := sharedNouns[e.lemma] || r.frameTarget(e.lemma) == "both"
	if f := r.nounAgent(n); f.tok >= 0 {
		name := graphAgent
		if doneTo[e.lemma] && f.via == viaPoss && !r.hasOf(n) || undergone[e.lemma] && f.via == viaMod && r.upos(f.tok) == "NOUN" {
			name = graphPatient
		}
		if f.via == viaPoss && plights[e.lemma] && r.mentionType(f.tok) == graph.Location {
			name = graph.AtLocation // Norland's homicides
		}
		r.addRole(e, name, f)
	}
	for _, k := range r.Tree.Kids(n) {
		if !r.Tree.Rel(k, "nmod") || r.Tree.Rel(k, "nmod:poss") && r.NLP.Toks[k].Deprel == "nmod:poss" || r.isTimePhrase(k) {
			continue
		}
		if name := r.nounRole(e, k, r.caseMark(k), shared); name != "" {
			r.addRole(e, name, found{k, viaPrep})
		}
	}
	for _, k := range r.Tree.Kids(n) {
		if k < n && r.Tree.Rel(k, "compound") && r.mentionType(k) == graph.Location {
			r.addRole(e, graph.AtLocation, found{k, viaMod}) // the Kabul bombing
		}
	}
	if !e.has(graphPatient) && r.Know.InClass("theme", e.lemma) {
		r.addRole(e, graphPatient, found{r.themeBefore(n), viaMod})
	}
	r.heralded(e)
	r.sortRoles(e)
}

// hasOf reports an event noun that tells behind "of" what it happens to, so that its possessor acts: the army's capture of the hill.
func (r *eventReader) hasOf(n int) bool {
	return slices.ContainsFunc(r.Tree.Kids(n), func(k int) bool {
		return k > n && r.Tree.Rel(k, "nmod") && r.caseMark(k) == "of" && r.timeAt[k] == 0
	})
}

// themeBefore is the common noun right before an event noun that undergoes it: job cuts, an arms purchase; or -1.
func (r *eventReader) themeBefore(n int) int {
	k := n - 1
	if k > 0 && r.lower(k-1) == "per" {
		return -1
	}
	if k < 0 || r.head(k) != n || !r.Tree.Rel(k, "compound") || r.upos(k) != "NOUN" || r.lower(k) == "further" ||
		r.timeAt[k] > 0 || r.valueAt[k] > 0 {
		return -1
	}
	if r.mentionType(k) != "" || r.groupNoun(k) || r.InstrumentNoun(k) || mannerNouns[r.lemma(k)] || stretches[r.lemma(k)] ||
		notThemes[r.lemma(k)] || strings.HasSuffix(r.lower(k), "ing") {
		return -1
	}
	return k
}

// heralded finds the agent of an event noun that is the object of a verb of announcing, planning, ending: its subject.
func (r *eventReader) heralded(e *happening) {
	n := e.trig
	if e.light >= 0 || e.has(graphAgent) || r.head(n) < 0 {
		return
	}
	if h := r.head(n); r.Tree.Rel(n, "nmod") && r.core(h) == n {
		n = h
	}
	v := r.head(n)
	if v < 0 || !r.Tree.Rel(n, "obj") || r.passive(v) || !announcers[r.lemma(v)] || r.otherObject(v, n) || r.definite(n) &&
		!heralds[r.lemma(v)] {
		return
	}
	if s := r.subject(v); s.tok >= 0 && !r.isActor(s.tok) && (r.Tree.Rel(v, "acl") || oneOf(r.lemma(v), "announce", "propose", "plan", "order",
		"call", "seek")) {
		return // a news conference announcing the agreement, the plan proposes cuts
	} else if s.tok >= 0 {
		r.addRole(e, graphAgent, relabel(s, viaLight))
	}
	if e.has(graphPatient) || e.has(graphRecipient) {
		return
	}
	for _, k := range r.Tree.Kids(v) { // "ordered attacks on the port", where the parser hung the port on the order
		if !r.Tree.Rel(k, "obl") || k < n || r.isTimePhrase(k) || !r.isActor(k) && !r.isPlace(k) {
			continue
		}
		switch prep := r.caseMark(k); prep {
		case "on", "against", "with":
			if name := r.nounRole(e, k, prep, sharedNouns[e.lemma]); name != "" {
				r.addRole(e, name, found{k, viaLight})
			}
		}
	}
}

// otherObject reports a second object of v behind n, which says what n is: "considers the harvest a crime".
func (r *eventReader) otherObject(v, n int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return k > n && (r.Tree.Rel(k, "obj") || r.Tree.Rel(k, "xcomp") && r.upos(k) != "VERB") && r.timeAt[k] == 0
	})
}

func (r *eventReader) frameTarget(lemma string) string {
	for _, f := range r.Know.EventNoun(lemma) {
		if typedFrame(f) {
			if strings.Contains(f.Target, "between") {
				return "both"
			}
			return f.Target
		}
	}
	return ""
}

// nounRole is the role of a phrase with a preposition behind an event noun.
func (r *eventReader) nounRole(e *happening, k int, prep string, shared bool) string {
	actor, place := r.isActor(k), r.isPlace(k)
	switch prep {
	case "by":
		return graphAgent
	case "between", "among":
		return graphAgent
	case "with":
		if actor || place {
			return graphRecipient
		}
	case "of":
		switch {
		case r.pricedAt(k):
			return "" // losses of 70 mln dlrs
		case shared && actor && e.lemma != "exchange" && e.lemma != "swap", ofDoer[e.lemma] && !e.has(graphAgent) && (actor || !place) &&
			(e.lemma != "movement" || r.isParty(k)):
			return graphAgent
		case shared && e.lemma != "exchange" && e.lemma != "swap":
			return ""
		case e.has(graphPatient):
			return ""
		}
		return graphPatient
	case "on", "against", "upon", "onto":
		if prep == "on" && shared && !actor {
			return ""
		}
		if prep == "against" && len(r.nounFrames(e.lemma)) == 0 && matches[e.lemma] {
			return ""
		}
		if prep == "on" && roads[r.lemma(k)] {
			return graph.AtLocation
		}
		if e.has(graphPatient) {
			return graphRecipient
		}
		return graphPatient
	case "to":
		if actor || place {
			return graphRecipient
		}
		if r.Know.InClass("alteration", e.lemma) && !e.has(graphPatient) {
			return graphPatient
		}
	case "for", "towards", "toward":
		if actor {
			return graphRecipient
		}
		if prep == "for" && r.Know.InClass("sought", e.lemma) && !e.has(graphPatient) && !mannerNouns[r.lemma(k)] {
			return graphPatient
		}
	case "in":
		if !actor && !place && r.Know.InClass("trend", e.lemma) && r.themeBefore(e.trig) < 0 && !e.has(graphPatient) &&
			!mannerNouns[r.lemma(k)] &&
			!stretches[r.lemma(k)] && !oneOf(r.lemma(k), "history", "memory", "time", "life", "world", "turn", "general", "particular") {
			return graphPatient
		}
	case "from":
		switch {
		case place:
			return graph.AtLocation
		case actor && !e.has(graphAgent):
			return graphAgent
		}
	}
	if stayPreps[prep] && place {
		return graph.AtLocation
	}
	return ""
}

// pricedAt reports a phrase that is only a sum of money or a share.
func (r *eventReader) pricedAt(k int) bool {
	n := r.amountOf(k)
	return n > 0 && r.Record.Values[n-1].Type != valueQuantity && r.Tree.Kid(k, "nmod", "acl", "det") < 0
}

// nounAgent is who does what the noun tells: its possessor, its by-phrase, a name or nationality before it.
func (r *eventReader) nounAgent(n int) found {
	for _, k := range r.Tree.Kids(n) {
		if r.NLP.Toks[k].Deprel == "nmod:poss" && r.timeAt[k] == 0 && !stretches[r.lemma(k)] {
			return found{k, viaPoss}
		}
	}
	for _, k := range r.Tree.Kids(n) {
		if r.Tree.Rel(k, "nmod") && r.caseMark(k) == "by" && !r.isSum(k) {
			return found{k, viaPrep}
		}
	}
	if k := r.byPhrase(n); k >= 0 {
		return found{k, viaLight}
	}
	for _, k := range r.Tree.Kids(n) {
		if k > n || !r.Tree.Rel(k, "amod", "compound", "nmod") || r.caseMark(k) != "" {
			continue
		}
		if k > 1 && r.lower(k) == "led" && r.lower(k-1) == "-" && r.isActor(k-2) {
			return found{k - 2, viaMod} // the Saudi-led strike
		}
		if leagues[r.lower(k)] {
			if p := r.Tree.Kid(k, "nmod:poss"); p >= 0 && r.NLP.Toks[p].Deprel == "nmod:poss" {
				return found{p, viaPoss} // Norvik's Northern League win
			}
			continue
		}
		switch t := r.mentionType(k); {
		case r.Know.Demonym(r.NLP.Toks[k].Text) != nil, t == graph.Norp, t == graph.Organization, t == graph.Person:
			return found{k, viaMod}
		case t == graph.Location && r.Know.Country(r.NLP.Toks[k].Text) != nil && !r.isPlaceOf(n):
			return found{k, viaMod}
		case r.upos(k) == "NOUN" && r.Tree.Rel(k, "compound") && r.groupNoun(k) && !kindNouns[r.lemma(k)]:
			return found{k, viaMod}
		}
	}
	return nobody
}

// byPhrase is the doer behind an event noun that the parser hung on the active verb above it: "condemned an attack by rebels"; or -1.
func (r *eventReader) byPhrase(n int) int {
	v := r.head(n)
	if v < 0 || v > n || !r.Tree.Rel(n, "obj") || r.upos(v) != "VERB" || r.passive(v) {
		return -1
	}
	for _, k := range r.Tree.Kids(v) {
		if k > n && r.Tree.Rel(k, "obl") && r.caseMark(k) == "by" && r.isActor(k) && r.timeAt[k] == 0 && r.valueAt[k] == 0 {
			return k
		}
	}
	return -1
}

// isPlaceOf reports an event noun before which a country is the scene rather than the actor: "the Syria war", "Iraq talks".
func (r *eventReader) isPlaceOf(n int) bool {
	lemma := r.lemma(n)
	return sharedNouns[lemma] || doneTo[lemma] || strings.HasSuffix(lemma, "quake") || lemma == "attack" || lemma == "bombing"
}

// groupNoun reports a noun for a group that acts: police raid, rebel attack, government campaign.
func (r *eventReader) groupNoun(k int) bool {
	return slices.ContainsFunc(r.Know.Nominal(r.lemma(k)), func(m *seeds.Nominal) bool {
		return m.Collective && m.Type != graph.Location || m.Type == graph.Person
	})
}

// interviewed makes the broadcaster or paper that an interview was given to the one who interviews, and who gave it the other side.
func (r *eventReader) interviewed(e *happening) {
	if !e.noun || e.lemma != "interview" {
		return
	}
	paper := e.of(graphRecipient)
	if paper < 0 || r.mentionType(paper) != graph.Organization {
		return
	}
	for i := range e.roles {
		switch a := &e.roles[i]; {
		case a.tok == paper:
			a.name = graphAgent
		case a.name == graphAgent && r.mentionType(a.tok) != graph.Organization:
			a.name = graphPatient
		}
	}
	r.sortRoles(e)
}

// sortRoles puts agents first, then patients, recipients and the rest, in text order.
func (r *eventReader) sortRoles(e *happening) {
	rank := map[string]int{graphAgent: 0, graphPatient: 1, graphRecipient: 2}
	slices.SortStableFunc(e.roles, func(a, b role) int {
		ra, ok := rank[a.name]
		if !ok {
			ra = 3
		}
		rb, ok := rank[b.name]
		if !ok {
			rb = 3
		}
		return ra - rb
	})
}
