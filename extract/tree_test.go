package extract

import (
	"slices"
	"testing"

	"dictum/extract/nlp"
)

func TestTree(t *testing.T) {
	// "Officials in Yerevan denied it": heads 3, 2, 0, -1, 3
	doc := &nlp.Doc{Sents: []nlp.Sent{{First: 0, Last: 5}}}
	for i, h := range []int{3, 2, 0, -1, 3} {
		doc.Toks = append(doc.Toks, nlp.Token{Start: 2 * i, End: 2*i + 1, Head: h, Deprel: []string{"nsubj", "case", "nmod:loc", "root", "obj"}[i]})
	}
	tree := NewTree(doc)
	for i, want := range [][]int{{2}, nil, {1}, {0, 4}, nil} {
		if got := tree.Kids(i); !slices.Equal(got, want) {
			t.Errorf("Kids(%d) = %v, want %v", i, got, want)
		}
	}
	if got := tree.Yield(nil, 0, nil); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("Yield(0) = %v", got)
	}
	if got := tree.Kid(0, "nmod"); got != 2 {
		t.Errorf("Kid(0, nmod) = %d, want 2", got)
	}
	if !tree.Under(1, 0) || tree.Under(4, 0) {
		t.Error("Under: token 1 lies below 0, token 4 does not")
	}
}
