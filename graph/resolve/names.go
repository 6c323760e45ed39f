package resolve

import (
	"slices"
	"strings"
)

// personName is a person's name in parts, folded.
type personName struct {
	given   []string // "george", "w"
	surname []string // one word, or more where a particle belongs to it ("van der bellen")
	suffix  string   // jr, sr, ii, iii
	gender  byte     // m or f, from a form of address; 0 when unknown
	family  bool     // the family name stands first
}

// bare reports whether the name is a surname alone.
func (n *personName) bare() bool { return len(n.given) == 0 }

func (n *personName) last() string {
	if len(n.surname) == 0 {
		return ""
	}
	return n.surname[len(n.surname)-1]
}

var address = map[string]byte{
	"mr": 'm', "mister": 'm', "sir": 'm', "lord": 'm', "herr": 'm', "senor": 'm', "monsieur": 'm', "mrs": 'f', "ms": 'f', "miss": 'f',
	"lady": 'f', "dame": 'f', "madame": 'f', "dr": 1, "prof": 1, "professor": 1,
}

var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// particles belong to the surname that follows; articles of Arabic names are left out of it, since some papers write them.
var particles = map[string]bool{
	"van": true, "von": true, "der": true, "den": true, "de": true, "del": true, "della": true, "di": true, "da": true, "dos": true,
	"du": true, "la": true, "le": true, "ten": true, "ter": true, "bin": true, "ibn": true, "al": true, "el": true,
	"ul": true, "ur": true, "st": true, "san": true, "zu": true,
}

// familyFirst are family names of China, Korea and Vietnam that stand before two syllables of a given name.
var familyFirst = map[string]bool{
	"ban": true, "cao": true, "chen": true, "cheng": true, "chiang": true, "cho": true, "choe": true, "choi": true, "chung": true,
	"deng": true, "fang": true, "feng": true, "gao": true, "guo": true, "han": true, "ho": true, "hong": true, "hu": true, "huang": true,
	"hwang": true, "jang": true, "jeong": true, "jiang": true, "jung": true, "kang": true, "kim": true, "kwon": true, "lee": true,
	"li": true, "lim": true, "lin": true, "liu": true, "luo": true, "ma": true, "mao": true, "moon": true, "ngo": true, "nguyen": true,
	"oh": true, "pak": true, "park": true, "peng": true, "pham": true, "phan": true, "qin": true, "rhee": true, "ri": true, "roh": true,
	"ryu": true, "seo": true, "shin": true, "son": true, "song": true, "sun": true, "tan": true, "tang": true, "tran": true, "tsai": true,
	"wang": true, "wei": true, "wen": true, "wong": true, "wu": true, "xi": true, "xu": true, "yang": true, "ye": true, "yoon": true,
	"yu": true, "yun": true, "zeng": true, "zhang": true, "zhao": true, "zheng": true, "zhou": true, "zhu": true,
}

// readPerson takes the slug of a name apart.
func readPerson(slug string) personName {
	words := strings.Split(slug, "-")
	var n personName
	for len(words) > 1 && address[words[0]] != 0 {
		if g := address[words[0]]; g != 1 {
			n.gender = g
		}
		words = words[1:]
	}
	for len(words) > 1 && suffixes[words[len(words)-1]] {
		n.suffix, words = words[len(words)-1], words[:len(words)-1]
	}
	words = joinServant(words)
	if len(words) == 3 && familyFirst[words[0]] || len(words) == 2 && familyFirst[words[0]] && !familyFirst[words[1]] && len(words[1]) <= 6 {
		return personName{given: words[1:], surname: words[:1], gender: n.gender, suffix: n.suffix, family: true}
	}
	start := len(words) - 1
	for start > 0 && particles[words[start-1]] {
		start-- // to the first word for "al-Assad" or "von der Leyen" alone
	}
	n.given, n.surname = words[:start], words[start:]
	return n
}

