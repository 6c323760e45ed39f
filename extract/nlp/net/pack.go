package net

import (
	"encoding/binary"
	"runtime"
	"sync"

	"github.com/klauspost/compress/huff0"
)

// Rows are stored in blocks of packBlock bytes, the last one shorter, each behind its length: u32 n, and n bytes of a Huffman code
// (huff0, four streams, with its table), or the block as it is where n is its length.
const packBlock = 1 << 17

// appendPacked appends the blocks of q.
func appendPacked(b, q []byte) []byte {
	var s huff0.Scratch
	for len(q) > 0 {
		block := q[:min(len(q), packBlock)]
		q = q[len(block):]
		s.Reuse = huff0.ReusePolicyNone
		packed, _, err := huff0.Compress4X(block, &s)
		if err != nil || len(packed) >= len(block) { // too few, too even or all the same
			packed = block
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(len(packed)))
		b = append(b, packed...)
	}
	return b
}

// packed takes the blocks of n bytes and unpacks them, several at a time.
func (r *reader) packed(n int) []byte {
	blocks := (n + packBlock - 1) / packBlock
	if r.err == nil && blocks*5 > len(r.b) {
		r.fail("%d blocks wanted, %d bytes left", blocks, len(r.b))
	}
	if r.err != nil {
		return nil
	}
	in := make([][]byte, blocks)
	for i := range in {
		in[i] = r.bytes(r.count(packBlock))
	}
	if r.err != nil {
		return nil
	}
	out := make([]byte, n)
	errs := make([]error, blocks)
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			var s huff0.Scratch
			for i := w; i < blocks; i += workers {
				errs[i] = unpack(out[i*packBlock:min(n, (i+1)*packBlock)], in[i], &s)
			}
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			r.fail("block %d: %v", i, err)
			return nil
		}
	}
	return out
}

// unpack fills dst from a block.
func unpack(dst, block []byte, s *huff0.Scratch) error {
	if len(block) == len(dst) {
		copy(dst, block)
		return nil
	}
	s, rest, err := huff0.ReadTable(block, s)
	if err != nil {
		return err
	}
	_, err = s.Decoder().Decompress4X(dst[:0:len(dst)], rest)
	return err
}
