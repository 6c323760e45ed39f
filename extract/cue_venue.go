package extract

import (
	"slices"
	"strings"
)

// The venue of a statement: on which occasion, by which medium.

// venueNouns are occasions and media of speech.
var venueNouns = []string{
	"address", "appearance", "article", "blog", "book", "brief", "briefing", "broadcast", "call", "ceremony", "column", "commentary",
	"complaint", "conclave", "conference", "conversation", "court", "debate", "e-mail", "editorial", "email", "essay", "event", "filing", "forum",
	"gathering", "hearing", "interview", "lawsuit", "lecture", "letter", "meeting", "memo", "memoir", "message", "note", "op-ed", "panel",
	"podcast", "post", "press", "program", "programme", "radio", "rally", "release", "remark", "report", "resolution", "ruling", "session",
	"show", "speech", "statement", "summit", "symposium", "talk", "telecast", "telegram", "television", "testimony", "tweet", "video",
	"visit", "webcast", "website",
}

// platforms are media that stand by their own name.
var platforms = []string{
	"facebook", "instagram", "radio", "reddit", "snapchat", "telegram", "television", "tiktok", "tv", "twitter", "x", "youtube",
}

var venuePrepositions = []string{"in", "at", "during", "on", "via", "through"}

// issued are things that one speaks by giving out or holding them, and issuers the verbs for that: to issue a statement.
var (
	issued = []string{
		"address", "article", "book", "briefing", "column", "commentary", "editorial", "essay", "interview", "lecture", "letter", "memo", "message",
		"note", "op-ed", "post", "release", "report", "speech", "statement", "telegram", "testimony", "tweet", "video",
	}
	issuers = []string{"air", "deliver", "distribute", "give", "hold", "issue", "make", "pen", "post", "publish", "release", "send", "submit", "write"}
)

// venue is where or in what the words were said: "interview with RTVI", "briefing in Moscow", "Twitter".
func (g *stager) venue(st *statement) string {
	heads := []int{}
	switch {
	case st.cue.last > st.cue.first:
		heads = g.cueVerbs(st.cue)
	case len(st.source) > 0:
		heads = append(heads, g.sourceHead(st))
	}
	for i := st.cue.first; i < st.cue.last; i++ {
		if g.venueNoun(i) && (g.behind(i, venuePrepositions) || g.given(i)) {
			return g.occasion(i)
		}
	}
	for _, head := range heads {
		for _, k := range g.s.Tree.Kids(head) {
			told := slices.Contains(toldVerbs, g.s.NLP.Toks[head].Lemma) || g.s.NLP.Toks[head].Lemma == "use"
			if told && g.s.Tree.Rel(k, "obj", "iobj") && g.venueNoun(k) && !g.inside(k, st) { // told a briefing, used an appearance
				return g.occasion(k)
			}
			if !g.s.Tree.Rel(k, "obl", "nmod") || g.inside(k, st) && st.cue.last > st.cue.first || !g.venueNoun(k) {
				continue
			}
			if g.behind(k, venuePrepositions) {
				return g.occasion(k)
			}
		}
	}
	if v := g.speakingAt(st); v != "" {
		return v
	}
	if st.cue.last == st.cue.first && len(st.source) > 0 {
		return g.venueAfter(st.source[len(st.source)-1] + 1)
	}
	return ""
}

// venueAfter is the venue of a phrase that begins at token i, whatever the parser made of a sentence without a verb.
func (g *stager) venueAfter(i int) string {
	if i >= len(g.v.words) || !slices.Contains(venuePrepositions, strings.ToLower(g.s.NLP.Toks[i].Text)) {
		return ""
	}
	for k := i + 1; k < min(i+6, len(g.v.words)) && !g.v.words[k].punct; k++ {
		if g.venueNoun(k) {
			return g.occasion(k)
		}
	}
	return ""
}

// behind reports whether a noun phrase is an adjunct with one of the prepositions.
func (g *stager) behind(i int, prepositions []string) bool {
	c := g.s.Tree.Kid(i, "case")
	return c >= 0 && g.s.Tree.Rel(i, "obl", "nmod") && slices.Contains(prepositions, strings.ToLower(g.s.NLP.Toks[c].Text))
}

// given reports whether a noun is the object of a verb of issuing: "released a statement".
func (g *stager) given(i int) bool {
	h := g.s.NLP.Toks[i].Head
	return h >= 0 && g.s.Tree.Rel(i, "obj") && slices.Contains(issued, g.s.NLP.Toks[i].Lemma) && slices.Contains(issuers, g.s.NLP.Toks[h].Lemma)
}

// speakingAt is the venue in a participle beside the cue: "Speaking at a conference in Geneva, she said".
func (g *stager) speakingAt(st *statement) string {
	if st.cue.last == st.cue.first {
		return ""
	}
	toks := g.s.NLP.Toks
	sent := g.s.NLP.Sents[g.s.Tree.Sent(st.cue.head)]
	for i := sent.First; i < sent.Last; i++ {
		opens := i == sent.First || i < st.cue.first && g.v.words[i-1].punct
		if toks[i].XPOS != "VBG" || !oneOf(toks[i].Lemma, "speak", "talk", "write", "testify", "appear") || g.inside(i, st) ||
			!opens && toks[i].Head != st.cue.head {
			continue
		}
		for _, k := range g.s.Tree.Kids(i) {
			media := toks[k].UPOS == "PROPN" && g.behind(k, []string{"on"}) && !g.tellsTime(k)
			if g.venueNoun(k) && g.behind(k, venuePrepositions) || media {
				return g.occasion(k)
			}
		}
	}
	return ""
}

// occasion is the phrase of a venue, with the words of a programme's name that the tree has lost ("Radio 4's Today programme").
func (g *stager) occasion(i int) string {
	toks := g.s.NLP.Toks
	words := g.phraseTokens(i)
	last, sent := words[1], g.s.NLP.Sents[g.s.Tree.Sent(i)]
	if toks[last-1].UPOS != "PROPN" && last-1 != i {
		return g.text(words[0], last)
	}
	for k := last; k < min(last+6, sent.Last); k++ {
		if toks[k].UPOS == "NOUN" && g.venueNoun(k) {
			return g.text(words[0], k+1)
		}
		if !oneOf(toks[k].UPOS, "PROPN", "NUM") && toks[k].XPOS != "POS" {
			break
		}
		if toks[k].UPOS == "NUM" && last == k {
			last++
		}
	}
	return g.text(words[0], last)
}

func (g *stager) venueNoun(i int) bool {
	tok := &g.s.NLP.Toks[i]
	switch tok.UPOS {
	case "NOUN":
		return slices.Contains(venueNouns, tok.Lemma)
	case "PROPN":
		return slices.Contains(platforms, strings.ToLower(tok.Text))
	}
	return false
}