// joinServant writes names such as Abdul Karim as the one name they are.
func joinServant(words []string) []string {
	for i := 0; i+2 < len(words); i++ {
		switch words[i] {
		case "abdul", "abdel", "abd", "abdal", "abdol":
			rest := words[i+1:]
			if (rest[0] == "al" || rest[0] == "el" || rest[0] == "ul") && len(rest) > 2 {
				rest = rest[1:]
			}
			return slices.Concat(words[:i], []string{"abdul" + rest[0]}, rest[1:])
		}
	}
	return words
}

// readLocal takes the name of an actor apart. The article of a name that stands alone is small or has a hyphen: Al Gore has a given
// name.
func readLocal(a *local) personName {
	n := readPerson(a.group)
	if n.bare() && len(n.surname) == 2 && n.surname[0] == "al" && strings.HasPrefix(a.Name, "Al ") {
		n.given, n.surname = n.surname[:1], n.surname[1:]
	}
	return n
}

// plainSurname leaves out the article of an Arabic name.
func plainSurname(words []string) string {
	plain := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "al" || w == "el" || w == "ul" || w == "ur" })
	if len(plain) == 0 {
		plain = words // nothing but an article
	}
	return strings.Join(plain, "")
}

// rewrites bring the ways in which English papers spell foreign sounds to one.
var rewrites = strings.NewReplacer(
	"sch", "x", "tch", "c", "tsch", "c", "sh", "x", "ch", "c", "kh", "h", "gh", "g", "dh", "d", "th", "t", "ph", "f", "zh", "z", "ck", "k",
	"ts", "z", "tz", "z", "cz", "c", "ks", "q", "x", "q",
	"q", "k", "w", "v", "ou", "u", "oo", "u", "ee", "i", "ei", "ai", "ey", "ai", "ay", "ai", "yu", "u", "iu", "u", "ju", "u",
	"ya", "a", "ia", "a", "ye", "e", "ie", "i", "yo", "o", "io", "o", "j", "y",
)

// sound is a word as it sounds, roughly: two spellings of one name give the same, which two names seldom do.
func sound(word string) string {
	switch {
	case strings.HasSuffix(word, "off"):
		word = word[:len(word)-3] + "ov"
	case strings.HasSuffix(word, "eff"):
		word = word[:len(word)-3] + "ev"
	}
	word = rewrites.Replace(word)
	for _, end := range []string{"iyi", "iy", "yy", "yi", "ii", "ij", "y"} {
		if rest, ok := strings.CutSuffix(word, end); ok && len(rest) > 1 {
			word = rest + "i"
			break
		}
	}
	var b strings.Builder
	var before rune
	for _, c := range word {
		if c == 'y' {
			c = 'i'
		}
		if c != before {
			b.WriteRune(c)
		}
		before = c
	}
	return b.String()
}

// skeleton is what is left of a sound without its vowels: the key under which spellings of one name meet.
func skeleton(sounded string) string {
	var b strings.Builder
	for i, c := range sounded {
		switch c {
		case 'a', 'e', 'i', 'o', 'u':
			if i == 0 {
				b.WriteByte('a')
			}
		case 'h':
			if i == 0 {
				b.WriteByte('h')
			}
		case 'g', 'k':
			b.WriteByte('k')
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// likeness of two words of a name.
type likeness int

const (
	different likeness = iota
	near               // the same consonants, or one letter apart: two spellings, or two names
	alike              // sound the same
	equal
)

// spelled is a word with its sound and the skeleton of it.
type spelled struct{ sound, bones string }

func (l *Lexicon) spell(word string) spelled {
	return l.words.get(word, func() spelled {
		s := sound(word)
		return spelled{s, skeleton(s)}
	})
}

func (l *Lexicon) compareWords(a, b string) likeness {
	if a == b {
		return equal
	}
	x, y := l.spell(a), l.spell(b)
	switch {
	case x.sound == y.sound:
		return alike
	case len(x.sound) < 4 || len(y.sound) < 4:
		return different
	case x.bones == y.bones && len(x.bones) >= 3 && oneApart(x.sound, y.sound):
		return near
	}
	return different
}

// oneApart reports whether one letter makes the difference: another, or one more.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	return len(b)-i-j <= 1
}
