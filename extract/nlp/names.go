package nlp

import (
	"strings"

	"dictum/extract/nlp/net"
)

// namer finds names: each word gets a label, "O" or a place in a name (B begin, I inside, E end, S single) with a type. Labels that
// cannot stand together are never given.
type namer struct {
	labels []string
	score  *net.Net
	next   [][]int32 // labels that may follow each label; the last row is for the begin of a sentence
	closes []bool    // labels that may end a sentence
}

// link works out which labels may follow which.
func (n *namer) link() {
	n.next = make([][]int32, len(n.labels)+1)
	n.closes = make([]bool, len(n.labels)+1)
	for i := 0; i <= len(n.labels); i++ {
		open, kind := false, ""
		if i < len(n.labels) {
			mark, k, _ := strings.Cut(n.labels[i], "-")
			open, kind = mark == "B" || mark == "I", k
		}
		n.closes[i] = !open
		for j, l := range n.labels {
			mark, k, _ := strings.Cut(l, "-")
			inner := mark == "I" || mark == "E"
			if open && inner && k == kind || !open && !inner {
				n.next[i] = append(n.next[i], int32(j))
			}
		}
	}
}

// nameScratch is the memory of a namer at work.
type nameScratch struct {
	keys   []uint64
	acc    *net.Acc
	layer  net.Layer
	labels []int32
}

// tag labels the words of a sentence.
func (n *namer) tag(words []attrs, tags []int32, s *nameScratch) []int32 {
	if s.acc == nil {
		s.acc = n.score.NewAcc()
	}
	s.labels = s.labels[:0]
	last := len(n.labels)
	for i := range words {
		s.keys = n.features(s.keys[:0], words, tags, i, last)
		s.acc.Reset()
		for _, k := range s.keys {
			n.score.Add(s.acc, k)
		}
		n.score.Activate(s.acc, &s.layer)
		best, top := -1, float32(0)
		for _, c := range n.next[last] {
			if i == len(words)-1 && !n.closes[c] {
				continue
			}
			if x := n.score.Heads[0].Score(&s.layer, int(c)); best < 0 || x > top {
				best, top = int(c), x
			}
		}
		if best < 0 {
			best = 0
		}
		s.labels = append(s.labels, int32(best))
		last = best
	}
	return s.labels
}

// spans appends the names that labels spell.
func (n *namer) spans(out []Name, labels []int32, first int) []Name {
	for i, l := range labels {
		mark, kind, _ := strings.Cut(n.labels[l], "-")
		switch mark {
		case "S", "B":
			out = append(out, Name{First: first + i, Last: first + i + 1, Type: kind})
		case "I", "E":
			if len(out) > 0 && out[len(out)-1].Last == first+i {
				out[len(out)-1].Last++
			}
		}
	}
	return out
}

func (n *namer) features(k []uint64, words []attrs, tags []int32, i, last int) []uint64 {
	at := func(j int) *attrs {
		if j < 0 || j >= len(words) {
			return &outside
		}
		return &words[j]
	}
	tag := func(j int) uint32 {
		if j < 0 || j >= len(tags) {
			return 999
		}
		return uint32(tags[j])
	}
	w, l1, r1 := at(i), at(i-1), at(i+1)
	p := uint32(last)
	for d := -2; d <= 2; d++ {
		o, base := at(i+d), uint32(100+16*(d+2))
		k = append(k, net.Key(base, o.low, 0, 0), net.Key(base+1, o.shape, 0, 0), net.Key(base+2, o.cluster, 0, 0), net.Key(base+3, tag(i+d), 0, 0),
			net.Key(base+4, o.suf[2], 0, 0), net.Key(base+5, uint32(o.caps), 0, 0))
	}
	k = append(k,
		net.Key(1, w.form, 0, 0), net.Key(2, w.suf[1], 0, 0), net.Key(3, w.suf[3], 0, 0), net.Key(4, w.pre[0], 0, 0), net.Key(5, w.pre[1], 0, 0), net.Key(6, w.pre[2], 0, 0),
		net.Key(7, p, 0, 0), net.Key(8, p, w.low, 0), net.Key(9, p, w.cluster, 0), net.Key(10, p, w.shape, 0), net.Key(11, p, r1.shape, w.shape),
		net.Key(12, l1.low, w.low, 0), net.Key(13, w.low, r1.low, 0), net.Key(14, l1.cluster, w.cluster, 0), net.Key(15, w.cluster, r1.cluster, 0),
		net.Key(16, l1.low, w.shape, r1.shape), net.Key(17, uint32(w.caps), edge(i), 0), net.Key(18, p, l1.low, 0), net.Key(19, p, r1.low, 0),
		net.Key(20, at(i+3).low, 0, 0), net.Key(21, at(i-3).low, 0, 0), net.Key(22, tag(i-1), tag(i), tag(i+1)),
	)
	return k
}
