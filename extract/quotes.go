package extract

import (
	"cmp"
	"slices"
	"unicode"

	"dictum/graph"
)

// quote is a stretch of speech between quotation marks, the marks included.
type quote struct {
	span    graph.Span
	depth   int  // 0 for an outermost quotation
	noOpen  bool // the text has only its closing mark
	noClose bool // the text has only its opening mark
	prev    int  // the quotation of the paragraph before that this one continues, -1 for none
}

// quoter finds the quotations of a text. It reads characters, so that no choice of the tokenizer changes what it sees.
type quoter struct {
	text  []rune
	sents []int // starts of sentences, sorted
	out   []quote
	open  []openMark
}

type openMark struct {
	at     int
	single bool
}

// findQuotes gives the quotations of text, sorted by start, outer before inner. Paragraphs are code point ranges; sents are
// the starts of sentences. A quotation never crosses a paragraph's end: one that goes on in the next paragraph is two
// quotations, the second pointing to the first.
func findQuotes(text []rune, paras []graph.Span, sents []int) []quote {
	q := &quoter{text: text, sents: sents}
	carry := -1 // the quotation that the paragraph before left open
	for n, p := range paras {
		first := len(q.out)
		q.paragraph(p, carry >= 0)
		open := -1 // where a quotation begins that the next paragraph goes on with
		if len(q.open) > 0 && !q.open[0].single {
			open = q.leftOpen(p, n+1 < len(paras), paras[min(n+1, len(paras)-1)])
		}
		q.open = q.open[:0]
		mine := q.out[first:]
		slices.SortStableFunc(mine, func(a, b quote) int {
			return cmp.Or(a.span[0]-b.span[0], b.span[1]-a.span[1])
		})
		if carry >= 0 && len(mine) > 0 && q.skipSpace(p[0]) == mine[0].span[0] {
			mine[0].prev = carry
		}
		carry = -1
		if open >= 0 {
			carry = first + slices.IndexFunc(mine, func(x quote) bool { return x.span[0] == open && x.noClose })
		}
	}
	return q.out
}

// paragraph reads the marks of one paragraph. carried tells that the paragraph before left a quotation open.
func (q *quoter) paragraph(p graph.Span, carried bool) {
	lastEnd := p[0] // where the last quotation closed
	for i := p[0]; i < p[1]; i++ {
		opens, closes, single := q.mark(i, p)
		top := len(q.open) - 1
		switch {
		case opens && closes: // a straight mark that could be either
			opens = top < 0 || q.open[top].single != single
			closes = !opens
		case opens && top >= 0 && q.open[top].single == single && !single:
			// the same mark again: the quotation before was never closed
			at := q.open[top].at
			end := q.sentEnd(at, i)
			q.out = append(q.out, quote{span: graph.Span{at, end}, depth: top, noClose: true, prev: -1})
			q.open = q.open[:top]
			lastEnd = end
		}
		switch {
		case opens:
			q.open = append(q.open, openMark{i, single})
		case closes && top >= 0:
			at := top
			for at >= 0 && q.open[at].single != single {
				at--
			}
			if at < 0 {
				continue
			}
			q.out = append(q.out, quote{span: graph.Span{q.open[at].at, i + 1}, depth: at, prev: -1})
			q.open = q.open[:at]
			lastEnd = i + 1
		case closes && !single:
			from := q.missingOpen(p, lastEnd, i, carried)
			q.out = append(q.out, quote{span: graph.Span{from, i + 1}, noOpen: true, prev: -1})
			lastEnd = i + 1
		}
	}
}

// mark tells what the character at i is: an opening mark, a closing mark, both when it could be either, or neither.
func (q *quoter) mark(i int, p graph.Span) (opens, closes, single bool) {
	switch q.text[i] {
	case '“', '„', '«', '‟':
		return true, false, false
	case '”', '»':
		if !q.spaceBefore(i, p) || !q.wordAfter(i, p) {
			return false, true, false
		}
		return true, false, false // ”Word: a closing mark where an opening one should stand
	case '"':
		return q.straight(i, p)
	case '‘', '`':
		return q.singleOpens(i, p), false, true
	case '’', '\'':
		if q.singleOpens(i, p) {
			return true, false, true
		}
		return false, q.singleCloses(i, p), true
	}
	return false, false, false
}

func (q *quoter) straight(i int, p graph.Span) (opens, closes, single bool) {
	left, right := q.spaceBefore(i, p), q.spaceAfter(i, p)
	if i > p[0] && unicode.IsDigit(q.text[i-1]) && right && len(q.open) == 0 {
		return false, false, false // inches
	}
	switch {
	case left && !right:
		return true, false, false
	case right && !left:
		return false, true, false
	}
	return true, true, false
}

