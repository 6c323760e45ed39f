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
		[]string{"Anna Weiss | direct | said: | “The bridge will open in June.”"},
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
	{
		"two cues share a source", "Anna Weiss said the bridge would open in June, adding that the road was ready.",
		[]string{"Anna Weiss | indirect | said | the bridge would open in June", "Anna Weiss | indirect | adding | that the road was ready"},
	},
	{
		"a noun", "Anna Weiss rejected the mayor’s claim that the bridge was unsafe.",
		[]string{"Anna Weiss | indirect | rejected | the mayor’s claim that the bridge was unsafe"},
	},
	{
		"a want", "Anna Weiss wants to open the bridge in June.",
		[]string{"Anna Weiss | indirect | wants | to open the bridge in June"},
	},
	{
		"a belief", "Anna Weiss believes that the bridge is safe.",
		[]string{"Anna Weiss | indirect | believes | that the bridge is safe"},
	},
	{
		"a poll", "A poll found that most voters wanted the bridge.",
		[]string{"poll | indirect | found | that most voters wanted the bridge"},
	},
	{
		"accused of doing", "Anna Weiss accused the builders of hiding the costs of the bridge.",
		[]string{"Anna Weiss | indirect | accused | the builders of hiding the costs of the bridge"},
	},
	{
		"a transcript", "Anna Weiss met Paul Harris.\n\nWEISS: The bridge will open in June, and the road is ready.\n\nHARRIS: When will the tolls end?",
		[]string{
			"Anna Weiss | direct | : | The bridge will open in June, and the road is ready",
			"Paul Harris | direct | : | When will the tolls end?",
		},
	},
	{
		"signed after a dash", "“The bridge is a gift to the whole valley.” — Anna Weiss",
		[]string{"Anna Weiss | direct | — | “The bridge is a gift to the whole valley.”"},
	},
	{
		"a dateline", "GENEVA, May 17 (Agency) — The bridge will open in June, Anna Weiss said.",
		[]string{"Anna Weiss | indirect | said | The bridge will open in June"},
	},
	{
		"a dateline glued to the sentence", "date 2024-05-17 The bridge will open in June, Anna Weiss said.",
		[]string{"Anna Weiss | indirect | said | The bridge will open in June"},
	},
	{
		"no verb, but a name after the quotation", "“We are ready to open the bridge,” Anna Weiss during an interview with Radio Nord.",
		[]string{"Anna Weiss | direct |  | “We are ready to open the bridge,”"},
	},
	{
		"over two paragraphs", "“The bridge is ready,” Anna Weiss said. “We will open it in June.\n\n“The road will open with it.”",
		[]string{"Anna Weiss | direct | said | “The bridge is ready,” … “We will open it in June.\n\n“The road will open with it.”"},
	},
	{
		"an insertion in brackets", "“Due to the work [on the bridge] much was done for the valley,” Anna Weiss said.",
		[]string{"Anna Weiss | direct | said | “Due to the work [on the bridge] much was done for the valley,”"},
	},
	{
		"quotations in a quotation", "“The clerk told me ‘never again’ and left,” Anna Weiss said.",
		[]string{"Anna Weiss | direct | said | “The clerk told me ‘never again’ and left,”"},
	},
	{
		"an affiliation in brackets", "Anna Weiss (Greens) said the bridge would open in June.",
		[]string{"Anna Weiss | indirect | said | the bridge would open in June"},
	},
	{
		"a relative pronoun", "On Monday the mayor met Anna Weiss, who said that the bridge was safe.",
		[]string{"Anna Weiss | indirect | said | that the bridge was safe"},
	},
	{
		"marks written twice", "''The bridge is ready,'' Anna Weiss said.",
		[]string{"Anna Weiss | direct | said | ''The bridge is ready,''"},
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

// how it was said, of the first statement: to whom | where | about whom | attitude polarity certainty date
var mannerCases = []struct{ name, text, want string }{
	{"told reporters", "Anna Weiss told reporters that France would pay for the bridge.", "reporters |  | France |  affirmed asserted 2024-05-17"},
	{
		"told a person", "Anna Weiss told Chancellor Olaf Brandt that the bridge was unsafe.",
		"Olaf Brandt |  |  |  affirmed asserted 2024-05-17",
	},
	{
		"in an interview", "Anna Weiss said in an interview with Radio Nord that the bridge was ready.",
		" | interview with Radio Nord |  |  affirmed asserted 2024-05-17",
	},
	{
		"at a briefing", "“The bridge is ready,” Anna Weiss said at a briefing in Geneva.",
		" | briefing in Geneva |  |  affirmed asserted 2024-05-17",
	},
	{"on Twitter", "“The bridge is ready,” Anna Weiss wrote on Twitter.", " | Twitter |  |  affirmed asserted 2024-05-17"},
	{
		"accused", "Anna Weiss accused Germany of hiding the costs of the bridge.",
		" |  | Germany | oppose affirmed asserted 2024-05-17",
	},
	{"praised", "Anna Weiss praised Germany for its help with the bridge.", " |  | Germany | support affirmed asserted 2024-05-17"},
	{"went on to praise", "Anna Weiss went on to praise Germany for its help.", " |  | Germany | support affirmed asserted 2024-05-17"},
	{"did not praise", "Anna Weiss did not praise Germany for its help.", " |  | Germany |  negated asserted 2024-05-17"},
	{
		"criticism of", "Anna Weiss repeated her criticism of Germany.",
		" |  | Germany | oppose affirmed asserted 2024-05-17",
	},
	{"told a briefing", "Anna Weiss told a news briefing that the bridge was ready.", " | news briefing |  |  affirmed asserted 2024-05-17"},
	{
		"a letter to", "“The bridge is ready,” Anna Weiss wrote in a letter to Chancellor Olaf Brandt.",
		" | letter to Chancellor Olaf Brandt |  |  affirmed asserted 2024-05-17",
	},
	{"whether", "Anna Weiss asked whether Germany would pay.", " |  | Germany |  affirmed questioned 2024-05-17"},
	{"might say", "Anna Weiss could announce that Germany will pay.", " |  | Germany |  affirmed hedged 2024-05-17"},
	{"reported in a month", "In March 2023, Anna Weiss said that Germany would pay.", " |  | Germany |  affirmed asserted 2023-03"},
	{
		"denied", "Anna Weiss denied that Germany had paid for the bridge.",
		" |  | Germany |  negated asserted 2024-05-17",
	},
	{"did not say", "Anna Weiss did not say when Germany would pay.", " |  | Germany |  negated asserted 2024-05-17"},
	{"may", "Germany may leave the project, Anna Weiss said.", " |  | Germany |  affirmed hedged 2024-05-17"},
	{"a question", "“Why should Germany pay for the bridge?” Anna Weiss asked.", " |  | Germany |  affirmed questioned 2024-05-17"},
	{"on a day", "Anna Weiss said on Monday that Germany would pay for the bridge.", " |  | Germany |  affirmed asserted 2024-05-13"},
	{
		"about the object of the main clause, not the place", "Anna Weiss said the company had sued Germany in Geneva.",
		" |  | Germany |  affirmed asserted 2024-05-17",
	},
}

func TestManner(t *testing.T) {
	for _, test := range mannerCases {
		t.Run(test.name, func(t *testing.T) {
			rec := recordOf(t, test.text)
			if len(rec.Statements) == 0 {
				t.Fatalf("no statement in %q", test.text)
			}
			st := &rec.Statements[0]
			var about []string
			for _, id := range st.About {
				about = append(about, actorName(rec, id))
			}
			got := fmt.Sprintf("%s | %s | %s | %s %s %s %s", actorName(rec, st.Addressee), st.Venue, strings.Join(about, ", "),
				st.Attitude, st.Polarity, st.Certainty, st.Date)
			if got != test.want {
				t.Errorf("manner of %q\n got %q\nwant %q\n for %q", test.text, got, test.want, line(rec, st))
			}
		})
	}
}

// An article that is only quotation marks, or has none of what statements are made of, is read without a statement.
func TestStatementsOfNothing(t *testing.T) {
	for _, text := range []string{"", "“”", "”", "\"", "“ ” “ ”", ":", "— —", "said", "NAME:", "\n\n", "“\n\n“\n\n“"} {
		for _, l := range lines(recordOf(t, text)) {
			t.Errorf("statement in %q: %s", text, l)
		}
	}
}

// TestSpeakerIsNoPlace holds that a place beside the source does not speak for it.
func TestSpeakerIsNoPlace(t *testing.T) {
	x, err := wholeExtractor()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"A farmer near Jermuk said he hoped the observers would stay.",
		"A nurse from the port of Odesa said that the clinic was full.",
	} {
		rec, err := x.Extract(t.Context(), &graph.Document{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range rec.Statements {
			if s.Speaker != "" && !graph.IsUnnamed(s.Speaker) {
				t.Errorf("%s\n the speaker is %s", text, s.Speaker)
			}
		}
	}
}

// TestInsert reads an attribution between a conjunction and its clause.
func TestInsert(t *testing.T) {
	rec := recordOf(t, "The two towns are at odds because, according to the mayor, the province did not send help in time.")
	for _, s := range rec.Statements {
		if got := words(rec, s.Content); got == "the province did not send help in time" {
			return
		}
	}
	t.Errorf("no statement holds what the mayor said: %+v", rec.Statements)
}
