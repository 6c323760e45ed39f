package extract

import "math"

// rankFeatures fills f.f with what tells a right attribution from a wrong one: how sure the taggers are, and the shape of the whole.
func (f *finder) rankFeatures(atts []attribution, n int) {
	v, a := f.v, &atts[n]
	g := &f.f
	g.ids = g.ids[:0]
	h := &v.words[a.cue.head]
	cue, arg, src, border := bin(a.cue.prob), bin(a.argProb), bin(a.srcProb), bin(a.border)
	g.add(0, 0, 0)
	g.add(1, cue, 0)
	g.add(2, arg, 0)
	g.add(3, src, 0)
	g.add(4, border, 0)
	g.add(5, cue<<8|arg/2, 0)
	g.add(6, cue/2<<8|src/2, 0)
	g.add(7, h.lemma, 0)
	g.add(8, h.lemma, cue/3)
	g.add(9, h.lex^h.xpos, cue/2)
	words := uint32(f.count(a.content))
	length := distance(int(words))
	g.add(10, length, 0)
	g.add(11, length, cue/2)
	quoted := uint32(0)
	for _, i := range a.content {
		if v.words[i].quote >= 0 {
			quoted++
		}
	}
	share := uint32(4 * int(quoted) / len(a.content))
	g.add(12, share, min(length, 4))
	g.add(13, share, cue/2)
	g.add(14, h.quoteState(), share)
	pieces := uint32(1)
	for i := 1; i < len(a.content); i++ {
		if a.content[i] != a.content[i-1]+1 {
			pieces++
		}
	}
	g.add(15, min(pieces, 4), share)
	g.add(16, uint32(distance(len(a.source)+1)), cue/2)
	if len(a.source) > 0 {
		s := v.headOf(a.source[0], a.source[len(a.source)-1]+1)
		sw := &v.words[s]
		g.add(17, sw.name^sw.xpos*3, cue/2)
		g.add(18, sw.rel, uint32(b2i(int(sw.head) == a.cue.head)))
		g.add(19, sw.lex, cue/2)
		g.add(20, sw.lemma, 0)
	}
	c := v.headOf(a.content[0], a.content[len(a.content)-1]+1)
	cw := &v.words[c]
	g.add(21, cw.rel^cw.upos*3, uint32(b2i(int(cw.head) == a.cue.head)))
	g.add(22, cw.rel^cw.upos*3, h.lex^h.upos)
	g.add(23, v.words[a.content[0]].xpos, v.words[a.content[len(a.content)-1]].xpos)
	whole := uint32(min(int(-2*a.whole), 20) + 1)
	g.add(30, whole, 0)
	g.add(31, whole, cue/2)
	g.add(32, h.cluster, 0)
	g.add(33, h.cluster, cue/3)
	margin := uint32(min(a.margin*2, 2*rerankMargin))
	g.add(34, margin, 0)
	g.add(35, margin, cue/2)
	agree, known := uint32(20*a.agree+0.5), uint32(b2i(f.knownCue(a.cue)))
	g.add(40, agree, 0)
	g.add(41, agree, cue/2)
	g.add(42, known, cue)
	g.add(43, known, agree/2)
	g.add(44, known, share)
	// others that want the same words
	rival := 0.0
	inside := false
	for m := range atts {
		o := &atts[m]
		if m == n || o.content[0] > a.content[len(a.content)-1] || a.content[0] > o.content[len(o.content)-1] {
			continue
		}
		if o.content[0] <= a.cue.head && a.cue.head <= o.content[len(o.content)-1] && o.cue.prob > 0.3 {
			inside = true
		}
		if sharesWord(a.content, o.content) {
			rival = math.Max(rival, o.cue.prob)
		}
	}
	g.add(24, bin(rival), cue/2)
	g.add(25, uint32(b2i(inside)), cue/2)
	g.add(26, h.rel^h.upos*3, cue/2)
	g.add(27, f.c.masks[a.cue.head], h.upos)
	g.add(28, uint32(min(a.cue.last-a.cue.first, 6)), cue/2)
	g.add(29, uint32(b2i(h.para == 0)), cue/2)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bin puts a probability into one of 24 classes by its log odds.
func bin(p float64) uint32 {
	p = math.Min(math.Max(p, 1e-5), 1-1e-5)
	return uint32(math.Round(math.Log(p/(1-p)))) + 12
}

// sharesWord reports whether two sorted lists have a member in common.
func sharesWord(a, b []int) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}
