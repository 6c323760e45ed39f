package extract

import (
	"bytes"
	"slices"
	"testing"
)

// The reranker must learn to prefer the labelling that a feature marks, against what the tagger holds likelier.
func TestRerankLearns(t *testing.T) {
	var fs features
	var data []wayList
	for i := range 200 {
		var w wayList
		for n := range 3 {
			fs.ids = fs.ids[:0]
			fs.add(1, uint32(b2i((i+n)%3 == 0)), 0)
			fs.add(2, uint32(i%7), 0)
			w.ids = append(w.ids, slices.Clone(fs.ids))
			w.logp = append(w.logp, -0.5*float64(n))
			w.right = append(w.right, float64(b2i((i+n)%3 == 0)))
		}
		data = append(data, w)
	}
	b := trainRerank(data).encode(nil)
	if again := trainRerank(data).encode(nil); !bytes.Equal(b, again) {
		t.Error("the same data gave two rerankers")
	}
	deep := trainNetRerank(data, netOptions{labels: 2, hidden: 8, epochs: 6, rate: 0.05, seed: 1}).encode(nil)
	if again := trainNetRerank(data, netOptions{labels: 2, hidden: 8, epochs: 6, rate: 0.05, seed: 1}).encode(nil); !bytes.Equal(deep, again) {
		t.Error("the same data gave two nets")
	}
	m, _, err := readTagger(slices.Concat(b, deep))
	if err != nil {
		t.Fatal(err)
	}
	f := finder{shaper: m.scorer()}
	wrong := 0
	for _, w := range data {
		best, top := 0, 0.0
		for n := range w.ids {
			if s := w.logp[n] + f.rerankScore(w.ids[n]); n == 0 || s > top {
				best, top = n, s
			}
		}
		wrong += b2i(w.right[best] == 0)
	}
	if wrong > 0 {
		t.Errorf("%d of %d choices wrong", wrong, len(data))
	}
}
