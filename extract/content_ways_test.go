package extract

import (
	"slices"
	"strings"
	"testing"

	"dictum/extract/nlp"
)

// treeDoc is a sentence with heads and relations of our own: "word/head/relation", heads counted from 1, 0 for the root.
func treeDoc(t *testing.T, words ...string) *view {
	t.Helper()
	doc := &nlp.Doc{}
	for _, w := range words {
		p := strings.Split(w, "/")
		head := 0
		for _, c := range p[1] {
			head = 10*head + int(c-'0')
		}
		upos := "NOUN"
		if p[2] == "punct" {
			upos = "PUNCT"
		}
		start := len(doc.Text)
		doc.Text += p[0] + " "
		doc.Toks = append(doc.Toks, nlp.Token{Text: p[0], Lemma: p[0], UPOS: upos, Head: head - 1, Deprel: p[2], Start: start, End: start + len(p[0])})
	}
	doc.Sents = []nlp.Sent{{Start: 0, End: len(doc.Text), First: 0, Last: len(doc.Toks)}}
	return newView(doc, NewTree(doc), func(string, string) string { return "" })
}

// labels writes a labelling as a string: S, C and - a word.
func labelString(labels []int8) string {
	var b strings.Builder
	for _, l := range labels {
		b.WriteByte("-SC"[l])
	}
	return b.String()
}

// A content that the chain cut at a comma, or took a relative clause too far, must come among the ways as a whole phrase.
func TestTreeWays(t *testing.T) {
	// He said talks failed , and fighting resumed , which worried neighbours .
	v := treeDoc(t, "He/2/nsubj", "said/0/root", "talks/4/nsubj", "failed/2/ccomp", ",/8/punct", "and/8/cc", "fighting/8/nsubj", "resumed/4/conj",
		",/11/punct", "which/11/nsubj", "worried/8/acl:relcl", "neighbours/11/obj", "./2/punct")
	for _, c := range []struct{ name, base, want string }{
		{"second clause", "S-CC---------", "S-CCCCCCCCCC-"},
		{"without the relative clause", "S-CCCCCCCCCC-", "S-CCCCCC-----"},
		{"without the second clause", "S-CCCCCC-----", "S-CC---------"},
		{"complement of the cue", "S----------C-", "S-CCCCCCCCCC-"},
	} {
		m := &attributor{}
		f := m.finder(v)
		f.args = chain{labels: argLabels, start: make([]float32, argLabels), trans: make([]float32, argLabels*argLabels)}
		f.args.scores = make([]float32, len(c.base)*argLabels)
		base := make([]int8, len(c.base))
		for i := range base {
			base[i] = int8(strings.IndexByte("-SC", c.base[i]))
		}
		ways := f.treeWays([]path{{labels: base}}, cueSpan{first: 1, last: 2, head: 1}, 0, len(base))
		var got []string
		for _, w := range ways {
			s := labelString(w.labels)
			if slices.Contains(got, s) {
				t.Errorf("%s: %s twice", c.name, s)
			}
			if s[1] != '-' {
				t.Errorf("%s: %s labels the cue", c.name, s)
			}
			got = append(got, s)
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: %s is not among %q", c.name, c.want, got)
		}
	}
}

// The gain of a span is the difference that its labels make to the score of the whole chain.
func TestCueGain(t *testing.T) {
	f := &finder{cues: chain{labels: cueLabels, start: []float32{0.3, -0.2, -4}, trans: []float32{0.5, -0.1, -5, 0.2, 0.1, 0.7, 0.4, -0.3, 0.6}}}
	f.cues.scores = []float32{1, 0.5, 0, 0.2, 0.9, 0.1, 0.3, 0.2, 0.8, 0.7, 0.1, 0.6, 1.1, 0, 0.2}
	for a := range 5 {
		for b := a + 1; b <= 5; b++ {
			labels := make([]int8, 5)
			none := f.cues.score(labels)
			labels[a] = cueB
			for i := a + 1; i < b; i++ {
				labels[i] = cueI
			}
			want := f.cues.score(labels) - none
			if got := float64(f.cueGain(a, b)); got < want-1e-5 || got > want+1e-5 {
				t.Errorf("cue [%d, %d): gain %f, want %f", a, b, got, want)
			}
		}
	}
}

func TestOverlap(t *testing.T) {
	a := labelling{[]int8{argO, argContent, argContent, argSource}, 2, 6}
	b := labelling{[]int8{argContent, argContent, argContent}, 3, 6}
	if got := overlap(&a, &b); got != 2.0/3 {
		t.Errorf("overlap %f, want two of three", got)
	}
}
