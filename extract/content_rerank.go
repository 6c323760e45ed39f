package extract

import "math"

// Of the ways to label the words about a cue, the reranker chooses by what the taggers cannot see: the shape of the whole. Its
// score is added to the logarithm of their probability.

// rerankBest is how many of the tagger's labellings are compared.
const rerankBest = 6

// rerankMargin leaves out ways that are so much less likely than the best (logarithm).
const rerankMargin = 5

// treeMargin is the same for ways that the tree proposes.
const treeMargin = 25

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

// rerank gives the number of the best candidate, by how much it is better than the next, and the share of its content that one may
// expect to be right.
func (f *finder) rerank(pool []candidate, n int) (best int, margin, agree float64) {
	if f.m.rerank == nil {
		return 0, 0, 1
	}
	f.odds = grow(f.odds, len(pool))
	for i := range pool {
		f.shapeFeatures(&pool[i], n, pool[0].logp)
		f.odds[i] = f.rerankScore(f.f.ids) + pool[i].logp
	}
	top, second := math.Inf(-1), math.Inf(-1)
	for i, s := range f.odds {
		switch {
		case s > top:
			best, top, second = i, s, top
		case s > second:
			second = s
		}
	}
	softmax(f.odds)
	for k := range pool {
		if f.odds[k] >= 0.01 {
			agree += f.odds[k] * overlap(&pool[best].labelling, &pool[k].labelling)
		}
	}
	return best, min(top-second, rerankMargin), agree
}

// overlap is the share of common tokens among those of the contents of two labellings.
func overlap(a, b *labelling) float64 {
	shared, all := 0, 0
	for j := min(a.first, b.first); j < max(a.last, b.last); j++ {
		x, y := a.at(j) == argContent, b.at(j) == argContent
		shared += b2i(x && y)
		all += b2i(x || y)
	}
	if all == 0 {
		return 1
	}
	return float64(shared) / float64(all)
}

// rerankScore is by how much a shape speaks for a labelling.
func (f *finder) rerankScore(ids []uint32) float64 {
	f.shaper.emit(ids, f.shape[:])
	return float64(f.shape[1] - f.shape[0])
}

// shapeFeatures fills f.f with the shape of a labelling for cue number n.
func (f *finder) shapeFeatures(w *candidate, n int, found float64) {
	g := &f.f
	g.ids = g.ids[:0]
	if behind := found - w.logp; behind > 0 {
		g.add(260, uint32(2*behind)+1, 0)
		g.add(261, uint32(behind/2)+1, f.v.words[w.cue.head].lex)
	}
	f.shapeCue(g, w.cue)
	f.shapeBorders(g, &w.labelling, w.cue)
	f.shapeArcs(g, &w.labelling, w.cue)
	f.shapeWhole(g, &w.labelling, n, w.cue)
}

// shapeCue adds what stands at the ends of the cue.
func (f *finder) shapeCue(g *features, cue cueSpan) {
	v := f.v
	h := &v.words[cue.head]
	n := len(v.words)
	out, a, b, next := v.at(cue.first-1, 0, n), v.at(cue.first, 0, n), v.at(cue.last-1, 0, n), v.at(cue.last, 0, n)
	g.add(262, uint32(min(cue.last-cue.first, 8)), h.lex)
	g.add(263, uint32(min(cue.last-cue.first, 8)), h.lemma)
	g.add(264, out.xpos, a.xpos)
	g.add(265, out.low, a.low)
	g.add(266, b.xpos, next.xpos)
	g.add(267, b.low, next.xpos)
	g.add(268, b.low, next.low)
	g.add(269, b.lex^b.xpos*3, next.xpos)
	g.add(270, h.lemma, b.low)
	g.add(271, h.rel^h.xpos*3, a.xpos)
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
