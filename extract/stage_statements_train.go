package extract

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

// TrainingDoc is an analysed text with the statements that people found in it; of these only Source, Cue and Content count.
type TrainingDoc struct {
	Doc  *nlp.Doc
	Gold []graph.Statement
}

// StatementTraining are the settings of TrainStatements. The zero value is what the embedded model was trained with.
type StatementTraining struct {
	CueEpochs, ArgEpochs int                              // of the linear taggers; default 6 each
	NetEpochs            int                              // of the taggers with a hidden layer; default 4
	Keep                 int                              // features of each of these; default 100,000
	Folds                int                              // parts for training the rankers on text that the taggers have not seen; default 6
	Log                  func(format string, args ...any) // progress, from several goroutines; default none
}

// TrainStatements learns to find statements: a cue tagger, an argument tagger and a ranker (see content.go). The same input
// gives the same bytes.
func TrainStatements(docs []TrainingDoc, know *seeds.Knowledge, opts StatementTraining) ([]byte, error) {
	if len(docs) == 0 {
		return nil, errors.New("extract: train statements: no documents")
	}
	opts.CueEpochs = or(opts.CueEpochs, 6)
	opts.ArgEpochs = or(opts.ArgEpochs, 6)
	opts.NetEpochs, opts.Keep = or(opts.NetEpochs, 4), or(opts.Keep, 100_000)
	opts.Folds = or(opts.Folds, 6)
	if opts.Log == nil {
		opts.Log = func(string, ...any) {}
	}
	t := &statementTrainer{opts: opts}
	lex := lexiconOf(know)
	for _, d := range docs {
		v := newView(d.Doc, NewTree(d.Doc), lex)
		t.docs = append(t.docs, &trainingView{v: v, c: newCueContext(v), gold: goldAttributions(v, d.Gold)})
	}
	return t.train()
}

func or(n, fallback int) int {
	if n == 0 {
		return fallback
	}
	return n
}

type trainingView struct {
	v    *view
	c    *cueContext
	gold []attribution
	cues []cueSpan // proposed by a cue tagger that has not seen the document
}

type statementTrainer struct {
	opts StatementTraining
	docs []*trainingView
}

