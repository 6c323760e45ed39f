package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"dictum/extract/nlp"
)

// plainDoc is a text as one sentence of words between spaces, without tags and trees.
func plainDoc(text string) *nlp.Doc {
	doc := &nlp.Doc{Text: text}
	at := 0
	for w := range strings.SplitSeq(text, " ") {
		n := utf8.RuneCountInString(w)
		doc.Toks = append(doc.Toks, nlp.Token{Start: at, End: at + n, Text: w, Head: -1})
		at += n + 1
	}
	doc.Sents = []nlp.Sent{{First: 0, Last: len(doc.Toks), Start: 0, End: at - 1}}
	return doc
}

// timesIn reads all times of a text without tags and trees, all clauses in one tense.
func timesIn(t testing.TB, text, date string, tn tense) []string {
	t.Helper()
	doc, runes := plainDoc(text), []rune(text)
	ref := timeRef{doc: parseCivil(date), tense: tn}
	var out []string
	for _, sent := range doc.Sents {
		as := atomize(doc, sent.First, sent.Last)
		for i := 0; i < len(as); {
			x, ok := as.timeAt(i)
			if !ok || !as.standsAlone(i, x.end) {
				i++
				continue
			}
			v := x.value(ref)
			if c := parseCivil(v); len(v) >= 4 && c.y >= 1000 {
				ref.prev = c
			}
			out = append(out, fmt.Sprintf("%s|%s|%s", string(runes[as[i].start:as[x.end-1].end]), x.kind, v))
			i = x.end
		}
	}
	return out
}

