package nlp

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dictum/seeds"
)

// TrainTagger learns tags and lemmas and measures them on the dev files.
func TrainTagger(o TrainOptions, dev []string) error {
	docs, lex, err := o.material()
	if err != nil {
		return err
	}
	lm, err := o.lemmatizer(docs)
	if err != nil {
		return err
	}
	feats := trainFeats(docs)
	o.Log("lemmas: %d words, %d rules; features: %d", len(lm.words), len(lm.rules), len(feats))
	tg, err := o.taggerPart(docs, lex)
	if err != nil {
		return err
	}
	for _, p := range dev {
		devDocs, err := readDocs(p)
		if err != nil {
			return err
		}
		measureTagger(devDocs, lex, tg, lm, o.Log)
	}
	return nil
}

// TrainLemmas learns lemmas and features anew, puts them into the embedded model and writes that to the folder of parts. The
// tagger stays.
func TrainLemmas(o TrainOptions, dev []string) error {
	b, err := modelFolder.ReadFile(modelFile)
	if err != nil {
		return fmt.Errorf("nlp: no model is built in: %w", err)
	}
	m, err := readModels(b)
	if err != nil {
		return err
	}
	docs, err := o.treebanks()
	if err != nil {
		return err
	}
	old := len(m.appendLemmas(nil))
	m.feats = trainFeats(docs)
	if m.lemmas, err = o.lemmatizer(docs); err != nil {
		return err
	}
	o.Log("lemmas: %d words, %d rules; %d bytes, were %d", len(m.lemmas.words), len(m.lemmas.rules), len(m.appendLemmas(nil)), old)
	for _, p := range dev {
		devDocs, err := readDocs(p)
		if err != nil {
			return err
		}
		measureTagger(devDocs, &m.lex, m.tagger, m.lemmas, o.Log)
	}
	return os.WriteFile(filepath.Join(o.Out, "dictum.model"), m.append(nil), 0o644)
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
	log("dev: UPOS %.2f XPOS %.2f lemma %.2f (gold tags %.2f), %.0f words/s",
		pc(upos), pc(xpos), pc(lemma), pc(goldLemma), float64(n)/time.Since(begin).Seconds())
}

// TrainParser learns trees and measures them on the dev files.
func TrainParser(o TrainOptions, dev []string) error {
	docs, lex, err := o.material()
	if err != nil {
		return err
	}
	p, labels, err := o.parser(docs, lex)
	if err != nil {
		return err
	}
	tg, err := o.taggerPart(docs, lex)
	if err != nil {
		return err
	}
	o.Log("parser: %d bytes", len(p.append(nil)))
	for _, path := range dev {
		devDocs, err := readDocs(path)
		if err != nil {
			return err
		}
		measureParser(devDocs, lex, tg, p, labels, o.Log)
	}
	return nil
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

// TrainNames learns names and measures them on CoNLL-U files with names.
func TrainNames(o TrainOptions, dev []string) error {
	docs, lex, err := o.material()
	if err != nil {
		return err
	}
	tg, err := o.taggerPart(docs, lex)
	if err != nil {
		return err
	}
	n, err := o.namePart(lex, tg)
	if err != nil {
		return err
	}
	know, err := seeds.Load()
	if err != nil {
		return err
	}
	gaz := newGazetteer(know)
	for _, path := range dev {
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		doc, err := ReadCoNLLU(bytes.NewReader(b))
		if err != nil {
			return err
		}
		measureNames(n, doc, newNameDoc(doc, n, lex, gaz, tg), o.Log)
	}
	return nil
}

func measureNames(n *namer, doc *Doc, d *nameDoc, log func(string, ...any)) {
	var s nameScratch
	var m memoryWork
	labels := make([]int32, len(d.words))
	for p := range n.pass {
		if p == 1 {
			m.remember(n, d.words, d.sents, labels)
		}
		var found []Name
		for _, st := range d.sents {
			var mem []memo
			if p == 1 {
				mem = m.memo[st.First:st.Last]
			}
			n.tag(&n.pass[p], d.words[st.First:st.Last], d.tags[st.First:st.Last], mem, labels[st.First:st.Last], &s)
			found = n.spans(found, labels[st.First:st.Last], st.First)
		}
		log("dev: reading %d: F1 %.2f (NORP as MISC), %.2f without NORP and MISC", p+1,
			namesF1(doc.Names, found, "PER ORG LOC MISC NORP"), namesF1(doc.Names, found, "PER ORG LOC"))
	}
}

// namesF1 is the F1 of names of some types; NORP counts as MISC.
func namesF1(gold, found []Name, types string) float64 {
	kept := func(names []Name) map[Name]bool {
		m := map[Name]bool{}
		for _, n := range names {
			if strings.Contains(types, n.Type) {
				if n.Type == "NORP" {
					n.Type = "MISC"
				}
				m[n] = true
			}
		}
		return m
	}
	g, f := kept(gold), kept(found)
	right := 0
	for n := range f {
		if g[n] {
			right++
		}
	}
	return 200 * float64(right) / float64(max(1, len(g)+len(f)))
}
