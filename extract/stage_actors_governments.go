package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// standForGovernments moves the mentions of capitals, palaces and the like that act or speak from the place to the country
// whose government they stand for: "Yerevan said", "talks with Baku", "Moscow's demands", but not "in Yerevan".
func (r *resolver) standForGovernments() {
	if r.literalPlaces {
		return
	}
	for i := range r.Mentions {
		m, e := &r.Mentions[i], r.of[i]
		if e == nil || e.typ == graph.Person || e.country != nil {
			continue
		}
		target, byRule := standsFor(m)
		if target == "" {
			continue
		}
		acts := r.actsAsGovernment(m)
		if !acts && (byRule || r.isWhere(m)) {
			continue
		}
		to := r.clubOf(m)
		if to == nil {
			to = r.metonymTarget(target)
		}
		if to != nil {
			r.leave(i)
			m.metonym = true
			r.join(i, to)
		}
	}
}

// clubOf is the organisation of the document whose name ends in the place: "Madrid" where "Real Madrid" plays.
func (r *resolver) clubOf(m *Mention) *entity {
	word := " " + graph.FoldName(r.textOf(m))
	for _, e := range r.ents {
		if e.typ == graph.Organization && strings.HasSuffix(graph.FoldName(e.name), word) && !strings.Contains(e.name, " of ") &&
			!strings.Contains(e.name, " in ") {
			return e
		}
	}
	return nil
}

// standsFor is the country or organisation that a name can stand for. byRule says that it is a capital, which mostly is a place.
func standsFor(m *Mention) (name string, byRule bool) {
	for _, e := range m.entries {
		if e.Kind == seeds.KindMetonym {
			city := func(x seeds.Entry) bool { return x.Kind == seeds.KindPlace && x.Place.Capital }
			return e.Metonym.Actor, slices.ContainsFunc(m.entries, city)
		}
		if e.Kind == seeds.KindPlace && e.Place.Capital && m.Type == graph.Location {
			return e.Place.Country, true
		}
	}
	return "", false
}

func (r *resolver) metonymTarget(name string) *entity {
	if c := r.Know.Country(name); c != nil {
		return r.countryEntity(c)
	}
	for _, e := range r.ents {
		if e.org != nil && e.org.Name == name {
			return e
		}
	}
	if o := r.Know.Org(name); o != nil {
		e := r.newEntity(o.Name, graph.Organization)
		e.org = o
		return e
	}
	return nil
}

// leave takes a mention away from its entity, which goes when nothing is left of it.
func (r *resolver) leave(i int) {
	e := r.of[i]
	r.of[i] = nil
	e.count--
	e.forms = nil
	for j, o := range r.of {
		if o == e && r.Mentions[j].Kind == graph.KindName {
			e.addForm(r.words(r.Mentions[j].First, r.Mentions[j].Last))
		}
	}
	if e.count == 0 {
		r.drop(e)
	}
}

func (r *resolver) drop(e *entity) {
	if e.country != nil {
		delete(r.countries, e.country.Name)
	}
	for i, o := range r.ents {
		if o == e {
			r.ents = append(r.ents[:i:i], r.ents[i+1:]...)
			return
		}
	}
}

// isWhere reports whether a name says where: "at the White House".
func (r *resolver) isWhere(m *Mention) bool {
	c := r.Tree.Kid(m.Head, "case")
	if c < 0 {
		return false
	}
	switch strings.ToLower(r.NLP.Toks[c].Text) {
	case "in", "at", "near", "outside", "inside", "around", "into", "across", "through", "on", "over":
		return true
	}
	return false
}

// actsAsGovernment decides by the syntax around a name whether it does what governments do.
func (r *resolver) actsAsGovernment(m *Mention) bool {
	toks, h := r.NLP.Toks, m.Head
	if r.startsSentence(m.First) && m.Last < len(toks) && oneOf(toks[m.Last].Text, ",", "(", "—", "–", "-", "--", ":") {
		return false // a dateline
	}
	for r.Tree.Rel(h, "conj") && toks[h].Head >= 0 { // "Moscow and Kyiv agreed"
		if r.Tree.Kid(m.Head, "case") >= 0 && m.Head == h {
			break
		}
		h = toks[h].Head
	}
	if m.First > 1 && toks[m.First-1].Text == "to" && strings.EqualFold(toks[m.First-2].Text, "according") {
		return true
	}
	up := toks[h].Head
	if up < 0 {
		return false
	}
	if next := m.Last; next+1 < len(toks) && (toks[next].Text == "-" || toks[next].Text == "‑") {
		switch toks[next+1].Text {
		case "backed", "led", "brokered", "sponsored", "mediated", "aligned", "friendly", "proposed", "controlled":
			return true
		}
		return false
	}
	switch {
	case r.Tree.Rel(h, "nsubj:pass"):
		return r.targetsGovernment(up)
	case r.Tree.Rel(h, "nsubj"):
		return r.actsAlone(up) || r.Tree.Rel(up, "xcomp", "ccomp") && toks[up].UPOS == "ADJ"
	case r.Tree.Rel(h, "obj", "iobj"):
		return r.targetsGovernment(up)
	case r.Tree.Rel(h, "nmod:poss"):
		return r.isGovernments(up)
	case r.Tree.Rel(h, "obl:agent"):
		return true
	case r.Tree.Rel(h, "obl", "nmod"):
		return r.sideOf(h, up)
	}
	return false
}