func TestTimes(t *testing.T) {
	const doc = "2023-03-29" // a Wednesday
	cases := []struct {
		text  string
		tense tense
		want  string // span|type|value, more than one joined by "; "
	}{
		// days
		{"They met in Geneva on March 20.", tensePast, "March 20|DATE|2023-03-20"},
		{"They will meet on March 20.", tenseFuture, "March 20|DATE|2024-03-20"},
		{"The envoys met on March 20, 2021.", tensePast, "March 20, 2021|DATE|2021-03-20"},
		{"The envoys met on 20 March 2021.", tensePast, "20 March 2021|DATE|2021-03-20"},
		{"It was signed on the 9th of May 1945.", tensePast, "9th of May 1945|DATE|1945-05-09"},
		{"Mission ends May 24, 2021 in Prague.", tensePast, "May 24, 2021|DATE|2021-05-24"},
		{"It was signed on December 31.", tensePast, "December 31|DATE|2022-12-31"},
		{"It will be signed on January 5.", tenseFuture, "January 5|DATE|2024-01-05"},
		{"Filed 2021-11-16 by the ministry.", tensePast, "2021-11-16|DATE|2021-11-16"},
		{"Posted 7/8/07 on the site.", tensePast, "7/8/07|DATE|2007-07-08"},
		{"Posted 28.11.2020 on the site.", tensePast, "28.11.2020|DATE|2020-11-28"},
		{"The summit ran from March 3-5 in Brussels.", tensePast, "March 3-5|DATE|2023-03-03/2023-03-05"},
		{"Talks on 20-22 March failed.", tensePast, "20-22 March|DATE|2023-03-20/2023-03-22"},
		{"The raid of Sept. 13 killed four.", tensePast, "Sept. 13|DATE|2022-09-13"},
		{"Parliament sits again on Feb 30.", tensePast, ""},
		// weekdays
		{"He arrived on Monday.", tensePast, "Monday|DATE|2023-03-27"},
		{"He arrived on Wednesday.", tensePast, "Wednesday|DATE|2023-03-29"},
		{"He will arrive on Monday.", tenseFuture, "Monday|DATE|2023-04-03"},
		{"He arrived last Wednesday.", tensePast, "last Wednesday|DATE|2023-03-22"},
		{"He will arrive next Friday.", tenseFuture, "next Friday|DATE|2023-03-31"},
		{"The polls this Sunday come early.", tenseNone, "this Sunday|DATE|2023-04-02"},
		{"He arrived this Monday.", tensePast, "this Monday|DATE|2023-03-27"},
		{"Police fired on Sunday night.", tensePast, "Sunday night|TIME|2023-03-26TNI"},
		{"They spoke on Monday, March 20, in Prague.", tensePast, "Monday, March 20|DATE|2023-03-20"},
		// days from now
		{"The vote is today.", tenseNone, "today|DATE|2023-03-29"},
		{"It failed yesterday.", tensePast, "yesterday|DATE|2023-03-28"},
		{"It failed the day before yesterday.", tensePast, "the day before yesterday|DATE|2023-03-27"},
		{"Shells fell last night.", tensePast, "last night|TIME|2023-03-28TNI"},
		{"He left this morning.", tensePast, "this morning|TIME|2023-03-29TMO"},
		{"They return tomorrow evening.", tenseFuture, "tomorrow evening|TIME|2023-03-30TEV"},
		// months, seasons, quarters, years
		{"Troops crossed the river in September.", tensePast, "September|DATE|2022-09"},
		{"Troops will leave in September.", tenseFuture, "September|DATE|2023-09"},
		{"Troops crossed the river in March.", tensePast, "March|DATE|2023-03"},
		{"The office opened in March 2019.", tensePast, "March 2019|DATE|2019-03"},
		{"The office opened last September.", tensePast, "last September|DATE|2022-09"},
		{"The office opened last March.", tensePast, "last March|DATE|2022-03"},
		{"It held the chair last year.", tensePast, "last year|DATE|2022"},
		{"It will hold the chair next year.", tenseFuture, "next year|DATE|2024"},
		{"Prices rose last month.", tensePast, "last month|DATE|2023-02"},
		{"He came earlier this month.", tensePast, "earlier this month|DATE|2023-03"},
		{"He comes later this year.", tenseFuture, "later this year|DATE|2023"},
		{"It fell late last year.", tensePast, "late last year|DATE|2022"},
		{"It fell last week.", tensePast, "last week|DATE|2023-W12"},
		{"It snowed last weekend.", tensePast, "last weekend|DATE|2023-W12-WE"},
		{"Sales fell in the fourth quarter.", tensePast, "the fourth quarter|DATE|2022-Q4"},
		{"Sales fell in Q1 2022.", tensePast, "Q1 2022|DATE|2022-Q1"},
		{"Fires spread last summer.", tensePast, "last summer|DATE|2022-SU"},
		{"Fires spread in the summer of 2019.", tensePast, "the summer of 2019|DATE|2019-SU"},
		{"In the first half of 2022 trade grew.", tensePast, "the first half of 2022|DATE|2022-H1"},
		{"The pact has held since 2020.", tensePast, "2020|DATE|2020"},
		{"The pact ran from 2010 to 2014.", tensePast, "2010|DATE|2010; 2014|DATE|2014"},
		{"In the 2010-11 season they lost.", tensePast, "2010-11|DATE|2010/2011"},
		{"They opened in mid-September.", tensePast, "mid-September|DATE|2022-09"},
		{"They open by the end of 2024.", tenseFuture, "the end of 2024|DATE|2024"},
		{"A pact from the late 1990s holds.", tenseNone, "the late 1990s|DATE|199"},
		{"A fort of the 19th century burned.", tensePast, "the 19th century|DATE|18"},
		{"They fought in September. Later in November, they talked.", tensePast, "September|DATE|2022-09; Later in November|DATE|2022-11"},
		// leaning on another date
		{"They met on March 3. The next day he flew home.", tensePast, "March 3|DATE|2023-03-03; The next day|DATE|2023-03-04"},
		{"War broke out in 1991. Three years later a truce held.", tensePast, "1991|DATE|1991; Three years later|DATE|1994"},
		{"The next day he flew home.", tensePast, "The next day|DATE|"},
		// ago, durations
		{"It broke down two weeks ago.", tensePast, "two weeks ago|DATE|2023-W11"},
		{"It broke down three days ago.", tensePast, "three days ago|DATE|2023-03-26"},
		{"It broke down five months ago.", tensePast, "five months ago|DATE|2022-10"},
		{"It broke down years ago.", tensePast, "years ago|DATE|PAST_REF"},
		{"A two-year mission began.", tensePast, "two-year|DURATION|P2Y"},
		{"The siege lasted for 44 days.", tensePast, "44 days|DURATION|P44D"},
		{"The siege lasted two and a half years.", tensePast, "two and a half years|DURATION|P2.5Y"},
		{"Over the past three years it grew.", tensePast, "the past three years|DURATION|P3Y"},
		{"It may take several months.", tenseNone, "several months|DURATION|PXM"},
		{"They talked for half an hour.", tensePast, "half an hour|DURATION|PT0.5H"},
		{"They ruled for decades.", tensePast, "decades|DURATION|PXY"},
		{"The trip took two hours and ten minutes.", tensePast, "two hours and ten minutes|DURATION|PT2HT10M"},
		// clocks and sets
		{"Polls close at 18:00 UTC on March 20.", tensePast, "18:00 UTC on March 20|TIME|2023-03-20T18:00Z"},
		{"The quake struck at 3:30 p.m. on Monday.", tensePast, "3:30 p.m. on Monday|TIME|2023-03-27T15:30"},
		{"The quake struck at noon.", tensePast, "noon|TIME|2023-03-29T12:00"},
		{"Convoys pass every day.", tenseNone, "every day|SET|P1D"},
		{"They meet every Monday.", tenseNone, "every Monday|SET|XXXX-WXX-1"},
		{"They meet twice a week.", tenseNone, "twice a week|SET|P1W"},
		{"It builds 15 a year.", tenseNone, "a year|SET|P1Y"},
		// now and then
		{"He is currently in Tbilisi.", tenseNone, "currently|DATE|PRESENT_REF"},
		{"He recently spoke.", tensePast, "recently|DATE|PAST_REF"},
		// no times
		{"May I march with you?", tenseNone, ""},
		{"A 25-year-old man was held.", tensePast, ""},
		{"Some 2000 people fled.", tensePast, ""},
		{"They paid $2019 for it.", tensePast, ""},
		{"He took second place.", tensePast, ""},
	}
	for _, c := range cases {
		if got := strings.Join(timesIn(t, c.text, doc, c.tense), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestTimesWithoutDocumentDate(t *testing.T) {
	for text, want := range map[string]string{
		"They met on March 20.":       "March 20|DATE|XXXX-03-20",
		"They met on Monday.":         "Monday|DATE|XXXX-WXX-1",
		"They met in September.":      "September|DATE|XXXX-09",
		"They met last year.":         "last year|DATE|",
		"They met yesterday.":         "yesterday|DATE|",
		"They met two weeks ago.":     "two weeks ago|DATE|",
		"They met on March 20, 2021.": "March 20, 2021|DATE|2021-03-20",
	} {
		if got := strings.Join(timesIn(t, text, "", tensePast), "; "); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestTimePrecision(t *testing.T) {
	for value, want := range map[string]string{
		"2023": "year", "2023-03": "month", "2023-03-20": "day", "2023-W12": "week", "2023-W12-WE": "weekend", "2022-Q4": "quarter",
		"2022-H1": "half", "2022-SU": "season", "199": "decade", "18": "century", "2023-03-20T18:00": "minute", "2023-03-20TMO": "daypart",
		"2010/2011": "year", "PRESENT_REF": "",
	} {
		if got := timePrecision(value); got != want {
			t.Errorf("timePrecision(%q) = %q, want %q", value, got, want)
		}
	}
}
