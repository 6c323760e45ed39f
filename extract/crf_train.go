package extract

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
)

// sequence is one training sequence: the features of position i are ids[ends[i-1]:ends[i]], its label gold[i].
type sequence struct {
	ids  []uint32
	ends []int32
	gold []int8
}

func (s *sequence) at(i int) []uint32 {
	from := int32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.ids[from:s.ends[i]]
}

func (s *sequence) add(f *features, gold int8) {
	s.ids = append(s.ids, f.ids...)
	s.ends = append(s.ends, int32(len(s.ids)))
	s.gold = append(s.gold, gold)
}

// crfOptions are the settings of training.
type crfOptions struct {
	labels   int
	epochs   int
	minCount int     // features seen less often are dropped
	alpha    float64 // learning rate
	l1, l2   float64
	// a position without features has its label fixed
	lockEmpty bool
}

// crfTrainer learns by stochastic gradient on the conditional likelihood, with one learning rate per weight and a lasso
// that keeps rare weights at zero (FTRL-Proximal, McMahan et al. 2013). The same input gives the same model.
type crfTrainer struct {
	opts   crfOptions
	keys   []uint32  // hash of each feature
	z      []float32 // by feature and label: the gradients, bent so that the weight follows from them
	root   []float32 // square root of the sum of squared gradients
	w      []float32 // the weights as they are
	sum    []float32 // of the weights after each epoch of the second half
	tz, tn []float64 // transitions, then starts
	chain  chain
	sums   int
}

func trainCRF(data []sequence, opts crfOptions) *crfTrainer {
	t := &crfTrainer{opts: opts}
	data = t.index(data)
	k := opts.labels
	n := len(t.keys) * k
	t.z, t.root, t.w = make([]float32, n), make([]float32, n), make([]float32, n)
	t.tz, t.tn = make([]float64, k*k+k), make([]float64, k*k+k)
	t.chain = chain{labels: k, trans: make([]float32, k*k), start: make([]float32, k)}
	rng := rand.New(rand.NewPCG(1, 2))
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	for epoch := range opts.epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.step(&data[i])
		}
		if epoch >= opts.epochs/2 {
			t.collect()
		}
	}
	return t
}

// index numbers the features that are frequent enough, and writes the sequences with those numbers.
func (t *crfTrainer) index(data []sequence) []sequence {
	count := make([]uint8, 1<<featureBits)
	for i := range data {
		for _, id := range data[i].ids {
			if count[id] < 255 {
				count[id]++
			}
		}
	}
	number := make([]int32, 1<<featureBits)
	for id, c := range count {
		number[id] = -1
		if int(c) >= t.opts.minCount {
			number[id] = int32(len(t.keys))
			t.keys = append(t.keys, uint32(id))
		}
	}
	out := make([]sequence, len(data))
	for i := range data {
		s := sequence{gold: data[i].gold, ids: make([]uint32, 0, len(data[i].ids)), ends: make([]int32, 0, len(data[i].ends))}
		for p := range data[i].ends {
			for _, id := range data[i].at(p) {
				if number[id] >= 0 {
					s.ids = append(s.ids, uint32(number[id]))
				}
			}
			s.ends = append(s.ends, int32(len(s.ids)))
		}
		out[i] = s
	}
	return out
}

// collect adds the weights as they are to those of the epochs before: their mean varies less with the order of the data.
func (t *crfTrainer) collect() {
	if t.sum == nil {
		t.sum = make([]float32, len(t.z))
	}
	for i := range t.sum {
		t.sum[i] += t.w[i]
	}
	t.sums++
}

// update moves weight i along the gradient g.
func (t *crfTrainer) update(i int, g float32) {
	old := float64(t.root[i])
	root := math.Sqrt(old*old + float64(g)*float64(g))
	z := float64(t.z[i]) + float64(g) - (root-old)/t.opts.alpha*float64(t.w[i])
	t.z[i], t.root[i] = float32(z), float32(root)
	switch l1 := t.opts.l1; {
	case z > l1:
		z -= l1
	case z < -l1:
		z += l1
	default:
		t.w[i] = 0
		return
	}
	t.w[i] = float32(-z / ((1+root)/t.opts.alpha + t.opts.l2))
}

