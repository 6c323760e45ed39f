package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"dictum/graph/store"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the programme a command of the scripts.
func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"dictum": main}) }

// TestScripts runs the command-line stories. Besides testscript's own commands they use those below.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("DICTUM_GOLDEN") == "update",
		Setup: func(env *testscript.Env) error {
			env.Setenv("DICTUM_DB", "")
			env.Setenv("NO_COLOR", "")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"fails": fails, "hold": hold, "serve": serve, "get": get, "interrupt": interrupt, "grow": grow, "damage": damage,
		},
	})
}

// fails CODE COMMAND…: the command ends with this code and says on standard error nothing but lines of "dictum: …".
func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fails CODE COMMAND [ARG…]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		code = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
	said := ts.ReadFile("stderr")
	if said == "" {
		ts.Fatalf("it failed without a word")
	}
	for line := range strings.Lines(said) {
		if !strings.HasPrefix(line, "dictum: ") {
			ts.Fatalf("standard error has the line %q, want only lines that begin with `dictum: `", line)
		}
	}
}

// hold DB: another process, which the test is, has the graph open for writing until the script ends.
func hold(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hold DB")
	}
	st, err := store.Open(context.Background(), ts.MkAbs(args[0]), store.Options{})
	ts.Check(err)
	ts.Defer(func() {
		if err := st.Close(); err != nil {
			ts.Logf("close: %v", err)
		}
	})
}

// server is a programme that runs in the background of a script.
type server struct {
	cmd  *exec.Cmd
	err  *bufio.Reader
	rest bytes.Buffer
}

type serverKey struct{ ts *testscript.TestScript }

var servers = make(chan map[serverKey]*server, 1) // holds the map while nobody uses it

func init() { servers <- map[serverKey]*server{} }

// serve ARG…: starts `dictum serve` with the arguments and goes on when it says where it listens; $URL is the place.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: serve [ARG…]")
	}
	path, err := exec.LookPath("dictum") // testscript put it on the path of the test too
	ts.Check(err)
	s := &server{cmd: exec.Command(path, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)...)}
	s.cmd.Dir = ts.MkAbs(".")
	s.cmd.Env = append(os.Environ(), "DICTUM_DB="+ts.Getenv("DICTUM_DB"))
	pipe, err := s.cmd.StderrPipe()
	ts.Check(err)
	ts.Check(s.cmd.Start())
	ts.Defer(func() {
		_ = s.cmd.Process.Kill() // it has ended already where the script interrupted it
		_ = s.cmd.Wait()
	})
	s.err = bufio.NewReader(pipe)
	line, err := s.err.ReadString('\n')
	_, url, ok := strings.Cut(line, "http://")
	if err != nil || !ok {
		ts.Fatalf("serve said %q, %v", line, err)
	}
	url, _, _ = strings.Cut(url, " ")
	ts.Setenv("URL", "http://"+strings.TrimSpace(url))
	all := <-servers
	all[serverKey{ts}] = s
	servers <- all
}

// get URL [BODY]: prints the answer to standard output, and its status to standard error; with a body it posts.
func get(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: get URL [BODY]")
	}
	var resp *http.Response
	var err error
	if len(args) == 2 {
		resp, err = http.Post(args[0], "application/json", strings.NewReader(args[1]))
	} else {
		resp, err = http.Get(args[0])
	}
	ts.Check(err)
	defer resp.Body.Close()
	_, err = io.Copy(ts.Stdout(), resp.Body)
	ts.Check(err)
	fmt.Fprintln(ts.Stderr(), resp.Status)
}

// interrupt: sends the server the signal of Ctrl-C and waits for a clean end.
func interrupt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: interrupt")
	}
	all := <-servers
	s := all[serverKey{ts}]
	delete(all, serverKey{ts})
	servers <- all
	ts.Check(s.cmd.Process.Signal(os.Interrupt))
	_, err := io.Copy(&s.rest, s.err)
	ts.Check(err)
	if err := s.cmd.Wait(); err != nil {
		ts.Fatalf("serve ended with %v and said %q", err, s.rest.String())
	}
}

// grow FILE BYTES: an article of this size.
func grow(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: grow FILE BYTES")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	const line = "The ministers met in Prague on Monday and talked for two hours.\n"
	text := strings.Repeat(line, n/len(line)+1)[:n]
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// damage FILE: overwrites the first pages of a file, and leaves its size.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: damage FILE")
	}
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteAt(bytes.Repeat([]byte("not a graph "), 2000), 0)
	ts.Check(errors.Join(err, f.Close()))
}
