package nlp

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"dictum/seeds"
)

const smallTree = `# sent_id = 1
# text = They don't sell Acme's shares.
1	They	they	PRON	PRP	Case=Nom|Number=Plur	4	nsubj	_	TokenRange=0:4
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	TokenRange=5:7
3	n't	not	PART	RB	_	4	advmod	_	TokenRange=7:10
4	sell	sell	VERB	VB	VerbForm=Inf	0	root	_	TokenRange=11:15
5-6	Acme's	_	_	_	_	_	_	_	_
5	Acme	Acme	PROPN	NNP	Number=Sing	7	nmod:poss	_	NER=B-ORG|TokenRange=16:20
6	's	's	PART	POS	_	5	case	_	TokenRange=20:22
7	shares	share	NOUN	NNS	Number=Plur	4	obj	_	SpaceAfter=No|TokenRange=23:29
8	.	.	PUNCT	.	_	4	punct	_	TokenRange=29:30

`

func TestCoNLLURoundTrip(t *testing.T) {
	doc, err := ReadCoNLLU(strings.NewReader(smallTree))
	if err != nil {
		t.Fatal(err)
	}
	if want := "They don't sell Acme's shares."; doc.Text != want {
		t.Errorf("text: got %q, want %q", doc.Text, want)
	}
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, doc); err != nil {
		t.Fatal(err)
	}
	if b.String() != smallTree {
		t.Errorf("written again:\n%s\nwant\n%s", b.String(), smallTree)
	}
}

func TestReadCoNLLUErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1\tword\n", "line 1: 2 columns, want 10"},
		{"2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1: word number 2, want 1"},
		{"x\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", `word number "x"`},
		{"1\ta\t_\t_\t_\t_\t7\tobj\t_\t_\n\n", "outside its sentence"},
	} {
		if _, err := ReadCoNLLU(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ReadCoNLLU(%q): got error %v, want one with %q", c.text, err, c.want)
		}
	}
}

// FuzzReadCoNLLU holds the promise that a file is a document or an error, and that a document that was read, filled and written reads
// again with the same sentences and words.
func FuzzReadCoNLLU(f *testing.F) {
	f.Add(smallTree)
	f.Add("1-3\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t0\troot\t_\tNER=I-PER\n1.1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n")
	a := newAnalyzer(small(), &seeds.Knowledge{})
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := ReadCoNLLU(strings.NewReader(text))
		if err != nil {
			return
		}
		a.Fill(doc)
		var b bytes.Buffer
		if err := WriteCoNLLU(&b, doc); err != nil {
			t.Fatal(err)
		}
		again, err := ReadCoNLLU(&b)
		if err != nil {
			t.Fatalf("%q: read again: %v", text, err)
		}
		if !reflect.DeepEqual(again.Words(), doc.Words()) {
			t.Fatalf("%q: words %q, read again %q", text, doc.Words(), again.Words())
		}
	})
}

func TestOffsetsAreCodePoints(t *testing.T) {
	doc := (&scratch{}).cut("Zürich’s café — “déjà vu”.")
	runes := []rune(doc.Text)
	for _, tok := range doc.Toks {
		if got := string(runes[tok.Start:tok.End]); got != tok.Text {
			t.Errorf("word %q: its offsets say %q", tok.Text, got)
		}
	}
}
