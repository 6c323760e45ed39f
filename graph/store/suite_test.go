package store

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// TestBackends is the whole test of a backend: it is registered, so it must pass.
func TestBackends(t *testing.T) {
	for _, name := range Backends() {
		t.Run(name, func(t *testing.T) {
			suite(t, func(t *testing.T) *Store { return openTest(t, t.TempDir(), Options{Backend: name}) })
		})
	}
}

// suite is what every backend must do; open returns a new, empty store.
func suite(t *testing.T, open func(*testing.T) *Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *Store)
	}{
		{"Empty", testEmpty},
		{"ReplaceAndRemove", testReplaceAndRemove},
		{"Batch", testBatch},
		{"Add", testAdd},
		{"Refusals", testRefusals},
		{"Entities", testEntities},
		{"FindActors", testFindActors},
		{"NearActors", testNearActors},
		{"DumpAndLoad", testDumpAndLoad},
		{"Snapshot", testSnapshot},
		{"Gizmo", testGizmo},
		{"GizmoLimits", testGizmoLimits},
		{"GizmoPaths", testGizmoPaths},
		{"GizmoErrors", testGizmoErrors},
		{"FailedWrite", testFailedWrite},
		{"FailedLoad", testFailedLoad},
		{"CancelledWrite", testCancelledWrite},
		{"ReadersDuringWrites", testReadersDuringWrites},
		{"KeyValues", testKeyValues},
		{"Links", testLinks},
		{"Orders", testOrders},
		{"Closed", testClosed},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
}

var ctx = context.Background()

// article makes the evidence of a small document: what it says of actors, one statement of the first.
func article(n int, actors ...graph.Actor) Evidence {
	rec := &graph.Record{
		URL: fmt.Sprintf("https://news.example/%d", n), Title: fmt.Sprintf("Article %d", n), Text: "They said so.",
		Sentences: []graph.Span{{0, 13}}, Actors: actors,
	}
	s := graph.Statement{ID: "s1", Kind: graph.Indirect, Cue: graph.Spans{{5, 9}}, Content: graph.Spans{{10, 12}}, Lemma: "say"}
	for i, a := range actors {
		if i == 0 {
			s.Speaker = a.ID
		} else {
			s.About = append(s.About, a.ID)
		}
	}
	rec.Statements = append(rec.Statements, s)
	doc := rec.Document()
	return Evidence{graph.DocumentIRI(doc.Hash()), graph.Quads(rec)}
}

func person(name string, aliases ...string) graph.Actor {
	return graph.Actor{ID: graph.ActorID(name), Name: name, Type: graph.Person, Aliases: aliases}
}

func country(name string, aliases ...string) graph.Actor {
	return graph.Actor{ID: graph.ActorID(name), Name: name, Type: graph.Location, Class: "country", Aliases: aliases}
}

func dump(t *testing.T, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Dump(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func replace(t *testing.T, s *Store, e Evidence, want Change) {
	t.Helper()
	got, err := s.Replace(ctx, e.Doc, e.Quads)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("replace %s: %v, want %v", e.Doc, got, want)
	}
}

func remove(t *testing.T, s *Store, doc quad.IRI, want bool) {
	t.Helper()
	got, err := s.Remove(ctx, doc)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("remove %s: %v, want %v", doc, got, want)
	}
}

// fresh is the dump of a new store in memory with these documents.
func fresh(t *testing.T, docs ...Evidence) string {
	t.Helper()
	s := openTest(t, "", Options{Backend: "memory"})
	for _, d := range docs {
		replace(t, s, d, Added)
	}
	return dump(t, s)
}

// same compares two dumps and shows the lines that only one has.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for _, line := range g {
		if _, found := slices.BinarySearch(w, line); !found && line != "" {
			t.Logf("only got:  %s", line)
		}
	}
	for _, line := range w {
		if _, found := slices.BinarySearch(g, line); !found && line != "" {
			t.Logf("only want: %s", line)
		}
	}
	t.Errorf("%s: the quads differ", what)
}

// counted checks Counts against the quads themselves.
func counted(t *testing.T, s *Store) Counts {
	t.Helper()
	got, err := s.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var want Counts
	for q, err := range s.Quads(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		want.Quads++
		switch {
		case q.Predicate == quad.Value(graph.RDFType) && q.Label == quad.Value(graph.GraphEntities):
			want.Actors++
		case q.Predicate != quad.Value(graph.RDFType):
		case q.Object == quad.Value(graph.NewsArticle):
			want.Documents++
		case q.Object == quad.Value(graph.Quotation):
			want.Statements++
		case q.Object == quad.Value(graph.SemEvent):
			want.Events++
		}
	}
	if got != want {
		t.Errorf("Counts: %+v, the quads say %+v", got, want)
	}
	return got
}

