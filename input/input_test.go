package input

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dictum/graph"

	"github.com/google/go-cmp/cmp"
)

// write makes files below a new folder and moves there.
func write(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// collect reads everything; documents and errors in order of their coming.
func collect(t *testing.T, opts Options, args ...string) (docs []graph.Document, said []string) {
	t.Helper()
	for doc, err := range Open(args, opts) {
		if err == nil {
			docs = append(docs, doc)
			continue
		}
		var e *Error
		if !errors.As(err, &e) || strings.Contains(err.Error(), "\n") {
			t.Errorf("got %T %q, want an *Error of one line", err, err)
		}
		said = append(said, err.Error())
	}
	return docs, said
}

func TestFormats(t *testing.T) {
	article := "Title: Talks in Prague\r\ndate: 3 May 2021\r\nsource: Sample Wire\r\nurl: https://example.org/a\r\nauthor: nobody\r\n" +
		"\r\n\r\nThe ministers met.\r\n\r\nThey talked: for hours.\r\n"
	want := graph.Document{
		Title: "Talks in Prague", Date: "2021-05-03", Source: "Sample Wire", URL: "https://example.org/a",
		Text: "The ministers met.\r\n\r\nThey talked: for hours.",
	}
	plain := " date 2021-05-03 The ministers met.\r\n\r\n“They “talked”  twice.\n"
	jsonl := "\ufeff{\"id\":\"7\",\"text\":\" The ministers\\r\\nmet. \",\"date\":\"2021-05\"}\n\n" +
		"{\"text\":\"PRAGUE, May 3 (Wire) — They met.\",\"source\":\"Other\",\"title\":\"T\",\"url\":\"u\",\"more\":[1]}"
	lines := []graph.Document{
		{ID: "7", Text: " The ministers\r\nmet. ", Date: "2021-05"},
		{Text: "PRAGUE, May 3 (Wire) — They met.", Date: "2022-05-03", Source: "Other", Title: "T", URL: "u"},
	}
	for _, c := range []struct {
		name, text string
		opts       Options
		want       []graph.Document
	}{
		{"a.article", article, Options{}, []graph.Document{want}},
		{"a.txt", "\ufeff" + article, Options{}, []graph.Document{want}},
		{"a.unknown", article, Options{}, []graph.Document{want}},
		{"b.txt", plain, Options{Date: "1999"}, []graph.Document{{Text: plain, Date: "2021-05-03"}}},
		{"b.txt", "\ufeff" + plain, Options{}, []graph.Document{{Text: plain, Date: "2021-05-03"}}},
		{"c.txt", article, Options{Format: "text"}, []graph.Document{{Text: article}}},
		{"d.txt", "Source: the ministry said so.\nMore.", Options{}, []graph.Document{{Text: "Source: the ministry said so.\nMore."}}},
		{
			"e.txt", "title: Talks\n\nThey met.",
			Options{Date: "May 3, 2021"},
			[]graph.Document{{Title: "Talks", Text: "They met.", Date: "2021-05-03"}},
		},
		{"f.jsonl", jsonl, Options{Date: "2022"}, lines},
		{"f.dat", jsonl, Options{Date: "2022"}, lines},
	} {
		write(t, map[string]string{c.name: c.text})
		docs, said := collect(t, c.opts, c.name)
		if diff := cmp.Diff(c.want, docs); diff != "" || len(said) > 0 {
			t.Errorf("%s: errors %q, documents (-want +got):\n%s", c.name, said, diff)
		}
		c.opts.Stdin = strings.NewReader(c.text)
		docs, said = collect(t, c.opts, "-")
		if diff := cmp.Diff(c.want, docs); diff != "" || len(said) > 0 {
			t.Errorf("%s through standard input: errors %q, documents (-want +got):\n%s", c.name, said, diff)
		}
	}
}

func TestPaths(t *testing.T) {
	write(t, map[string]string{
		"n/b.txt": "B met.", "n/a.txt": "A met.", "n/sub/c.md": "C met.", "n/sub/d.JSONL": `{"text":"D met."}`,
		"n/.hidden.txt": "X", "n/.git/e.txt": "X", "n/picture.png": "X", "n/z.article": "title: Z\n\nZ met.",
		"[odd].txt": "Odd met.", "empty/x.png": "X",
	})
	for _, c := range []struct {
		args []string
		want string
		said []string
	}{
		{[]string{"n"}, "A B C D Z", nil},
		{[]string{"n/"}, "A B C D Z", nil},
		{[]string{"n/b.txt", "n"}, "B A C D Z", nil},
		{[]string{"n/[ab].txt", "./n/a.txt"}, "A B", nil},
		{[]string{"n/s*"}, "C D", nil},
		{[]string{"[odd].txt"}, "Odd", nil},
		{[]string{"missing.txt", "n/a.txt"}, "A", []string{"missing.txt: no such file or folder; check the path"}},
		{[]string{"*.nothing"}, "", []string{"*.nothing: no file matches; check the pattern"}},
		{[]string{"[x"}, "", []string{"[x: a malformed pattern; write it like news/*.txt"}},
		{[]string{"empty"}, "", []string{
			"empty: a folder without articles; put files in it that end in .article .jsonl .md .ndjson .text .txt",
		}},
	} {
		docs, said := collect(t, Options{}, c.args...)
		var names []string
		for _, d := range docs {
			names = append(names, strings.TrimSuffix(d.Text, " met."))
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.args, got, c.want)
		}
		if diff := cmp.Diff(c.said, said); diff != "" {
			t.Errorf("%q: errors (-want +got):\n%s", c.args, diff)
		}
	}
}

