package extract

import "slices"

// The best labellings of a chain differ by a word or two; what a chain gets wrong is mostly a whole phrase: the second of two
// coordinated clauses left out, a relative clause or an adjunct too much. So the tree proposes ways to label beside them: the content
// of the best labelling made longer or shorter by a phrase, and the phrases that depend on the cue.

// ways collects labellings of a window, each once.
type ways struct {
	f           *finder
	cue         cueSpan
	first, last int
	list        []path
}

// treeWays adds the tree's proposals to the best labellings; their scores are the chain's.
func (f *finder) treeWays(best []path, cue cueSpan, first, last int) []path {
	w := ways{f: f, cue: cue, first: first, last: last, list: best}
	base := best[0].labels
	for a := 0; a < len(base); {
		b := a + 1
		for b < len(base) && base[b] == base[a] {
			b++
		}
		if base[a] == argContent {
			w.aroundPiece(base, first+a, first+b)
		}
		a = b
	}
	w.dependents(base)
	return w.list
}

// yield is the range of tokens that the subtree of i covers, within the window.
func (w *ways) yield(i int) (first, last int) {
	e := w.f.c.edges[i]
	return max(int(e[0]), w.first), min(int(e[1]), w.last)
}

// aroundPiece moves the ends of the content [first, last) to those of the phrases that cross them or end there.
func (w *ways) aroundPiece(base []int8, first, last int) {
	for i := first; i < last; i++ {
		if w.f.v.words[i].punct {
			continue
		}
		l, r := w.yield(i)
		if r > last {
			w.change(base, last, r, argContent)
		}
		if l < first {
			w.change(base, l, first, argContent)
		}
		if r >= last && l > first {
			w.change(base, w.before(l, first), last, argO)
		}
		if l <= first && r < last {
			w.change(base, first, w.behind(r, last), argO)
		}
	}
}

// before is i without the punctuation that stands before it, but not before first.
func (w *ways) before(i, first int) int {
	for i-1 > first && w.f.v.words[i-1].punct {
		i--
	}
	return i
}

// behind is i without the punctuation that stands there, but not behind last.
func (w *ways) behind(i, last int) int {
	for i < last && w.f.v.words[i].punct {
		i++
	}
	return i
}

// change labels [from, to) anew: what is not yet part of the attribution becomes content, or what is content becomes nothing. The
// words of the cue stay outside.
func (w *ways) change(base []int8, from, to int, label int8) {
	out := slices.Clone(base)
	for j := from; j < to; j++ {
		switch at := &out[j-w.first]; {
		case j >= w.cue.first && j < w.cue.last:
			if label == argContent {
				return
			}
		case label == argContent && *at == argO:
			*at = argContent
		case label == argO && *at == argContent:
			*at = argO
		}
	}
	w.add(out)
}

// dependents proposes the phrases that depend on the cue as its content, and the clause that the cue is put into.
func (w *ways) dependents(base []int8) {
	v := w.f.v
	blank := slices.Clone(base)
	for j := range blank {
		if blank[j] == argContent {
			blank[j] = argO
		}
	}
	for i := w.cue.first; i < w.cue.last; i++ {
		for _, k := range v.tree.Kids(i) {
			if (k < w.cue.first || k >= w.cue.last) && v.tree.Rel(k, "ccomp", "xcomp", "obj", "parataxis", "obl", "advcl", "nmod", "acl") {
				l, r := w.yield(k)
				w.change(blank, l, r, argContent)
			}
		}
	}
	if top := v.doc.Toks[w.cue.head].Head; top >= w.first && top < w.last && v.tree.Rel(w.cue.head, "parataxis", "ccomp", "advcl", "dep") {
		out := slices.Clone(blank)
		l, r := w.yield(top)
		cl, cr := w.yield(w.cue.head)
		for j := l; j < r; j++ {
			if (j < cl || j >= cr) && out[j-w.first] == argO && (j < w.cue.first || j >= w.cue.last) {
				out[j-w.first] = argContent
			}
		}
		w.add(out)
	}
}

// add takes a labelling with content that is not among those collected.
func (w *ways) add(labels []int8) {
	if !slices.Contains(labels, argContent) || slices.ContainsFunc(w.list, func(p path) bool { return slices.Equal(p.labels, labels) }) {
		return
	}
	w.list = append(w.list, path{labels: labels, score: w.f.args.score(labels)})
}
