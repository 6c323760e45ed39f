package nlp

import (
	"math/rand"
	"slices"

	"dictum/extract/nlp/net"
)

// ParserConfig of a training.
type ParserConfig struct {
	Hidden, Epochs int
	Seed           int64
	MinFeature     uint32
	Keep           int // features of the finished net, 0 for all
	Step           int // weights of the finished net are rounded to multiples of so many steps
	Rate, Dropout  float32
	Missing        float32 // share of the features left out of an example
	Explore        float32 // share of moves, after the first epoch, that follow the parser's own mind
}

// goldTree is a sentence to learn trees from: its predicted tags and gold heads and labels.
type goldTree struct {
	words []attrs
	tags  []int32
	heads []int32 // len(words) for the root
	label []int32
	kids  [][]int32
	guess []guess
}

func goldTrees(docs []*Doc, lex *lexicon, labels map[string]int32) []goldTree {
	var out []goldTree
	for _, d := range docs {
		for _, s := range d.Sents {
			toks := d.Toks[s.First:s.Last]
			n := len(toks)
			g := goldTree{words: make([]attrs, n), tags: make([]int32, n), heads: make([]int32, n), label: make([]int32, n)}
			g.kids = make([][]int32, n+1)
			for i := range toks {
				lex.setAttrs(&g.words[i], toks[i].Text, nil)
				g.heads[i] = int32(n)
				if toks[i].Head >= 0 {
					g.heads[i] = int32(toks[i].Head - s.First)
				}
				l, ok := labels[toks[i].Deprel]
				if !ok {
					l = -1
				}
				g.label[i] = l
				g.kids[g.heads[i]] = append(g.kids[g.heads[i]], int32(i))
			}
			out = append(out, g)
		}
	}
	return out
}

// costs are the numbers of gold arcs that each move makes unreachable (Goldberg and Nivre 2013).
func (g *goldTree) costs(s *state) (cost [moves]int) {
	n := int32(len(g.words))
	s0, s1, b0 := s.top(0), s.top(1), s.next
	inStack := func(i int32) bool { return slices.Contains(s.stack, i) }
	if s0 >= 0 {
		h := g.heads[s0]
		lost := 0
		for _, d := range g.kids[s0] {
			if d >= b0 {
				lost++
			}
		}
		cost[left], cost[right] = lost, lost
		if h == s1 && s1 >= 0 || h > b0 {
			cost[left]++
		}
		if h >= b0 {
			cost[right]++
		}
	}
	if b0 < n {
		if h := g.heads[b0]; h < b0 && h != s0 && inStack(h) {
			cost[shift]++
		}
		for _, d := range g.kids[b0] {
			if d < b0 && inStack(d) {
				cost[shift]++
			}
		}
	}
	return cost
}

// newParser makes a parser that knows the labels but has no scores yet.
func newParser(docs []*Doc) (*parser, map[string]int32) {
	freq := map[string]int{}
	for _, d := range docs {
		for _, t := range d.Toks {
			freq[t.Deprel]++
		}
	}
	p := &parser{}
	for l := range freq {
		p.labels = append(p.labels, l)
	}
	slices.Sort(p.labels)
	id := map[string]int32{}
	for i, l := range p.labels {
		id[l] = int32(i)
	}
	p.root = id["root"]
	return p, id
}

// trainParser learns the net of a parser from trees whose tags are predicted ones.
func trainParser(p *parser, trees []goldTree, count net.Counter, cfg ParserConfig, log func(string, ...any)) *net.Net {
	l := parserLearner{p: p, cfg: cfg, rng: rand.New(rand.NewSource(cfg.Seed))}
	l.tr = net.NewTrainer(net.Config{
		Hidden: cfg.Hidden, Heads: []int{moves, len(p.labels), len(p.labels)}, Rate: cfg.Rate,
		Dropout: cfg.Dropout, Missing: cfg.Missing, Fine: true, Seed: cfg.Seed,
	}, count, cfg.MinFeature)
	log("parser: %d labels, %d features of %d", len(p.labels), l.tr.Features(), len(count))
	order := make([]*goldTree, len(trees))
	for epoch := range cfg.Epochs {
		for i := range trees {
			order[i] = &trees[i]
		}
		l.tr.SetRate(cfg.Rate * (1 - 0.9*float32(epoch)/float32(cfg.Epochs)))
		if epoch > 0 {
			l.explore = cfg.Explore
		}
		l.all, l.right = 0, 0
		l.epoch(order, epoch*2 >= cfg.Epochs)
		log("parser: epoch %d, %.2f%% of the moves right", epoch+1, 100*float64(l.right)/float64(l.all))
	}
	return l.tr.Net()
}

