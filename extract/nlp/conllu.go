package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// WriteCoNLLU writes the analysis as CoNLL-U. MISC holds SpaceAfter=No, TokenRange=start:end (code points of the text) and
// NER=B-PER … for names. Words that a clitic was cut from are written with their multiword line.
func WriteCoNLLU(w io.Writer, doc *Doc) error {
	b := bufio.NewWriter(w)
	names := nameTags(doc)
	runes := newRuneIndex(doc.Text)
	for n, s := range doc.Sents {
		fmt.Fprintf(b, "# sent_id = %d\n# text = %s\n", n+1, oneLine(runes.slice(s.Start, s.End)))
		for i := s.First; i < s.Last; i++ {
			if last := clitics(doc, s, i); last > i {
				text := ""
				for _, t := range doc.Toks[i : last+1] {
					text += t.Text
				}
				fmt.Fprintf(b, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i-s.First+1, last-s.First+1, text, spaceAfter(doc, last, "_"))
			}
			writeWord(b, doc, s, i, names)
		}
		b.WriteByte('\n')
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("nlp: write CoNLL-U: %w", err)
	}
	return nil
}

func writeWord(b *bufio.Writer, doc *Doc, s Sent, i int, names []string) {
	t := &doc.Toks[i]
	head := "_"
	switch {
	case t.Deprel == "":
	case t.Head < 0:
		head = "0"
	default:
		head = strconv.Itoa(t.Head - s.First + 1)
	}
	misc := "TokenRange=" + strconv.Itoa(t.Start) + ":" + strconv.Itoa(t.End)
	if names[i] != "" {
		misc = "NER=" + names[i] + "|" + misc
	}
	if !insideClitics(doc, s, i) {
		misc = spaceAfter(doc, i, misc)
	}
	fmt.Fprintf(b, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t_\t%s\n", i-s.First+1, t.Text, orBlank(t.Lemma), orBlank(t.UPOS), orBlank(t.XPOS),
		orBlank(t.Feats), head, orBlank(t.Deprel), misc)
}

// spaceAfter puts SpaceAfter=No before the other items of misc where word i and the next one touch.
func spaceAfter(doc *Doc, i int, misc string) string {
	if i+1 >= len(doc.Toks) || doc.Toks[i+1].Start != doc.Toks[i].End {
		return misc
	}
	if misc == "_" {
		return "SpaceAfter=No"
	}
	return "SpaceAfter=No|" + misc
}

func orBlank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// clitics is the last word of the written word that begins with word i: itself, or a clitic that clings to it.
func clitics(doc *Doc, s Sent, i int) int {
	if insideClitics(doc, s, i) {
		return i
	}
	last := i
	for last+1 < s.Last && clings(doc, last+1) {
		last++
	}
	return last
}

func insideClitics(doc *Doc, s Sent, i int) bool { return i > s.First && clings(doc, i) }

// clings reports whether word i is a clitic written together with the word before it.
func clings(doc *Doc, i int) bool {
	t, p := &doc.Toks[i], &doc.Toks[i-1]
	if t.Start != p.End || t.Text == "" || p.Text == "" {
		return false
	}
	if r, _ := utf8.DecodeLastRuneInString(p.Text); !isWordRune(r) && !strings.HasSuffix(p.Text, ".") {
		return false
	}
	if cliticAt(t.Text) > 0 || t.XPOS == "POS" {
		return true
	}
	at, ok := fused[lowerASCII(p.Text+t.Text)]
	return ok && at == len(p.Text)
}

// nameTags has the IOB tag of every word, "" outside names.
func nameTags(doc *Doc) []string {
	tags := make([]string, len(doc.Toks))
	for _, n := range doc.Names {
		for i := n.First; i < n.Last; i++ {
			tags[i] = "I-" + n.Type
		}
		tags[n.First] = "B-" + n.Type
	}
	return tags
}

// ReadCoNLLU reads a CoNLL-U file as one document. The text is rebuilt from the forms and SpaceAfter=No; empty nodes are left
// out. Columns that are "_" become empty. A word of ten columns that is not there is an error with its line.
func ReadCoNLLU(r io.Reader) (*Doc, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	b := conlluBuilder{doc: &Doc{}}
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
	doc      *Doc
	text     strings.Builder
	cp       int // code points of text
	first    int // first word of the open sentence
	spans    [][2]int
	names    []string
	glue     bool // no space before the next word
	rangeEnd int  // last word of the open multiword token
	rangeGlu bool // and whether it is followed by no space
}

func (b *conlluBuilder) word(c []string) error {
	if len(c) != 10 {
		return fmt.Errorf("%d columns, want 10", len(c))
	}
	glue := strings.Contains(c[9], "SpaceAfter=No")
	if strings.Contains(c[0], ".") {
		return nil
	}
	if _, last, ok := strings.Cut(c[0], "-"); ok {
		end, err := strconv.Atoi(last)
		if err != nil {
			return fmt.Errorf("range %q: %w", c[0], err)
		}
		b.rangeEnd, b.rangeGlu = end, glue
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
	if h, err := strconv.Atoi(c[6]); err == nil && h > 0 {
		tok.Head = b.first + h - 1
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
	b.first, b.rangeEnd = n, 0
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

// Words gives the forms of a document's sentences, as AnalyzeWords takes them.
func (d *Doc) Words() [][]string {
	out := make([][]string, len(d.Sents))
	for i, s := range d.Sents {
		for _, t := range d.Toks[s.First:s.Last] {
			out[i] = append(out[i], t.Text)
		}
	}
	return out
}

// runeIndex cuts a text at code points.
type runeIndex struct {
	text string
	at   []int // byte offset of every code point; nil for ASCII
}

func newRuneIndex(text string) *runeIndex {
	x := &runeIndex{text: text}
	n := utf8.RuneCountInString(text)
	if n == len(text) {
		return x
	}
	x.at = make([]int, 0, n+1)
	for i := range text {
		x.at = append(x.at, i)
	}
	x.at = append(x.at, len(text))
	return x
}

func (x *runeIndex) slice(from, to int) string {
	if x.at == nil {
		return x.text[from:to]
	}
	return x.text[x.at[from]:x.at[to]]
}
