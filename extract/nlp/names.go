package nlp

import (
	"math"
	"slices"
	"strings"

	"dictum/extract/nlp/net"
)

// namer finds names: each word gets a label, "O" or a place in a name (B begin, I inside, E end, S single) with a type. A linear chain
// over the scores of a network picks the best row of labels of a sentence. It reads a document twice: the second time it knows
// what the first found for the same words elsewhere in the document (memory.go).
type namer struct {
	labels []string
	pass   [2]chain
	prev   [][]int32 // labels that may stand before each label
	opens  []bool    // labels that may begin a sentence
	closes []bool    // labels that may end one
	kind   []uint8   // type of each label, 0 for O
	place  []uint8   // place in the name: 0 O, 1 S, 2 B, 3 I, 4 E
}

// chain scores rows of labels.
type chain struct {
	score *net.Net
	next  []float32 // score of label b after label a, at a*labels+b
}

// link works out which labels may follow which.
func (n *namer) link() {
	k := len(n.labels)
	n.prev, n.opens, n.closes = make([][]int32, k), make([]bool, k), make([]bool, k)
	n.kind, n.place = make([]uint8, k), make([]uint8, k)
	kinds := map[string]uint8{}
	for b, lb := range n.labels {
		mark, kind, _ := strings.Cut(lb, "-")
		if _, ok := kinds[kind]; !ok && kind != "" {
			kinds[kind] = uint8(len(kinds) + 1)
		}
		n.kind[b] = kinds[kind]
		n.place[b] = uint8(max(0, strings.Index("OSBIE", mark)))
		inner := mark == "I" || mark == "E"
		n.opens[b] = !inner
		n.closes[b] = mark != "B" && mark != "I"
		for a, la := range n.labels {
			m, was, _ := strings.Cut(la, "-")
			open := m == "B" || m == "I"
			if open && inner && was == kind || !open && !inner {
				n.prev[b] = append(n.prev[b], int32(a))
			}
		}
	}
}

// nameScratch is the memory of a namer at work.
type nameScratch struct {
	keys  []uint64
	acc   *net.Acc
	layer net.Layer
	emit  []float32 // words * labels
	best  []float32
	from  []int32
}

// emissions computes the scores of all labels for all words of a sentence.
func (n *namer) emissions(c *chain, words []attrs, tags []int32, mem []memo, s *nameScratch) {
	if s.acc == nil || s.layer.V != nil && len(s.layer.V) != c.score.Hidden {
		s.acc = c.score.NewAcc()
	}
	s.emit = s.emit[:0]
	for i := range words {
		s.keys = nameFeatures(s.keys[:0], words, tags, mem, i)
		s.acc.Reset()
		c.score.AddAll(s.acc, s.keys)
		c.score.Activate(s.acc, &s.layer)
		for l := range n.labels {
			s.emit = append(s.emit, c.score.Heads[0].Score(&s.layer, l))
		}
	}
}

// tag writes the best row of labels of a sentence to out (Viterbi 1967).
func (n *namer) tag(c *chain, words []attrs, tags []int32, mem []memo, out []int32, s *nameScratch) {
	n.emissions(c, words, tags, mem, s)
	k := len(n.labels)
	if cap(s.best) < 2*k {
		s.best = make([]float32, 2*k)
	}
	if cap(s.from) < len(words)*k {
		s.from = make([]int32, 2*len(words)*k)
	}
	was, now := s.best[:k], s.best[k:2*k]
	from := s.from[:len(words)*k]
	const never = -1e30
	for l := range k {
		was[l] = never
		if n.opens[l] {
			was[l] = s.emit[l]
		}
	}
	for i := 1; i < len(words); i++ {
		for b := range k {
			top, at := float32(math.Inf(-1)), int32(0)
			for _, a := range n.prev[b] {
				if x := was[a] + c.next[int(a)*k+b]; x > top {
					top, at = x, a
				}
			}
			now[b] = top + s.emit[i*k+b]
			from[i*k+b] = at
		}
		was, now = now, was
	}
	last := 0
	for l := range k {
		if n.closes[l] && (!n.closes[last] || was[l] > was[last]) {
			last = l
		}
	}
	for i := len(words) - 1; i >= 0; i-- {
		out[i] = int32(last)
		if i > 0 {
			last = int(from[i*k+last])
		}
	}
}

// spans appends the names that labels spell.
func (n *namer) spans(out []Name, labels []int32, first int) []Name {
	for i, l := range labels {
		switch n.place[l] {
		case 1, 2:
			out = append(out, Name{First: first + i, Last: first + i + 1, Type: nameTypes[n.kind[l]-1]})
		case 3, 4:
			if len(out) > 0 && out[len(out)-1].Last == first+i {
				out[len(out)-1].Last++
			}
		}
	}
	return out
}

// withoutTitle takes forms of address off the front of a person's name: "Ms. Okafor" and "Mr. Okafor" alike are named Okafor. A title
// that is a first name too ("Earl") stays, and so do a saint's and one that an office follows ("Mr. President").
func withoutTitle(n *Name, words []attrs) {
	if n.Type != "PER" {
		return
	}
	first := n.First
	for first < n.Last && isTitle(&words[first]) {
		first++
	}
	if first < n.Last && words[first].known&kindOffice == 0 {
		n.First = first
	}
}

func isTitle(w *attrs) bool {
	return w.known&kindTitle != 0 && w.known&(kindGiven|kindPerson|kindOrganisation) == 0 && !slices.Contains(saint[:], w.low)
}

var saint = [...]uint32{net.Hash("st."), net.Hash("st"), net.Hash("saint")}

// nameTypes in the order of their labels.
var nameTypes = []string{"PER", "ORG", "LOC", "NORP", "MISC"}
