package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"dictum/graph"
)

// roughSents starts a sentence after every full stop, question or exclamation mark that a space follows, and at paragraphs.
func roughSents(text []rune) []int {
	out := []int{0}
	for i := 1; i < len(text); i++ {
		end := strings.ContainsRune(".?!", text[i-1]) || i > 1 && strings.ContainsRune("”\"’'", text[i-1]) && strings.ContainsRune(".?!,", text[i-2])
		if text[i] == ' ' && end {
			out = append(out, i+1)
		}
		if text[i-1] == '\n' {
			out = append(out, i)
		}
	}
	return out
}

// quotesOf lists the quotations of a text as words, with what is special about them.
func quotesOf(s string) []string {
	text := []rune(s)
	var out []string
	for _, q := range findQuotes(text, paragraphs(text), roughSents(text)) {
		words := string(text[q.span[0]:q.span[1]])
		for _, flag := range []struct {
			on   bool
			name string
		}{{q.noOpen, "<open missing"}, {q.noClose, "<close missing"}, {q.depth > 0, fmt.Sprintf("<depth %d", q.depth)}, {q.prev >= 0, "<goes on"}} {
			if flag.on {
				words += " " + flag.name
			}
		}
		out = append(out, words)
	}
	return out
}

func TestFindQuotes(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"plain curly", "“The road is open,” the mayor said.", []string{"“The road is open,”"}},
		{"plain straight", `"The road is open," the mayor said. "It will stay so."`, []string{`"The road is open,"`, `"It will stay so."`}},
		{"none", "The mayor said the road was open.", nil},
		{"fragment", `The mayor called the road "a lifeline" for the valley.`, []string{`"a lifeline"`}},
		{"opening mark missing", "The road is open to all,” the mayor said.", []string{"The road is open to all,” <open missing"}},
		{
			"opening mark missing after another quotation", "“We are ready,” the mayor said. We will open the road,” he added.",
			[]string{"“We are ready,”", "We will open the road,” <open missing"},
		},
		{
			"closing mark missing before another quotation", "“We are ready, the mayor said. “The road is open.”",
			[]string{"“We are ready, the mayor said. <close missing", "“The road is open.”"},
		},
		{"closing mark missing at the end", "The mayor said: “We are ready. The road is open.", []string{"“We are ready. <close missing"}},
		{"whole paragraph without closing mark", "“We are ready. The road is open.", []string{"“We are ready. The road is open. <close missing"}},
		{
			"paragraphs", "“We are ready.\n\n“The road is open,” she said.",
			[]string{"“We are ready. <close missing", "“The road is open,” <goes on"},
		},
		{
			"paragraphs without a second opening mark", "“We are ready.\n\nThe road is open,” she said.",
			[]string{"“We are ready. <close missing", "The road is open,” <open missing <goes on"},
		},
		{
			"nested", "“The clerk told me ‘never again’ and left,” she said.",
			[]string{"“The clerk told me ‘never again’ and left,”", "‘never again’ <depth 1"},
		},
		{
			"nested straight", `"The clerk told me 'never again' and left," she said.`,
			[]string{`"The clerk told me 'never again' and left,"`, `'never again' <depth 1`},
		},
		{"single marks alone", "‘The road is open,’ the mayor said.", []string{"‘The road is open,’"}},
		{"single straight marks", "Mayor calls road 'a lifeline' for valley", []string{"'a lifeline'"}},
		{"apostrophes", "The mayor’s men won’t stop at the workers’ gate; it's their '90s rule.", nil},
		{"plural possessive inside single marks", "‘The workers’ gate stays shut,’ the mayor said.", []string{"‘The workers’ gate stays shut,’"}},
		{"insertion", "“Due to the work [on the road] much was done,” he said.", []string{"“Due to the work [on the road] much was done,”"}},
		{"inches", `The wall is 12" thick and the gate 6'2" high.`, nil},
		{"angle marks", "«The road is open», the mayor said.", []string{"«The road is open»"}},
		{"closing mark used for opening", "He said ”the road is open” to all.", []string{"”the road is open”"}},
		{"after a dash", "The mayor—“a lion,” his wife says—left.", []string{"“a lion,”"}},
		{"in brackets", `The plan ("a gift") failed.`, []string{`"a gift"`}},
		{"money first", `It cost "$5 million" then.`, []string{`"$5 million"`}},
		{"quotation in quotation marks of the same kind stays flat", `"Yes." "No."`, []string{`"Yes."`, `"No."`}},
		{"marks written twice", "She called it ''a gift'' and \"\"a lion\"\" in one day.", []string{"''a gift''", `""a lion""`}},
		{"marks written twice around nothing", `The field is "" and '' here.`, nil},
		{"speech between marks written twice", "''It is ready,'' she said. ''It's open.''", []string{"''It is ready,''", "''It's open.''"}},
		{"empty", "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := quotesOf(test.text)
			if strings.Join(got, "|") != strings.Join(test.want, "|") {
				t.Errorf("quotations of %q\n got %q\nwant %q", test.text, got, test.want)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       int
	}{
		{"blank lines", "One\ntwo.\n\nThree.", 2},
		{"indented", "One two\nthree.\n    Four five\nsix.", 2},
		{"long lines", strings.Repeat("word ", 40) + "\nTitle\n" + strings.Repeat("word ", 40), 3},
		{"wrapped", strings.Repeat(strings.Repeat("word ", 12)+"\n", 5), 1},
		{"empty", " \n ", 0},
	} {
		text := []rune(test.text)
		if got := paragraphs(text); len(got) != test.want {
			t.Errorf("%s: paragraphs(%q) = %v, want %d of them", test.name, test.text, got, test.want)
		}
	}
}

// FuzzFindQuotes: quotations lie inside a paragraph, are in order, and inner ones lie inside outer ones or apart.
func FuzzFindQuotes(f *testing.F) {
	f.Add("“We are ‘ready’.\n\nThe road,” she said. \"It's 6' wide\"")
	f.Add("”“\"'‘’ \n\n \"")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		text := []rune(s)
		paras := paragraphs(text)
		last := graph.Span{}
		for _, q := range findQuotes(text, paras, roughSents(text)) {
			inside := false
			for _, p := range paras {
				inside = inside || p.Contains(q.span)
			}
			if !inside || q.span.Len() < 1 {
				t.Errorf("quotation %v of %q lies in no paragraph of %v", q.span, s, paras)
			}
			if q.span[0] < last[0] {
				t.Errorf("quotation %v of %q comes after %v", q.span, s, last)
			}
			last = q.span
		}
	})
}
