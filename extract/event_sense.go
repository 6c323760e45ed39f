package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// otherSense reports an event whose arguments show that its word means something else here than what the type m says: one asks a question,
// orders books, dismisses a claim, sees a film before its release. Frames that name their object have been chosen by it.
func (r *eventReader) otherSense(e *happening, m *frameMatch) bool {
	switch {
	case m.typ == "" || m.named:
		return false
	case e.noun && e.light < 0:
		return r.otherNounSense(e, m)
	case e.noun:
		return false
	}
	p := e.of(graph.Patient)
	switch e.lemma {
	case "ask":
		return r.asksQuestion(e.trig)
	case "try":
		return m.typ == "ACCUSE" && !r.isActor(p)
	case "order":
		return m.typ == "REQUEST" && r.inanimate(p) && !r.toClause(e.trig)
	case "offer":
		return m.typ == "AGREE" && p >= 0 && r.upos(p) == "NOUN" && !r.isActor(p) && !r.isDeed(p) && !r.isActor(e.of(graph.Recipient))
	case "save":
		return m.typ == "AID" && !r.isActor(p) && (p < 0 || r.lemma(p) != "life")
	case "charge":
		return m.typ == "ACCUSE" && slices.ContainsFunc(r.Tree.Kids(e.trig), func(k int) bool {
			return k > e.trig && (r.isMoney(k) || r.Tree.Rel(k, "obj") && fees[r.lemma(k)])
		})
	case "meet":
		return m.typ == "CONSULT" && p >= 0 && r.upos(p) == "NOUN" && !r.isActor(p) && !r.isDeed(p)
	case "walk":
		k := r.prepPhrase(e, "from")
		return m.typ == "REJECT" && k >= 0 && r.inanimate(k)
	case "campaign":
		return m.typ == "ASSAULT"
	case "go", "come":
		return m.typ == "CONSULT" && r.bareErrand(e.trig)
	case "guarantee":
		return m.typ == "AGREE" && (!r.isActor(e.of(graph.Agent)) || p >= 0 && r.upos(p) == "PRON")
	case "operate":
		return m.typ == "COOPERATE" && !r.isActor(e.of(graph.Recipient))
	case "call":
		a := e.of(graph.Agent)
		return m.typ == "REQUEST" && a >= 0 && oneOf(r.lemma(a), "plan", "forecast", "estimate", "budget", "recipe", "script", "situation")
	case "hurt", "injure", "hit", "harm":
		if m.typ == "ASSAULT" && !e.has(graph.Agent) && r.byAccident(e) {
			return true
		}
	}
	switch {
	case m.mode == "withdraw":
		return p >= 0 && r.inanimate(p) || r.leavesThing(e)
	case handled[m.mode]:
		return p < 0 && !e.passive || r.inanimate(p)
	case figuratively[e.lemma] && oneOf(m.typ, "COERCE", "SANCTION", "ASSAULT"):
		return r.inanimate(p)
	}
	return false
}

// isMoney reports a phrase for an amount of money.
func (r *eventReader) isMoney(k int) bool {
	n := r.amountOf(k)
	return n > 0 && r.Record.Values[n-1].Type == valueMoney
}

// bareErrand reports a way to an institution for what one does there, not on a visit: goes to court, to school.
func (r *eventReader) bareErrand(v int) bool {
	return slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return k > v && r.Tree.Rel(k, "obl") && r.Tree.Kid(k, "det", "nmod:poss", "amod", "compound") < 0 &&
			oneOf(r.lemma(k), "court", "school", "work", "church", "bed", "hospital", "prison", "jail", "university", "college", "war", "press")
	})
}

// fees are what is charged without accusing anybody.
var fees = wordSet("tax fee fare toll price rent rate interest commission money premium sum duty levy")

// handled are the modes of what is done to people.
var handled = wordSet("deport expel torture sexual abduct targeted release")

// figuratively are verbs of harm and force that are used of purses, pages and claims as much as of people.
var figuratively = wordSet("abuse bombard hit hurt harm injure kick grab pound batter punish molest tap fool falsify",
	"suppress block exclude eject dismiss relocate remove drive hold place push squeeze isolate drop expel")

