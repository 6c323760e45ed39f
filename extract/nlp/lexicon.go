package nlp

import "unicode"

// foldWord is a word as clusters and word features see it: small letters, every digit a 0.
func foldWord(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= 'A' && c <= 'Z' || c > '0' && c <= '9' || c >= 0x80 {
			return foldSlow(w)
		}
	}
	return w
}

func foldSlow(w string) string {
	b := make([]rune, 0, len(w))
	for _, r := range w {
		switch {
		case r >= '0' && r <= '9':
			r = '0'
		case r == '’' || r == '‘':
			r = '\''
		default:
			r = unicode.ToLower(r)
		}
		b = append(b, r)
	}
	return string(b)
}
