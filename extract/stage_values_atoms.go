package extract

import (
	"strings"
	"unicode"

	"dictum/extract/nlp"
)

// atomKind tells the pieces of the grammars of times and amounts apart.
type atomKind uint8

const (
	atomWord   atomKind = iota // a run of letters
	atomDigits                 // a number in digits, with its grouping commas and its fraction
	atomSign                   // any other single sign
)

// atom is the smallest piece that the grammars of times and amounts read. It is finer than a token, so that they do not
// depend on how "30GB", "$15bn", "mid-2020" or "7/8/07" were cut into tokens.
type atom struct {
	start, end int // code points of the text
	tok        int // the token it lies in
	kind       atomKind
	text       string
	low        string  // text in lower case
	num        float64 // of digits
	whole      bool    // digits without comma and point
	glued      bool    // nothing between it and the atom before
}

// atoms are the atoms of one sentence.
type atoms []atom

// atomize cuts tokens [first, last) into atoms.
func atomize(doc *nlp.Doc, first, last int) atoms {
	var out atoms
	for t := first; t < last; t++ {
		runes := []rune(doc.Toks[t].Text)
		for i := 0; i < len(runes); {
			n, kind := atomLen(runes[i:])
			if kind == atomDigits && i > 1 && runes[i-1] == '.' && isDigit(runes[i-2]) {
				n = run(runes, i) // the second number of 20.03.2023
			}
			text := string(runes[i : i+n])
			a := atom{start: doc.Toks[t].Start + i, end: doc.Toks[t].Start + i + n, tok: t, kind: kind, text: text, low: strings.ToLower(text)}
			if kind == atomDigits {
				a.num, a.whole = readDigits(text)
			}
			a.glued = len(out) > 0 && out[len(out)-1].end == a.start
			out = append(out, a)
			i += n
		}
	}
	return out
}

// atomLen is the length of the atom that runes begin with, and its kind.
func atomLen(runes []rune) (int, atomKind) {
	switch {
	case unicode.IsLetter(runes[0]):
		n := 1
		for n < len(runes) && (unicode.IsLetter(runes[n]) || unicode.Is(unicode.Mn, runes[n])) {
			n++
		}
		return n, atomWord
	case isDigit(runes[0]):
		return digitsLen(runes), atomDigits
	}
	return 1, atomSign
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// digitsLen takes in commas before groups of three digits and one decimal point; "20.03.2023" is cut at its points.
func digitsLen(runes []rune) int {
	n := run(runes, 0)
	for n+3 < len(runes) && runes[n] == ',' && run(runes, n+1) == 3 {
		n += 4
	}
	if n+1 < len(runes) && runes[n] == '.' {
		if more := run(runes, n+1); more > 0 {
			after := n + 1 + more
			if after+1 < len(runes) && runes[after] == '.' && isDigit(runes[after+1]) {
				return n
			}
			n = after
		}
	}
	return n
}

// run is the number of digits from i on.
func run(runes []rune, i int) int {
	n := 0
	for i+n < len(runes) && isDigit(runes[i+n]) {
		n++
	}
	return n
}

// readDigits is the value of a number in digits, and whether it is written with digits alone.
func readDigits(text string) (float64, bool) {
	whole, value, scale := true, 0.0, 0.0
	for _, r := range text {
		switch {
		case r == ',':
			whole = false
		case r == '.':
			whole, scale = false, 1
		default:
			value = value*10 + float64(r-'0')
			scale *= 10
		}
	}
	if scale > 1 {
		value /= scale
	}
	return value, whole
}

// word is the atom at i in lower case; "" past the ends.
func (as atoms) word(i int) string {
	if i < 0 || i >= len(as) {
		return ""
	}
	return as[i].low
}

// is reports whether the atom at i is one of the words.
func (as atoms) is(i int, words ...string) bool {
	w := as.word(i)
	if w == "" {
		return false
	}
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// seq is the end of the words of phrase, separated by spaces, when they stand at i; otherwise -1.
func (as atoms) seq(i int, phrase string) int {
	if w := as.word(i); w == "" || !strings.HasPrefix(phrase, w) {
		return -1 // most phrases, most of the time
	}
	for w := range strings.FieldsSeq(phrase) {
		if as.word(i) != w {
			return -1
		}
		i++
	}
	return i
}

// dash reports whether the atom at i is a hyphen or a dash.
func (as atoms) dash(i int) bool { return as.is(i, "-", "–", "—", "‑") }

// skip is i, or i+1 when the atom at i is one of the words.
func (as atoms) skip(i int, words ...string) int {
	if as.is(i, words...) {
		return i + 1
	}
	return i
}

// capital reports whether the atom at i begins with a capital letter.
func (as atoms) capital(i int) bool {
	if i < 0 || i >= len(as) {
		return false
	}
	for _, r := range as[i].text {
		return unicode.IsUpper(r)
	}
	return false
}
