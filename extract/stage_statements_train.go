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
	CueEpochs, ArgEpochs int                              // default 6 each
	Folds                int                              // parts for training the ranker on text that the taggers have not seen; default 3
	Log                  func(format string, args ...any) // progress; default none
}

// TrainStatements learns to find statements: a cue tagger, an argument tagger and a ranker (see content.go). The same input
// gives the same bytes.
func TrainStatements(docs []TrainingDoc, know *seeds.Knowledge, opts StatementTraining) ([]byte, error) {
	if len(docs) == 0 {
		return nil, errors.New("extract: train statements: no documents")
	}
	opts.CueEpochs = or(opts.CueEpochs, 6)
	opts.ArgEpochs = or(opts.ArgEpochs, 6)
	opts.Folds = or(opts.Folds, 3)
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

// train learns the taggers of each fold, then those of the whole. What a tagger learns from another's output, and the ranker
// from both, is made on documents that these have not seen.
func (t *statementTrainer) train() ([]byte, error) {
	folds := min(t.opts.Folds, len(t.docs))
	cueTaggers := make([]*crf, folds)
	var err error
	for fold := range folds {
		in, out := t.split(fold)
		if cueTaggers[fold], _, err = t.cueTagger(in); err != nil {
			return nil, err
		}
		m := &attributor{cue: cueTaggers[fold], arg: cueTaggers[fold], bias: candidateBias}
		for _, d := range out {
			d.cues = m.finder(d.v).findCues()
		}
	}
	var rank []sequence
	for fold := range folds {
		in, out := t.split(fold)
		m := &attributor{cue: cueTaggers[fold], bias: candidateBias}
		if m.arg, _, err = t.argTagger(in); err != nil {
			return nil, err
		}
		rank = rankData(rank, m, out)
		t.opts.Log("fold %d of %d: %d candidates", fold+1, folds, len(rank))
	}
	_, cue, err := t.cueTagger(t.docs)
	if err != nil {
		return nil, err
	}
	_, arg, err := t.argTagger(t.docs)
	if err != nil {
		return nil, err
	}
	ranker := trainCRF(rank, crfOptions{labels: 2, epochs: 6, minCount: 3, alpha: 0.05, l1: 1, l2: 1})
	b := ranker.encode(slices.Concat(cue, arg))
	t.opts.Log("model: %d bytes, %d of them cues, %d arguments", len(b), len(cue), len(arg))
	return b, nil
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

func (t *statementTrainer) cueTagger(docs []*trainingView) (*crf, []byte, error) {
	var data []sequence
	var f features
	for _, d := range docs {
		data = d.cueData(data, &f)
	}
	tagger := trainCRF(data, crfOptions{labels: cueLabels, epochs: t.opts.CueEpochs, minCount: 4, alpha: 0.05, l1: 4, l2: 1})
	t.opts.Log("cue tagger: %d paragraphs, %d features", len(data), len(tagger.keys))
	return encoded(tagger)
}

func (t *statementTrainer) argTagger(docs []*trainingView) (*crf, []byte, error) {
	var data []sequence
	var f features
	for _, d := range docs {
		data = d.argData(data, &f)
	}
	tagger := trainCRF(data, crfOptions{labels: argLabels, epochs: t.opts.ArgEpochs, minCount: 5, alpha: 0.07, l1: 5, l2: 1, lockEmpty: true})
	t.opts.Log("argument tagger: %d cues, %d features", len(data), len(tagger.keys))
	return encoded(tagger)
}

// encoded is a trained model as it will be used: written and read again.
func encoded(t *crfTrainer) (*crf, []byte, error) {
	b := t.encode(nil)
	m, _, err := readCRF(b)
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
const statementThreshold = 0.35
