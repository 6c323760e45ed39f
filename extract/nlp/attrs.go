package nlp

import (
	"unicode"
	"unicode/utf8"

	"dictum/extract/nlp/net"
)

// attrs is what the scorers see of a word by itself: hashes of its form and of its parts, its shape and its cluster.
type attrs struct {
	form, low  uint32 // as written; folded
	suf        [4]uint32
	pre        [3]uint32 // of the first 1 to 3 letters, as written
	shape      uint32    // Xx, XX, x, 0, X.X., x-x …
	cluster    uint32    // 1…, 0 for none
	caps       capital
	hyphenated bool
}

type capital uint8

const (
	capNone capital = iota
	capFirst
	capAll
	capInner
	capNoLetter
)

// lexicon is what attrs are looked up in.
type lexicon struct {
	clusters map[uint32]uint16 // by hash of the folded word
}

// setAttrs fills at for a word.
func (l *lexicon) setAttrs(at *attrs, w string) {
	f := foldWord(w)
	at.form = net.Hash(w)
	at.low = net.Hash(f)
	at.cluster = uint32(l.clusters[at.low])
	for k := range at.suf {
		at.suf[k] = affixHash(f, k+1, true)
	}
	for k := range at.pre {
		at.pre[k] = affixHash(f, k+1, false)
	}
	at.shape, at.caps = shapeOf(w)
}

// affixHash hashes the last or first n letters; of a shorter word all of it, marked.
func affixHash(w string, n int, back bool) uint32 {
	i := 0
	if back {
		i = len(w)
		for k := 0; k < n && i > 0; k++ {
			_, m := utf8.DecodeLastRuneInString(w[:i])
			i -= m
		}
		w = w[i:]
	} else {
		for k := 0; k < n && i < len(w); k++ {
			_, m := utf8.DecodeRuneInString(w[i:])
			i += m
		}
		w = w[:i]
	}
	return net.Hash(w)*8 + uint32(n)
}

// shapeOf hashes the pattern of capitals, small letters, digits and marks, runs shortened to two.
func shapeOf(w string) (uint32, capital) {
	h := uint32(2166136261)
	var last rune
	run := 0
	upper, lower, first := 0, 0, false
	at := 0
	for _, r := range w {
		c := r
		switch {
		case r >= 'a' && r <= 'z':
			c = 'x'
		case r >= 'A' && r <= 'Z':
			c = 'X'
		case r >= '0' && r <= '9':
			c = '0'
		case r >= 0x80 && unicode.IsUpper(r):
			c = 'X'
		case r >= 0x80 && unicode.IsLetter(r):
			c = 'x'
		}
		if c == 'X' {
			upper++
			first = first || at == 0
		} else if c == 'x' {
			lower++
		}
		at++
		if c == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		h = (h ^ uint32(c)) * 16777619
	}
	switch {
	case upper == 0 && lower == 0:
		return h, capNoLetter
	case upper == 0:
		return h, capNone
	case lower == 0 && at > 1:
		return h, capAll
	case first && upper == 1:
		return h, capFirst
	}
	return h, capInner
}