// countFeatures counts the features of all states on the way to the gold trees.
func countFeatures(p *parser, trees []goldTree) net.Counter {
	l := parserLearner{p: p, count: net.Counter{}}
	for i := range trees {
		l.sentence(&trees[i], l.countState)
	}
	return l.count
}

func (l *parserLearner) epoch(order []*goldTree, average bool) {
	l.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	for n, g := range order {
		l.sentence(g, l.learn)
		if average && n%(len(order)/4+1) == len(order)/4 {
			l.tr.Snapshot()
		}
	}
	if average {
		l.tr.Snapshot()
	}
}

type parserLearner struct {
	p       *parser
	cfg     ParserConfig
	tr      *net.Trainer
	count   net.Counter
	rng     *rand.Rand
	explore float32
	st      state
	keys    []uint64
	rows    []int32
	scores  []float32
	all     int
	right   int
}

// sentence walks through a sentence; step looks at each state and answers the move and label to make.
func (l *parserLearner) sentence(g *goldTree, step func(*goldTree, [moves]int) (int, int32)) {
	l.st.start(g.words, g.tags, g.guess)
	for !l.st.done() {
		cost := g.costs(&l.st)
		if move, sure := l.st.forced(); sure && move == shift {
			l.st.apply(shift, 0)
			continue
		}
		move, label := step(g, cost)
		l.st.apply(move, label)
	}
}

// cheapest is the legal move of least cost; of equals left, right, shift in this order.
func (l *parserLearner) cheapest(cost [moves]int) (int, int) {
	at := -1
	for _, m := range [...]int{left, right, shift} {
		if l.st.legal(m) && (at < 0 || cost[m] < cost[at]) {
			at = m
		}
	}
	return at, cost[at]
}

// goldLabel is the label of the arc that a move makes, if that arc is a gold one.
func (l *parserLearner) goldLabel(g *goldTree, move int) (int32, bool) {
	s0 := l.st.top(0)
	switch move {
	case left:
		return g.label[s0], g.heads[s0] == l.st.next
	case right:
		return g.label[s0], g.heads[s0] == l.st.top(1)
	}
	return 0, false
}

func (l *parserLearner) countState(g *goldTree, cost [moves]int) (int, int32) {
	l.keys = l.p.features(l.keys[:0], &l.st)
	l.count.Add(l.keys)
	move, _ := l.cheapest(cost)
	label := int32(0)
	if move != shift {
		label = max(g.label[l.st.top(0)], 0)
	}
	return move, label
}

func (l *parserLearner) learn(g *goldTree, cost [moves]int) (int, int32) {
	l.keys = l.p.features(l.keys[:0], &l.st)
	l.rows = l.tr.Rows(l.keys, l.rows[:0])
	l.tr.Forward(l.rows, true)
	goldMove, least := l.cheapest(cost)
	var legal [moves]int32
	n := 0
	for m := range moves {
		if l.st.legal(m) {
			legal[n] = int32(m)
			n++
		}
	}
	l.scores = l.tr.Scores(headMove, legal[:n], l.scores[:0])
	own := int(legal[largest(l.scores)])
	l.all++
	if cost[own] == least {
		l.right++
	}
	net.Softmax(l.scores, func(k int) bool { return cost[legal[k]] == least })
	l.tr.Learn(headMove, legal[:n], l.scores)
	move := goldMove
	if cost[own] == least || l.rng.Float32() < l.explore {
		move = own
	}
	label := l.learnLabels(g, move)
	l.tr.Finish(l.rows)
	return move, label
}

// learnLabels teaches the labels of the gold arcs that could be made now, and answers the label of the move to be made.
func (l *parserLearner) learnLabels(g *goldTree, move int) int32 {
	chosen := int32(0)
	for _, m := range [...]int{left, right} {
		if m == left && int(l.st.next) == len(g.words) {
			if m == move {
				chosen = l.p.root
			}
			continue
		}
		gold, isGold := int32(-1), false
		if l.st.legal(m) {
			gold, isGold = l.goldLabel(g, m)
		}
		if !isGold && m != move {
			continue
		}
		l.scores = l.tr.Scores(m, nil, l.scores[:0])
		if m == move {
			chosen = int32(largest(l.scores))
		}
		if isGold && gold >= 0 {
			net.Softmax(l.scores, func(k int) bool { return int32(k) == gold })
			l.tr.Learn(m, nil, l.scores)
		}
	}
	return chosen
}