func testEmpty(t *testing.T, s *Store) {
	if c := counted(t, s); c != (Counts{Quads: len(graph.SchemaQuads())}) {
		t.Errorf("a new store holds %+v, want the schema alone", c)
	}
	remove(t, s, "doc:none", false)
	if refs, err := s.FindActors(ctx, "Nobody"); err != nil || len(refs) != 0 {
		t.Errorf("FindActors: %v, %v", refs, err)
	}
	if refs, err := s.NearActors(ctx, "Nobody", 3); err != nil || len(refs) != 0 {
		t.Errorf("NearActors: %v, %v", refs, err)
	}
}

func testReplaceAndRemove(t *testing.T, s *Store) {
	empty := dump(t, s)
	one, other := article(1, person("Anna Müller"), country("Ruritania")), article(2, country("Ruritania"))
	replace(t, s, one, Added)
	replace(t, s, other, Added)
	before := dump(t, s)
	replace(t, s, one, Unchanged)
	same(t, "the same again", dump(t, s), before)
	counted(t, s)

	changed := article(1, country("Borduria"))
	replace(t, s, changed, Replaced)
	same(t, "a new version", dump(t, s), fresh(t, changed, other))
	if c := counted(t, s); c.Documents != 2 || c.Statements != 2 || c.Actors != 2 {
		t.Errorf("after a new version: %+v", c)
	}
	replace(t, s, one, Replaced)
	same(t, "the old version again", dump(t, s), before)

	remove(t, s, one.Doc, true)
	remove(t, s, one.Doc, false)
	same(t, "one removed", dump(t, s), fresh(t, other))
	remove(t, s, other.Doc, true)
	same(t, "all removed", dump(t, s), empty)
	counted(t, s)
}

func testBatch(t *testing.T, s *Store) {
	docs := evidence(60)
	replace(t, s, docs[3], Added)
	changed := Evidence{docs[0].Doc, article(1).Quads}
	for i := range changed.Quads { // another version of the first
		changed.Quads[i].Label = changed.Doc
	}
	changed.Quads = changed.Quads[:len(changed.Quads)-1] // without its digest
	batch := append(slices.Clone(docs), docs[5], changed)
	changes, err := s.ReplaceAll(ctx, batch)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range changes {
		want := Added
		switch i {
		case 3, 60:
			want = Unchanged
		case 61:
			want = Replaced
		}
		if c != want {
			t.Errorf("document %d of the batch: %v, want %v", i, c, want)
		}
	}
	same(t, "a batch", dump(t, s), fresh(t, append(slices.Clone(docs[1:]), changed)...))
	counted(t, s)
}

