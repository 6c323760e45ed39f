package nlp

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

func (l *lexicon) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(l.words)))
	for _, h := range slices.Sorted(maps.Keys(l.words)) {
		e := l.words[h]
		b = binary.LittleEndian.AppendUint32(b, h)
		for _, c := range e.class {
			b = binary.AppendUvarint(b, uint64(c))
		}
		b = append(b, e.capShare)
	}
	return b
}

func (l *lexicon) read(s *source) {
	n := s.count(8)
	l.words = make(map[uint32]lexEntry, n)
	for range n {
		h := s.hash()
		e := lexEntry{class: [3]uint16{uint16(s.below(1 << 16)), uint16(s.below(1 << 16)), uint16(s.below(1 << 16))}}
		e.capShare = uint8(s.below(128))
		l.words[h] = e
	}
}

func (t *tagger) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(t.classes)))
	for _, c := range t.classes {
		b = appendString(appendString(b, c.upos), c.xpos)
	}
	b = appendInts(b, t.open)
	b = binary.AppendUvarint(b, uint64(len(t.dict)))
	for _, h := range slices.Sorted(maps.Keys(t.dict)) {
		b = appendInts(binary.LittleEndian.AppendUint32(b, h), t.dict[h])
	}
	return t.score.Append(b)
}

func appendInts(b []byte, xs []int32) []byte {
	b = binary.AppendUvarint(b, uint64(len(xs)))
	for _, x := range xs {
		b = binary.AppendUvarint(b, uint64(x))
	}
	return b
}

func (t *tagger) read(s *source) {
	for range s.count(2) {
		t.classes = append(t.classes, tagClass{s.string(), s.string()})
	}
	classes := func() []int32 {
		out := make([]int32, 0, s.count(1))
		for range cap(out) {
			out = append(out, s.below(len(t.classes)))
		}
		if len(out) == 0 {
			s.fail("a list of classes")
		}
		return out
	}
	t.open = classes()
	n := s.count(6)
	t.dict = make(map[uint32][]int32, n)
	for range n {
		h := s.hash()
		t.dict[h] = classes()
	}
	t.score = s.net(len(t.classes))
}

func (m *models) appendLemmas(b []byte) []byte {
	b = appendStringMap(b, m.lemmas.words)
	b = binary.AppendUvarint(b, uint64(len(m.lemmas.rules)))
	for _, k := range slices.Sorted(maps.Keys(m.lemmas.rules)) {
		r := m.lemmas.rules[k]
		b = appendString(b, k)
		keep := uint64(0)
		if r.keep {
			keep = 1
		}
		b = binary.AppendUvarint(b, uint64(r.cut)*2+keep)
		b = appendString(b, r.add)
	}
	return appendStringMap(b, m.feats)
}

func (m *models) readLemmas(s *source) {
	m.lemmas.words = s.stringMap()
	n := s.count(3)
	m.lemmas.rules = make(map[string]rule, n)
	for range n {
		k := s.string()
		x := s.uvarint()
		m.lemmas.rules[k] = rule{keep: x%2 == 1, cut: min(x/2, 100), add: s.string()}
	}
	m.feats = s.stringMap()
}

func (p *parser) append(b []byte) []byte {
	b = p.net.Append(appendStrings(b, p.labels))
	if p.guide == nil {
		return append(b, 0)
	}
	return p.guide.net.Append(append(b, 1))
}

func (p *parser) read(s *source) {
	p.labels = s.strings()
	root := slices.Index(p.labels, "root")
	if root < 0 {
		s.fail("the label root")
		return
	}
	p.root = int32(root)
	p.net = s.net(moves, len(p.labels), len(p.labels))
	if s.below(2) == 1 {
		p.guide = &parser{labels: p.labels, root: p.root, net: s.net(moves, len(p.labels), len(p.labels))}
	}
}

func (n *namer) append(b []byte) []byte {
	b = appendStrings(b, n.labels)
	for i := range n.pass {
		for _, x := range n.pass[i].next {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
		b = n.pass[i].score.Append(b)
	}
	return b
}

func (n *namer) read(s *source) {
	n.labels = s.strings()
	if !slices.Equal(n.labels, nameLabels()) {
		s.fail("the list of labels")
		return
	}
	for i := range n.pass {
		for range len(n.labels) * len(n.labels) {
			n.pass[i].next = append(n.pass[i].next, math.Float32frombits(s.hash()))
		}
		n.pass[i].score = s.net(len(n.labels))
	}
	n.link()
}

// nameLabels are O and the four places in a name of each type.
func nameLabels() []string {
	labels := []string{"O"}
	for _, t := range nameTypes {
		for _, m := range []string{"S", "B", "I", "E"} {
			labels = append(labels, m+"-"+t)
		}
	}
	return labels
}
