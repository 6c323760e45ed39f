package cli

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dictum/internal/golden"
	"dictum/queries"

	"github.com/jedib0t/go-pretty/v6/text"
	"pgregory.net/rapid"
)

var sample = &queries.Answer{
	Columns: []string{"who", "what", "how many", "sentence", "document"},
	Rows: [][]string{
		{
			"European Union", "deploy", "100",
			"The European Union has sent 100 observers to the border, for two years,\nand says that they are | unarmed.",
			"doc:0123456789abcdef",
		},
		{"Սերժ", "says “no”", "", "Россия не согласна, <b>& so on</b>.", "doc:fedcba9876543210"},
		{"欧盟", "派遣", "100", strings.Repeat("很长的句子", 12), "doc:1"},
	},
	Notes: []string{"a note"},
}

func TestAnswerFormats(t *testing.T) {
	for _, f := range answerFormats {
		var out, errs bytes.Buffer
		a := &app{io: IOStreams{Out: &out, Err: &errs, Env: func(string) string { return "" }}}
		if err := a.printAnswer(sample, f.name, 90); err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		golden.Check(t, "answer."+f.name, out.String())
		if errs.String() != "a note\n" {
			t.Errorf("%s: standard error has %q, want the note alone", f.name, errs.String())
		}
	}
}

func TestEmptyAnswer(t *testing.T) {
	want := map[string]string{"table": "", "json": "[]\n", "jsonl": "", "csv": "a,b\n", "md": "| a | b |\n| ---:| ---:|\n"}
	for _, f := range answerFormats {
		var out bytes.Buffer
		if err := f.write(&out, &queries.Answer{Columns: []string{"a", "b"}}, 80, false); err != nil || out.String() != want[f.name] {
			t.Errorf("%s: got %q, %v, want %q", f.name, out.String(), err, want[f.name])
		}
	}
}

// TestTerminal: headings are marked on a terminal only, the width is the terminal's, and NO_COLOR is heeded.
func TestTerminal(t *testing.T) {
	env := map[string]string{}
	var out bytes.Buffer
	a := &app{io: IOStreams{Out: &out, Err: &bytes.Buffer{}, OutIsTerminal: true, Width: 40, Env: func(k string) string { return env[k] }}}
	show := func() string {
		out.Reset()
		if err := a.printAnswer(sample, "table", 0); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if got := show(); !strings.HasPrefix(got, "\x1b[1mwho") {
		t.Errorf("no bold heading: %q", got)
	}
	env["NO_COLOR"] = "1"
	got := show()
	if strings.Contains(got, "\x1b") {
		t.Errorf("colour in spite of NO_COLOR: %q", got)
	}
	if widest := widestLine(got); widest > 8*5+2*4 { // five columns are never narrower than 8
		t.Errorf("a line has %d columns", widest)
	}
}

func widestLine(s string) int {
	n := 0
	for line := range strings.Lines(s) {
		n = max(n, text.StringWidthWithoutEscSequences(strings.TrimSuffix(line, "\n")))
	}
	return n
}

// TestTableProperties: no line is wider than asked for where that is possible, and no word is lost.
func TestTableProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching(`([a-z]{1,7}|[а-я]{1,7}|[一-丗]{1,3})( ([a-z]{1,7}|[а-я]{1,7}|[一-丗]{1,3})){0,20}`)
		columns := rapid.IntRange(1, 6).Draw(t, "columns")
		ans := &queries.Answer{Columns: rapid.SliceOfN(rapid.StringMatching(`[a-z]{1,8}`), columns, columns).Draw(t, "names")}
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			ans.Rows = append(ans.Rows, rapid.SliceOfN(cell, columns, columns).Draw(t, "row"))
		}
		width := rapid.IntRange(minColumn*columns+columnGap*(columns-1), 200).Draw(t, "width")
		var out strings.Builder
		if err := writeTable(&out, ans, width, false); err != nil {
			t.Fatal(err)
		}
		if got := widestLine(out.String()); got > width {
			t.Fatalf("a line has %d columns, want at most %d:\n%s", got, width, out.String())
		}
		want := map[string]int{}
		for _, row := range ans.Rows {
			for _, w := range strings.Fields(strings.Join(row, " ")) {
				want[w]++
			}
		}
		for w, n := range want {
			if got := strings.Count(out.String(), w); got < n {
				t.Fatalf("%q stands %d times in the table, want %d:\n%s", w, got, n, out.String())
			}
		}
	})
}

func TestFit(t *testing.T) {
	for _, c := range []struct {
		widths []int
		width  int
		want   []int
	}{
		{[]int{5, 10}, 80, []int{5, 10}},
		{[]int{5, 100}, 80, []int{5, 73}},
		{[]int{5, 100, 100}, 89, []int{5, 40, 40}},
		{[]int{30, 40, 50}, 74, []int{23, 24, 23}},
		{[]int{20, 20}, 10, []int{8, 8}},
		{[]int{3, 3}, 1, []int{3, 3}},
	} {
		got := fit(c.widths, c.width)
		if total(got) != total(c.want) || slices.Max(got) > slices.Max(c.want) {
			t.Errorf("%v in %d: got %v, want one like %v", c.widths, c.width, got, c.want)
		}
	}
}
