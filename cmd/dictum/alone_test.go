package main

import (
	"bufio"
	"debug/elf"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dictum/web"
)

// TestBinaryAlone builds the programme as `make build` does and runs it as on another machine: no module cache, no Go, no
// home. It must read, answer, and show the web UI out of itself.
func TestBinaryAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the whole programme")
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "dictum")
	build := exec.Command("go", "build", "-trimpath", "-o", bin, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", build, err, out)
	}
	if runtime.GOOS == "linux" {
		static(t, bin)
	}
	article := filepath.Join(dir, "a.txt")
	const text = "title: Ministers meet\n\nPARIS (Sample Wire) - Armenia criticised Azerbaijan on Monday.\n"
	if err := os.WriteFile(article, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	alone := func(args ...string) *exec.Cmd {
		cmd := exec.Command(bin, args...)
		cmd.Dir = dir
		cmd.Env = []string{"HOME=" + dir, "GOMODCACHE=" + filepath.Join(dir, "empty"), "GOPATH=" + filepath.Join(dir, "empty")}
		return cmd
	}
	if out, err := alone("add", article).CombinedOutput(); err != nil {
		t.Fatalf("add: %v\n%s", err, out)
	}
	url := start(t, alone("serve", "--addr", "127.0.0.1:0"))
	want := "make build" // the page that says how to get the UI
	if web.HasUI() {
		want = "Run Query"
		if page := fetch(t, url+"/static/js/cayley_query.js"); !strings.Contains(page, "/api/v1/query/") {
			t.Errorf("the script of the query page is %.80q", page)
		}
	}
	if page := fetch(t, url+"/"); !strings.Contains(page, want) {
		t.Errorf("the page has no %q:\n%.300s", want, page)
	}
}

// static fails the test if the binary asks for a dynamic loader.
func static(t *testing.T, bin string) {
	t.Helper()
	f, err := elf.Open(bin)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("the binary is not static")
		}
	}
}

// start runs a server until the test ends and gives the address it names.
func start(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	pipe, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // how it ends is another test's business
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(pipe).ReadString('\n')
	_, url, ok := strings.Cut(line, "http://")
	if err != nil || !ok {
		t.Fatalf("serve said %q, %v", line, err)
	}
	url, _, _ = strings.Cut(strings.TrimSpace(url), " ")
	return "http://" + url
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(resp.Status, "\n", string(body))
}
