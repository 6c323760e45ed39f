// Package web serves a graph to a browser: the Cayley web UI (query, shape, visualize) and Cayley's HTTP interfaces.
//
// Start at Handler. The UI is Cayley's own, embedded when the build put its files under cayley/ (uiassets copies them from
// the module cache); without them Handler still answers the API and says on the page how to get the UI. The graph is read
// only unless Options.Write says otherwise.
package web

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	cayleyhttp "github.com/cayleygraph/cayley/server/http"

	"dictum/graph/store"
)

//go:embed all:cayley
var cayleyFiles embed.FS

//go:embed pages
var pages embed.FS

// Options of the server. The zero value is read only and stops a query after 30 seconds.
type Options struct {
	Write   bool          // accept POST /api/v1/write
	Timeout time.Duration // of one query; 0 means 30 seconds
	// Hosts are the names under which the server may be reached, besides loopback addresses, without their ports. A request
	// for another host is refused, so that a page on the web cannot reach the graph through a name of its own (DNS rebinding).
	Hosts []string
}

// Handler serves st. The caller closes st after the server has stopped.
func Handler(st *store.Store, opts Options) (http.Handler, error) {
	if opts.Timeout == 0 {
		opts.Timeout = 30 * time.Second
	}
	mux := http.NewServeMux()
	v1 := &apiV1{store: st, opts: opts}
	mux.HandleFunc("POST /api/v1/query/{language}", v1.query)
	mux.HandleFunc("POST /api/v1/shape/{language}", v1.shape)
	mux.HandleFunc("POST /api/v1/write", v1.write)
	mux.HandleFunc("/api/v2/", func(w http.ResponseWriter, r *http.Request) { apiV2(st, opts).ServeHTTP(w, r) })
	if err := ui(mux); err != nil {
		return nil, err
	}
	return guard(mux, opts.Hosts), nil
}

// HasUI reports whether the Cayley web UI is embedded in this build.
func HasUI() bool {
	_, err := fs.Stat(cayleyFiles, "cayley/templates/query.html")
	return err == nil
}

// ui adds the pages of the Cayley UI at the paths its own scripts expect.
func ui(mux *http.ServeMux) error {
	if !HasUI() {
		mux.HandleFunc("GET /{$}", noUI)
		mux.HandleFunc("GET /ui/", noUI)
		return nil
	}
	templates, err := template.ParseFS(cayleyFiles, "cayley/templates/*")
	if err != nil {
		return fmt.Errorf("web: templates of the Cayley UI: %w", err)
	}
	page := func(name string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			if err := templates.ExecuteTemplate(w, name+".html", nil); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
			}
		}
	}
	mux.HandleFunc("GET /{$}", page("query"))
	for _, name := range []string{"query", "query_shape", "visualize", "write"} {
		mux.HandleFunc("GET /ui/"+name, page(name))
	}
	static, err := fs.Sub(cayleyFiles, "cayley/static")
	if err != nil {
		return fmt.Errorf("web: static files of the Cayley UI: %w", err)
	}
	mux.Handle("GET /static/", http.StripPrefix("/static/", http.FileServerFS(static)))
	mux.HandleFunc("GET /docs/{page}", docs)
	return nil
}

// docs shows a page of Cayley's manual, to which its UI links, as it is written.
func docs(w http.ResponseWriter, r *http.Request) {
	text, err := fs.ReadFile(cayleyFiles, path.Join("cayley/docs", path.Base(strings.ToLower(r.PathValue("page")))+".md"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(text) // whoever asked may be gone
}

func noUI(w http.ResponseWriter, r *http.Request) {
	http.ServeFileFS(w, r, pages, "pages/noui.html")
}

// apiV2 is Cayley's own, read only: its writes would pass by the checks of the store. A write replaces the store's handle, so
// each request asks for it.
func apiV2(st *store.Store, opts Options) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := st.Handle()
		api := cayleyhttp.NewAPIv2(&cgraph.Handle{QuadStore: h.QuadStore, QuadWriter: h.QuadWriter})
		api.SetReadOnly(true)
		api.SetQueryTimeout(opts.Timeout)
		api.ServeHTTP(w, r)
	})
}

// guard refuses requests for foreign host names and tells the browser to load nothing from elsewhere.
func guard(next http.Handler, hosts []string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r.Host, hosts) {
			http.Error(w, "this server is not "+r.Host+"; start it with that --host to allow it", http.StatusMisdirectedRequest)
			return
		}
		// Another site's page may send a form or a text/plain request without asking; a browser names the site.
		if site := r.Header.Get("Sec-Fetch-Site"); r.Method != http.MethodGet && (site == "cross-site" || site == "same-site") {
			http.Error(w, "requests from other sites are refused", http.StatusForbidden)
			return
		}
		w.Header().Set("Content-Security-Policy", "default-src 'self' 'unsafe-inline' 'unsafe-eval' data:; frame-ancestors 'none'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(w, r)
	})
}

func known(host string, hosts []string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.Trim(name, "[]")
	if ip := net.ParseIP(name); strings.EqualFold(name, "localhost") || ip != nil && ip.IsLoopback() {
		return true
	}
	return slices.ContainsFunc(hosts, func(h string) bool { return strings.EqualFold(h, name) })
}
