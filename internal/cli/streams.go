package cli

import (
	"errors"
	"io"
	"os"
	"syscall"

	"golang.org/x/term"
)

// IOStreams is the world of a command.
type IOStreams struct {
	In            io.Reader
	Out, Err      io.Writer
	InIsTerminal  bool
	OutIsTerminal bool
	ErrIsTerminal bool
	Width         int                 // columns of the terminal that Out is; 0 = unknown
	Env           func(string) string // one variable of the environment; "" = not set
}

// System is the world of the process.
func System() IOStreams {
	s := IOStreams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InIsTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		OutIsTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		ErrIsTerminal: term.IsTerminal(int(os.Stderr.Fd())),
		Env:           os.Getenv,
	}
	if s.OutIsTerminal {
		if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
			s.Width = width
		}
	}
	return s
}

// color reports whether to mark headings: on a terminal that can, unless https://no-color.org asks not to.
func (s *IOStreams) color() bool {
	return s.OutIsTerminal && s.Env("NO_COLOR") == "" && s.Env("TERM") != "dumb"
}

func brokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
