package queries

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/parser"
)

// What a reader of a question needs is in its header, and every word of it fits the script.
func TestHeadersAreComplete(t *testing.T) {
	for _, q := range library(t).All() {
		t.Run(q.Name, func(t *testing.T) {
			if !strings.HasSuffix(q.Description, ".") || len(q.Description) < 20 {
				t.Errorf("description %q: want a sentence or more", q.Description)
			}
			for _, p := range q.Params {
				if p.Example == "" {
					t.Errorf("%s has no example", p.Name)
				}
				if !strings.Contains(q.Script, "params."+p.Name) {
					t.Errorf("%s is not used", p.Name)
				}
			}
			for _, column := range []string{"sentence", "document", "id"} {
				if !slices.Contains(q.Columns, column) {
					t.Errorf("there is no column %s", column)
				}
			}
			for _, wild := range []string{"g.V()", "graph.Vertex()", "g.Vertex()", ".Order()"} {
				if strings.Contains(withoutComments(q.Script), wild) {
					t.Errorf("the script has %s", wild)
				}
			}
		})
	}
}

func withoutComments(script string) string {
	return regexp.MustCompile(`(?m)//.*$`).ReplaceAllString(script, "")
}

// Syntax and functions that came after ES5.1, which is all that the stock program of this version of Cayley understands.
var (
	laterSyntax = []string{
		"ArrowFunctionLiteral", "LexicalDeclaration", "TemplateLiteral", "ClassLiteral", "ClassDeclaration", "SpreadElement",
		"ForOfStatement", "ObjectPattern", "ArrayPattern", "OptionalChain", "Optional", "AwaitExpression", "YieldExpression",
		"PropertyShort", "MetaProperty", "SuperExpression",
	}
	laterFunctions = regexp.MustCompile(`\.(includes|startsWith|endsWith|repeat|padStart|padEnd|find|findIndex|fill|flat|flatMap|at|` +
		`trimStart|trimEnd|replaceAll|matchAll|codePointAt|normalize)\(|\b(Map|Set|WeakMap|Symbol|Promise|Proxy|Reflect)\b|` +
		`Object\.(assign|entries|values|fromEntries)|Array\.(from|of)|Number\.(isInteger|isNaN)|/[a-z]*[uys][a-z]*[.;,)]`)
)

func TestScriptsAreES5(t *testing.T) {
	for _, q := range library(t).All() {
		program, err := parser.ParseFile(nil, q.Name+".js", q.Script, 0)
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		seen := map[string]bool{}
		nodeTypes(reflect.ValueOf(program.Body), seen)
		for _, late := range laterSyntax {
			if seen[late] {
				t.Errorf("%s has a %s, which ES5.1 does not", q.Name, late)
			}
		}
		if late := laterFunctions.FindString(withoutComments(q.Script)); late != "" && !strings.Contains(late, "/") {
			t.Errorf("%s calls %q, which ES5.1 does not have", q.Name, late)
		}
	}
}

// nodeTypes collects the names of the types in a syntax tree.
func nodeTypes(v reflect.Value, seen map[string]bool) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			nodeTypes(v.Elem(), seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			nodeTypes(v.Index(i), seen)
		}
	case reflect.Struct:
		if v.Type().PkgPath() != reflect.TypeFor[ast.Program]().PkgPath() {
			return
		}
		seen[v.Type().Name()] = true
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type().Field(i).Name != "DeclarationList" {
				nodeTypes(v.Field(i), seen)
			}
		}
	}
}

func TestES5CheckSeesLaterSyntax(t *testing.T) {
	for late, script := range map[string]string{
		"ArrowFunctionLiteral": "f(x => x)", "LexicalDeclaration": "let a = 1", "TemplateLiteral": "f(`x`)",
		"ForOfStatement": "for (var a of b) {}", "SpreadElement": "f(...a)", "ObjectPattern": "var {a} = b",
	} {
		program, err := parser.ParseFile(nil, "", script, 0)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		nodeTypes(reflect.ValueOf(program.Body), seen)
		if !seen[late] {
			t.Errorf("%q: no %s among %v", script, late, seen)
		}
	}
}

// The script of a question is complete: it runs in Cayley's own session with the parameters written before it.
func TestScriptRunsInStockSession(t *testing.T) {
	st := goldenStore(t)
	q, err := library(t).Get("said-about")
	if err != nil {
		t.Fatal(err)
	}
	session := gizmo.NewSession(st.Handle().QuadStore)
	script := `var params = {about: ["actor:armenia"], limit: 20};` + "\n" + q.Script
	it, err := session.Execute(t.Context(), script, query.Options{Collation: query.JSON, Limit: -1})
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	rows := 0
	for it.Next(t.Context()) {
		if row, ok := it.Result().(map[string]any); ok && row["sentence"] != nil {
			rows++
		}
	}
	if err := it.Err(); err != nil {
		t.Fatal(err)
	}
	if want := len(ask(t, st, "said-about", map[string]string{"about": "Armenia"}).Rows); rows != want {
		t.Errorf("got %d rows, want %d", rows, want)
	}
}

