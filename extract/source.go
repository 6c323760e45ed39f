package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// resolve says of each statement who speaks, and of which kind it is; then the first person inside of quotations is known.
func (g *stager) resolve() {
	for i := range g.found {
		st := &g.found[i]
		g.splitSource(st)
		g.accusedSource(st)
		g.sideOfInsert(st)
		g.cutAtClause(st)
		g.cutAtConjunct(st)
		g.joinNextThat(st)
		g.joinInterrupted(st)
		g.joinThat(st)
		if st.kind = g.kind(st.content); st.turn {
			st.kind = graph.Direct
		}
		st.speaker = g.speakerOf(st)
	}
	for i := range g.found { // a floating quotation has the speaker whose words it took over
		st := &g.found[i]
		if st.kind != graph.Indirect {
			g.s.SetSpeaker(g.quoted(st.content), st.speaker)
		}
	}
	for i := range g.found {
		if st := &g.found[i]; st.speaker == "" {
			st.speaker = g.speakerOf(st)
		}
	}
}

// splitSource moves the border between a source after "according to" and a content right behind it to the comma where it
// belongs: "According to the paper, ten towns | were flooded" has too much source, "According to police spokesman | Jan Holt, the
// towns were flooded" too little.
func (g *stager) splitSource(st *statement) {
	toks := g.s.NLP.Toks
	if len(st.source) == 0 || st.source[0] != st.cue.last || toks[st.cue.first].Lemma != "accord" {
		return
	}
	next := st.source[len(st.source)-1] + 1
	n, found := slices.BinarySearch(st.content, next)
	if !found {
		return
	}
	switch toks[next].UPOS {
	case "VERB", "AUX", "ADP":
		for n, i := range st.source {
			if toks[i].Text == "," && n > 0 {
				st.content = append(st.content, st.source[n+1:]...)
				slices.Sort(st.content)
				st.source = st.source[:n:n]
				return
			}
		}
	case "NOUN", "PROPN", "ADJ":
		for i := n; i < min(n+8, len(st.content)-2) && st.content[i] == next+i-n; i++ {
			if toks[st.content[i]].Text == "," {
				st.source = append(slices.Clip(st.source), st.content[n:i]...)
				st.content = slices.Delete(slices.Clone(st.content), n, i+1)
				return
			}
		}
	}
}

// kind is direct when all words of the content stand in quotation marks or behind a speaker's colon, mixed when some do.
func (g *stager) kind(content []int) string {
	in, out := 0, 0
	for _, i := range content {
		switch {
		case g.v.words[i].punct:
		case g.v.words[i].quote >= 0:
			in++
		default:
			out++
		}
	}
	switch {
	case in == 0:
		return graph.Indirect
	case out == 0:
		return graph.Direct
	}
	return graph.Mixed
}

// quoted are the spans of the content's tokens that stand in quotation marks.
func (g *stager) quoted(content []int) graph.Spans {
	var toks []int
	for _, i := range content {
		if g.v.words[i].quote >= 0 {
			toks = append(toks, i)
		}
	}
	return g.s.Tree.Spans(toks)
}

// speakerOf resolves the source to an actor; without source words the subject that the cue's verb has or inherits.
func (g *stager) speakerOf(st *statement) string {
	head := g.sourceHead(st)
	if head < 0 {
		if st.cue.last == st.cue.first {
			return ""
		}
		if head = g.v.subject(st.cue.head); head < 0 || slices.Contains(st.content, head) {
			return ""
		}
		if g.s.Tree.Kid(st.cue.head, "nsubj:pass") >= 0 || g.agentless(st) {
			return ""
		}
		return g.actorOrUnnamed(head)
	}
	if to := g.antecedent(head); to != head {
		if id := g.actorOrUnnamed(to); id != "" {
			return id
		}
		return g.nameBefore(head)
	}
	if id := g.appositive(st, head); id != "" {
		return id
	}
	if id := g.actorOrUnnamed(head); id != "" {
		return g.government(head, id)
	}
	if st.turn {
		return g.surname(g.s.NLP.Toks[st.source[len(st.source)-1]].Text)
	}
	// a parse that cut the phrase: the one person, else the one other name, that the source holds
	for _, want := range []string{graph.Person, graph.Organization, graph.Location} {
		for _, m := range g.s.MentionsIn(g.s.Tree.Spans(st.source)) {
			if x := &g.s.Mentions[m]; x.Type == want && x.Kind == graph.KindName && x.Actor != "" && g.ofHead(x, head) && !g.afterPreposition(x) {
				return x.Actor
			}
		}
	}
	return g.s.claimQuantity(head)
}

