// Package nlp analyses English news text: sentences, words, tags, lemmas, dependency trees and names, with learned models
// that are embedded in the binary. All offsets are code points of the unchanged text.
//
// Start at Doc (doc.go). An Analyzer is made once and shared by many goroutines.
package nlp
