package nlp

import (
	"slices"
	"strings"
	"unicode"
)

const longestDateline = 14

// Dateline is the number of words of the dateline that a sentence or paragraph begins with, its dash among them: "GENEVA, May 17
// (Agency) — The …", "Baghdad (Agency) - The …"; 0 without one. The words must have their universal tags.
func Dateline(toks []Token) int {
	if len(toks) == 0 || toks[0].UPOS != "PROPN" && !capitals(toks[0].Text) || !startsUpper(toks[0].Text) {
		return 0
	}
	large, brackets := capitals(toks[0].Text), 0
	for i := 1; i < min(longestDateline, len(toks)-1); i++ {
		t := &toks[i]
		switch {
		case IsDash(t.Text):
			if (large || toks[i-1].Text == ")") && (t.Start > toks[i-1].End || t.Text == "—") && hasSmall(toks[i+1:]) {
				return i + 1
			}
		case t.Text == ":":
			return 0
		case t.Text == "(":
			brackets++
		case t.Text == ")":
			brackets--
		case brackets > 0, t.UPOS == "PROPN", t.UPOS == "NUM", t.UPOS == "PUNCT", capitals(t.Text):
		default:
			return 0
		}
	}
	return 0
}

// capitals reports whether a word has a letter and no small one.
func capitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// hasSmall tells a sentence from the rest of a headline in capitals.
func hasSmall(toks []Token) bool {
	return slices.ContainsFunc(toks, func(t Token) bool { return strings.IndexFunc(t.Text, unicode.IsLower) >= 0 })
}

func startsUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}

// IsDash reports whether a word is a dash or a hyphen by itself.
func IsDash(s string) bool { return s == "—" || s == "–" || s == "―" || s == "--" || s == "-" }
