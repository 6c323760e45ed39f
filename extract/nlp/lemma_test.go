package nlp

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dictum/seeds"
)

func TestSpelling(t *testing.T) {
	for _, c := range []struct {
		base  string
		forms func(string) [3]string
		want  string
	}{
		{"stop", pastForms, "stopped"},
		{"try", pastForms, "tried"},
		{"play", pastForms, "played"},
		{"free", pastForms, "freed"},
		{"hope", pastForms, "hoped"},
		{"tour", pastForms, "toured"},
		{"panic", pastForms, "panicked"},
		{"quit", gerundForms, "quitting"},
		{"show", gerundForms, "showing"},
		{"die", gerundForms, "dying"},
		{"see", gerundForms, "seeing"},
		{"age", gerundForms, "aging ageing"},
		{"travel", pastForms, "travelled traveled"},
		{"fuel", pastForms, "fuelled fueled"},
		{"watch", sForms, "watches watchs"},
		{"deny", sForms, "denies"},
		{"photo", sForms, "photoes photos"},
		{"big", comparativeForms, "bigger"},
		{"early", superlativeForms, "earliest"},
		{"a", pastForms, ""},
	} {
		forms := c.forms(c.base)
		if got := strings.TrimSpace(strings.Join(forms[:], " ")); got != c.want {
			t.Errorf("forms of %q: got %q, want %q", c.base, got, c.want)
		}
		for _, form := range forms {
			if bases := slices.Concat(suffixBases(form), sBases(form)); form != "" && !slices.Contains(bases, c.base) {
				t.Errorf("%q could come from %q, not from %q", form, bases, c.base)
			}
		}
	}
}

// TestLemmasFromRawText learns lemmas from a text that shows which words exist, with no treebank.
func TestLemmasFromRawText(t *testing.T) {
	know := &seeds.Knowledge{Irregulars: []seeds.Irregular{
		{Form: "sold", Pos: "VERB", Lemma: "sell"},
		{Form: "rang", Pos: "VERB", Lemma: "ring"},
		{Form: "rung", Pos: "VERB", Lemma: "ring"},
	}}
	ev := newWordEvidence(know)
	ev.count(strings.Repeat(`They want to free him, to tout it, to range widely, to concede this and to tour there. It rang and rang, they will ring.
		He freed her, touted that, conceded both, toured, ranged, resold and sold what they would sell. Sterling, the pound sterling and sterling.
		A corpse, two corpses and the corps; a loss and losses. The leader may lead. A slim one is slimmer, the slimmest. `, 20))
	l := trainLemmatizer(nil, ev)
	for _, c := range []struct{ form, upos, xpos, want string }{
		{"freed", "VERB", "VBN", "free"},
		{"Freed", "VERB", "VBN", "free"},
		{"touted", "VERB", "VBD", "tout"},
		{"conceded", "VERB", "VBD", "concede"},
		{"toured", "VERB", "VBD", "tour"},
		{"ranged", "VERB", "VBD", "range"},
		{"rang", "VERB", "VBD", "ring"},
		{"sold", "VERB", "VBN", "sell"},
		{"resold", "VERB", "VBN", "resell"},
		{"sterling", "VERB", "VBG", "sterling"},
		{"corpses", "NOUN", "NNS", "corpse"},
		{"LOSSES", "NOUN", "NNS", "loss"},
		{"slimmer", "ADJ", "JJR", "slim"},
		{"exempt", "VERB", "VBN", "exempt"},
	} {
		if got, _ := l.lemma(c.form, tagClass{c.upos, c.xpos}, nil); got != c.want {
			t.Errorf("lemma of %s/%s: got %q, want %q", c.form, c.xpos, got, c.want)
		}
	}
}

// TestLemmaTableIsStable: the table of words does not depend on the order in which they are looked at, though a word with a hyphen
// may be answered by the entry for its last part.
func TestLemmaTableIsStable(t *testing.T) {
	past := tagClass{"VERB", "VBD"}
	lemmas := map[lemmaItem]string{}
	for _, w := range []string{"bid", "cut", "hit", "set"} {
		for _, prefix := range []string{"", "out-", "over-", "re-", "under-"} {
			lemmas[lemmaItem{prefix + w + "ted", past}] = prefix + w
		}
	}
	var first map[string]string
	for range 20 {
		l := &lemmatizer{words: map[string]string{}, rules: map[string]rule{}}
		l.list(lemmas)
		if first == nil {
			first = l.words
		}
		if !maps.Equal(l.words, first) {
			t.Fatalf("the same words gave two tables, of %d and %d words", len(first), len(l.words))
		}
	}
	if len(first) != 4 {
		t.Errorf("got a table of %d words, want 4: those without a hyphen", len(first))
	}
}
