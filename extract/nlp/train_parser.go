package nlp

import (
	"math/rand"
	"slices"

	"dictum/extract/nlp/net"
)

// parserConfig of a training.
type parserConfig struct {
	hidden, epochs int
	seed           int64
	minFeature     uint32
	rate, dropout  float32
	explore        float32 // share of moves, after the first epoch, that follow the parser's own mind
}

// goldTree is a sentence to learn trees from: its predicted tags and gold heads and labels.
type goldTree struct {
	words []attrs
	tags  []int32
	heads []int32 // len(words) for the root
	label []int32
	kids  [][]int32
}

func goldTrees(docs []*Doc, lex *lexicon, labels map[string]int32) []goldTree {
	var out []goldTree
	for _, d := range docs {
		for _, s := range d.Sents {
			toks := d.Toks[s.First:s.Last]
			n := len(toks)
			g := goldTree{words: make([]attrs, n), tags: make([]int32, n), heads: make([]int32, n), label: make([]int32, n), kids: make([][]int32, n+1)}
			for i := range toks {
				lex.setAttrs(&g.words[i], toks[i].Text)
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

// trainParser learns from trees whose tags are predicted ones.
func trainParser(p *parser, trees []goldTree, cfg parserConfig, log func(string, ...any)) {
	l := parserLearner{p: p, cfg: cfg, count: net.Counter{}, rng: rand.New(rand.NewSource(cfg.seed))}
	for i := range trees {
		l.sentence(&trees[i], l.countState)
	}
	kept := l.count.Keep(cfg.minFeature)
	log("parser: %d labels, %d features of %d", len(p.labels), len(kept), len(l.count))
	l.count = nil
	l.tr = net.NewTrainer(net.Config{
		Hidden: cfg.hidden, Heads: []int{moves, len(p.labels), len(p.labels)}, Rate: cfg.rate,
		Dropout: cfg.dropout, Seed: cfg.seed,
	}, kept)
	for epoch := range cfg.epochs {
		l.tr.SetRate(cfg.rate * (1 - 0.8*float32(epoch)/float32(cfg.epochs)))
		l.explore = 0
		if epoch > 0 {
			l.explore = cfg.explore
		}
		l.all, l.right, l.wrongLabel = 0, 0, 0
		l.rng.Shuffle(len(trees), func(i, j int) { trees[i], trees[j] = trees[j], trees[i] })
		for n := range trees {
			l.sentence(&trees[n], l.learn)
			if epoch*2 >= cfg.epochs && n%(len(trees)/4+1) == len(trees)/4 {
				l.tr.Snapshot()
			}
		}
		if epoch == cfg.epochs-1 {
			l.tr.Snapshot()
		}
		log("parser: epoch %d, %.2f%% of the moves right", epoch+1, 100*float64(l.right)/float64(l.all))
	}
	p.score = l.tr.Net()
}

type parserLearner struct {
	p       *parser
	cfg     parserConfig
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

	wrongLabel int
}

// sentence walks through a sentence; step looks at each state and answers the move and label to make.
func (l *parserLearner) sentence(g *goldTree, step func(*goldTree, [moves]int) (int, int32)) {
	l.st.start(g.words, g.tags)
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
	best := 0
	for k, s := range l.scores {
		if s > l.scores[best] {
			best = k
		}
	}
	own := int(legal[best])
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
		gold, right := l.goldLabel2(g, m)
		if !right && m != move {
			continue
		}
		if m == left && int(l.st.next) == len(g.words) {
			if m == move {
				chosen = l.p.root
			}
			continue
		}
		l.scores = l.tr.Scores(m, nil, l.scores[:0])
		best := 0
		for k, s := range l.scores {
			if s > l.scores[best] {
				best = k
			}
		}
		if m == move {
			chosen = int32(best)
		}
		if right && gold >= 0 {
			net.Softmax(l.scores, func(k int) bool { return int32(k) == gold })
			l.tr.Learn(m, nil, l.scores)
		}
	}
	return chosen
}

func (l *parserLearner) goldLabel2(g *goldTree, m int) (int32, bool) {
	if !l.st.legal(m) {
		return 0, false
	}
	return l.goldLabel(g, m)
}
