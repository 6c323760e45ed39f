package nlp

import (
	"cmp"
	"dictum/extract/nlp/net"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// TrainOptions of Train.
type TrainOptions struct {
	Data string // folder with ud, ner and bench
	Out  string // folder that the model parts are written to
	Log  func(format string, args ...any)
}

// TrainClusters groups the words of the raw texts and writes "word class" lines.
func TrainClusters(o TrainOptions, classes int) error {
	raw, err := filepath.Glob(filepath.Join(o.Data, "bench", "*.txt"))
	if err != nil {
		return err
	}
	slices.Sort(raw)
	sents, err := benchSents(raw)
	if err != nil {
		return err
	}
	for _, p := range []string{"en_ewt-ud-train.conllu", "en_gum-ud-train.ccby-genres.conllu"} {
		docs, err := readDocs(filepath.Join(o.Data, "ud", p))
		if err != nil {
			return err
		}
		sents = append(sents, foldDocs(docs)...)
	}
	docs, err := readCoNLL03(filepath.Join(o.Data, "ner", "conllpp_train.txt"))
	if err != nil {
		return err
	}
	sents = append(sents, foldDocs(docs)...)
	m := trainClusters(sents, classes, 6, 12, o.Log)
	words := make([]string, 0, len(m))
	for w := range m {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(m[a]-m[b], strings.Compare(a, b)) })
	var b strings.Builder
	for _, w := range words {
		fmt.Fprintf(&b, "%s %d\n", w, m[w])
	}
	return os.WriteFile(filepath.Join(o.Out, fmt.Sprintf("clusters-%d.txt", classes)), []byte(b.String()), 0o644)
}

func foldDocs(docs []*Doc) [][]string {
	var out [][]string
	for _, d := range docs {
		for _, s := range d.Sents {
			var words []string
			for _, t := range d.Toks[s.First:s.Last] {
				words = append(words, foldWord(t.Text))
			}
			out = append(out, words)
		}
	}
	return out
}

