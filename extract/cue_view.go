package extract

import (
	"unicode"
	"unicode/utf8"

	"dictum/extract/nlp"
	"dictum/graph"
)

// view is a document as the finding of statements sees it: each token's properties as numbers, paragraphs and quotations.
type view struct {
	doc    *nlp.Doc
	tree   *Tree
	words  []word
	paras  []graph.Span // code points
	ptoks  [][2]int     // tokens of each paragraph, its dateline left out
	quotes []quote
	qtoks  [][2]int // tokens of each quotation, marks included
}

// word holds what features ask about a token; strings are hashes.
type word struct {
	low, lemma, suf, upos, xpos, rel, name, lex uint32
	cluster                                     uint32
	head, para, sent                            int32
	quote                                       int32 // outermost quotation, -1 outside
	qpos                                        uint8 // outside, at a mark or inside
	shape                                       uint8
	punct                                       bool
}

// Places of a token with regard to quotations.
const (
	qOutside = iota
	qOpen
	qInside
	qClose
)

// lexicon classifies a lemma: the group of a speech verb or noun, "" for others.
type lexicon func(lemma, upos string) string

// hash is FNV-1a, never 0.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h | 1
}

// hashLower is hash over the lower case of s; letters outside ASCII keep their case, but for curly apostrophes.
func hashLower(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			h = (h ^ uint32(c)) * 16777619
			continue
		}
		if i+2 < len(s) && s[i:i+3] == "’" {
			h = (h ^ '\'') * 16777619
			i += 2
			continue
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h | 1
}

// newView reads an analysed text.
func newView(doc *nlp.Doc, tree *Tree, lex lexicon) *view {
	v := &view{doc: doc, tree: tree, words: make([]word, len(doc.Toks))}
	runes := []rune(doc.Text)
	v.paras = paragraphs(runes)
	sents := make([]int, len(doc.Sents))
	for i := range doc.Sents {
		sents[i] = doc.Sents[i].Start
	}
	v.quotes = findQuotes(runes, v.paras, sents)
	for i := range doc.Toks {
		t := &doc.Toks[i]
		v.words[i] = word{
			low: hashLower(t.Text), lemma: hashLower(t.Lemma), suf: hashLower(suffix(t.Text, 3)), upos: hash(t.UPOS), xpos: hash(t.XPOS),
			rel: hash(t.Deprel), cluster: uint32(t.Cluster) + 1, head: int32(t.Head), sent: int32(tree.Sent(i)), quote: -1, shape: shape(t.Text),
			punct: t.UPOS == "PUNCT" || t.UPOS == "SYM" && len(t.Text) == 1, name: 1,
		}
		if class := lex(t.Lemma, t.UPOS); class != "" {
			v.words[i].lex = hash(class)
		}
	}
	for _, n := range doc.Names {
		for i := n.First; i < n.Last; i++ {
			v.words[i].name = hash(n.Type)
		}
	}
	v.placeParagraphs()
	v.placeQuotes()
	return v
}

func (v *view) placeParagraphs() {
	v.ptoks = make([][2]int, len(v.paras))
	i := 0
	for p, span := range v.paras {
		first := i
		for i < len(v.words) && v.doc.Toks[i].Start < span[1] {
			v.words[i].para = int32(p)
			i++
		}
		v.ptoks[p] = [2]int{v.dateline([2]int{first, i}), i}
		for j := first; j < v.ptoks[p][0]; j++ {
			v.words[j].punct = true // no part of the sentence, whatever the parser made of it
		}
	}
}

func (v *view) placeQuotes() {
	v.qtoks = make([][2]int, len(v.quotes))
	i := 0
	for n := range v.quotes {
		q := &v.quotes[n]
		for i > 0 && v.doc.Toks[i-1].End > q.span[0] {
			i--
		}
		for i < len(v.words) && v.doc.Toks[i].End <= q.span[0] {
			i++
		}
		j := i
		for j < len(v.words) && v.doc.Toks[j].Start < q.span[1] {
			if q.depth == 0 {
				v.words[j].quote, v.words[j].qpos = int32(n), qInside
			}
			j++
		}
		v.qtoks[n] = [2]int{i, j}
		if q.depth == 0 && j > i {
			if !q.noOpen {
				v.words[i].qpos = qOpen
			}
			if !q.noClose {
				v.words[j-1].qpos = qClose
			}
		}
	}
}

func suffix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return s[i:]
}

// shape tells capitals and digits apart.
func shape(s string) uint8 {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsDigit(r):
		return 1
	case unicode.IsUpper(r):
		if r2, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(r2) {
			return 3
		}
		return 2
	case unicode.IsLetter(r):
		return 4
	}
	return 0
}
