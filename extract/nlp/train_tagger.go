package nlp

import (
	"cmp"
	"math/rand"
	"slices"
	"strings"

	"dictum/extract/nlp/net"
)

// TaggerConfig of a training.
type TaggerConfig struct {
	Hidden, Epochs int
	Seed           int64
	Frequent       int // words seen so often have only the classes seen
	MinFeature     uint32
	Keep           int // features of the finished tagger, 0 for all
	Step           int // rounding of its weights, see net.Coarsen
	Rate, Dropout  float32
	Missing        float32 // share of the features left out of an example
}

// goldSent is a sentence to learn from.
type goldSent struct {
	words []attrs
	class []int32
	toks  []Token
}

// newTagger makes a tagger that knows classes and dictionary but has no scores yet.
func newTagger(docs []*Doc, frequent int) (*tagger, map[tagClass]int32) {
	freq := map[tagClass]int{}
	words := map[string]map[tagClass]int{}
	for _, d := range docs {
		for _, t := range d.Toks {
			c := tagClass{t.UPOS, t.XPOS}
			freq[c]++
			if words[t.Text] == nil {
				words[t.Text] = map[tagClass]int{}
			}
			words[t.Text][c]++
		}
	}
	tg := &tagger{dict: map[uint32][]int32{}}
	for c := range freq {
		tg.classes = append(tg.classes, c)
	}
	slices.SortFunc(tg.classes, func(a, b tagClass) int {
		return cmp.Or(freq[b]-freq[a], strings.Compare(a.upos, b.upos), strings.Compare(a.xpos, b.xpos))
	})
	id := map[tagClass]int32{}
	for i, c := range tg.classes {
		id[c] = int32(i)
	}
	rare := make([]int, len(tg.classes))
	for w, c := range words {
		n := 0
		for _, k := range c {
			n += k
		}
		if n <= 3 {
			for cl := range c {
				rare[id[cl]]++
			}
		}
		if n >= frequent {
			var cs []int32
			for cl := range c {
				cs = append(cs, id[cl])
			}
			slices.Sort(cs)
			tg.dict[net.Hash(w)] = cs
		}
	}
	for i, n := range rare {
		if n >= 3 {
			tg.open = append(tg.open, int32(i))
		}
	}
	if len(tg.open) == 0 { // hardly any text
		for i := range tg.classes {
			tg.open = append(tg.open, int32(i))
		}
	}
	return tg, id
}

func goldSents(docs []*Doc, lex *lexicon, id map[tagClass]int32) []goldSent {
	var out []goldSent
	for _, d := range docs {
		for _, s := range d.Sents {
			toks := d.Toks[s.First:s.Last]
			g := goldSent{words: make([]attrs, len(toks)), class: make([]int32, len(toks)), toks: toks}
			for i := range toks {
				lex.setAttrs(&g.words[i], toks[i].Text, nil)
				c, ok := id[tagClass{toks[i].UPOS, toks[i].XPOS}]
				if !ok {
					c = -1
				}
				g.class[i] = c
			}
			out = append(out, g)
		}
	}
	return out
}

// trainTagger learns a tagger from documents with gold tags.
func trainTagger(docs []*Doc, lex *lexicon, cfg TaggerConfig, log func(string, ...any)) *tagger {
	tg, id := newTagger(docs, cfg.Frequent)
	sents := goldSents(docs, lex, id)
	count := net.Counter{}
	var keys []uint64
	for _, g := range sents {
		t1, t2 := int32(noTag), int32(noTag)
		for i := range g.words {
			if len(tg.candidates(&g.words[i])) > 1 {
				keys = tg.features(keys[:0], g.words, i, t1, t2)
				count.Add(keys)
			}
			t1, t2 = g.class[i], t1
		}
	}
	tr := net.NewTrainer(net.Config{
		Hidden: cfg.Hidden, Heads: []int{len(tg.classes)}, Rate: cfg.Rate,
		Dropout: cfg.Dropout, Missing: cfg.Missing, Fine: true, Seed: cfg.Seed,
	}, count, cfg.MinFeature)
	log("tagger: %d classes, %d open, %d words, %d features of %d", len(tg.classes), len(tg.open), len(tg.dict), tr.Features(), len(count))
	rng := rand.New(rand.NewSource(cfg.Seed))
	for epoch := range cfg.Epochs {
		tr.SetRate(cfg.Rate * (1 - 0.8*float32(epoch)/float32(cfg.Epochs)))
		rng.Shuffle(len(sents), func(i, j int) { sents[i], sents[j] = sents[j], sents[i] })
		l := taggerLearner{tg: tg, tr: tr}
		for n := range sents {
			l.sentence(&sents[n])
			if epoch*2 >= cfg.Epochs && n%(len(sents)/4+1) == len(sents)/4 {
				tr.Snapshot()
			}
		}
		if epoch == cfg.Epochs-1 {
			tr.Snapshot()
		}
		log("tagger: epoch %d, %.2f%% right in training", epoch+1, 100*float64(l.right)/float64(l.all))
	}
	tg.score = tr.Net().Trim(count, cfg.Keep, cfg.Step)
	return tg
}

type taggerLearner struct {
	tg         *tagger
	tr         *net.Trainer
	keys       []uint64
	rows       []int32
	scores     []float32
	right, all int
}

func (l *taggerLearner) sentence(g *goldSent) {
	t1, t2 := int32(noTag), int32(noTag)
	for i := range g.words {
		cand := l.tg.candidates(&g.words[i])
		best := cand[0]
		l.all++
		if gold := slices.Index(cand, g.class[i]); len(cand) > 1 && gold >= 0 {
			l.keys = l.tg.features(l.keys[:0], g.words, i, t1, t2)
			l.rows = l.tr.Rows(l.keys, l.rows[:0])
			l.tr.Forward(l.rows, true)
			l.scores = l.tr.Scores(0, cand, l.scores[:0])
			top := 0
			for k, s := range l.scores {
				if s > l.scores[top] {
					top = k
				}
			}
			best = cand[top]
			net.Softmax(l.scores, func(k int) bool { return k == gold })
			l.tr.Learn(0, cand, l.scores)
			l.tr.Finish(l.rows)
		}
		if best == g.class[i] {
			l.right++
		}
		t1, t2 = best, t1
	}
}
