package extract

import (
	"encoding/binary"
	"fmt"
	"math"
)

// A linear-chain conditional random field over hashed features (Lafferty et al. 2001): each position has a set of features,
// each feature a weight for every label, each pair of neighbouring labels a weight. Weights are kept as bytes
// b that stand for top*b*|b|/127², so that small ones keep their precision beside large ones.
//
// File format, all integers unsigned varints: labels L, top (float32, little endian), L*L transition weights and L start
// weights (float32), number of features N, then N times: difference to the feature before, L signed bytes.
type crf struct {
	labels int
	start  []float32    // [label]
	trans  []float32    // [from*labels+to]
	value  [256]float32 // by byte
	mask   uint32
	keys   []uint32 // open addressing; 0 is an empty slot
	vals   []byte   // [slot*labels+label]
}

// featureBits is the width of a feature's hash.
const featureBits = 26

// features collects the hashed features of one position.
type features struct{ ids []uint32 }

// add appends the feature of template t with values a and b.
func (f *features) add(t uint32, a, b uint32) {
	h := uint64(t)*0x9E3779B97F4A7C15 ^ uint64(a)*0xC2B2AE3D27D4EB4F ^ uint64(b)*0x165667B19E3779F9
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	f.ids = append(f.ids, uint32(h)&(1<<featureBits-1)|1)
}

// readCRF reads a model and gives what follows it.
func readCRF(b []byte) (*crf, []byte, error) {
	bad := false
	next := func() uint64 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			bad = true
			return 0
		}
		b = b[n:]
		return v
	}
	float := func() float32 {
		if len(b) < 4 {
			bad = true
			return 0
		}
		v := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		return v
	}
	m := &crf{labels: int(next())}
	if m.labels < 2 || m.labels > 64 {
		return nil, nil, fmt.Errorf("extract: statement model: %d labels", m.labels)
	}
	top := float()
	for b := range m.value {
		x := float32(int8(b)) / 127
		m.value[b] = top * x * max(x, -x)
	}
	for range m.labels * m.labels {
		m.trans = append(m.trans, float())
	}
	for range m.labels {
		m.start = append(m.start, float())
	}
	n := next()
	if bad || n > uint64(len(b)) {
		return nil, nil, fmt.Errorf("extract: statement model: %d features do not fit into %d bytes", n, len(b))
	}
	slots := 1024
	for slots < 2*int(n) {
		slots *= 2
	}
	m.mask = uint32(slots - 1)
	m.keys, m.vals = make([]uint32, slots), make([]byte, slots*m.labels)
	key := uint32(0)
	for range n {
		key += uint32(next())
		if bad || len(b) < m.labels {
			return nil, nil, fmt.Errorf("extract: statement model ends early")
		}
		s := m.slot(key)
		m.keys[s] = key
		copy(m.vals[int(s)*m.labels:int(s)*m.labels+m.labels], b)
		b = b[m.labels:]
	}
	return m, b, nil
}

// slot is the place of a key, or the empty slot where it would go.
func (m *crf) slot(key uint32) uint32 {
	s := key * 0x9E3779B1 >> 4 & m.mask
	for m.keys[s] != key && m.keys[s] != 0 {
		s = (s + 1) & m.mask
	}
	return s
}

// emit adds up the weights of a position's features for every label.
func (m *crf) emit(ids []uint32, out []float32) {
	clear(out)
	for _, id := range ids {
		s := m.slot(id)
		if m.keys[s] == 0 {
			continue
		}
		for l, v := range m.vals[int(s)*m.labels : int(s)*m.labels+m.labels] {
			out[l] += m.value[v]
		}
	}
}

// chain decodes sequences; it keeps its buffers between calls.
type chain struct {
	labels      int
	start       []float32
	trans       []float32
	scores      []float32 // [position*labels+label]
	alpha, beta []float64
	marg        []float64 // [position*labels+label] probabilities
	pair        []float64 // exp of trans
	back        []int8
	best        []int8
	ways        []way // [(position*labels+label)*k+rank]
	wayCount    []int // [position*labels+label]
}

