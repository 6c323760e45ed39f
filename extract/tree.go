package extract

import (
	"slices"
	"strings"

	"dictum/extract/nlp"
	"dictum/graph"
)

// Tree answers questions about the dependency trees of a document. Tokens are indices into Doc.Toks.
type Tree struct {
	Doc  *nlp.Doc
	kids []int // children of all tokens, grouped by head, in text order
	from []int // kids[from[i]:from[i+1]] are the children of token i
	sent []int // sentence of each token
}

// NewTree indexes the trees of doc.
func NewTree(doc *nlp.Doc) *Tree {
	n := len(doc.Toks)
	t := &Tree{Doc: doc, kids: make([]int, n), from: make([]int, n+2), sent: make([]int, n)}
	for i := range doc.Toks {
		if h := doc.Toks[i].Head; h >= 0 {
			t.from[h+2]++
		}
	}
	for i := 2; i < len(t.from); i++ {
		t.from[i] += t.from[i-1]
	}
	for i := range doc.Toks {
		if h := doc.Toks[i].Head; h >= 0 {
			t.kids[t.from[h+1]] = i
			t.from[h+1]++
		}
	}
	for s := range doc.Sents {
		for i := doc.Sents[s].First; i < doc.Sents[s].Last; i++ {
			t.sent[i] = s
		}
	}
	return t
}

// Kids are the children of token i in text order.
func (t *Tree) Kids(i int) []int { return t.kids[t.from[i]:t.from[i+1]] }

// Sent is the sentence of token i.
func (t *Tree) Sent(i int) int { return t.sent[i] }

// Rel reports whether token i has one of the relations; "nsubj" matches its subtypes too, "nsubj:pass" only itself.
func (t *Tree) Rel(i int, rels ...string) bool {
	have := t.Doc.Toks[i].Deprel
	main, _, _ := strings.Cut(have, ":")
	return slices.Contains(rels, have) || slices.Contains(rels, main)
}

// Kid is the first child of i with one of the relations, or -1.
func (t *Tree) Kid(i int, rels ...string) int {
	for _, k := range t.Kids(i) {
		if t.Rel(k, rels...) {
			return k
		}
	}
	return -1
}

// Yield appends the tokens of the subtree of i to buf, in text order; skip (may be nil) prunes the subtree of a child.
func (t *Tree) Yield(buf []int, i int, skip func(int) bool) []int {
	start := len(buf)
	buf = append(buf, i)
	for at := start; at < len(buf); at++ {
		for _, k := range t.Kids(buf[at]) {
			if skip == nil || !skip(k) {
				buf = append(buf, k)
			}
		}
	}
	slices.Sort(buf[start:])
	return buf
}

// Under reports whether token i lies in the subtree of top.
func (t *Tree) Under(i, top int) bool {
	for ; i >= 0; i = t.Doc.Toks[i].Head {
		if i == top {
			return true
		}
	}
	return false
}

// Span covers tokens [first, last).
func (t *Tree) Span(first, last int) graph.Span {
	return graph.Span{t.Doc.Toks[first].Start, t.Doc.Toks[last-1].End}
}

// Spans covers a sorted list of tokens with as few spans as possible: neighbours in the text join, whatever space lies between.
func (t *Tree) Spans(toks []int) graph.Spans {
	var out graph.Spans
	for n, i := range toks {
		if n > 0 && toks[n-1] == i-1 {
			out[len(out)-1][1] = t.Doc.Toks[i].End
			continue
		}
		out = append(out, graph.Span{t.Doc.Toks[i].Start, t.Doc.Toks[i].End})
	}
	return out
}