// treebanks reads the training treebanks.
func (o TrainOptions) treebanks() ([]*Doc, error) {
	var out []*Doc
	for _, p := range []string{"en_ewt-ud-train.conllu", "en_gum-ud-train.ccby-genres.conllu"} {
		docs, err := readDocs(filepath.Join(o.Data, "ud", p))
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}

func (o TrainOptions) lexicon() (*lexicon, error) {
	b, err := os.ReadFile(filepath.Join(o.Out, "clusters-320.txt"))
	if err != nil {
		return nil, err
	}
	l := &lexicon{clusters: map[uint32]uint16{}}
	for line := range strings.Lines(string(b)) {
		var w string
		var c int
		if _, err := fmt.Sscanf(line, "%s %d", &w, &c); err != nil {
			return nil, fmt.Errorf("nlp: cluster line %q: %w", line, err)
		}
		l.clusters[net.Hash(w)] = uint16(c)
	}
	return l, nil
}

// TrainTagger learns tags and lemmas and measures them on the dev files.
func TrainTagger(o TrainOptions, dev []string) error {
	docs, err := o.treebanks()
	if err != nil {
		return err
	}
	lex, err := o.lexicon()
	if err != nil {
		return err
	}
	lm := trainLemmatizer(docs)
	feats := trainFeats(docs)
	o.Log("lemmas: %d words, %d rules; features: %d", len(lm.words), len(lm.rules), len(feats))
	tg := trainTagger(docs, lex, taggerConfig{hidden: 64, epochs: 8, seed: 1, frequent: 10, minFeature: 2}, o.Log)
	for _, p := range dev {
		devDocs, err := readDocs(p)
		if err != nil {
			return err
		}
		measureTagger(devDocs, lex, tg, lm, o.Log)
	}
	return nil
}

func measureTagger(docs []*Doc, lex *lexicon, tg *tagger, lm *lemmatizer, log func(string, ...any)) {
	var s tagScratch
	var n, upos, xpos, lemma, goldLemma int
	begin := time.Now()
	for _, g := range goldSents(docs, lex, nil) {
		out := make([]int32, len(g.words))
		tg.tag(g.words, out, &s)
		for i, c := range out {
			t := &g.toks[i]
			n++
			if tg.classes[c].upos == t.UPOS {
				upos++
			}
			if tg.classes[c].xpos == t.XPOS {
				xpos++
			}
			if l, _ := lm.lemma(t.Text, tg.classes[c], nil); l == t.Lemma || t.Lemma == "_" {
				lemma++
			}
			if l, _ := lm.lemma(t.Text, tagClass{t.UPOS, t.XPOS}, nil); l == t.Lemma || t.Lemma == "_" {
				goldLemma++
			}
		}
	}
	pc := func(k int) float64 { return 100 * float64(k) / float64(n) }
	log("dev: UPOS %.2f XPOS %.2f lemma %.2f (gold tags %.2f), %.0f words/s", pc(upos), pc(xpos), pc(lemma), pc(goldLemma), float64(n)/time.Since(begin).Seconds())
}

// TrainParser learns trees and measures them on the dev files.
func TrainParser(o TrainOptions, dev []string, hidden, epochs int) error {
	docs, err := o.treebanks()
	if err != nil {
		return err
	}
	lex, err := o.lexicon()
	if err != nil {
		return err
	}
	tcfg := taggerConfig{hidden: 64, epochs: 5, seed: 1, frequent: 10, minFeature: 2}
	tg := trainTagger(docs, lex, tcfg, o.Log)
	p, labels := newParser(docs)
	trees := goldTrees(docs, lex, labels)
	o.jackknife(docs, trees, lex, tg, tcfg)
	trainParser(p, trees, parserConfig{hidden: hidden, epochs: epochs, seed: 1, minFeature: 3, rate: 0.03, dropout: 0.3, explore: 0.9}, o.Log)
	for _, path := range dev {
		devDocs, err := readDocs(path)
		if err != nil {
			return err
		}
		measureParser(devDocs, lex, tg, p, labels, o.Log)
	}
	return nil
}

// jackknife tags every tree with a tagger that has not learned from its document.
func (o TrainOptions) jackknife(docs []*Doc, trees []goldTree, lex *lexicon, tg *tagger, cfg taggerConfig) {
	const folds = 4
	quiet := func(string, ...any) {}
	id := map[tagClass]int32{}
	for i, c := range tg.classes {
		id[c] = int32(i)
	}
	var s tagScratch
	for f := range folds {
		var rest []*Doc
		for i, d := range docs {
			if i%folds != f {
				rest = append(rest, d)
			}
		}
		part := trainTagger(rest, lex, cfg, quiet)
		s = tagScratch{}
		n := 0
		for i, d := range docs {
			for range d.Sents {
				if t := &trees[n]; i%folds == f {
					part.tag(t.words, t.tags, &s)
					for k, c := range t.tags {
						t.tags[k] = id[part.classes[c]]
					}
				}
				n++
			}
		}
		o.Log("jackknife: fold %d", f+1)
	}
}

func measureParser(docs []*Doc, lex *lexicon, tg *tagger, p *parser, labels map[string]int32, log func(string, ...any)) {
	var ts tagScratch
	var ps parseScratch
	var n, uas, las, full int
	trees := goldTrees(docs, lex, labels)
	for _, g := range trees {
		tg.tag(g.words, g.tags, &ts)
	}
	begin := time.Now()
	for _, g := range trees {
		p.parse(g.words, g.tags, &ps)
		for i, nd := range ps.st.nodes {
			n++
			h := nd.head
			if h < 0 {
				h = int32(len(g.words))
			}
			if h != g.heads[i] {
				continue
			}
			uas++
			if nd.label == g.label[i] {
				full++
			}
			if g.label[i] >= 0 && universal(p.labels[nd.label]) == universal(p.labels[g.label[i]]) {
				las++
			}
		}
	}
	pc := func(k int) float64 { return 100 * float64(k) / float64(n) }
	log("dev: UAS %.2f LAS %.2f with subtypes %.2f, %.0f words/s", pc(uas), pc(las), pc(full), float64(n)/time.Since(begin).Seconds())
}

func universal(label string) string {
	l, _, _ := strings.Cut(label, ":")
	return l
}

// TrainAll makes the whole model and writes it to the folder of parts as dictum.model.
func TrainAll(o TrainOptions, hidden, epochs int, minFeature uint32) error {
	docs, err := o.treebanks()
	if err != nil {
		return err
	}
	lex, err := o.lexicon()
	if err != nil {
		return err
	}
	m := &models{lex: *lex, lemmas: trainLemmatizer(docs), feats: trainFeats(docs)}
	m.tagger = trainTagger(docs, lex, taggerConfig{hidden: 64, epochs: 8, seed: 1, frequent: 10, minFeature: 4}, o.Log)
	p, labels := newParser(docs)
	trees := goldTrees(docs, lex, labels)
	o.jackknife(docs, trees, lex, m.tagger, taggerConfig{hidden: 64, epochs: 3, seed: 1, frequent: 10, minFeature: 2})
	trainParser(p, trees, parserConfig{hidden: hidden, epochs: epochs, seed: 1, minFeature: minFeature, rate: 0.03, dropout: 0.3, explore: 0.9}, o.Log)
	m.parser = p
	nerDocs, err := readCoNLL03(filepath.Join(o.Data, "ner", "conllpp_train.txt"))
	if err != nil {
		return err
	}
	markNationalities(nerDocs)
	m.names = trainNamer(nerDocs, lex, m.tagger, 6, o.Log)
	b := m.append(nil)
	o.Log("model: %d bytes", len(b))
	return os.WriteFile(filepath.Join(o.Out, "dictum.model"), b, 0o644)
}

// markNationalities makes NORP of the one-word MISC names that look like adjectives of places.
func markNationalities(docs []*Doc) {
	for _, d := range docs {
		for i, n := range d.Names {
			if n.Type != "MISC" || n.Last != n.First+1 {
				continue
			}
			w := strings.TrimSuffix(d.Toks[n.First].Text, "s")
			for _, end := range []string{"an", "ish", "ese", "ch", "ti", "ni", "qi", "li", "Swis", "Greek", "German", "Czech", "Arab", "Moslem", "Muslim", "Turk", "Serb", "Croat", "Kurd"} {
				if strings.HasSuffix(w, end) && len(w) >= 4 {
					d.Names[i].Type = "NORP"
				}
			}
		}
	}
}
