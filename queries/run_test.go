package queries

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dictum/graph"
	"dictum/graph/store"
)

// Values that would end a string, a comment, a line or the question itself, if they ever became part of the script.
var hostile = []string{
	`"`, `'`, `\`, `\"`, `*/`, `//`, "\u2028", "\u2029", "\x00", "`${params}`", `</script>`, `<actor:armenia>" "`,
	`");g.V().All();//`, `'+g.V().All()+'`, "a\nb\r\nc", `__proto__`, `constructor`, `%s%d`, "\ufeff", `$&$1`, strings.Repeat("x", 1000),
}

// A hostile value is a name that nobody has, or words that nobody said: it never changes what is asked.
func TestHostileValues(t *testing.T) {
	st := goldenStore(t)
	for _, q := range library(t).All() {
		for _, p := range q.Params {
			values := hostile
			if p.Type != TypeText && q.Name != "said-about" { // the same code for all: all at once will do
				values = []string{strings.Join(hostile, "")}
			}
			for _, value := range values {
				args := examples(q, false)
				args[p.Name] = value
				a, err := Run(t.Context(), st, q, args)
				var actor *UnknownActorError
				var param *ParamError
				if err != nil && !errors.As(err, &actor) && !errors.As(err, &param) {
					t.Errorf("%s %s=%q: %v", q.Name, p.Name, value, err)
				}
				if err == nil && p.Type != TypeText && strings.TrimSpace(value) != "" {
					t.Errorf("%s %s=%q: got %d rows, want an error", q.Name, p.Name, value, len(a.Rows))
				}
				if err == nil && p.Type == TypeText && len(a.Rows) > 0 && len(strings.Trim(value, " \"'\\*/`\x00\u2028\u2029\ufeff")) > 0 {
					t.Errorf("%s %s=%q: got rows %v", q.Name, p.Name, value, a.Rows)
				}
			}
		}
	}
}

func TestParamErrors(t *testing.T) {
	st := goldenStore(t)
	for _, c := range []struct {
		question string
		args     map[string]string
		want     string
	}{
		{"said-about", nil, `said-about: about is missing: whom the statements are about, for example about="Armenia"`},
		{"said-about", map[string]string{"about": "  "}, "about is missing"},
		{"said-about", map[string]string{"who": "Armenia"}, "said-about: who is no parameter of this question; it has about, limit"},
		{"said-about", map[string]string{"about": "Armenia", "limit": "ten"}, "limit wants a number of rows, or all, not \"ten\""},
		{"how-many", map[string]string{"n": "many"}, "n wants a whole number"},
		{"how-many", map[string]string{"n": "-1"}, "n wants a whole number"},
		{"between", map[string]string{"from": "2023-13"}, "from wants a date such as 2022, 2022-09 or 2022-09-14"},
		{"between", map[string]string{"from": "2023-02-30"}, "from wants a date"},
		{"between", map[string]string{"to": "yesterday"}, "to wants a date"},
		{"by-type", map[string]string{"type": "PARTY"}, "type wants a PLOVER type"},
		{"evidence", map[string]string{"id": "Armenia"}, "id wants an identifier"},
		{"attitude", map[string]string{"about": "CSTO", "attitude": "love"}, "attitude wants support or oppose"},
	} {
		q, err := library(t).Get(c.question)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Run(t.Context(), st, q, c.args)
		var param *ParamError
		if !errors.As(err, &param) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %v: got %v, want %s", c.question, c.args, err, c.want)
		}
	}
}

func TestActors(t *testing.T) {
	st := goldenStore(t)
	names := func(name string) []string {
		a := ask(t, st, "said-by", map[string]string{"who": name})
		var ids []string
		for _, row := range a.Rows {
			ids = append(ids, row[len(row)-1])
		}
		return ids
	}
	want := names("Mikhail Galuzin")
	for _, name := range []string{
		"galuzin", " GALUZIN ", "actor:mikhail-galuzin", "<actor:mikhail-galuzin>", "https://w3id.org/dictum/actor/mikhail-galuzin",
	} {
		if got := names(name); len(got) == 0 || !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", name, got, want)
		}
	}
	a := ask(t, st, "said-by", map[string]string{"who": "Hunanyan"})
	if len(a.Rows) != 1 || len(a.Notes) != 1 || !strings.Contains(a.Notes[0], "Anna Hunanyan (actor:anna-hunanyan), Vagharshak") {
		t.Errorf("an ambiguous name: got %v, %v", a.Rows, a.Notes)
	}
	if a = ask(t, st, "said-by", map[string]string{"who": "Anna Hunanyan"}); len(a.Notes) != 0 {
		t.Errorf("a name in full: got %v", a.Notes)
	}
	q, err := library(t).Get("said-by")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Run(t.Context(), st, q, map[string]string{"who": "Galuzim"})
	var unknown *UnknownActorError
	if !errors.As(err, &unknown) || err.Error() != `nobody is called "Galuzim"; did you mean: Mikhail Galuzin?` {
		t.Errorf("an unknown name: got %v", err)
	}
}

