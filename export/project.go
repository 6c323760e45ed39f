package export

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// The relations a picture can show.
const (
	SpokeAbout   = "spokeAbout"
	SpokeTo      = "spokeTo"
	ActedOn      = "actedOn"
	CoOccursWith = "coOccursWith"
)

// Relations lists them all, in the order in which formats number them.
func Relations() []string { return []string{ActedOn, CoOccursWith, SpokeAbout, SpokeTo} }

// Picture is the projected actor graph. Nodes are sorted by identifier; edges by source, relation and target.
type Picture struct {
	Nodes []Node
	Edges []Edge
}

// Node is an actor that has an edge.
type Node struct {
	ID, Name, Class string   // Class: "Person", "Organization", "Country", "Place", "Group", "Thing"
	Degree          int      // sum of the weights of its edges
	Days            []string // ISO days of the articles that tie it to another, sorted; empty when none is dated
	X, Y            float64
}

// Edge stands for all statements, events or sentences that tie source to target in one relation.
type Edge struct {
	Source, Target int // indices into Picture.Nodes
	Relation       string
	Weight         int      // number of statements, events or documents (for co-occurrence)
	Documents      int      // number of distinct documents
	Days           []string // ISO days of the documents, sorted; empty when none is dated
	Sentence       string   // of the earliest document, for a tooltip
	Detail         string   // the commonest verbs: "accuse 3, warn 1"
}

// Project reads the quads of a store once and gives the picture, laid out.
func Project(ctx context.Context, quads iter.Seq2[quad.Quad, error], opts Options) (*Picture, error) {
	f, err := gather(ctx, quads)
	if err != nil {
		return nil, err
	}
	relations := opts.Relations
	if relations == nil {
		relations = []string{ActedOn, SpokeAbout, SpokeTo}
	}
	for _, r := range relations {
		if !slices.Contains(Relations(), r) {
			return nil, fmt.Errorf("export: no relation %q; there are %s", r, strings.Join(Relations(), ", "))
		}
	}
	b := newBuilder(f, relations)
	b.ties()
	p := b.picture(max(1, opts.MinWeight))
	place(p)
	return p, nil
}

// builder collects the ties of the picture.
type builder struct {
	*facts
	draw  map[string]bool
	edges map[edgeKey]*edgeFacts
}

type edgeKey struct{ from, relation, to string }

type edgeFacts struct {
	weight int
	docs   map[string]bool
	verbs  map[string]int
	// of the earliest tie, by date, document and place in it
	date, doc, span string
}

func newBuilder(f *facts, relations []string) *builder {
	b := &builder{facts: f, draw: map[string]bool{}, edges: map[edgeKey]*edgeFacts{}}
	for _, r := range relations {
		b.draw[r] = true
	}
	return b
}

func (b *builder) tie(relation, from, to string, it *item) {
	if !b.draw[relation] || from == "" || to == "" || from == to || graph.IsUnnamed(from) || graph.IsUnnamed(to) {
		return
	}
	key := edgeKey{from, relation, to}
	e := b.edges[key]
	date := b.docDate[it.doc]
	if e == nil {
		e = &edgeFacts{docs: map[string]bool{}, verbs: map[string]int{}, date: date, doc: it.doc, span: it.span}
		b.edges[key] = e
	}
	e.weight++
	e.docs[it.doc] = true
	if it.verb != "" {
		e.verbs[it.verb]++
	}
	earlier := cmp.Or(cmp.Compare(date, e.date), cmp.Compare(it.doc, e.doc), cmp.Compare(spanStart(it.span), spanStart(e.span)))
	if earlier < 0 {
		e.date, e.doc, e.span = date, it.doc, it.span
	}
}

func (b *builder) ties() {
	for _, id := range slices.Sorted(maps.Keys(b.items)) {
		it := b.items[id]
		for _, to := range it.about {
			b.tie(SpokeAbout, it.speaker, to, it)
		}
		for _, to := range it.addressees {
			b.tie(SpokeTo, it.speaker, to, it)
		}
		said := b.items[it.accordingTo]
		if it.negated || it.hypothetical || said != nil && said.negated {
			continue // what did not happen, or is only told of to deny it, ties nobody
		}
		for _, from := range it.agents {
			for _, to := range it.patients {
				b.tie(ActedOn, from, to, it)
			}
		}
	}
	for _, t := range b.coOccurs {
		b.tie(CoOccursWith, t.from, t.to, &item{doc: t.doc})
	}
}

// picture numbers the actors that keep an edge and sorts everything.
func (b *builder) picture(minWeight int) *Picture {
	var kept []edgeKey
	used := map[string]bool{}
	for k, e := range b.edges {
		if e.weight >= minWeight {
			kept = append(kept, k)
			used[k.from], used[k.to] = true, true
		}
	}
	slices.SortFunc(kept, func(a, c edgeKey) int {
		return cmp.Or(cmp.Compare(a.from, c.from), cmp.Compare(a.relation, c.relation), cmp.Compare(a.to, c.to))
	})
	p := &Picture{}
	index := map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(used)) {
		index[id] = len(p.Nodes)
		name := b.names[id]
		if name == "" {
			name = id
		}
		p.Nodes = append(p.Nodes, Node{ID: id, Name: name, Class: cmp.Or(b.classes[id], "Thing")})
	}
	for _, k := range kept {
		p.addEdge(index[k.from], index[k.to], k.relation, b.edges[k], b.facts)
	}
	for i := range p.Nodes {
		p.Nodes[i].Days = distinct(p.Nodes[i].Days)
	}
	return p
}

func (p *Picture) addEdge(from, to int, relation string, e *edgeFacts, f *facts) {
	edge := Edge{
		Source: from, Target: to, Relation: relation, Weight: e.weight, Documents: len(e.docs),
		Sentence: f.sentence[e.span], Detail: commonest(e.verbs),
	}
	for doc := range e.docs {
		if day, ok := isoDay(f.docDate[doc]); ok {
			edge.Days = append(edge.Days, day)
		}
	}
	edge.Days = distinct(edge.Days)
	for _, n := range []*Node{&p.Nodes[from], &p.Nodes[to]} {
		n.Degree += e.weight
		n.Days = append(n.Days, edge.Days...)
	}
	p.Edges = append(p.Edges, edge)
}

// isoDay is the day of an ISO date or time; a date that is no more precise than a month has none.
func isoDay(date string) (string, bool) {
	const day = len("2023-03-29")
	if len(date) < day {
		return "", false
	}
	return date[:day], true
}

func distinct(days []string) []string {
	slices.Sort(days)
	return slices.Compact(days)
}

// commonest lists up to three verbs with their counts, the most frequent first.
func commonest(verbs map[string]int) string {
	names := slices.Collect(maps.Keys(verbs))
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(verbs[b], verbs[a]), strings.Compare(a, b))
	})
	var out []string
	for _, v := range names[:min(3, len(names))] {
		out = append(out, fmt.Sprintf("%s %d", v, verbs[v]))
	}
	return strings.Join(out, ", ")
}
