package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// inside cuts a chunk that begins with a letter or digit, or with a sign that belongs to it.
func (t *tokenizer) inside(b, e int) {
	if e-b <= 40 && numberLike(t.text[b:e]) {
		t.number(b, e)
		return
	}
	start := b
	i := b
	if r, n := utf8.DecodeRuneInString(t.text[b:e]); !isWordRune(r) {
		i += n // kept by keepsFront
	}
	for i < e {
		r, n := utf8.DecodeRuneInString(t.text[i:e])
		if isWordRune(r) {
			i += n
			continue
		}
		cut := t.cutAt(start, i, e, r, n)
		if cut == 0 {
			i += n
			continue
		}
		if cut == joinedCurrency {
			i += n
			t.emit(start, i)
			start = i
			continue
		}
		t.word(start, i)
		t.emit(i, i+cut)
		i += cut
		start = i
		if start < e && (r == '-' || r == '/' || r == '–' || r == '—') && numberLike(t.text[start:e]) {
			t.number(start, e)
			return
		}
	}
	t.word(start, e)
}

var currencyPrefix = set("US A C HK NZ S")

// joinedCurrency is cutAt's answer for "US$5": cut behind the mark, not before it.
const joinedCurrency = -1

// cutAt is the length of the separate word that the mark r at i makes between text[start:i] and what follows; 0 when the mark
// is part of the word around it.
func (t *tokenizer) cutAt(start, i, e int, r rune, n int) int {
	left, right := t.text[start:i], t.text[i+n:e]
	switch r {
	case '\'', '’', '`', '´', '&', '_', '@', '%', '#', '+':
		if r == '%' && left != "" && isASCIIDigit(left[len(left)-1]) {
			return n
		}
		if r == '+' && right != "" && isASCIILetter(right[0]) {
			return n
		}
		return 0 // clitics are taken off by word
	case '-', '‐', '‑':
		return t.hyphen(left, right, i, e, n)
	case '.':
		return t.point(left, right, i, e)
	case '/':
		if left != "" && right != "" && slashWords[lowerASCII(left+"/"+right)] {
			return 0
		}
		return n
	case ':':
		if left != "" && right != "" && isASCIIDigit(left[len(left)-1]) && isASCIIDigit(right[0]) {
			return 0
		}
		return n
	case ',':
		if left != "" && right != "" && isASCIIDigit(left[len(left)-1]) && isASCIIDigit(right[0]) {
			return 0
		}
		return n
	case '°', '™', '®':
		return n
	case '$', '£', '€':
		if currencyPrefix[left] {
			return joinedCurrency
		}
		return n
	}
	if unicode.IsPunct(r) || unicode.IsSymbol(r) {
		return t.run(i, e)
	}
	return 0
}

// hyphen decides about a hyphen between two parts of a word. UD English cuts compounds ("two-year") and keeps prefixes that
// are no words ("anti-war", "re-elected"), telephone numbers and the parts of East Asian given names.
func (t *tokenizer) hyphen(left, right string, i, e, n int) int {
	if run := t.run(i, e); run > 1 && n == 1 {
		return run
	}
	if left == "" || right == "" {
		return n
	}
	if hyphenPrefixes[lowerASCII(left)] {
		return 0
	}
	return n
}

// point decides about a full stop inside a word: part of "U.S.", "example.com", "3.5"; a sentence end without its space in
// "end.Next".
func (t *tokenizer) point(left, right string, i, e int) int {
	if run := t.run(i, e); run > 1 {
		return run
	}
	if left == "" || right == "" || lettersWithStops(t.text[i-len(left):e]) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(right)
	l, _ := utf8.DecodeLastRuneInString(left)
	if unicode.IsLower(l) && unicode.IsUpper(r) && len(left) >= 2 && len(right) >= 2 && !strings.ContainsAny(left, ".") {
		return 1
	}
	if !isWordRune(r) && !isAbbreviation(t.text[i-len(left):i+1]) { // "U.S.-led" keeps its stop
		return 1
	}
	return 0
}

// word emits a word with its clitics taken off: do n't, it 's, gon na, can not.
func (t *tokenizer) word(b, e int) {
	if b >= e {
		return
	}
	s := t.text[b:e]
	if len(s) >= 4 && len(s) <= 8 {
		if k := fused[lowerASCII(s)]; k > 0 {
			t.emit(b, b+k)
			t.emit(b+k, e)
			return
		}
	}
	if n := cliticLen(s); n > 0 && n < len(s) {
		rest := s[:len(s)-n]
		if lowerASCII(rest) != "o" || n > 3 {
			if m := cliticLen(rest); m > 0 && m < len(rest) { // should n't 've
				t.emit(b, e-n-m)
				t.emit(e-n-m, e-n)
			} else {
				t.emit(b, e-n)
			}
			t.emit(e-n, e)
			return
		}
	}
	t.emit(b, e)
}

// cliticLen is the length of the clitic that ends s: 's 'm 're 've 'll 'd n't, with any of the apostrophes; 0 without one.
func cliticLen(s string) int {
	for _, back := range [...]int{1, 2} { // letters behind the apostrophe
		if len(s) <= back {
			return 0
		}
		end := len(s) - back
		n := apostropheBefore(s[:end])
		if n == 0 {
			continue
		}
		c := lowerASCII(s[end:])
		if back == 1 {
			if c == "t" && end-n >= 1 && s[end-n-1]|0x20 == 'n' && end-n >= 2 {
				return 1 + n + 1
			}
			if c == "s" || c == "m" || c == "d" {
				return n + 1
			}
			return 0
		}
		if c == "re" || c == "ve" || c == "ll" {
			return n + 2
		}
		return 0
	}
	return 0
}

// cliticAt is the length of a clitic that s begins with, and is, up to its end.
func cliticAt(s string) int {
	if n := cliticLen(s); n == len(s) {
		return n
	}
	if len(s) >= 3 && s[0]|0x20 == 'n' && s[len(s)-1]|0x20 == 't' && apostropheBefore(s[1:len(s)-1]) == len(s)-2 {
		return len(s) // n't
	}
	return 0
}

// apostropheBefore is the length in bytes of the apostrophe that ends s, 0 without one.
func apostropheBefore(s string) int {
	switch {
	case strings.HasSuffix(s, "'"), strings.HasSuffix(s, "`"):
		return 1
	case strings.HasSuffix(s, "’"), strings.HasSuffix(s, "‘"):
		return 3
	case strings.HasSuffix(s, "´"):
		return 2
	}
	return 0
}
