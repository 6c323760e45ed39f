package extract

import (
	"math"
	"math/rand/v2"
	"slices"

	"dictum/extract/nlp/net"
)

// wayList is a cue with the ways to label its words: the features of each, how likely the tagger finds it, how right it is.
type wayList struct {
	ids   [][]uint32
	logp  []float64
	right []float64
}

// gradient is that of the loss by the score of each way, 0 where it is small: what the learner holds likely, less how likely each
// should be. scores, which come with what the tagger holds likely in them, are used up.
func (d *wayList) gradient(scores []float64) []float32 {
	want := make([]float64, len(scores))
	for i := range want {
		want[i] = rerankSharp * d.right[i]
	}
	softmax(scores)
	softmax(want)
	out := make([]float32, len(scores))
	for i := range out {
		if g := float32(scores[i] - want[i]); g >= 1e-4 || g <= -1e-4 {
			out[i] = g
		}
	}
	return out
}

// rerankData collects the cues that agree with an annotated one, on documents that the taggers of m have not seen.
func rerankData(m *attributor, docs []*trainingView) []wayList {
	var out []wayList
	for _, d := range docs {
		f := m.finder(d.v)
		likely := likelyCues(d.cues)
		f.a.setCues(likely)
		for _, cue := range d.cues {
			g := overlapping(d.gold, cue)
			if g == nil {
				continue
			}
			n, done := f.a.number(likely, cue)
			if w := f.wayList(n, cue, g); len(w.ids) > 1 {
				out = append(out, w)
			}
			done()
		}
	}
	return out
}

func overlapping(gold []attribution, cue cueSpan) *attribution {
	for i := range gold {
		if g := &gold[i]; g.cue.first < cue.last && cue.first < g.cue.last {
			return g
		}
	}
	return nil
}

func (f *finder) wayList(n int, cue cueSpan, gold *attribution) wayList {
	var out wayList
	pool := f.pool(n, cue, true)
	for i := range pool {
		w := &pool[i]
		f.shapeFeatures(w, n, pool[0].logp)
		out.ids = append(out.ids, slices.Clone(f.f.ids))
		out.logp = append(out.logp, w.logp)
		content, source := f.agreement(&w.labelling, argContent, gold.content), f.agreement(&w.labelling, argSource, gold.source)
		right := content + 0.5*source + 0.5*float64(b2i(content == 1)) + 0.3*float64(b2i(source == 1))
		right += 0.3 * float64(b2i(w.cue.first == gold.cue.first && w.cue.last == gold.cue.last))
		out.right = append(out.right, right)
	}
	return out
}

// agreement is the share of common words among the words of a label and those of the gold; 1 when both have none.
func (f *finder) agreement(l *labelling, label int8, gold []int) float64 {
	shared, all := 0, 0
	for _, j := range gold {
		if f.v.words[j].punct {
			continue
		}
		all++
		if l.at(j) == label {
			shared++
		}
	}
	for j := l.first; j < l.last; j++ {
		all += b2i(l.at(j) == label && !f.v.words[j].punct)
	}
	if all == 0 {
		return 1
	}
	return float64(shared) / float64(all-shared)
}

// Settings of the reranker's training.
const (
	rerankEpochs = 8
	rerankSharp  = 6.0 // how much more a labelling counts as right that is right by a whole content more
)

// trainRerank learns weights of features by the likelihood of the most right labelling among those of its cue, on top of
// what the tagger said.
func trainRerank(data []wayList) *crfTrainer {
	t := &crfTrainer{opts: crfOptions{labels: 2, epochs: rerankEpochs, minCount: 4, alpha: 0.04, l1: 1, l2: 1}}
	var seqs []sequence
	for i := range data {
		for _, ids := range data[i].ids {
			seqs = append(seqs, sequence{ids: ids, ends: []int32{int32(len(ids))}, gold: []int8{0}})
		}
	}
	seqs = t.index(seqs)
	n := 2 * len(t.keys)
	t.z, t.root, t.w = make([]float32, n), make([]float32, n), make([]float32, n)
	t.chain = chain{labels: 2, trans: make([]float32, 4), start: make([]float32, 2)}
	starts := make([]int, len(data))
	order := make([]int, len(data))
	for i, at := 0, 0; i < len(data); i++ {
		starts[i], order[i] = at, i
		at += len(data[i].ids)
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for epoch := range rerankEpochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.rerankStep(&data[i], seqs[starts[i]:starts[i]+len(data[i].ids)])
		}
		if epoch >= rerankEpochs/2 {
			t.collect()
		}
	}
	return t
}

func (t *crfTrainer) rerankStep(d *wayList, seqs []sequence) {
	scores := make([]float64, len(seqs))
	for i := range seqs {
		scores[i] = d.logp[i]
		for _, id := range seqs[i].ids {
			scores[i] += float64(t.w[2*id+1])
		}
	}
	for i, g := range d.gradient(scores) {
		if g == 0 {
			continue
		}
		for _, id := range seqs[i].ids {
			t.update(2*int(id)+1, g)
		}
	}
}

// softmax turns scores into probabilities.
func softmax(x []float64) {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	sum := 0.0
	for i, v := range x {
		x[i] = math.Exp(v - top)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

// trainNetRerank learns the same by a net with a hidden layer, which answers with a score for right (class 1) and one for not.
func trainNetRerank(data []wayList, opts netOptions) *netCRF {
	counts := net.Counter{}
	var keys []uint64
	for i := range data {
		for _, ids := range data[i].ids {
			keys = netKeys(keys, ids)
			counts.Add(keys)
		}
	}
	tr := net.NewTrainer(net.Config{
		Hidden: opts.hidden, Heads: []int{2}, Rate: opts.rate, Dropout: opts.dropout, Missing: opts.missing, Fine: true, Seed: opts.seed,
	}, counts, opts.minCount)
	t := netReranker{tr: tr}
	rng := rand.New(rand.NewPCG(5, 6))
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	for epoch := range opts.epochs {
		tr.SetRate(opts.rate * (1 - 0.8*float32(epoch)/float32(opts.epochs)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for n, i := range order {
			t.step(&data[i])
			if epoch*2 >= opts.epochs && (n == len(order)/2 || n == len(order)-1) {
				tr.Snapshot()
			}
		}
	}
	return &netCRF{labels: 2, trans: make([]float32, 4), start: make([]float32, 2), score: tr.Net().Trim(counts, opts.keep, netStep)}
}

// netReranker is a training of trainNetRerank; it keeps its buffers between steps.
type netReranker struct {
	tr     *net.Trainer
	keys   []uint64
	rows   [][]int32
	states []net.State
}

// step takes the ways of one cue.
func (t *netReranker) step(d *wayList) {
	for len(t.states) < len(d.ids) {
		t.states, t.rows = append(t.states, net.State{}), append(t.rows, nil)
	}
	scores := make([]float64, len(d.ids))
	var out []float32
	for i, ids := range d.ids {
		t.keys = netKeys(t.keys, ids)
		t.rows[i] = t.tr.Rows(t.keys, t.rows[i][:0])
		t.tr.Forward(t.rows[i], true)
		out = t.tr.Scores(0, nil, out[:0])
		t.tr.Save(&t.states[i])
		scores[i] = d.logp[i] + float64(out[1]-out[0])
	}
	for i, g := range d.gradient(scores) {
		if g == 0 {
			continue
		}
		t.tr.Restore(&t.states[i])
		t.tr.Learn(0, nil, []float32{-g, g})
		t.tr.Finish(t.rows[i])
	}
}