func testRefusals(t *testing.T, s *Store) {
	before := dump(t, s)
	good := article(1, country("Ruritania"))
	with := func(q quad.Quad) Evidence { return Evidence{good.Doc, append([]quad.Quad{q}, good.Quads[:3]...)} }
	quadOf := func(sub, pred, obj quad.Value) quad.Quad {
		return quad.Quad{Subject: sub, Predicate: pred, Object: obj, Label: good.Doc}
	}
	a, name := quad.IRI("actor:a"), graph.SeenName
	for _, c := range []struct {
		name string
		e    Evidence
		want string
	}{
		{"document", Evidence{"actor:x", nil}, "no identifier of a document"},
		{"document's characters", Evidence{"doc:a b", nil}, "no identifier of a document"},
		{"label", with(quad.Quad{Subject: a, Predicate: name, Object: quad.String("A"), Label: quad.IRI("doc:other")}), "label"},
		{"no label", with(quad.Quad{Subject: a, Predicate: name, Object: quad.String("A")}), "label"},
		{"subject", with(quadOf(quad.String("a"), name, quad.String("A"))), "no IRI"},
		{"no predicate", with(quadOf(a, nil, quad.String("A"))), "no IRI"},
		{"space in an IRI", with(quadOf(quad.IRI("actor:a b"), name, quad.String("A"))), "space"},
		{"no object", with(quadOf(a, name, nil)), "missing"},
		{"invalid UTF-8", with(quadOf(a, name, quad.String("\xff"))), "UTF-8"},
		{"kind of object", with(quadOf(a, graph.Cue, quad.Bool(true))), "quad.Bool"},
		{"name that is an IRI", with(quadOf(a, name, a)), "kg:seenName"},
		{"empty name", with(quadOf(a, name, quad.String(" "))), "kg:seenName"},
		{"class that is a string", with(quadOf(a, graph.SeenType, quad.String("x"))), "kg:seenType"},
		{"actor without a class", with(quadOf(a, name, quad.String("A"))), "needs a name and a class"},
		{"derived name", with(quadOf(a, graph.SchemaName, quad.String("A"))), "derived"},
		{"class elsewhere", with(quadOf(a, graph.About, graph.Quotation)), "stands only after"},
		{"digest", Evidence{good.Doc, good.Quads[1:]}, "digest"},
	} {
		_, err := s.Replace(ctx, c.e.Doc, c.e.Quads)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got the error %v, want one line with %q", c.name, err, c.want)
		}
	}
	if _, err := s.ReplaceAll(ctx, []Evidence{good, {"actor:x", nil}}); err == nil {
		t.Error("a batch with a bad document: no error")
	}
	for _, doc := range []quad.IRI{graph.GraphEntities, graph.GraphSchema, "", "actor:x"} {
		if found, err := s.Remove(ctx, doc); err == nil || found {
			t.Errorf("remove %q: %v, %v, want an error", doc, found, err)
		}
	}
	same(t, "refused writes", dump(t, s), before)
	replace(t, s, good, Added)
	same(t, "a good write afterwards", dump(t, s), fresh(t, good))
}

func testEntities(t *testing.T, s *Store) {
	anna := person("Anna Müller", "Müller")
	anna.Titles, anna.Affiliations = []string{"foreign minister"}, []string{"actor:ruritania"}
	plain := person("Anna Muller", "Muller", "ANNA MULLER")
	plain.Titles = []string{"minister"}
	docs := []Evidence{article(1, anna), article(2, plain), article(3, anna)}
	for _, d := range docs {
		replace(t, s, d, Added)
	}
	of := func() string {
		var lines []string
		for line := range strings.Lines(dump(t, s)) {
			if strings.HasPrefix(line, "<actor:anna-muller> ") && strings.HasSuffix(line, "<graph:entities> .\n") {
				lines = append(lines, strings.TrimSuffix(strings.TrimPrefix(line, "<actor:anna-muller> "), " <graph:entities> .\n"))
			}
		}
		return strings.Join(lines, "\n")
	}
	all := `<kg:nameKey> "anna muller"
<kg:nameKey> "muller"
<rdf:type> <schema:Person>
<schema:affiliation> <actor:ruritania>
<schema:alternateName> "ANNA MULLER"
<schema:alternateName> "Anna Muller"
<schema:alternateName> "Muller"
<schema:alternateName> "Müller"
<schema:jobTitle> "foreign minister"
<schema:jobTitle> "minister"
<schema:name> "Anna Müller"`
	same(t, "three documents", of(), all)
	remove(t, s, docs[0].Doc, true)
	same(t, "a document removed whose facts another supports", of(), all)
	remove(t, s, docs[2].Doc, true)
	same(t, "the last supporter removed", of(), `<kg:nameKey> "anna muller"
<kg:nameKey> "muller"
<rdf:type> <schema:Person>
<schema:alternateName> "ANNA MULLER"
<schema:alternateName> "Muller"
<schema:jobTitle> "minister"
<schema:name> "Anna Muller"`)
	remove(t, s, docs[1].Doc, true)
	same(t, "nobody mentions her", of(), "")
}

func testClosed(t *testing.T, s *Store) {
	if s.opts.Backend == "memory" {
		t.Skip("nothing to close")
	}
	e := article(1, country("Ruritania"))
	replace(t, s, e, Added)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, counts := s.Counts(ctx)
	_, find := s.FindActors(ctx, "Ruritania")
	_, write := s.Remove(ctx, e.Doc)
	for what, err := range map[string]error{
		"Counts": counts, "FindActors": find, "Remove": write, "Dump": s.Dump(ctx, io.Discard),
		"Gizmo": s.Gizmo(ctx, `g.V("<actor:ruritania>").Out().All()`, nil, 0, func(any) error { return nil }),
	} {
		if err == nil {
			t.Errorf("%s of a closed store: no error", what)
		}
	}
	if err := s.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
}
