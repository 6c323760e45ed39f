// Package extract reads a document and gives the extraction record: actors, statements, events, times and amounts, each
// with the span it rests on.
//
// The pipeline is a set of stages; a stage says which layers it needs and which it gives (stage.go), and the order is
// computed. A new stage is one file stage_x.go. Language analysis is the work of extract/nlp; this package imports no store.
package extract
