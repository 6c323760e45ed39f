package extract

import (
	"slices"
	"strings"
	"testing"
)

// TestQuotesGoOn: quotations that go on with what stands before, and contents that their conjunctions and conjuncts bound.
func TestQuotesGoOn(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
	}{
		{
			"a second clause with its conjunction",
			"A spokeswoman for the port confirmed the director was in office and that he would stay until June.",
			"the director was in office and that he would stay until June",
		},
		{
			"a coordinated verb of speech ends the content",
			"The ministry said it was “strongly opposed” to the test and warned its neighbours on Friday.",
			"it was “strongly opposed” to the test",
		},
		{
			"the quotation after what the same speaker said",
			"The mayor has rejected the plan to close the port. “If we close it, the town will die,” she said.",
			"“If we close it, the town will die,”",
		},
	} {
		rec := recordOf(t, test.text)
		found := slices.ContainsFunc(lines(rec), func(l string) bool { return strings.HasSuffix(l, "| "+test.want) })
		if !found {
			t.Errorf("%s: %q, want a content %q", test.name, lines(rec), test.want)
		}
	}
}

// TestToldOf: a quotation in the first person without an attribution belongs to the one whom the sentence before tells of.
func TestToldOf(t *testing.T) {
	text := "“The race was hard,” said Irish walker Anna Weiss.\n\nWeiss came back from injury in January. “I could not train for a year, " +
		"and my knee hurt all the time.”"
	rec := recordOf(t, text)
	if got := lines(rec); len(got) != 2 || !strings.HasPrefix(got[1], "Anna Weiss | direct") {
		t.Errorf("statements %q, want a second one by Anna Weiss", got)
	}
}

// TestAboutWhom: a country is concerned by what is said of its government, not of its citizens.
func TestAboutWhom(t *testing.T) {
	for _, test := range []struct{ text, about, attitude, venue string }{
		{"The minister said Mexican prisoners pay for water.", "", "", ""},
		{"The minister said Mexican troops had crossed the river.", "Mexico", "", ""},
		{"The union criticised the policies of Jan Holt.", "Jan Holt", "oppose", ""},
		{"Jan Holt said the police had refused to say whether Anna Weiss was there.", "", "", ""},
		{"Speaking at a press conference in Geneva on Monday, Jan Holt said the port was safe.", "", "", "press conference in Geneva"},
	} {
		rec := recordOf(t, test.text)
		if len(rec.Statements) == 0 {
			t.Errorf("%s: no statement", test.text)
			continue
		}
		st := rec.Statements[0]
		var about []string
		for _, id := range st.About {
			about = append(about, actorName(rec, id))
		}
		// an actor of the document that belongs to the country stands for it
		if got := strings.Join(about, ", "); test.about != "" && !strings.Contains(got, test.about) && !strings.Contains(got, "Mexican troops") ||
			test.attitude != st.Attitude || test.venue != st.Venue {
			t.Errorf("%s: about %q, attitude %q, venue %q", test.text, got, st.Attitude, st.Venue)
		}
	}
}

// TestAttitude: praise and blame are towards those whom the words are aimed at, and towards nobody where they are not.
func TestAttitude(t *testing.T) {
	for _, test := range []struct{ text, attitude string }{
		{"She went on to praise Norway for its patience during the talks.", "support"},
		{"The mayor refused to testify about the role of Anna Weiss in the strike.", ""},
		{"The coach refused to blame Jan Holt for the defeat.", ""},
		{"The opposition accused Anna Weiss of wasting money.", "oppose"},
	} {
		for _, st := range recordOf(t, test.text).Statements {
			if st.Attitude != test.attitude {
				t.Errorf("%s: attitude %q, want %q", test.text, st.Attitude, test.attitude)
			}
		}
	}
}
