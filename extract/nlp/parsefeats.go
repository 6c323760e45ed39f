package nlp

import "dictum/extract/nlp/net"

// Places of the parser's configuration that features look at.
const (
	placeS0 = iota
	placeS1
	placeS2
	placeB0
	placeB1
	placeB2
	placeB3
	placeS0L
	placeS0R
	placeS0L2
	placeS0R2
	placeS1L
	placeS1R
	placeS1R2
	placeB0L
	placeB0L2
	places
)

// view is the configuration as features see it.
type view struct {
	at  [places]int32
	tag [places]uint32
}

func (s *state) child(i int32, pick func(*node) int32) int32 {
	if i < 0 || int(i) >= len(s.nodes) {
		return -1
	}
	return pick(&s.nodes[i])
}

func (s *state) buffer(k int32) int32 {
	if i := s.next + k; int(i) <= len(s.words) {
		return i
	}
	return -1
}

func (s *state) look(v *view) {
	s0, s1, b0 := s.top(0), s.top(1), s.next
	l1 := func(n *node) int32 { return n.l1 }
	l2 := func(n *node) int32 { return n.l2 }
	r1 := func(n *node) int32 { return n.r1 }
	r2 := func(n *node) int32 { return n.r2 }
	v.at = [places]int32{
		placeS0: s0, placeS1: s1, placeS2: s.top(2), placeB0: b0, placeB1: s.buffer(1), placeB2: s.buffer(2), placeB3: s.buffer(3),
		placeS0L: s.child(s0, l1), placeS0R: s.child(s0, r1), placeS0L2: s.child(s0, l2), placeS0R2: s.child(s0, r2),
		placeS1L: s.child(s1, l1), placeS1R: s.child(s1, r1), placeS1R2: s.child(s1, r2),
		placeB0L: s.child(b0, l1), placeB0L2: s.child(b0, l2),
	}
	for p, i := range v.at {
		v.tag[p] = s.tag(i)
	}
}

// tag of word i: 998 for the root, 999 for none.
func (s *state) tag(i int32) uint32 {
	switch {
	case i < 0:
		return 999
	case int(i) >= len(s.tags):
		return 998
	}
	return uint32(s.tags[i])
}

var rootWord = attrs{form: 2, low: 2, shape: 2, cluster: 998, suf: [4]uint32{2, 2, 2, 2}, pre: [3]uint32{2, 2, 2}}

func (s *state) word(i int32) *attrs {
	switch {
	case i < 0:
		return &outside
	case int(i) >= len(s.words):
		return &rootWord
	}
	return &s.words[i]
}

// distance in steps: 1 2 3 4 5-6 7-10 11-
func distance(a, b int32) uint32 {
	d := b - a
	switch {
	case a < 0 || b < 0:
		return 0
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	}
	return 7
}

// features appends the features of a configuration.
func (p *parser) features(k []uint64, s *state) []uint64 {
	var v view
	s.look(&v)
	for place, i := range v.at {
		k = s.placeFeatures(k, uint32(place), i)
	}
	return s.pairFeatures(k, &v)
}

// placeFeatures are those of one word at one place.
func (s *state) placeFeatures(k []uint64, place uint32, i int32) []uint64 {
	w, t := s.word(i), s.tag(i)
	base := 1000 + place*16
	k = append(k, net.Key(base, w.low, 0, 0), net.Key(base+1, t, 0, 0))
	if i < 0 || int(i) >= len(s.words) {
		return k
	}
	k = append(k, net.Key(base+2, w.cluster, 0, 0))
	if place <= placeB1 {
		k = append(k, net.Key(base+3, w.suf[2], 0, 0), net.Key(base+4, uint32(w.caps), 0, 0),
			net.Key(base+5, s.tag(i-1), t, 0), net.Key(base+6, t, s.tag(i+1), 0), net.Key(base+7, w.low, t, 0))
	}
	if place <= placeB3 && len(s.guess) > 0 {
		label, sure := s.guessed(i)
		k = append(k, net.Key(base+9, label, sure, 0), net.Key(base+10, s.direction(i), label, 0))
	}
	if place <= placeB2 && w.alt > 0 {
		k = append(k, net.Key(base+11, uint32(w.alt), t, 0))
	}
	if place >= placeS0L {
		k = append(k, net.Key(base+8, uint32(s.nodes[i].label), 0, 0))
	}
	return k
}

