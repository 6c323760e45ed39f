package extract

import (
	"slices"

	"dictum/graph"
)

// resolve says of each statement who speaks, and of which kind it is; then the first person inside of quotations is known.
func (g *stager) resolve() {
	for i := range g.found {
		st := &g.found[i]
		st.kind = g.kind(st.content)
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

// sourceHead is the token that heads a source: the one whose own head lies outside, the cue's subject if it is there.
func (g *stager) sourceHead(st *statement) int {
	if len(st.source) == 0 {
		return -1
	}
	best := -1
	for _, i := range st.source {
		h := int(g.v.words[i].head)
		if g.v.words[i].punct || slices.Contains(st.source, h) {
			continue
		}
		switch g.s.NLP.Toks[i].UPOS {
		case "NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X":
			if best < 0 || g.s.Tree.Rel(i, "nsubj") && !g.s.Tree.Rel(best, "nsubj") {
				best = i
			}
		}
	}
	if best < 0 {
		best = st.source[0]
	}
	return best
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
		if k := g.s.Tree.Kid(st.cue.head, "nsubj:pass"); k >= 0 {
			return ""
		}
		return g.s.ActorOf(head)
	}
	if id := g.s.ActorOf(head); id != "" {
		return id
	}
	// a parse that cut the phrase: the one person, else the one other name, that the source holds
	for _, want := range []string{graph.Person, graph.Organization, graph.Location} {
		for _, m := range g.s.MentionsIn(g.s.Tree.Spans(st.source)) {
			if x := &g.s.Mentions[m]; x.Type == want && x.Kind == graph.KindName && x.Actor != "" && g.ofHead(x, head) {
				return x.Actor
			}
		}
	}
	return ""
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