// inanimate reports a common noun for something that neither acts nor belongs to somebody named, nor is a place, a deed or an event.
func (r *eventReader) inanimate(p int) bool {
	if p < 0 || r.upos(p) != "NOUN" || oneOf(r.lemma(p), "other", "one", "rest", "body", "life") {
		return false
	}
	c := r.core(p)
	if r.isParty(p) || r.isParty(c) || r.isDeed(c) || r.mentionType(p) != "" || r.behindDeed(p) >= 0 {
		return false
	}
	for _, class := range [...]string{
		"building", "asset", "weapon", "arms", "force", "law", "sanction", "measure", "captive", "victim",
		"talks", "aid",
	} {
		if r.Know.InClass(class, r.lemma(c)) {
			return false
		}
	}
	return !slices.ContainsFunc(r.Tree.Kids(p), func(k int) bool {
		return r.NLP.Toks[k].Deprel == "nmod:poss" && r.mentionType(k) != "" && r.upos(k) == "PROPN"
	})
}

// byAccident reports an event of harm beside which a calamity is named: was hurt in a crash.
func (r *eventReader) byAccident(e *happening) bool {
	return slices.ContainsFunc(r.Tree.Kids(e.trig), func(k int) bool {
		return r.Tree.Rel(k, "obl", "nsubj") && r.Know.InClass("calamity", r.lemma(k))
	})
}

// leavesThing reports a withdrawal from what is no place, body, talk or treaty: from an auction.
func (r *eventReader) leavesThing(e *happening) bool {
	k := r.prepPhrase(e, "from")
	if k < 0 || contests[r.lemma(k)] {
		return k >= 0
	}
	return r.inanimate(k) && !r.Know.InClass("agreement", r.lemma(k)) && !r.Know.InClass("parley", r.lemma(k))
}

// contests are what one withdraws from without offence to anybody.
var contests = wordSet("auction race tournament event competition contest match bidding sale market")

// asksQuestion reports a verb of asking whose content is a question, not a wish.
func (r *eventReader) asksQuestion(v int) bool {
	for _, c := range r.Tree.Kids(v) {
		if !r.Tree.Rel(c, "ccomp", "advcl", "parataxis", "xcomp") {
			if r.Tree.Rel(c, "obl") && r.caseMark(c) == "about" {
				return true
			}
			continue
		}
		if r.embedded(c) || r.asks(c) {
			return true
		}
		for _, k := range r.Tree.Kids(c) {
			if c > v && k < c && k > v && (oneOf(r.lower(k), "if", "whether") && r.Tree.Rel(k, "mark") || strings.HasPrefix(r.xpos(k), "W")) {
				return true
			}
		}
	}
	return false
}

// otherNounSense is otherSense for an event noun by itself.
func (r *eventReader) otherNounSense(e *happening, m *frameMatch) bool {
	n, p := e.trig, r.undergoer(e)
	switch e.lemma {
	case "campaign":
		return m.typ == "ASSAULT" && !r.foe(e)
	case "rally":
		return r.besideClass(n, "sport") || r.besideClass(n, "market")
	case "release", "return":
		return m.typ == "RETREAT" && p >= 0 && (r.inanimate(p) || oneOf(r.lower(p), "its"))
	case "custody":
		return !oneOf(r.caseMark(n), "in", "into", "from", "under") && r.Tree.Kid(n, "amod", "compound") < 0
	case "occupation":
		return p < 0
	case "commitment", "willingness", "promise":
		return m.typ == "AGREE" && r.Tree.Kid(n, "acl", "ccomp") < 0 && !slices.ContainsFunc(r.Tree.Kids(n), func(k int) bool {
			return r.Tree.Rel(k, "nmod", "advcl") && k > n && (r.isDeed(k) || r.upos(k) == "VERB")
		})
	}
	return m.mode == "withdraw" && r.inanimate(p)
}

// besideClass reports a noun of the class in the same sentence.
func (r *eventReader) besideClass(n int, class string) bool {
	sent := r.NLP.Sents[r.Tree.Sent(n)]
	for t := sent.First; t < sent.Last; t++ {
		if t != n && oneOf(r.upos(t), "NOUN", "PROPN") && r.Know.InClass(class, strings.ToLower(r.lemma(t))) {
			return true
		}
	}
	return false
}
