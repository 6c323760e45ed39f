package extract

import (
	"slices"

	"dictum/extract/nlp"
	"dictum/graph"
)

// right reports whether some gold attribution has mostly the same content, and a common word in source and cue.
func (f *finder) right(a *attribution, gold []attribution) bool {
	for i := range gold {
		g := &gold[i]
		if !(g.cue.first < a.cue.last && a.cue.first < g.cue.last) {
			continue
		}
		if !(len(g.source) == 0 && len(a.source) == 0 || sharesWord(g.source, a.source)) {
			continue
		}
		shared := 0
		for _, j := range a.content {
			if _, ok := slices.BinarySearch(g.content, j); ok && !f.v.words[j].punct {
				shared++
			}
		}
		if 2*shared >= f.count(a.content)+f.count(g.content)-shared {
			return true
		}
	}
	return false
}

// goldAttributions turns spans into tokens; statements without a cue or content are left out.
func goldAttributions(v *view, gold []graph.Statement) []attribution {
	var out []attribution
	for i := range gold {
		cue, content := v.tokensOf(gold[i].Cue), v.tokensOf(gold[i].Content)
		if len(cue) == 0 || len(content) == 0 {
			continue
		}
		first, last := cue[0], cue[len(cue)-1]+1
		out = append(out, attribution{
			cue:    cueSpan{first: first, last: last, head: v.headOf(first, last), prob: 1},
			source: v.tokensOf(gold[i].Source), content: content,
		})
	}
	return out
}

// tokensOf lists the tokens that touch the spans.
func (v *view) tokensOf(spans graph.Spans) []int {
	var out []int
	for _, s := range spans {
		n, _ := slices.BinarySearchFunc(v.doc.Toks, s[0], func(t nlp.Token, at int) int {
			if t.End <= at {
				return -1
			}
			return 1
		})
		for ; n < len(v.doc.Toks) && v.doc.Toks[n].Start < s[1]; n++ {
			if len(out) == 0 || out[len(out)-1] < n {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
