package extract

import (
	"cmp"
	"slices"
)

// path is one way to label a sequence, with its score.
type path struct {
	labels []int8
	score  float64
}

// way is a labelling up to some position: its score, and the way that it goes on from as label*k+rank.
type way struct {
	score float64
	from  int32
}

// nbest gives the k best labellings of the scored sequence, best first (k-best Viterbi: the k best ways to each label of each
// position are kept).
func (c *chain) nbest(k int) []path {
	n, labels := c.n(), c.labels
	if n == 0 {
		return nil
	}
	c.ways = grow(c.ways, n*labels*k)
	c.wayCount = grow(c.wayCount, n*labels)
	for l := range labels {
		c.ways[l*k] = way{float64(c.start[l] + c.scores[l]), -1}
		c.wayCount[l] = 1
	}
	for at := labels; at < n*labels; at++ {
		before := at - at%labels - labels
		top := c.ways[at*k : at*k : at*k+k]
		for p := range labels {
			t := float64(c.trans[p*labels+at%labels] + c.scores[at])
			for r, w := range c.ways[(before+p)*k : (before+p)*k+c.wayCount[before+p]] {
				if top = keepBest(top, k, way{w.score + t, int32(p*k + r)}); top[len(top)-1].score > w.score+t {
					break // the next ones are worse still
				}
			}
		}
		c.wayCount[at] = len(top)
	}
	var ends []way
	for l := range labels {
		at := (n-1)*labels + l
		for r := range c.wayCount[at] {
			ends = append(ends, way{c.ways[at*k+r].score, int32(l*k + r)})
		}
	}
	slices.SortStableFunc(ends, func(a, b way) int { return cmp.Compare(b.score, a.score) })
	out := make([]path, 0, k)
	for _, e := range ends[:min(k, len(ends))] {
		p := path{labels: make([]int8, n), score: e.score}
		for i, at := n-1, e.from; i >= 0; i-- {
			l, r := int(at)/k, int(at)%k
			p.labels[i] = int8(l)
			at = c.ways[(i*labels+l)*k+r].from
		}
		out = append(out, p)
	}
	return out
}

// keepBest puts w into the sorted list of at most k ways; of equals the earlier stays in front.
func keepBest(top []way, k int, w way) []way {
	i := len(top)
	for i > 0 && top[i-1].score < w.score {
		i--
	}
	switch {
	case i == k:
		return top
	case len(top) < k:
		top = append(top, way{})
	}
	copy(top[i+1:], top[i:])
	top[i] = w
	return top
}
