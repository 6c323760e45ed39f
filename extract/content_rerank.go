package extract

import "math"

// Of the best few ways to label the words about a cue, the reranker chooses by what the tagger cannot see: the shape of the
// whole. Its score is added to the logarithm of the tagger's probability.

// rerankBest is how many ways to label are compared.
const rerankBest = 6

// rerankMargin leaves out ways that are so much less likely than the best (logarithm).
const rerankMargin = 5

// labelling is a path over the window [first, last) of a cue.
type labelling struct {
	labels      []int8
	first, last int
}

func (l *labelling) at(j int) int8 {
	if j < l.first || j >= l.last {
		return argO
	}
	return l.labels[j-l.first]
}

// cuePart stands for the words of the cue itself beside the labels of the argument tagger.
const cuePart = argLabels

// rerank gives the number of the best path, and by how much it is better than the next.
func (f *finder) rerank(paths []path, n int, cue cueSpan, first, last int) (best int, margin float64) {
	if f.m.rerank == nil {
		return 0, 0
	}
	top, second := math.Inf(-1), math.Inf(-1)
	for i := range paths {
		if paths[i].score < paths[0].score-rerankMargin {
			break
		}
		l := labelling{paths[i].labels, first, last}
		f.shapeFeatures(&l, n, cue)
		s := paths[i].score - paths[0].score + f.m.rerank.sum(f.f.ids)
		switch {
		case s > top:
			best, top, second = i, s, top
		case s > second:
			second = s
		}
	}
	return best, min(top-second, rerankMargin)
}

// shapeFeatures fills f.f with the shape of a labelling for cue number n.
func (f *finder) shapeFeatures(l *labelling, n int, cue cueSpan) {
	g := &f.f
	g.ids = g.ids[:0]
	f.shapeBorders(g, l, cue)
	f.shapeArcs(g, l, cue)
	f.shapeWhole(g, l, n, cue)
}

// part is the label of token j, cuePart within the cue.
func (l *labelling) part(j int, cue cueSpan) uint32 {
	if j >= cue.first && j < cue.last {
		return cuePart
	}
	return uint32(l.at(j))
}

// shapeBorders adds what stands at the ends of each piece of source and content.
func (f *finder) shapeBorders(g *features, l *labelling, cue cueSpan) {
	v := f.v
	h := &v.words[cue.head]
	for j := l.first; j <= l.last; j++ {
		a, b := l.part(j-1, cue), l.part(j, cue)
		if a == b || a != argContent && b != argContent && a != argSource && b != argSource {
			continue
		}
		side := uint32(b2i(j > cue.head))
		pair := a<<4 | b<<1 | side
		p, w := v.at(j-1, l.first, l.last), v.at(j, l.first, l.last)
		p2, n2 := v.at(j-2, l.first, l.last), v.at(j+1, l.first, l.last)
		g.add(201, pair, p.xpos^w.xpos*3)
		g.add(202, pair, p.low)
		g.add(203, pair, w.low)
		g.add(204, pair, p.low^w.low*3)
		g.add(205, pair, w.low^n2.low*3)
		g.add(206, pair, w.low^n2.xpos*3)
		g.add(207, pair, p2.xpos^p.low*3^w.xpos*7)
		g.add(208, pair, w.rel^p.rel*3)
		g.add(209, pair, h.lemma^w.low*3)
		g.add(210, pair, h.lemma^p.low*3)
		g.add(211, pair, uint32(b2i(p.sent != w.sent))<<8|p.quoteState()<<4|w.quoteState())
		g.add(212, pair, w.low^n2.rel*3)
		g.add(213, pair, n2.lex^w.low*3)
		g.add(214, pair, w.xpos^n2.xpos*3^p.xpos*7)
		if a == argContent || b == argContent {
			cut := p.quote >= 0 && p.quote == w.quote && p.qpos != qOpen && w.qpos != qClose
			g.add(215, pair, uint32(b2i(cut)))
		}
	}
}

// shapeArcs adds the arcs of the tree that source and content cut.
func (f *finder) shapeArcs(g *features, l *labelling, cue cueSpan) {
	v := f.v
	h := &v.words[cue.head]
	var roots, dropped uint32
	for j := l.first; j < l.last; j++ {
		w := &v.words[j]
		if w.punct || w.head < 0 {
			continue
		}
		hd := int(w.head)
		a, b := l.part(j, cue), l.part(hd, cue)
		if a == b || a != argContent && b != argContent && a != argSource && b != argSource {
			continue
		}
		hw := &v.words[hd]
		pair := a<<4 | b<<1 | uint32(b2i(j > hd))
		direct := uint32(b2i(hd == cue.head))
		g.add(220, pair, w.rel<<1^direct)
		g.add(221, pair, w.rel^hw.xpos*3)
		g.add(222, pair, w.rel^w.xpos*3)
		g.add(223, pair, w.rel^hw.lemma*3)
		g.add(224, pair, w.rel^h.lemma*3^direct)
		g.add(225, pair, w.rel^w.lex*3)
		g.add(226, pair, w.rel^f.c.masks[j]&(1|1<<1|1<<9|1<<20|1<<4))
		if k := v.tree.Kid(j, "mark", "case", "cc"); k >= 0 {
			g.add(227, pair, w.rel^v.words[k].low*3)
			g.add(228, pair, w.rel^v.words[k].low*3^h.lemma*7)
		}
		switch {
		case a == argContent:
			roots++
		case b == argContent:
			dropped++
		}
	}
	g.add(230, min(roots, 6), min(dropped, 6))
	g.add(231, min(roots, 6), h.lex)
	g.add(232, min(dropped, 6), h.lex)
}

// shapeWhole adds lengths, the number of pieces, other cues in and right beside the content, and what the source is.
func (f *finder) shapeWhole(g *features, l *labelling, n int, cue cueSpan) {
	v := f.v
	h := &v.words[cue.head]
	var words, pieces, source, sourcePieces, cues, sents, quoted uint32
	last := int32(-1)
	lastSent := int32(-1)
	for j := l.first; j < l.last; j++ {
		w := &v.words[j]
		switch l.at(j) {
		case argContent:
			if l.at(j-1) != argContent {
				pieces++
			}
			if w.sent != lastSent {
				sents, lastSent = sents+1, w.sent
			}
			if !w.punct {
				words++
				quoted += uint32(b2i(w.quote >= 0))
			}
			if o := f.a.owner[j]; o >= 0 && int(o) != n && o != last {
				cues, last = cues+1, o
				g.add(240, w.lemma, uint32(b2i(w.quote >= 0)))
			}
		case argSource:
			if l.at(j-1) != argSource {
				sourcePieces++
			}
			source++
		}
	}
	share := uint32(0)
	if words > 0 {
		share = 4*quoted/words + 1
	}
	length := distance(int(words))
	g.add(241, length, h.lex)
	g.add(242, length, share)
	g.add(243, min(pieces, 4), share)
	g.add(244, min(pieces, 4), min(sents, 5))
	g.add(245, min(cues, 3), share)
	g.add(246, distance(int(source)), min(sourcePieces, 3))
	g.add(247, h.lemma, min(length, 3))
	g.add(248, uint32(b2i(source == 0)), h.lemma)
	g.add(249, uint32(b2i(source == 0)), h.rel^h.upos*3)
	if s := f.c.subj[cue.head]; s >= 0 {
		g.add(250, l.part(int(s), cue), h.upos)
		g.add(251, l.part(int(s), cue), v.words[s].upos)
	}
	g.add(252, min(sents, 5), share)
}
