package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"

	_ "github.com/cayleygraph/cayley/query/gizmo"   // the query languages that the UI offers
	_ "github.com/cayleygraph/cayley/query/graphql" //
	_ "github.com/cayleygraph/cayley/query/mql"     //

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/quad"

	"dictum/graph/store"
)

// maxBody is the largest request we read: a question is text a person typed, a write a handful of quads.
const maxBody = 1 << 20

// apiV1 answers as version 1 of Cayley's HTTP interface does, whose own implementation is internal to Cayley.
type apiV1 struct {
	store *store.Store
	opts  Options
}

// reply writes JSON. The UI parses the text itself, so the type is plain text, as in Cayley.
func reply(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v) // the client is gone: nobody is left to tell
}

func fail(w http.ResponseWriter, status int, err error) {
	reply(w, status, map[string]string{"error": err.Error()})
}

// question reads the body of a request and finds its language.
func question(w http.ResponseWriter, r *http.Request) (*query.Language, string, error) {
	lang := query.GetLanguage(r.PathValue("language"))
	if lang == nil {
		return nil, "", fmt.Errorf("unknown query language %q; try gizmo", r.PathValue("language"))
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return nil, "", fmt.Errorf("read the query: %w", err)
	}
	return lang, string(body), nil
}

func (a *apiV1) query(w http.ResponseWriter, r *http.Request) {
	lang, text, err := question(w, r)
	if err != nil {
		fail(w, http.StatusBadRequest, err)
		return
	}
	limit := 100
	if s := r.URL.Query().Get("limit"); s != "" {
		if limit, err = strconv.Atoi(s); err != nil {
			fail(w, http.StatusBadRequest, fmt.Errorf("limit=%q is not a number", s))
			return
		}
	}
	ctx, cancel := context.WithTimeout(r.Context(), a.opts.Timeout)
	defer cancel()
	if lang.HTTPQuery != nil {
		lang.HTTPQuery(ctx, a.store.Handle().QuadStore, w, bytes.NewReader([]byte(text)))
		return
	}
	if lang.HTTP == nil {
		fail(w, http.StatusBadRequest, errors.New("this query language has no HTTP interface"))
		return
	}
	rows, err := results(ctx, lang.HTTP(a.store.Handle().QuadStore), text, limit)
	if err != nil {
		fail(w, http.StatusBadRequest, a.explain(err))
		return
	}
	reply(w, http.StatusOK, map[string]any{"result": rows})
}

func (a *apiV1) explain(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("the query took longer than %s and was stopped", a.opts.Timeout)
	}
	return err
}

func results(ctx context.Context, ses query.HTTP, text string, limit int) (rows []any, err error) {
	it, err := ses.Execute(ctx, text, query.Options{Collation: query.JSON, Limit: limit})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	for it.Next(ctx) {
		rows = append(rows, it.Result())
	}
	return rows, it.Err()
}

func (a *apiV1) shape(w http.ResponseWriter, r *http.Request) {
	lang, text, err := question(w, r)
	if err != nil {
		fail(w, http.StatusBadRequest, err)
		return
	}
	if lang.HTTP == nil {
		fail(w, http.StatusBadRequest, errors.New("this query language has no shapes"))
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), a.opts.Timeout)
	defer cancel()
	shape, err := shapeOf(ctx, lang.HTTP(a.store.Handle().QuadStore), text)
	if err != nil {
		fail(w, http.StatusBadRequest, a.explain(err))
		return
	}
	reply(w, http.StatusOK, shape)
}

// shapeOf runs a script for its shape. ShapeOf takes no context and the session keeps its script engine to itself, but
// closing an iterator interrupts the engine; so an empty script is run first, for the sake of its iterator.
func shapeOf(ctx context.Context, ses query.HTTP, text string) (any, error) {
	stop, err := ses.Execute(ctx, "undefined", query.Options{Collation: query.JSON, Limit: -1})
	if err != nil { // a language without scripts, and so without endless ones
		return ses.ShapeOf(text)
	}
	for stop.Next(ctx) {
	}
	type answer struct {
		shape any
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		shape, err := ses.ShapeOf(text)
		done <- answer{shape, err}
	}()
	select {
	case a := <-done:
		return a.shape, errors.Join(a.err, stop.Close())
	case <-ctx.Done():
		return nil, errors.Join(ctx.Err(), stop.Close())
	}
}

// write adds quads, given as the JSON that the UI's Write page sends. They pass through the store's own checks, and all of
// them go in or none. Their label names the document they are evidence of.
func (a *apiV1) write(w http.ResponseWriter, r *http.Request) {
	if !a.opts.Write {
		fail(w, http.StatusForbidden, errors.New("this graph is read only; start the server with --write to change it"))
		return
	}
	var given []struct{ Subject, Predicate, Object, Label string }
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&given); err != nil {
		fail(w, http.StatusBadRequest, fmt.Errorf("read the quads: %w", err))
		return
	}
	quads := make([]quad.Quad, len(given))
	for i, g := range given {
		quads[i] = quad.Quad{
			Subject: quad.StringToValue(g.Subject), Predicate: quad.StringToValue(g.Predicate),
			Object: quad.StringToValue(g.Object), Label: quad.StringToValue(g.Label),
		}
		if !quads[i].IsValid() {
			fail(w, http.StatusBadRequest, fmt.Errorf("quad %d is incomplete", i+1))
			return
		}
	}
	n, err := a.store.Add(r.Context(), quads)
	if err != nil {
		fail(w, http.StatusBadRequest, err)
		return
	}
	reply(w, http.StatusOK, map[string]string{"result": fmt.Sprintf("Successfully wrote %d quads.", n)})
}
