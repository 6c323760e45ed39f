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
	Dropout float32
	Seed    int64
}

// Trainer learns a net by AdaGrad, one example at a time. It is deterministic and for one goroutine.
type Trainer struct {
	cfg   Config
	rng   *rand.Rand
	index map[uint64]int32
	keys  []uint64
	rows  layer
	bias  layer
	heads []headTrainer

	pre, act, grad []float32
	on             []int32
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

// Counter counts features, to keep those that are frequent enough.
type Counter map[uint64]uint32

// Add counts features.
func (c Counter) Add(keys []uint64) {
	for _, k := range keys {
		c[k]++
	}
}

// Keep gives the features seen at least min times, in the order of their keys.
func (c Counter) Keep(min uint32) []uint64 {
	var keys []uint64
	for k, n := range c {
		if n >= min {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	// Two keys of one print in the same run could be taken for each other; the first one stays.
	seen := make(map[uint32]bool, len(keys))
	out := keys[:0]
	for _, k := range keys {
		if !seen[print32(k)] {
			seen[print32(k)] = true
			out = append(out, k)
		}
	}
	return out
}

// NewTrainer starts a training over the given features.
func NewTrainer(cfg Config, keys []uint64) *Trainer {
	t := &Trainer{cfg: cfg, rng: rand.New(rand.NewSource(cfg.Seed)), index: make(map[uint64]int32, len(keys)), keys: keys}
	for i, k := range keys {
		t.index[k] = int32(i)
	}
	h := cfg.Hidden
	t.rows = newLayer(len(keys) * h)
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

// Rows appends the rows of the features that have one.
func (t *Trainer) Rows(keys []uint64, out []int32) []int32 {
	for _, k := range keys {
		if r, ok := t.index[k]; ok {
			out = append(out, r)
		}
	}
	return out
}

// Forward computes the hidden layer for rows; with dropout when training.
func (t *Trainer) Forward(rows []int32, training bool) {
	h := t.cfg.Hidden
	copy(t.pre, t.bias.w)
	for _, r := range rows {
		row := t.rows.w[int(r)*h : int(r)*h+h]
		pre := t.pre[:len(row)]
		for i, x := range row {
			pre[i] += x
		}
	}
	t.on = t.on[:0]
	keep := 1 - t.cfg.Dropout
	for i, x := range t.pre {
		t.act[i], t.grad[i] = 0, 0
		if x <= 0 {
			continue
		}
		if training && t.cfg.Dropout > 0 {
			if t.rng.Float32() >= keep {
				continue
			}
			x /= keep
		}
		t.act[i] = x
		t.on = append(t.on, int32(i))
	}
}

// Scores appends the scores of a head; classes limits them, nil means all.
func (t *Trainer) Scores(head int, classes []int32, out []float32) []float32 {
	h, ht := t.cfg.Hidden, &t.heads[head]
	one := func(c int) {
		w := ht.w.w[c*h : c*h+h]
		s := ht.b.w[c]
		for _, i := range t.on {
			s += w[i] * t.act[i]
		}
		out = append(out, s)
	}
	if classes == nil {
		for c := range ht.n {
			one(c)
		}
		return out
	}
	for _, c := range classes {
		one(int(c))
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
		w, gg := ht.w.w[c*h:c*h+h], ht.w.g[c*h:c*h+h]
		for _, i := range t.on {
			t.grad[i] += d * w[i]
			x := d * t.act[i]
			gg[i] += x * x
			w[i] -= t.cfg.Rate * x / sqrt(gg[i])
		}
		ht.b.g[c] += d * d
		ht.b.w[c] -= t.cfg.Rate * d / sqrt(ht.b.g[c])
	}
}

// Finish hands the collected gradient to the rows.
func (t *Trainer) Finish(rows []int32) {
	h := t.cfg.Hidden
	on := t.on[:0]
	scale := float32(1)
	if t.cfg.Dropout > 0 {
		scale = 1 / (1 - t.cfg.Dropout)
	}
	for _, i := range t.on {
		if d := t.grad[i] * scale; d > 1e-6 || d < -1e-6 {
			t.grad[i] = d
			on = append(on, i)
		}
	}
	t.on = on
	if len(on) == 0 {
		return
	}
	t.update(t.bias.w, t.bias.g)
	for _, r := range rows {
		o := int(r) * h
		t.update(t.rows.w[o:o+h], t.rows.g[o:o+h])
	}
}

func (t *Trainer) update(w, g []float32) {
	rate := t.cfg.Rate
	g = g[:len(w)]
	grad := t.grad[:len(w)]
	for _, i := range t.on {
		d := grad[i]
		s := g[i] + d*d
		g[i] = s
		w[i] -= rate * d / sqrt(s)
	}
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
	prints := make([]uint32, len(t.keys))
	for i, k := range t.keys {
		prints[i] = print32(k)
	}
	n.setRows(prints, q)
	return n
}

// rowScale makes 127 of the value that all but one in 5,000 of the weights stay below.
func rowScale(w []float32) float32 {
	if len(w) == 0 {
		return 1
	}
	var hist [4096]int
	top := float32(0)
	for _, x := range w {
		top = max(top, x, -x)
	}
	if top == 0 {
		return 1
	}
	for _, x := range w {
		hist[int(max(x, -x)/top*4095)]++
	}
	left := len(w) / 5000
	for b := 4095; b > 0; b-- {
		if left -= hist[b]; left < 0 {
			return top * float32(b+1) / 4096 / 127
		}
	}
	return top / 127
}

// Softmax turns scores into the gradient of the loss -log p(gold), where gold may be several classes (good).
func Softmax(scores []float32, good func(int) bool) (p []float32) {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	var all, ok float64
	for i, s := range scores {
		e := math.Exp(float64(s - top))
		scores[i] = float32(e)
		all += e
		if good(i) {
			ok += e
		}
	}
	if ok == 0 {
		ok = 1e-30
	}
	for i, s := range scores {
		d := float64(s) / all
		if good(i) {
			d -= float64(s) / ok
		}
		scores[i] = float32(d)
	}
	return scores
}
