package extract

// cueSpan is a cue: tokens [first, last), the token of it that governs the others, and other borders that it might have.
type cueSpan struct {
	first, last, head int
	prob              float64
	alts              [cueAlts]cueAlt
}

// cueAlts is how many other borders of a cue are weighed.
const cueAlts = 3

// cueAlt are other borders of a cue, and by how much less likely they are (logarithm); none when last is 0.
type cueAlt struct {
	first, last int32
	behind      float32
}

// with is the cue with other borders.
func (c cueSpan) with(v *view, a cueAlt) cueSpan {
	c.first, c.last = int(a.first), int(a.last)
	c.head = v.headOf(c.first, c.last)
	return c
}

// headOf is the token of [first, last) whose head lies outside, a verb or noun rather than another.
func (v *view) headOf(first, last int) int {
	best, rank := first, -1
	for i := first; i < last; i++ {
		h := int(v.words[i].head)
		if h >= first && h < last {
			continue
		}
		r := 0
		switch v.doc.Toks[i].UPOS {
		case "VERB":
			r = 3
		case "NOUN", "ADJ":
			r = 2
		case "PUNCT":
		default:
			r = 1
		}
		if r > rank {
			best, rank = i, r
		}
	}
	return best
}
