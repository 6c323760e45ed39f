package extract

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"unicode/utf8"

	"dictum/graph"

	"pgregory.net/rapid"
)

var shared struct {
	once sync.Once
	x    *Extractor
	err  error
}

// extractor is one Extractor for all tests of the package: loading the models takes a while.
func extractor(t testing.TB) *Extractor {
	t.Helper()
	shared.once.Do(func() { shared.x, shared.err = New(Options{}) })
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.x
}

// articles are the sample articles of the repository.
func articles(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../seeds/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	var texts []string
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	return texts
}

func record(t testing.TB, x *Extractor, text string) *graph.Record {
	t.Helper()
	rec, err := x.Extract(t.Context(), &graph.Document{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// Whatever the text, the record keeps its promises: Extract itself checks the spans and references; the rest is here.
func checkRecord(t interface{ Fatalf(string, ...any) }, x *Extractor, rec *graph.Record) {
	text := []rune(rec.Text)
	used := map[string]bool{}
	for i, m := range rec.Mentions {
		if m.Span.Len() == 0 || !m.Span.Contains(m.Head) {
			t.Fatalf("mention %s: span %v, head %v", m.ID, m.Span, m.Head)
		}
		if i > 0 && rec.Mentions[i-1].Span[0] > m.Span[0] {
			t.Fatalf("mention %s comes after one that starts later", m.ID)
		}
		words := string(text[m.Span[0]:m.Span[1]])
		if words != trimmed(words) {
			t.Fatalf("mention %s reads %q, with space around it", m.ID, words)
		}
		used[m.Actor] = true
	}
	for _, a := range rec.Actors {
		for _, o := range a.Within {
			used[o] = true
		}
	}
	for i, a := range rec.Actors {
		if !used[a.ID] {
			t.Fatalf("actor %s is mentioned nowhere, and nothing lies in it", a.ID)
		}
		if i > 0 && rec.Actors[i-1].ID >= a.ID {
			t.Fatalf("actors are not sorted: %s, %s", rec.Actors[i-1].ID, a.ID)
		}
		if a.Aliases == nil || a.Titles == nil || a.Affiliations == nil {
			t.Fatalf("actor %s has a nil list", a.ID)
		}
		for _, alias := range a.Aliases {
			if !bytes.Contains([]byte(squeezed(rec.Text)), []byte(alias)) {
				t.Fatalf("actor %s: the text does not have its alias %q", a.ID, alias)
			}
		}
	}
	out, err := json.Marshal(rec)
	if err != nil || bytes.Contains(out, []byte(":null")) {
		t.Fatalf("record has a null or cannot be written: %v", err)
	}
}

func trimmed(s string) string { return string(bytes.TrimSpace([]byte(s))) }

func squeezed(s string) string { return string(bytes.Join(bytes.Fields([]byte(s)), []byte(" "))) }

func TestRecordOfArticles(t *testing.T) {
	x := extractor(t)
	for _, text := range articles(t) {
		checkRecord(t, x, record(t, x, text))
	}
}

// The same text gives the same record, also when many are read at once.
func TestExtractIsDeterministic(t *testing.T) {
	x := extractor(t)
	texts := articles(t)
	if testing.Short() {
		texts = texts[:4]
	}
	want := make([][]byte, len(texts))
	for i, text := range texts {
		want[i], _ = json.Marshal(record(t, x, text))
	}
	var wg sync.WaitGroup
	for i, text := range texts {
		wg.Go(func() {
			rec, err := x.Extract(t.Context(), &graph.Document{Text: text})
			if err != nil {
				t.Error(err)
				return
			}
			if got, _ := json.Marshal(rec); !bytes.Equal(got, want[i]) {
				t.Errorf("article %d: two readings differ", i)
			}
		})
	}
	wg.Wait()
}

// Any text can be read.
func TestRecordOfAnyText(t *testing.T) {
	x := extractor(t)
	words := []string{
		"Armenia", "Russia’s", "Foreign Minister", "Lavrov", "Sergey Lavrov", "he", "She", "its", "they", "said", "“We agree", "”",
		"(CSTO)", "the",
		"government", "of", "and", ",", ".", "\n\n", "Moscow", "officials", "The alliance", "North Korea", "Mr.", "Smith", "\u00a0", "’s",
		"\"",
		"in", "EU", "- ", "met", "100-person", "[in the CSTO]", "é", "𝒳", "I", "our", "Armenian-Azerbaijani", ";", "who", "is", "president",
	}
	rapid.Check(t, func(rt *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(rt, "words")
		text := rapid.SampledFrom([]string{"", " ", "\n"}).Draw(rt, "start")
		for _, p := range parts {
			text += p + rapid.SampledFrom([]string{" ", " ", " ", "", "  "}).Draw(rt, "gap")
		}
		rec, err := x.Extract(t.Context(), &graph.Document{Text: text})
		if err != nil {
			rt.Fatalf("%q: %v", text, err)
		}
		checkRecord(rt, x, rec)
	})
}

// FuzzRecord reads whatever it is given; Extract checks the spans and references itself.
func FuzzRecord(f *testing.F) {
	for _, c := range actorCases {
		f.Add(c.text)
	}
	x := extractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<14 {
			t.Skip("input is valid UTF-8; long ones only take time")
		}
		checkRecord(t, x, record(t, x, text))
	})
}

func TestExtractEmpty(t *testing.T) {
	x := extractor(t)
	for _, text := range []string{"", " ", "\n\n", "."} {
		rec := record(t, x, text)
		checkRecord(t, x, rec)
		if rec.Text != text {
			t.Errorf("the text %q came back as %q", text, rec.Text)
		}
	}
}
