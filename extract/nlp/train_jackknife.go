package nlp

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"dictum/extract/nlp/net"
)

const folds = 4 // of the documents, for answers of learners that have not seen them

// inParallel makes pieces of work that do not touch each other, as many at a time as there are processors.
func inParallel(n int, work func(int)) {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		g.Go(func() error { work(i); return nil })
	}
	_ = g.Wait() // work gives no errors
}

// jackknife tags every tree with a tagger that has not learned from its document.
func (o TrainOptions) jackknife(docs []*Doc, trees []goldTree, lex *lexicon) error {
	tags, err := part(filepath.Join(o.Out, "jackknifed.tags"), fmt.Sprintf("%+v", o.Fold), func() ([]byte, error) {
		_, id := newTagger(docs, o.Fold.Frequent)
		inParallel(folds, func(f int) { o.jackknifeFold(docs, trees, lex, id, f) })
		var out []byte
		for _, t := range trees {
			for k, c := range t.tags {
				out = append(out, byte(c), t.words[k].alt)
			}
		}
		return out, nil
	})
	if err != nil {
		return err
	}
	for _, t := range trees {
		for k := range t.tags {
			t.tags[k], t.words[k].alt, tags = int32(tags[0]), tags[1], tags[2:]
		}
	}
	return nil
}

func (o TrainOptions) jackknifeFold(docs []*Doc, trees []goldTree, lex *lexicon, id map[tagClass]int32, fold int) {
	var rest []*Doc
	for i, d := range docs {
		if i%folds != fold {
			rest = append(rest, d)
		}
	}
	tg := trainTagger(rest, lex, o.Fold, func(string, ...any) {})
	var s tagScratch
	n := 0
	for i, d := range docs {
		for range d.Sents {
			if t := &trees[n]; i%folds == fold {
				tg.tag(t.words, t.tags, &s)
				for k, c := range t.tags {
					t.tags[k] = id[tg.classes[c]]
					if alt := t.words[k].alt; alt > 0 {
						t.words[k].alt = uint8(id[tg.classes[alt-1]] + 1)
					}
				}
			}
			n++
		}
	}
	o.Log("jackknife: fold %d", fold+1)
}

// guide learns the guide and lets guides that have not learned from a tree guess at it.
func (o TrainOptions) guide(p *parser, trees []goldTree) error {
	if o.Guide.Hidden == 0 {
		return nil
	}
	back := make([]goldTree, len(trees))
	for i := range trees {
		back[i] = trees[i].backwards()
	}
	p.guide = &parser{labels: p.labels, root: p.root}
	file := filepath.Join(o.Out, "guide.part")
	settings := fmt.Sprintf("%+v %+v", o.Fold, o.Guide)
	b, err := part(file, settings, func() ([]byte, error) {
		return o.guideNet(p.guide, back, o.Log).Append(nil), nil
	})
	if err != nil {
		return err
	}
	n, _, err := net.Read(b)
	if err != nil {
		return fmt.Errorf("nlp: %s: %w", file, err)
	}
	b, err = part(filepath.Join(o.Out, "jackknifed.guesses"), settings, func() ([]byte, error) {
		inParallel(folds, func(f int) { o.guideFold(p.guide, trees, back, f) })
		var out bytes.Buffer
		for _, t := range trees {
			if err := binary.Write(&out, binary.LittleEndian, t.guess); err != nil {
				return nil, err
			}
		}
		return out.Bytes(), nil
	})
	if err != nil {
		return err
	}
	r := bytes.NewReader(b)
	for i := range trees {
		trees[i].guess = make([]guess, len(trees[i].words))
		if err := binary.Read(r, binary.LittleEndian, trees[i].guess); err != nil {
			return fmt.Errorf("nlp: guesses: %w", err)
		}
	}
	p.guide.net = n
	return nil
}

func (o TrainOptions) guideNet(p *parser, back []goldTree, log func(string, ...any)) *net.Net {
	count := countFeatures(p, back)
	cfg := o.Guide
	return trainParser(p, back, count, cfg, log).Trim(count, cfg.Keep, cfg.Step)
}

// guideFold lets a guide guess at every fourth 200 sentences that learned from the others.
func (o TrainOptions) guideFold(p *parser, trees, back []goldTree, fold int) {
	var rest []goldTree
	for i := range back {
		if i/200%folds != fold {
			rest = append(rest, back[i])
		}
	}
	own := &parser{labels: p.labels, root: p.root}
	own.net = o.guideNet(own, rest, func(string, ...any) {})
	var s guideScratch
	for i := range trees {
		if i/200%folds == fold {
			trees[i].guess = own.guesses(trees[i].words, trees[i].tags, &s, nil)
		}
	}
	o.Log("guide: fold %d", fold+1)
}

// backwards is the tree read from its end.
func (g *goldTree) backwards() goldTree {
	n := len(g.words)
	b := goldTree{words: slices.Clone(g.words), tags: slices.Clone(g.tags), label: slices.Clone(g.label), heads: make([]int32, n)}
	slices.Reverse(b.words)
	slices.Reverse(b.tags)
	slices.Reverse(b.label)
	b.kids = make([][]int32, n+1)
	for i := range b.heads {
		h := g.heads[n-1-i]
		if int(h) < n {
			h = int32(n-1) - h
		}
		b.heads[i] = h
		b.kids[h] = append(b.kids[h], int32(i))
	}
	return b
}
