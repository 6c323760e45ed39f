package extract

import (
	"cmp"
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// maxAbout is how many actors a statement is about at most.
const maxAbout = 3

// minProminence keeps out those whom only a subordinate clause mentions.
const minProminence = 0.42

// about says whom a statement concerns: the one whom the cue's verb is aimed at (aimed), or whose thing that is ("the Japanese
// limits"), else the main actors of the content's clauses.
func (g *stager) about(st *statement, target int) (out []string, aimed bool) {
	if out = g.aimedAt(st, target); len(out) > 0 {
		return out, true
	}
	all := g.weigh(st)
	own := g.affiliations(st.speaker)
	ours := func(x weighed) bool { return slices.Contains(own, x.id) } // whoever speaks for a country says what it does
	if slices.ContainsFunc(all, func(x weighed) bool { return !ours(x) && x.weight >= minProminence }) {
		all = slices.DeleteFunc(all, ours)
	}
	for _, x := range all {
		if len(out) < maxAbout && x.weight >= minProminence && x.weight >= 0.55*all[0].weight {
			out = append(out, x.id)
		}
	}
	return out, false
}

// aimedAt are the actors of the noun phrase that a verb is aimed at; where it names none, the one whose thing it is.
func (g *stager) aimedAt(st *statement, target int) (out []string) {
	if target < 0 {
		return nil
	}
	add := func(id string) {
		if id != "" && id != st.speaker && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, id := range g.s.ActorsOf(target) {
		add(id)
	}
	for _, k := range g.s.Tree.Kids(target) {
		whose := g.s.Tree.Rel(k, "nmod:poss", "amod", "compound") || g.s.Tree.Rel(k, "nmod") && g.behind(k, []string{"of", "by"})
		if len(out) == 0 && whose && !g.person(target) && g.standsFor(k, target) {
			add(g.s.ActorOf(k))
		}
	}
	return out
}

// judged are those whom praise or blame without an object of its own is about: what the content names alone ("complained about the
// ministry's delays"), or who does in it what is complained about ("complained that the ministry delayed").
func (g *stager) judged(st *statement, m *manner) []string {
	root := g.contentRoot(st.content)
	if m.target >= 0 || root < 0 || oneOf(m.class, "oppose", "refuse") { // to refuse to do something is against nobody
		return nil
	}
	if oneOf(g.s.NLP.Toks[root].UPOS, "NOUN", "PROPN", "PRON") && g.s.Tree.Kid(root, "nsubj", "cop") < 0 {
		return g.aimedAt(st, root)
	}
	if oneOf(m.class, "accuse", "complain", "criticise", "rejoice") {
		return g.aimedAt(st, g.s.Tree.Kid(root, "nsubj"))
	}
	return nil
}

// weighed is an actor of a content with the greatest weight among its mentions.
type weighed struct {
	id     string
	weight float64
	at     int
}

// weigh lists the actors that a content mentions, but for the speaker, the most prominent first.
func (g *stager) weigh(st *statement) []weighed {
	var all []weighed
	for _, n := range g.s.MentionsIn(g.s.Tree.Spans(st.content)) {
		m := &g.s.Mentions[n]
		if m.Actor == "" || m.Actor == st.speaker {
			continue
		}
		w := g.prominence(st, m)
		if i := slices.IndexFunc(all, func(x weighed) bool { return x.id == m.Actor }); i >= 0 {
			all[i].weight = max(all[i].weight+w/2, w)
			continue
		}
		all = append(all, weighed{m.Actor, w, m.First})
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.weight, a.weight), a.at-b.at) })
	return all
}

// person reports a common noun for a person and nothing else.
func (g *stager) person(i int) bool {
	readings := g.s.Know.Nominal(g.s.NLP.Toks[i].Lemma)
	return len(readings) > 0 && !slices.ContainsFunc(readings, func(n *seeds.Nominal) bool { return n.Type != graph.Person })
}

// standsFor reports whether what is said of the noun h concerns the one that its modifier k names. A country is concerned by what is
// said of its government, forces and policies, not by what is said of its citizens, firms and players; nobody by what is said of a
// person who belongs to him, nor by the name that a longer name holds.
func (g *stager) standsFor(k, h int) bool {
	toks, know := g.s.NLP.Toks, g.s.Know
	noun := &toks[h]
	if n, ok := g.s.MentionOf(h); ok && g.s.Mentions[n].Actor != "" && g.s.Mentions[n].Actor != g.s.ActorOf(k) {
		return false
	}
	if know.InClass("state", noun.Lemma) || know.InClass("state", strings.TrimSuffix(noun.Lemma, "s")) {
		return true
	}
	if g.person(h) {
		return false
	}
	if noun.UPOS == "PROPN" && g.s.Tree.Rel(k, "nmod:poss") {
		return false
	}
	return g.s.Tree.Rel(k, "nmod:poss", "nmod") || g.s.ActorType(g.s.ActorOf(k)) != graph.Location
}

// affiliations are the actors that an actor belongs to.
func (g *stager) affiliations(id string) []string {
	for i := range g.s.Record.Actors {
		if g.s.Record.Actors[i].ID == id {
			return g.s.Record.Actors[i].Affiliations
		}
	}
	return nil
}

// prominence weighs a mention by its role in the content and its depth below the content's main clauses.
func (g *stager) prominence(st *statement, m *Mention) float64 {
	weight := 1.0
	for i := m.Head; i >= 0; {
		h := g.s.NLP.Toks[i].Head
		if _, in := slices.BinarySearch(st.content, h); !in || h < 0 {
			break
		}
		weight *= g.step(i)
		if g.s.Tree.Rel(i, "nmod:poss", "amod", "compound") && !g.standsFor(i, h) {
			weight *= 0.3
		}
		i = h
	}
	if m.Kind == graph.KindPronoun {
		weight *= 0.8
	}
	return weight
}

// step is what one relation on the way up leaves of a mention's weight.
func (g *stager) step(i int) float64 {
	tree := g.s.Tree
	switch {
	case tree.Rel(i, "nsubj", "ccomp", "conj", "parataxis", "appos", "flat", "root", "xcomp"):
		return 1
	case tree.Rel(i, "obj", "iobj", "nmod:poss"):
		return 0.9
	case tree.Rel(i, "obl", "nmod"):
		switch {
		case g.placeOrTime(i):
			return 0.25
		case tree.Rel(i, "obl") && !tree.Rel(i, "obl:agent"):
			return 0.6
		}
		return 0.7
	case tree.Rel(i, "amod", "compound"):
		return 0.8
	case tree.Doc.Toks[i].Deprel == "acl":
		return 0.8
	case tree.Rel(i, "advcl", "acl"):
		return 0.4
	}
	return 0.7
}

// placeOrTime reports whether an oblique phrase tells where or when: a place that is no state, or any after in, at, near …
func (g *stager) placeOrTime(i int) bool {
	c := g.s.Tree.Kid(i, "case")
	if c < 0 {
		return false
	}
	m, ok := g.s.MentionOf(i)
	if !ok || g.s.Mentions[m].Type != graph.Location {
		return false
	}
	where := []string{"in", "at", "near", "from", "around", "outside", "inside", "through"}
	return strings.HasPrefix(g.s.Mentions[m].Actor, "place:") || slices.Contains(where, strings.ToLower(g.s.NLP.Toks[c].Text))
}
