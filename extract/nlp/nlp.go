// Package nlp analyses English news text: sentences, words, tags, lemmas, dependency trees and names, with learned models
// that are embedded in the binary. All offsets are code points of the unchanged text.
//
// It does not resolve who a name is, and it knows nothing of events: that is the work of package extract.
//
// Start at Doc (doc.go) and Analyzer below. Each component is one file beside the file that trains it: tokenize.go and sentence.go
// (rules), tagger.go, lemma.go, parser.go, names.go, and train_*.go. Package net is the scorer they share, model.go the file format.
// A new component adds a section there and a step in Analyzer.fill. An Analyzer is made once and shared by many goroutines.
package nlp

import (
	"embed"
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"dictum/seeds"
)

//go:embed model
var modelFolder embed.FS

const modelFile = "model/dictum.model"

// Analyzer holds the models. One value serves many goroutines.
type Analyzer struct {
	m       *models
	gaz     *gazetteer
	says    map[string]bool // verbs that take a quotation
	scratch sync.Pool       // *scratch
}

// scratch is the memory of one analysis at work.
type scratch struct {
	tokenizer tokenizer
	splitter  splitter
	pieces    []piece
	firsts    []int
	words     []attrs // of the whole document, like tags and labels
	tags      []int32
	labels    []int32
	tag       tagScratch
	parse     parseScratch
	name      [2]nameScratch
	memory    memoryWork
	buf       []byte
}

// New loads the embedded models.
func New() (*Analyzer, error) {
	b, err := modelFolder.ReadFile(modelFile)
	if err != nil {
		return nil, fmt.Errorf("nlp: no model is built in (dictum-train makes it): %w", err)
	}
	m, err := readModels(b)
	if err != nil {
		return nil, err
	}
	know, err := seeds.Load()
	if err != nil {
		return nil, fmt.Errorf("nlp: %w", err)
	}
	return newAnalyzer(m, know), nil
}

func newAnalyzer(m *models, know *seeds.Knowledge) *Analyzer {
	a := &Analyzer{m: m, gaz: newGazetteer(know), says: map[string]bool{}}
	for i := range know.SpeechVerbs {
		if v := &know.SpeechVerbs[i]; slices.Contains(v.Takes, "quote") {
			a.says[v.Lemma] = true
		}
	}
	a.scratch.New = func() any { return &scratch{} }
	return a
}

// Analyze reads a text.
func (a *Analyzer) Analyze(text string) *Doc {
	s := a.scratch.Get().(*scratch)
	defer a.scratch.Put(s)
	doc := s.cut(text)
	a.fill(doc, s)
	return doc
}

// cut makes the words and sentences of a text.
func (s *scratch) cut(text string) *Doc {
	s.pieces = s.tokenizer.tokenize(text, s.pieces[:0])
	s.firsts = s.splitter.sentences(text, s.pieces, s.firsts[:0])
	doc := &Doc{Text: text, Toks: make([]Token, len(s.pieces)), Sents: make([]Sent, len(s.firsts))}
	at, cp := 0, 0
	for i, p := range s.pieces {
		cp += utf8.RuneCountInString(text[at:p.b])
		w := text[p.b:p.e]
		n := utf8.RuneCountInString(w)
		doc.Toks[i] = Token{Start: cp, End: cp + n, Text: w, Head: -1}
		cp += n
		at = p.e
	}
	for i, f := range s.firsts {
		last := len(s.pieces)
		if i+1 < len(s.firsts) {
			last = s.firsts[i+1]
		}
		doc.Sents[i] = Sent{First: f, Last: last, Start: doc.Toks[f].Start, End: doc.Toks[last-1].End}
	}
	return doc
}

// AnalyzeWords keeps the given sentences and words. The text is the words with a space between them.
func (a *Analyzer) AnalyzeWords(sents [][]string) *Doc {
	s := a.scratch.Get().(*scratch)
	defer a.scratch.Put(s)
	doc := joinWords(sents)
	a.fill(doc, s)
	return doc
}

// Fill replaces tags, lemmas, trees and names of a document and keeps its text, sentences and words.
func (a *Analyzer) Fill(doc *Doc) {
	s := a.scratch.Get().(*scratch)
	defer a.scratch.Put(s)
	a.fill(doc, s)
}

// fill analyses the sentences of a document whose words are there.
func (a *Analyzer) fill(doc *Doc, s *scratch) {
	n := len(doc.Toks)
	if cap(s.words) < n {
		s.words, s.tags, s.labels = make([]attrs, n+n/4), make([]int32, n+n/4), make([]int32, n+n/4)
	}
	s.words, s.tags, s.labels = s.words[:n], s.tags[:n], s.labels[:n]
	for i := range doc.Toks {
		s.buf = a.m.lex.setAttrs(&s.words[i], doc.Toks[i].Text, s.buf)
	}
	for _, sent := range doc.Sents {
		words, tags := s.words[sent.First:sent.Last], s.tags[sent.First:sent.Last]
		a.m.tagger.tag(words, tags, &s.tag)
		a.write(doc, sent, tags, s)
		a.parse(doc, sent, s)
		repairMeasures(doc, sent)
		s.buf = a.repairVerbs(doc, sent, s.words, s.buf)
		a.repairClauses(doc, sent)
	}
	a.names(doc, s)
}

