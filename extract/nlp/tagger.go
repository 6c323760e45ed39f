package nlp

import (
	"math"

	"dictum/extract/nlp/net"
)

// tagger gives every word a class: a universal tag and a treebank tag together. It goes from left to right and sees its own two
// last answers. Words that training saw often may only have the classes that they had there.
type tagger struct {
	classes []tagClass
	open    []int32            // classes that a rare word may have
	dict    map[uint32][]int32 // classes of frequent words, by hash of the form
	score   *net.Net
}

type tagClass struct{ upos, xpos string }

const noTag = 1000 // before the sentence

// tagScratch is the memory of a tagger at work.
type tagScratch struct {
	keys  []uint64
	acc   *net.Acc
	layer net.Layer
}

func (t *tagger) candidates(at *attrs) []int32 {
	if c, ok := t.dict[at.form]; ok {
		return c
	}
	return t.open
}

// tag writes the class of every word of a sentence to out.
func (t *tagger) tag(words []attrs, out []int32, s *tagScratch) {
	if s.acc == nil {
		s.acc = t.score.NewAcc()
	}
	t1, t2 := int32(noTag), int32(noTag)
	for i := range words {
		cand := t.candidates(&words[i])
		best := cand[0]
		words[i].alt = 0
		if len(cand) > 1 {
			s.keys = t.features(s.keys[:0], words, i, t1, t2)
			s.acc.Reset()
			t.score.AddAll(s.acc, s.keys)
			t.score.Activate(s.acc, &s.layer)
			var second int32
			best, second = t.bestTwo(cand, &s.layer)
			words[i].alt = uint8(second + 1)
		}
		out[i] = best
		t1, t2 = best, t1
	}
}

// closeScore is how near the score of the second class must come to that of the best for the parser to hear of it.
const closeScore = 2

// bestTwo are the class with the highest score, of equals the first, and the next one if it comes close, else -1.
func (t *tagger) bestTwo(cand []int32, l *net.Layer) (best, second int32) {
	top, next := float32(math.Inf(-1)), float32(math.Inf(-1))
	best, second = cand[0], -1
	for _, c := range cand {
		switch x := t.score.Heads[0].Score(l, int(c)); {
		case x > top:
			top, next, best, second = x, top, c, best
		case x > next:
			next, second = x, c
		}
	}
	if top-next > closeScore {
		second = -1
	}
	return best, second
}

// ambiguity hashes the classes that the dictionary gives a word.
func (t *tagger) ambiguity(at *attrs) uint32 {
	h := uint32(7)
	for _, c := range t.dict[at.form] {
		h = h*31 + uint32(c) + 1
	}
	return h
}

var outside = attrs{form: 1, low: 1, shape: 1, cluster: 999, suf: [4]uint32{1, 1, 1, 1}, pre: [3]uint32{1, 1, 1}}

// features appends the features of word i after the classes t1 (of the word before) and t2.
func (t *tagger) features(k []uint64, words []attrs, i int, t1, t2 int32) []uint64 {
	at := func(j int) *attrs {
		if j < 0 || j >= len(words) {
			return &outside
		}
		return &words[j]
	}
	w, l1, l2, r1, r2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	p1, p2 := uint32(t1), uint32(t2)
	k = append(k,
		net.Key(1, w.form, 0, 0), net.Key(2, w.low, 0, 0),
		net.Key(3, w.suf[0], 0, 0), net.Key(4, w.suf[1], 0, 0), net.Key(5, w.suf[2], 0, 0), net.Key(6, w.suf[3], 0, 0),
		net.Key(7, w.pre[0], 0, 0), net.Key(8, w.pre[1], 0, 0), net.Key(9, w.pre[2], 0, 0),
		net.Key(10, w.shape, 0, 0), net.Key(11, w.cluster, 0, 0), net.Key(12, uint32(w.caps), edge(i), 0),
		net.Key(13, l1.low, 0, 0), net.Key(14, r1.low, 0, 0), net.Key(15, l2.low, 0, 0), net.Key(16, r2.low, 0, 0),
		net.Key(17, l1.cluster, 0, 0), net.Key(18, r1.cluster, 0, 0), net.Key(19, l2.cluster, 0, 0), net.Key(20, r2.cluster, 0, 0),
		net.Key(21, l1.suf[2], 0, 0), net.Key(22, r1.suf[2], 0, 0), net.Key(23, l1.shape, 0, 0), net.Key(24, r1.shape, 0, 0),
		net.Key(25, p1, 0, 0), net.Key(26, p1, p2, 0), net.Key(27, p1, w.low, 0), net.Key(28, p1, r1.low, 0), net.Key(38, p2, 0, 0),
		net.Key(29, l1.low, w.low, 0), net.Key(30, w.low, r1.low, 0), net.Key(31, l1.cluster, w.cluster, 0),
		net.Key(32, w.cluster, r1.cluster, 0), net.Key(33, t.ambiguity(r1), 0, 0), net.Key(34, t.ambiguity(r2), 0, 0),
		net.Key(35, t.ambiguity(w), p1, 0), net.Key(36, t.ambiguity(w), t.ambiguity(r1), 0),
		net.Key(37, p1, w.suf[2], r1.cluster), net.Key(41, w.fine, 0, 0), net.Key(42, l1.coarse, w.coarse, r1.coarse),
		net.Key(43, l1.fine, 0, 0), net.Key(44, r1.fine, 0, 0),
		net.Key(45, p1, w.coarse, r1.coarse), net.Key(46, r1.coarse, r2.coarse, 0), net.Key(47, l2.coarse, l1.coarse, 0),
		net.Key(39, at(i+3).cluster, 0, 0), net.Key(40, at(i-3).cluster, 0, 0),
	)
	return k
}

// edge tells the first word of a sentence.
func edge(i int) uint32 {
	if i == 0 {
		return 1
	}
	return 0
}
