package extract

import (
	"strings"
	"unicode"

	"dictum/extract/nlp"
)

// dateline is the first token after the dateline of the paragraph p, or p[0]: "date 2024-05-17 The …",
// "GENEVA, May 17 (Agency) — The …".
func (v *view) dateline(p [2]int) int {
	toks := v.doc.Toks[p[0]:p[1]]
	if len(toks) > 2 && strings.EqualFold(toks[0].Text, "date") && isDate(toks[1].Text) {
		return p[0] + 2
	}
	return p[0] + nlp.Dateline(toks)
}

// isDate reports whether a value is a calendar date such as 2023, 2023-03 or 2023-03-29.
func isDate(v string) bool {
	if len(v) != 4 && len(v) != 7 && len(v) != 10 {
		return false
	}
	for i, c := range v {
		if (i == 4 || i == 7) != (c == '-') || c != '-' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// capitals reports whether a word is written in capitals, as the names of speakers are.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 1
}
