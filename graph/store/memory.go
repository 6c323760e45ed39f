package store

import (
	"bytes"
	"context"
	"hash/fnv"
	"strings"
	"sync"

	"github.com/hidal-go/hidalgo/kv"
)

func init() { register(Backend{Name: "memory", Open: openMemory}) }

// openMemory makes a new store each time; path is only a name for messages.
func openMemory(_ string, opts Options, initialise func(kv.KV) error) (kv.KV, error) {
	if opts.ReadOnly {
		return nil, ErrNotFound // nothing was ever written to it
	}
	db := new(memoryKV)
	return db, initialise(db)
}

// memoryKV is a treap (a search tree kept in balance by the hash of its keys) that copies what it changes: a reader keeps
// the tree it began with, a transaction that is not committed leaves no trace. Cayley's own memory backends have neither.
type memoryKV struct {
	write sync.Mutex // held by the one writing transaction
	mu    sync.Mutex // guards root
	root  *entry
	last  uint64 // number of the last writing transaction
}

// entry is one pair. Only the transaction that made an entry may change it.
type entry struct {
	key         string
	val         []byte
	rank        uint32
	left, right *entry
	owner       uint64
}

func (m *memoryKV) Close() error { return nil }

func (m *memoryKV) Tx(rw bool) (kv.Tx, error) {
	if rw {
		m.write.Lock()
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if rw {
		m.last++
	}
	return &memoryTx{db: m, root: m.root, rw: rw, number: m.last}, nil
}

type memoryTx struct {
	db     *memoryKV
	root   *entry
	number uint64
	rw     bool
	done   bool
}

// flatten joins the parts of a key so that order and prefixes survive: 0x00 in a part becomes 0x00 0xff, parts are divided
// by 0x00 0x01.
func flatten(key kv.Key) string {
	var b strings.Builder
	for i, part := range key {
		if i > 0 {
			b.WriteString("\x00\x01")
		}
		for _, c := range part {
			b.WriteByte(c)
			if c == 0 {
				b.WriteByte(0xff)
			}
		}
	}
	return b.String()
}

func unflatten(s string) kv.Key {
	var key kv.Key
	for part := range strings.SplitSeq(s, "\x00\x01") {
		key = append(key, bytes.ReplaceAll([]byte(part), []byte{0, 0xff}, []byte{0}))
	}
	return key
}

func (t *memoryTx) Get(_ context.Context, key kv.Key) (kv.Value, error) {
	k := flatten(key)
	for e := t.root; e != nil; {
		switch c := strings.Compare(k, e.key); {
		case c < 0:
			e = e.left
		case c > 0:
			e = e.right
		default:
			return e.val, nil
		}
	}
	return nil, kv.ErrNotFound
}

func (t *memoryTx) GetBatch(ctx context.Context, keys []kv.Key) ([]kv.Value, error) {
	return kv.GetBatch(ctx, t, keys)
}

func (t *memoryTx) Put(key kv.Key, val kv.Value) error {
	if !t.rw {
		return kv.ErrReadOnly
	}
	if len(key[len(key)-1]) == 0 && len(val) == 0 {
		return nil // asks for a bucket; there are none here
	}
	t.root = t.put(t.root, flatten(key), append([]byte{}, val...))
	return nil
}

// own is e itself if this transaction made it, else a copy.
func (t *memoryTx) own(e *entry) *entry {
	if e.owner == t.number {
		return e
	}
	c := *e
	c.owner = t.number
	return &c
}

func (t *memoryTx) put(e *entry, key string, val []byte) *entry {
	if e == nil {
		h := fnv.New32a()
		h.Write([]byte(key))
		return &entry{key: key, val: val, rank: h.Sum32(), owner: t.number}
	}
	e = t.own(e)
	switch c := strings.Compare(key, e.key); {
	case c == 0:
		e.val = val
	case c < 0:
		e.left = t.put(e.left, key, val)
		if l := e.left; l.rank > e.rank {
			e.left, l.right = l.right, e
			return l
		}
	default:
		e.right = t.put(e.right, key, val)
		if r := e.right; r.rank > e.rank {
			e.right, r.left = r.left, e
			return r
		}
	}
	return e
}

func (t *memoryTx) Del(key kv.Key) error {
	if !t.rw {
		return kv.ErrReadOnly
	}
	t.root = t.del(t.root, flatten(key))
	return nil
}

func (t *memoryTx) del(e *entry, key string) *entry {
	if e == nil {
		return nil
	}
	c := strings.Compare(key, e.key)
	if c == 0 {
		return t.join(e.left, e.right)
	}
	e = t.own(e)
	if c < 0 {
		e.left = t.del(e.left, key)
	} else {
		e.right = t.del(e.right, key)
	}
	return e
}

// join makes one tree of two; every key of a is smaller than every key of b.
func (t *memoryTx) join(a, b *entry) *entry {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case a.rank > b.rank:
		a = t.own(a)
		a.right = t.join(a.right, b)
		return a
	}
	b = t.own(b)
	b.left = t.join(a, b.left)
	return b
}

func (t *memoryTx) Commit(context.Context) error {
	if t.rw && !t.done {
		t.db.mu.Lock()
		t.db.root = t.root
		t.db.mu.Unlock()
	}
	return t.Close()
}

func (t *memoryTx) Close() error {
	if t.rw && !t.done {
		t.db.write.Unlock()
	}
	t.done = true
	return nil
}

func (t *memoryTx) Scan(prefix kv.Key) kv.Iterator {
	return &memoryIterator{root: t.root, prefix: flatten(prefix)}
}

// memoryIterator keeps the entries above the current one whose turn is still to come.
type memoryIterator struct {
	root   *entry
	prefix string
	begun  bool
	path   []*entry
	at     *entry
}

func (it *memoryIterator) Next(context.Context) bool {
	if !it.begun {
		it.begun = true
		for e := it.root; e != nil; {
			if e.key < it.prefix {
				e = e.right
			} else {
				it.path = append(it.path, e)
				e = e.left
			}
		}
	} else if it.at != nil {
		for e := it.at.right; e != nil; e = e.left {
			it.path = append(it.path, e)
		}
	}
	it.at = nil
	if n := len(it.path); n > 0 && strings.HasPrefix(it.path[n-1].key, it.prefix) {
		it.at, it.path = it.path[n-1], it.path[:n-1]
	}
	return it.at != nil
}

func (it *memoryIterator) Key() kv.Key {
	if it.at == nil {
		return nil
	}
	return unflatten(it.at.key)
}

func (it *memoryIterator) Val() kv.Value {
	if it.at == nil {
		return nil
	}
	return it.at.val
}

func (it *memoryIterator) Err() error { return nil }

func (it *memoryIterator) Close() error {
	it.begun, it.path, it.at = true, nil, nil
	return nil
}
