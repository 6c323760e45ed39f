// Package nlp analyses English news text: sentences, words, tags, lemmas, dependency trees and names, with learned models
// that are embedded in the binary. All offsets are code points of the unchanged text.
//
// Start at Doc (doc.go). An Analyzer is made once and shared by many goroutines.
package nlp

import "unicode/utf8"

// Analyzer holds the models. One value serves many goroutines.
type Analyzer struct{}

// New loads the embedded models.
func New() (*Analyzer, error) { return &Analyzer{}, nil }

// Analyze reads a text.
func (a *Analyzer) Analyze(text string) *Doc {
	var tk tokenizer
	var sp splitter
	pieces := tk.tokenize(text, make([]piece, 0, len(text)/5+8))
	firsts := sp.sentences(text, pieces, make([]int, 0, len(pieces)/20+2))
	doc := &Doc{Text: text, Toks: make([]Token, len(pieces)), Sents: make([]Sent, len(firsts))}
	at, cp := 0, 0
	for i, p := range pieces {
		cp += utf8.RuneCountInString(text[at:p.b])
		w := text[p.b:p.e]
		n := utf8.RuneCountInString(w)
		doc.Toks[i] = Token{Start: cp, End: cp + n, Text: w, Head: -1}
		cp += n
		at = p.e
	}
	for i, f := range firsts {
		last := len(pieces)
		if i+1 < len(firsts) {
			last = firsts[i+1]
		}
		doc.Sents[i] = Sent{First: f, Last: last, Start: doc.Toks[f].Start, End: doc.Toks[last-1].End}
	}
	return doc
}

// AnalyzeWords keeps the given sentences and words. The text is the words with a space between them.
func (a *Analyzer) AnalyzeWords(sents [][]string) *Doc {
	doc := joinWords(sents)
	return doc
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
