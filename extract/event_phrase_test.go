package extract

import (
	"testing"

	"dictum/extract/nlp"
)

func TestArgumentsCutNoName(t *testing.T) {
	doc := &nlp.Doc{Names: []nlp.Name{{First: 1, Last: 4}, {First: 6, Last: 9}, {First: 11, Last: 13}}}
	for range 14 {
		doc.Toks = append(doc.Toks, nlp.Token{UPOS: "PROPN"})
	}
	doc.Toks[7].UPOS = "CCONJ" // the second may be two names
	r := &eventReader{State: &State{NLP: doc}, trig: 12}
	for _, c := range []struct{ first, after, wantFirst, wantAfter int }{
		{0, 2, 0, 4}, {2, 3, 1, 4}, {3, 7, 1, 7}, {1, 4, 1, 4}, {4, 6, 4, 6}, {8, 10, 8, 10}, {9, 12, 9, 12},
	} {
		if first, after := r.wholeNames(c.first, c.after); first != c.wantFirst || after != c.wantAfter {
			t.Errorf("tokens %d to %d: %d to %d, want %d to %d", c.first, c.after, first, after, c.wantFirst, c.wantAfter)
		}
	}
}
