package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/cayleygraph/quad"
)

// CompareQuads orders quads as their lines in N-Quads are ordered, byte by byte.
func CompareQuads(a, b quad.Quad) int {
	for _, dir := range quad.Directions {
		if c := compareValues(a.Get(dir), b.Get(dir)); c != 0 {
			return c
		}
	}
	return 0
}

func compareValues(a, b quad.Value) int {
	if x, ok := a.(quad.IRI); ok {
		if y, ok := b.(quad.IRI); ok && x == y {
			return 0
		}
	}
	return cmp.Compare(quad.StringOf(a), quad.StringOf(b))
}

// SortQuads sorts quads by CompareQuads.
func SortQuads(quads []quad.Quad) { slices.SortFunc(quads, CompareQuads) }

// DigestOf is the digest of a document's quads, whatever their order; the quads that hold the digest and the date of AsOf do not
// count.
func DigestOf(quads []quad.Quad) string {
	keys := make([]string, 0, len(quads))
	for _, q := range quads {
		if q.Predicate != quad.Value(Digest) && q.Predicate != quad.Value(DateRecorded) {
			keys = append(keys, quadKey(q))
		}
	}
	slices.Sort(keys)
	return digestKeys(keys)
}

func quadKey(q quad.Quad) string {
	return quad.StringOf(q.Subject) + "\x00" + quad.StringOf(q.Predicate) + "\x00" + quad.StringOf(q.Object)
}

func digestKeys(sorted []string) string {
	sum := sha256.New()
	for _, key := range sorted {
		sum.Write([]byte(key))
		sum.Write([]byte{'\n'})
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}
