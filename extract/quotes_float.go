package extract

import (
	"slices"
	"strings"
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

// floating finds a home for the quotations that nothing attributes, where they are speech: they go on with the quotation before
// them in the paragraph, or are statements of their own by somebody who stands near.
func (g *stager) floating() {
	taken := g.covered()
	for n := range g.v.quotes {
		q := g.v.qtoks[n]
		if g.v.quotes[n].depth > 0 || !g.isSpeech(n) || slices.Contains(taken[q[0]:q[1]], true) || g.inCue(q) {
			continue
		}
		st, named := g.signature(q[1])
		if !named {
			st, named = g.nameAfter(q[1])
		}
		if !named {
			st, named = g.saidAfter(q[1], taken)
		}
		if !named {
			st, named = g.saidJustBefore(q[0], taken)
		}
		before := g.before(q[0])
		switch {
		case named:
		case before >= 0 && g.paraOf(before) == g.v.words[q[0]].para:
			f := &g.found[before]
			f.content = g.takeIn(f, q, taken)
			continue
		case before >= 0 && g.goesOn(before, n):
			st = statement{attribution: attribution{source: g.found[before].source, prob: floatBefore}, float: true}
		default:
			if st, named = g.toldOf(q); !named {
				continue
			}
		}
		st.content = tokenRange(q[0], q[1])
		g.insert(st)
	}
}

// before is the statement in quotation marks that a quotation at a token may go on with, or -1: the last one before it, what others
// said in the same sentence left aside, else one in the same paragraph whose words end the sentence before.
func (g *stager) before(tok int) int {
	last := -1
	for i := len(g.found) - 1; i >= 0; i-- {
		f := &g.found[i]
		if f.content[0] >= tok {
			continue
		}
		if g.speaks(f) {
			return i
		}
		if last >= 0 && g.v.words[f.content[0]].sent != g.v.words[g.found[last].content[0]].sent {
			break
		}
		if last < 0 {
			last = i
		}
	}
	if last >= 0 && len(g.found[last].source) > 0 && g.endsBefore(&g.found[last], tok) {
		return last
	}
	return -1
}

// endsBefore reports whether a content closes the sentence before a token, in the same paragraph.
func (g *stager) endsBefore(f *statement, tok int) bool {
	end := f.content[len(f.content)-1] + 1
	for end < tok && g.v.words[end].punct {
		end++
	}
	return end == tok && g.v.words[tok].para == g.v.words[tok-1].para
}

func (g *stager) paraOf(i int) int32 {
	c := g.found[i].content
	return g.v.words[c[len(c)-1]].para
}

// goesOn reports whether quotation n, all that its paragraph has, follows the paragraph of statement i.
func (g *stager) goesOn(i, n int) bool {
	q := g.v.qtoks[n]
	para := g.v.words[q[0]].para
	return g.paraOf(i) == para-1 && !g.found[i].float && g.v.ptoks[para][0] == q[0] && q[1]-q[0] > 8
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

// Probabilities of what the rules find. On the development articles 19 of 21 signatures, 8 of 10 turns and 4 of 5 floating
// quotations were right, too few to set them closer than this.
const (
	signed      = 0.9 // a name after a dash
	turnSpeech  = 0.8 // a name in capitals and a colon
	floatNamed  = 0.6 // a name follows the quotation
	floatBefore = 0.4 // the speaker of the paragraph before goes on
)

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
