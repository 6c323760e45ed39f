package extract

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/internal/golden"
	"dictum/seeds"
)

// sentenceStates reads testdata/events.conllu, every sentence as a document of its own dated 2023-03-29, and runs all stages
// but that of statements, which is learned.
func sentenceStates(t testing.TB) []*State {
	t.Helper()
	data, err := os.ReadFile("testdata/events.conllu")
	if err != nil {
		t.Fatal(err)
	}
	know, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	stages, err := order(registry)
	if err != nil {
		t.Fatal(err)
	}
	var out []*State
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		doc, err := nlp.ReadCoNLLU(strings.NewReader(block + "\n\n"))
		if err != nil {
			t.Fatal(err)
		}
		s := (&Extractor{know: know}).newState(&graph.Document{Text: doc.Text, Date: "2023-03-29"}, doc)
		for _, stage := range stages {
			if slices.Contains(stage.Gives, Statements) {
				continue
			}
			if err := stage.Run(s); err != nil {
				t.Fatal(err)
			}
		}
		s.finish()
		if err := validate(s.Record); err != nil {
			t.Error(err)
		}
		out = append(out, s)
	}
	return out
}

// eventLine is one event as the golden file shows it.
func eventLine(r *graph.Record, e *graph.Event) string {
	runes := []rune(r.Text)
	words := func(ss graph.Spans) string {
		var parts []string
		for _, s := range ss {
			parts = append(parts, string(runes[s[0]:s[1]]))
		}
		return strings.Join(parts, " … ")
	}
	var b strings.Builder
	kind := e.Type
	if e.Mode != "" {
		kind += "/" + e.Mode
	}
	fmt.Fprintf(&b, "  %s (%s) %s %s %s", e.Lemma, words(e.Trigger), kind, e.Modality, e.Polarity)
	for _, a := range e.Args {
		fmt.Fprintf(&b, " | %s: %s", a.Role, words(graph.Spans{a.Span}))
		if a.Head != nil && a.Role != graph.Purpose && *a.Head != a.Span {
			fmt.Fprintf(&b, " <%s>", words(graph.Spans{*a.Head}))
		}
		if a.Value != nil {
			fmt.Fprintf(&b, " = %v %s%s", a.Value, a.Unit, a.Precision)
		}
	}
	return b.String()
}

// TestEvents reads trees that were corrected by hand, one for each way in which a sentence tells an event.
func TestEvents(t *testing.T) {
	var b strings.Builder
	for _, s := range sentenceStates(t) {
		b.WriteString(s.Record.Text + "\n")
		for i := range s.Record.Events {
			b.WriteString(strings.TrimRight(eventLine(s.Record, &s.Record.Events[i]), " ") + "\n")
		}
	}
	golden.Check(t, "events.golden", b.String())
}

func TestEventsAreSound(t *testing.T) {
	for _, s := range sentenceStates(t) {
		for i := range s.Record.Events {
			e := &s.Record.Events[i]
			if e.Salience <= 0 || e.Salience > 1 || e.Confidence <= 0 || e.Confidence > 1 {
				t.Errorf("%s: event %s: salience %v, confidence %v, want both in (0,1]", s.Record.Text, e.Lemma, e.Salience, e.Confidence)
			}
			for _, a := range e.Args {
				if a.Head != nil && !a.Span.Contains(*a.Head) {
					t.Errorf("%s: event %s: head %v of %s outside its span %v", s.Record.Text, e.Lemma, *a.Head, a.Role, a.Span)
				}
			}
		}
	}
}
