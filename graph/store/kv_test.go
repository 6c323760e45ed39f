package store

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hidal-go/hidalgo/kv"
	"pgregory.net/rapid"
)

// testKeyValues compares the database under a store with a sorted list, whatever is put, deleted, committed or not.
func testKeyValues(t *testing.T, s *Store) {
	db := s.db
	clearTables(t, db)
	part := rapid.SampledFrom([]string{"a", "b", "\x00", "a\x00", "a\x00\x01", "ab", "\xff", "\x00\xff"})
	key := rapid.Custom(func(t *rapid.T) kv.Key { return kv.SKey("t"+part.Draw(t, "bucket"), part.Draw(t, "key")) })
	rapid.Check(t, func(rt *rapid.T) {
		model := map[string]string{}
		defer clearTables(t, db)
		for range rapid.IntRange(0, 4).Draw(rt, "transactions") {
			tx, err := db.Tx(true)
			if err != nil {
				t.Fatal(err)
			}
			draft := maps.Clone(model)
			for range rapid.IntRange(0, 12).Draw(rt, "writes") {
				k := key.Draw(rt, "key")
				if rapid.Bool().Draw(rt, "delete") {
					delete(draft, flatten(k))
					err = tx.Del(k)
				} else {
					v := rapid.StringN(1, 3, -1).Draw(rt, "value")
					draft[flatten(k)] = v
					err = tx.Put(k, []byte(v))
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			compare(t, tx, draft)
			if rapid.Bool().Draw(rt, "commit") {
				model, err = draft, tx.Commit(ctx)
				if err != nil {
					t.Fatal(err)
				}
			}
			if err := tx.Close(); err != nil {
				t.Fatal(err)
			}
			read, err := db.Tx(false)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, read, model)
			if err := read.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if t.Failed() {
			rt.FailNow()
		}
	})
}

func clearTables(t *testing.T, db kv.KV) {
	t.Helper()
	tx, err := db.Tx(true)
	if err != nil {
		t.Fatal(err)
	}
	var keys []kv.Key
	for it := tx.Scan(nil); it.Next(ctx); {
		keys = append(keys, it.Key().Clone())
	}
	for _, k := range keys {
		if err := tx.Del(k); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(ctx); err != nil {
		t.Fatal(err)
	}
}

// compare scans and gets under several prefixes.
func compare(t *testing.T, tx kv.Tx, model map[string]string) {
	t.Helper()
	sorted := slices.Sorted(maps.Keys(model))
	for _, prefix := range []kv.Key{nil, kv.SKey("t"), kv.SKey("ta"), kv.SKey("ta", ""), kv.SKey("ta", "a"), kv.SKey("ta\x00", "a"), kv.SKey("none", "x")} {
		var want, got []string
		for _, k := range sorted {
			if strings.HasPrefix(k, flatten(prefix)) {
				want = append(want, k+"="+model[k])
			}
		}
		it := tx.Scan(prefix)
		for it.Next(ctx) {
			got = append(got, flatten(it.Key())+"="+string(it.Val()))
		}
		if it.Next(ctx) || it.Err() != nil || it.Close() != nil {
			t.Errorf("scan of %q: goes on after its end, or %v", prefix, it.Err())
		}
		slices.Sort(got) // bolt has buckets where memory has one list; Cayley needs the order within a bucket alone
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("scan of %q: %q, want %q", prefix, got, want)
		}
	}
	for _, k := range sorted {
		if v, err := tx.Get(ctx, unflatten(k)); err != nil || !bytes.Equal(v, []byte(model[k])) {
			t.Errorf("get %q: %q, %v, want %q", k, v, err, model[k])
		}
	}
	if v, err := tx.Get(ctx, kv.SKey("ta", "missing")); err != kv.ErrNotFound { //nolint:errorlint // the interface says so
		t.Errorf("get of what is not there: %q, %v", v, err)
	}
}
