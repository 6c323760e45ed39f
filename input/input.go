// Package input reads news articles from files, folders, globs and standard input.
//
// Open gives one graph.Document after the other, and an *Error for each that cannot be read; the others still come. A text
// is decoded (UTF-8, byte order mark dropped) and otherwise left as it is: line ends, spaces and quotation marks included,
// because every later offset points into it. Nothing is extracted here but what an article says of itself in its header or
// dateline: title, date, publisher.
//
// A format is one file that registers a Format (format.go). Input is streamed: one article is in memory at a time.
package input

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"dictum/graph"
)

// DefaultMaxBytes is the largest article that is read unless Options says otherwise: 4 MiB.
const DefaultMaxBytes = 4 << 20

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// Options says how to read. The zero value works.
type Options struct {
	Format   string                  // name of a Format; "" = by extension and content
	MaxBytes int64                   // largest article as given, in bytes; 0 = DefaultMaxBytes
	Date     string                  // date of documents that give none (2023-03-29, 2023-03 or 2023); "" = none
	Stdin    io.Reader               // what "-" reads; nil = nothing
	Progress func(done, total int64) // called as bytes are read; total is 0 when it is not known; nil = not called
	LeftOut  func(path string)       // called for each file of a folder that no format reads by its extension; nil = not called
}

// Open reads all documents that the arguments name, in the order of the arguments and, inside a folder, of the names. The
// error of a pair is an *Error; the iteration goes on after it with the next document. A path that is given twice is read once.
func Open(args []string, opts Options) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		if err := opts.complete(); err != nil {
			yield(graph.Document{}, err)
			return
		}
		items := expand(args, opts.LeftOut)
		meter := newMeter(items, opts.Progress)
		for _, it := range items {
			if it.err != nil {
				if !yield(graph.Document{}, it.err) {
					return
				}
				continue
			}
			if !readItem(it, &opts, meter, yield) {
				return
			}
		}
	}
}

// complete fills in defaults and checks what the caller set.
func (o *Options) complete() error {
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.Format != "" {
		if _, err := Get(o.Format); err != nil {
			return err
		}
	}
	if o.Date != "" {
		date, ok := ParseDate(o.Date)
		if !ok {
			return &Error{Problem: fmt.Sprintf("%q is no date", o.Date), Hint: dateHint}
		}
		o.Date = date
	}
	return nil
}

// readItem reads one file and reports whether to go on.
func readItem(it item, opts *Options, m *meter, yield func(graph.Document, error) bool) bool {
	r := opts.Stdin
	switch {
	case it.path == Stdin && r == nil:
		return yield(graph.Document{}, &Error{Path: Stdin, Problem: "nothing is connected to standard input", Hint: "name a file"})
	case it.path != Stdin:
		f, err := os.Open(it.path)
		if err != nil {
			return yield(graph.Document{}, pathError(it.path, err))
		}
		defer f.Close() // only read
		r = f
	}
	src := &Source{Path: it.path, Size: it.size, Options: opts, Reader: bufio.NewReaderSize(m.wrap(r), headBytes)}
	head, err := src.head()
	if err != nil {
		return yield(graph.Document{}, pathError(it.path, err))
	}
	if opts.Format == "" {
		if err := foreignError(it.path, head, formats); err != nil {
			return yield(graph.Document{}, err)
		}
	}
	format := detect(it.path, head, opts.Format)
	return format.Read(src, func(doc graph.Document, err error) bool {
		if err == nil {
			err = finish(&doc, src, opts)
		}
		if err != nil {
			return yield(graph.Document{}, err)
		}
		return yield(doc, nil)
	})
}

// finish takes from the dateline what the format itself did not give.
func finish(doc *graph.Document, src *Source, opts *Options) error {
	if doc.Date != "" {
		date, ok := ParseDate(doc.Date)
		if !ok {
			return &Error{Path: src.Path, Line: src.Line, Problem: fmt.Sprintf("%q is no date", doc.Date), Hint: dateHint}
		}
		doc.Date = date
	}
	line := findDateline(doc.Text)
	if doc.Date == "" {
		doc.Date = line.date(opts.Date)
	}
	if doc.Source == "" {
		doc.Source = line.Agency
	}
	return nil
}

// pathError says what to do about a file that cannot be opened or read.
func pathError(path string, err error) *Error {
	e := &Error{Path: path, Err: err}
	switch {
	case errors.Is(err, os.ErrNotExist):
		e.Problem, e.Hint = "no such file or folder", "check the path"
	case errors.Is(err, os.ErrPermission):
		e.Problem, e.Hint = "permission denied", "make it readable, or leave it out"
	default:
		e.Problem, e.Hint = fmt.Sprintf("cannot be read (%v)", errors.Unwrap(err)), "check the file"
		if errors.Unwrap(err) == nil {
			e.Problem = fmt.Sprintf("cannot be read (%v)", err)
		}
	}
	return e
}
