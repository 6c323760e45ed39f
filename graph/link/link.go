// Package link finds the events of different documents that are one happening. It compares what two documents say of two
// events: what was done (verb, PLOVER type), who did it to whom, where, when, and gives the pair a score and its reasons
// (Compare). It does no input or output and knows no store.
//
// The decision on a pair rests on the two events alone, so the links of a set of documents do not depend on the order in which
// they come, and a new document changes no link between others. So that not all pairs need a look, every event has keys
// (Keys), and two events without a key in common are never one.
//
// What is not done: events of one document are not compared, and links are not closed under transitivity.
//
// Start at Compare. event.go reads events out of quads, when.go says when they were.
package link

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// Version changes when other links come out of the same documents.
const Version = "2"

// Link says that two events of different documents are one.
type Link struct {
	A, B    quad.IRI // A before B
	Score   int      // in hundredths, at least Least
	Reasons []string // in what they agree: agent, patient, words, verb, type, day, time, place, quantity
	Differs []string // in what they do not: quantity, truth, plan
}

// IRI names a link by its two events.
func (l *Link) IRI() quad.IRI {
	return quad.IRI("link:" + strings.TrimPrefix(string(l.A), "ev:") + "_" + strings.TrimPrefix(string(l.B), "ev:"))
}

// Quads are the link in the graph of links, sorted: an edge between the events, and a node that tells why.
func (l *Link) Quads() []quad.Quad {
	id := l.IRI()
	var out []quad.Quad
	add := func(s quad.IRI, p quad.IRI, o quad.Value) {
		out = append(out, quad.Quad{Subject: s, Predicate: p, Object: o, Label: graph.GraphLinks})
	}
	add(l.A, graph.SameEvent, l.B)
	add(id, graph.Links, l.A)
	add(id, graph.Links, l.B)
	add(id, graph.Score, quad.Float(float64(l.Score)/100))
	for _, r := range l.Reasons {
		add(id, graph.AgreesIn, quad.String(r))
	}
	for _, r := range l.Differs {
		add(id, graph.DiffersIn, quad.String(r))
	}
	graph.SortQuads(out)
	return out
}

// Keys lists, for every actor and town of an event and every week in which it may have been, what another must share to be one
// with it. An event without a type has them under its verb, one with a type under both: tables of types have gaps.
func (e *Event) Keys() []string {
	var out []string
	kinds := []string{"~" + family(e.Lemma)}
	if e.Type != "" {
		kinds = append(kinds, e.Type)
	}
	for week := weekOf(e.When.From); week <= weekOf(e.When.To); week++ {
		for _, who := range slices.Concat(e.Agents, e.Targets, e.towns()) {
			for _, kind := range kinds {
				out = append(out, fmt.Sprintf("%s %s %d", kind, who, week))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// All finds the links among events, each pair once, sorted.
func All(events []Event) []Link {
	byKey := map[string][]int{}
	for i := range events {
		for _, key := range events[i].Keys() {
			byKey[key] = append(byKey[key], i)
		}
	}
	seen := map[[2]quad.IRI]bool{}
	var out []Link
	for _, same := range byKey {
		for n, i := range same {
			for _, j := range same[n+1:] {
				l, ok := Compare(&events[i], &events[j])
				if pair := [2]quad.IRI{l.A, l.B}; ok && !seen[pair] {
					seen[pair] = true
					out = append(out, l)
				}
			}
		}
	}
	slices.SortFunc(out, compareLinks)
	return out
}

func compareLinks(a, b Link) int {
	if c := strings.Compare(string(a.A), string(b.A)); c != 0 {
		return c
	}
	return strings.Compare(string(a.B), string(b.B))
}
