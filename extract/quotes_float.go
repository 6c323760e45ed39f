package extract

import (
	"slices"
	"strings"
	"unicode"
)

// Quotations that the model leaves out: continued over paragraphs, floating, and speech after a name and a colon.

// covered marks the tokens that belong to some statement's content.
func (g *stager) covered() []bool {
	out := make([]bool, len(g.v.words))
	for i := range g.found {
		for _, t := range g.found[i].content {
			out[t] = true
		}
	}
	return out
}

// wholeQuotes lets a content that has most of a quotation have all of it, and the quotations of the next paragraphs that
// continue it.
func (g *stager) wholeQuotes() {
	taken := g.covered()
	for i := range g.found {
		st := &g.found[i]
		for n := range g.v.quotes {
			q := g.v.qtoks[n]
			if g.v.quotes[n].depth > 0 || q[0] >= q[1] {
				continue
			}
			if prev := g.v.quotes[n].prev; prev >= 0 && g.share(st.content, g.v.qtoks[prev]) > 0.5 || g.share(st.content, q) > 0.5 {
				st.content = g.takeIn(st, q, taken)
			}
		}
	}
}

// share is the part of a quotation's words that a content has.
func (g *stager) share(content []int, q [2]int) float64 {
	all, mine := 0, 0
	at, _ := slices.BinarySearch(content, q[0])
	for i := q[0]; i < q[1]; i++ {
		for at < len(content) && content[at] < i {
			at++
		}
		if g.v.words[i].punct {
			continue
		}
		all++
		if at < len(content) && content[at] == i {
			mine++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(mine) / float64(all)
}

// takeIn adds the tokens of a quotation to a content, but for those that are its own source or cue or another's content.
func (g *stager) takeIn(st *statement, q [2]int, taken []bool) []int {
	content := st.content
	for i := q[0]; i < q[1]; i++ {
		own := i >= st.cue.first && i < st.cue.last || slices.Contains(st.source, i)
		if !taken[i] && !own {
			taken[i] = true
			content = append(content, i)
		}
	}
	slices.Sort(content)
	return content
}

// floating makes statements of the quotations that nothing attributes, where they are speech and a speaker stands near.
func (g *stager) floating() {
	taken := g.covered()
	for n := range g.v.quotes {
		q := g.v.qtoks[n]
		if g.v.quotes[n].depth > 0 || !g.isSpeech(n) || slices.Contains(taken[q[0]:q[1]], true) || g.inCue(q) {
			continue
		}
		st, ok := g.floatingQuote(n)
		if !ok {
			continue
		}
		st.content = tokenRange(q[0], q[1])
		at, _ := slices.BinarySearchFunc(g.found, q[0], func(s statement, at int) int { return s.content[0] - at })
		g.found = slices.Insert(g.found, at, st)
	}
}

func (g *stager) inCue(q [2]int) bool {
	return slices.ContainsFunc(g.found, func(s statement) bool { return s.cue.first < q[1] && q[0] < s.cue.last })
}

// isSpeech tells speech from titles and scare quotes: a clause with a verb that takes up its sentence, or ends like one.
func (g *stager) isSpeech(n int) bool {
	q := g.v.qtoks[n]
	words, verb := 0, false
	for i := q[0]; i < q[1]; i++ {
		if !g.v.words[i].punct {
			words++
		}
		verb = verb || strings.Contains(g.s.NLP.Toks[i].Feats, "VerbForm=Fin") || g.s.NLP.Toks[i].UPOS == "AUX"
	}
	if words < 4 || !verb || q[1]-q[0] < 3 {
		return false
	}
	last := g.s.NLP.Toks[q[1]-1]
	if g.v.words[q[1]-1].qpos == qClose {
		last = g.s.NLP.Toks[q[1]-2]
	}
	return last.UPOS == "PUNCT" || q[1] < len(g.v.words) && g.s.NLP.Toks[q[1]].Text == ","
}

// Probabilities of what the rules find, measured on the training articles (docs/MODEL_CARD.md).
const (
	floatNamed  = 0.6 // a name follows the quotation
	floatSame   = 0.6 // the speaker of the paragraph goes on
	floatBefore = 0.4 // the speaker of the paragraph before goes on
	colonSpeech = 0.8
)

// floatingQuote finds the speaker of a quotation without attribution.
func (g *stager) floatingQuote(n int) (statement, bool) {
	q := g.v.qtoks[n]
	if st, ok := g.nameAfter(q[1]); ok {
		return st, true
	}
	para := g.v.words[q[0]].para
	for i := len(g.found) - 1; i >= 0; i-- {
		f := &g.found[i]
		if f.content[0] > q[0] || !g.speaks(f) {
			continue
		}
		switch g.v.words[f.content[len(f.content)-1]].para {
		case para:
			return statement{attribution: attribution{source: f.source, prob: floatSame}, float: true}, true
		case para - 1:
			if g.v.ptoks[para][0] == q[0] && !f.float {
				return statement{attribution: attribution{source: f.source, prob: floatBefore}, float: true}, true
			}
		}
		break
	}
	return statement{}, false
}

// speaks reports whether a statement is speech by somebody whom another quotation can belong to.
func (g *stager) speaks(f *statement) bool {
	return len(f.source) > 0 && g.share(f.content, [2]int{f.content[0], f.content[len(f.content)-1] + 1}) > 0 &&
		slices.ContainsFunc(f.content, func(i int) bool { return g.v.words[i].quote >= 0 })
}

// nameAfter reads "…," Name during an interview: a person's name right after the quotation, without a verb of its own.
func (g *stager) nameAfter(i int) (statement, bool) {
	if i >= len(g.v.words) || g.v.words[i].quote >= 0 || g.v.words[i].punct {
		return statement{}, false
	}
	for n := range g.s.Mentions {
		m := &g.s.Mentions[n]
		if m.First != i || m.Kind != "name" || m.Type != "PER" {
			continue
		}
		if next := m.Last; next < len(g.v.words) && finite(g.s.NLP.Toks[next].Feats) {
			return statement{}, false
		}
		return statement{attribution: attribution{source: tokenRange(m.First, m.Last), prob: floatNamed}, float: true}, true
	}
	return statement{}, false
}

func finite(feats string) bool { return strings.Contains(feats, "VerbForm=Fin") }

// dialogue reads paragraphs of the form "NAME: speech", as interviews and debates are printed, where the model found nothing.
func (g *stager) dialogue() {
	taken := g.covered()
	for _, p := range g.v.ptoks {
		colon := g.speakerColon(p)
		if colon < 0 || p[1]-colon < 5 || slices.Contains(taken[p[0]:min(colon+4, p[1])], true) {
			continue
		}
		free := func(i int) bool { return !taken[i] }
		st := statement{attribution: attribution{
			cue: cueSpan{first: colon, last: colon + 1, head: colon, prob: colonSpeech}, source: tokenRange(p[0], colon), prob: colonSpeech,
		}}
		for i := colon + 1; i < p[1] && free(i); i++ {
			st.content = append(st.content, i)
		}
		g.found = append(g.found, st)
	}
	slices.SortStableFunc(g.found, func(a, b statement) int { return a.content[0] - b.content[0] })
}

// speakerColon is the colon after the name that begins a paragraph, or -1: at most four words, all in capitals or a person.
func (g *stager) speakerColon(p [2]int) int {
	for i := p[0]; i < min(p[0]+6, p[1]); i++ {
		t := g.s.NLP.Toks[i].Text
		if t == ":" {
			if i == p[0] {
				return -1
			}
			return i
		}
		if t == "." || t == "," {
			continue
		}
		if !capitals(t) {
			return -1
		}
	}
	return -1
}

// capitals reports whether a word is written in capitals, as the names of speakers are.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 1
}