// sideOf reads prepositions: "according to Yerevan", "talks with Baku", "relations between Ankara and Moscow", "pressure on Kyiv".
func (r *resolver) sideOf(h, up int) bool {
	c := r.preposition(h)
	if c < 0 {
		return false
	}
	lemma := r.NLP.Toks[up].Lemma
	switch strings.ToLower(r.NLP.Toks[c].Text) {
	case "according":
		return true
	case "by":
		return r.Tree.Kid(up, "aux:pass") >= 0 && r.actsAlone(up) || r.speaks(lemma)
	case "with", "between", "against", "toward", "towards", "among":
		return true
	case "on":
		return oneOf(lemma, "pressure", "sanction", "sanctions", "call", "impose", "urge", "prevail", "press", "rely", "depend", "blame")
	case "from":
		return oneOf(lemma, "demand", "response", "reaction", "support", "pressure", "approval", "permission", "comment", "threat", "word",
			"statement", "criticism", "condemnation", "signal", "assurance", "guarantee", "denial", "independence", "help", "aid",
			"request")
	case "of":
		return r.isGovernments(up) && !oneOf(lemma, "story", "account", "description", "tale", "picture", "report", "news", "talk",
			"mention", "memory",
			"history", "anecdote", "control", "capture", "fall", "siege", "bombing", "attack", "invasion", "part", "war", "power",
			"right") || oneOf(lemma, "critic", "consent", "approval", "request")
	case "to":
		return oneOf(lemma, "ambassador", "envoy", "message", "appeal", "loyal", "warning", "threat", "ultimatum", "close", "concession",
			"listen")
	case "for":
		return oneOf(lemma, "support", "spokesman", "spokeswoman", "spokesperson", "victory", "setback", "defeat")
	}
	return false
}

// preposition is the last preposition before the head of a noun phrase, or -1.
func (r *resolver) preposition(h int) int {
	c := -1
	for _, k := range r.Tree.Kids(h) {
		if k < h && r.Tree.Rel(k, "case") {
			c = k
		}
	}
	return c
}

func (r *resolver) speaks(lemma string) bool { return len(r.Know.SpeechVerb(lemma)) > 0 }

// actsAlone reports whether a verb is done by those who decide: verbs of speech, of events, of will. Verbs that a city can be
// the subject of as a place do not count.
func (r *resolver) actsAlone(verb int) bool {
	t := &r.NLP.Toks[verb]
	if t.UPOS != "VERB" {
		return false
	}
	lemma := strings.ToLower(t.Lemma)
	switch lemma {
	case "be", "become", "lie", "sit", "stand", "grow", "see", "remain", "have", "host", "wake", "sleep", "shake", "experience", "suffer",
		"boast", "lose", "win", "celebrate", "mourn", "fall", "rise", "look", "feel", "brace", "register", "record", "report", "draw",
		"attract", "play", "score", "beat",
		"date", "boom", "burn", "flood":
		return false
	}
	return true
}

// targetsGovernment reports whether a verb is done to those who decide: "condemn Baku", not "visit Yerevan" or "shell Kyiv".
func (r *resolver) targetsGovernment(verb int) bool {
	lemma := strings.ToLower(r.NLP.Toks[verb].Lemma)
	if oneOf(lemma, "pressure", "sanction", "support", "back", "help", "arm", "anger", "irritate", "infuriate", "annoy", "please", "alarm",
		"worry", "embarrass", "provoke", "deter", "appease", "challenge", "persuade", "convince", "force", "push", "allow", "enable",
		"oppose",
		"defy", "isolate", "punish", "aid", "assist", "mistrust", "trust", "betray", "engage", "involve", "lead", "prompt", "press",
		"assure",
		"reassure", "court", "reward") {
		return true
	}
	for _, f := range r.Know.SpeechVerb(lemma) {
		if f.Target == "object" || f.Attitude != "" {
			return true
		}
	}
	return false
}

// isGovernments reports whether what is owned is a government's: decisions, demands, troops, and not streets or airports.
func (r *resolver) isGovernments(owned int) bool {
	lemma := strings.ToLower(r.NLP.Toks[owned].Lemma)
	if len(r.Know.SpeechNoun(lemma)) > 0 || len(r.Know.EventNoun(lemma)) > 0 {
		return true
	}
	return oneOf(lemma, "government", "decision", "policy", "position", "stance", "side", "ally", "enemy", "partner", "interest", "plan",
		"effort", "attempt", "intention", "aim", "goal", "strategy", "role", "influence", "interference", "involvement", "relation",
		"relationship", "tie", "leader", "leadership", "ambassador", "envoy", "diplomat", "minister", "army", "force", "troop", "military",
		"action", "aggression", "invasion", "war", "security", "sovereignty", "control", "rule", "power", "move", "step", "approach",
		"concern",
		"fear", "hope", "view", "vision", "willingness", "unwillingness", "readiness", "reluctance", "failure", "refusal", "behalf", "part",
		"participation", "membership", "chairmanship", "presidency", "veto", "vote", "support", "backing", "opposition", "pressure",
		"sanction",
		"proxy", "client", "adversary", "rival", "neighbour", "neighbor", "track", "reaction", "handling", "treatment", "stake", "right",
		"claim", "ambition", "influence", "propaganda", "intelligence", "arsenal", "weapon", "economy", "budget", "debt", "export",
		"import")
}

func oneOf(word string, words ...string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
