package nlp

import (
	"unicode"
	"unicode/utf8"

	"dictum/extract/nlp/net"
)

// attrs is what the scorers see of a word by itself: hashes of its form and of its parts, its shape and its cluster.
type attrs struct {
	form, low uint32 // as written; folded
	suf       [4]uint32
	pre       [3]uint32 // of the first 1 to 3 letters, as written
	shape     uint32    // Xx, XX, x, 0, X.X., x-x …
	cluster   uint32    // 1…, 0 for none
	fine      uint32    // the same, of more classes
	coarse    uint32    // and of fewer
	caps      capital
	capShare  uint8  // how often raw text writes it with a capital inside a sentence: 0 unknown, 1 never … 5 always
	line      uint8  // kind of the sentence: 0 plain, 1 all capitals, 2 every word begins with one, 3 no capital
	known     uint16 // kinds of the known phrase that it lies in, set by gazetteer.mark
	knownAt   uint8
	alt       uint8 // second best class of the tagger and 1, if it came close; else 0
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
	words map[uint32]lexEntry // by hash of the folded word
}

// lexEntry is what raw text tells about a word.
type lexEntry struct {
	class    [3]uint16 // middle, fine and coarse cluster
	capShare uint8
}

// setAttrs fills at for a word. buf is scratch.
func (l *lexicon) setAttrs(at *attrs, w string, buf []byte) []byte {
	f := appendFolded(buf[:0], w)
	at.form = net.Hash(w)
	at.low = net.Hash(f)
	e := l.words[at.low]
	at.cluster, at.fine, at.coarse = uint32(e.class[0]), uint32(e.class[1]), uint32(e.class[2])
	at.capShare = e.capShare
	from, to := len(f), 0
	for k := range at.suf {
		if from > 0 {
			_, m := utf8.DecodeLastRune(f[:from])
			from -= m
		}
		at.suf[k] = net.Hash(f[from:])*8 + uint32(k+1)
		if k < len(at.pre) {
			if to < len(f) {
				_, m := utf8.DecodeRune(f[to:])
				to += m
			}
			at.pre[k] = net.Hash(f[:to])*8 + uint32(k+1)
		}
	}
	at.shape, at.caps = shapeOf(w)
	return f
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