// pairFeatures are those of several words together.
func (s *state) pairFeatures(k []uint64, v *view) []uint64 {
	s0, s1, b0 := v.at[placeS0], v.at[placeS1], v.at[placeB0]
	w0, w1, wb := s.word(s0), s.word(s1), s.word(b0)
	t0, t1, t2, tb, tb1, tb2 := v.tag[placeS0], v.tag[placeS1], v.tag[placeS2], v.tag[placeB0], v.tag[placeB1], v.tag[placeB2]
	d0, d1 := distance(s0, b0), distance(s1, s0)
	k = append(k,
		net.Key(1, t0, tb, 0), net.Key(2, w0.low, tb, 0), net.Key(3, t0, wb.low, 0), net.Key(4, w0.low, wb.low, 0),
		net.Key(5, t1, t0, 0), net.Key(6, w1.low, t0, 0), net.Key(7, t1, w0.low, 0), net.Key(8, w1.low, w0.low, 0),
		net.Key(9, t1, t0, tb), net.Key(10, t0, tb, tb1), net.Key(11, tb, tb1, 0), net.Key(12, t2, t1, t0), net.Key(13, tb, tb1, tb2),
		net.Key(14, t0, v.tag[placeS0L], tb), net.Key(15, t0, v.tag[placeS0R], tb), net.Key(16, t1, v.tag[placeS1R], t0),
		net.Key(17, t1, v.tag[placeS1L], t0), net.Key(18, t1, t0, v.tag[placeS0L]), net.Key(19, t1, t0, v.tag[placeS0R]),
		net.Key(20, tb, v.tag[placeB0L], t0),
		net.Key(21, w0.cluster, wb.cluster, 0), net.Key(22, w1.cluster, w0.cluster, 0), net.Key(23, w0.cluster, tb, 0),
		net.Key(24, t0, wb.cluster, 0),
		net.Key(25, w1.cluster, t0, 0), net.Key(26, t1, w0.cluster, 0),
		net.Key(27, d0, t0, tb), net.Key(28, d1, t1, t0), net.Key(29, d0, 0, 0), net.Key(30, d1, 0, 0),
	)
	var n0, n1, nb node
	if s0 >= 0 {
		n0 = s.nodes[s0]
	}
	if s1 >= 0 {
		n1 = s.nodes[s1]
	}
	if int(b0) < len(s.nodes) {
		nb = s.nodes[b0]
	}
	k = append(k,
		net.Key(31, t0, uint32(n0.nl), 0), net.Key(32, t0, uint32(n0.nr), 0), net.Key(33, t1, uint32(n1.nr), 0),
		net.Key(34, tb, uint32(nb.nl), 0),
		net.Key(35, t0, n0.lset, 0), net.Key(36, t0, n0.rset, 0), net.Key(37, t1, n1.rset, 0), net.Key(38, tb, nb.lset, 0),
		net.Key(39, t1, n1.lset, 0),
		net.Key(40, w1.low, w0.low, uint32(v.tag[placeS0L])), net.Key(41, t1, w0.low, wb.low), net.Key(42, t1, v.word(s, placeS0L), t0),
		net.Key(43, w1.low, v.word(s, placeS0L), 0), net.Key(44, t0, tb, v.word(s, placeB1)),
		net.Key(45, w1.low, v.word(s, placeS0L), w0.low),
		net.Key(46, w1.low, t0, tb), net.Key(47, t1, w0.low, tb), net.Key(48, t1, t0, wb.low),
		net.Key(49, uint32(min(len(s.stack), 4)), tb, t0), net.Key(50, s.tag(b0-1), t0, tb), net.Key(51, s.tag(s0+1), t0, tb),
		net.Key(52, s.tag(s0-1), t1, t0),
	)
	if len(s.guess) > 0 {
		k = s.guideFeatures(k, v)
	}
	return k
}

// guideFeatures say where the guide's arcs stand in the configuration.
func (s *state) guideFeatures(k []uint64, v *view) []uint64 {
	s0, s1, b0 := v.at[placeS0], v.at[placeS1], v.at[placeB0]
	t0, t1, tb := v.tag[placeS0], v.tag[placeS1], v.tag[placeB0]
	r0, r1, rb := s.relation(s0), s.relation(s1), s.relation(b0)
	p0, p1, owed := s.pending(s0), s.pending(s1), s.owed(s0)
	g0, c0 := s.guessed(s0)
	g1, _ := s.guessed(s1)
	gb, cb := s.guessed(b0)
	return append(k,
		net.Key(60, r0*relations+rb, p0, owed), net.Key(61, r0*relations+rb, p0, c0*4+cb), net.Key(62, r0, g0, t0), net.Key(63, rb, gb, tb),
		net.Key(64, (r0*relations+rb)*relations+r1, p0*4+p1, owed), net.Key(65, r0, t0, tb), net.Key(66, rb, t0, tb), net.Key(67, r0, t1, t0),
		net.Key(68, r1, g1, p1), net.Key(69, r0, s.word(s0).low, 0), net.Key(70, rb, s.word(b0).low, 0),
		net.Key(71, r0, p0, distance(s0, b0)), net.Key(72, r0, g0, c0), net.Key(73, p0, t0, tb), net.Key(74, owed, t0, tb),
	)
}

func (v *view) word(s *state, place int) uint32 { return s.word(v.at[place]).low }
