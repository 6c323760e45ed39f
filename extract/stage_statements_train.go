package extract

import (
	"errors"
	"fmt"
	"slices"

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
	CueEpochs, ArgEpochs int                              // default 8 and 6
	Folds                int                              // parts for training the ranker on text that the taggers have not seen; default 4
	Log                  func(format string, args ...any) // progress; default none
}

// TrainStatements learns to find statements: a cue tagger, an argument tagger and a ranker (see content.go). The same input
// gives the same bytes.
func TrainStatements(docs []TrainingDoc, know *seeds.Knowledge, opts StatementTraining) ([]byte, error) {
	if len(docs) == 0 {
		return nil, errors.New("extract: train statements: no documents")
	}
	opts.CueEpochs = or(opts.CueEpochs, 8)
	opts.ArgEpochs = or(opts.ArgEpochs, 6)
	opts.Folds = or(opts.Folds, 4)
	if opts.Log == nil {
		opts.Log = func(string, ...any) {}
	}
	t := &statementTrainer{opts: opts}
	lex := lexiconOf(know)
	for _, d := range docs {
		v := newView(d.Doc, NewTree(d.Doc), lex)
		t.docs = append(t.docs, trainingView{v: v, c: newCueContext(v), gold: goldAttributions(v, d.Gold)})
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
}

type statementTrainer struct {
	opts StatementTraining
	docs []trainingView
}

func (t *statementTrainer) train() ([]byte, error) {
	var rank []sequence
	if t.opts.Folds > 1 && len(t.docs) > t.opts.Folds {
		for fold := range t.opts.Folds {
			var in, out []trainingView
			for i, d := range t.docs {
				if i%t.opts.Folds == fold {
					out = append(out, d)
				} else {
					in = append(in, d)
				}
			}
			m, err := t.taggers(in, nil)
			if err != nil {
				return nil, err
			}
			rank = t.rankData(rank, m, out)
			t.opts.Log("fold %d of %d: %d candidates", fold+1, t.opts.Folds, len(rank))
		}
	}
	var b []byte
	if _, err := t.taggers(t.docs, &b); err != nil {
		return nil, err
	}
	ranker := trainCRF(rank, crfOptions{labels: 2, epochs: 6, minCount: 3, alpha: 0.05, l1: 0.5, l2: 1})
	b = ranker.encode(b)
	t.opts.Log("model: %d bytes", len(b))
	return b, nil
}

// taggers trains both taggers and appends their bytes to b, which may be nil.
func (t *statementTrainer) taggers(docs []trainingView, b *[]byte) (*attributor, error) {
	var cues, args []sequence
	var f features
	for _, d := range docs {
		cues = d.cueData(cues, &f)
		args = d.argData(args, &f)
	}
	cue := trainCRF(cues, crfOptions{labels: cueLabels, epochs: t.opts.CueEpochs, minCount: 3, alpha: 0.1, l1: 1, l2: 1})
	t.opts.Log("cue tagger: %d sequences, %d features", len(cues), len(cue.keys))
	arg := trainCRF(args, crfOptions{labels: argLabels, epochs: t.opts.ArgEpochs, minCount: 4, alpha: 0.1, l1: 1, l2: 1, lockEmpty: true})
	t.opts.Log("argument tagger: %d sequences, %d features", len(args), len(arg.keys))
	both := arg.encode(cue.encode(nil))
	if b != nil {
		*b = append(*b, both...)
	}
	m := &attributor{bias: candidateBias}
	var err error
	var rest []byte
	if m.cue, rest, err = readCRF(both); err != nil {
		return nil, err
	}
	if m.arg, _, err = readCRF(rest); err != nil {
		return nil, err
	}
	return m, nil
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

// argData adds one sequence a cue.
func (d *trainingView) argData(out []sequence, f *features) []sequence {
	a := newArgContext(d.v, d.c)
	cues := make([]cueSpan, len(d.gold))
	for i := range d.gold {
		cues[i] = d.gold[i].cue
	}
	a.setCues(cues)
	for n, g := range d.gold {
		first, last := d.v.window(g.cue)
		a.plan(n, g.cue, first, last)
		var s sequence
		for j := first; j < last; j++ {
			a.argFeatures(f, g.cue, j, first, last)
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

// rankData adds one sequence of length one a candidate.
func (t *statementTrainer) rankData(out []sequence, m *attributor, docs []trainingView) []sequence {
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

// right reports whether some gold attribution has mostly the same content, and a common word in source and cue.
func (f *finder) right(a *attribution, gold []attribution) bool {
	for i := range gold {
		g := &gold[i]
		if !(g.cue.first < a.cue.last && a.cue.first < g.cue.last) {
			continue
		}
		if !(len(g.source) == 0 && len(a.source) == 0 || sharesWord(g.source, a.source)) {
			continue
		}
		shared := 0
		for _, j := range a.content {
			if _, ok := slices.BinarySearch(g.content, j); ok && !f.v.words[j].punct {
				shared++
			}
		}
		if 2*shared >= f.count(a.content)+f.count(g.content)-shared {
			return true
		}
	}
	return false
}

// goldAttributions turns spans into tokens; statements without a cue or content are left out.
func goldAttributions(v *view, gold []graph.Statement) []attribution {
	var out []attribution
	for i := range gold {
		cue, content := v.tokensOf(gold[i].Cue), v.tokensOf(gold[i].Content)
		if len(cue) == 0 || len(content) == 0 {
			continue
		}
		first, last := cue[0], cue[len(cue)-1]+1
		out = append(out, attribution{
			cue:    cueSpan{first: first, last: last, head: v.headOf(first, last), prob: 1},
			source: v.tokensOf(gold[i].Source), content: content,
		})
	}
	return out
}

// tokensOf lists the tokens that touch the spans.
func (v *view) tokensOf(spans graph.Spans) []int {
	var out []int
	for _, s := range spans {
		n, _ := slices.BinarySearchFunc(v.doc.Toks, s[0], func(t nlp.Token, at int) int {
			if t.End <= at {
				return -1
			}
			return 1
		})
		for ; n < len(v.doc.Toks) && v.doc.Toks[n].Start < s[1]; n++ {
			if len(out) == 0 || out[len(out)-1] < n {
				out = append(out, n)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// readAttributor reads a model that TrainStatements made.
func readAttributor(b []byte) (*attributor, error) {
	m := &attributor{bias: candidateBias, threshold: statementThreshold}
	for _, part := range []**crf{&m.cue, &m.arg, &m.rank} {
		var err error
		if *part, b, err = readCRF(b); err != nil {
			return nil, err
		}
	}
	if len(b) > 0 {
		return nil, fmt.Errorf("extract: statement model: %d bytes too many", len(b))
	}
	return m, nil
}

// statementThreshold is the probability from which an attribution becomes a statement: measured to give the best F1.
const statementThreshold = 0.4
