package nlp

// guess is what the guide thinks of a word. The guide is a small parser that reads the sentence from its end, so that it has seen
// what the parser, coming from the front, has not; the parser takes its answers as features (stacking: Nivre and McDonald 2008,
// Martins et al. 2008).
type guess struct {
	Head, Label int32 // len(words) for the root
	First, Last int32 // outermost dependents, -1 for none
	Sure        uint8 // by how much the move that made the arc was better than the next: 0 little … 3 much
}

// guideScratch is the memory of a guide at work.
type guideScratch struct {
	words []attrs
	tags  []int32
	parse parseScratch
}

// backwards copies words and tags in reverse order.
func (s *guideScratch) backwards(words []attrs, tags []int32) {
	s.words, s.tags = s.words[:0], s.tags[:0]
	for i := len(words) - 1; i >= 0; i-- {
		s.words = append(s.words, words[i])
		s.tags = append(s.tags, tags[i])
	}
}

// guesses appends what the guide makes of a sentence.
func (p *parser) guesses(words []attrs, tags []int32, s *guideScratch, out []guess) []guess {
	s.backwards(words, tags)
	p.parse(s.words, s.tags, &s.parse)
	n := int32(len(words))
	from := len(out)
	for i := range n {
		nd := &s.parse.st.nodes[n-1-i]
		g := guess{Head: n, Label: nd.label, First: -1, Last: -1, Sure: nd.sure}
		if nd.head >= 0 {
			g.Head = n - 1 - nd.head
		}
		out = append(out, g)
	}
	mine := out[from:]
	for i := range mine {
		if h := mine[i].Head; h < n {
			if mine[h].First < 0 {
				mine[h].First = int32(i)
			}
			mine[h].Last = int32(i)
		}
	}
	return out
}

// Where a word that the guide takes for a head stands in the configuration.
const (
	atNowhere = iota // there is no word to ask for, or no guide
	atRoot
	atB0
	atB1
	atFar // further in the buffer
	atS0
	atS1
	atDeep // further in the stack
	atGone // it has its own head already and takes no more dependents
	relations
)

// relation tells where the guessed head of word i stands.
func (s *state) relation(i int32) uint32 {
	if i < 0 || int(i) >= len(s.guess) {
		return atNowhere
	}
	h := s.guess[i].Head
	switch {
	case int(h) == len(s.words):
		return atRoot
	case h == s.next:
		return atB0
	case h == s.next+1:
		return atB1
	case h > s.next:
		return atFar
	case s.nodes[h].label >= 0:
		return atGone
	case h == s.top(0):
		return atS0
	case h == s.top(1):
		return atS1
	}
	return atDeep
}

// pending tells whether word i waits for dependents from the buffer: 0 no, 1 for the next word, 2 for a later one.
func (s *state) pending(i int32) uint32 {
	if i < 0 || int(i) >= len(s.guess) {
		return 3
	}
	switch last := s.guess[i].Last; {
	case last < s.next:
		return 0
	case last == s.next:
		return 1
	}
	return 2
}

// owed tells whether the next word waits for dependents of the stack: 0 no, 1 for the top, 2 for a deeper one.
func (s *state) owed(s0 int32) uint32 {
	if int(s.next) >= len(s.guess) {
		return 3
	}
	switch first := s.guess[s.next].First; {
	case first < 0 || first >= s.next || s.nodes[first].label >= 0:
		return 0
	case first == s0:
		return 1
	}
	return 2
}

func (s *state) guessed(i int32) (label, sure uint32) {
	if i < 0 || int(i) >= len(s.guess) {
		return 99, 0
	}
	return uint32(s.guess[i].Label), uint32(s.guess[i].Sure)
}

// direction of the guessed head of word i, with a sign: steps as distance counts them.
func (s *state) direction(i int32) uint32 {
	h := s.guess[i].Head
	switch {
	case int(h) == len(s.words):
		return 0
	case h > i:
		return distance(i, h)
	}
	return 8 + distance(h, i)
}
