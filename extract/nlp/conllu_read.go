package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ReadCoNLLU reads a CoNLL-U file as one document. The text is rebuilt from the forms and SpaceAfter=No; empty nodes are left
// out. Columns that are "_" become empty. A word of ten columns that is not there is an error with its line.
func ReadCoNLLU(r io.Reader) (*Doc, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	b := conlluBuilder{doc: &Doc{read: true}}
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSuffix(sc.Text(), "\r")
		switch {
		case line == "":
			b.endSentence()
		case line[0] == '#':
		default:
			if err := b.word(strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("nlp: CoNLL-U line %d: %w", n, err)
			}
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("nlp: read CoNLL-U: %w", err)
	}
	b.endSentence()
	return b.finish()
}

type conlluBuilder struct {
	doc        *Doc
	text       strings.Builder
	cp         int // code points of text
	first      int // first word of the open sentence
	spans      [][2]int
	names      []string
	glue       bool // no space before the next word
	rangeStart int  // first and
	rangeEnd   int  // last word of the open multiword token
	rangeGlu   bool // and whether it is followed by no space
}

func (b *conlluBuilder) word(c []string) error {
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10", len(c))
	}
	glue := strings.Contains(c[9], "SpaceAfter=No")
	if strings.Contains(c[0], ".") {
		return nil
	}
	if first, last, ok := strings.Cut(c[0], "-"); ok {
		start, err := strconv.Atoi(first)
		if err != nil {
			return fmt.Errorf("range %q: %w", c[0], err)
		}
		end, err := strconv.Atoi(last)
		if err != nil {
			return fmt.Errorf("range %q: %w", c[0], err)
		}
		b.rangeStart, b.rangeEnd, b.rangeGlu = start, end, glue
		return nil
	}
	id, err := strconv.Atoi(c[0])
	if err != nil {
		return fmt.Errorf("word number %q: %w", c[0], err)
	}
	if id != len(b.doc.Toks)-b.first+1 {
		return fmt.Errorf("word number %d, want %d", id, len(b.doc.Toks)-b.first+1)
	}
	tok := Token{UPOS: blank(c[3]), XPOS: blank(c[4]), Feats: blank(c[5]), Lemma: c[2], Deprel: blank(c[7]), Head: -1}
	if tok.Lemma == "_" && c[1] != "_" {
		tok.Lemma = ""
	}
	if h, err := strconv.Atoi(c[6]); err == nil {
		tok.Sure = Surest // a tree that is given
		if h > 0 {
			tok.Head = b.first + h - 1
		}
	}
	if len(b.doc.Toks) > 0 && !b.glue {
		b.text.WriteByte(' ')
		b.cp++
	}
	from := b.text.Len()
	b.text.WriteString(c[1])
	tok.Start = b.cp
	b.cp += utf8.RuneCountInString(c[1])
	tok.End = b.cp
	b.spans = append(b.spans, [2]int{from, b.text.Len()})
	b.doc.multi = append(b.doc.multi, id > b.rangeStart && id <= b.rangeEnd)
	b.doc.Toks = append(b.doc.Toks, tok)
	b.names = append(b.names, miscValue(c[9], "NER"))
	switch {
	case id < b.rangeEnd:
		b.glue = true
	case id == b.rangeEnd:
		b.glue = b.rangeGlu
	default:
		b.glue = glue
	}
	return nil
}

func (b *conlluBuilder) endSentence() {
	n := len(b.doc.Toks)
	if n > b.first {
		b.doc.Sents = append(b.doc.Sents, Sent{First: b.first, Last: n, Start: b.doc.Toks[b.first].Start, End: b.doc.Toks[n-1].End})
	}
	b.first, b.rangeStart, b.rangeEnd = n, 0, 0
}

func (b *conlluBuilder) finish() (*Doc, error) {
	d := b.doc
	d.Text = b.text.String()
	for i, s := range b.spans {
		d.Toks[i].Text = d.Text[s[0]:s[1]]
	}
	for _, s := range d.Sents {
		for i := s.First; i < s.Last; i++ {
			if h := d.Toks[i].Head; h >= s.Last {
				return nil, fmt.Errorf("nlp: CoNLL-U: head %d of %q is outside its sentence", h-s.First+1, d.Toks[i].Text)
			}
		}
		d.Names = appendNames(d.Names, b.names, s)
	}
	return d, nil
}

// appendNames reads names off IOB tags; an I- that continues nothing begins a name.
func appendNames(names []Name, tags []string, s Sent) []Name {
	open := false
	for i := s.First; i < s.Last; i++ {
		mark, kind, _ := strings.Cut(tags[i], "-")
		switch {
		case mark == "I" && open && names[len(names)-1].Type == kind:
			names[len(names)-1].Last = i + 1
		case mark == "I" || mark == "B":
			names = append(names, Name{First: i, Last: i + 1, Type: kind})
			open = true
		default:
			open = false
		}
	}
	return names
}

func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

func miscValue(misc, key string) string {
	for misc != "" {
		item, rest, _ := strings.Cut(misc, "|")
		if k, v, ok := strings.Cut(item, "="); ok && k == key {
			return v
		}
		misc = rest
	}
	return ""
}
