package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// listNumber holds for "1" or "12": with its full stop it belongs to what follows.
func listNumber(text string, p piece) bool { return p.e-p.b <= 2 && isNumeral(text[p.b:p.e]) }

// afterDateLine holds when all words before the last one are a date that opens a line ("2023-03-29 The …"), and the last one looks
// like the beginning of the text.
func afterDateLine(text string, toks []piece) bool {
	n := len(toks) - 1
	if n > 6 || !opensLine(text, toks[0].b) {
		return false
	}
	word := text[toks[n].b:toks[n].e]
	if n == 1 && isISODate(text[toks[0].b:toks[0].e]) {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r) || isOpener(word)
	}
	return starters[word] && isLongDate(text, toks[:n])
}

// opensLine holds when nothing but blanks stands before b in its line.
func opensLine(text string, b int) bool {
	before := strings.TrimRight(text[:b], " \t")
	return before == "" || before[len(before)-1] == '\n'
}

// isISODate is "2023-03-29".
func isISODate(w string) bool {
	return len(w) == 10 && w[4] == '-' && w[7] == '-' && isNumeral(w[:4]) && isNumeral(w[5:7]) && isNumeral(w[8:])
}

// isLongDate is "29 March 2023", "March 29, 2023", each perhaps with a day of the week before it.
func isLongDate(text string, toks []piece) bool {
	var day, month, year bool
	for i, p := range toks {
		w := text[p.b:p.e]
		switch {
		case w == ",", i == 0 && weekdays[lowerASCII(w)]:
		case isNumeral(w) && len(w) <= 2 && !day:
			day = true
		case months[lowerASCII(w)] && !month:
			month = true
		case isNumeral(w) && len(w) == 4 && day && month && i == len(toks)-1:
			year = true
		default:
			return false
		}
	}
	return year
}

var (
	weekdays = set("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")
	months   = set(`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.`)
)
