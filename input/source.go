package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	byteOrderMark = "\ufeff"
	headBytes     = 64 << 10 // what detection sees
)

// Source is one file that a Format reads.
type Source struct {
	Path    string
	Size    int64 // in bytes; -1 when unknown
	Line    int   // the line of the document read last, counted from 1; 0 = the document is the whole file
	Options *Options
	Reader  *bufio.Reader
}

// head looks at the beginning without consuming it.
func (s *Source) head() ([]byte, error) {
	head, err := s.Reader.Peek(headBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return head, nil
}

// Errorf is an error at the source's current line.
func (s *Source) Errorf(hint, format string, args ...any) *Error {
	return &Error{Path: s.Path, Line: s.Line, Problem: fmt.Sprintf(format, args...), Hint: hint}
}

// All reads the source whole, as one document.
func (s *Source) All() (string, error) {
	limit := s.Options.MaxBytes
	data, err := io.ReadAll(io.LimitReader(s.Reader, limit+1))
	if err != nil {
		return "", pathError(s.Path, err)
	}
	if int64(len(data)) > limit {
		return "", s.tooLarge(s.Size)
	}
	text, err := s.decode(data, 0)
	if err != nil {
		return "", err
	}
	if strings.TrimSpace(text) == "" {
		return "", s.Errorf("write the article into it, or leave it out", "an empty article")
	}
	return text, nil
}

// tooLarge refuses an article of size bytes, -1 when only part of it was read.
func (s *Source) tooLarge(size int64) *Error {
	const hint = "split it into articles, or raise the limit with --max-bytes"
	if size < 0 {
		return s.Errorf(hint, "an article of more than %s", bytesText(s.Options.MaxBytes))
	}
	return s.Errorf(hint, "an article of %s, and %s is the most", bytesText(size), bytesText(s.Options.MaxBytes))
}

func bytesText(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// decode checks bytes that begin at an offset of the file, and drops the mark at the very beginning.
func (s *Source) decode(data []byte, offset int64) (string, error) {
	if offset == 0 {
		data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	}
	wide := bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) // UTF-16 is full of zero bytes
	if i := bytes.IndexByte(data, 0); i >= 0 && !wide {
		return "", s.Errorf("give text files", "no text: a zero byte at byte offset %d", offset+int64(i))
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	e := s.Errorf("convert it with: iconv -f LATIN1 -t UTF-8", "invalid UTF-8 at byte offset %d", offset+int64(at))
	if wide {
		e.Hint = "convert it with: iconv -f UTF-16 -t UTF-8"
	}
	return "", e
}
