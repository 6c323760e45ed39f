package extract

import (
	"slices"
	"strings"
)

// cutAtClause takes from the end of indirect speech what belongs to the clause that the cue stands in: in "Critics of the mayor,
// who said it was safe, left" the content ends before the comma. It asks that the parser hung the content's start below the cue
// and the rest above it.
func (g *stager) cutAtClause(st *statement) {
	if st.cue.last == st.cue.first || st.content[0] < st.cue.last || slices.ContainsFunc(st.content, g.quotedToken) {
		return
	}
	tree := g.s.Tree
	root := -1
	for _, k := range tree.Kids(st.cue.head) {
		if tree.Rel(k, "ccomp", "xcomp", "obj", "advcl") && tree.Under(st.content[0], k) {
			root = k
		}
	}
	if root < 0 {
		return
	}
	for n, i := range st.content {
		if n == 0 || g.s.NLP.Toks[i].Text != "," || st.content[n-1] != i-1 {
			continue
		}
		rest := st.content[n+1:]
		above := len(rest) > 0 && !slices.ContainsFunc(rest, func(j int) bool {
			return g.v.words[j].sent != g.v.words[st.cue.head].sent || !g.v.words[j].punct && tree.Under(j, st.cue.head)
		})
		if above && tree.Under(st.cue.head, g.contentRoot(rest)) {
			st.content = st.content[:n:n]
			return
		}
	}
}

// cutAtConjunct takes from the end of a content the verb of speech that is coordinated with its cue, where that stands outside of quotation marks:
// "China said it was “opposed” to the test and warned its neighbour" reports only the first.
func (g *stager) cutAtConjunct(st *statement) {
	toks, tree := g.s.NLP.Toks, g.s.Tree
	if st.cue.last == st.cue.first || st.content[0] < st.cue.last {
		return
	}
	for _, k := range tree.Kids(st.cue.head) {
		n, in := slices.BinarySearch(st.content, k)
		if !in || !tree.Rel(k, "conj") || toks[k].UPOS != "VERB" || toks[k].XPOS != toks[st.cue.head].XPOS || tree.Kid(k, "nsubj") >= 0 || n == 0 {
			continue
		}
		if said, _ := g.speech(k); said == nil {
			continue
		}
		first := k
		for _, c := range tree.Kids(k) {
			if c < first && tree.Rel(c, "cc", "advmod", "punct", "aux") {
				first = c
			}
		}
		n, in = slices.BinarySearch(st.content, first)
		if !in || n == 0 || g.quotedToken(first) || g.quotedToken(k) {
			continue
		}
		rest := st.content[n:]
		if slices.ContainsFunc(rest, func(i int) bool { return g.v.words[i].sent != g.v.words[k].sent }) {
			continue
		}
		st.content = st.content[:n:n]
		return
	}
}

// joinNextThat gives a content the clause that the words right behind it, "and that", coordinate with it, whatever the tree made of them:
// "confirmed he was in post and that he would stay".
func (g *stager) joinNextThat(st *statement) {
	toks := g.s.NLP.Toks
	end := st.content[len(st.content)-1] + 1
	if st.cue.last == st.cue.first || st.content[0] < st.cue.last || end+2 >= len(toks) || g.v.words[end].sent != g.v.words[st.cue.head].sent {
		return
	}
	if toks[end].Text == "," {
		end++
	}
	if !oneOf(toks[end].Text, "and", "but", "or") || toks[end+1].Text != "that" || toks[end+1].UPOS != "SCONJ" {
		return
	}
	stop := g.s.NLP.Sents[g.s.Tree.Sent(end)].Last
	for stop > end && g.v.words[stop-1].punct {
		stop--
	}
	taken := g.covered()
	for i := st.content[len(st.content)-1] + 1; i < stop; i++ {
		if taken[i] || slices.ContainsFunc(g.found, func(f statement) bool { return f.cue.first <= i && i < f.cue.last }) {
			return
		}
	}
	st.content = append(slices.Clip(st.content), tokenRange(st.content[len(st.content)-1]+1, stop)...)
}