func TestBadInput(t *testing.T) {
	write(t, map[string]string{
		"bad/0.txt": "A met \xff B.", "bad/1.txt": " \n\t", "bad/2.txt": "\xff\xfeA\x00", "bad/3.txt": "A\x00B", "bad/4.txt": "",
		"bad/5.article": "title: A\nThe ministers met.\n", "bad/6.article": "title: A\ndate: soon\n\nA met.", "bad/7.article": "title: A\n\n",
		"bad/8.txt": strings.Repeat("A met. ", 20), "good.txt": "A met.",
		"lines.jsonl": strings.Join([]string{
			`{"text":"A met."}`, `{"text":"B m`, "{\"text\":\"C \xe9.\"}", `{"text":7}`, `[]`, `{"text":" "}`, `{"text":"\ud800"}`,
			`{"text":"` + strings.Repeat("x", 200) + `"}`, `{"text":"D","date":"3/4/2021"}`, `D met.`, `{"text":"\u0000"}`,
			`{"text":"Z met \ufffd."}`, `{"text":"Y`,
		}, "\n"),
	})
	docs, said := collect(t, Options{MaxBytes: 100}, "bad", "good.txt", "lines.jsonl")
	if len(docs) != 3 || docs[0].Text != "A met." || docs[1].Text != "A met." || docs[2].Text != "Z met \ufffd." {
		t.Errorf("got %q, want the three good documents", docs)
	}
	want := []string{
		"bad/0.txt: invalid UTF-8 at byte offset 6; convert it with: iconv -f LATIN1 -t UTF-8",
		"bad/1.txt: an empty article; write the article into it, or leave it out",
		"bad/2.txt: invalid UTF-8 at byte offset 0; convert it with: iconv -f UTF-16 -t UTF-8",
		"bad/3.txt: no text: a zero byte at byte offset 1; give text files",
		"bad/4.txt: an empty article; write the article into it, or leave it out",
		"bad/5.article:2: a line of text inside the header; put a blank line between header and text, or read it with --format text",
		`bad/6.article: "soon" is no date; write it like 2023-03-29`,
		"bad/7.article: an empty article; write the article below the header, or leave it out",
		"bad/8.txt: an article of 140 bytes, and 100 bytes is the most; split it into articles, or raise the limit with --max-bytes",
		"lines.jsonl:2: the line ends inside its JSON object; complete the line, or remove it",
		"lines.jsonl:3: invalid UTF-8 at byte offset 42; convert it with: iconv -f LATIN1 -t UTF-8",
		`lines.jsonl:4: "text" is a number and must be a string; put it in quotation marks`,
		`lines.jsonl:5: the line is a JSON array and must be an object; write one object a line, {"text": "…"}`,
		`lines.jsonl:6: an empty article; give "text" the words of the article, or remove the line`,
		`lines.jsonl:7: half a surrogate pair (\ud800 … \udfff); write the whole character`,
		"lines.jsonl:8: an article of 212 bytes, and 100 bytes is the most; split it into articles, or raise the limit with --max-bytes",
		`lines.jsonl:9: "3/4/2021" is no date; write it like 2023-03-29`,
		"lines.jsonl:10: no JSON at byte 1 of the line (invalid character 'D' looking for beginning of value); write one JSON object a line",
		`lines.jsonl:11: no text: a zero byte in "text"; give text`,
		"lines.jsonl:13: the line ends inside its JSON object; complete the line, or remove it",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

func TestOptions(t *testing.T) {
	for _, opts := range []Options{{Format: "pdf"}, {Date: "soon"}, {}} {
		if docs, said := collect(t, opts, "-"); len(docs) != 0 || len(said) != 1 {
			t.Errorf("%+v: got %q, %q, want one error", opts, docs, said)
		}
	}
}

// TestUnreadable: a folder that may not be read, and a file that is none.
func TestUnreadable(t *testing.T) {
	write(t, map[string]string{"a.txt": "A met."})
	if err := os.Symlink("gone.txt", "link.txt"); err != nil {
		t.Fatal(err)
	}
	docs, said := collect(t, Options{}, ".")
	if len(docs) != 1 || len(said) != 1 || !strings.HasPrefix(said[0], "link.txt: no such file") {
		t.Errorf("got %q, %q, want one document and a complaint about link.txt", docs, said)
	}
	broken := io.MultiReader(strings.NewReader("{\"text\":\"A met.\"}\n"), errorReader{})
	docs, said = collect(t, Options{Format: "jsonl", Stdin: broken}, "-")
	if len(docs) != 0 || len(said) != 1 || said[0] != "standard input: cannot be read (broken pipe); check the file" {
		t.Errorf("got %q, %q, want a complaint about standard input", docs, said)
	}
}

type errorReader struct{}

func (errorReader) Read([]byte) (int, error) { return 0, errors.New("broken pipe") }

// TestStop: the iteration ends when the caller has enough.
func TestStop(t *testing.T) {
	write(t, map[string]string{"a.jsonl": "{\"text\":\"A\"}\n{\"text\":\"B\"}\n", "b.txt": "C", "c.txt": ""})
	for n := 1; n <= 4; n++ {
		seen := 0
		for range Open([]string{"a.jsonl", "missing", "b.txt", "c.txt"}, Options{}) {
			if seen++; seen == n {
				break
			}
		}
		if seen != n {
			t.Errorf("stopping after %d: got %d", n, seen)
		}
	}
}

func TestProgress(t *testing.T) {
	write(t, map[string]string{"n/a.txt": "A met.", "n/b.txt": "B met."})
	var done, total int64
	opts := Options{Progress: func(d, t int64) { done, total = d, t }}
	collect(t, opts, "n")
	if done != 12 || total != 12 {
		t.Errorf("got %d of %d, want 12 of 12", done, total)
	}
	opts.Stdin = strings.NewReader("A met.")
	collect(t, opts, "n", "-")
	if done != 18 || total != 0 {
		t.Errorf("with standard input: got %d of %d, want 18 of unknown", done, total)
	}
}

// endless gives the same line for ever, as a feed on a pipe may.
type endless struct{ rest string }

func (r *endless) Read(p []byte) (int, error) {
	if r.rest == "" {
		r.rest = "{\"text\":\"The ministers met.\"}\n"
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// TestStream: lines are read as they are asked for; a source without end is no matter.
func TestStream(t *testing.T) {
	n := 0
	for doc, err := range Open([]string{"-"}, Options{Stdin: &endless{}, Format: "jsonl"}) {
		if err != nil || doc.Text != "The ministers met." {
			t.Fatalf("got %q, %v", doc.Text, err)
		}
		if n++; n == 10_000 {
			break
		}
	}
}
