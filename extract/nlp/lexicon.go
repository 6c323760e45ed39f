package nlp

import (
	"unicode"
	"unicode/utf8"
)

// foldWord is a word as clusters and word features see it: small letters, every digit a 0, apostrophes straight.
func foldWord(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= 'A' && c <= 'Z' || c > '0' && c <= '9' || c >= utf8.RuneSelf {
			return string(appendFolded(nil, w))
		}
	}
	return w
}

// appendFolded appends the folded word to b.
func appendFolded(b []byte, w string) []byte {
	for i := 0; i < len(w); {
		c := w[i]
		if c < utf8.RuneSelf {
			switch {
			case c >= 'A' && c <= 'Z':
				c += 'a' - 'A'
			case c >= '0' && c <= '9':
				c = '0'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		if r == '’' || r == '‘' {
			r = '\''
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
		i += n
	}
	return b
}
