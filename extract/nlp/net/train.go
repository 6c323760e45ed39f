package net

import (
	"math"
	"math/rand"
	"slices"
)

// Config of a training.
type Config struct {
	Hidden  int
	Heads   []int // classes of each head
	Rate    float32
	Dropout float32 // share of the hidden layer left out of an example
	Missing float32 // share of the features left out of an example
	Fine    bool    // a learning rate for every weight of a row, not one for the row: learns better, takes twice the memory
	Seed    int64
}

// Trainer learns a net by AdaGrad, one example at a time. It is deterministic and for one goroutine.
type Trainer struct {
	cfg   Config
	rng   *rand.Rand
	index *Net // of the features alone
	keys  []uint64
	rows  layer
	rowG  []float32 // squares of gradients, one a row
	bias  layer
	heads []headTrainer

	pre, act, grad []float32
	sums           int
}

// layer is a block of weights with the squares of its gradients and the sum for averaging.
type layer struct{ w, g, sum []float32 }

type headTrainer struct {
	n    int
	w, b layer
}

const startSquare = 0.01 // keeps the first steps of AdaGrad small

func newLayer(n int) layer {
	l := layer{w: make([]float32, n), g: make([]float32, n), sum: make([]float32, n)}
	for i := range l.g {
		l.g[i] = startSquare
	}
	return l
}

// NewTrainer starts a training over the features that were counted at least min times.
func NewTrainer(cfg Config, count Counter, min uint32) *Trainer {
	keys := count.Keep(min)
	t := &Trainer{cfg: cfg, rng: rand.New(rand.NewSource(cfg.Seed)), index: &Net{prints: printsOf(keys)}, keys: keys}
	t.index.index()
	h := cfg.Hidden
	t.rows = layer{w: make([]float32, len(keys)*h), sum: make([]float32, len(keys)*h)}
	t.rowG = make([]float32, len(keys))
	for i := range t.rowG {
		t.rowG[i] = startSquare
	}
	if cfg.Fine {
		t.rows.g = make([]float32, len(t.rows.w))
		for i := range t.rows.g {
			t.rows.g[i] = startSquare
		}
	}
	for i := range t.rows.w {
		t.rows.w[i] = (t.rng.Float32() - 0.5) * 0.02
	}
	t.bias = newLayer(h)
	for i := range t.bias.w {
		t.bias.w[i] = 0.2 * t.rng.Float32()
	}
	for _, n := range cfg.Heads {
		ht := headTrainer{n: n, w: newLayer(n * h), b: newLayer(n)}
		a := float32(math.Sqrt(6 / float64(h+n)))
		for i := range ht.w.w {
			ht.w.w[i] = (t.rng.Float32()*2 - 1) * a
		}
		t.heads = append(t.heads, ht)
	}
	t.pre, t.act, t.grad = make([]float32, h), make([]float32, h), make([]float32, h)
	return t
}

func printsOf(keys []uint64) []uint32 {
	prints := make([]uint32, len(keys))
	for i, k := range keys {
		prints[i] = print32(k)
	}
	return prints
}

// Rows appends the rows of the features that have one, but for those that this example goes without.
func (t *Trainer) Rows(keys []uint64, out []int32) []int32 {
	for _, k := range keys {
		if t.cfg.Missing > 0 && t.rng.Float32() < t.cfg.Missing {
			continue
		}
		if r := t.index.Row(k); r >= 0 {
			out = append(out, int32(r))
		}
	}
	return out
}

// Forward computes the hidden layer for rows; with dropout when training.
func (t *Trainer) Forward(rows []int32, training bool) {
	h := t.cfg.Hidden
	clear(t.pre)
	for _, r := range rows {
		addTo(t.pre, t.rows.w[int(r)*h:int(r)*h+h])
	}
	if t.cfg.Missing > 0 {
		for i := range t.pre {
			t.pre[i] /= 1 - t.cfg.Missing
		}
	}
	addTo(t.pre, t.bias.w)
	drop := training && t.cfg.Dropout > 0
	keep := 1 - t.cfg.Dropout
	for i, x := range t.pre {
		t.act[i], t.grad[i] = 0, 0
		if x <= 0 {
			continue
		}
		if drop {
			if t.rng.Float32() >= keep {
				continue
			}
			x /= keep
		}
		t.act[i] = x
	}
}

// Scores appends the scores of a head; classes limits them, nil means all.
func (t *Trainer) Scores(head int, classes []int32, out []float32) []float32 {
	h, ht := t.cfg.Hidden, &t.heads[head]
	if classes == nil {
		for c := range ht.n {
			out = append(out, ht.b.w[c]+dot(ht.w.w[c*h:c*h+h], t.act))
		}
		return out
	}
	for _, k := range classes {
		c := int(k)
		out = append(out, ht.b.w[c]+dot(ht.w.w[c*h:c*h+h], t.act))
	}
	return out
}