// singleOpens asks for a space before, a letter after, and a mark that can close it, so that apostrophes stay apostrophes.
func (q *quoter) singleOpens(i int, p graph.Span) bool {
	if !q.spaceBefore(i, p) || !q.wordAfter(i, p) || unicode.IsDigit(q.text[i+1]) {
		return false
	}
	if n := len(q.open); n > 0 && q.open[n-1].single {
		return false
	}
	for j := i + 2; j < p[1]; j++ {
		if q.text[j] == '\n' {
			continue
		}
		if (q.text[j] == '’' || q.text[j] == '\'') && q.spaceAfter(j, p) && !unicode.IsSpace(q.text[j-1]) {
			return true
		}
		if q.text[j] == '”' || q.text[j] == '“' {
			return false
		}
	}
	return false
}

// singleCloses tells a closing mark from the apostrophe of a plural ("the members' votes"): a later mark that closes wins.
func (q *quoter) singleCloses(i int, p graph.Span) bool {
	n := len(q.open)
	if n == 0 || !q.open[n-1].single || !q.spaceAfter(i, p) || unicode.IsSpace(q.text[i-1]) {
		return false
	}
	if unicode.ToLower(q.text[i-1]) != 's' || i+2 >= p[1] || q.text[i+1] != ' ' || !unicode.IsLower(q.text[i+2]) {
		return true
	}
	for j := i + 1; j < p[1]; j++ {
		switch q.text[j] {
		case '’', '\'':
			if q.spaceAfter(j, p) && !unicode.IsSpace(q.text[j-1]) {
				return false
			}
		case '‘', '"', '”', '“':
			return true
		}
	}
	return true
}

func (q *quoter) spaceBefore(i int, p graph.Span) bool {
	if i <= p[0] {
		return true
	}
	r := q.text[i-1]
	return unicode.IsSpace(r) || r == '(' || r == '[' || r == '—' || r == '–' || r == '-' || r == '/' || r == '“' || r == '‘' ||
		(r == '"' || r == '\'') && len(q.open) > 0 && q.open[len(q.open)-1].at == i-1
}

func (q *quoter) spaceAfter(i int, p graph.Span) bool {
	if i+1 >= p[1] {
		return true
	}
	r := q.text[i+1]
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '$' && r != '£' && r != '€' && r != '[' && r != '(' &&
		r != '“' && r != '‘' && !((r == '\'' || r == '"' || r == '.') && i+2 < p[1] && unicode.IsLetter(q.text[i+2]))
}

func (q *quoter) wordAfter(i int, p graph.Span) bool {
	return i+1 < p[1] && (unicode.IsLetter(q.text[i+1]) || unicode.IsDigit(q.text[i+1]) || q.text[i+1] == '[' || q.text[i+1] == '.' || q.text[i+1] == '$')
}

// missingOpen is where a quotation begins whose opening mark is missing: the paragraph's start, or after an earlier
// quotation the start of the sentence that the closing mark stands in.
func (q *quoter) missingOpen(p graph.Span, lastEnd, mark int, carried bool) int {
	if carried || lastEnd == p[0] {
		return q.skipSpace(p[0])
	}
	n, _ := slices.BinarySearch(q.sents, mark)
	if n > 0 && q.sents[n-1] >= lastEnd {
		return q.sents[n-1]
	}
	return q.skipSpace(lastEnd)
}

// leftOpen ends a quotation that its paragraph does not close, and returns where it began when the next paragraph goes
// on with it, else -1.
func (q *quoter) leftOpen(p graph.Span, more bool, next graph.Span) int {
	at := q.open[0].at
	if more && q.continues(next) {
		q.out = append(q.out, quote{span: graph.Span{at, q.trimSpace(p[1])}, noClose: true, prev: -1})
		return at
	}
	end := q.trimSpace(p[1])
	if at != q.skipSpace(p[0]) {
		end = q.sentEnd(at, p[1])
	}
	q.out = append(q.out, quote{span: graph.Span{at, end}, noClose: true, prev: -1})
	return -1
}

// continues tells whether a paragraph goes on with the quotation of the one before: it starts with an opening mark, or
// closes a quotation that it did not open.
func (q *quoter) continues(p graph.Span) bool {
	if s := q.skipSpace(p[0]); s < p[1] {
		if opens, _, single := q.mark(s, p); opens && !single {
			return true
		}
	}
	for i := p[0]; i < p[1]; i++ {
		if opens, closes, single := q.mark(i, p); !single && (opens || closes) {
			return !opens
		}
	}
	return false
}

// sentEnd is the end of the sentence that from stands in, at most limit.
func (q *quoter) sentEnd(from, limit int) int {
	n, found := slices.BinarySearch(q.sents, from+1)
	if found {
		n++
	}
	if n < len(q.sents) && q.sents[n] < limit {
		limit = q.sents[n]
	}
	return q.trimSpace(limit)
}

func (q *quoter) skipSpace(i int) int {
	for i < len(q.text) && unicode.IsSpace(q.text[i]) {
		i++
	}
	return i
}

func (q *quoter) trimSpace(i int) int {
	for i > 0 && unicode.IsSpace(q.text[i-1]) {
		i--
	}
	return i
}

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
