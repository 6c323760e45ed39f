package nlp

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"dictum/extract/nlp/net"
	"dictum/seeds"
)

// small is a model learned from one sentence: quick to make, of no use but to be stored and read.
var small = sync.OnceValue(func() *models {
	doc, err := ReadCoNLLU(strings.NewReader(smallTree + strings.Replace(smallTree, "sell", "buy", 2)))
	if err != nil {
		panic(err)
	}
	quiet := func(string, ...any) {}
	docs := []*Doc{doc}
	m := &models{lex: lexicon{words: map[uint32]lexEntry{net.Hash("they"): {class: [3]uint16{1, 2, 3}, capShare: 2}}}}
	m.lemmas, m.feats = trainLemmatizer(docs, newWordEvidence(&seeds.Knowledge{})), trainFeats(docs)
	m.tagger = trainTagger(docs, &m.lex, TaggerConfig{Hidden: 8, Epochs: 2, Seed: 1, Frequent: 100, MinFeature: 1, Rate: 0.05}, quiet)
	p, labels := newParser(docs)
	trees := goldTrees(docs, &m.lex, labels)
	withGuide(p, trees)
	count := countFeatures(p, trees)
	p.net = trainParser(p, trees, count, ParserConfig{Hidden: 8, Epochs: 3, Seed: 1, MinFeature: 1, Rate: 0.05}, quiet)
	m.parser = p
	m.names = &namer{labels: nameLabels()}
	m.names.link()
	nd := newNameDoc(doc, m.names, &m.lex, &gazetteer{}, m.tagger)
	ncfg := NamerConfig{Hidden: 8, Epochs: 2, Seed: 1, MinFeature: 1, Rate: 0.05}
	m.names.pass[0] = trainChain(m.names, []*nameDoc{nd}, ncfg, false, quiet)
	m.names.remember([]*nameDoc{nd})
	m.names.pass[1] = trainChain(m.names, []*nameDoc{nd}, ncfg, true, quiet)
	return m
})

// withGuide gives a parser a guide that learned from the trees, and the trees its guesses.
func withGuide(p *parser, trees []goldTree) {
	o := TrainOptions{Guide: ParserConfig{Hidden: 8, Epochs: 3, Seed: 1, MinFeature: 1, Rate: 0.05}}
	p.guide = &parser{labels: p.labels, root: p.root}
	back := make([]goldTree, len(trees))
	for i := range trees {
		back[i] = trees[i].backwards()
	}
	p.guide.net = o.guideNet(p.guide, back, func(string, ...any) {})
	for i := range trees {
		trees[i].guess = p.guide.guesses(trees[i].words, trees[i].tags, &guideScratch{}, nil)
	}
}

func TestModelRoundTrip(t *testing.T) {
	b := small().append(nil)
	m, err := readModels(b)
	if err != nil {
		t.Fatal(err)
	}
	if again := m.append(nil); string(again) != string(b) {
		t.Error("a model that was read is written differently")
	}
	doc := newAnalyzer(m, &seeds.Knowledge{}).Analyze("They don't sell. Acme's shares fell")
	wellFormed(t, doc)
}

func TestDamagedModel(t *testing.T) {
	b := small().append(nil)
	flip := func(at int) []byte {
		c := append([]byte(nil), b...)
		c[at] ^= 0x55
		return c
	}
	for _, c := range []struct {
		name string
		b    []byte
		want string
	}{
		{"empty", nil, "does not begin as one"},
		{"other file", []byte("PK\x03\x04 something else"), "does not begin as one"},
		{"other version", flip(len(modelMagic)), "version"},
		{"flipped bit", flip(len(b) / 2), "checksum"},
		{"cut off", b[:len(b)-100], "checksum"},
	} {
		if _, err := readModels(c.b); !errors.Is(err, ErrModel) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got error %v, want ErrModel with %q", c.name, err, c.want)
		}
	}
}

// FuzzModel holds the promise that bytes are a model or a clear error, behind the checksum too, and that whatever is read can be
// used.
func FuzzModel(f *testing.F) {
	b := small().append(nil)[len(modelMagic)+5:]
	f.Add(b)
	f.Add(b[:len(b)/3])
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := readSections(b)
		if err != nil {
			if !errors.Is(err, ErrModel) {
				t.Fatalf("got error %v, want ErrModel", err)
			}
			return
		}
		wellFormed(t, newAnalyzer(m, &seeds.Knowledge{}).Analyze("They don't sell. Acme's shares fell"))
	})
}

// wellFormed checks that every sentence is one tree and that names do not overlap.
func wellFormed(t *testing.T, doc *Doc) {
	t.Helper()
	for _, s := range doc.Sents {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			h, steps := i, 0
			for ; doc.Toks[h].Head >= 0; steps++ {
				h = doc.Toks[h].Head
				if h < s.First || h >= s.Last || steps > s.Last-s.First {
					t.Fatalf("%q: word %d hangs below no root of its sentence", doc.Text, i)
				}
			}
			if doc.Toks[i].Head < 0 {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("%q: a sentence has %d roots, want 1", doc.Text, roots)
		}
	}
	last := 0
	for _, n := range doc.Names {
		if n.First < last || n.Last <= n.First || n.Last > len(doc.Toks) {
			t.Fatalf("%q: name %+v behind word %d", doc.Text, n, last)
		}
		last = n.Last
	}
}