// Learn takes the gradient of the loss by the scores of a head (same classes as for Scores): the head learns at once, the
// hidden layer collects its part until Finish.
func (t *Trainer) Learn(head int, classes []int32, g []float32) {
	h, ht := t.cfg.Hidden, &t.heads[head]
	for k, d := range g {
		if d > -1e-5 && d < 1e-5 {
			continue
		}
		c := k
		if classes != nil {
			c = int(classes[k])
		}
		w := ht.w.w[c*h : c*h+h]
		addScaled(t.grad, w, d)
		stepSquares(w, ht.w.g[c*h:c*h+h], t.act, d, t.cfg.Rate)
		ht.b.g[c] += float32(d * d)
		ht.b.w[c] -= float32(float32(t.cfg.Rate*d) / sqrt(ht.b.g[c]))
	}
}

// Finish hands the collected gradient to the rows. A row keeps one square of gradients for all its weights.
func (t *Trainer) Finish(rows []int32) {
	h := t.cfg.Hidden
	scale := float32(1)
	if t.cfg.Dropout > 0 {
		scale = 1 / (1 - t.cfg.Dropout)
	}
	on := 0
	var square float32
	for i, a := range t.act {
		if a == 0 {
			t.grad[i] = 0
			continue
		}
		d := float32(t.grad[i] * scale)
		t.grad[i] = d
		square += float32(d * d)
		on++
	}
	if on == 0 || square < 1e-12 {
		return
	}
	stepSquares(t.bias.w, t.bias.g, t.grad, 1, t.cfg.Rate)
	if t.cfg.Fine {
		for _, r := range rows {
			o := int(r) * h
			stepSquares(t.rows.w[o:o+h], t.rows.g[o:o+h], t.grad, 1, t.cfg.Rate)
		}
		return
	}
	square /= float32(on)
	for _, r := range rows {
		t.rowG[r] += square
		addScaled(t.rows.w[int(r)*h:int(r)*h+h], t.grad, -t.cfg.Rate/sqrt(t.rowG[r]))
	}
}

func sumLanes(s [8]float32) float32 {
	return ((s[0] + s[4]) + (s[1] + s[5])) + ((s[2] + s[6]) + (s[3] + s[7]))
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// Rand is the trainer's source of chance.
func (t *Trainer) Rand() *rand.Rand { return t.rng }

// SetRate changes the learning rate.
func (t *Trainer) SetRate(r float32) { t.cfg.Rate = r }

// Snapshot adds the weights of now to the average that Net takes.
func (t *Trainer) Snapshot() {
	t.sums++
	for _, l := range t.layers() {
		for i, x := range l.w {
			l.sum[i] += x
		}
	}
}

func (t *Trainer) layers() []*layer {
	ls := []*layer{&t.rows, &t.bias}
	for i := range t.heads {
		ls = append(ls, &t.heads[i].w, &t.heads[i].b)
	}
	return ls
}

// Features is the number of features that have a row.
func (t *Trainer) Features() int { return len(t.keys) }

// Net gives the averaged net with rows of bytes.
func (t *Trainer) Net() *Net {
	mean := func(l *layer) []float32 {
		if t.sums == 0 {
			return slices.Clone(l.w)
		}
		out := make([]float32, len(l.w))
		for i, x := range l.sum {
			out[i] = x / float32(t.sums)
		}
		return out
	}
	rows := mean(&t.rows)
	n := &Net{Hidden: t.cfg.Hidden, bias: mean(&t.bias)}
	for i := range t.heads {
		n.Heads = append(n.Heads, Head{N: t.heads[i].n, W: mean(&t.heads[i].w), B: mean(&t.heads[i].b)})
	}
	n.scale = rowScale(rows)
	q := make([]byte, len(rows))
	for i, x := range rows {
		v := math.Round(float64(x / n.scale))
		q[i] = byte(int(max(-127, min(127, v))) + 128)
	}
	n.setRows(printsOf(t.keys), q)
	return n
}

// State is a hidden layer put by for later.
type State struct{ act []float32 }

// Save puts the hidden layer by.
func (t *Trainer) Save(s *State) { s.act = append(s.act[:0], t.act...) }

// Restore takes a hidden layer back and forgets the gradient collected.
func (t *Trainer) Restore(s *State) {
	copy(t.act, s.act)
	clear(t.grad)
}
