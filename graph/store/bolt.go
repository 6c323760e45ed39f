package store

import (
	"errors"
	"fmt"
	"io/fs"
	"math/bits"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

func init() { register(Backend{Name: "bolt", Open: openBolt}) }

// boltFile is the name that Cayley's own "bolt" backend gives to the file in the store's folder.
const boltFile = "indexes.bolt"

// lockTimeout is how long Open waits for another process to let go of the file.
const lockTimeout = time.Second

// mapAhead is the size of the first memory map. A write that outgrows the map waits until nobody reads; an address range
// larger than the file costs nothing, except where addresses are scarce, and on Windows, where the file would grow with it.
func mapAhead() int {
	if bits.UintSize < 64 || runtime.GOOS == "windows" {
		return 0
	}
	return 1 << 30
}

// growBy is by how much the file grows when it is full.
const growBy = 1 << 20

func openBolt(path string, opts Options, initialise func(kv.KV) error) (kv.KV, error) {
	file := filepath.Join(path, boltFile)
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%w: %s is a folder", ErrCorrupt, boltFile)
	case errors.Is(err, fs.ErrNotExist) && opts.ReadOnly:
		return nil, ErrNotFound
	case errors.Is(err, fs.ErrNotExist):
		if err := createBolt(path, file, initialise); err != nil {
			return nil, err
		}
	case err != nil && isFile(path):
		return nil, fmt.Errorf("%w: it is a file, a store is a folder", ErrCorrupt)
	case err != nil:
		return nil, err
	}
	if err := probeBolt(file); err != nil {
		return nil, err
	}
	db, err := openFile(file, &bolt.Options{
		Timeout: lockTimeout, ReadOnly: opts.ReadOnly, InitialMmapSize: mapAhead(), FreelistType: bolt.FreelistMapType,
	})
	if err != nil {
		return nil, err
	}
	db.db.AllocSize = growBy
	return db, nil
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// createBolt prepares a new file under another name and puts it in place when it is complete.
func createBolt(path, file string, initialise func(kv.KV) error) (err error) {
	made, err := makeFolder(path)
	defer func() {
		for _, folder := range made {
			if err != nil {
				_ = os.Remove(folder)
			}
		}
	}()
	if err != nil {
		return err
	}
	tmp, err := os.CreateTemp(path, boltFile+".new-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(tmp.Name()) }()
	if err := tmp.Close(); err != nil {
		return err
	}
	db, err := openFile(tmp.Name(), &bolt.Options{Timeout: lockTimeout})
	if err != nil {
		return err
	}
	if err := errors.Join(initialise(db), db.Close()); err != nil {
		return err
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return err
	}
	// A link fails when another process was faster; its file is as good as ours.
	err = os.Link(tmp.Name(), file)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil { // a file system without links
		err = os.Rename(tmp.Name(), file)
	}
	return err
}

// makeFolder creates the store's folder and those above it, and lists what it made, innermost first. It accepts a folder that
// holds nothing but hidden files: one full of other things is more likely a mistyped path.
func makeFolder(path string) (made []string, err error) {
	entries, err := os.ReadDir(path)
	if errors.Is(err, fs.ErrNotExist) {
		for at := filepath.Clean(path); ; at = filepath.Dir(at) {
			if _, err := os.Lstat(at); err == nil || filepath.Dir(at) == at {
				break
			}
			made = append(made, at)
		}
		return made, os.MkdirAll(path, 0o755)
	}
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), boltFile) {
			return nil, ErrForeign
		}
	}
	return nil, nil
}

// probeBolt looks at the head of the file alone. It must come before the real opening, which reads pages all over the file
// and would fault on a file that was cut.
func probeBolt(file string) error {
	db, err := openFile(file, &bolt.Options{Timeout: lockTimeout, ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	tx, err := db.db.Begin(false)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if want := tx.Size(); info.Size() < want {
		return fmt.Errorf("%w: %s was cut: it has %d of %d bytes", ErrCorrupt, boltFile, info.Size(), want)
	}
	return nil
}

// openFile opens a file and says in one line what is wrong with it.
func openFile(file string, options *bolt.Options) (db *boltKV, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			db, err = nil, fmt.Errorf("%w: %s is damaged: %v", ErrCorrupt, boltFile, p)
		}
	}()
	if info, err := os.Stat(file); options.ReadOnly && err == nil && info.Size() == 0 {
		return nil, fmt.Errorf("%w: %s is empty", ErrCorrupt, boltFile)
	}
	b, err := bolt.Open(file, 0o644, options)
	switch {
	case err == nil:
		return &boltKV{db: b}, nil
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, ErrLocked
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrNotFound
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrVersionMismatch), errors.Is(err, bolterrors.ErrChecksum),
		strings.Contains(err.Error(), "file size too small"):
		return nil, fmt.Errorf("%w: %s: %v", ErrCorrupt, boltFile, err)
	}
	return nil, err
}
