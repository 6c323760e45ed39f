package seeds

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain spells the Latin letters with diacritics that names in the news have without them.
var plain = plainLetters()

func plainLetters() map[rune]string {
	plain := map[rune]string{}
	for _, p := range []string{
		"a àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "c çćĉċč", "d ďđðḍ", "e èéêëēĕėęěəẹẻẽếềểễệ", "g ĝğġģǧ", "h ĥħḥ", "i ìíîïĩīĭįıǐịỉ", "j ĵ", "k ķ",
		"l ĺļľŀł", "n ñńņňŋ", "o òóôõöøōŏőǒơọỏốồổỗộớờởỡợ", "r ŕŗř", "s śŝşšșṣ", "t ţťŧțṭ", "u ùúûüũūŭůűųǔưụủứừửữự", "w ŵ", "y ýÿŷỳỵỷỹ",
		"z źżžẓ", "ae æ", "oe œ", "ss ß", "th þ",
	} {
		to, from, _ := strings.Cut(p, " ")
		for _, r := range from {
			plain[r] = to
		}
	}
	return plain
}

// Fold is the key under which names and phrases are looked up: lower case, Latin letters without diacritics, without dots
// and apostrophes, one space for any other run of characters that are not letters or digits, and no leading "the".
func Fold(name string) string {
	key := string(appendFold(make([]byte, 0, len(name)), name))
	if rest, ok := strings.CutPrefix(key, "the "); ok {
		return rest
	}
	return key
}

// appendFold adds the folded form of s to b, without a space at its ends.
func appendFold(b []byte, s string) []byte {
	start, gap := len(b), false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			case c == '.' || c == '\'':
				continue
			default:
				gap = len(b) > start
				continue
			}
			if gap {
				b, gap = append(b, ' '), false
			}
			b = append(b, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		r = unicode.ToLower(r)
		switch {
		case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || unicode.Is(unicode.Mn, r):
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = len(b) > start
			continue
		}
		if gap {
			b, gap = append(b, ' '), false
		}
		if p, ok := plain[r]; ok {
			b = append(b, p...)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// appendPieces adds the folded parts of one written word, with spaces between: "People's" is people and s, "Al-Qaeda" al and qaeda.
func appendPieces(b []byte, word string) []byte {
	rest, owned := strings.CutSuffix(word, "'s")
	if !owned {
		rest, owned = strings.CutSuffix(word, "’s")
	}
	b = appendFold(b, rest)
	if owned {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = append(b, 's')
	}
	return b
}

// isAcronym reports whether a name is written without small letters ("US", "U.N.", "G7"), so that "us" does not name it.
func isAcronym(name string) bool {
	upper := false
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}

// isMixed reports whether a name is an acronym with a small letter in it ("LeT", "CoE", "PiS"), which is written no other way.
func isMixed(name string) bool {
	if len(name) > 4 || len(name) < 3 {
		return false
	}
	upper, lower := 0, 0
	for _, r := range name {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	return upper > 1 && lower > 0 && upper+lower == len(name)
}
