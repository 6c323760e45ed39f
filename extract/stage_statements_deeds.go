package extract

import (
	"slices"

	"dictum/graph"
	"dictum/seeds"
)

// Verbs that tell speech or a deed: to attack a minister over the budget, and to attack a garrison.

// dropDeeds leaves out what the model took for indirect speech and is a deed.
func (g *stager) dropDeeds() {
	g.found = slices.DeleteFunc(g.found, func(st statement) bool {
		return st.cue.last > st.cue.first && g.kind(st.content) == graph.Indirect && g.deed(&st)
	})
}

// deed reports whether the cue's verb is said of a thing that one acts on and does not talk about, or beside another deed of violence.
func (g *stager) deed(st *statement) bool {
	toks := g.s.NLP.Toks
	core := g.core(st.cue)
	if toks[core].UPOS != "VERB" {
		return false
	}
	object := g.s.Tree.Kid(core, "obj", "nsubj:pass")
	if object < 0 || !slices.Contains(st.content, object) {
		return false
	}
	for _, f := range g.s.Know.EventVerb(toks[core].Lemma) {
		if f.Particle != "" || f.Prep != "" || !f.Has(toks[object].Lemma) {
			continue
		}
		switch {
		case f.Objects != nil:
			said, _ := g.speech(core)
			return slices.Contains(deeds, f.Type) || (said == nil || said.Class == "sign") && slices.Contains(dealings, f.Type)
		case f.Type == "ASSAULT":
			return g.violent(core, object)
		}
		return false
	}
	return false
}

// deeds are the event types that are done, not said; dealings are done where the verb is no verb of speech, or one of signing: to sign a treaty.
var (
	deeds    = []string{"AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"}
	dealings = []string{"AGREE", "COOPERATE", "SUPPORT"}
)

// violent reports that the object is a place, a building or the like, or that another violent act or a weapon stands beside the verb.
func (g *stager) violent(core, object int) bool {
	know, toks := g.s.Know, g.s.NLP.Toks
	lemma := toks[object].Lemma
	for _, class := range []string{"victim", "territory", "building", "embassy", "force"} {
		if know.InClass(class, lemma) {
			return true
		}
	}
	if m, ok := g.s.MentionOf(object); ok && g.s.Mentions[m].Type == graph.Location {
		return true
	}
	for _, k := range g.s.Tree.Kids(core) {
		switch {
		case g.s.Tree.Rel(k, "advcl", "conj", "parataxis"):
			if slices.ContainsFunc(know.EventVerb(toks[k].Lemma), func(f *seeds.EventFrame) bool { return f.Type == "ASSAULT" && f.Prep == "" && f.Objects == nil }) {
				return true
			}
		case g.s.Tree.Rel(k, "obl"):
			if know.InClass("weapon", toks[k].Lemma) || know.InClass("bomb", toks[k].Lemma) || know.InClass("militia", toks[k].Lemma) {
				return true
			}
		}
	}
	return false
}
