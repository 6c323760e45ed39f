package graph

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"dictum/internal/golden"
)

// small is a record of two sentences in which something of everything happens.
func small() *Record {
	text := "Anna Müller, foreign minister of Ruritania, told Borduria “we will send 40 doctors” on May 3.\n" +
		"According to Müller, Borduria did not attack Ruritania."
	at := func(words string) Span {
		i := strings.Index(text, words)
		if i < 0 {
			panic("not in the text: " + words)
		}
		begin := len([]rune(text[:i]))
		return Span{begin, begin + len([]rune(words))}
	}
	second := at("According")[0]
	borduria2, ruritania2 := Span{second + 21, second + 29}, Span{second + 45, second + 54}
	const anna, ruritania, borduria = "actor:anna-muller", "actor:ruritania", "actor:borduria"
	name := func(id string, s Span, typ, actor string) Mention {
		return Mention{ID: id, Span: s, Head: s, Type: typ, Kind: KindName, Actor: actor}
	}
	return &Record{
		ID: "a1", URL: "https://news.example/a1", Title: "Forty doctors", Date: "2023-05-04", Source: "Example Wire", Text: text,
		Sentences: []Span{{0, second - 1}, {second, len([]rune(text))}},
		Mentions: []Mention{
			name("m1", at("Anna Müller"), Person, anna), name("m2", at("Ruritania"), Location, ruritania),
			name("m3", at("Borduria"), Location, borduria), name("m4", Span{second + 13, second + 19}, Person, anna),
			name("m5", borduria2, Location, borduria), name("m6", ruritania2, Location, ruritania),
		},
		Actors: []Actor{
			{
				ID: anna, Name: "Anna Müller", Type: Person, Aliases: []string{"Müller"}, Titles: []string{"foreign minister"},
				Affiliations: []string{ruritania},
			},
			{ID: ruritania, Name: "Ruritania", Type: Location, Class: "country"},
			{ID: borduria, Name: "Borduria", Type: Location, Class: "country"},
		},
		Statements: []Statement{
			{
				ID: "s1", Kind: Direct, Source: Spans{at("Anna Müller")}, Cue: Spans{at("told")}, Content: Spans{at("“we will send 40 doctors”")},
				Lemma: "tell", Speaker: anna, Addressee: borduria, About: []string{ruritania}, Mentions: []string{"m2"}, Polarity: Affirmed,
				Certainty: Asserted, Date: "2023-05-03", Reports: []string{"e1"}, Confidence: 0.9,
			},
			{
				ID: "s2", Kind: Indirect, Source: Spans{{second + 13, second + 19}}, Cue: Spans{at("According to")},
				Content: Spans{{second + 21, second + 54}}, Lemma: "accord", Speaker: anna, Venue: "a briefing", Addressee: "reporters",
				About: []string{borduria}, Attitude: Support, Polarity: Negated, Certainty: Asserted, Reports: []string{"e2"}, Confidence: 0.5,
			},
		},
		Events: []Event{
			{
				ID: "e1", Trigger: Spans{at("send")}, Lemma: "send", Type: "AID", Mode: "humanitarian", Modality: Planned, Polarity: Affirmed,
				AccordingTo: "s1", Salience: 1, Confidence: 0.8, Args: []Arg{
					{Role: Agent, Span: at("we"), Actor: ruritania},
					{Role: Patient, Span: at("40 doctors")},
					{Role: Recipient, Span: at("Borduria"), Actor: borduria},
					{Role: Quantity, Span: at("40 doctors"), Value: 40.0, Unit: "doctor"},
					{Role: AtTime, Span: at("May 3"), Value: "2023-05-03", Precision: "day"},
				},
			},
			{
				ID: "e2", Trigger: Spans{at("attack")}, Lemma: "attack", Type: "ASSAULT", Modality: Actual, Polarity: Negated,
				AccordingTo: "s2", Salience: 0.5, Confidence: 0.7, Args: []Arg{
					{Role: Agent, Span: borduria2, Actor: borduria}, {Role: Patient, Span: ruritania2, Actor: ruritania},
				},
			},
			{
				ID: "e3", Trigger: Spans{at("attack")}, Lemma: "attack", Modality: Actual, Polarity: Affirmed, Args: []Arg{
					{Role: Agent, Span: borduria2, Actor: borduria}, {Role: Patient, Span: ruritania2, Actor: ruritania},
				},
			},
		},
	}
}

func lines(quads []quad.Quad) string {
	var b strings.Builder
	for _, q := range quads {
		for _, d := range quad.Directions {
			b.WriteString(quad.StringOf(q.Get(d)) + " ")
		}
		b.WriteString(".\n")
	}
	return b.String()
}

func TestQuads(t *testing.T) {
	golden.Check(t, "small.nq", lines(Quads(small())))
}

func TestSeenEntities(t *testing.T) {
	var b strings.Builder
	for _, e := range SeenEntities(Quads(small())) {
		b.WriteString(lines(e.Quads()))
	}
	golden.Check(t, "entities.nq", b.String())
}

func TestQuadsAreASet(t *testing.T) {
	rec := small()
	quads := Quads(rec)
	again := Quads(rec)
	if !slices.EqualFunc(quads, again, func(a, b quad.Quad) bool { return CompareQuads(a, b) == 0 }) {
		t.Error("the same record gives other quads the second time")
	}
	SortQuads(quads)
	if n := len(slices.CompactFunc(quads, func(a, b quad.Quad) bool { return CompareQuads(a, b) == 0 })); n != len(again) {
		t.Errorf("%d quads, %d different ones", len(again), n)
	}
}

func TestDigest(t *testing.T) {
	quads := Quads(small())
	last := quads[len(quads)-1]
	if last.Predicate != quad.Value(Digest) || quad.ToString(last.Object) != DigestOf(quads) {
		t.Errorf("the last quad is %v, want the digest %s", last, DigestOf(quads))
	}
	slices.Reverse(quads)
	if got := DigestOf(quads); got != quad.ToString(last.Object) {
		t.Errorf("the order of quads changes the digest: %s, %s", got, last.Object)
	}
	rec := small()
	rec.Events[0].Polarity = Negated
	if DigestOf(Quads(rec)) == DigestOf(quads) {
		t.Error("another record, the same digest")
	}
}

// TestOwnTerms finds a constant of the own namespace that the schema forgets.
func TestOwnTerms(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "vocab.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	terms := OwnTerms()
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		if s, _ := strconv.Unquote(lit.Value); strings.HasPrefix(s, "kg:") && s != "kg:" && !slices.Contains(terms, quad.IRI(s)) {
			t.Errorf("%s is not in OwnTerms", s)
		}
		return true
	})
	golden.Check(t, "schema.nq", lines(SchemaQuads()))
}
