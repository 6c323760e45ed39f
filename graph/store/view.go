package store

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv"
)

// view reads Cayley's tables in one transaction, so that what it says fits together. Cayley's own iterators could answer
// the same questions, but not the one that keeps loading fast: which quads stand in two lists at once, such as the few quads
// of an actor that lie in the entity graph among the thousands that do not.
//
// The tables, as github.com/cayleygraph/cayley@v0.7.7/graph/kv/indexing.go writes them:
//
//	"v"+hash[0:2] / hash        number of the node with this value, as uvarint
//	"n"+hash[0:2] / hash        how many times quads refer to the node, as uvarint
//	"log" / number (8, big end) proto.Primitive: a node with its value, or a quad with the numbers of its nodes
//	"s", "o", "c" / number      numbers of the quads with this subject, object, label: ascending uvarints, removed ones stay
//	"meta" / "size", "indexes"  count of quads (8, little end); the indexes as JSON
type view struct {
	tx     kv.Tx
	own    bool // close ends tx
	lists  map[listKey]idList
	values map[uint64]quad.Value
}

type listKey struct {
	dir  quad.Direction
	node uint64
}

func (s *Store) view() (*view, error) {
	tx, err := s.db.Tx(false)
	if err != nil {
		return nil, err
	}
	v := newView(tx)
	v.own = true
	return v, nil
}

// newView reads in a transaction that somebody else ends. What the transaction writes later, it may not see.
func newView(tx kv.Tx) *view {
	return &view{tx: tx, lists: map[listKey]idList{}, values: map[uint64]quad.Value{}}
}

func (v *view) close() {
	if v.own {
		_ = v.tx.Close()
	}
}

// get is nil for a missing key.
func (v *view) get(key kv.Key) ([]byte, error) {
	b, err := v.tx.Get(context.Background(), key)
	if errors.Is(err, kv.ErrNotFound) {
		return nil, nil
	}
	return b, err
}

func (v *view) indexes() (out []cayleykv.QuadIndex, err error) {
	b, err := v.get(kv.SKey("meta", "indexes"))
	if err != nil || b == nil {
		return nil, err
	}
	if err := json.Unmarshal(b, &out); err != nil {
		return nil, fmt.Errorf("%w: list of indexes: %v", ErrCorrupt, err)
	}
	return out, nil
}

// nodeOf is the number of a node in the key of a list.
func nodeOf(key []byte) (uint64, error) {
	if len(key) != 8 {
		return 0, fmt.Errorf("%w: key of %d bytes in an index", ErrCorrupt, len(key))
	}
	return binary.BigEndian.Uint64(key), nil
}

// size is the number of quads.
func (v *view) size() (int, error) {
	b, err := v.get(kv.SKey("meta", "size"))
	if err != nil || b == nil {
		return 0, err
	}
	if len(b) != 8 {
		return 0, fmt.Errorf("%w: size has %d bytes", ErrCorrupt, len(b))
	}
	return int(binary.LittleEndian.Uint64(b)), nil
}

func (v *view) hashed(table byte, val quad.Value) (uint64, error) {
	h := quad.HashOf(val)
	b, err := v.get(kv.Key{{table, h[0], h[1]}, h})
	if err != nil || b == nil {
		return 0, err
	}
	n, _ := binary.Uvarint(b)
	return n, nil
}

// node is the number of a value, 0 when no quad has it.
func (v *view) node(val quad.Value) (uint64, error) { return v.hashed('v', val) }

// refs is how many times the quads of the store refer to a value.
func (v *view) refs(val quad.Value) (int, error) {
	n, err := v.hashed('n', val)
	return int(n), err
}

// list is the numbers of all quads, removed ones among them, that have the node at this place.
func (v *view) list(dir quad.Direction, node uint64) (idList, error) {
	if node == 0 {
		return nil, nil
	}
	key := listKey{dir, node}
	if ids, ok := v.lists[key]; ok {
		return ids, nil
	}
	ids, err := v.get(cayleykv.QuadIndex{Dirs: []quad.Direction{dir}}.Key([]uint64{node}))
	if err != nil {
		return nil, err
	}
	v.lists[key] = ids
	return ids, nil
}

// primitive is nil for a number that is no longer used.
func (v *view) primitive(id uint64) (*proto.Primitive, error) {
	var key [8]byte
	binary.BigEndian.PutUint64(key[:], id)
	b, err := v.get(kv.Key{[]byte("log"), key[:]})
	if err != nil || b == nil {
		return nil, err
	}
	p := new(proto.Primitive)
	if err := p.Unmarshal(b); err != nil {
		return nil, fmt.Errorf("%w: entry %d: %v", ErrCorrupt, id, err)
	}
	return p, nil
}

// each calls f for every quad among ids that was not removed, until f returns false.
func (v *view) each(ids idList, f func(*proto.Primitive) (bool, error)) error {
	for at := 0; at < len(ids); {
		id, after, err := ids.next(at)
		if err != nil {
			return err
		}
		at = after
		p, err := v.primitive(id)
		if err != nil {
			return err
		}
		if p == nil || p.Deleted || p.IsNode() {
			continue
		}
		if more, err := f(p); err != nil || !more {
			return err
		}
	}
	return nil
}

func (v *view) value(node uint64) (quad.Value, error) {
	if node == 0 {
		return nil, nil
	}
	if val, ok := v.values[node]; ok {
		return val, nil
	}
	p, err := v.primitive(node)
	if err != nil {
		return nil, err
	}
	if p == nil || !p.IsNode() {
		return nil, fmt.Errorf("%w: quads refer to the missing value %d", ErrCorrupt, node)
	}
	val, err := pquads.UnmarshalValue(p.Value)
	if err != nil {
		return nil, fmt.Errorf("%w: value %d: %v", ErrCorrupt, node, err)
	}
	v.values[node] = val
	return val, nil
}

func (v *view) quad(p *proto.Primitive) (q quad.Quad, err error) {
	for _, dir := range quad.Directions {
		val, err := v.value(p.GetDirection(dir))
		if err != nil {
			return q, err
		}
		q.Set(dir, val)
	}
	return q, nil
}

// quads are those with all the given values, in the order they were written.
func (v *view) quads(where map[quad.Direction]quad.Value) ([]quad.Quad, error) {
	ids, nodes, err := v.match(where)
	if err != nil {
		return nil, err
	}
	var out []quad.Quad
	err = v.each(ids, func(p *proto.Primitive) (bool, error) {
		if pred, ok := nodes[quad.Predicate]; ok && p.Predicate != pred {
			return true, nil
		}
		q, err := v.quad(p)
		out = append(out, q)
		return true, err
	})
	return out, err
}

// match intersects the lists of the given subject, object and label; the predicate has no list and is left to the caller.
func (v *view) match(where map[quad.Direction]quad.Value) (ids idList, nodes map[quad.Direction]uint64, err error) {
	nodes = map[quad.Direction]uint64{}
	for dir, val := range where {
		if nodes[dir], err = v.node(val); err != nil || nodes[dir] == 0 {
			return nil, nodes, err
		}
	}
	var lists []idList
	for _, dir := range []quad.Direction{quad.Subject, quad.Object, quad.Label} {
		node, ok := nodes[dir]
		if !ok {
			continue
		}
		list, err := v.list(dir, node)
		if err != nil {
			return nil, nodes, err
		}
		lists = append(lists, list)
	}
	ids, err = meet(lists...)
	return ids, nodes, err
}
