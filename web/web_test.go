package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"dictum/graph"
	"dictum/graph/store"
)

// serve starts a server over a small graph: one person, one organisation, one statement.
func serve(t *testing.T, opts Options) *httptest.Server {
	t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, "", store.Options{Backend: "memory"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	rec := &graph.Record{
		Text: "Ana Horvat criticised the Union.", Date: "2023-03-29", Sentences: []graph.Span{{0, 32}},
		Actors: []graph.Actor{
			{ID: "actor:ana-horvat", Name: "Ana Horvat", Type: graph.Person, Aliases: []string{"Ana Horvat"}},
			{ID: "actor:union", Name: "Union", Type: graph.Organization, Aliases: []string{"Union"}},
		},
		Statements: []graph.Statement{{
			ID: "s1", Kind: graph.Indirect, Source: graph.Spans{{0, 10}}, Cue: graph.Spans{{11, 21}}, Content: graph.Spans{{22, 31}},
			Lemma: "criticise", Speaker: "actor:ana-horvat", About: []string{"actor:union"},
			Polarity: graph.Affirmed, Certainty: graph.Asserted, Date: "2023-03-29", Confidence: 0.9,
		}},
	}
	doc := rec.Document()
	if _, err := st.Replace(ctx, graph.DocumentIRI(doc.Hash()), graph.Quads(rec)); err != nil {
		t.Fatal(err)
	}
	h, err := Handler(st, opts)
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return srv
}

func post(t *testing.T, url, body string) (int, string) {
	t.Helper()
	resp, err := http.Post(url, "text/plain", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, resp)
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, resp)
}

func read(t *testing.T, resp *http.Response) (int, string) {
	t.Helper()
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(b)
}

const spoke = `g.V("<schema:Quotation>").In("<rdf:type>").Out("<schema:spokenByCharacter>").Out("<schema:name>").All()`

func TestV1(t *testing.T) {
	srv := serve(t, Options{})
	tests := []struct {
		name, path, body string
		status           int
		want             string
	}{
		{"query", "query/gizmo", spoke, 200, `{"result":[{"id":"Ana Horvat"}]}`},
		{"emit", "query/gizmo", `g.Emit({a: "<b>"})`, 200, `{"result":[{"a":"<b>"}]}`},
		{"no rows", "query/gizmo", `g.V("nobody").Out("x").All()`, 200, `{"result":null}`},
		{"limit", "query/gizmo?limit=2", `for (var i = 0; i < 9; i++) g.Emit(i)`, 200, `{"result":[0,1]}`},
		{"bad limit", "query/gizmo?limit=x", spoke, 400, `is not a number`},
		{"bad script", "query/gizmo", `g.V(`, 400, `"error":`},
		{"unknown language", "query/sql", `select`, 400, `unknown query language`},
		{"shape", "shape/gizmo", spoke, 200, `"links"`},
		{"bad shape", "shape/gizmo", `g.V(`, 400, `"error":`},
		{"graphql", "query/graphql", `{ nodes(id: <actor:ana-horvat>) { id } }`, 200, `ana-horvat`},
		{"read only", "write", `[]`, 403, `read only`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, body := post(t, srv.URL+"/api/v1/"+tt.path, tt.body)
			if status != tt.status || !strings.Contains(body, tt.want) {
				t.Errorf("got %d %s\nwant %d with %s", status, body, tt.status, tt.want)
			}
		})
	}
}

func TestV2(t *testing.T) {
	srv := serve(t, Options{})
	status, body := post(t, srv.URL+"/api/v2/query?lang=gizmo", spoke)
	if status != 200 || !strings.Contains(body, "Ana Horvat") {
		t.Errorf("query: %d %s", status, body)
	}
	status, body = get(t, srv.URL+"/api/v2/read?format=nquads&sub=%3Cactor:union%3E")
	if status != 200 || !strings.Contains(body, `"Union"`) {
		t.Errorf("read: %d %s", status, body)
	}
	status, body = post(t, srv.URL+"/api/v2/write", `<a> <b> <c> .`)
	if status < 400 {
		t.Errorf("write was accepted: %d %s", status, body)
	}
}

