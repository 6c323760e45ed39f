package web

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser starts headless Chromium, or skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	if !HasUI() {
		if required() {
			t.Fatal("this build has no UI: run make build first")
		}
		t.Skip("this build has no UI: run make build first")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		if required() {
			t.Fatal("chromium is not installed")
		}
		t.Skip("chromium is not installed")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("disable-quic", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute) // a browser that hangs must not hang the tests
	t.Cleanup(cancel)
	return ctx
}

// run types a question into a page of the UI and presses the button.
func run(t *testing.T, ctx context.Context, url, script string) {
	t.Helper()
	err := chromedp.Do(ctx,
		chromedp.Navigate(url),
		chromedp.WaitVisible("#run_button"),
		chromedp.Evaluate[chromedp.Void]("void editor.setValue("+jsonString(t, script)+")"),
		chromedp.Click("#run_button"),
	)
	if err != nil {
		t.Fatal(err)
	}
}

// TestBrowserQuery does what a person does: opens the page, types a question, presses the button, reads the answer.
func TestBrowserQuery(t *testing.T) {
	srv := serve(t, Options{})
	ctx := browser(t)
	run(t, ctx, srv.URL+"/", spoke)
	answer, err := chromedp.Run(ctx, chromedp.Poll[string](
		`output_editor.getValue().indexOf("result") >= 0 && output_editor.getValue()`))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(answer, "Ana Horvat") {
		t.Errorf("the page shows %s", answer)
	}
}

// TestBrowserVisualize sees the picture of an edge drawn.
func TestBrowserVisualize(t *testing.T) {
	srv := serve(t, Options{})
	ctx := browser(t)
	run(t, ctx, srv.URL+"/ui/visualize", `g.V("<actor:ana-horvat>").Tag("source").Out("<kg:spokeAbout>").Tag("target").All()`)
	nodes, err := chromedp.Run(ctx, chromedp.Poll[int](`window.sigmaGraph && sigmaGraph.graph.nodes().length`))
	if err != nil {
		t.Fatal(err)
	}
	if nodes != 2 {
		t.Errorf("the page draws %d nodes, want 2", nodes)
	}
}
