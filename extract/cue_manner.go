package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// manner is how something is said: towards whom, for or against, negated, how certain.
type manner struct {
	target    int    // token of the noun phrase that accusing, praising … is aimed at, -1 for none
	class     string // of the cue's verb or noun, "" for one that the tables do not know
	attitude  string
	polarity  string
	certainty string
}

// manner reads cue and content.
func (g *stager) manner(st *statement) manner {
	m := manner{target: -1, polarity: graph.Affirmed, certainty: graph.Asserted}
	if st.cue.last > st.cue.first {
		core := g.core(st.cue)
		if slices.Contains(carriers, g.s.NLP.Toks[core].Lemma) {
			if k := g.s.Tree.Kid(core, "obj"); k >= 0 && len(g.s.Know.SpeechNoun(g.s.NLP.Toks[k].Lemma)) > 0 {
				core = k
			}
		}
		speech, frame := g.speech(core)
		speech = g.reading(st, core, speech, frame)
		if speech != nil {
			m.class, m.attitude = speech.Class, speech.Attitude
			m.certainty = or2(speech.Certainty, m.certainty)
			m.polarity = or2(speech.Polarity, m.polarity)
			m.target = g.target(core, speech.Target, frame)
			if m.target < 0 && g.agentless(st) {
				m.target = g.v.subject(core)
			}
			if m.target < 0 && slices.Contains(ofClauses, speech.Class) {
				m.attitude = ""
			}
		}
		switch {
		case g.undoubted(core, speech):
			m.certainty, m.attitude = graph.Asserted, ""
		case g.negated(st.cue):
			if m.polarity == graph.Affirmed {
				m.polarity = graph.Negated
			} else {
				m.polarity = graph.Affirmed
			}
			m.attitude = "" // "did not praise" is no blame
		}
		if g.s.Tree.Rel(st.cue.head, "amod") {
			m.attitude = "" // "the much-maligned builders"
		}
		if g.modal(st.cue.head) {
			m.certainty = graph.Hedged
		}
	}
	if g.asks(st, m.class) {
		m.certainty = graph.Questioned
	} else if m.certainty == graph.Asserted && g.hedges(st) {
		m.certainty = graph.Hedged
	}
	return m
}

// reading is the reading of a verb, of those with one frame, that takes such a content: to declare that, and to declare something so.
func (g *stager) reading(st *statement, core int, speech *seeds.Speech, frame string) *seeds.Speech {
	if speech == nil || g.s.NLP.Toks[core].UPOS != "VERB" {
		return speech
	}
	form, root := "object", g.contentRoot(st.content)
	switch {
	case st.kind != graph.Indirect:
		form = "quote"
	case g.hasParticle(core, "as"):
		form = "as"
	case root >= 0 && g.s.Tree.Rel(root, "xcomp"):
		form = "to"
	case root >= 0 && g.s.Tree.Rel(root, "ccomp", "parataxis"):
		form = "that"
	}
	for _, v := range g.s.Know.SpeechVerb(g.s.NLP.Toks[core].Lemma) {
		if v.Frame == frame && slices.Contains(v.Takes, form) {
			return &v.Speech
		}
	}
	return speech
}

// undoubted reports "there is no doubt that", "little doubt": the content is affirmed.
func (g *stager) undoubted(core int, speech *seeds.Speech) bool {
	if speech == nil || speech.Class != "doubt" && speech.Class != "suspect" || g.s.NLP.Toks[core].UPOS != "NOUN" {
		return false
	}
	for _, k := range g.s.Tree.Kids(core) {
		if k < core && oneOf(g.s.NLP.Toks[k].Lemma, "no", "little") {
			return true
		}
	}
	return false
}

// ofClauses are classes of cues whose attitude is towards the object. Where a clause stands in its place they judge what it says,
// not the actors in it: to doubt that a country will leave is not to oppose the country.
var ofClauses = []string{"agree", "allow", "deny", "doubt", "recommend", "reply"}

// carriers are verbs whose object says what is done: to repeat criticism is to criticise.
var carriers = []string{"convey", "express", "extend", "give", "issue", "level", "lodge", "make", "offer", "reiterate", "renew", "repeat", "voice"}

