package extract

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"dictum/extract/nlp"
	"dictum/graph"
)

// statementsOf runs the whole pipeline with the embedded models.
func recordOf(t testing.TB, text string) *graph.Record {
	t.Helper()
	x, err := wholeExtractor()
	if err != nil {
		t.Fatal(err)
	}
	rec, err := x.Extract(context.Background(), &graph.Document{ID: "t", Text: text, Date: "2024-05-17"})
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

var wholeExtractor = sync.OnceValues(func() (*Extractor, error) {
	a, err := nlp.New()
	if err != nil {
		return nil, err
	}
	return New(Options{Analyzer: a})
})

// words are the words of the spans, pieces divided by " … ".
func words(rec *graph.Record, spans graph.Spans) string {
	runes := []rune(rec.Text)
	var out []string
	for _, s := range spans {
		out = append(out, string(runes[s[0]:s[1]]))
	}
	return strings.Join(out, " … ")
}

func actorName(rec *graph.Record, id string) string {
	for _, a := range rec.Actors {
		if a.ID == id {
			return a.Name
		}
	}
	return id
}

// line is a statement in short: speaker | kind | cue | content.
func line(rec *graph.Record, st *graph.Statement) string {
	return fmt.Sprintf("%s | %s | %s | %s", actorName(rec, st.Speaker), st.Kind, words(rec, st.Cue), words(rec, st.Content))
}

func lines(rec *graph.Record) []string {
	var out []string
	for i := range rec.Statements {
		out = append(out, line(rec, &rec.Statements[i]))
	}
	return out
}

// who said what: speaker | kind | cue | content of every statement, in text order
var statementCases = []struct {
	name, text string
	want       []string
}{
	{
		"direct, attribution after", "“The bridge will open in June,” Transport Minister Anna Weiss said.",
		[]string{"Anna Weiss | direct | said | “The bridge will open in June,”"},
	},
	{
		"direct, inverted", "“The bridge will open in June,” said Anna Weiss, the transport minister.",
		[]string{"Anna Weiss | direct | said | “The bridge will open in June,”"},
	},
	{
		"direct, before the quotation", "Anna Weiss said: “The bridge will open in June.”",
		[]string{"Anna Weiss | direct | said | “The bridge will open in June.”"},
	},
	{
		"direct, interrupted", "“The bridge,” Anna Weiss said, “will open in June.”",
		[]string{"Anna Weiss | direct | said | “The bridge,” … “will open in June.”"},
	},
	{
		"direct, continued in the next sentence", "“The bridge is ready,” Anna Weiss said. “It will open in June.”",
		[]string{"Anna Weiss | direct | said | “The bridge is ready,” … “It will open in June.”"},
	},
	{
		"direct, opening mark missing", "The bridge is ready for all of us,” Anna Weiss said.",
		[]string{"Anna Weiss | direct | said | The bridge is ready for all of us,”"},
	},
	{
		"indirect with that", "Anna Weiss said that the bridge would open in June.",
		[]string{"Anna Weiss | indirect | said | that the bridge would open in June"},
	},
	{
		"indirect without that", "Anna Weiss said the bridge would open in June.",
		[]string{"Anna Weiss | indirect | said | the bridge would open in June"},
	},
	{
		"indirect, attribution last", "The bridge will open in June, Anna Weiss said.",
		[]string{"Anna Weiss | indirect | said | The bridge will open in June"},
	},
	{
		"indirect, interrupted", "The bridge, Anna Weiss said, would open in June.",
		[]string{"Anna Weiss | indirect | said | The bridge … would open in June"},
	},
	{
		"mixed", "Anna Weiss said that the bridge was “a gift to the valley.”",
		[]string{"Anna Weiss | mixed | said | that the bridge was “a gift to the valley.”"},
	},
	{
		"according to", "According to Anna Weiss, the bridge will open in June.",
		[]string{"Anna Weiss | indirect | According to | the bridge will open in June"},
	},
	{
		"told somebody", "Anna Weiss told reporters that the bridge would open in June.",
		[]string{"Anna Weiss | indirect | told | that the bridge would open in June"},
	},
	{
		"denied", "Anna Weiss denied that the bridge was unsafe.",
		[]string{"Anna Weiss | indirect | denied | that the bridge was unsafe"},
	},
	{
		"a pronoun", "Anna Weiss opened the bridge on Monday. She said the work had cost $5 million.",
		[]string{"Anna Weiss | indirect | said | the work had cost $5 million"},
	},
	{
		"a government by its capital", "Paris said the talks with Berlin had failed.",
		[]string{"France | indirect | said | the talks with Berlin had failed"},
	},
	{"no statement: an office", "Anna Weiss opened the bridge on Monday. The road was closed for two years.", nil},
	{"no statement: a title in quotation marks", "The festival opened with “The Long Winter” on Monday.", nil},
}

func TestStatements(t *testing.T) {
	for _, test := range statementCases {
		t.Run(test.name, func(t *testing.T) {
			got := lines(recordOf(t, test.text))
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("statements of %q\n got %q\nwant %q", test.text, got, test.want)
			}
		})
	}
}
