package nlp

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"dictum/internal/golden"
)

var analyzer = sync.OnceValues(New)

func embedded(tb testing.TB) *Analyzer {
	tb.Helper()
	a, err := analyzer()
	if err != nil {
		tb.Fatalf("the embedded model: %v", err)
	}
	return a
}

// page is twenty sentences of our own.
func page(tb testing.TB) string {
	tb.Helper()
	b, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func TestTrees(t *testing.T) {
	doc := embedded(t).Analyze(page(t))
	wellFormed(t, doc)
	var b bytes.Buffer
	if err := WriteTree(&b, doc); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "trees.txt", b.String())
}

func TestAnalyzeIsShared(t *testing.T) {
	a := embedded(t)
	text := page(t)
	want := conllu(t, a.Analyze(text))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			a.Analyze("A shorter text goes first.")
			if got := conllu(t, a.Analyze(text)); got != want {
				t.Error("two analyses of one text differ")
			}
		})
	}
	wg.Wait()
}

func conllu(t *testing.T, doc *Doc) string {
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, doc); err != nil {
		t.Error(err)
	}
	return b.String()
}

func TestAnalyzeWordsKeepsWords(t *testing.T) {
	sents := [][]string{{"The", "all-rounder", "can't", "play", "."}, {}, {"Why", "?"}}
	doc := embedded(t).AnalyzeWords(sents)
	wellFormed(t, doc)
	var got []string
	for _, s := range doc.Words() {
		got = append(got, strings.Join(s, " "))
	}
	if g, w := strings.Join(got, "|"), "The all-rounder can't play .|Why ?"; g != w {
		t.Errorf("words: got %s, want %s", g, w)
	}
}

func TestAnalyzeOddTexts(t *testing.T) {
	a := embedded(t)
	for _, text := range []string{
		"", " \n\t", ".", "\u00a0", "\xff\xfe", strings.Repeat("very ", 3000) + "long",
		strings.Repeat("(", 500), "…", "’s", "\"'\"'",
	} {
		wellFormed(t, a.Analyze(text))
	}
}

// TestMeasures holds that measures before a noun hang below it, in texts and in given words alike.
func TestMeasures(t *testing.T) {
	a := embedded(t)
	for _, c := range []struct{ text, measure, noun string }{
		{"The alliance has deployed a 100-person, two-year mission along the border.", "person", "mission"},
		{"Paris sent a 40-member, three-month team.", "member", "team"},
		{"Oslo deployed a 30-person mission.", "person", "mission"},
	} {
		doc := a.Analyze(c.text)
		for range 2 {
			wellFormed(t, doc)
			head := map[string]string{}
			for _, tok := range doc.Toks {
				if tok.Head >= 0 {
					head[tok.Text] = doc.Toks[tok.Head].Text
				}
			}
			if head[c.measure] != c.noun || head["a"] != c.noun {
				t.Errorf("%s: heads of %q and \"a\" are %q and %q, want %q", c.text, c.measure, head[c.measure], head["a"], c.noun)
			}
			a.Fill(doc)
		}
	}
}

// TestTitlesAreNoNames holds that a form of address is outside the name, whichever it is.
func TestTitlesAreNoNames(t *testing.T) {
	a := embedded(t)
	for _, title := range []string{"Mr.", "Mr", "Mrs.", "Ms.", "Ms", "Dr.", "Dr", "Prof.", "Rev.", "Gen.", "Lt. Gen.", "Capt.", "Sir", "Pope"} {
		doc := a.Analyze(title + " Okafor called the report incomplete, the agency said on Monday.")
		var got []string
		for _, n := range doc.Names {
			got = append(got, doc.Text[doc.Toks[n.First].Start:doc.Toks[n.Last-1].End]+"/"+n.Type)
		}
		if g := strings.Join(got, " "); g != "Okafor/PER" {
			t.Errorf("%s Okafor: got names %q, want Okafor/PER", title, g)
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	a := embedded(f)
	for _, c := range sentenceCases {
		f.Add(c.text)
	}
	f.Add("Paris sent a 40-member, three-month team of 9-day, 3-week doctors, 2-man crew.")
	f.Fuzz(func(t *testing.T, text string) { wellFormed(t, a.Analyze(text)) })
}

func ExampleAnalyzer_Analyze() {
	a, err := New()
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := a.Analyze("The minister met Maria Oliveira in Lisbon.")
	for _, t := range doc.Toks {
		fmt.Println(t.Text, t.UPOS, t.Lemma, t.Head, t.Deprel)
	}
	for _, n := range doc.Names {
		fmt.Println(doc.Text[doc.Toks[n.First].Start:doc.Toks[n.Last-1].End], n.Type)
	}
	// Output:
	// The DET the 1 det
	// minister NOUN minister 2 nsubj
	// met VERB meet -1 root
	// Maria PROPN Maria 2 obj
	// Oliveira PROPN Oliveira 3 flat
	// in ADP in 6 case
	// Lisbon PROPN Lisbon 2 obl
	// . PUNCT . 2 punct
	// Maria Oliveira PER
	// Lisbon LOC
}

func TestSureHeads(t *testing.T) {
	doc := embedded(t).Analyze("The mayor of Norburg resigned on Monday.\n\n" +
		"Old men and boats with the nets that fish in the rain the day before left hang.")
	least := [2]uint8{Surest, Surest}
	for i, s := range doc.Sents[:2] {
		for _, tok := range doc.Toks[s.First:s.Last] {
			if tok.Sure > Surest {
				t.Errorf("%q: %d", tok.Text, tok.Sure)
			}
			least[i] = min(least[i], tok.Sure)
		}
	}
	if least[0] <= least[1] {
		t.Errorf("a plain sentence is as doubtful (%d) as a twisted one (%d)", least[0], least[1])
	}
}