func or2(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// speech looks up what the tables know of a cue's head: the frame whose particle or preposition is there goes first.
func (g *stager) speech(head int) (speech *seeds.Speech, frame string) {
	tok := &g.s.NLP.Toks[head]
	if tok.UPOS == "NOUN" {
		for _, n := range g.s.Know.SpeechNoun(tok.Lemma) {
			return &n.Speech, ""
		}
	}
	if tok.UPOS == "VERB" || tok.UPOS == "AUX" || tok.UPOS == "NOUN" {
		verbs := g.s.Know.SpeechVerb(tok.Lemma)
		for _, v := range verbs {
			if v.Frame != "" && g.hasParticle(head, v.Frame) {
				return &v.Speech, v.Frame
			}
		}
		if p := g.s.Tree.Kid(head, "compound:prt"); p > head && tok.UPOS == "VERB" {
			return nil, "" // with a particle that the tables do not know it is another verb: to blast off
		}
		for _, v := range verbs {
			if v.Frame == "" {
				return &v.Speech, ""
			}
		}
	}
	return nil, ""
}

// hasParticle reports whether a verb has a particle or a prepositional complement with the word.
func (g *stager) hasParticle(head int, word string) bool {
	toks := g.s.NLP.Toks
	is := func(i int) bool {
		have := strings.ToLower(toks[i].Text)
		return have == word || word == "to" && oneOf(have, "towards", "toward") || word == "on" && have == "upon"
	}
	for _, k := range g.s.Tree.Kids(head) {
		if k > head && is(k) {
			return true
		}
		if c := g.s.Tree.Kid(k, "case", "mark"); c > head && is(c) {
			return true
		}
	}
	return false
}

// target finds the noun phrase that a verb or noun aims at: its object, or the complement with the preposition. Verbs that
// aim at nobody ("about" in the tables) give -1.
func (g *stager) target(head int, how, frame string) int {
	preps := []string{how}
	if k := g.s.Tree.Kid(head, "obj"); k >= 0 && how != "" && g.s.NLP.Toks[head].UPOS == "NOUN" && len(g.s.Know.SpeechVerb(g.s.NLP.Toks[head].Lemma)) > 0 {
		return k // a verb that the tagger took for a noun: "to praise Germany for its patience"
	}
	switch how {
	case "", "about":
		return -1
	case "object":
		if k := g.s.Tree.Kid(head, "obj", "nsubj:pass"); k >= 0 {
			return k
		}
		preps = []string{frame}
		if g.s.NLP.Toks[head].UPOS == "NOUN" {
			if k := g.s.Tree.Kid(head, "appos"); k >= 0 && len(g.s.Know.SpeechVerb(g.s.NLP.Toks[head].Lemma)) > 0 {
				return k // a verb that the tagger took for a noun: "to praise Germany"
			}
			preps = []string{"of", "against", "for"}
		}
	}
	for _, k := range g.s.Tree.Kids(head) {
		if !g.s.Tree.Rel(k, "obl", "nmod") {
			continue
		}
		if c := g.s.Tree.Kid(k, "case"); c >= 0 && slices.Contains(preps, strings.ToLower(g.s.NLP.Toks[c].Text)) {
			return k
		}
	}
	return -1
}

// negated reports whether the cue is denied: not, never, no longer; refuse and decline to say.
func (g *stager) negated(c cueSpan) bool {
	for _, k := range g.s.Tree.Kids(c.head) {
		t := &g.s.NLP.Toks[k]
		if k > c.last || g.s.Tree.Rel(k, "nsubj", "obj", "obl", "ccomp") {
			continue
		}
		adverb := g.s.Tree.Rel(k, "advmod") && (t.Lemma == "not" || t.Lemma == "n't")
		if adverb || strings.Contains(t.Feats, "Polarity=Neg") || t.Lemma == "never" {
			return true
		}
	}
	for i := g.core(c); i >= 0 && g.s.Tree.Rel(i, "xcomp"); {
		h := g.s.NLP.Toks[i].Head
		if h >= 0 && oneOf(g.s.NLP.Toks[h].Lemma, "decline", "refuse", "fail") {
			return true
		}
		if i = h; i < c.first || i >= c.last {
			break
		}
	}
	return false
}

// modal reports whether the cue's verb is only possible: may, might, could, would say.
func (g *stager) modal(head int) bool {
	for _, k := range g.s.Tree.Kids(head) {
		if g.s.Tree.Rel(k, "aux") && slices.Contains([]string{"may", "might", "could"}, g.s.NLP.Toks[k].Lemma) {
			return true
		}
	}
	return false
}

// asks reports whether the content is a question: it ends with a question mark, or the cue asks with a word that opens one.
func (g *stager) asks(st *statement, class string) bool {
	for i := st.content[len(st.content)-1]; i > st.content[0]; i-- {
		t := g.s.NLP.Toks[i].Text
		if t == "?" {
			return true
		}
		if !g.v.words[i].punct {
			break
		}
	}
	first := strings.ToLower(g.s.NLP.Toks[st.content[0]].Text)
	return first == "whether" || class == "ask" && oneOf(first, "how", "if", "what", "when", "where", "which", "who", "whom", "whose", "why")
}

var hedgeModals = []string{"may", "might", "could"}

var hedgeAdverbs = []string{"perhaps", "maybe", "possibly", "probably", "likely", "reportedly", "allegedly", "apparently", "presumably"}

// hedges reports whether the main clause of the content is qualified.
func (g *stager) hedges(st *statement) bool {
	root := g.contentRoot(st.content)
	if root < 0 {
		return false
	}
	for _, k := range g.s.Tree.Kids(root) {
		lemma := g.s.NLP.Toks[k].Lemma
		if g.s.Tree.Rel(k, "aux") && slices.Contains(hedgeModals, lemma) || g.s.Tree.Rel(k, "advmod") && slices.Contains(hedgeAdverbs, lemma) {
			return true
		}
	}
	return false
}

// contentRoot is the first token of the content whose head lies outside of it, a predicate rather than another.
func (g *stager) contentRoot(content []int) int {
	best := -1
	for _, i := range content {
		if g.v.words[i].punct {
			continue
		}
		if _, in := slices.BinarySearch(content, int(g.v.words[i].head)); in {
			continue
		}
		switch g.s.NLP.Toks[i].UPOS {
		case "VERB", "AUX":
			return i
		}
		if best < 0 {
			best = i
		}
	}
	return best
}
