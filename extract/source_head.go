package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// The word of a source that says who speaks, where trees and taggers err.

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
			// "securities analysts", both of them subjects
			beside := best >= 0 && best == i-1 && g.s.NLP.Toks[best].UPOS == "NOUN" && g.s.NLP.Toks[i].UPOS == "NOUN"
			relative := best >= 0 && strings.Contains(g.s.NLP.Toks[best].Feats, "PronType=Rel") // "who prosecutors said had fled"
			if best < 0 || relative && g.s.NLP.Toks[i].UPOS == "NOUN" || g.s.Tree.Rel(i, "nsubj") && (!g.s.Tree.Rel(best, "nsubj") || beside) {
				best = i
			}
		}
	}
	if best < 0 {
		best = st.source[0]
	}
	if h := g.beforePreposition(st, best); h >= 0 {
		return h
	}
	if n, ok := g.s.MentionOf(best); ok { // "Trade Ministry officials", where the tree makes the name the head
		m := &g.s.Mentions[n]
		if p := g.compatriot(st, best, m); p >= 0 {
			return p
		}
		if m.Kind == graph.KindName && g.s.nameless[m.Last] != nil && slices.Contains(st.source, m.Last) {
			return m.Last
		}
	}
	return best
}

// compatriot is the head of the person's name that closes a source which the tree gave an adjective of nation for its head: "Irish
// walker Anna Weiss". It is -1 for others.
func (g *stager) compatriot(st *statement, head int, m *Mention) int {
	if g.s.ActorType(m.Actor) != graph.Location || m.Type != graph.Norp || m.Kind != graph.KindName {
		return -1
	}
	last := st.source[len(st.source)-1]
	n, ok := g.s.MentionOf(last)
	if !ok || g.s.Mentions[n].Type != graph.Person || g.s.Mentions[n].Kind != graph.KindName || !g.s.Tree.Under(last, head) {
		return -1
	}
	for i := last; i != head; i = g.s.NLP.Toks[i].Head {
		if !g.s.Tree.Rel(i, "flat", "compound", "appos") {
			return -1
		}
	}
	return g.s.Mentions[n].Head
}

// appositive is the person whose name closes a source that begins with a description: "the judge in charge of the case, Ana Moro".
func (g *stager) appositive(st *statement, head int) string {
	last := st.source[len(st.source)-1]
	for last > head && g.v.words[last].punct {
		last--
	}
	n, ok := g.s.MentionOf(last)
	if e := g.s.nameless[head]; e != nil && e.typ != graph.Person { // a report by somebody
		return ""
	}
	if !ok || g.s.NLP.Toks[head].UPOS != "NOUN" || g.s.NLP.Toks[head].XPOS == "NNS" {
		return ""
	}
	m := &g.s.Mentions[n]
	if m.Kind != graph.KindName || m.Type != graph.Person || m.Last != last+1 || m.First <= head+1 || g.s.NLP.Toks[m.First-1].Text != "," {
		return ""
	}
	return m.Actor
}

// beforePreposition is the noun that a preposition ties the found head to, where the tree has lost it: "a spokesman from Oxfam" with
// Oxfam as the subject. It is -1 where nothing stands before.
func (g *stager) beforePreposition(st *statement, head int) int {
	n, ok := g.s.MentionOf(head)
	if !ok || g.s.Mentions[n].Kind != graph.KindName || !g.afterPreposition(&g.s.Mentions[n]) {
		return -1
	}
	i := g.s.Mentions[n].First - 1
	for i > 0 && g.s.NLP.Toks[i].UPOS == "DET" {
		i--
	}
	if i--; i < 0 || g.s.nameless[i] == nil || !slices.Contains(st.source, i) {
		return -1
	}
	return i
}

// afterPreposition reports a name that a preposition ties to the source: "a farmer near Jermuk" is not Jermuk.
func (g *stager) afterPreposition(m *Mention) bool {
	i := m.First - 1
	for i > 0 && g.s.NLP.Toks[i].UPOS == "DET" {
		i--
	}
	return i >= 0 && g.s.NLP.Toks[i].UPOS == "ADP"
}
