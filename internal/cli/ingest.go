package cli

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"strings"

	"dictum/extract"
	"dictum/graph"
	"dictum/graph/store"
	"dictum/input"
	"dictum/seeds"
)

// reading is one document on its way: read, extracted, or failed.
type reading struct {
	doc graph.Document
	rec *graph.Record
	err error
}

// records reads articles and extracts from them, in the order of the input.
func (a *app) records(ctx context.Context, o *inputOptions, progress func(done, total int64)) (iter.Seq[reading], error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	opts := extract.Options{LiteralPlaces: o.literal}
	if o.knowledge != "" {
		know, err := seeds.LoadDir(o.knowledge)
		if err != nil {
			return nil, err
		}
		opts.Knowledge = know
	}
	x, err := extract.New(opts)
	if err != nil {
		return nil, err
	}
	documents := func(yield func(reading) bool) {
		for doc, err := range input.Open(o.paths, a.inputOptions(o, progress)) {
			if !yield(reading{doc: doc, err: err}) {
				return
			}
		}
	}
	return inOrder(ctx, documents, o.jobs, func(r reading) reading {
		if r.err == nil {
			r.rec, r.err = extractOne(ctx, x, &r.doc)
		}
		if r.err == nil {
			r.rec = r.rec.Sure(o.sure)
		}
		return r
	}), nil
}

// extractOne turns a panic over one document into its error, so that the others still come.
func extractOne(ctx context.Context, x *extract.Extractor, doc *graph.Document) (rec *graph.Record, err error) {
	defer func() {
		if p := recover(); p != nil {
			at := strings.TrimSpace(string(debug.Stack()))
			err = fmt.Errorf("document %s: the extraction broke off (%v); please report it with the article: %s", name(doc), p, panicPlace(at))
		}
	}()
	return x.Extract(ctx, doc)
}

// panicPlace is the line of our code that a stack points at.
func panicPlace(stack string) string {
	_, after, _ := strings.Cut(stack, "panic(")
	for line := range strings.Lines(after) {
		if line = strings.TrimSpace(line); strings.Contains(line, "/extract/") || strings.Contains(line, "/seeds/") {
			place, _, _ := strings.Cut(line, " ")
			return place
		}
	}
	return "unknown place"
}

// name is what a person knows a document by.
func name(doc *graph.Document) string {
	for _, s := range []string{doc.ID, doc.URL, doc.Title} {
		if s != "" {
			return fmt.Sprintf("%q", s)
		}
	}
	return doc.Hash()
}

// tally is what became of the documents.
type tally struct {
	added, replaced, unchanged, failed int
}

func (t *tally) count(c store.Change) {
	switch c {
	case store.Added:
		t.added++
	case store.Replaced:
		t.replaced++
	case store.Unchanged:
		t.unchanged++
	}
}

// fromFirstRead skips to the first document that was read, so that no graph is made when none is. It counts the others before
// it, and calls failed for each; docs is nil when all are such. The caller calls stop at the end.
func fromFirstRead(all iter.Seq[reading], failed func(error)) (docs iter.Seq[reading], stop func(), unread int) {
	next, stop := iter.Pull(all)
	for {
		r, ok := next()
		if !ok {
			return nil, stop, unread
		}
		if r.err != nil {
			unread++
			failed(r.err)
			continue
		}
		return func(yield func(reading) bool) {
			for ok && yield(r) {
				r, ok = next()
			}
		}, stop, unread
	}
}

// A transaction takes so many quads, or a little more. It grows with the graph, because what is new is compared with what is
// there once in each: what 20,000 articles take together then grows with their number, and not with its square.
const (
	leastBatch = 10_000
	mostBatch  = 150_000
	growth     = 10 // a tenth of what the graph holds
)

func batchQuads(ctx context.Context, st *store.Store) (int, error) {
	c, err := st.Counts(ctx)
	return min(max(leastBatch, c.Quads/growth), mostBatch), err
}

// ingest writes what it is given, in order, several documents a transaction. failed is called for each that was not read.
// asOf, if given, is recorded for those that change. An error of the store ends it; what was written before stays.
func ingest(ctx context.Context, st *store.Store, docs iter.Seq[reading], asOf string, failed func(error)) (t tally, err error) {
	var batch []store.Evidence
	inBatch := map[string]bool{}
	quads := 0
	full, err := batchQuads(ctx, st)
	if err != nil {
		return t, err
	}
	flush := func() error {
		changes, err := st.ReplaceAll(ctx, batch)
		if err != nil {
			return err
		}
		for _, c := range changes {
			t.count(c)
		}
		batch, quads = batch[:0], 0
		clear(inBatch)
		full, err = batchQuads(ctx, st)
		return err
	}
	for r := range docs {
		if err := ctx.Err(); err != nil {
			return t, err
		}
		if r.err != nil {
			t.failed++
			failed(r.err)
			continue
		}
		hash := r.doc.Hash()
		if quads >= full || inBatch[hash] { // the same article twice: the later one counts, as if it came alone
			if err := flush(); err != nil {
				return t, err
			}
		}
		evidence := store.Evidence{Doc: graph.DocumentIRI(hash), Quads: graph.Quads(r.rec)}
		if asOf != "" {
			evidence.Quads = append(evidence.Quads, graph.AsOf(evidence.Doc, asOf))
		}
		batch, quads = append(batch, evidence), quads+len(evidence.Quads)
		inBatch[hash] = true
	}
	if err := ctx.Err(); err != nil {
		return t, err
	}
	return t, flush()
}
