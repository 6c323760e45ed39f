package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/query"
)

// ask runs a script and returns its rows as JSON, sorted.
func ask(t *testing.T, s *Store, script string, params map[string]any, limit int) []string {
	t.Helper()
	var rows []string
	err := s.Gizmo(ctx, script, params, limit, func(row any) error {
		rows = append(rows, mustJSON(row))
		return nil
	})
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	slices.Sort(rows)
	return rows
}

func testGizmo(t *testing.T, s *Store) {
	replace(t, s, article(1, person("Anna Müller"), country("Ruritania")), Added)
	const hostile = `"); g.V().All(); ("`
	for _, c := range []struct {
		name, script string
		params       map[string]any
		want         string
	}{
		{"path", `g.V(iri("actor:ruritania")).Out(iri("schema:name")).All()`, nil, `{"id":"Ruritania"}`},
		{"in", `g.V("<actor:ruritania>").In("<schema:about>").Out("<schema:spokenByCharacter>").All()`, nil, `{"id":"<actor:anna-muller>"}`},
		{
			"tags", `g.V("<actor:ruritania>").Tag("who").Out("<schema:name>").Tag("name").All()`, nil,
			`{"id":"Ruritania","name":"Ruritania","who":"<actor:ruritania>"}`,
		},
		{"emit", `g.Emit({a: 1, b: [1.5, "x", true, {c: iri("actor:x")}], d: str("s")})`, nil, `{"a":1,"b":[1.5,"x",true,{"c":"<actor:x>"}],"d":"s"}`},
		{"emit a value", `g.Emit("x")`, nil, `"x"`},
		{"params", `g.Emit(params.name + params.list[1] + params.n)`, map[string]any{"name": "a", "list": []string{"b", "c"}, "n": 7}, `"ac7"`},
		{"no params", `g.Emit(typeof params + typeof params.x)`, nil, `"objectundefined"`},
		{"hostile value", `g.Emit(params.name)`, map[string]any{"name": hostile}, mustJSON(hostile)},
		{"hostile name", `g.Emit(params["__proto__"] === undefined)`, map[string]any{hostile: 1}, `false`},
		{"line separators", `g.Emit(params.x)`, map[string]any{"x": "a\u2028b\u2029c</script>"}, mustJSON("a\u2028b\u2029c</script>")},
		{"sessions share nothing", `g.Emit(typeof leak); leak = 1`, nil, `"undefined"`},
		{"sessions share nothing still", `g.Emit(typeof leak)`, nil, `"undefined"`},
		{"last line", `1 + 1`, nil, ``},
		{"no start", `g.V("<actor:nobody>").All()`, nil, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(ask(t, s, c.script, c.params, 0), " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func mustJSON(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return strings.TrimSpace(b.String())
}

func testGizmoLimits(t *testing.T, s *Store) {
	loadAll(t, s, evidence(20))
	everything := len(ask(t, s, `g.V("<schema:NewsArticle>").In("<rdf:type>").All()`, nil, 0))
	if everything != 20 {
		t.Errorf("%d articles, want 20", everything)
	}
	for _, script := range []string{
		`g.V("<schema:NewsArticle>").In("<rdf:type>").All()`,
		`for (;;) g.Emit(1)`,
		`g.V("<schema:NewsArticle>").In("<rdf:type>").ForEach(function(d) { g.Emit(d) })`,
	} {
		if got := len(ask(t, s, script, nil, 3)); got != 3 {
			t.Errorf("%s with a limit of 3 gives %d rows", script, got)
		}
	}
	stop := errors.New("stop")
	if err := s.Gizmo(ctx, `for (;;) g.Emit(1)`, nil, 0, func(any) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("an error of emit comes back as %v", err)
	}
	for _, script := range []string{
		`g.Emit(1); for (;;) {}`,
		`g.Emit(1); for (;;) g.V().All()`,
		`g.Emit(1); try { for (;;) {} } catch (e) { for (;;) {} }`,
		`for (;;) g.Emit(1)`,
	} {
		c, cancel := context.WithCancel(ctx)
		err := s.Gizmo(c, script, nil, 0, func(any) error { cancel(); return nil })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled at its first row: %v", script, err)
		}
	}
	c, cancel := context.WithCancel(ctx)
	cancel()
	if err := s.Gizmo(c, `g.Emit(1)`, nil, 0, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before it began: %v", err)
	}
	s.running.Wait() // every script has ended
}

// testGizmoPaths walks through the steps that questions are made of; openTest finds the transactions they leave open.
func testGizmoPaths(t *testing.T, s *Store) {
	loadAll(t, s, evidence(20))
	articles := `g.V("<schema:NewsArticle>").In("<rdf:type>")`
	for _, script := range []string{
		articles + `.GetLimit(3)`,
		articles + `.ToArray()`, articles + `.ToArray(2)`, articles + `.ToValue()`, articles + `.TagArray()`, articles + `.TagArray(2)`,
		articles + `.ForEach(2, function(d) { g.Emit(d) })`,
		articles + `.ForEach(function(d) { throw "stop" })`,
		articles + `.ForEach(function(d) { g.V(d.id).Out().ForEach(function(e) { iri({}) }) })`,
		articles + `.Count()`, articles + `.Unique().Limit(3).All()`, articles + `.Skip(2).Limit(3).All()`,
		articles + `.Intersect(g.V("<schema:NewsArticle>").In()).All()`, articles + `.Except(g.V("<schema:Quotation>").In()).All()`,
		articles + `.Union(g.V("<schema:Quotation>").In("<rdf:type>")).All()`,
		articles + `.Has("<schema:datePublished>", gte("2020")).All()`, articles + `.Has("<schema:headline>").order().All()`,
		articles + `.Save("<schema:headline>", "h").SaveOpt("<schema:none>", "n").All()`,
		articles + `.Both("<schema:mentions>").All()`, articles + `.FollowRecursive("<schema:mentions>", 2).All()`,
		articles + `.LabelContext("<doc:none>").Out().All()`, articles + `.Out().Filter(regex("a")).All()`,
		`g.V().Limit(2).All()`, `g.V().All()`,
	} {
		for _, limit := range []int{0, 1} {
			c, cancel := context.WithCancel(ctx)
			_ = s.Gizmo(c, script, nil, limit, func(any) error { return nil })
			_ = s.Gizmo(c, script, nil, limit, func(any) error { cancel(); return nil })
			cancel()
		}
	}
}

func testGizmoErrors(t *testing.T, s *Store) {
	replace(t, s, article(1, country("Ruritania")), Added)
	for _, c := range []struct{ script, want string }{
		{`g.V(`, "SyntaxError"},
		{`nothing.here`, "ReferenceError"},
		{`g.V("x").nothing()`, "TypeError"},
		{`throw new Error("own words")`, "own words"},
		{`throw "a string"`, "a string"},
		{`iri({})`, "expected string"},
		{`g.V("<actor:ruritania>").Out(/x/).All()`, "unsupported type"},
		{`(function f() { f() })()`, "calls nest deeper"},
		{`g.V("<actor:ruritania>").Out().ForEach(function(d) { throw "inside" })`, "inside"},
		{`regex("(")`, "missing closing"},
	} {
		err := s.Gizmo(ctx, c.script, nil, 0, func(any) error { return nil })
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got the error %v, want one line with %q", c.script, err, c.want)
		}
	}
	if err := s.Gizmo(ctx, `1`, map[string]any{"f": func() {}}, 0, nil); err == nil {
		t.Error("a parameter that is no JSON: no error")
	}
	if got := ask(t, s, `g.Emit(1)`, nil, 0); len(got) != 1 {
		t.Errorf("after errors: %v", got)
	}
}

// TestLanguage asks for Gizmo as Cayley's web interface does: a script that makes Cayley panic does not end the process.
func TestLanguage(t *testing.T) {
	s := openTest(t, "", Options{Backend: "memory"})
	replace(t, s, article(1, country("Ruritania")), Added)
	lang := query.GetLanguage("gizmo")
	run := func(ses query.Session, script string) (rows []any, err error) {
		it, err := ses.Execute(ctx, script, query.Options{Collation: query.JSON, Limit: 10})
		if err != nil {
			return nil, err
		}
		for it.Next(ctx) {
			rows = append(rows, it.Result())
		}
		return rows, errors.Join(it.Err(), it.Close())
	}
	for name, ses := range map[string]query.Session{
		"Session": lang.Session(s.Handle().QuadStore), "REPL": lang.REPL(s.Handle().QuadStore), "HTTP": lang.HTTP(s.Handle().QuadStore),
	} {
		for range 2 { // a session goes on after an error
			if rows, err := run(ses, `g.Emit(1); iri({})`); err == nil || len(rows) != 1 {
				t.Errorf("%s: %v, %v, want a row and an error", name, rows, err)
			}
			if rows, err := run(ses, `g.V("<actor:ruritania>").Out("<schema:name>").All()`); err != nil || len(rows) != 1 {
				t.Errorf("%s: %v, %v, want one row", name, rows, err)
			}
		}
	}
	web := lang.HTTP(s.Handle().QuadStore)
	if shape, err := web.ShapeOf(`iri({})`); err == nil {
		t.Errorf("the shape of a panic is %v", shape)
	}
	if shape, err := lang.HTTP(s.Handle().QuadStore).ShapeOf(`g.V("<actor:ruritania>").Out().All()`); err != nil || shape == nil {
		t.Errorf("shape: %v, %v", shape, err)
	}
}
