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
	if !insideClitics(doc, s, i) && clitics(doc, s, i) == i {
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

// clings reports whether word i is a clitic written together with the word before it. A document that was read keeps its own
// multiword tokens.
func clings(doc *Doc, i int) bool {
	if doc.read {
		return i < len(doc.multi) && doc.multi[i]
	}
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