func newChain(m *crf) *chain { return &chain{labels: m.labels, start: m.start, trans: m.trans} }

func (c *chain) n() int { return len(c.scores) / c.labels }

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// viterbi gives the best sequence of labels; it is valid until the next call.
func (c *chain) viterbi() []int8 {
	n, k := c.n(), c.labels
	c.best = grow(c.best, n)
	if n == 0 {
		return c.best
	}
	c.back, c.alpha = grow(c.back, n*k), grow(c.alpha, n*k)
	for l := range k {
		c.alpha[l] = float64(c.start[l] + c.scores[l])
	}
	for i := 1; i < n; i++ {
		for l := range k {
			top, arg := math.Inf(-1), 0
			for p := range k {
				if v := c.alpha[(i-1)*k+p] + float64(c.trans[p*k+l]); v > top {
					top, arg = v, p
				}
			}
			c.alpha[i*k+l], c.back[i*k+l] = top+float64(c.scores[i*k+l]), int8(arg)
		}
	}
	arg := 0
	for l := range k {
		if c.alpha[(n-1)*k+l] > c.alpha[(n-1)*k+arg] {
			arg = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		c.best[i] = int8(arg)
		arg = int(c.back[i*k+arg])
	}
	return c.best
}

// score is that of a sequence of labels, the logarithm of its probability but for the partition sum.
func (c *chain) score(labels []int8) float64 {
	sum := 0.0
	for i, l := range labels {
		sum += float64(c.scores[i*c.labels+int(l)])
		if i == 0 {
			sum += float64(c.start[l])
		} else {
			sum += float64(c.trans[int(labels[i-1])*c.labels+int(l)])
		}
	}
	return sum
}

// marginals gives the probability of each label at each position ([position*labels+label]), by forward-backward with scaling,
// and the logarithm of the partition sum.
func (c *chain) marginals() ([]float64, float64) {
	n, k := c.n(), c.labels
	c.alpha, c.beta, c.marg = grow(c.alpha, n*k), grow(c.beta, n*k), grow(c.marg, n*k)
	et := grow(c.pair, len(c.trans))
	c.pair = et
	for i, t := range c.trans {
		et[i] = math.Exp(float64(t))
	}
	logz := 0.0
	for i := range n {
		top := c.scores[i*k]
		for l := 1; l < k; l++ {
			top = max(top, c.scores[i*k+l])
		}
		sum := 0.0
		for l := range k {
			v := 0.0
			if i == 0 {
				v = math.Exp(float64(c.start[l]))
			} else {
				for p := range k {
					v += c.alpha[(i-1)*k+p] * et[p*k+l]
				}
			}
			v *= math.Exp(float64(c.scores[i*k+l] - top))
			c.alpha[i*k+l] = v
			sum += v
		}
		for l := range k {
			c.alpha[i*k+l] /= sum
		}
		logz += math.Log(sum) + float64(top)
	}
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for l := range k {
			v := 1.0
			if i < n-1 {
				v = 0
				for x := range k {
					v += et[l*k+x] * c.beta[(i+1)*k+x] * c.marg[(i+1)*k+x]
				}
			}
			c.beta[i*k+l] = v
			sum += v
		}
		top := c.scores[i*k]
		for l := 1; l < k; l++ {
			top = max(top, c.scores[i*k+l])
		}
		for l := range k {
			c.beta[i*k+l] /= sum
			c.marg[i*k+l] = math.Exp(float64(c.scores[i*k+l] - top)) // borrowed: the emission, until the probabilities are made
		}
	}
	for i := range n {
		sum := 0.0
		for l := range k {
			c.marg[i*k+l] = c.alpha[i*k+l] * c.beta[i*k+l]
			sum += c.marg[i*k+l]
		}
		for l := range k {
			c.marg[i*k+l] /= sum
		}
	}
	return c.marg, logz
}
