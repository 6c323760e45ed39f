package export

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"dictum/graph"
	"dictum/internal/golden"
)

// need skips a test whose outside reader is not installed; where DICTUM_READERS is set, as on the build server, it fails.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err == nil {
		return path
	}
	if os.Getenv("DICTUM_READERS") != "" {
		t.Fatalf("%s is not installed, and DICTUM_READERS asks for every outside reader", program)
	}
	t.Skipf("%s is not installed", program)
	return ""
}

func pipe(t *testing.T, in []byte, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(need(t, name), args...)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(in), &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, errs.String())
	}
	return out.String()
}

func records() []*graph.Record {
	first := &graph.Record{
		ID: "a", URL: "https://example.org/a b", Title: `Minister "regrets" <delay>`, Date: "2023-03-29", Source: "Sample Wire",
		Text:      "Minister Ana Ilić accused the Union of delay.\nThe Union sent 100 people in March.",
		Sentences: []graph.Span{{0, 45}, {46, 81}},
		Mentions: []graph.Mention{
			{ID: "m1", Span: graph.Span{9, 17}, Head: graph.Span{13, 17}, Type: graph.Person, Kind: graph.KindName, Actor: "actor:ana-ilic"},
			{ID: "m2", Span: graph.Span{30, 35}, Head: graph.Span{30, 35}, Type: graph.Organization, Kind: graph.KindName, Actor: "actor:union"},
			{ID: "m3", Span: graph.Span{50, 55}, Head: graph.Span{50, 55}, Type: graph.Organization, Kind: graph.KindName, Actor: "actor:union"},
		},
		Actors: []graph.Actor{
			{ID: "actor:ana-ilic", Name: "Ana Ilić", Type: graph.Person, Aliases: []string{"Ana Ilić"}, Titles: []string{"Minister"}},
			{ID: "actor:union", Name: "Union", Type: graph.Organization, Aliases: []string{"Union"}},
			{ID: "actor:freedonia", Name: "Freedonia", Type: graph.Location, Class: "country"},
		},
		Statements: []graph.Statement{{
			ID: "s1", Kind: graph.Indirect, Source: graph.Spans{{0, 17}}, Cue: graph.Spans{{18, 25}}, Content: graph.Spans{{26, 44}},
			Lemma: "accuse", Speaker: "actor:ana-ilic", About: []string{"actor:union"}, Mentions: []string{"m2"},
			Attitude: graph.Oppose, Polarity: graph.Affirmed, Certainty: graph.Asserted, Date: "2023-03-29", Confidence: 0.9,
		}},
		Events: []graph.Event{{
			ID: "e1", Trigger: graph.Spans{{56, 60}}, Lemma: "send", Type: "AID", Modality: graph.Actual, Polarity: graph.Affirmed,
			Args: []graph.Arg{
				{Role: graph.Agent, Span: graph.Span{46, 55}, Actor: "actor:union"},
				{Role: graph.Patient, Span: graph.Span{61, 71}, Actor: "actor:freedonia"},
				{Role: graph.Quantity, Span: graph.Span{61, 71}, Value: 100.0, Unit: "person"},
				{Role: graph.AtTime, Span: graph.Span{75, 80}, Value: "2023-03", Precision: "month"},
			},
			Salience: 1, Confidence: 0.8,
		}},
	}
	second := *first
	second.ID, second.URL, second.Date = "b", "https://example.org/b", "2023-04-02"
	second.Statements = slices.Clone(first.Statements)
	second.Statements[0].Lemma = "criticise"
	second.Events = slices.Clone(first.Events)
	second.Events[0].Polarity = graph.Negated
	return []*graph.Record{first, &second}
}

// sample is the evidence of two documents and the entities a store would derive from it.
func sample() iter.Seq2[quad.Quad, error] {
	var all []quad.Quad
	for _, r := range records() {
		all = append(all, graph.Quads(r)...)
	}
	entity := func(id string, class quad.IRI, name string) {
		all = append(all,
			quad.Quad{Subject: quad.IRI(id), Predicate: graph.RDFType, Object: class, Label: graph.GraphEntities},
			quad.Quad{Subject: quad.IRI(id), Predicate: graph.SchemaName, Object: quad.String(name), Label: graph.GraphEntities})
	}
	entity("actor:ana-ilic", graph.ClassPerson, "Ana Ilić")
	entity("actor:union", graph.ClassOrg, `"Union" \N <&>`)
	entity("actor:freedonia", graph.ClassCountry, "Freedonia")
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range all {
			if !yield(q, nil) {
				return
			}
		}
	}
}

func write(t *testing.T, name string, opts Options) []byte {
	t.Helper()
	f, err := Get(name)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(context.Background(), &b, sample(), opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		t.Run(f.Name, func(t *testing.T) {
			got := write(t, f.Name, Options{})
			golden.Check(t, "sample"+f.Ext, string(got))
			if again := write(t, f.Name, Options{}); !bytes.Equal(got, again) {
				t.Error("the same graph was written differently the second time")
			}
		})
	}
}