// lock fixes the label of a position.
func lock(scores []float32, label int8) {
	for l := range scores {
		if int8(l) != label {
			scores[l] = -40
		}
	}
}

// step moves the weights along the gradient of one sequence.
func (t *crfTrainer) step(s *sequence) {
	k, n := t.opts.labels, len(s.gold)
	c := &t.chain
	c.scores = grow(c.scores, n*k)
	for i := range n {
		row := c.scores[i*k : i*k+k]
		clear(row)
		for _, id := range s.at(i) {
			for l := range row {
				row[l] += t.w[int(id)*k+l]
			}
		}
		if t.opts.lockEmpty && len(s.at(i)) == 0 {
			lock(row, s.gold[i])
		}
	}
	marg, _ := c.marginals()
	for i := range n {
		for l := range k {
			g := float32(marg[i*k+l])
			if int8(l) == s.gold[i] {
				g--
			}
			if g < 5e-4 && g > -5e-4 {
				continue
			}
			for _, id := range s.at(i) {
				t.update(int(id)*k+l, g)
			}
		}
	}
	t.transitions(s)
}

// pairGradient is the gradient of transitions, then starts, for a sequence whose marginals were just made.
func (c *chain) pairGradient(gold []int8) []float64 {
	k, n := c.labels, len(gold)
	grad := make([]float64, k*k+k)
	for l := range k {
		grad[k*k+l] += c.marg[l]
	}
	grad[k*k+int(gold[0])]--
	pair := make([]float64, k*k)
	for i := 1; i < n; i++ {
		sum := 0.0
		for p := range k {
			for l := range k {
				v := c.alpha[(i-1)*k+p] * c.pair[p*k+l] * math.Exp(float64(c.scores[i*k+l]-c.scores[i*k])) * c.beta[i*k+l]
				pair[p*k+l] = v
				sum += v
			}
		}
		if sum == 0 || math.IsInf(sum, 0) || math.IsNaN(sum) {
			continue
		}
		for x, v := range pair {
			grad[x] += v / sum
		}
		grad[int(gold[i-1])*k+int(gold[i])]--
	}
	return grad
}

func (t *crfTrainer) transitions(s *sequence) {
	k, c := t.opts.labels, &t.chain
	grad := c.pairGradient(s.gold)
	for x, g := range grad {
		w := &c.trans
		at := x
		if x >= k*k {
			w, at = &c.start, x-k*k
		}
		nn := t.tn[x] + g*g
		t.tz[x] += g - (math.Sqrt(nn)-math.Sqrt(t.tn[x]))/t.opts.alpha*float64((*w)[at])
		t.tn[x] = nn
		(*w)[at] = float32(-t.tz[x] / ((1+math.Sqrt(nn))/t.opts.alpha + t.opts.l2))
	}
}

// encode writes the model; see crf.go for the format. Features whose weights all round to zero are left out.
func (t *crfTrainer) encode(b []byte) []byte {
	k := t.opts.labels
	weights := make([]float32, len(t.z))
	top := float32(1e-6)
	for i := range t.z {
		weights[i] = t.sum[i] / float32(max(t.sums, 1))
		top = max(top, weights[i], -weights[i])
	}
	var rows []byte
	kept, last := 0, uint32(0)
	row := make([]byte, k)
	for f, key := range t.keys {
		some := false
		for l := range k {
			x := float64(weights[f*k+l] / top)
			v := math.Copysign(math.Round(127*math.Sqrt(math.Abs(x))), x)
			row[l] = byte(int8(v))
			some = some || v != 0
		}
		if !some {
			continue
		}
		rows = binary.AppendUvarint(rows, uint64(key-last))
		rows = append(rows, row...)
		last = key
		kept++
	}
	b = binary.AppendUvarint(b, uint64(k))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(top))
	for _, w := range append(slices.Clone(t.chain.trans), t.chain.start...) {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w))
	}
	b = binary.AppendUvarint(b, uint64(kept))
	return append(b, rows...)
}
