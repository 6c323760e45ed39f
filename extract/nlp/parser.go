package nlp

import (
	"math"

	"dictum/extract/nlp/net"
)

// parser builds trees from left to right with a stack: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). The
// root stands behind the last word. Every tree is well formed: one root, and every word below it.
type parser struct {
	labels []string
	root   int32 // the label "root"
	net    *net.Net
	guide  *parser // reads the sentence first, from its end; nil in the guide itself
}

// Moves of the parser.
const (
	shift = iota // the next word goes on the stack
	left         // the next word takes the top of the stack as its dependent
	right        // the second word of the stack takes the top as its dependent
	moves
)

// Heads of the network: the move, and the label of the dependent of each kind of arc.
const (
	headMove = iota // the labels of left and right arcs follow, at left and right
)

// node is what the parser knows of a word while it parses.
type node struct {
	head, label    int32
	l1, l2, r1, r2 int32 // outermost and next children on either side, -1 for none
	nl, nr         uint8
	lset, rset     uint32 // hashes of the labels on either side
	sure           uint8  // see guess
}

// state is a sentence being parsed.
type state struct {
	words []attrs
	tags  []int32
	guess []guess // empty without a guide
	nodes []node
	stack []int32
	next  int32 // first word of the buffer; len(words) is the root
}

func (s *state) start(words []attrs, tags []int32, guess []guess) {
	s.words, s.tags, s.guess = words, tags, guess
	if cap(s.nodes) < len(words) {
		s.nodes = make([]node, len(words)*2)
	}
	s.nodes = s.nodes[:len(words)]
	for i := range s.nodes {
		s.nodes[i] = node{head: -1, label: -1, l1: -1, l2: -1, r1: -1, r2: -1}
	}
	s.stack, s.next = s.stack[:0], 0
}

func (s *state) done() bool { return int(s.next) == len(s.words) && len(s.stack) == 0 }

// legal reports whether a move may be made.
func (s *state) legal(move int) bool {
	atRoot := int(s.next) == len(s.words)
	switch move {
	case shift:
		return !atRoot
	case left:
		return len(s.stack) > 0 && (!atRoot || len(s.stack) == 1)
	}
	return len(s.stack) > 1
}

// s0 is the k-th word from the top of the stack, -1 when there is none.
func (s *state) top(k int) int32 {
	if k >= len(s.stack) {
		return -1
	}
	return s.stack[len(s.stack)-1-k]
}

func (s *state) apply(move int, label int32) {
	if move == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	dep := s.top(0)
	head := s.next
	if move == right {
		head = s.top(1)
	}
	s.stack = s.stack[:len(s.stack)-1]
	d := &s.nodes[dep]
	d.label = label
	if int(head) == len(s.words) {
		d.head = -1
		return
	}
	d.head = head
	h := &s.nodes[head]
	if dep < head {
		if h.l1 < 0 || dep < h.l1 {
			h.l1, h.l2 = dep, h.l1
		}
		h.nl++
		h.lset |= 1 << (uint32(label) & 31)
		return
	}
	h.r1, h.r2 = dep, h.r1
	h.nr++
	h.rset |= 1 << (uint32(label) & 31)
}

// parseScratch is the memory of a parser at work.
type parseScratch struct {
	st    state
	keys  []uint64
	guess []guess
	guide *guideScratch
	acc   *net.Acc
	layer net.Layer
	sums  []net.Acc // of the rows that a word brings to a place, by place and word: they are the same all through a sentence
	have  []bool
}

// parse finds heads (-1 for the root) and labels of a sentence; they are in s.st.nodes.
func (p *parser) parse(words []attrs, tags []int32, s *parseScratch) {
	s.forget(p.net, len(words))
	s.guess = s.guess[:0]
	if p.guide != nil {
		if s.guide == nil {
			s.guide = &guideScratch{}
		}
		s.guess = p.guide.guesses(words, tags, s.guide, s.guess)
	}
	st := &s.st
	st.start(words, tags, s.guess)
	for !st.done() {
		move, sure := st.forced()
		certain := uint8(3)
		atRoot := int(st.next) == len(words)
		if !sure || move == right || move == left && !atRoot {
			p.hidden(s)
		}
		if !sure {
			move, certain = p.best(s)
		}
		label := int32(0)
		switch {
		case move == left && atRoot:
			label = p.root
		case move != shift:
			label = p.label(s, move)
		}
		if move != shift {
			st.nodes[st.top(0)].sure = certain
		}
		st.apply(move, label)
	}
}

// forced gives the only legal move, if there is only one.
func (s *state) forced() (int, bool) {
	n, at := 0, 0
	for m := range moves {
		if s.legal(m) {
			n++
			at = m
		}
	}
	return at, n == 1
}

// forget makes room for the sums of a new sentence.
func (s *parseScratch) forget(n *net.Net, words int) {
	if s.acc == nil {
		s.acc = n.NewAcc()
	}
	size := places * (words + 2)
	for len(s.sums) < size {
		s.sums = append(s.sums, *n.NewAcc())
		s.have = append(s.have, false)
	}
	clear(s.have[:size])
}

// hidden computes the hidden layers for the configuration.
func (p *parser) hidden(s *parseScratch) {
	var v view
	st := &s.st
	st.look(&v)
	s.acc.Reset()
	for place, i := range v.at {
		if i < 0 {
			i = int32(len(st.words)) + 1
		}
		slot := place*(len(st.words)+2) + int(i)
		sum := &s.sums[slot]
		if !s.have[slot] {
			s.have[slot] = true
			s.keys = st.placeFeatures(s.keys[:0], uint32(place), v.at[place])
			sum.Reset()
			p.net.AddAll(sum, s.keys)
		}
		s.acc.AddAcc(sum)
	}
	s.keys = st.pairFeatures(s.keys[:0], &v)
	p.net.AddAll(s.acc, s.keys)
	p.net.Activate(s.acc, &s.layer)
}

// best is the legal move with the highest score, and by how much it is better than the next (see guess.sure).
func (p *parser) best(s *parseScratch) (int, uint8) {
	best, next, at := float32(0), float32(math.Inf(-1)), -1
	for m := range moves {
		if !s.st.legal(m) {
			continue
		}
		switch x := p.net.Heads[headMove].Score(&s.layer, m); {
		case at < 0:
			best, at = x, m
		case x > best:
			best, next, at = x, best, m
		default:
			next = max(next, x)
		}
	}
	switch d := best - next; {
	case d < 1:
		return at, 0
	case d < 2.5:
		return at, 1
	case d < 5:
		return at, 2
	}
	return at, 3
}

// label is the best label of the arc that a move makes.
func (p *parser) label(s *parseScratch, move int) int32 {
	return int32(p.net.Heads[move].Best(&s.layer))
}
