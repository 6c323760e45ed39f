package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// What the model takes for indirect speech though nobody says or thinks it: acts told by verbs that are no verbs of speech, what is seen
// rather than said, deals, and what things show.

// unsaid reports a cue none of whose words the tables know for one of speech or thought, without a clause as its content: "has launched
// a phone", "appeared opposite her". An unknown word before a clause may well attribute it.
func (g *stager) unsaid(st *statement) bool {
	toks := g.s.NLP.Toks
	if toks[st.cue.head].UPOS != "VERB" && toks[g.core(st.cue)].UPOS != "VERB" || toks[st.cue.first].Lemma == "accord" || g.clause(st) {
		return false
	}
	for i := st.cue.first; i < st.cue.last; i++ {
		switch toks[i].UPOS {
		case "VERB", "NOUN", "PROPN", "ADJ", "X":
		default:
			continue
		}
		if oneOf(toks[i].Lemma, "begin", "start", "continue", "go", "help", "move") && g.s.Tree.Kid(i, "xcomp") >= 0 {
			continue // the verb behind tells what is done
		}
		if said, _ := g.speech(i); said != nil || slices.Contains(alsoSaid, toks[i].Lemma) || g.venueNoun(i) || toks[i].UPOS == "ADJ" && g.feels(i) || g.s.Know.IsDocument(toks[i].Lemma) {
			return false
		}
		if low := strings.ToLower(toks[i].Text); toks[i].UPOS != "VERB" && (len(g.s.Know.SpeechVerb(low)) > 0 ||
			len(g.s.Know.SpeechVerb(strings.TrimSuffix(low, "s"))) > 0 || len(g.s.Know.SpeechNoun(low)) > 0) {
			return false // a headline's verb that the tagger took for a name
		}
	}
	return true
}

// alsoSaid are verbs that tell what somebody says, though the tables of cues, which the model was trained with, lack them.
var alsoSaid = []string{
	"address", "brand", "broach", "debunk", "dispel", "downplay", "enumerate", "finger", "flag", "frame", "identify", "itemise", "itemize", "link",
	"narrate", "overstate", "parrot", "pillory", "promote", "recap", "relate", "summarise", "summarize", "trumpet", "understate", "vent", "voice",
}

// feels reports an adjective beside a form of be that has a complement: afraid of, confident about.
func (g *stager) feels(i int) bool { return g.s.Tree.Kid(i, "cop") >= 0 || g.s.Tree.Rel(i, "xcomp") }

// clause reports whether a content is a clause that depends on its cue, or opens like one.
func (g *stager) clause(st *statement) bool {
	toks, tree := g.s.NLP.Toks, g.s.Tree
	first := strings.ToLower(toks[st.content[0]].Text)
	if oneOf(first, "that", "whether", "how", "what", "why", "who", "if", "to") {
		return true
	}
	for _, i := range st.content {
		h := toks[i].Head
		if h < st.cue.first || h >= st.cue.last {
			continue
		}
		raised := oneOf(toks[h].Lemma, "appear", "seem") || tree.Kid(i, "mark", "aux", "cop") >= 0
		if tree.Rel(i, "ccomp", "parataxis") || tree.Rel(i, "xcomp") && raised {
			return true
		}
	}
	return false
}

// perceived reports what is seen or heard and not said: "saw his team lose". To be seen as something is a judgement.
func (g *stager) perceived(st *statement) bool {
	toks, tree := g.s.NLP.Toks, g.s.Tree
	core := g.core(st.cue)
	if oneOf(toks[core].Lemma, "discover", "find", "locate", "uncover") {
		return !g.clause(st) && g.foundThing(core)
	}
	if toks[core].UPOS != "VERB" || !oneOf(toks[core].Lemma, "see", "watch", "observe", "witness", "overhear", "glimpse") {
		return false
	}
	if tree.Kid(core, "aux:pass", "nsubj:pass") >= 0 || g.hasParticle(core, "as") || tree.Kid(core, "obj", "xcomp") < 0 {
		return false
	}
	for _, k := range tree.Kids(core) {
		if tree.Rel(k, "ccomp") && (tree.Kid(k, "mark") >= 0 || slices.ContainsFunc(tree.Kids(k), func(i int) bool { return finite(toks[i].Feats) })) {
			return false
		}
	}
	return !g.clause(st)
}

