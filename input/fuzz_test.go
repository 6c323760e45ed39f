package input

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"dictum/graph"
)

func read(format, text string) (docs []graph.Document, errs []error) {
	for doc, err := range Open([]string{Stdin}, Options{Format: format, Stdin: strings.NewReader(text)}) {
		if err != nil {
			errs = append(errs, err)
		} else {
			docs = append(docs, doc)
		}
	}
	return docs, errs
}

var samples = []string{
	"The ministers met.\n", " date 2021-05-03 The ministers met.", "\ufeffPRAGUE, May 3 (Wire) — They met.\r\n\r\n“They talked.”",
	"title: Talks\ndate: 2021-05-03\n\nThe ministers met.", "title: x\r\n\r\n", "Title:\n\n:", "a\xffb", "\x00", "", "\ufeff",
	`{"text":"A met.","id":"1"}`, "{\"text\":\"A\"}\n{\"text\":\"B", `{"text":"\ud800"}`, "[]\n{}\nnull\n7\n",
}

// FuzzText: the text of a plain file is the file, unless the file is refused.
func FuzzText(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		docs, errs := read("text", text)
		if len(docs)+len(errs) != 1 {
			t.Fatalf("got %d documents and %d errors, want one of them", len(docs), len(errs))
		}
		want := strings.TrimPrefix(text, byteOrderMark)
		refused := !utf8.ValidString(want) || strings.TrimSpace(want) == "" || strings.Contains(want, "\x00")
		if refused != (len(errs) == 1) {
			t.Fatalf("errors %v, want one: %v", errs, refused)
		}
		if !refused && docs[0].Text != want {
			t.Errorf("got text %q, want %q", docs[0].Text, want)
		}
		if !refused && !strings.Contains(want, docs[0].Title) {
			t.Errorf("the title %q is not in the text", docs[0].Title)
		}
	})
}

// FuzzArticle: the text of an article stands in the file, in one piece, at its end.
func FuzzArticle(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		docs, errs := read("article", text)
		if len(docs)+len(errs) != 1 {
			t.Fatalf("got %d documents and %d errors, want one of them", len(docs), len(errs))
		}
		if len(docs) == 1 && (docs[0].Text == "" || !strings.HasSuffix(strings.TrimSpace(text), docs[0].Text)) {
			t.Errorf("the text %q is not the end of the file %q", docs[0].Text, text)
		}
	})
}

// FuzzLines: whatever stands between two lines, both come through, and no line gives more than one document or error.
func FuzzLines(f *testing.F) {
	for _, s := range samples {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, text, between string) {
		refused := !utf8.ValidString(text) || strings.TrimSpace(text) == "" || strings.Contains(text, "\x00")
		if refused || strings.HasPrefix(between, byteOrderMark) {
			t.Skip()
		}
		line, err := json.Marshal(map[string]string{"text": text, "id": text})
		if err != nil {
			t.Fatal(err)
		}
		docs, errs := read("jsonl", string(line)+"\n"+between+"\n"+string(line))
		if most := 3 + strings.Count(between, "\n"); len(docs)+len(errs) > most {
			t.Errorf("%d documents and %d errors from %d lines", len(docs), len(errs), most)
		}
		if len(docs) < 2 || docs[0].Text != text || docs[0].ID != text || docs[len(docs)-1].Text != text {
			t.Errorf("got %q, %v, want %q first and last", docs, errs, text)
		}
	})
}

func BenchmarkLines(b *testing.B) {
	line, err := json.Marshal(map[string]string{"text": strings.Repeat("The ministers met in Prague on Monday. ", 100), "date": "2021-05-03"})
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(line)+"\n", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if docs, errs := read("jsonl", text); len(docs) != 100 || len(errs) != 0 {
			b.Fatal(errs)
		}
	}
}