func (g *stager) quotedToken(i int) bool { return g.v.words[i].quote >= 0 }

// joinInterrupted gives an attribution in the middle of a clause the rest of it: "Those matters, the mayor said, were settled" reports
// that they were settled. What stands before must be no clause of its own.
func (g *stager) joinInterrupted(st *statement) {
	toks := g.s.NLP.Toks
	last := st.content[len(st.content)-1]
	end := max(st.cue.last, 0)
	if len(st.source) > 0 {
		end = max(end, st.source[len(st.source)-1]+1)
	}
	if st.cue.last == st.cue.first || last >= st.cue.first || slices.ContainsFunc(st.content, g.quotedToken) {
		return
	}
	sent := g.v.words[st.cue.head].sent
	stop := g.s.NLP.Sents[sent].Last
	if end+1 >= stop || toks[end].Text != "," || g.v.words[last].sent != sent || !g.commaBefore(st, last) {
		return
	}
	root := g.contentRoot(st.content)
	if root < 0 || oneOf(toks[root].UPOS, "VERB", "AUX") || slices.ContainsFunc(st.content, func(i int) bool { return finite(toks[i].Feats) }) {
		return
	}
	if head := toks[root].Head; head <= end && !(oneOf(toks[end+1].UPOS, "VERB", "AUX") && finite(toks[end+1].Feats)) {
		return
	}
	for stop > end+1 && g.v.words[stop-1].punct {
		stop--
	}
	taken := g.covered()
	for i := end + 1; i < stop; i++ {
		if taken[i] {
			return
		}
	}
	st.content = append(slices.Clip(st.content), tokenRange(end+1, stop)...)
}

// joinThat gives indirect speech the second of two things that one verb reports, when a "that" begins it: "The bank announced a merger
// and, to the surprise of many, that it will close".
func (g *stager) joinThat(st *statement) {
	if st.cue.last == st.cue.first || st.content[0] < st.cue.last || slices.ContainsFunc(st.content, g.quotedToken) {
		return
	}
	tree, last := g.s.Tree, st.content[len(st.content)-1]
	for _, v := range tree.Kids(st.cue.head) {
		first, end := g.thatClause(v)
		if first <= last || end > last+60 || g.v.words[v].sent != g.v.words[st.cue.head].sent {
			continue
		}
		taken := g.covered()
		for i := last + 1; i < end; i++ {
			if taken[i] || g.v.words[i].quote >= 0 {
				return
			}
		}
		st.content = append(slices.Clip(st.content), tokenRange(last+1, end)...)
		return
	}
}

// thatClause is where the "that" of clause v stands, which "and" coordinates with another, and the end of the clause; -1 for none.
func (g *stager) thatClause(v int) (first, end int) {
	tree, toks := g.s.Tree, g.s.NLP.Toks
	if !tree.Rel(v, "conj") || tree.Kid(v, "cc") < 0 {
		return -1, -1
	}
	first = -1
	for _, k := range tree.Kids(v) {
		if tree.Rel(k, "mark") && strings.EqualFold(toks[k].Text, "that") {
			first = k
		}
	}
	if first < 0 {
		return -1, -1
	}
	words := tree.Yield(nil, v, nil)
	end = words[len(words)-1] + 1
	for g.v.words[end-1].punct {
		end--
	}
	return first, end
}

// commaBefore reports whether nothing but a comma stands between a content that ends with token last and its attribution.
func (g *stager) commaBefore(st *statement, last int) bool {
	first := st.cue.first
	if len(st.source) > 0 {
		first = min(first, st.source[0])
	}
	return first > 0 && g.s.NLP.Toks[first-1].Text == "," && (last == first-1 || last == first-2)
}
