package extract

import "slices"

// altMargin leaves out borders of a cue that are so much less likely than those found (logarithm).
const altMargin = 4

// otherBorders notes the likeliest other borders of a cue of the paragraph [first, last), whose scores are in f.cues; no word goes to two
// cues.
func (f *finder) otherBorders(cue *cueSpan, all []cueSpan, first, last int) {
	low, high := max(first, cue.first-2), min(last, cue.last+5)
	for _, o := range all {
		if o.first < cue.first {
			low = max(low, o.last)
		} else if o.first > cue.first {
			high = min(high, o.first)
		}
	}
	found := f.cueGain(cue.first-first, cue.last-first)
	for a := low; a < cue.last; a++ {
		for b := max(a, cue.first) + 1; b <= high; b++ {
			if a == cue.first && b == cue.last {
				continue
			}
			behind := found - f.cueGain(a-first, b-first)
			if behind > altMargin {
				continue
			}
			alt := cueAlt{int32(a), int32(b), behind}
			for i := range cue.alts {
				if o := &cue.alts[i]; o.last == 0 || o.behind > alt.behind {
					alt, *o = *o, alt
				}
			}
		}
	}
}

// cueGain is by how much a cue [a, b) is likelier than none there.
func (f *finder) cueGain(a, b int) float32 {
	c := &f.cues
	at := func(i, label int) float32 { return c.scores[i*cueLabels+label] - c.scores[i*cueLabels+cueO] }
	step := func(from, to int) float32 { return c.trans[from*cueLabels+to] - c.trans[cueO*cueLabels+cueO] }
	gain := at(a, cueB)
	if a == 0 {
		gain += c.start[cueB] - c.start[cueO]
	} else {
		gain += step(cueO, cueB)
	}
	before := cueB
	for i := a + 1; i < b; i++ {
		gain += at(i, cueI) + step(before, cueI)
		before = cueI
	}
	if b < c.n() {
		gain += step(before, cueO)
	}
	return gain
}

// candidate is a way to label the words about a cue with certain borders.
type candidate struct {
	labelling
	cue  cueSpan
	logp float64   // logarithm of the probability of the labels, less what the borders are behind
	marg []float64 // probability of each label at each position
}

// pool lists the ways to label the words about cue number n, the tagger's best one first; with alts also for the other borders of
// the cue.
func (f *finder) pool(n int, cue cueSpan, alts bool) []candidate {
	out := f.candidates(nil, n, cue, 0, rerankBest)
	if !alts {
		return out
	}
	now := cue
	for _, alt := range cue.alts {
		if alt.last == 0 {
			break
		}
		next := cue.with(f.v, alt)
		f.a.move(n, now, next)
		now = next
		out = f.candidates(out, n, next, float64(alt.behind), rerankBest/2)
	}
	f.a.move(n, now, cue)
	return out
}

// candidates adds those for one choice of borders.
func (f *finder) candidates(out []candidate, n int, cue cueSpan, behind float64, best int) []candidate {
	first, last := f.v.window(cue)
	f.score(n, cue, first, last)
	marg, logz := f.args.marginals()
	marg = slices.Clone(marg)
	paths := f.args.nbest(best)
	top := len(paths)
	for i, p := range f.treeWays(paths, cue, first, last) {
		if i < top && paths[0].score-p.score > rerankMargin || paths[0].score-p.score > treeMargin {
			continue
		}
		out = append(out, candidate{labelling{p.labels, first, last}, cue, p.score - logz - behind, marg})
	}
	return out
}

// score lets the tagger score the words of the window [first, last) of cue number n.
func (f *finder) score(n int, cue cueSpan, first, last int) {
	f.a.plan(n, cue, first, last)
	c := &f.args
	c.scores = grow(c.scores, (last-first)*argLabels)
	for j := first; j < last; j++ {
		f.a.argFeatures(&f.f, cue, j, first, last)
		row := c.scores[(j-first)*argLabels : (j-first+1)*argLabels]
		if len(f.f.ids) == 0 {
			clear(row)
			lock(row, argO)
			continue
		}
		f.arger.emit(f.f.ids, row)
	}
}
