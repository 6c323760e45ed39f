package extract

import (
	"math"
	"math/rand"

	"dictum/extract/nlp/net"
)

// netStep is the rounding of the weights of a finished netCRF, see net.Coarsen.
const netStep = 8

// netOptions are the settings of training a netCRF.
type netOptions struct {
	labels, hidden, epochs int
	minCount               uint32
	keep                   int // features that stay in the model, 0 for all
	rate                   float32
	dropout, missing       float32
	seed                   int64
	lockEmpty              bool // a position without features has its label fixed
	log                    func(format string, args ...any)
}

// netTrainer learns a netCRF by AdaGrad on the conditional likelihood, one sequence at a time.
type netTrainer struct {
	opts   netOptions
	tr     *net.Trainer
	chain  chain
	square []float64 // of the gradients of transitions, then starts
	keys   []uint64
	rows   [][]int32
	states []net.State
	grad   []float32
}

// trainNetCRF learns from the same sequences as trainCRF.
func trainNetCRF(data []sequence, opts netOptions) *netCRF {
	k := opts.labels
	t := &netTrainer{opts: opts, square: make([]float64, k*k+k)}
	for i := range t.square {
		t.square[i] = 1
	}
	t.chain = chain{labels: k, trans: make([]float32, k*k), start: make([]float32, k)}
	count := countFeatures(data)
	t.tr = net.NewTrainer(net.Config{
		Hidden: opts.hidden, Heads: []int{k}, Rate: opts.rate, Dropout: opts.dropout, Missing: opts.missing, Fine: true, Seed: opts.seed,
	}, count, opts.minCount)
	opts.log("net: %d features", t.tr.Features())
	rng := rand.New(rand.NewSource(opts.seed))
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	sum, sums := make([]float64, k*k+k), 0
	for epoch := range opts.epochs {
		t.tr.SetRate(opts.rate * (1 - 0.8*float32(epoch)/float32(opts.epochs)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for n, i := range order {
			loss += t.learn(&data[i])
			if epoch*2 >= opts.epochs && (n == len(order)/2 || n == len(order)-1) {
				t.tr.Snapshot()
				for x := range sum {
					sum[x] += float64(*t.weight(x))
				}
				sums++
			}
		}
		opts.log("net: epoch %d, loss %.4f a sequence", epoch+1, loss/float64(len(order)))
	}
	m := &netCRF{labels: k, trans: make([]float32, k*k), start: make([]float32, k), score: t.tr.Net().Trim(count, opts.keep, netStep)}
	for x, w := range sum {
		if x < k*k {
			m.trans[x] = float32(w / float64(sums))
		} else {
			m.start[x-k*k] = float32(w / float64(sums))
		}
	}
	return m
}

// countFeatures counts in an array first, because most features are rare and no map should hold them.
func countFeatures(data []sequence) net.Counter {
	counts := make([]uint32, 1<<featureBits)
	for i := range data {
		for _, id := range data[i].ids {
			counts[id]++
		}
	}
	out := net.Counter{}
	for id, n := range counts {
		if n > 1 {
			out[uint64(id)] = n
		}
	}
	return out
}

// weight is transition x, or behind the transitions a start.
func (t *netTrainer) weight(x int) *float32 {
	if k := t.opts.labels; x >= k*k {
		return &t.chain.start[x-k*k]
	}
	return &t.chain.trans[x]
}

// learn takes one sequence; the answer is its loss.
func (t *netTrainer) learn(s *sequence) float64 {
	k, n := t.opts.labels, len(s.gold)
	c := &t.chain
	c.scores = grow(c.scores, n*k)
	for len(t.rows) < n {
		t.rows, t.states = append(t.rows, nil), append(t.states, net.State{})
	}
	for i := range n {
		row := c.scores[i*k : i*k+k]
		ids := s.at(i)
		if t.opts.lockEmpty && len(ids) == 0 {
			clear(row)
			lock(row, s.gold[i])
			continue
		}
		t.keys = netKeys(t.keys, ids)
		t.rows[i] = t.tr.Rows(t.keys, t.rows[i][:0])
		t.tr.Forward(t.rows[i], true)
		t.tr.Scores(0, nil, row[:0])
		t.tr.Save(&t.states[i])
	}
	marg, logz := c.marginals()
	loss := logz - c.score(s.gold)
	for i := range n {
		if t.opts.lockEmpty && len(s.at(i)) == 0 {
			continue
		}
		t.grad = t.grad[:0]
		sure := true
		for l := range k {
			g := float32(marg[i*k+l])
			if int8(l) == s.gold[i] {
				g--
			}
			sure = sure && g < 2e-3 && g > -2e-3
			t.grad = append(t.grad, g)
		}
		if sure {
			continue
		}
		t.tr.Restore(&t.states[i])
		t.tr.Learn(0, nil, t.grad)
		t.tr.Finish(t.rows[i])
	}
	for x, g := range c.pairGradient(s.gold) {
		t.square[x] += g * g
		*t.weight(x) -= float32(float64(t.opts.rate) * g / math.Sqrt(t.square[x]))
	}
	return loss
}
