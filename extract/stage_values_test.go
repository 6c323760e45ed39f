package extract

import (
	"fmt"
	"strings"
	"testing"

	"dictum/graph"
	"dictum/seeds"
)

func TestNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"15":                                 15,
		"1,500":                              1500,
		"2.5":                                2.5,
		"2.5 million":                        2.5e6,
		"5 bln":                              5e9,
		"seven":                              7,
		"twenty-five":                        25,
		"one hundred and fifty":              150,
		"two thousand three hundred":         2300,
		"three million two hundred thousand": 3.2e6,
		"a dozen":                            12,
		"two dozen":                          24,
		"half a million":                     5e5,
		"two and a half million":             2.5e6,
		"two and one half":                   2.5,
		"2-7/8":                              2.875,
		"3 1/2":                              3.5,
		"2 1/2 million":                      2.5e6,
		"hundreds":                           100,
		"hundreds of thousands":              1e5,
		"a few hundred":                      200,
		"several thousand":                   2000,
		"a couple":                           2,
	} {
		doc := plainDoc(text)
		as := atomize(doc, 0, len(doc.Toks))
		n, ok := as.number(0)
		if !ok || n.value != want || n.end != len(as) {
			t.Errorf("number(%q) = %v up to atom %d of %d (%v), want %v", text, n.value, n.end, len(as), ok, want)
		}
	}
}

func TestNoNumbers(t *testing.T) {
	for _, text := range []string{"two thirds", "two-thirds", "nine tenths"} {
		doc := plainDoc(text)
		if n, ok := atomize(doc, 0, len(doc.Toks)).number(0); ok {
			t.Errorf("number(%q) = %v", text, n.value)
		}
	}
}

// valuesIn reads the amounts of a text without tags and trees.
func valuesIn(t testing.TB, text string) []string {
	t.Helper()
	know, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc := plainDoc(text)
	s := (&Extractor{know: know}).newState(&graph.Document{Text: text, Date: "2023-03-29"}, doc)
	for _, run := range []func(*State) error{readTimes, readValues} {
		if err := run(s); err != nil {
			t.Fatal(err)
		}
	}
	var out []string
	runes := []rune(text)
	for _, v := range s.Record.Values {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s|%s|%g %s", string(runes[v.Span[0]:v.Span[1]]), v.Type, v.Value, v.Unit)))
	}
	return out
}

func TestValues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They paid $15bn for it.", "$15bn|MONEY|1.5e+10 USD"},
		{"They paid US$7.2 billion for it.", "US$7.2 billion|MONEY|7.2e+09 USD"},
		{"They paid £600m for it.", "£600m|MONEY|6e+08 GBP"},
		{"They paid EUR 40 million for it.", "EUR 40 million|MONEY|4e+07 EUR"},
		{"They paid five million euros for it.", "five million euros|MONEY|5e+06 EUR"},
		{"They paid between $12 million and $20 million for it.", "between $12 million and $20 million|MONEY|1.2e+07 USD"},
		{"Sales rose 5% in May.", "5%|PERCENT|5 percent"},
		{"Sales rose by 5.5 per cent.", "5.5 per cent|PERCENT|5.5 percent"},
		{"Sales rose about 12 percent.", "about 12 percent|PERCENT|12 percent"},
		{"At least 15 people died.", "At least 15|QUANTITY|15 person"},
		{"More than two hundred soldiers fled.", "More than two hundred|QUANTITY|200 person"},
		{"Between 5 and 10 soldiers fled.", "Between 5 and 10|QUANTITY|5 person"},
		{"Some 5 to 10 million voted.", "Some 5 to 10 million|QUANTITY|5e+06"},
		{"A road of 30 km was closed.", "30 km|QUANTITY|30000 metre"},
		{"A 100-person team came.", "100-person|QUANTITY|100 person"},
		{"It took two years and 44 days.", ""},
		{"Resolution 1701 was quoted.", ""},
		{"They won 3-1 at home.", ""},
		{"The A330 landed.", ""},
		{"Nobody came.", ""},
	} {
		if got := strings.Join(valuesIn(t, c.text), "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// FuzzTimesAndValues promises that whatever the text, every time and amount lies inside it, in order, without overlaps.
func FuzzTimesAndValues(f *testing.F) {
	for _, text := range []string{
		"They met on Monday, March 20, 2023, at 3:30 p.m.", "$15bn – 20 %", "from 5 to", "1,2,3.4.5", "two and a half", "12/31/99 31.12.1999",
		"the first half of", "'90s", "May", "a", "hundreds of", "½ of 2010-11", "-", "Q5 2020", "18:00", "between 3 and",
	} {
		f.Add(text)
	}
	know, err := seeds.Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(strings.Join(strings.Fields(text), " "), "")
		if text == "" {
			return
		}
		s := (&Extractor{know: know}).newState(&graph.Document{Text: text, Date: "2023-03-29"}, plainDoc(text))
		if err := readTimes(s); err != nil {
			t.Fatal(err)
		}
		if err := readValues(s); err != nil {
			t.Fatal(err)
		}
		last, n := 0, len([]rune(text))
		for _, x := range s.Record.Times {
			if x.Span[0] < last || x.Span[1] <= x.Span[0] || x.Span[1] > n {
				t.Fatalf("time %v after %d in a text of %d", x.Span, last, n)
			}
			last = x.Span[1]
		}
		last = 0
		for _, x := range s.Record.Values {
			if x.Span[0] < last || x.Span[1] <= x.Span[0] || x.Span[1] > n {
				t.Fatalf("value %v after %d in a text of %d", x.Span, last, n)
			}
			last = x.Span[1]
		}
	})
}

func BenchmarkTimesAndValues(b *testing.B) {
	know, err := seeds.Load()
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("The bloc sent 100 observers for two years on March 20, 2023, and paid $15 million since last September. ", 50)
	doc := plainDoc(strings.TrimSpace(text))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := (&Extractor{know: know}).newState(&graph.Document{Text: doc.Text, Date: "2023-03-29"}, doc)
		if err := readTimes(s); err != nil {
			b.Fatal(err)
		}
		if err := readValues(s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEvents(b *testing.B) {
	states := sentenceStates(b)
	size := 0
	for _, s := range states {
		size += len(s.Record.Text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, s := range states {
			s.Record.Events = nil
			if err := readEvents(s); err != nil {
				b.Fatal(err)
			}
		}
	}
}
