package store

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"dictum/graph"
)

// anyVersion draws what a version of document n says: few actors under few names, so that documents agree and differ.
func anyVersion(n int) *rapid.Generator[Evidence] {
	names := []string{"Ruritania", "RURITANIA", "Ruritánia", "Strelsau", "Anna"}
	return rapid.Custom(func(t *rapid.T) Evidence {
		var actors []graph.Actor
		for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"actor:r", "actor:s", "place:p"}), 0, 3, rapid.ID).Draw(t, "actors") {
			actors = append(actors, graph.Actor{
				ID: id, Name: rapid.SampledFrom(names).Draw(t, "name"),
				Type:         rapid.SampledFrom([]string{graph.Person, graph.Organization, graph.Location}).Draw(t, "type"),
				Aliases:      rapid.SliceOfN(rapid.SampledFrom(names), 0, 2).Draw(t, "aliases"),
				Titles:       rapid.SliceOfN(rapid.SampledFrom([]string{"king", "envoy"}), 0, 1).Draw(t, "titles"),
				Affiliations: rapid.SliceOfN(rapid.SampledFrom([]string{"actor:r", "actor:s"}), 0, 1).Draw(t, "affiliations"),
			})
		}
		return report(n, rapid.SampledFrom([]string{"2023-03-05", "2023-03-06", "2023-03", ""}).Draw(t, "day"), actors...)
	})
}

// report is an article in which the first of two actors attacks the second.
func report(n int, day string, actors ...graph.Actor) Evidence {
	rec := &graph.Record{
		URL: fmt.Sprintf("https://news.example/%d", n), Title: fmt.Sprintf("Article %d", n), Text: "They struck it.", Date: day,
		Sentences: []graph.Span{{0, 15}}, Actors: actors,
	}
	if len(actors) > 1 {
		rec.Events = []graph.Event{{
			ID: "e1", Trigger: graph.Spans{{5, 11}}, Lemma: "strike", Type: "ASSAULT", Modality: graph.Actual, Polarity: graph.Affirmed,
			Confidence: 0.8, Args: []graph.Arg{
				{Role: graph.Agent, Span: graph.Span{0, 4}, Actor: actors[0].ID},
				{Role: graph.Patient, Span: graph.Span{12, 14}, Actor: actors[1].ID},
			},
		}}
	}
	doc := rec.Document()
	return Evidence{graph.DocumentIRI(doc.Hash()), graph.Quads(rec)}
}

// testOrders does anything in any order: the store is what a new store with the documents of the end is.
func testOrders(t *testing.T, s *Store) {
	rapid.Check(t, func(rt *rapid.T) {
		now := map[quad.IRI]Evidence{}
		version := func() Evidence { return anyVersion(rapid.IntRange(1, 4).Draw(rt, "document")).Draw(rt, "version") }
		want := func(e Evidence) Change {
			old, ok := now[e.Doc]
			now[e.Doc] = e
			switch {
			case !ok:
				return Added
			case slices.EqualFunc(old.Quads, e.Quads, sameQuad):
				return Unchanged
			}
			return Replaced
		}
		rt.Repeat(map[string]func(*rapid.T){
			"replace": func(*rapid.T) {
				e := version()
				replace(t, s, e, want(e))
			},
			"replaceAll": func(*rapid.T) {
				var batch []Evidence
				var wants []Change
				for range rapid.IntRange(0, 4).Draw(rt, "batch") {
					e := version()
					batch, wants = append(batch, e), append(wants, want(e))
				}
				got, err := s.ReplaceAll(ctx, batch)
				if err != nil || !slices.Equal(got, wants) {
					t.Errorf("ReplaceAll: %v, %v, want %v", got, err, wants)
				}
			},
			"remove": func(*rapid.T) {
				doc := article(rapid.IntRange(1, 4).Draw(rt, "document")).Doc
				_, ok := now[doc]
				delete(now, doc)
				remove(t, s, doc, ok)
			},
			"reconnect": func(*rapid.T) { // as after an error, or by another process
				clear(s.entities)
				clear(s.events)
				s.writer = nil
				if err := s.connect(); err != nil {
					t.Error(err)
				}
			},
		})
		var docs []Evidence
		for _, doc := range slices.Sorted(maps.Keys(now)) {
			docs = append(docs, now[doc])
		}
		same(t, "the documents of the end", dump(t, s), fresh(t, docs...))
		counted(t, s)
		for _, d := range docs {
			remove(t, s, d.Doc, true)
		}
		same(t, "all removed", dump(t, s), fresh(t))
		if t.Failed() {
			rt.FailNow()
		}
	})
}