// TestActorByPart asks for people under forms that no article has: a surname alone, an office before the name.
func TestActorByPart(t *testing.T) {
	st, err := store.Open(t.Context(), "", store.Options{Backend: "memory"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	rec := &graph.Record{Text: "Ana Horvat, Ivo Horvat and Pia Stern met."}
	for _, name := range []string{"Ana Horvat", "Ivo Horvat", "Pia Stern"} {
		rec.Actors = append(rec.Actors, graph.Actor{ID: graph.ActorID(name), Name: name, Type: graph.Person, Aliases: []string{name}})
	}
	doc := rec.Document()
	if _, err := st.Replace(t.Context(), graph.DocumentIRI(doc.Hash()), graph.Quads(rec)); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Stern":                     "actor:pia-stern",
		"Deputy Minister Pia Stern": "actor:pia-stern",
		"Ana Horvat":                "actor:ana-horvat",
		"Horvat":                    "", // there are two
		"Pia":                       "",
		"Minister":                  "",
	} {
		b := &binder{st: st}
		ids, err := b.actor(t.Context(), &Param{Name: "who", Type: TypeActor}, name)
		if got := strings.Join(ids, " "); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", name, got, err, want)
		}
	}
}

func TestNothingToSay(t *testing.T) {
	st := goldenStore(t)
	a := ask(t, st, "said-by", map[string]string{"who": "Vahan Hunanyan"})
	note := []string{"the graph has no answer to said-by with who=Vahan Hunanyan (actor:vahan-hunanyan)"}
	if len(a.Rows) != 0 || a.Rows == nil || !slices.Equal(a.Notes, note) {
		t.Errorf("got %v, %q", a.Rows, a.Notes)
	}
	a = ask(t, st, "done-to", map[string]string{"whom": "Hunanyan"})
	if len(a.Rows) != 0 || len(a.Notes) != 3 || a.Notes[2] != `names like "Hunanyan": Vahan Hunanyan` {
		t.Errorf("got %v, %q", a.Rows, a.Notes)
	}
}

func TestLimit(t *testing.T) {
	st := goldenStore(t)
	all := ask(t, st, "said-about", map[string]string{"about": "Armenia", "limit": "all"})
	two := ask(t, st, "said-about", map[string]string{"about": "Armenia", "limit": "2"})
	if len(two.Rows) != 2 || !slices.Equal(two.Rows[0], all.Rows[0]) || !slices.Equal(two.Rows[1], all.Rows[1]) {
		t.Errorf("got %v, want the first two of %v", two.Rows, all.Rows)
	}
	if len(two.Notes) != 1 || !strings.Contains(two.Notes[0], "the newest 2 are shown") || len(all.Notes) != 0 {
		t.Errorf("got notes %q and %q", two.Notes, all.Notes)
	}
}

// userQuestion is a question of a user's own, made on the spot.
func userQuestion(t *testing.T, script string) *Question {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "mine.js", goodHeader+script)
	l := library(t)
	if err := l.AddDir(dir); err != nil {
		t.Fatal(err)
	}
	q, err := l.Get("mine")
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestCancellation(t *testing.T) {
	st := goldenStore(t)
	for _, script := range []string{`for (;;) {}`, `for (;;) { g.Emit({id: "x", name: "y"}); }`} {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		_, err := Run(ctx, st, userQuestion(t, script), nil)
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: got %v, want the context's error", script, err)
		}
	}
	if a := ask(t, st, "did", map[string]string{"who": "EU"}); len(a.Rows) == 0 {
		t.Error("after that the store no longer answers")
	}
}

func TestScriptErrors(t *testing.T) {
	st := goldenStore(t)
	for script, want := range map[string]string{
		"var x = ;":            "mine.js",
		"nothing();":           "nothing is not defined",
		"g.Emit(7);":           "emitted 7",
		"\n\n\nthrow 'alas';":  "alas",
		"g.V(iri({})).All();":  "mine.js",
		"null.x;":              "mine.js:",
		"g.Emit({id: [1, {}]}": "mine.js",
	} {
		_, err := Run(t.Context(), st, userQuestion(t, script), nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", script, err, want)
		}
	}
}

func TestCells(t *testing.T) {
	st := goldenStore(t)
	a, err := Run(t.Context(), st, userQuestion(t, `
g.Emit({id: "<actor:armenia>", name: ["a", 2, 0.5]});
g.Emit({id: 10, name: null});
g.Emit({id: 1e6, name: "1 < 2 > 0"});
g.Emit({note: "by hand"});`), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"actor:armenia", "a; 2; 0.5"}, {"10", ""}, {"1000000", "1 < 2 > 0"}}
	if !slices.EqualFunc(a.Rows, want, slices.Equal) || !slices.Equal(a.Notes, []string{"by hand"}) {
		t.Errorf("got %q, %q, want %q", a.Rows, a.Notes, want)
	}
	text, err := json.Marshal(&Answer{Columns: []string{"a"}, Rows: [][]string{}, Notes: []string{}})
	if err != nil || string(text) != `{"columns":["a"],"rows":[],"notes":[]}` {
		t.Errorf("got %s, %v", text, err)
	}
}