func TestWrite(t *testing.T) {
	srv := serve(t, Options{Write: true})
	quads := `[{"subject":"<actor:union>","predicate":"<rdfs:comment>","object":"a note","label":"<doc:notes>"}]`
	if status, body := post(t, srv.URL+"/api/v1/write", quads); status != 200 {
		t.Fatalf("write: %d %s", status, body)
	}
	if status, body := post(t, srv.URL+"/api/v1/write", quads); status != 200 || !strings.Contains(body, "wrote 0 quads") {
		t.Errorf("the same quad again: %d %s", status, body)
	}
	if _, body := post(t, srv.URL+"/api/v1/query/gizmo", `g.V("<actor:union>").Out("<rdfs:comment>").All()`); !strings.Contains(body, "a note") {
		t.Errorf("the note is not there: %s", body)
	}
	if status, body := post(t, srv.URL+"/api/v1/write", `[{"subject":"<a>"}]`); status != 400 || !strings.Contains(body, "quad 1") {
		t.Errorf("an incomplete quad: %d %s", status, body)
	}
}

func TestEndlessScriptsStop(t *testing.T) {
	srv := serve(t, Options{Timeout: 50 * time.Millisecond})
	for _, path := range []string{"query", "shape"} {
		status, body := post(t, srv.URL+"/api/v1/"+path+"/gizmo", `for (;;) {}`)
		if status != 400 || !strings.Contains(body, "was stopped") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
}

func TestGuard(t *testing.T) {
	srv := serve(t, Options{Hosts: []string{"graph.example.org"}})
	for host, want := range map[string]int{
		"localhost:64210": 200, "[::1]:64210": 200, "127.0.0.1": 200, "graph.example.org": 200, "GRAPH.example.org:80": 200,
		"evil.example.com": 421, "127.0.0.1.evil.example.com": 421,
	} {
		req, _ := http.NewRequest(http.MethodGet, srv.URL+"/", nil)
		req.Host = host
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		if status, _ := read(t, resp); status != want {
			t.Errorf("host %s: %d, want %d", host, status, want)
		}
	}
	req, _ := http.NewRequest(http.MethodPost, srv.URL+"/api/v1/query/gizmo", bytes.NewReader([]byte(spoke)))
	req.Header.Set("Sec-Fetch-Site", "cross-site")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	if status, _ := read(t, resp); status != 403 {
		t.Errorf("a request from another site: %d, want 403", status)
	}
}

func TestPages(t *testing.T) {
	srv := serve(t, Options{})
	if !HasUI() {
		status, body := get(t, srv.URL+"/")
		if status != 200 || !strings.Contains(body, "make build") {
			t.Errorf("without the UI the page must say how to get it: %d %s", status, body)
		}
		return
	}
	for path, want := range map[string]string{
		"/": "Run Query", "/ui/query": "cayley_query.js", "/ui/query_shape": "cayley_shape.js", "/ui/visualize": "cayley_visualize.js",
		"/static/js/cayley_main.js": "selectedQueryLanguage",
	} {
		if status, body := get(t, srv.URL+path); status != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: %d, without %q", path, status, want)
		}
	}
	for _, path := range []string{"/ui/nonsense", "/docs/nonsense", "/docs/..%2Fversion"} {
		if status, _ := get(t, srv.URL+path); status != 404 {
			t.Errorf("%s: %d, want 404", path, status)
		}
	}
	_, body := get(t, srv.URL+"/")
	links := regexp.MustCompile(`(?:href|src)=['"](/[^'"]*)['"]`).FindAllStringSubmatch(body, -1)
	if len(links) < 15 {
		t.Errorf("%d links on the first page", len(links))
	}
	for _, link := range links {
		if status, body := get(t, srv.URL+link[1]); status != 200 || body == "" {
			t.Errorf("the first page links to %s: %d", link[1], status)
		}
	}
}

// required reports whether a missing outside program fails the test, as it does on the build server.
func required() bool { return os.Getenv("DICTUM_READERS") != "" }

func jsonString(t *testing.T, s string) string {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
