package net

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// A stored net, numbers little endian:
//
//	u32 hidden, u32 features, u32 heads
//	f32 scale, f32[hidden] bias
//	each head: u32 classes, f32[classes] bias, f32[classes*hidden] weights class by class
//	u32[features] prints of the features' keys
//	rows: u8[features*hidden], weight/scale + 128, feature by feature, packed (see appendPacked)

// ErrDamaged is in the chain of every error about bytes that are no net.
var ErrDamaged = errors.New("damaged net")

func (n *Net) setRows(prints []uint32, q []byte) {
	n.words = n.Hidden / 8
	n.prints = prints
	n.index()
	n.rows = make([]uint64, len(prints)*n.words)
	for i := range n.rows {
		n.rows[i] = binary.LittleEndian.Uint64(q[i*8:])
	}
}

// Append appends the stored net.
func (n *Net) Append(b []byte) []byte {
	le := binary.LittleEndian
	b = le.AppendUint32(b, uint32(n.Hidden))
	b = le.AppendUint32(b, uint32(len(n.prints)))
	b = le.AppendUint32(b, uint32(len(n.Heads)))
	b = le.AppendUint32(b, math.Float32bits(n.scale))
	b = appendFloats(b, n.bias)
	for _, h := range n.Heads {
		b = le.AppendUint32(b, uint32(h.N))
		b = appendFloats(b, h.B)
		b = appendFloats(b, h.W)
	}
	for _, p := range n.prints {
		b = le.AppendUint32(b, p)
	}
	return appendPacked(b, n.bytes())
}

// bytes are the rows, a byte a weight.
func (n *Net) bytes() []byte {
	b := make([]byte, 0, len(n.rows)*8)
	for _, w := range n.rows {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	return b
}

func appendFloats(b []byte, fs []float32) []byte {
	for _, f := range fs {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
	}
	return b
}

// Read reads a stored net and gives the bytes behind it.
func Read(b []byte) (*Net, []byte, error) {
	r := reader{b: b}
	n := &Net{Hidden: r.count(4096)}
	features, heads := r.count(1<<24), r.count(64)
	if r.err == nil && (n.Hidden == 0 || n.Hidden%8 != 0) {
		r.fail("hidden layer of %d", n.Hidden)
	}
	n.scale = math.Float32frombits(r.u32())
	n.bias = r.floats(n.Hidden)
	for range heads {
		h := Head{N: r.count(4096)}
		h.B = r.floats(h.N)
		h.W = r.floats(h.N * n.Hidden)
		n.Heads = append(n.Heads, h)
	}
	raw := r.bytes(features * 4)
	q := r.packed(features * n.Hidden)
	if r.err != nil {
		return nil, nil, r.err
	}
	prints := make([]uint32, features)
	for i := range prints {
		prints[i] = binary.LittleEndian.Uint32(raw[i*4:])
	}
	n.setRows(prints, q)
	return n, r.b, nil
}

// reader takes numbers off a slice and remembers the first error.
type reader struct {
	b   []byte
	err error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
	}
}

func (r *reader) bytes(n int) []byte {
	if r.err == nil && (n < 0 || n > len(r.b)) {
		r.fail("%d bytes wanted, %d left", n, len(r.b))
	}
	if r.err != nil {
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) u32() uint32 {
	if b := r.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) count(limit int) int {
	n := int(r.u32())
	if n > limit {
		r.fail("count %d, at most %d", n, limit)
		return 0
	}
	return n
}

func (r *reader) floats(n int) []float32 {
	b := r.bytes(n * 4)
	if r.err != nil {
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[i*4:]))
	}
	return out
}
