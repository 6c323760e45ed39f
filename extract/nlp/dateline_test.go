package nlp

import "testing"

func TestDateline(t *testing.T) {
	a := embedded(t)
	for _, c := range []struct {
		text string
		want int
	}{
		{"GENEVA, May 17 (Agency) — The bridge will open in June.", 8},
		{"NEW YORK - The dollar fell against the yen.", 3},
		{"Baghdad (Agency) - Two guards were killed on Monday.", 5},
		{"Ministers - and there were many - left the hall.", 0},
		{"NATO troops left the valley - for good, the mayor said.", 0},
		{"BRIDGE SHUT - MAYOR", 0},
		{"MINISTER: The bridge will open.", 0},
		{"Geneva - a town of banks - is calm.", 0},
	} {
		doc := a.Analyze(c.text)
		if got := Dateline(doc.Toks); got != c.want {
			t.Errorf("%q: got a dateline of %d words, want %d", c.text, got, c.want)
		}
		wellFormed(t, doc)
	}
	doc := a.Analyze("GENEVA, May 17 (Agency) — The bridge will open in June.")
	if open := doc.Toks[11]; open.Text != "open" || open.Head != -1 || doc.Toks[0].Head != 11 {
		t.Errorf("the tree of a sentence behind a dateline: %q has head %d, %q has head %d; want the first the root and head of the second",
			open.Text, open.Head, doc.Toks[0].Text, doc.Toks[0].Head)
	}
}