func TestOrder(t *testing.T) {
	q := userQuestion(t, `[[2, "b"], [10, "a"], [2, "a"]].forEach(function (r) { g.Emit({id: r[0], name: r[1]}); });`)
	q.Order = []SortKey{{Column: "id", Descending: true}}
	a, err := Run(t.Context(), goldenStore(t), q, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := [][]string{{"10", "a"}, {"2", "b"}, {"2", "a"}}; !slices.EqualFunc(a.Rows, want, slices.Equal) {
		t.Errorf("got %v, want %v: by number, and equal ones as they came", a.Rows, want)
	}
}

// The functions for dates, called as a question calls them.
func TestDates(t *testing.T) {
	st := goldenStore(t)
	l := library(t)
	shared := l.shared["dates"] + l.shared["rows"] + l.shared["base"]
	got := map[string]string{}
	err := st.Gizmo(t.Context(), `
["2023", "2023-02", "2023-02-20", "2023-02-20T10:30", "2023-Q2", "2023-H2", "2023-W13", "2021-W01", "2023-SU", "2022-WI",
  "soon", "PXM", "2023-XX"]
  .forEach(function (d) { g.Emit({date: d, days: String(daysOf(d)), week: weekOf(d)}); });
[["2023-02", "2023-02-20", null], ["2023", "2024", null], ["2023-02", null, "2023-02-10"], ["2023-03-01", "2023-02", "2023-02"],
  ["", "2023", null]]
  .forEach(function (c) { g.Emit({date: c.join(","), days: String(inWindow(c[0], c[1], c[2])), week: ""}); });`+"\n"+shared, nil, 0,
		func(row any) error {
			m := row.(map[string]any)
			got[m["date"].(string)] = strings.TrimRight(m["days"].(string)+" "+m["week"].(string), " ")
			return nil
		})
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[string]string{
		"2023":                       "2023-01-01,2023-12-31 2023",
		"2023-02":                    "2023-02-01,2023-02-31 2023-02",
		"2023-02-20":                 "2023-02-20,2023-02-20 2023-W08",
		"2023-02-20T10:30":           "2023-02-20,2023-02-20 2023-W08",
		"2023-Q2":                    "2023-04-01,2023-06-31 2023-Q2",
		"2023-H2":                    "2023-07-01,2023-12-31 2023-H2",
		"2023-W13":                   "2023-03-27,2023-04-02 2023-W13",
		"2021-W01":                   "2021-01-04,2021-01-10 2021-W01",
		"2023-SU":                    "2023-06-01,2023-08-31 2023-SU",
		"2022-WI":                    "2022-12-01,2023-02-31 2022-WI",
		"soon":                       "null soon",
		"PXM":                        "null PXM",
		"2023-XX":                    "null 2023-XX",
		"2023-02,2023-02-20,":        "true",
		"2023,2024,":                 "false",
		"2023-02,,2023-02-10":        "true",
		"2023-03-01,2023-02,2023-02": "false",
		",2023,":                     "false",
	} {
		if got[date] != want {
			t.Errorf("%s: got %q, want %q", date, got[date], want)
		}
	}
}

// The order in which documents came, and the backend, change no answer.
func TestSameAnswersOnDisk(t *testing.T) {
	memory := goldenStore(t)
	disk := storeOf(t, store.Options{}, true)
	for _, q := range library(t).All() {
		args := examples(q, false)
		a, b := ask(t, memory, q.Name, args), ask(t, disk, q.Name, args)
		if print(a) != print(b) {
			t.Errorf("%s\nin memory:\n%s\non disk, documents the other way round:\n%s", q.Name, print(a), print(b))
		}
	}
}

// An abbreviation that one article leaves unexplained makes an actor of that name. Who asks for it means those who spell it out, too.
func TestAbbreviationNamesAll(t *testing.T) {
	for _, c := range []struct {
		name string
		want bool
	}{
		{"U.S.", true},
		{"UK", true},
		{"EC", true},
		{"NATO", true},
		{"ASEAN", true},
		{"Us", false},
		{"Georgia", false},
		{"X", false},
		{"...", false},
		{"", false},
		{"KOROLEVA", false},
		{"E C", false},
	} {
		if got := isAbbreviation(c.name); got != c.want {
			t.Errorf("isAbbreviation(%q) = %v, want %v", c.name, got, c.want)
		}
	}
}

func TestGuessedActorIsNamed(t *testing.T) {
	b := &binder{}
	b.guessed("Hunanyan", []store.ActorRef{{ID: "actor:vahan-hunanyan", Name: "Vahan Hunanyan", Class: "Person"}})
	want := []string{`nobody is called just "Hunanyan"; this is about Vahan Hunanyan (actor:vahan-hunanyan)`}
	if !slices.Equal(b.notes, want) {
		t.Errorf("got %q, want %q", b.notes, want)
	}
}