func TestProject(t *testing.T) {
	p, err := Project(context.Background(), sample(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range p.Edges {
		got = append(got, strings.Join([]string{p.Nodes[e.Source].ID, e.Relation, p.Nodes[e.Target].ID, strings.Join(e.Days, "+"), e.Detail}, " "))
	}
	want := []string{
		"actor:ana-ilic spokeAbout actor:union 2023-03-29+2023-04-02 accuse 1, criticise 1",
		"actor:union actedOn actor:freedonia 2023-03-29 send 1", // the second document denies it
	}
	if !slices.Equal(got, want) {
		t.Errorf("edges:\n got %q\nwant %q", got, want)
	}
	if p.Edges[0].Weight != 2 || p.Edges[0].Documents != 2 {
		t.Errorf("weight %d over %d documents, want 2 over 2", p.Edges[0].Weight, p.Edges[0].Documents)
	}
	heavy, err := Project(context.Background(), sample(), Options{MinWeight: 2})
	if err != nil || len(heavy.Edges) != 1 || len(heavy.Nodes) != 2 {
		t.Errorf("a minimum weight of 2 leaves %d edges and %d nodes (%v), want 1 and 2", len(heavy.Edges), len(heavy.Nodes), err)
	}
	if _, err := Project(context.Background(), sample(), Options{Relations: []string{"likes"}}); err == nil {
		t.Error("an unknown relation was accepted")
	}
}

// A picture draws the deeds that the graph draws edges for: none that did not happen, or that its speaker denies.
func TestProjectDrawsDeedsOfTheGraph(t *testing.T) {
	said := records()[0]
	said.Statements[0].Reports, said.Events[0].AccordingTo = []string{"e1"}, "s1"
	for _, polarity := range []string{graph.Affirmed, graph.Negated} {
		said.Statements[0].Polarity = polarity
		quads := graph.Quads(said)
		p, err := Project(t.Context(), func(yield func(quad.Quad, error) bool) {
			for _, q := range quads {
				if !yield(q, nil) {
					return
				}
			}
		}, Options{Relations: []string{ActedOn}})
		if err != nil {
			t.Fatal(err)
		}
		want := slices.ContainsFunc(quads, func(q quad.Quad) bool { return q.Predicate == graph.ActedOn })
		if got := len(p.Edges) == 1; got != want || want != (polarity == graph.Affirmed) {
			t.Errorf("the speaker's statement is %s: the picture draws the deed: %v, the graph: %v", polarity, got, want)
		}
	}
}

func TestNQuadsReadByRapper(t *testing.T) {
	nq := write(t, "nquads", Options{})
	got := pipe(t, nq, "rapper", "-q", "-i", "nquads", "-o", "nquads", "-", "https://example.org/")
	if w, g := bytes.Count(nq, []byte("\n")), strings.Count(got, "\n"); w != g {
		t.Errorf("rapper read %d quads of %d", g, w)
	}
	for _, want := range []string{
		`"2023-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>`,
		`"100"^^<http://www.w3.org/2001/XMLSchema#integer>`,
		`"2023-03-29"^^<http://www.w3.org/2001/XMLSchema#date>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("rapper did not see %s", want)
		}
	}
}

func TestDOTReadByGraphviz(t *testing.T) {
	svg := pipe(t, write(t, "dot", Options{}), "dot", "-Tsvg")
	if n := strings.Count(svg, `class="node"`); n != 3 {
		t.Errorf("dot drew %d nodes, want 3", n)
	}
	for _, want := range []string{"Ana Ilić", `&quot;Union&quot; \N &lt;&amp;&gt;`, "spokeAbout: Minister Ana Ilić accused", "×2"} {
		if !strings.Contains(svg, want) {
			t.Errorf("dot did not show %s", want)
		}
	}
}

func TestGEXFReadByGraphology(t *testing.T) {
	need(t, "node")
	if _, err := os.Stat("testdata/reader/node_modules/graphology-gexf"); err != nil {
		if os.Getenv("DICTUM_READERS") != "" {
			t.Fatal("graphology is not installed: run npm ci in export/testdata/reader")
		}
		t.Skip("graphology is not installed: run npm ci in export/testdata/reader")
	}
	out := pipe(t, write(t, "gexf", Options{}), "node", "testdata/reader/gexf.js")
	var got struct {
		Nodes []struct {
			Key, Label, Type string
			X, Y, Size       float64
			Color            string
			Degree           int
		}
		Edges []struct {
			Source, Target, Relation, Sentence string
			Weight                             float64
			Documents                          int
		}
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatalf("%v in\n%s", err, out)
	}
	if len(got.Nodes) != 3 || got.Nodes[2].Label != `"Union" \N <&>` || got.Nodes[2].Degree != 3 || got.Nodes[0].Type != "Person" {
		t.Errorf("graphology saw the nodes %+v", got.Nodes)
	}
	for _, n := range got.Nodes {
		if n.Size == 0 || n.Color == "" || n.X == 0 && n.Y == 0 {
			t.Errorf("node without size, colour or place: %+v", n)
		}
	}
	if len(got.Edges) != 2 || got.Edges[0].Weight != 2 || !strings.HasPrefix(got.Edges[0].Sentence, "Minister Ana Ilić accused") {
		t.Errorf("graphology saw the edges %+v", got.Edges)
	}
}

func TestGet(t *testing.T) {
	if _, err := Get("pdf"); err == nil || !strings.Contains(err.Error(), "dot, gexf, nquads") {
		t.Errorf("an unknown format gives %v, want the list of formats", err)
	}
}

func TestEncodeIRI(t *testing.T) {
	for in, want := range map[string]string{
		"https://x.org/a":   "https://x.org/a",
		"https://x.org/a b": "https://x.org/a%20b",
		"u:<>\"\\^`{|}":     "u:%3C%3E%22%5C%5E%60%7B%7C%7D",
		"u:ə\xff":           "u:ə%FF",
		"doc:1#char=1,2":    "doc:1#char=1,2",
	} {
		if got := encodeIRI(in); got != want {
			t.Errorf("encodeIRI(%q) = %q, want %q", in, got, want)
		}
	}
}
