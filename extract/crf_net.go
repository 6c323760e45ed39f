package extract

import (
	"encoding/binary"
	"fmt"
	"math"

	"dictum/extract/nlp/net"
)

// netCRF is a linear-chain field like crf whose scores a network with one hidden layer gives: it learns which features matter
// together. It reads the same features.
//
// File format: labels L as an unsigned varint, L*L transition weights and L start weights (float32, little endian), a stored net.
type netCRF struct {
	labels int
	start  []float32
	trans  []float32 // [from*labels+to]
	score  *net.Net
}

// maxRows is how many features of a position count at most: a sum of rows holds no more.
const maxRows = 240

// readNetCRF reads a model and gives what follows it.
func readNetCRF(b []byte) (*netCRF, []byte, error) {
	labels, n := binary.Uvarint(b)
	if n <= 0 || labels < 2 || labels > 64 || len(b) < n+4*int(labels*labels+labels) {
		return nil, nil, fmt.Errorf("extract: statement model: a field of %d labels in %d bytes", labels, len(b))
	}
	b = b[n:]
	m := &netCRF{labels: int(labels)}
	floats := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		}
		b = b[4*n:]
		return out
	}
	m.trans, m.start = floats(m.labels*m.labels), floats(m.labels)
	var err error
	if m.score, b, err = net.Read(b); err != nil {
		return nil, nil, fmt.Errorf("extract: statement model: %w", err)
	}
	if len(m.score.Heads) != 1 || m.score.Heads[0].N != m.labels {
		return nil, nil, fmt.Errorf("extract: statement model: a net with other labels than its field")
	}
	return m, b, nil
}

// encode writes the model.
func (m *netCRF) encode(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(m.labels))
	for _, list := range [][]float32{m.trans, m.start} {
		for _, w := range list {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w))
		}
	}
	return m.score.Append(b)
}

// netScorer is a netCRF at work; it keeps its buffers between calls.
type netScorer struct {
	m     *netCRF
	acc   *net.Acc
	layer net.Layer
	keys  []uint64
}

func newNetScorer(m *netCRF) *netScorer { return &netScorer{m: m, acc: m.score.NewAcc()} }

// emit adds the scores of a position's features for every label to out.
func (s *netScorer) emit(ids []uint32, out []float32) {
	s.keys = netKeys(s.keys, ids)
	s.acc.Reset()
	s.m.score.AddAll(s.acc, s.keys)
	s.m.score.Activate(s.acc, &s.layer)
	for l := range out {
		out[l] += s.m.score.Heads[0].Score(&s.layer, l)
	}
}

// netKeys are the features of a position as a net takes them.
func netKeys(buf []uint64, ids []uint32) []uint64 {
	buf = buf[:0]
	for _, id := range ids[:min(len(ids), maxRows)] {
		buf = append(buf, uint64(id))
	}
	return buf
}
