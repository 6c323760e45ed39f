// Package graph is the model: documents, the extraction record, identifiers, the vocabulary, and the quads that a record
// becomes. It does no input or output and knows no store.
//
// Start at Record (record.go), then Quads (quads.go). A new property is a constant in vocab.go and a line in quads.go.
package graph
