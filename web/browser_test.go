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
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute) // a browser that hangs must not hang the tests
	t.Cleanup(cancel)
	return ctx
}

// TestBrowserQuery does what a person does: opens the page, types a question, presses the button, reads the answer.
func TestBrowserQuery(t *testing.T) {
	srv := serve(t, Options{})
	ctx := browser(t)
	var answer string
	err := chromedp.Run(ctx,
		chromedp.Navigate(srv.URL+"/"),
		chromedp.WaitVisible("#run_button", chromedp.ByID),
		chromedp.Evaluate("editor.setValue("+jsonString(t, spoke)+")", nil),
		chromedp.Click("#run_button", chromedp.ByID),
		chromedp.Poll(`output_editor.getValue().indexOf("result") >= 0 && output_editor.getValue()`, &answer),
	)
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
	const edge = `g.V("<actor:ana-horvat>").Tag("source").Out("<kg:spokeAbout>").Tag("target").All()`
	var drawn int
	err := chromedp.Run(ctx,
		chromedp.Navigate(srv.URL+"/ui/visualize"),
		chromedp.WaitVisible("#run_button", chromedp.ByID),
		chromedp.Evaluate("editor.setValue("+jsonString(t, edge)+")", nil),
		chromedp.Click("#run_button", chromedp.ByID),
		chromedp.Poll(`document.querySelectorAll("canvas").length`, &drawn),
	)
	if err != nil {
		t.Fatal(err)
	}
	if drawn == 0 {
		t.Error("the page draws nothing")
	}
}