// foundThing reports that the object of a verb of finding can be touched: drugs, bodies, arms.
func (g *stager) foundThing(core int) bool {
	object := g.s.Tree.Kid(core, "obj", "nsubj:pass")
	if object < 0 || g.s.Tree.Kid(core, "ccomp", "xcomp") >= 0 || g.hasParticle(core, "as") {
		return false
	}
	lemma := g.s.NLP.Toks[object].Lemma
	return slices.ContainsFunc([]string{"arms", "bomb", "captive", "victim", "weapon"}, func(class string) bool { return g.s.Know.InClass(class, lemma) }) ||
		oneOf(lemma, "body", "cocaine", "corpse", "drug", "laboratory", "plantation", "tunnel")
}

// trades are what deals are made about.
var trades = []string{
	"acquire", "buy", "combine", "contribute", "deliver", "distribute", "exchange", "finance", "form", "guarantee", "hire", "invest", "join", "lease",
	"lend", "license", "loan", "manage", "market", "merge", "operate", "pay", "produce", "provide", "purchase", "repay", "repurchase", "sell", "settle",
	"supply", "swap", "take", "transfer", "underwrite",
}

// bargain reports a deal: to agree to buy, pay or lend is done with it. To agree with others, or that something is so, is said.
func (g *stager) bargain(st *statement) bool {
	core := g.core(st.cue)
	toks, tree := g.s.NLP.Toks, g.s.Tree
	for i := core; i >= st.cue.first && i < st.cue.last; i = toks[i].Head {
		if toks[i].Lemma != "agree" || toks[i].UPOS != "VERB" {
			continue
		}
		k := tree.Kid(i, "xcomp")
		if k < 0 {
			return false
		}
		return slices.Contains(trades, toks[k].Lemma)
	}
	return false
}

// arousers are verbs whose subject is not the one who speaks, but what makes others speak: to spark criticism.
var arousers = []string{
	"arouse", "attract", "cause", "court", "draw", "elicit", "fuel", "generate", "ignite", "incite", "inspire", "invite", "kindle", "prompt",
	"provoke", "raise", "reignite", "revive", "spark", "spawn", "spur", "stir", "stoke", "trigger",
}

// aroused reports that the source is what gave others cause to speak.
func (g *stager) aroused(st *statement) bool {
	toks := g.s.NLP.Toks
	head := st.cue.head
	if toks[head].UPOS != "VERB" || !slices.Contains(arousers, toks[head].Lemma) || len(st.source) == 0 {
		return false
	}
	core := g.core(st.cue)
	subject := g.v.subject(head)
	if subject >= 0 && toks[head].Lemma == "raise" && !g.s.Know.InClass("event", toks[subject].Lemma) {
		return false // to raise doubts oneself
	}
	return subject >= 0 && slices.Contains(st.source, subject) && (core != head || g.s.Tree.Kid(head, "obj") >= 0)
}

// dropThings leaves out what no speaker says: an event that shows something, a year that promises to be good. It asks that the source
// was resolved to nobody.
func (g *stager) dropThings() {
	g.found = slices.DeleteFunc(g.found, func(st statement) bool {
		return st.speaker == "" && st.kind == graph.Indirect && st.cue.last > st.cue.first && len(st.source) > 0 && g.thing(&st)
	})
}

// thing reports a source that is an event, or says no more than a demonstrative, before a verb of showing or of will.
func (g *stager) thing(st *statement) bool {
	head := g.sourceHead(st)
	tok := &g.s.NLP.Toks[head]
	said, _ := g.speech(g.core(st.cue))
	if said == nil || !oneOf(said.Class, "show", "know", "stress", "hint", "reveal", "interpret") || g.s.Know.IsDocument(tok.Lemma) {
		return false
	}
	switch {
	case tok.UPOS == "NOUN":
		return g.s.Know.InClass("event", tok.Lemma)
	case tok.UPOS == "PRON" || tok.UPOS == "DET":
		return oneOf(strings.ToLower(tok.Text), "this", "these", "that")
	}
	return tok.UPOS == "VERB"
}
