package extract

import (
	"strings"
	"unicode"

	"dictum/extract/nlp"
)

// dateline is the first token after the dateline of the paragraph p, or p[0]: "date 2024-05-17 The …",
// "GENEVA, May 17 (Agency) — The …".
func (v *view) dateline(p [2]int) int {
	toks := v.doc.Toks
	if p[1]-p[0] > 2 && strings.EqualFold(toks[p[0]].Text, "date") && isDate(toks[p[0]+1].Text) {
		return p[0] + 2
	}
	if p[0] == p[1] || !capitals(toks[p[0]].Text) {
		return p[0]
	}
	for i := p[0] + 1; i < min(p[0]+14, p[1]-1); i++ {
		t := &toks[i]
		switch {
		case isDash(t.Text):
			if t.Start > toks[i-1].End || t.Text == "—" {
				return i + 1
			}
		case t.Text == ":":
			return p[0]
		case t.UPOS == "PROPN", t.UPOS == "NUM", t.UPOS == "PUNCT", capitals(t.Text), bracketed(toks, p[0], i):
		default:
			return p[0]
		}
	}
	return p[0]
}

// bracketed reports whether token i stands in brackets that opened after first.
func bracketed(toks []nlp.Token, first, i int) bool {
	for ; i >= first; i-- {
		switch toks[i].Text {
		case "(":
			return true
		case ")":
			return false
		}
	}
	return false
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

func isDash(s string) bool { return s == "—" || s == "–" || s == "―" || s == "--" || s == "-" }
