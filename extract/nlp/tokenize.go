package nlp

import (
	"unicode"
	"unicode/utf8"
)

// piece is a word of the text: bytes [b, e).
type piece struct{ b, e int }

// tokenizer cuts text into the words of Universal Dependencies. Words never cross white space, so the text is cut into chunks
// at white space first; a chunk sheds punctuation at its front, then at its back, and what is left is cut inside at hyphens,
// slashes, clitics and the like. The zero value is ready; it keeps buffers from one text to the next.
type tokenizer struct {
	text string
	out  []piece
	tail []piece // punctuation taken off the back of the chunk, last first
}

// tokenize appends the words of text to out.
func (t *tokenizer) tokenize(text string, out []piece) []piece {
	t.text, t.out = text, out
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if isSpace(r) {
			i += n
			continue
		}
		j, plain := i, true
		for j < len(text) {
			c := text[j]
			if c < utf8.RuneSelf {
				if c <= ' ' || c == 0x7f {
					break
				}
				plain = plain && (c|0x20 >= 'a' && c|0x20 <= 'z')
				j++
				continue
			}
			r, n := utf8.DecodeRuneInString(text[j:])
			if isSpace(r) {
				break
			}
			plain = false
			j += n
		}
		if plain {
			t.word(i, j)
		} else {
			t.chunk(i, j)
		}
		i = j
	}
	out = t.out
	t.text, t.out = "", nil
	return out
}

// isSpace is white space, controls and invisible marks: what is never a word.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	switch r {
	case 0x85, 0xA0, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD:
		return true
	}
	return unicode.IsSpace(r)
}

func (t *tokenizer) emit(b, e int) {
	if b < e {
		t.out = append(t.out, piece{b, e})
	}
}

// chunk cuts a run of text without white space.
func (t *tokenizer) chunk(b, e int) {
	t.tail = t.tail[:0]
	b, e = t.front(b, e)
	if b < e && !t.whole(b, e) {
		e = t.back(b, e)
		if b < e && !t.whole(b, e) {
			t.inside(b, e)
		}
	}
	for i := len(t.tail) - 1; i >= 0; i-- {
		t.emit(t.tail[i].b, t.tail[i].e)
	}
}

// whole emits a chunk that is one word in spite of its punctuation: an address, a smiley, a heart.
func (t *tokenizer) whole(b, e int) bool {
	s := t.text[b:e]
	if smileys[s] || isAddress(s) {
		t.emit(b, e)
		return true
	}
	return false
}

// front sheds what opens a chunk and returns the rest.
func (t *tokenizer) front(b, e int) (int, int) {
	for b < e {
		if smileys[t.text[b:e]] {
			return b, e
		}
		r, n := utf8.DecodeRuneInString(t.text[b:e])
		if isWordRune(r) || keepsFront(r, t.text[b+n:e]) {
			return b, e
		}
		n = t.run(b, e)
		t.emit(b, b+n)
		b += n
	}
	return b, e
}

// keepsFront reports whether a sign belongs to the word that it opens: 'em, '90s, .5, @name, -5.
func keepsFront(r rune, rest string) bool {
	if rest == "" {
		return false
	}
	c := rest[0]
	switch r {
	case '\'', '’', '‘', '`':
		if c >= '0' && c <= '9' {
			return len(rest) >= 2 && rest[1] >= '0' && rest[1] <= '9' && (len(rest) == 2 || len(rest) >= 3 && rest[2] == 's')
		}
		if cliticLen(rest) == len(rest) {
			return true
		}
		return elided[lowerASCII(trimPunct(rest))]
	case '.':
		return c >= '0' && c <= '9'
	case '@', '_':
		return c|0x20 >= 'a' && c|0x20 <= 'z'
	case '#':
		return c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	return false
}

// run is the length of a run of one punctuation mark that makes one word: "...", "--", "!!", "”"; else of the first mark.
func (t *tokenizer) run(b, e int) int {
	r, n := utf8.DecodeRuneInString(t.text[b:e])
	switch r {
	case '.', '-', '!', '?', '*', '=', '_', '~', '\'', '`', '+', '#', '—', '–', '…', '>', '<', '^':
	default:
		return n
	}
	end := b + n
	for end < e {
		q, m := utf8.DecodeRuneInString(t.text[end:e])
		if q != r && !((r == '!' || r == '?') && (q == '!' || q == '?')) {
			break
		}
		end += m
	}
	if (r == '\'' || r == '`') && end-b > 2 {
		return 2
	}
	return end - b
}

// back sheds what closes a chunk into t.tail and returns the end of the rest.
func (t *tokenizer) back(b, e int) int {
	for b < e {
		s := t.text[b:e]
		r, n := utf8.DecodeLastRuneInString(s)
		if isWordRune(r) {
			return e
		}
		if k := smileyEnd(s); k > 0 && k < len(s) {
			t.tail = append(t.tail, piece{e - k, e})
			e -= k
			continue
		}
		switch r {
		case '.':
			if isAbbreviation(s) || len(s) <= 5 && beforeNumber[lowerASCII(s[:len(s)-1])] && numberFollows(t.text[e:]) {
				return e
			}
		case '$':
			if currencyPrefix[s[:len(s)-n]] {
				return e
			}
		case '+', '#':
			if len(s) > n && isASCIILetter(s[len(s)-n-1]) && len(s) <= 3 {
				return e // C++, C#, A+
			}
		}
		m := t.runBack(b, e)
		t.tail = append(t.tail, piece{e - m, e})
		e -= m
		if isAddress(t.text[b:e]) {
			return e
		}
	}
	return e
}

// runBack is run, read from the end.
func (t *tokenizer) runBack(b, e int) int {
	r, n := utf8.DecodeLastRuneInString(t.text[b:e])
	begin := e - n
	for begin > b {
		q, m := utf8.DecodeLastRuneInString(t.text[b:begin])
		if q != r && !((r == '!' || r == '?') && (q == '!' || q == '?')) {
			break
		}
		begin -= m
	}
	if t.run(begin, e) == e-begin {
		return e - begin
	}
	if r == '\'' || r == '`' {
		return 2
	}
	return n
}

// isWordRune is a letter, mark or digit. Signs such as ° and ½ count by their class.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.No, r)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isASCIIDigit(c byte) bool  { return c >= '0' && c <= '9' }
