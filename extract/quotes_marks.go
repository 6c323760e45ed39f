package extract

import (
	"unicode"

	"dictum/graph"
)

// width is 2 for a mark written twice, as typewriters and tables do (”word”, ""word""), else 1.
func (q *quoter) width(i int, p graph.Span) int {
	r := q.text[i]
	if r != '"' && r != '\'' && r != '`' || i+1 >= p[1] || q.text[i+1] != r {
		return 1
	}
	if i > p[0] && q.text[i-1] == r || i+2 < p[1] && q.text[i+2] == r {
		return 1
	}
	return 2
}

// mark tells what the character at i is: an opening mark, a closing mark, both when it could be either, or neither.
func (q *quoter) mark(i int, p graph.Span) (opens, closes, single bool) {
	if q.width(i, p) == 2 {
		return q.double(i, p)
	}
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

// double reads a mark written twice, by what stands before the first and after the second.
func (q *quoter) double(i int, p graph.Span) (opens, closes, single bool) {
	left, right := q.spaceBefore(i, p), q.spaceAfter(i+1, p)
	switch {
	case left && right:
		return false, false, false
	case left:
		return true, false, false
	case right:
		return false, true, false
	}
	return true, true, false
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
	if i+1 >= p[1] {
		return false
	}
	r := q.text[i+1]
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '[' || r == '.' || r == '$'
}
