package extract

import (
	"unicode"

	"dictum/graph"
)

// paragraphs cuts a text at blank lines. A text without any is cut at indented lines, or at every line end when its lines are
// too long to have been wrapped.
func paragraphs(text []rune) []graph.Span {
	cut := paragraphCut(text)
	var out []graph.Span
	start := 0
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' && cut(i) {
			out = appendParagraph(out, text, start, i)
			start = i + 1
		}
	}
	return appendParagraph(out, text, start, len(text))
}

func appendParagraph(out []graph.Span, text []rune, start, end int) []graph.Span {
	for start < end && unicode.IsSpace(text[start]) {
		start++
	}
	for end > start && unicode.IsSpace(text[end-1]) {
		end--
	}
	if start == end {
		return out
	}
	return append(out, graph.Span{start, end})
}

// paragraphCut tells which line ends end a paragraph.
func paragraphCut(text []rune) func(int) bool {
	blank, indent, lines, longest, start := false, 0, 0, 0, 0
	after := func(i int) (rune, int) { // the first character after the line end that is no blank, and the blanks before it
		for j := i + 1; j < len(text); j++ {
			if text[j] != ' ' && text[j] != '\t' && text[j] != '\r' {
				return text[j], j - i - 1
			}
		}
		return '\n', 0
	}
	for i, r := range text {
		if r != '\n' {
			continue
		}
		next, n := after(i)
		blank = blank || next == '\n' && i+1+n < len(text)-1
		if n >= 2 && next != '\n' {
			indent++
		}
		lines++
		longest = max(longest, i-start)
		start = i + 1
	}
	switch {
	case blank:
		return func(i int) bool { next, _ := after(i); return next == '\n' }
	case indent > 0 && longest < 100:
		return func(i int) bool { next, n := after(i); return n >= 2 || next == '\n' }
	case lines > 2 && longest < 90:
		return func(int) bool { return false }
	}
	return func(int) bool { return true }
}