// parse makes the tree of a sentence. A dateline has a tree of its own, whose root hangs below that of the rest.
func (a *Analyzer) parse(doc *Doc, sent Sent, s *scratch) {
	k := sent.First + Dateline(doc.Toks[sent.First:sent.Last])
	root := a.tree(doc, k, sent.Last, s)
	if k > sent.First {
		line := a.tree(doc, sent.First, k, s)
		doc.Toks[line].Head, doc.Toks[line].Deprel = root, "parataxis"
	}
}

// tree parses the words from first up to last and answers the root.
func (a *Analyzer) tree(doc *Doc, first, last int, s *scratch) (root int) {
	a.m.parser.parse(s.words[first:last], s.tags[first:last], &s.parse)
	for i, nd := range s.parse.st.nodes {
		t := &doc.Toks[first+i]
		t.Deprel, t.Head = a.m.parser.labels[nd.label], first+int(nd.head)
		if nd.head < 0 {
			t.Head, root = -1, first+i
		}
		t.Sure = sureOf(nd, s.parse.guess, i)
	}
	return root
}

// Surest is the highest value of Token.Sure.
const Surest = 7

// sureOf tells how sure the head of word i is: 0 to 3 by how much the move that made the arc was better than the next, and 4 more where
// the guide, which reads from the other end, finds the same head.
func sureOf(nd node, guesses []guess, i int) uint8 {
	sure := nd.sure
	if i < len(guesses) {
		head := guesses[i].Head
		if head == nd.head || nd.head < 0 && int(head) == len(guesses) {
			sure += 4
		}
	}
	return sure
}

// write copies the tags of a sentence into the document and adds lemmas and features.
func (a *Analyzer) write(doc *Doc, sent Sent, tags []int32, s *scratch) {
	toks := doc.Toks[sent.First:sent.Last]
	for i := range toks {
		t := &toks[i]
		c := a.m.tagger.classes[tags[i]]
		t.UPOS, t.XPOS = c.upos, c.xpos
		t.Cluster = uint16(s.words[sent.First+i].cluster)
		t.Lemma, s.buf = a.m.lemmas.lemma(t.Text, c, s.buf)
		t.Feats, s.buf = a.m.features(t.Text, c, s.buf)
	}
}

// names reads the document twice for names.
func (a *Analyzer) names(doc *Doc, s *scratch) {
	n := a.m.names
	for _, st := range doc.Sents {
		words := s.words[st.First:st.Last]
		lineKind(words)
		a.gaz.mark(words)
		n.tag(&n.pass[0], words, s.tags[st.First:st.Last], nil, s.labels[st.First:st.Last], &s.name[0])
	}
	s.memory.remember(n, s.words, doc.Sents, s.labels)
	doc.Names = doc.Names[:0]
	for _, st := range doc.Sents {
		labels := s.labels[st.First:st.Last]
		n.tag(&n.pass[1], s.words[st.First:st.Last], s.tags[st.First:st.Last], s.memory.memo[st.First:st.Last], labels, &s.name[1])
		from := len(doc.Names)
		doc.Names = n.spans(doc.Names, labels, st.First)
		for i := from; i < len(doc.Names); i++ {
			withoutTitle(&doc.Names[i], s.words)
			repairPerson(doc, st, &doc.Names[i], s.words)
			repairTitle(doc, st, &doc.Names[i], s.words)
		}
	}
}

// features are the morphological features of a word with a tag.
func (m *models) features(w string, c tagClass, buf []byte) (string, []byte) {
	buf = wordKey(buf, lowerWord(w), c)
	if f, ok := m.feats[string(buf)]; ok {
		return f, buf
	}
	buf = wordKey(buf, "", c)
	return m.feats[string(buf)], buf
}

// joinWords makes a document of words.
func joinWords(sents [][]string) *Doc {
	n, size := 0, 0
	for _, s := range sents {
		n += len(s)
		for _, w := range s {
			size += len(w) + 1
		}
	}
	text := make([]byte, 0, size)
	doc := &Doc{Toks: make([]Token, 0, n)}
	ends := make([]int, 0, n)
	cp := 0
	for _, s := range sents {
		first := len(doc.Toks)
		for _, w := range s {
			if len(text) > 0 {
				text = append(text, ' ')
				cp++
			}
			text = append(text, w...)
			end := cp + utf8.RuneCountInString(w)
			doc.Toks = append(doc.Toks, Token{Start: cp, End: end, Head: -1})
			ends = append(ends, len(text))
			cp = end
		}
		if last := len(doc.Toks); last > first {
			doc.Sents = append(doc.Sents, Sent{First: first, Last: last, Start: doc.Toks[first].Start, End: cp})
		}
	}
	doc.Text = string(text)
	i := 0
	for _, s := range sents {
		for _, w := range s {
			doc.Toks[i].Text = doc.Text[ends[i]-len(w) : ends[i]]
			i++
		}
	}
	return doc
}
