package nlp

import (
	"math/rand"
	"slices"

	"dictum/extract/nlp/net"
)

// nameTypes in the order of their labels.
var nameTypes = []string{"PER", "ORG", "LOC", "NORP", "MISC"}

func newNamer() (*namer, map[string]int32) {
	n := &namer{labels: []string{"O"}}
	for _, t := range nameTypes {
		for _, m := range []string{"B", "I", "E", "S"} {
			n.labels = append(n.labels, m+"-"+t)
		}
	}
	n.link()
	id := map[string]int32{}
	for i, l := range n.labels {
		id[l] = int32(i)
	}
	return n, id
}

// nameSent is a sentence to learn names from.
type nameSent struct {
	words []attrs
	tags  []int32
	gold  []int32
}

func nameSents(docs []*Doc, lex *lexicon, tg *tagger, id map[string]int32) []nameSent {
	var out []nameSent
	var ts tagScratch
	for _, d := range docs {
		gold := make([]int32, len(d.Toks))
		for _, n := range d.Names {
			for i := n.First; i < n.Last; i++ {
				m := "I-"
				switch {
				case n.Last == n.First+1:
					m = "S-"
				case i == n.First:
					m = "B-"
				case i == n.Last-1:
					m = "E-"
				}
				gold[i] = id[m+n.Type]
			}
		}
		for _, s := range d.Sents {
			g := nameSent{words: make([]attrs, s.Last-s.First), tags: make([]int32, s.Last-s.First), gold: gold[s.First:s.Last]}
			for i := range g.words {
				lex.setAttrs(&g.words[i], d.Toks[s.First+i].Text)
			}
			tg.tag(g.words, g.tags, &ts)
			out = append(out, g)
		}
	}
	return out
}

func trainNamer(docs []*Doc, lex *lexicon, tg *tagger, epochs int, log func(string, ...any)) *namer {
	n, id := newNamer()
	sents := nameSents(docs, lex, tg, id)
	count := net.Counter{}
	var keys []uint64
	for _, g := range sents {
		last := len(n.labels)
		for i := range g.words {
			keys = n.features(keys[:0], g.words, g.tags, i, last)
			count.Add(keys)
			last = int(g.gold[i])
		}
	}
	kept := count.Keep(3)
	log("names: %d features of %d", len(kept), len(count))
	tr := net.NewTrainer(net.Config{Hidden: 64, Heads: []int{len(n.labels)}, Rate: 0.04, Dropout: 0.3, Seed: 1}, kept)
	rng := rand.New(rand.NewSource(1))
	var rows []int32
	var scores []float32
	for epoch := range epochs {
		tr.SetRate(0.04 * (1 - 0.8*float32(epoch)/float32(epochs)))
		rng.Shuffle(len(sents), func(i, j int) { sents[i], sents[j] = sents[j], sents[i] })
		for k := range sents {
			g := &sents[k]
			last := len(n.labels)
			for i := range g.words {
				cand := n.next[last]
				gold := slices.Index(cand, g.gold[i])
				keys = n.features(keys[:0], g.words, g.tags, i, last)
				rows = tr.Rows(keys, rows[:0])
				tr.Forward(rows, true)
				if gold >= 0 {
					scores = tr.Scores(0, cand, scores[:0])
					net.Softmax(scores, func(k int) bool { return k == gold })
					tr.Learn(0, cand, scores)
					tr.Finish(rows)
				}
				last = int(g.gold[i])
			}
		}
		if epoch*2 >= epochs {
			tr.Snapshot()
		}
		log("names: epoch %d", epoch+1)
	}
	n.score = tr.Net()
	return n
}