// train learns the taggers of each fold and those of the whole, then what chooses among their proposals. What a part learns from
// another's output is made on documents that the other has not seen.
func (t *statementTrainer) train() ([]byte, error) {
	folds := make([]*attributor, min(t.opts.Folds, len(t.docs)))
	var cue, arg []byte
	err := t.parallel(len(folds)+1, func(n int) (err error) {
		if n == len(folds) {
			_, cue, err = t.cueTagger(t.docs)
			return err
		}
		in, out := t.split(n)
		tagger, _, err := t.cueTagger(in)
		if err != nil {
			return err
		}
		folds[n] = &attributor{cue: tagger, bias: candidateBias}
		folds[n].propose(out)
		t.opts.Log("fold %d of %d: cues", n+1, len(folds))
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = t.parallel(len(folds)+1, func(n int) (err error) {
		if n == len(folds) {
			_, arg, err = t.argTagger(t.docs)
			return err
		}
		in, _ := t.split(n)
		folds[n].arg, _, err = t.argTagger(in)
		t.opts.Log("fold %d of %d: arguments", n+1, len(folds))
		return err
	})
	if err != nil {
		return nil, err
	}
	rankers, err := t.rankers(folds)
	if err != nil {
		return nil, err
	}
	t.opts.Log("model: cues %d bytes, arguments %d, rankers %d", len(cue), len(arg), len(rankers))
	return slices.Concat(cue, arg, rankers), nil
}

// parallel does n things that do not depend on one another, four at a time: each holds a gigabyte.
func (t *statementTrainer) parallel(n int, do func(int) error) error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	room := make(chan struct{}, 4)
	for i := range n {
		room <- struct{}{}
		wg.Go(func() {
			defer func() { <-room }()
			errs[i] = do(i)
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// propose gives documents the cues that m finds in them.
func (m *attributor) propose(docs []*trainingView) {
	for _, d := range docs {
		d.cues = m.finder(d.v).findCues()
	}
}

// rankers learns to choose among the ways to label the words about a cue, and among cues.
func (t *statementTrainer) rankers(folds []*attributor) ([]byte, error) {
	ways := make([][]wayList, len(folds))
	for n, m := range folds {
		_, out := t.split(n)
		ways[n] = rerankData(m, out)
		t.opts.Log("fold %d of %d: %d cues with several labellings", n+1, len(folds), len(ways[n]))
	}
	var rank []sequence
	for n, m := range folds {
		_, out := t.split(n)
		others := slices.Concat(slices.Delete(slices.Clone(ways), n, n+1)...)
		if len(folds) == 1 {
			others = ways[0]
		}
		var err error
		if m.rerank, _, err = readTagger(t.reranker(others)); err != nil {
			return nil, err
		}
		rank = rankData(rank, m, out)
	}
	t.opts.Log("%d candidates", len(rank))
	_, ranker, err := t.tagger(rank, crfOptions{labels: 2, epochs: 6, minCount: 3, alpha: 0.05, l1: 1, l2: 1},
		netOptions{hidden: 16, epochs: 6, minCount: 5, rate: 0.02, dropout: 0.4, missing: 0.3, seed: 2})
	return slices.Concat(t.reranker(slices.Concat(ways...)), ranker), err
}

// reranker learns both fields of a reranker.
func (t *statementTrainer) reranker(data []wayList) []byte {
	var wide []byte
	var wg sync.WaitGroup
	wg.Go(func() { wide = trainRerank(data).encode(nil) })
	hidden := trainNetRerank(data, netOptions{labels: 2, hidden: 32, epochs: 6, minCount: 10, keep: t.opts.Keep, rate: 0.02, dropout: 0.3, missing: 0.3, seed: 1})
	wg.Wait()
	return hidden.encode(wide)
}

// split divides the documents into those of a fold and the others; with one fold all are on both sides.
func (t *statementTrainer) split(fold int) (in, out []*trainingView) {
	for i, d := range t.docs {
		if t.opts.Folds == 1 || i%t.opts.Folds != fold {
			in = append(in, d)
		}
		if i%t.opts.Folds == fold {
			out = append(out, d)
		}
	}
	return in, out
}

func (t *statementTrainer) cueTagger(docs []*trainingView) (*tagger, []byte, error) {
	var data []sequence
	var f features
	for _, d := range docs {
		data = d.cueData(data, &f)
	}
	t.opts.Log("cue tagger: %d paragraphs", len(data))
	return t.tagger(data, crfOptions{labels: cueLabels, epochs: t.opts.CueEpochs, minCount: 4, alpha: 0.05, l1: 4, l2: 1},
		netOptions{hidden: 32, epochs: t.opts.NetEpochs, minCount: 30, keep: t.opts.Keep, rate: 0.02, dropout: 0.4, missing: 0.4, seed: 2})
}

func (t *statementTrainer) argTagger(docs []*trainingView) (*tagger, []byte, error) {
	var data []sequence
	var f features
	for _, d := range docs {
		data = d.argData(data, &f)
	}
	t.opts.Log("argument tagger: %d cues", len(data))
	return t.tagger(data, crfOptions{labels: argLabels, epochs: t.opts.ArgEpochs, minCount: 5, alpha: 0.07, l1: 5, l2: 1, lockEmpty: true},
		netOptions{hidden: 32, epochs: t.opts.NetEpochs, minCount: 60, keep: t.opts.Keep, rate: 0.02, dropout: 0.4, missing: 0.3, seed: 2})
}

// tagger learns both fields of a tagger; it is used as it will be read.
func (t *statementTrainer) tagger(data []sequence, lin crfOptions, deep netOptions) (*tagger, []byte, error) {
	deep.labels, deep.lockEmpty, deep.log = lin.labels, lin.lockEmpty, t.opts.Log
	var wide []byte
	var wg sync.WaitGroup
	wg.Go(func() { wide = trainCRF(data, lin).encode(nil) })
	hidden := trainNetCRF(data, deep)
	wg.Wait()
	b := hidden.encode(wide)
	m, _, err := readTagger(b)
	return m, b, err
}

// candidateBias lets cues with odds of more than about one to seven come to the ranker.
const candidateBias = 2

// cueData adds one sequence a paragraph.
func (d *trainingView) cueData(out []sequence, f *features) []sequence {
	label := make([]int8, len(d.v.words))
	for _, g := range d.gold {
		for i := g.cue.first; i < g.cue.last; i++ {
			label[i] = cueI
		}
		label[g.cue.first] = cueB
	}
	for _, p := range d.v.ptoks {
		if p[0] == p[1] {
			continue
		}
		var s sequence
		for i := p[0]; i < p[1]; i++ {
			d.c.cueFeatures(f, i, p[0], p[1])
			s.add(f, label[i])
		}
		out = append(out, s)
	}
	return out
}

// argData adds one sequence a cue. The cue is as the cue tagger proposed it where that overlaps, and those beside it are the
// ones that were proposed, as they will be when the tagger is used.
func (d *trainingView) argData(out []sequence, f *features) []sequence {
	a := newArgContext(d.v, d.c)
	for _, g := range d.gold {
		cue := g.cue
		var cues []cueSpan
		for _, c := range d.cues {
			switch overlap := c.first < g.cue.last && g.cue.first < c.last; {
			case overlap && c.prob >= 0.3 && cue == g.cue && !touches(c, g.source) && !touches(c, g.content):
				cue = c
			case !overlap && c.prob >= 0.5:
				cues = append(cues, c)
			}
		}
		n := len(cues)
		a.setCues(append(cues, cue))
		first, last := d.v.window(cue)
		a.plan(n, cue, first, last)
		var s sequence
		for j := first; j < last; j++ {
			a.argFeatures(f, cue, j, first, last)
			label := int8(argO)
			if _, ok := slices.BinarySearch(g.source, j); ok {
				label = argSource
			} else if _, ok := slices.BinarySearch(g.content, j); ok {
				label = argContent
			}
			s.add(f, label)
		}
		out = append(out, s)
	}
	return out
}

func touches(c cueSpan, toks []int) bool {
	return slices.ContainsFunc(toks, func(i int) bool { return i >= c.first && i < c.last })
}

// rankData adds one sequence of length one a candidate.
func rankData(out []sequence, m *attributor, docs []*trainingView) []sequence {
	for _, d := range docs {
		f := m.finder(d.v)
		atts := f.findArgs(f.findCues())
		for i := range atts {
			f.rankFeatures(atts, i)
			var s sequence
			s.add(&f.f, int8(b2i(f.right(&atts[i], d.gold))))
			out = append(out, s)
		}
	}
	return out
}

// readAttributor reads a model that TrainStatements made.
func readAttributor(b []byte) (*attributor, error) {
	m := &attributor{bias: candidateBias, least: thresholds{quotedThreshold, knownThreshold, otherThreshold, namelessThreshold}}
	var err error
	for _, part := range []**tagger{&m.cue, &m.arg} {
		if *part, b, err = readTagger(b); err != nil {
			return nil, err
		}
	}
	if m.rerank, b, err = readTagger(b); err != nil {
		return nil, err
	}
	if m.rank, b, err = readTagger(b); err != nil {
		return nil, err
	}
	if len(b) > 0 {
		return nil, fmt.Errorf("extract: statement model: %d bytes too many", len(b))
	}
	return m, nil
}

// Probabilities from which attributions become statements. F1 on the training articles' kind hardly changes between .2 and .4; in
// other news most of what is below .4 and has no word of speech or thought is no statement.
const (
	quotedThreshold   = 0.22
	knownThreshold    = 0.22
	otherThreshold    = 0.4
	namelessThreshold = 0.5
)
