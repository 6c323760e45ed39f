package extract

import (
	"cmp"
	"slices"
)

// rate fills in the probabilities.
func (f *finder) rate(atts []attribution) {
	if f.m.rank == nil {
		for i := range atts {
			atts[i].prob = atts[i].cue.prob
		}
		return
	}
	c := &f.ranks
	c.scores = grow(c.scores, 2)
	for i := range atts {
		f.rankFeatures(atts, i)
		f.rater.emit(f.f.ids, c.scores)
		marg, _ := c.marginals()
		atts[i].prob = marg[1]
	}
}

// choose keeps the likely attributions. Contents do not share words: the likelier one keeps them.
func (f *finder) choose(atts []attribution) []attribution {
	slices.SortStableFunc(atts, func(a, b attribution) int { return cmp.Compare(b.prob, a.prob) })
	taken := make([]bool, len(f.v.words))
	var out []attribution
	for _, a := range atts {
		if a.prob < f.least(&a) {
			continue
		}
		free := make([]int, 0, len(a.content))
		for _, i := range a.content {
			if !taken[i] {
				free = append(free, i)
			}
		}
		if 2*f.count(free) < f.count(a.content) || f.count(free) == 0 {
			continue
		}
		a.content = free
		for _, i := range free {
			taken[i] = true
		}
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b attribution) int { return cmp.Compare(a.cue.first, b.cue.first) })
	return out
}

// least is the probability from which an attribution counts.
func (f *finder) least(a *attribution) float64 {
	least := f.m.least.other
	switch {
	case slices.ContainsFunc(a.content, func(i int) bool { return f.v.words[i].quote >= 0 }):
		least = f.m.least.quoted
	case f.v.words[a.cue.head].lex != 0:
		least = f.m.least.known
	}
	if len(a.source) == 0 {
		least = max(least, f.m.least.nameless)
	}
	return least
}

// knownCue reports whether the knowledge tables have a word of the cue as one of speech or thought.
func (f *finder) knownCue(c cueSpan) bool {
	return slices.ContainsFunc(f.v.words[c.first:c.last], func(w word) bool { return w.lex != 0 })
}

// count is the number of words among tokens, punctuation not counted.
func (f *finder) count(toks []int) int {
	n := 0
	for _, i := range toks {
		if !f.v.words[i].punct {
			n++
		}
	}
	return n
}