func TestGetSuggests(t *testing.T) {
	for name, want := range map[string]string{"said-abuot": "said-about", "deployment": "deployments", "top": "top-speakers", "Did": "did"} {
		_, err := library(t).Get(name)
		var unknown *UnknownQuestionError
		if !errors.As(err, &unknown) || !slices.Contains(unknown.Near, want) {
			t.Errorf("Get(%q): got %v, want a suggestion of %s", name, err, want)
		}
	}
	_, err := library(t).Get("zzzzzzzzzzzz")
	if err == nil || !strings.Contains(err.Error(), "dictum questions") {
		t.Errorf("got %v, want the way to the list", err)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

const goodHeader = "// Who is there.\n// @columns id, name\n"

func TestAddDir(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "people.js", "// Who is a person.\r\n// @param kind text \"schema:Person\" default=schema:Person the class\r\n"+
		"// @columns id, name\r\n// @order name desc\r\n// @use base\r\n\r\n"+
		`from([params.kind]).In(iri("rdf:type")).Save(iri("schema:name"), "name").All();`)
	write(t, dir, "did.js", goodHeader+`g.Emit({id: "<ours>", name: 1});`)
	write(t, dir, "notes.txt", "not a question")
	l := library(t)
	before := len(l.All())
	if err := l.AddDir(dir); err != nil {
		t.Fatal(err)
	}
	if got := len(l.All()); got != before+1 {
		t.Errorf("got %d questions, want one more than %d", got, before)
	}
	st := goldenStore(t)
	q, err := l.Get("people")
	if err != nil {
		t.Fatal(err)
	}
	a, err := Run(t.Context(), st, q, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Rows) != 8 || a.Rows[1][1] != "Vahan Hunanyan" || a.Rows[1][0] != "actor:vahan-hunanyan" {
		t.Errorf("got %v", a.Rows)
	}
	if q, err = l.Get("did"); err != nil || len(q.Columns) != 2 {
		t.Errorf("the user's own did: got %v, %v", q, err)
	}
}

// A question that was printed as a whole is a question file, with nothing in it twice.
func TestPrintedScriptIsAQuestion(t *testing.T) {
	l := library(t)
	q, err := l.Get("card")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, dir, "mine.js", q.Script)
	if err := l.AddDir(dir); err != nil {
		t.Fatal(err)
	}
	mine, err := l.Get("mine")
	if err != nil {
		t.Fatal(err)
	}
	if mine.Script != q.Script || mine.Description != q.Description || !slices.Equal(mine.Columns, q.Columns) {
		t.Errorf("got\n%s\nwant\n%s", mine.Script, q.Script)
	}
}

func TestAddDirErrors(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no description":   {"// @columns a\n", ":1: the file begins with"},
		"no header":        {"g.Emit({});\n", ":1: the file begins with"},
		"no columns":       {"// Something.\n", ":1: the header needs a line: // @columns"},
		"unknown line":     {"// Something.\n// @colums a\n", ":2: unknown line @colums"},
		"bad param":        {"// Something.\n// @param who actor Armenia the one\n", ":2: want: @param NAME TYPE"},
		"unknown type":     {"// Something.\n//\n// @param who person \"A\" the one\n", ":3: the parameter who has an unknown type person"},
		"bad name":         {"// Something.\n// @param Who actor \"A\" the one\n", ":2: the parameter Who needs a name"},
		"no help":          {"// Something.\n// @param who actor \"A\" optional\n", ":2: the parameter who needs a word of help"},
		"twice":            {"// S.\n// @param a text \"A\" x\n// @param a text \"A\" x\n", ":3: the parameter a is there twice"},
		"bad order":        {"// Something.\n// @columns a\n// @order a backwards\n", ":3: want: @order"},
		"order elsewhere":  {"// Something.\n// @columns a\n// @order b\n", ":1: @order names the column b"},
		"unknown function": {"// Something.\n// @columns a\n// @use nothing\n", ":1: @use names nothing"},
	} {
		dir := t.TempDir()
		write(t, dir, "mine.js", c.text)
		err := library(t).AddDir(dir)
		var header *HeaderError
		if !errors.As(err, &header) || !strings.Contains(err.Error(), filepath.Join(dir, "mine.js")+c.want) {
			t.Errorf("%s: got %v, want mine.js%s", name, err, c.want)
		}
	}
	dir := t.TempDir()
	write(t, dir, "My Question.js", goodHeader)
	if err := library(t).AddDir(dir); err == nil || !strings.Contains(err.Error(), "small letters") {
		t.Errorf("a bad file name: got %v", err)
	}
	if err := library(t).AddDir(filepath.Join(dir, "nowhere")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing folder: got %v", err)
	}
	if err := library(t).AddDir(filepath.Join(dir, "My Question.js")); err == nil || !strings.Contains(err.Error(), "not a folder") {
		t.Errorf("a file: got %v", err)
	}
}
