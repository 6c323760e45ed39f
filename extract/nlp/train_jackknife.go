package nlp

import (
	"fmt"
	"path/filepath"
)

// jackknife tags every tree with a tagger that has not learned from its document.
func (o TrainOptions) jackknife(docs []*Doc, trees []goldTree, lex *lexicon) error {
	const folds = 4
	tags, err := part(filepath.Join(o.Out, "jackknifed.tags"), fmt.Sprintf("%+v", o.Fold), func() ([]byte, error) {
		_, id := newTagger(docs, o.Fold.Frequent)
		for f := range folds {
			o.jackknifeFold(docs, trees, lex, id, f, folds)
		}
		var out []byte
		for _, t := range trees {
			for _, c := range t.tags {
				out = append(out, byte(c))
			}
		}
		return out, nil
	})
	if err != nil {
		return err
	}
	for _, t := range trees {
		for k := range t.tags {
			t.tags[k], tags = int32(tags[0]), tags[1:]
		}
	}
	return nil
}

func (o TrainOptions) jackknifeFold(docs []*Doc, trees []goldTree, lex *lexicon, id map[tagClass]int32, fold, folds int) {
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
				}
			}
			n++
		}
	}
	o.Log("jackknife: fold %d", fold+1)
}
