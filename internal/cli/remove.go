package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"dictum/graph"
	"dictum/graph/store"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"
)

func (a *app) removeCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "remove DOCUMENT...",
		Short: "Take articles out of the graph",
		Long: `Remove takes documents out of the graph with all that rests on them alone. A document is given by its identifier in the graph
(doc:…, as answers show it), by its URL, or by the id that the input gave it.`,
		Example: `  dictum remove https://example.org/news/1
  dictum remove doc:0123456789abcdef`,
		Args: atLeast(1, "DOCUMENT"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.remove(cmd.Context(), args) },
	}
}

func (a *app) remove(ctx context.Context, names []string) error {
	if err := a.reading(ctx, func(*store.Store) error { return nil }); err != nil {
		return err // no graph is made only to remove something from it
	}
	return a.withStore(ctx, store.Options{}, func(st *store.Store) error {
		var docs []quad.IRI
		for _, n := range names {
			found, err := findDocuments(ctx, st, n)
			if err != nil {
				return err
			}
			if len(found) == 0 {
				return fmt.Errorf("no document %q in %s, nothing was removed; give its doc:… identifier, URL or id", n, a.db)
			}
			docs = append(docs, found...)
		}
		slices.Sort(docs)
		for _, doc := range slices.Compact(docs) {
			if _, err := st.Remove(ctx, doc); err != nil {
				return err
			}
			a.note("removed %s", string(doc))
		}
		return nil
	})
}

// findDocuments looks a document up by identifier, URL, and the id of its input; several may have the same id.
func findDocuments(ctx context.Context, st *store.Store, name string) (docs []quad.IRI, err error) {
	id := strings.TrimSuffix(strings.TrimPrefix(name, "<"), ">")
	id, _, _ = strings.Cut(id, "#char=")
	if rest, ok := strings.CutPrefix(id, graph.Base+"doc/"); ok {
		id = "doc:" + rest
	}
	byURL := graph.Document{URL: name}
	params := map[string]any{"iris": []string{id, string(graph.DocumentIRI(id)), string(graph.DocumentIRI(byURL.Hash()))}, "id": name}
	const script = `
params.iris.forEach(function (iri) {
  g.V(g.IRI(iri)).Has(g.IRI("rdf:type"), g.IRI("schema:NewsArticle")).ForEach(function (d) { g.Emit(d.id) });
});
g.V().Has(g.IRI("schema:identifier"), params.id).ForEach(function (d) { g.Emit(d.id) });`
	err = st.Gizmo(ctx, script, params, 0, func(row any) error {
		if s, ok := row.(string); ok {
			docs = append(docs, quad.IRI(strings.Trim(s, "<>")))
		}
		return nil
	})
	return docs, err
}
