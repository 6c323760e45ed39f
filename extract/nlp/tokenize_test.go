package nlp

import (
	"strings"
	"testing"
)

var wordCases = []struct{ text, want string }{
	{"", ""},
	{"A 100-person, two-year mission.", "A|100|-|person|,|two|-|year|mission|."},
	{"We don't know; it's Bob's, they've said.", "We|do|n't|know|;|it|'s|Bob|'s|,|they|'ve|said|."},
	{"They don’t, she’ll, the workers’ union", "They|do|n’t|,|she|’ll|,|the|workers|’|union"},
	{"You cannot, you're gonna.", "You|can|not|,|you|'re|gon|na|."},
	{"The U.S. Senate met at 10:30 a.m. on Jan. 5.", "The|U.S.|Senate|met|at|10:30|a.m.|on|Jan.|5|."},
	{"Mr. J. P. Moreau of Acme Corp. left.", "Mr.|J.|P.|Moreau|of|Acme|Corp.|left|."},
	{"It rose 4.5% to $12.30 (from £11,000).", "It|rose|4.5|%|to|$|12.30|(|from|£|11,000|)|."},
	{"US$5 million and US$ 5bn", "US$|5|million|and|US$|5|bn"},
	{"“No,” she said. ‘Never.’", "“|No|,|”|she|said|.|‘|Never|.|’"},
	{`("quoted")`, `(|"|quoted|"|)`},
	{"Wait... what?! Well--no. One—two… three", "Wait|...|what|?!|Well|--|no|.|One|—|two|…|three"},
	{"anti-war re-elected e-mail pro-Moscow", "anti-war|re-elected|e-mail|pro-Moscow"},
	{"north-eastern Wal-Mart al-Bashir", "north|-|eastern|Wal|-|Mart|al|-|Bashir"},
	{"and/or 11/28/2000 1/2 2004-11-17", "and|/|or|11/28/2000|1/2|2004-11-17"},
	{"the 1914–1918 war, 10-15 men", "the|1914|–|1918|war|,|10|-|15|men"},
	{"at 5pm, 20km away, the 4th of the '90s and 1990s", "at|5|pm|,|20|km|away|,|the|4th|of|the|'90s|and|1990s"},
	{"call 713-853-3989 or 345-9945", "call|713-853-3989|or|345-9945"},
	{"See www.example.org/press, write to press@example.org.", "See|www.example.org/press|,|write|to|press@example.org|."},
	{"http://example.org/a?b=c.", "http://example.org/a?b=c|."},
	{"AT&T and R&D, O'Brien at 8 o'clock", "AT&T|and|R&D|,|O'Brien|at|8|o'clock"},
	{"It ended.Then it began.", "It|ended|.|Then|it|began|."},
	{"nobody'd've", "nobody|'d|'ve"},
	{"[sic] {x}", "[|sic|]|{|x|}"},
	{"* item\n• other", "*|item|•|other"},
	{"Zürich’s Straße", "Zürich|’s|Straße"},
	{"He is No. 1. No. 10 said no.", "He|is|No.|1|.|No.|10|said|no|."},
	{"#1 and @reader", "#|1|and|@reader"},
	{"the U.S.-led force, N.J.-based firms", "the|U.S.|-|led|force|,|N.J.|-|based|firms"},
	{"Ann Ruiz, Ph.D., and Lt. Col. Bo Lind, M.D.", "Ann|Ruiz|,|Ph.D.|,|and|Lt.|Col.|Bo|Lind|,|M.D."},
	{"The FT. He has MS. The SEC. ST. LOUIS", "The|FT|.|He|has|MS|.|The|SEC|.|ST.|LOUIS"},
	{"He rose at 9 a.m. and fell .5 points (0.4%).", "He|rose|at|9|a.m.|and|fell|.5|points|(|0.4|%|)|."},
	{"He said [it was] \"over\" … and left.", "He|said|[|it|was|]|\"|over|\"|…|and|left|."},
	{"«Non», he said ((twice", "«|Non|»|,|he|said|(|(|twice"},
}

