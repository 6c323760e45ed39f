package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences cuts words into sentences: the index of the first word of each. Line ends that are paragraph ends always cut;
// otherwise a cut needs a mark that can end a sentence, and what follows must look like a beginning.
func (t *splitter) sentences(text string, toks []piece, out []int) []int {
	t.lines(text)
	for i := range toks {
		if i == 0 || t.cut(text, toks, i, out[len(out)-1]) {
			out = append(out, i)
		}
	}
	return out
}

type splitter struct {
	hard []int // byte offsets of line ends that end a paragraph
	next int
}

// lines finds the line ends that are hard: blank lines, indented next lines, and lines that were not broken to fit a width.
func (t *splitter) lines(text string) {
	t.hard, t.next = t.hard[:0], 0
	for b := 0; b < len(text); {
		e := strings.IndexByte(text[b:], '\n')
		if e < 0 {
			return
		}
		// A block: lines up to the next blank one.
		t.hard = t.block(text, b, t.hard)
		nl := blockEnd(text, b)
		if nl >= len(text) {
			return
		}
		t.hard = append(t.hard, nl)
		b = nl + 1
	}
}

// blockEnd is the offset of the line end that closes the block of lines from b: a blank line follows it.
func blockEnd(text string, b int) int {
	for i := b; i < len(text); i++ {
		c := text[i]
		if c == '\f' || c == '\v' || c == 0x85 {
			return i
		}
		if c != '\n' {
			continue
		}
		j := i + 1
		for j < len(text) && (text[j] == ' ' || text[j] == '\t' || text[j] == '\r') {
			j++
		}
		if j >= len(text) || text[j] == '\n' {
			return i
		}
	}
	return len(text)
}

// block appends the hard line ends inside the block from b. A line end is soft when the first word of the next line would not
// have fitted the width of the block, or when the next line begins small.
func (t *splitter) block(text string, b int, hard []int) []int {
	end := blockEnd(text, b)
	width := 0
	for i, from := b, b; i <= end; i++ {
		if i == end || text[i] == '\n' {
			width = max(width, i-from)
			from = i + 1
		}
	}
	for i, from := b, b; i < end; i++ {
		if text[i] != '\n' {
			continue
		}
		line := strings.TrimRight(text[from:i], " \t\r")
		next := text[i+1 : end]
		if j := strings.IndexByte(next, '\n'); j >= 0 {
			next = next[:j]
		}
		if !softEnd(line, next, width) {
			hard = append(hard, i)
		}
		from = i + 1
	}
	return hard
}

func softEnd(line, next string, width int) bool {
	if len(next) > 0 && (next[0] == ' ' || next[0] == '\t') {
		return false
	}
	word := strings.TrimSpace(next)
	if i := strings.IndexAny(word, " \t"); i >= 0 {
		word = word[:i]
	}
	broken := width >= 40 && width <= 100 && len(line)+1+len(word) > width-2
	if word == "" || line == "" || isBullet(word) && !(broken && isASCIIDigit(word[0])) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(word)
	if unicode.IsLower(r) || unfinished[lowerASCII(line[strings.LastIndexAny(line, " \t")+1:])] {
		return true
	}
	return broken
}

// unfinished are words that no line of its own ends with.
var unfinished = set(`a an the of to in on at by for from with and or but as that which who whose this its their his her our my than into
	is are was were be been has have had will would could should may might must not`)

// isBullet knows the marks that begin the line of a list: dashes, stars, "1.", "a)".
func isBullet(w string) bool {
	switch w {
	case "-", "*", "•", "–", "—", "o", "·", "+", "--", "***", "▪", "●", "◦", "‣":
		return true
	}
	n := len(w) - 1
	if n < 1 || n > 3 || w[n] != '.' && w[n] != ')' {
		return false
	}
	return isNumeral(strings.TrimPrefix(w[:n], "(")) || n <= 2 && w[n] == ')' && isASCIILetter(w[n-1])
}

