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
	for i, width := p[0], 1; i < p[1]; i += width {
		width = q.width(i, p)
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
			q.out = append(q.out, quote{span: graph.Span{q.open[at].at, i + width}, depth: at, prev: -1})
			q.open = q.open[:at]
			lastEnd = i + width
		case closes && !single:
			from := q.missingOpen(p, lastEnd, i, carried)
			q.out = append(q.out, quote{span: graph.Span{from, i + width}, noOpen: true, prev: -1})
			lastEnd = i + width
		}
	}
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
