package nlp

import "unicode/utf8"

// numberLike holds digits and the marks inside numbers, dates and telephone numbers, perhaps with letters behind.
func numberLike(s string) bool {
	return s != "" && (isASCIIDigit(s[0]) || s[0] == '.' && len(s) > 1 && isASCIIDigit(s[1]))
}

// number cuts a chunk that begins with a digit: "15-year" and "5pm" are cut, "1,000.5", "11/28/2000", "713-853-3989",
// "10:30", "90s" and "4th" are not.
func (t *tokenizer) number(b, e int) {
	s := t.text[b:e]
	i := 0
	hyphens, slashes, groups := 0, 0, 1
	lens := [8]int{}
scan:
	for i < len(s) {
		c := s[i]
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		switch {
		case isASCIIDigit(c):
			if groups <= len(lens) {
				lens[groups-1]++
			}
		case (c == '.' || c == ',' || c == ':' || c == '\'') && isASCIIDigit(next):
		case c == '.' && i == 0:
		case c == '-' && isASCIIDigit(next):
			hyphens++
			groups++
		case c == '/' && isASCIIDigit(next):
			slashes++
			groups++
		default:
			break scan
		}
		i++
	}
	rest := s[i:]
	joined := hyphens == 0 && slashes <= 2 || isPhoneOrDate(lens[:min(groups, len(lens))], hyphens, slashes)
	if !joined {
		t.numberParts(b, b+i)
	}
	if rest == "" {
		if joined {
			t.emit(b, e)
		}
		return
	}
	k := 0
	for k < len(rest) && isASCIILetter(rest[k]) {
		k++
	}
	unit := lowerASCII(rest[:k])
	switch {
	case k > 0 && unitWords[unit] && joined: // 5pm, 20km
		t.emit(b, b+i)
		if unit == "a" || unit == "p" { // 5p.m
			t.emit(b+i, e)
			return
		}
		t.after(b+i, b+i+k, e)
	case k > 0 && joined: // 4th, 90s, 747s, 3D
		t.after(b, b+i+k, e)
	default:
		if joined {
			t.emit(b, b+i)
		}
		t.rest(b+i, e)
	}
}

// after emits text[b:m] with what clings to it and goes on behind m.
func (t *tokenizer) after(b, m, e int) {
	if m < e && (t.text[m] == '.' || t.text[m] == '_' || t.text[m] == '@' || t.text[m] == '&') {
		t.word(b, e)
		return
	}
	if n := cliticAt(t.text[m:e]); n == e-m && n > 0 {
		t.emit(b, m)
		t.emit(m, e)
		return
	}
	t.emit(b, m)
	t.rest(m, e)
}

// rest goes on inside a chunk behind a number: marks there are words, then the rest is cut like any chunk.
func (t *tokenizer) rest(b, e int) {
	for b < e {
		if r, _ := utf8.DecodeRuneInString(t.text[b:e]); isWordRune(r) {
			break
		}
		if k := cliticAt(t.text[b:e]); k > 0 && k == e-b {
			t.emit(b, e)
			return
		}
		n := t.run(b, e)
		t.emit(b, b+n)
		b += n
	}
	if b < e {
		t.inside(b, e)
	}
}

// numberParts emits a range of numbers: 10 - 15.
func (t *tokenizer) numberParts(b, e int) {
	start := b
	for i := b; i < e; i++ {
		if t.text[i] == '-' || t.text[i] == '/' {
			t.emit(start, i)
			t.emit(i, i+1)
			start = i + 1
		}
	}
	t.emit(start, e)
}

// isPhoneOrDate knows groups of digits that stay together: 713-853-3989, 345-9945, 2004-11-17, 11-20-2000, 555/123-4567.
func isPhoneOrDate(lens []int, hyphens, slashes int) bool {
	n := len(lens)
	switch {
	case slashes > 0 && hyphens == 0:
		return true
	case n >= 3:
		return true
	case n == 2 && hyphens == 1:
		return lens[0] == 3 && lens[1] == 4 || lens[0] == 5 && lens[1] == 4
	}
	return false
}
