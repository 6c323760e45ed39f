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

// buffered writes through a buffer, and what is whole even when it fails. A failure to write is told once: a bufio.Writer
// gives it again at Flush.
func buffered(w io.Writer, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(w, 1<<16)
	err := write(out)
	if flushed := out.Flush(); flushed != nil && !errors.Is(err, flushed) {
		err = errors.Join(err, flushed)
	}
	return err
}

// writeFile writes to a file, or to standard output for "" and "-". A file appears whole or not at all: what stood there
// before stays until all is written. What is there and no file, a device or a pipe, is written to and stays what it is.
func (a *app) writeFile(path string, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		return buffered(a.io.Out, write)
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("%s: a folder; name a file", path)
	case err == nil && !info.Mode().IsRegular():
		return writeDevice(path, write)
	case err == nil:
		if path, err = filepath.EvalSymlinks(path); err != nil { // the link stays, its target is replaced
			return fileError(path, err)
		}
		return replaceFile(path, info.Mode().Perm(), write)
	}
	return replaceFile(path, 0o644, write)
}

func writeDevice(path string, write func(io.Writer) error) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fileError(path, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return buffered(f, write)
}

// replaceFile writes a hidden file beside path and gives it that name when it is complete.
func replaceFile(path string, mode fs.FileMode, write func(io.Writer) error) (err error) {
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
	if err := buffered(f, write); err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return fileError(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fileError(path, err)
	}
	return nil
}
