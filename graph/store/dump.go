package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv"
)

// Quads yields every quad in the order of graph.CompareQuads, so that stores with the same quads yield the same sequence. It
// reads the whole store into memory first (some 200 bytes a quad), and what is written during the iteration does not show.
func (s *Store) Quads(ctx context.Context) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		all, err := s.snapshot(ctx)
		if err != nil {
			yield(quad.Quad{}, fmt.Errorf("store: read all quads: %w", err))
			return
		}
		for i, row := range all.rows {
			if i%1024 == 0 && ctx.Err() != nil {
				yield(quad.Quad{}, ctx.Err())
				return
			}
			var q quad.Quad
			for d, place := range row {
				q.Set(quad.Directions[d], all.values[place])
			}
			if !yield(q, nil) {
				return
			}
		}
	}
}

// Dump writes every quad as a line of N-Quads with short IRIs, sorted byte by byte.
func (s *Store) Dump(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for q, err := range s.Quads(ctx) {
		if err != nil {
			return err
		}
		for _, d := range quad.Directions {
			out.WriteString(quad.StringOf(q.Get(d)))
			out.WriteByte(' ')
		}
		if _, err := out.WriteString(".\n"); err != nil {
			return fmt.Errorf("store: dump: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("store: dump: %w", err)
	}
	return nil
}

// table is a store in memory: rows of four places in a sorted list of values; the place of what is missing is 0, a nil.
type table struct {
	values []quad.Value
	rows   [][4]int
}

func (s *Store) snapshot(ctx context.Context) (*table, error) {
	v, err := s.view()
	if err != nil {
		return nil, err
	}
	defer v.close()
	type node struct {
		id   uint64
		val  quad.Value
		text string
	}
	nodes := []node{{}}
	var rows [][4]uint64
	err = v.all(ctx, func(p *proto.Primitive) error {
		if !p.IsNode() {
			if !p.Deleted {
				rows = append(rows, [4]uint64{p.Subject, p.Predicate, p.Object, p.Label})
			}
			return nil
		}
		val, err := pquads.UnmarshalValue(p.Value)
		if err != nil {
			return fmt.Errorf("%w: value %d: %v", ErrCorrupt, p.ID, err)
		}
		nodes = append(nodes, node{p.ID, val, quad.StringOf(val)})
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(nodes[1:], func(a, b node) int { return strings.Compare(a.text, b.text) })
	t := &table{values: make([]quad.Value, len(nodes)), rows: make([][4]int, len(rows))}
	place := make(map[uint64]int, len(nodes))
	for i, n := range nodes {
		t.values[i], place[n.id] = n.val, i
	}
	for i, row := range rows {
		for d, id := range row {
			at, ok := place[id]
			if !ok {
				return nil, fmt.Errorf("%w: quads refer to the missing value %d", ErrCorrupt, id)
			}
			t.rows[i][d] = at
		}
	}
	slices.SortFunc(t.rows, func(a, b [4]int) int { return slices.Compare(a[:], b[:]) })
	return t, nil
}

// all calls f for every entry of the log: values, quads, and quads that were removed.
func (v *view) all(ctx context.Context, f func(*proto.Primitive) error) error {
	it := v.tx.Scan(kv.SKey("log"))
	for n := 0; it.Next(ctx); n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		p := new(proto.Primitive)
		if err := p.Unmarshal(it.Val()); err != nil {
			return fmt.Errorf("%w: entry: %v", ErrCorrupt, err)
		}
		if err := f(p); err != nil {
			return err
		}
	}
	return it.Err()
}