// actorOrUnnamed is the actor of a noun phrase, also one without a name: "a senior U.S. official" is neither the United States nor
// nobody.
func (g *stager) actorOrUnnamed(head int) string {
	if g.s.nameless[head] == nil || len(g.s.members[head]) > 0 {
		return g.s.ActorOf(head)
	}
	for _, k := range g.s.Tree.Kids(head) {
		if !g.s.Tree.Rel(k, "flat", "appos") || g.s.nameless[head].typ == graph.Misc {
			continue
		}
		if i, ok := g.s.MentionOf(k); ok && g.s.Mentions[i].Kind == graph.KindName && g.s.Mentions[i].Actor != "" {
			return g.s.Mentions[i].Actor
		}
	}
	return g.s.claim(head)
}

// spokenFor is the organisation, else the country, that a spokesperson belongs to and speaks for.
func (g *stager) spokenFor(speaker string) string {
	i := slices.IndexFunc(g.s.Record.Actors, func(a graph.Actor) bool { return a.ID == speaker })
	if i < 0 {
		return ""
	}
	a := &g.s.Record.Actors[i]
	if !slices.ContainsFunc(a.Titles, func(t string) bool { return strings.Contains(strings.ToLower(t), "spokes") }) {
		return ""
	}
	for _, of := range a.Affiliations {
		if t := g.s.ActorType(of); t == graph.Organization {
			return of
		}
	}
	if len(a.Affiliations) > 0 {
		return a.Affiliations[0]
	}
	return ""
}

// surname is the one person of the document whose last name is written so, in whatever case.
func (g *stager) surname(name string) string {
	found := ""
	for i := range g.s.Record.Actors {
		a := &g.s.Record.Actors[i]
		last := a.Name[strings.LastIndexByte(a.Name, ' ')+1:]
		if a.Type != graph.Person || !strings.EqualFold(last, name) {
			continue
		}
		if found != "" {
			return ""
		}
		found = a.ID
	}
	return found
}

// ofHead reports whether a mention can stand for the phrase that head governs: it is not a possessor or the object of a
// preposition ("an aide to Mr. X", "Armenia's critics").
func (g *stager) ofHead(m *Mention, head int) bool {
	for i := m.Head; i >= 0 && i != head; i = g.s.NLP.Toks[i].Head {
		if !g.s.Tree.Rel(i, "appos", "flat", "compound", "conj", "nsubj", "dep", "parataxis", "root") {
			return false
		}
	}
	return true
}

// antecedent is the noun that a relative pronoun stands for: the one that the pronoun's clause modifies.
func (g *stager) antecedent(head int) int {
	tok := &g.s.NLP.Toks[head]
	if tok.UPOS != "PRON" || !slices.Contains([]string{"who", "which", "that"}, strings.ToLower(tok.Text)) {
		return head
	}
	for i := head; i >= 0; i = g.s.NLP.Toks[i].Head {
		if g.s.Tree.Rel(i, "acl") && g.s.NLP.Toks[i].Head >= 0 {
			return g.s.NLP.Toks[i].Head
		}
	}
	return head
}

// nameBefore is the actor of the name that ends right before a relative pronoun, for a clause that the parser hung elsewhere.
func (g *stager) nameBefore(pronoun int) string {
	end := pronoun
	for end > 0 && g.v.words[end-1].punct {
		end--
	}
	for _, m := range g.s.Mentions {
		if m.Last == end && m.Kind == graph.KindName {
			return m.Actor
		}
	}
	return ""
}

// government is the country that a speaking capital stands for, when the document knows that country; else the actor itself.
func (g *stager) government(head int, id string) string {
	n, ok := g.s.MentionOf(head)
	if !ok || g.s.Mentions[n].Actor != id || g.s.Mentions[n].Kind != graph.KindName {
		return id
	}
	name, byRule := standsFor(&g.s.Mentions[n])
	if name == "" || !byRule || g.s.literalPlaces {
		return id
	}
	for i := range g.s.Record.Actors {
		if g.s.Record.Actors[i].Name == name {
			return g.s.Record.Actors[i].ID
		}
	}
	return id
}
