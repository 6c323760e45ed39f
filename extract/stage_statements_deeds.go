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
		return st.cue.last > st.cue.first && g.unquoted(st.content) &&
			(g.deed(&st) || g.unsaid(&st) || g.perceived(&st) || g.bargain(&st) || g.aroused(&st))
	})
}

// unquoted reports a content with nothing but the names of persons in quotation marks: alias "The Toad".
func (g *stager) unquoted(content []int) bool {
	if g.kind(content) != graph.Mixed {
		return g.kind(content) == graph.Indirect
	}
	named := g.s.MentionsIn(g.s.Tree.Spans(content))
	return !slices.ContainsFunc(content, func(i int) bool {
		return g.v.words[i].quote >= 0 && !g.v.words[i].punct && !slices.ContainsFunc(named, func(n int) bool {
			m := &g.s.Mentions[n]
			return m.Kind == graph.KindName && m.Type == graph.Person && m.First <= i && i < m.Last
		})
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
	if object < 0 {
		return false
	}
	if g.bringsOutGoods(core, object) || g.goesToLaw(core, object) {
		return true
	}
	if !slices.Contains(st.content, object) {
		return false
	}
	for _, f := range g.s.Know.EventVerb(toks[core].Lemma) {
		if f.Particle != "" || f.Prep != "" || !f.Has(toks[object].Lemma) {
			continue
		}
		switch {
		case f.Type == "-":
			return slices.Contains(concrete, f.Lemma)
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

// concrete are verbs of speech whose use with an object that makes them no event is a deed of the hand or of sport: to defend a title.
var concrete = []string{
	"attack", "back", "blast", "charge", "claim", "defend", "direct", "fire", "hit", "order", "press", "push", "sign", "strike", "support", "threaten",
	"welcome",
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

// bringsOut are verbs that make a thing public: words where the thing is made of words, goods where it is not.
var bringsOut = wordSet("release launch unveil introduce present showcase debut publish issue ship")

// wordy are nouns for what is told or shown, beside those of speech, documents, events and plans.
var wordy = wordSet("ad advert bio biography budget comic content detail draft excerpt fact idea image list lyrics material name news number",
	"package picture platform podcast portion product promo quote return roadmap rule schedule script sentiment side strategy",
	"tax tape timeline timetable trailer truth way word")

// wares are nouns that can be words and, brought out, are goods.
var wares = wordSet("version application program programme line kit suite service single album film movie song track game series model")

// bringsOutGoods reports that the verb brings out a thing that says nothing: released a new laptop, rolled out the first jet.
func (g *stager) bringsOutGoods(core, object int) bool {
	toks, tree := g.s.NLP.Toks, g.s.Tree
	lemma := toks[core].Lemma
	if !bringsOut[lemma] && (lemma != "roll" || !g.hasParticle(core, "out")) || tree.Kid(core, "ccomp", "parataxis") >= 0 {
		return false
	}
	if k := tree.Kid(object, "compound"); toks[object].UPOS == "ADJ" && k >= 0 && toks[k].UPOS == "PROPN" {
		return true // introduced a Veloflex capable of climbing
	}
	if toks[object].UPOS == "PROPN" || toks[object].UPOS == "NOUN" && wares[toks[object].Lemma] {
		return true
	}
	if k := tree.Kid(object, "compound"); k >= 0 && g.tells(k) {
		return false
	}
	return toks[object].UPOS == "NOUN" && !g.tells(object)
}

// tells reports a noun for something that is said, written, shown, planned or done.
func (g *stager) tells(n int) bool {
	know, lemma := g.s.Know, g.s.NLP.Toks[n].Lemma
	return wordy[lemma] || contentNouns[lemma] || len(know.SpeechNoun(lemma)) > 0 || know.IsDocument(lemma) || know.InClass("event", lemma) ||
		know.InClass("law", lemma) || know.InClass("measure", lemma) || len(know.EventNoun(lemma)) > 0
}

// goesToLaw reports a step before a court, which tells nothing of what is said there: sued the bank, filed a lawsuit.
func (g *stager) goesToLaw(core, object int) bool {
	toks := g.s.NLP.Toks
	if g.s.Tree.Kid(core, "ccomp", "parataxis") >= 0 {
		return false
	}
	switch toks[core].Lemma {
	case "sue", "countersue", "prosecute", "indict":
		return true
	case "file", "lodge", "bring", "drop", "settle":
		return g.s.Know.InClass("suit", toks[object].Lemma) && len(g.s.Know.SpeechNoun(toks[object].Lemma)) == 0
	}
	return false
}
