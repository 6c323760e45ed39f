package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

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

// compareValues compares what quad.StringOf writes, without writing it where that can be helped: sorting is most of what is done to
// quads.
func compareValues(a, b quad.Value) int {
	switch x := a.(type) {
	case quad.IRI:
		if y, ok := b.(quad.IRI); ok {
			return compareEnclosed(string(x), string(y), '>')
		}
	case quad.String:
		if y, ok := b.(quad.String); ok {
			if c, plain := compareQuoted(string(x), string(y)); plain {
				return c
			}
		}
	}
	return cmp.Compare(quad.StringOf(a), quad.StringOf(b))
}

// compareEnclosed compares two texts with a mark behind each.
func compareEnclosed(a, b string, mark byte) int {
	n := min(len(a), len(b))
	c := strings.Compare(a[:n], b[:n])
	switch {
	case c != 0:
		return c
	case len(a) < n+1 && len(b) < n+1:
		return 0
	case len(a) == n:
		return cmp.Or(cmp.Compare(mark, b[n]), -1)
	}
	return cmp.Or(cmp.Compare(a[n], mark), 1)
}

// compareQuoted compares two texts as they are quoted. It does not know where they differ in a character that is quoted by two; the
// others are left alone, so what comes behind the difference does not matter.
func compareQuoted(a, b string) (c int, plain bool) {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	for _, s := range []string{a, b} {
		if at < len(s) && strings.IndexByte("\\\"\n\r\t", s[at]) >= 0 {
			return 0, false
		}
	}
	return compareEnclosed(a[at:], b[at:], '"'), true
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
