package nlp

import (
	"math"
	"math/rand"

	"dictum/extract/nlp/net"
)

type chainLearner struct {
	n      *namer
	tr     *net.Trainer
	next   []float32
	nextG  []float32
	cfg    NamerConfig
	second bool
	keys   []uint64
	rows   [][]int32
	states []net.State
	emit   [][]float32
	grad   []float32

	exp, alpha, beta, scale, expNext []float64
	margin, nextD                    []float32
}

// trainChain learns one reading: a conditional random field over the scores of a network (Lafferty, McCallum and Pereira 2001).
func trainChain(n *namer, docs []*nameDoc, cfg NamerConfig, second bool, log func(string, ...any)) chain {
	k := len(n.labels)
	l := chainLearner{n: n, cfg: cfg, second: second, next: make([]float32, k*k), nextG: make([]float32, k*k), nextD: make([]float32, k*k)}
	for i := range l.nextG {
		l.nextG[i] = 1
	}
	type place struct{ doc, sent int }
	var order []place
	count := net.Counter{}
	for di, d := range docs {
		for si, s := range d.sents {
			order = append(order, place{di, si})
			for i := range s.Last - s.First {
				l.keys = l.features(d, s, i)
				count.Add(l.keys)
			}
		}
	}
	l.tr = net.NewTrainer(net.Config{
		Hidden: cfg.Hidden, Heads: []int{k}, Rate: cfg.Rate,
		Dropout: cfg.Dropout, Missing: cfg.Missing, Fine: cfg.Missing > 0, Seed: cfg.Seed,
	}, count, cfg.MinFeature)
	log("names: %d features of %d", l.tr.Features(), len(count))
	rng := rand.New(rand.NewSource(cfg.Seed))
	sum := make([]float64, k*k)
	sums := 0
	for epoch := range cfg.Epochs {
		l.tr.SetRate(cfg.Rate * (1 - 0.8*float32(epoch)/float32(cfg.Epochs)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for i, p := range order {
			loss += l.learn(docs[p.doc], docs[p.doc].sents[p.sent])
			if epoch*2 >= cfg.Epochs && (i%(len(order)/3+1) == len(order)/3 || i == len(order)-1) {
				l.tr.Snapshot()
				for j, x := range l.next {
					sum[j] += float64(x)
				}
				sums++
			}
		}
		log("names: epoch %d, loss %.4f a sentence", epoch+1, loss/float64(len(order)))
	}
	c := chain{score: l.tr.Net().Trim(count, cfg.Keep, cfg.Step), next: make([]float32, k*k)}
	for j := range c.next {
		c.next[j] = float32(sum[j] / float64(sums))
	}
	return c
}

func (l *chainLearner) features(d *nameDoc, s Sent, i int) []uint64 {
	var mem []memo
	if l.second {
		mem = d.memo[s.First:s.Last]
	}
	return nameFeatures(l.keys[:0], d.words[s.First:s.Last], d.tags[s.First:s.Last], mem, i)
}

// learn takes one sentence; the answer is its loss.
func (l *chainLearner) learn(d *nameDoc, s Sent) float64 {
	n := s.Last - s.First
	for len(l.rows) < n {
		l.rows, l.states, l.emit = append(l.rows, nil), append(l.states, net.State{}), append(l.emit, nil)
	}
	for i := range n {
		l.keys = l.features(d, s, i)
		l.rows[i] = l.tr.Rows(l.keys, l.rows[i][:0])
		l.tr.Forward(l.rows[i], true)
		l.emit[i] = l.tr.Scores(0, nil, l.emit[i][:0])
		l.tr.Save(&l.states[i])
	}
	margin, loss := l.marginals(n, d.gold[s.First:s.Last])
	k := len(l.n.labels)
	for i := range n {
		l.tr.Restore(&l.states[i])
		l.grad = append(l.grad[:0], margin[i*k:(i+1)*k]...)
		l.grad[d.gold[s.First+i]]--
		l.tr.Learn(0, nil, l.grad)
		l.tr.Finish(l.rows[i])
	}
	return loss
}

// marginals computes the probability of every label at every word, teaches the scores of neighbours, and answers the loss. Sums
// are of probabilities, scaled to one at every word (Rabiner 1989).
func (l *chainLearner) marginals(n int, gold []int32) ([]float32, float64) {
	k := len(l.n.labels)
	l.room(n * k)
	emit, alpha, beta := l.exp[:n*k], l.alpha[:n*k], l.beta[:n*k]
	for b := range k {
		for _, a := range l.n.prev[b] {
			l.expNext[int(a)*k+b] = math.Exp(float64(l.next[int(a)*k+b]))
		}
	}
	z := 0.0 // logarithm of the sum over all rows of labels
	for i := range n {
		top := l.emit[i][0]
		for _, x := range l.emit[i] {
			top = max(top, x)
		}
		sum := 0.0
		for b := range k {
			e := math.Exp(float64(l.emit[i][b] - top))
			emit[i*k+b] = e
			x := 0.0
			if i == 0 && l.n.opens[b] {
				x = 1
			} else if i > 0 {
				for _, a := range l.n.prev[b] {
					x += alpha[(i-1)*k+int(a)] * l.expNext[int(a)*k+b]
				}
			}
			alpha[i*k+b] = x * e
			if i == n-1 && !l.n.closes[b] {
				alpha[i*k+b] = 0
			}
			sum += alpha[i*k+b]
		}
		for b := range k {
			alpha[i*k+b] /= sum
		}
		l.scale[i] = sum
		z += math.Log(sum) + float64(top)
	}
	l.backward(n, k)
	margin := l.margin[:n*k]
	for i := range margin {
		margin[i] = float32(alpha[i] * beta[i])
	}
	loss := z - float64(l.emit[0][gold[0]])
	for i := 1; i < n; i++ {
		loss -= float64(l.emit[i][gold[i]]) + float64(l.next[int(gold[i-1])*k+int(gold[i])])
	}
	l.learnNext(n, k, gold)
	return margin, loss
}

func (l *chainLearner) room(size int) {
	if len(l.exp) < size {
		l.exp, l.alpha, l.beta, l.scale = make([]float64, size), make([]float64, size), make([]float64, size), make([]float64, size)
		l.margin = make([]float32, size)
	}
	if l.expNext == nil {
		l.expNext = make([]float64, len(l.next))
	}
}

// backward fills beta, scaled like alpha.
func (l *chainLearner) backward(n, k int) {
	for b := range k {
		l.beta[(n-1)*k+b] = 1
	}
	for i := n - 2; i >= 0; i-- {
		row := l.beta[i*k : i*k+k]
		clear(row)
		for b := range k {
			y := l.beta[(i+1)*k+b] * l.exp[(i+1)*k+b] / l.scale[i+1]
			if i+1 == n-1 && !l.n.closes[b] {
				y = 0
			}
			for _, a := range l.n.prev[b] {
				row[a] += y * l.expNext[int(a)*k+b]
			}
		}
	}
}

// learnNext makes one step on the scores of neighbours for a sentence.
func (l *chainLearner) learnNext(n, k int, gold []int32) {
	clear(l.nextD)
	for i := 1; i < n; i++ {
		for b := range k {
			y := l.beta[i*k+b] * l.exp[i*k+b] / l.scale[i]
			if y == 0 || i == n-1 && !l.n.closes[b] {
				continue
			}
			for _, a := range l.n.prev[b] {
				j := int(a)*k + b
				l.nextD[j] += float32(l.alpha[(i-1)*k+int(a)] * l.expNext[j] * y)
			}
		}
		l.nextD[int(gold[i-1])*k+int(gold[i])]--
	}
	for j, d := range l.nextD {
		if d > 1e-4 || d < -1e-4 {
			l.nextG[j] += d * d
			l.next[j] -= l.cfg.Rate * d / float32(math.Sqrt(float64(l.nextG[j])))
		}
	}
}