func TestWords(t *testing.T) {
	for _, c := range wordCases {
		var tk tokenizer
		var got []string
		for _, p := range tk.tokenize(c.text, nil) {
			got = append(got, c.text[p.b:p.e])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("words of %q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

var sentenceCases = []struct {
	text string
	want []string
}{
	{"One. Two! Three? Four", []string{"One.", "Two!", "Three?", "Four"}},
	{"Mr. Smith met Gen. Jones in the U.S. The talks failed.", []string{"Mr. Smith met Gen. Jones in the U.S.", "The talks failed."}},
	{"The U.S. Senate voted at 3 p.m. Friday.", []string{"The U.S. Senate voted at 3 p.m. Friday."}},
	{"\"It is over.\" She left. \"Is it?\" he asked.", []string{"\"It is over.\"", "She left.", "\"Is it?\" he asked."}},
	{"“Stop!” he cried. “Now.”", []string{"“Stop!” he cried.", "“Now.”"}},
	{"Headline without a stop\n\nThe text begins here. It goes on.", []string{"Headline without a stop", "The text begins here.", "It goes on."}},
	{"PARIS, May 3 (Newswire) - Talks began. They ended.", []string{"PARIS, May 3 (Newswire) - Talks began.", "They ended."}},
	{"Prices rose 3.5 percent. 12 people left.", []string{"Prices rose 3.5 percent.", "12 people left."}},
	{"- first point\n- second point", []string{"- first point", "- second point"}},
	{"She is the No. 2 there. He is not.", []string{"She is the No. 2 there.", "He is not."}},
	{"J. P. Moreau spoke. R. Diaz did not.", []string{"J. P. Moreau spoke.", "R. Diaz did not."}},
	{"He came to No. 10 Downing Street. No. 5 is next door.", []string{"He came to No. 10 Downing Street.", "No. 5 is next door."}},
	{"2023-03-29 Police arrived in Oslo. They left.", []string{"2023-03-29", "Police arrived in Oslo.", "They left."}},
	{"Wednesday, March 29, 2023 The minister spoke.", []string{"Wednesday, March 29, 2023", "The minister spoke."}},
	{"The minister spoke.\n29 March 2023", []string{"The minister spoke.", "29 March 2023"}},
	{"On 29 March 2023 The Herald closed.", []string{"On 29 March 2023 The Herald closed."}},
	{"Steps:\n1. Find a pot.\n2. Stir.\na) Eat.", []string{"Steps:", "1. Find a pot.", "2. Stir.", "a) Eat."}},
	{"• Taxes fall\n• Rents rise", []string{"• Taxes fall", "• Rents rise"}},
	{"It closed at 5 p.m. The shop opens at 9 a.m. on Monday.", []string{"It closed at 5 p.m.", "The shop opens at 9 a.m. on Monday."}},
	{"\"Why?\" he asked. \"Because!\" she said. 'Is it?' he asked.", []string{"\"Why?\" he asked.", "\"Because!\" she said.", "'Is it?' he asked."}},
	{"He asked, \"Who's there?\" and left.", []string{"He asked, \"Who's there?\" and left."}},
	{"\"I don't know ...\" she said.", []string{"\"I don't know ...\" she said."}},
	{"The word from the SEC. Bankers wait.", []string{"The word from the SEC.", "Bankers wait."}},
	{"Lt. Col. Lind, Ph.D. He teaches.", []string{"Lt. Col. Lind, Ph.D.", "He teaches."}},
	{"[The minister stayed.] (She left.) He spoke (\"It is over.\") and sat.", []string{
		"[The minister stayed.]", "(She left.)", "He spoke (\"It is over.\") and sat.",
	}},
	{"\"It is late, he said. We go. \"Now.\"", []string{"\"It is late, he said.", "We go.", "\"Now.\""}},
	{"Mail press@example.org. Visit www.example.org/a. Then call.", []string{"Mail press@example.org.", "Visit www.example.org/a.", "Then call."}},
	{
		"Northwind Energy Corp said its\nLakeside unit closed a mine and\ntwo plants.\n    Shares fell in\nOslo.",
		[]string{"Northwind Energy Corp said its\nLakeside unit closed a mine and\ntwo plants.", "Shares fell in\nOslo."},
	},
	{"He paused ... and left.", []string{"He paused ... and left."}},
	{"A title\nThe body of the article begins here. It ends.", []string{"A title", "The body of the article begins here.", "It ends."}},
	{
		"The committee said on Tuesday that it had not decided on\nthe matter of the bridge. A second meeting is planned for\nFriday in the capital.",
		[]string{"The committee said on Tuesday that it had not decided on\nthe matter of the bridge.", "A second meeting is planned for\nFriday in the capital."},
	},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		var s scratch
		doc := s.cut(c.text)
		var got []string
		runes := newRuneIndex(c.text)
		for _, st := range doc.Sents {
			got = append(got, runes.slice(st.Start, st.End))
		}
		if g, w := strings.Join(got, "\n| "), strings.Join(c.want, "\n| "); g != w {
			t.Errorf("sentences of %q\n got\n| %s\nwant\n| %s", c.text, g, w)
		}
	}
}

// FuzzWords holds the promise that nothing is lost: words and the white space between them are the text, in order, offsets are
// code points, and sentences cover all words.
func FuzzWords(f *testing.F) {
	for _, c := range wordCases {
		f.Add(c.text)
	}
	for _, c := range sentenceCases {
		f.Add(c.text)
	}
	f.Add("a\xffb \u00a0…’s n't US$")
	f.Fuzz(func(t *testing.T, text string) {
		var tk tokenizer
		at := 0
		pieces := tk.tokenize(text, nil)
		for _, p := range pieces {
			if p.b < at || p.e <= p.b || p.e > len(text) {
				t.Fatalf("words of %q: piece %v after %d", text, p, at)
			}
			gapIsSpace(t, text, at, p.b)
			at = p.e
		}
		gapIsSpace(t, text, at, len(text))
		var s scratch
		doc := s.cut(text)
		runes := []rune(text)
		for i, tok := range doc.Toks {
			if validText(text) && string(runes[tok.Start:tok.End]) != tok.Text {
				t.Fatalf("%q: word %d is %q, its offsets say %q", text, i, tok.Text, string(runes[tok.Start:tok.End]))
			}
		}
		next := 0
		for _, st := range doc.Sents {
			if st.First != next || st.Last <= st.First {
				t.Fatalf("%q: sentence %+v after word %d", text, st, next)
			}
			next = st.Last
		}
		if next != len(doc.Toks) {
			t.Fatalf("%q: sentences end at word %d of %d", text, next, len(doc.Toks))
		}
	})
}

func gapIsSpace(t *testing.T, text string, from, to int) {
	t.Helper()
	for _, r := range text[from:to] {
		if !isSpace(r) {
			t.Fatalf("%q: %q is in no word", text, text[from:to])
		}
	}
}

func validText(s string) bool { return strings.ToValidUTF8(s, "") == s }
