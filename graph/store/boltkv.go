package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// boltKV offers a bbolt file as the hierarchical key-value store that Cayley expects: every part of a key but the last names
// a bucket. Cayley brings such an adapter, but for a version of bolt that the race detector aborts; the files are the same.
// A damaged page makes bbolt panic; here that is an ErrCorrupt.
type boltKV struct{ db *bolt.DB }

func (d *boltKV) Close() error { return d.db.Close() }

func (d *boltKV) Tx(rw bool) (kv.Tx, error) {
	tx, err := d.db.Begin(rw)
	if err != nil {
		return nil, err
	}
	return &boltTx{tx: tx, buckets: map[string]*bolt.Bucket{}}, nil
}

type boltTx struct {
	tx      *bolt.Tx
	buckets map[string]*bolt.Bucket // found so far in this transaction, by name
}

// damaged turns a panic of bbolt into an error.
func damaged(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: damaged page: %v", ErrCorrupt, p)
	}
}

// root is the unnamed bucket that holds all others.
func (t *boltTx) root() *bolt.Bucket { return t.tx.Cursor().Bucket() }

// bucket finds the bucket of a key, nil when there is none, and what is left of the key inside it.
func (t *boltTx) bucket(key kv.Key) (*bolt.Bucket, kv.Key) {
	if len(key) <= 1 {
		return t.root(), key
	}
	b, ok := t.buckets[string(key[0])]
	if !ok {
		if b = t.tx.Bucket(key[0]); b != nil {
			t.buckets[string(key[0])] = b
		}
	}
	for key = key[1:]; b != nil && len(key) > 1; key = key[1:] {
		b = b.Bucket(key[0])
	}
	return b, key
}

func (t *boltTx) Get(_ context.Context, key kv.Key) (val kv.Value, err error) {
	defer damaged(&err)
	b, rest := t.bucket(key)
	if b == nil || len(rest) != 1 {
		return nil, kv.ErrNotFound
	}
	if val = b.Get(rest[0]); val == nil {
		return nil, kv.ErrNotFound
	}
	return val, nil
}

func (t *boltTx) GetBatch(ctx context.Context, keys []kv.Key) ([]kv.Value, error) {
	return kv.GetBatch(ctx, t, keys)
}

func (t *boltTx) Put(key kv.Key, val kv.Value) (err error) {
	defer damaged(&err)
	b, rest := t.bucket(key)
	if b == nil {
		if b, err = t.create(key[:len(key)-1]); err != nil {
			return err
		}
		rest = key[len(key)-1:]
	}
	if len(rest[0]) == 0 && len(val) == 0 {
		return nil // only the bucket was wanted
	}
	return b.Put(rest[0], val)
}

func (t *boltTx) create(path kv.Key) (*bolt.Bucket, error) {
	b, err := t.tx.CreateBucketIfNotExists(path[0])
	if err != nil {
		return nil, err
	}
	t.buckets[string(path[0])] = b
	for _, name := range path[1:] {
		if b, err = b.CreateBucketIfNotExists(name); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (t *boltTx) Del(key kv.Key) (err error) {
	defer damaged(&err)
	b, rest := t.bucket(key)
	if b == nil || len(rest) != 1 {
		return nil
	}
	return b.Delete(rest[0])
}

func (t *boltTx) Commit(context.Context) (err error) {
	defer damaged(&err)
	return t.tx.Commit()
}

// Close ends the transaction without effect; after a commit it does nothing.
func (t *boltTx) Close() error {
	if err := t.tx.Rollback(); !errors.Is(err, bolterrors.ErrTxClosed) {
		return err
	}
	return nil
}

func (t *boltTx) Scan(prefix kv.Key) kv.Iterator {
	return &boltIterator{tx: t, prefix: prefix.Clone()}
}

// boltIterator walks depth first through all pairs under a prefix: the last part may be the beginning of a key.
type boltIterator struct {
	tx     *boltTx
	prefix kv.Key
	begun  bool
	levels []level
	key    []byte
	val    []byte
	err    error
}

// level is one bucket on the way down.
type level struct {
	name   []byte // nil for the bucket where the walk began
	bucket *bolt.Bucket
	cursor *bolt.Cursor
}

func (it *boltIterator) Next(context.Context) (ok bool) {
	defer func() {
		if it.err != nil {
			ok = false
		}
	}()
	defer damaged(&it.err)
	if it.err != nil {
		return false
	}
	var k, v []byte
	if !it.begun {
		it.begun = true
		b, rest := it.tx.bucket(it.prefix)
		if b == nil {
			return false
		}
		it.levels = []level{{bucket: b, cursor: b.Cursor()}}
		if len(rest) == 1 {
			k, v = it.levels[0].cursor.Seek(rest[0])
		} else {
			k, v = it.levels[0].cursor.First()
		}
	} else if len(it.levels) > 0 {
		k, v = it.levels[len(it.levels)-1].cursor.Next()
	}
	return it.settle(k, v)
}

// settle goes down into buckets and up out of exhausted ones until it stands on a pair.
func (it *boltIterator) settle(k, v []byte) bool {
	for len(it.levels) > 0 {
		top := len(it.levels) - 1
		switch {
		case k == nil || top == 0 && len(it.prefix) > 0 && !bytes.HasPrefix(k, it.prefix[len(it.prefix)-1]):
			it.levels = it.levels[:top]
			if top > 0 {
				k, v = it.levels[top-1].cursor.Next()
			}
		case v == nil && it.levels[top].bucket.Bucket(k) != nil:
			b := it.levels[top].bucket.Bucket(k)
			it.levels = append(it.levels, level{name: bytes.Clone(k), bucket: b, cursor: b.Cursor()})
			k, v = it.levels[top+1].cursor.First()
		default:
			it.key, it.val = k, v
			return true
		}
	}
	it.key, it.val = nil, nil
	return false
}

func (it *boltIterator) Key() kv.Key {
	if it.key == nil {
		return nil
	}
	var key kv.Key
	if n := len(it.prefix); n > 1 {
		key = it.prefix[:n-1].Clone()
	}
	for _, l := range it.levels[1:] {
		key = append(key, bytes.Clone(l.name))
	}
	return append(key, bytes.Clone(it.key))
}

func (it *boltIterator) Val() kv.Value { return it.val }
func (it *boltIterator) Err() error    { return it.err }

func (it *boltIterator) Close() error {
	it.levels, it.begun = nil, true
	return it.err
}
