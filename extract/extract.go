// Package extract reads a document and gives the extraction record: actors, statements, events, times and amounts, each
// with the span it rests on.
//
// The pipeline is a set of stages; a stage says which layers it needs and which it gives (stage.go), and the order is
// computed. A new stage is one file stage_x.go. Language analysis is the work of extract/nlp; this package imports no store.
//
// Start at Extract below; mention.go has what stages ask about mentions and actors, tree.go what they ask about syntax,
// record.go how the record is put together.
package extract

import (
	"context"
	"fmt"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

// Options of an Extractor. The zero value reads with the embedded models and tables.
type Options struct {
	Analyzer  Analyzer         // nil: a new nlp.Analyzer
	Knowledge *seeds.Knowledge // nil: the embedded tables

	// LiteralPlaces keeps capitals, palaces and the like what they are, also where they act or speak: "Yerevan said" is said by the
	// city. Default: by Armenia, and the mention says so (graph.Mention.StandsIn).
	LiteralPlaces bool
}

// Analyzer is the language analysis that the stages rest on. It serves many goroutines.
type Analyzer interface {
	Analyze(text string) *nlp.Doc
}

// Extractor reads documents. It holds no state of a document and serves many goroutines.
type Extractor struct {
	nlp    Analyzer
	places bool // Options.LiteralPlaces
	know   *seeds.Knowledge
	stages []Stage
}

// New loads what reading needs (models, tables) and orders the stages.
func New(opts Options) (*Extractor, error) {
	x := &Extractor{nlp: opts.Analyzer, know: opts.Knowledge, places: opts.LiteralPlaces}
	var err error
	if x.nlp == nil {
		a, err := nlp.New()
		if err != nil {
			return nil, fmt.Errorf("extract: load the language models: %w", err)
		}
		x.nlp = a
	}
	if x.know == nil {
		if x.know, err = seeds.Load(); err != nil {
			return nil, fmt.Errorf("extract: load the knowledge tables: %w", err)
		}
	}
	if x.stages, err = order(registry); err != nil {
		return nil, err
	}
	return x, nil
}

// Extract reads one document. The record's text is the document's; lists without members are empty, not nil. The document
// is not changed. An error is that of the context, or of a stage that broke its word.
func (x *Extractor) Extract(ctx context.Context, doc *graph.Document) (*graph.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	analysed := x.nlp.Analyze(doc.Text)
	s := x.newState(doc, analysed)
	for i := range x.stages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := x.stages[i].Run(s); err != nil {
			return nil, fmt.Errorf("extract: %s: stage %s: %w", label(doc), x.stages[i].Name, err)
		}
	}
	s.finish()
	if err := validate(s.Record); err != nil {
		return nil, fmt.Errorf("extract: %s: %w", label(doc), err)
	}
	return s.Record, nil
}

func (x *Extractor) newState(doc *graph.Document, analysed *nlp.Doc) *State {
	return &State{
		Doc: doc, NLP: analysed, Tree: NewTree(analysed), Know: x.know, claimed: map[string]int{}, literalPlaces: x.places,
		Record: &graph.Record{
			ID: doc.ID, URL: doc.URL, Title: doc.Title, Date: doc.Date, Source: doc.Source, Text: doc.Text,
		},
	}
}

// label names a document in an error.
func label(doc *graph.Document) string {
	for _, name := range []string{doc.ID, doc.URL} {
		if name != "" {
			return fmt.Sprintf("document %q", name)
		}
	}
	return "document " + doc.Hash()
}
