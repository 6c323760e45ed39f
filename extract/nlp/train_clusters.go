package nlp

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// trainClusters groups the words of texts into classes so that a word's class tells most about the classes beside it: the
// exchange algorithm for bigram class models (Kneser and Ney 1993; Martin, Liermann and Ney 1998). Words are folded (foldWord)
// and those seen fewer than min times are left out. The answer maps words to classes from 1.
func trainClusters(sents [][]string, classes, min, rounds int, log func(string, ...any)) map[string]int {
	x := newExchange(sents, classes, min)
	log("clusters: %d words of %d, %d classes", len(x.words), x.total, classes)
	for round := range rounds {
		moved := 0
		for w := range x.words {
			if x.move(w) {
				moved++
			}
		}
		log("clusters: round %d, %d words moved", round+1, moved)
		if moved*1000 < len(x.words) {
			break
		}
	}
	out := make(map[string]int, len(x.words))
	for w, s := range x.words {
		out[s] = int(x.class[w]) + 1
	}
	return out
}

type neighbour struct{ w, n int32 }

type exchange struct {
	words       []string
	total       int
	class       []int32
	left, right [][]neighbour // words seen before and behind, with counts; the word itself left out
	self        []int32
	n           int     // classes, with two more for edges and for rare words
	count       []int32 // n*n bigram counts of classes
	ls, rs      []int64 // counts of classes as left and right part
	l, r        []int32 // scratch: neighbours of the word by class
	log         []float64
}

// newExchange counts. Class n-1 is the edge of a sentence, class n-2 all rare words; they never move.
func newExchange(sents [][]string, classes, min int) *exchange {
	freq := map[string]int{}
	for _, s := range sents {
		for _, w := range s {
			freq[w]++
		}
	}
	x := &exchange{n: classes + 2, total: len(freq)}
	for w, n := range freq {
		if n >= min {
			x.words = append(x.words, w)
		}
	}
	slices.SortFunc(x.words, func(a, b string) int { return cmp.Or(freq[b]-freq[a], strings.Compare(a, b)) })
	id := map[string]int32{}
	for i, w := range x.words {
		id[w] = int32(i)
		x.class = append(x.class, int32(i%classes))
	}
	rare, edge := int32(len(x.words)), int32(len(x.words)+1)
	x.class = append(x.class, int32(classes), int32(classes+1))
	pairs := map[[2]int32]int32{}
	for _, s := range sents {
		last := edge
		for _, w := range s {
			i, ok := id[w]
			if !ok {
				i = rare
			}
			pairs[[2]int32{last, i}]++
			last = i
		}
		pairs[[2]int32{last, edge}]++
	}
	x.fill(pairs)
	return x
}

func (x *exchange) fill(pairs map[[2]int32]int32) {
	m := len(x.class)
	x.left, x.right, x.self = make([][]neighbour, m), make([][]neighbour, m), make([]int32, m)
	x.count, x.ls, x.rs = make([]int32, x.n*x.n), make([]int64, x.n), make([]int64, x.n)
	x.l, x.r = make([]int32, x.n), make([]int32, x.n)
	for p, n := range pairs {
		a, b := p[0], p[1]
		x.count[int(x.class[a])*x.n+int(x.class[b])] += n
		x.ls[x.class[a]] += int64(n)
		x.rs[x.class[b]] += int64(n)
		if a == b {
			x.self[a] = n
			continue
		}
		x.right[a] = append(x.right[a], neighbour{b, n})
		x.left[b] = append(x.left[b], neighbour{a, n})
	}
	x.log = make([]float64, 1<<16)
	for i := 1; i < len(x.log); i++ {
		x.log[i] = float64(i) * math.Log(float64(i))
	}
}

// f is n log n.
func (x *exchange) f(n int64) float64 {
	if n < int64(len(x.log)) {
		return x.log[n]
	}
	return float64(n) * math.Log(float64(n))
}

// move puts word w into its best class.
func (x *exchange) move(w int) bool {
	clear(x.l)
	clear(x.r)
	var ln, rn int64
	for _, nb := range x.left[w] {
		x.l[x.class[nb.w]] += nb.n
		ln += int64(nb.n)
	}
	for _, nb := range x.right[w] {
		x.r[x.class[nb.w]] += nb.n
		rn += int64(nb.n)
	}
	ln += int64(x.self[w])
	rn += int64(x.self[w])
	old := int(x.class[w])
	x.shift(w, old, -1, ln, rn)
	var ls, rs []int32
	for c := range x.n {
		if x.l[c] > 0 {
			ls = append(ls, int32(c))
		}
		if x.r[c] > 0 {
			rs = append(rs, int32(c))
		}
	}
	best, at := math.Inf(-1), old
	for c := range x.n - 2 {
		if g := x.gain(w, c, ls, rs, ln, rn); g > best+1e-9 {
			best, at = g, c
		}
	}
	if g := x.gain(w, old, ls, rs, ln, rn); g >= best-1e-6 {
		at = old
	}
	x.shift(w, at, 1, ln, rn)
	x.class[w] = int32(at)
	return at != old
}

// gain is what the criterion wins when w joins class c.
func (x *exchange) gain(w, c int, ls, rs []int32, ln, rn int64) float64 {
	var g float64
	for _, k := range ls {
		if int(k) == c {
			continue
		}
		n := int64(x.count[int(k)*x.n+c])
		g += x.f(n+int64(x.l[k])) - x.f(n)
	}
	row := x.count[c*x.n : (c+1)*x.n]
	for _, k := range rs {
		if int(k) == c {
			continue
		}
		n := int64(row[k])
		g += x.f(n+int64(x.r[k])) - x.f(n)
	}
	n := int64(row[c])
	g += x.f(n+int64(x.l[c])+int64(x.r[c])+int64(x.self[w])) - x.f(n)
	g -= x.f(x.ls[c]+rn) - x.f(x.ls[c])
	g -= x.f(x.rs[c]+ln) - x.f(x.rs[c])
	return g
}

// shift adds w to class c, or takes it out.
func (x *exchange) shift(w, c int, sign int32, ln, rn int64) {
	for k := range x.n {
		x.count[k*x.n+c] += sign * x.l[k]
		x.count[c*x.n+k] += sign * x.r[k]
	}
	x.count[c*x.n+c] += sign * x.self[w]
	x.ls[c] += int64(sign) * rn
	x.rs[c] += int64(sign) * ln
}
