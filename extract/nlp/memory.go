package nlp

import (
	"cmp"

	"dictum/extract/nlp/net"
)

// memo is what the second reading knows of a word from the first: its own label there, and the labels of the same word elsewhere
// in the document, not further than memorySpan sentences away.
type memo struct {
	label  int32
	others uint8 // most frequent type of name that it stands in elsewhere: 0 never seen, 1 in no name, 2… types
	share  uint8 // how sure that is: 1 mixed, 2 mostly, 3 always
	many   uint8 // how often it is seen elsewhere, at most 3
	place  uint8 // most frequent place in longer names elsewhere: 0 none, 2 first, 3 inside, 4 last
	longer uint8 // type of those longer names
	phrase uint8 // most frequent type elsewhere of the whole name that it stands in
}

const memorySpan = 30 // sentences

var noMemo = memo{label: 99} // outside the sentence

// memoryWork is the memory of the second reading: for each word with a capital the places where it stands, linked.
type memoryWork struct {
	last map[uint32]int32 // folded word -> its last place
	back []int32          // place before, -1 for none
	fore []int32          // place behind
	sent []int32          // sentence of each word
	memo []memo
}

// remember fills memo from the labels of the first reading.
func (m *memoryWork) remember(n *namer, words []attrs, sents []Sent, labels []int32) {
	m.index(words, sents)
	for i := range words {
		me := &m.memo[i]
		*me = memo{label: labels[i]}
		if words[i].caps == capNone && labels[i] == 0 {
			continue
		}
		m.recall(n, i, labels, me)
	}
	m.phrases(n, words, labels)
}

func (m *memoryWork) index(words []attrs, sents []Sent) {
	if m.last == nil {
		m.last = map[uint32]int32{}
	}
	clear(m.last)
	if cap(m.memo) < len(words) {
		k := 2 * len(words)
		m.memo, m.back, m.fore, m.sent = make([]memo, k), make([]int32, k), make([]int32, k), make([]int32, k)
	}
	m.memo = m.memo[:len(words)]
	for si, s := range sents {
		for i := s.First; i < s.Last; i++ {
			m.sent[i] = int32(si)
			m.back[i], m.fore[i] = -1, -1
			if words[i].caps == capNone || words[i].caps == capNoLetter {
				continue
			}
			if j, ok := m.last[words[i].low]; ok {
				m.back[i] = j
				m.fore[j] = int32(i)
			}
			m.last[words[i].low] = int32(i)
		}
	}
}

// around visits the same word elsewhere, the nearest first, at most 12 places on each side.
func (m *memoryWork) around(i int, visit func(j int32)) {
	k := 0
	for j := m.back[i]; j >= 0 && m.sent[i]-m.sent[j] <= memorySpan && k < 12; j = m.back[j] {
		visit(j)
		k++
	}
	k = 0
	for j := m.fore[i]; j >= 0 && m.sent[j]-m.sent[i] <= memorySpan && k < 12; j = m.fore[j] {
		visit(j)
		k++
	}
}

// recall counts the labels of the same word elsewhere, at most 12 places on each side.
func (m *memoryWork) recall(n *namer, i int, labels []int32, me *memo) {
	var kinds, longKinds [8]int
	var places [5]int
	total := 0
	see := func(j int32) {
		l := labels[j]
		kinds[n.kind[l]]++
		total++
		if n.place[l] >= 2 {
			places[n.place[l]]++
			longKinds[n.kind[l]]++
		}
	}
	m.around(i, see)
	if total == 0 {
		return
	}
	top := largest(kinds[:])
	me.others, me.many = uint8(top+1), uint8(min(total, 3))
	switch n := kinds[top]; {
	case n == total:
		me.share = 3
	case n*3 >= total*2:
		me.share = 2
	default:
		me.share = 1
	}
	if p := largest(places[:]); places[p] > 0 {
		me.place = uint8(p)
		me.longer = uint8(largest(longKinds[:]))
	}
}

// largest is the index of the largest; of equals the first.
func largest[T cmp.Ordered](xs []T) int {
	at := 0
	for i, x := range xs {
		if x > xs[at] {
			at = i
		}
	}
	return at
}

// phrases gives the words of each name the type that the same name has most often elsewhere.
func (m *memoryWork) phrases(n *namer, words []attrs, labels []int32) {
	for i := 0; i < len(words); i++ {
		if p := n.place[labels[i]]; p != 2 {
			continue
		}
		end := i + 1
		for end < len(words) && n.place[labels[end]] >= 3 {
			end++
		}
		var kinds [8]int
		total := 0
		try := func(j int32) {
			if n.place[labels[j]] != 2 || int(j)+end-i > len(words) {
				return
			}
			for d := range end - i {
				if words[int(j)+d].low != words[i+d].low {
					return
				}
			}
			kinds[n.kind[labels[j]]]++
			total++
		}
		m.around(i, try)
		if total > 0 {
			for d := i; d < end; d++ {
				m.memo[d].phrase = uint8(largest(kinds[:]))
			}
		}
		i = end - 1
	}
}

// memoryFeatures appends what memory adds for word i of a sentence.
func memoryFeatures(k []uint64, mem []memo, w *attrs, i int) []uint64 {
	at := func(j int) *memo {
		if j < 0 || j >= len(mem) {
			return &noMemo
		}
		return &mem[j]
	}
	me, l, r := at(i), at(i-1), at(i+1)
	own := uint32(me.label)
	k = append(k, net.Key(50, own, 0, 0), net.Key(51, uint32(l.label), own, 0), net.Key(52, own, uint32(r.label), 0),
		net.Key(53, uint32(at(i-2).label), 0, 0), net.Key(54, uint32(at(i+2).label), 0, 0))
	seen := uint32(me.others)<<4 | uint32(me.share)<<2 | uint32(me.many)
	if me.others != 0 {
		k = append(k, net.Key(55, seen, 0, 0), net.Key(56, seen, own, 0), net.Key(57, seen, uint32(w.caps), edge(i)),
			net.Key(58, uint32(me.others), own, uint32(me.place)))
	}
	if me.place != 0 {
		k = append(k, net.Key(59, uint32(me.place), uint32(me.longer), own), net.Key(60, uint32(me.place), uint32(me.longer), 0))
	}
	if me.phrase != 0 {
		k = append(k, net.Key(61, uint32(me.phrase), own, 0))
	}
	if l.others != 0 || r.others != 0 {
		k = append(k, net.Key(62, uint32(l.others), uint32(me.others), uint32(r.others)), net.Key(63, uint32(l.others)<<4|uint32(l.place), own, 0),
			net.Key(64, uint32(r.others)<<4|uint32(r.place), own, 0))
	}
	return k
}