// isNumeral holds for digits alone.
func isNumeral(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

// cut reports whether word i begins a sentence whose predecessor began at word first.
func (t *splitter) cut(text string, toks []piece, i, first int) bool {
	for t.next < len(t.hard) && t.hard[t.next] < toks[i-1].e {
		t.next++
	}
	if t.next < len(t.hard) && t.hard[t.next] < toks[i].b {
		return true
	}
	gap := toks[i].b > toks[i-1].e
	word := text[toks[i].b:toks[i].e]
	if gap && afterDateLine(text, toks[first:i+1]) {
		return true
	}
	// Go back over closing marks to the one that ends the sentence.
	k := i - 1
	for k > first && isCloser(text[toks[k].b:toks[k].e]) && (k == i-1 || toks[k+1].b == toks[k].e) {
		k--
	}
	end := text[toks[k].b:toks[k].e]
	kind := endMark(end)
	if kind == endNone {
		return false
	}
	if !gap && kind != endSure {
		return false
	}
	if isCloser(word) && !gap || k == first+1 && end == "." && listNumber(text, toks[first]) {
		return false
	}
	return begins(text, toks, i, k, first, kind, gap)
}

type endKind int

const (
	endNone endKind = iota
	endAbbr         // an abbreviation, with its stop
	endDots         // an ellipsis
	endSure         // . ! ?
)

func endMark(w string) endKind {
	switch w[len(w)-1] {
	case '.':
		if len(w) == 1 {
			return endSure
		}
		if strings.Trim(w, ".") == "" {
			return endDots
		}
		return endAbbr
	case '!', '?':
		return endSure
	}
	if w == "…" {
		return endDots
	}
	return endNone
}

func isCloser(w string) bool {
	switch w {
	case `"`, "'", "''", "”", "’", ")", "]", "»", "}":
		return true
	}
	return false
}

func isOpener(w string) bool {
	switch w {
	case `"`, "'", "``", "“", "‘", "(", "[", "«", "-", "--", "–", "—", "*", "•", "`":
		return true
	}
	return false
}

// begins reports whether word i looks like the beginning of a sentence behind the end mark at k.
func begins(text string, toks []piece, i, k, first int, kind endKind, gap bool) bool {
	j := i
	for j < len(toks)-1 && j < i+3 && isOpener(text[toks[j].b:toks[j].e]) {
		j++
	}
	word := text[toks[j].b:toks[j].e]
	r, _ := utf8.DecodeRuneInString(word)
	end := text[toks[k].b:toks[k].e]
	closed := k < i-1
	switch kind {
	case endAbbr:
		if !unicode.IsUpper(r) || closed && j == i && !starters[word] {
			return false
		}
		return k > first+1 && abbreviationEnds(end, word)
	case endDots:
		return unicode.IsUpper(r)
	}
	if unicode.IsLower(r) {
		// "…!" he said; a full stop before a small letter ends only a sentence of careless writing
		return !closed && end == "." && gap && j == i && k > 0
	}
	if !gap {
		return unicode.IsUpper(r) && len(word) > 1
	}
	if closed && text[toks[i-1].b:toks[i-1].e] == ")" && toks[i-1].b > toks[k].e {
		return true
	}
	return true
}

// abbreviationEnds decides whether a sentence ends with an abbreviation before a capital: "in the U.S. The" against "the U.S.
// Senate". Titles and initials never end one.
func abbreviationEnds(abbr, word string) bool {
	low := lowerASCII(abbr)
	if neverLast[low] {
		return false
	}
	if len(abbr) == 2 { // an initial
		return false
	}
	return starters[word]
}

var neverLast = set(`mr. mrs. ms. dr. prof. rev. hon. st. messrs. gen. lt. col. maj. capt. cmdr. sgt. cpl. adm. brig. gov. sen. rep. reps. sens.
	pres. amb. mt. ft. vs. e.g. i.e. cf. fig. no. nos. mme. mlle.`)

// starters are words that rarely follow an abbreviation inside a sentence with a capital.
var starters = set(`The A An In On At It He She They We I You But And This That These Those There If When While As For Since After Before
	His Her Their Its Our My Your What Who Where Why How Some Many Most All Both One However Although Though So Then Now No Not
	By With From To Also Meanwhile Still Yet Or According Even Once Only Until Under During Between Despite Because Here Do Does
	Did Is Are Was Were Has Have Had Can Could Will Would Should May Might Please`)
