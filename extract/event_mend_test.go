package extract

import (
	"slices"
	"testing"
)

// The reader of events mends trees of its own: those of the document stay, and the mended ones are trees.
func TestMendedTreesAreTrees(t *testing.T) {
	mended := 0
	for _, s := range sentenceStates(t) {
		before := slices.Clone(s.NLP.Toks)
		r := &eventReader{State: s}
		r.index()
		r.mend()
		for i := range before {
			if was, is := &before[i], &s.NLP.Toks[i]; was.Head != is.Head || was.Deprel != is.Deprel || was.XPOS != is.XPOS {
				t.Errorf("%q: the document's own tree changed at %q", s.NLP.Text, is.Text)
			}
		}
		if r.NLP != s.NLP {
			mended++
		}
		for i := range r.NLP.Toks {
			steps := 0
			for h := i; h >= 0; h = r.NLP.Toks[h].Head {
				if steps++; steps > len(r.NLP.Toks) {
					t.Fatalf("%q: a circle through %q", s.NLP.Text, r.NLP.Toks[i].Text)
				}
			}
		}
	}
	if mended < 6 {
		t.Errorf("only %d trees of testdata/events.conllu were mended, which holds more that need it", mended)
	}
}
