package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// fileError says in one line what is wrong with a file that the user named.
func fileError(path string, err error) error {
	var inner *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or folder; check the path", path)
	case errors.As(err, &inner):
		return fmt.Errorf("%s: %w", path, inner.Err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// writeFile writes to a file, or to standard output for "" and "-". A file appears whole or not at all: what stood there
// before stays until all is written.
func (a *app) writeFile(path string, write func(io.Writer) error) (err error) {
	if path == "" || path == "-" {
		out := bufio.NewWriterSize(a.io.Out, 1<<16)
		return errors.Join(write(out), out.Flush())
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fileError(path, err)
	}
	defer func() {
		if err != nil {
			_ = f.Close() // closed already if the failure came later
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	out := bufio.NewWriterSize(f, 1<<16)
	if err := errors.Join(write(out), out.Flush()); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	if err := errors.Join(f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return fileError(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fileError(path, err)
	}
	return nil
}
