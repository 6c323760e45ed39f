package store

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// holdVariable makes the test program open a store and hold it until its standard input ends: another process.
const holdVariable = "DICTUM_TEST_HOLD"

func TestMain(m *testing.M) {
	if path, ok := os.LookupEnv(holdVariable); ok {
		os.Exit(hold(path))
	}
	os.Exit(m.Run())
}

func hold(path string) int {
	if path, ok := strings.CutPrefix(path, "write:"); ok {
		return writeOn(path)
	}
	path, readOnly := strings.CutPrefix(path, "ro:")
	s, err := Open(ctx, path, Options{ReadOnly: readOnly})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("open")
	_, _ = io.Copy(io.Discard, os.Stdin)
	_ = s.Close()
	return 0
}

// writeOn writes one document after the other, and says so, until somebody stops it.
func writeOn(path string) int {
	s, err := Open(ctx, path, Options{})
	if err != nil {
		fmt.Println(err)
		return 1
	}
	for _, e := range evidence(200) {
		if _, err := s.Replace(ctx, e.Doc, e.Quads); err != nil {
			fmt.Println(err)
			return 1
		}
		fmt.Println("written")
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
	return 0
}

// TestKilled kills a process that writes: what it has said to be written is there, whole documents and nothing else.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "db")
	docs := evidence(200)
	for _, after := range []int{1, 20} {
		cmd, _, out := other(t, "write:"+path)
		lines := bufio.NewReader(out)
		for range after {
			if line, err := lines.ReadString('\n'); line != "written\n" {
				t.Fatalf("the other process: %q, %v", line, err)
			}
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		s := openTest(t, path, Options{})
		n := counted(t, s).Documents
		if n < after {
			t.Errorf("%d documents are there, %d were said to be written", n, after)
		}
		same(t, "after the kill", dump(t, s), fresh(t, docs[:n]...))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// other starts this program as another process.
func other(t *testing.T, hold string) (cmd *exec.Cmd, in io.Closer, out io.Reader) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(exe)
	cmd.Env = append(os.Environ(), holdVariable+"="+hold)
	if in, err = cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if out, err = cmd.StdoutPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, in, out
}

// held starts another process that holds the store; what it returns lets go.
func held(t *testing.T, path string) (release func()) {
	t.Helper()
	cmd, in, out := other(t, path)
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "open\n" {
		t.Fatalf("the other process: %q, %v", line, err)
	}
	return func() {
		_ = in.Close()
		if err := cmd.Wait(); err != nil {
			t.Errorf("the other process: %v", err)
		}
	}
}

func TestOpenLocked(t *testing.T) {
	path, _ := small(t)
	release := held(t, path)
	wantError(t, "held by another process", path, Options{}, ErrLocked, "another process")
	wantError(t, "held by another process, read only", path, Options{ReadOnly: true}, ErrLocked, "another process")
	release()
	release = held(t, "ro:"+path)
	second := held(t, "ro:"+path)
	s := openTest(t, path, Options{ReadOnly: true})
	if c := counted(t, s); c.Documents != 3 {
		t.Errorf("three readers at once: %+v", c)
	}
	wantError(t, "read by others", path, Options{}, ErrLocked, "another process")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	second()
	release()
	openTest(t, path, Options{})
}
