package export

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

func init() {
	register(Format{
		Name: "gexf", Ext: ".gexf", Write: writeGEXF,
		Description: "GEXF 1.3 picture of the actors for Gephi, with layout, sizes, colours and dates",
	})
}

// The elements of GEXF 1.3 that we write, in the order its schema wants (https://gexf.net/schema.html).
type (
	gexfFile struct {
		XMLName xml.Name  `xml:"gexf"`
		NS      string    `xml:"xmlns,attr"`
		Viz     string    `xml:"xmlns:viz,attr"`
		Version string    `xml:"version,attr"`
		Meta    gexfMeta  `xml:"meta"`
		Graph   gexfGraph `xml:"graph"`
	}
	gexfMeta struct {
		Creator     string `xml:"creator"`
		Description string `xml:"description"`
	}
	gexfGraph struct {
		EdgeType   string           `xml:"defaultedgetype,attr"`
		Mode       string           `xml:"mode,attr"`
		TimeFormat string           `xml:"timeformat,attr"`
		TimeRep    string           `xml:"timerepresentation,attr"`
		Attributes []gexfAttributes `xml:"attributes"`
		Nodes      []gexfNode       `xml:"nodes>node"`
		Edges      []gexfEdge       `xml:"edges>edge"`
	}
	gexfAttributes struct {
		Class string          `xml:"class,attr"`
		List  []gexfAttribute `xml:"attribute"`
	}
	gexfAttribute struct {
		ID    string `xml:"id,attr"`
		Title string `xml:"title,attr"`
		Type  string `xml:"type,attr"`
	}
	gexfValue struct {
		For   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	}
	gexfSpell struct {
		Timestamp string `xml:"timestamp,attr"`
	}
	gexfNode struct {
		ID       string       `xml:"id,attr"`
		Label    string       `xml:"label,attr"`
		Values   []gexfValue  `xml:"attvalues>attvalue"`
		Spells   *[]gexfSpell `xml:"spells>spell"`
		Color    gexfColor    `xml:"viz:color"`
		Position gexfPosition `xml:"viz:position"`
		Size     gexfNumber   `xml:"viz:size"`
	}
	gexfEdge struct {
		ID        string       `xml:"id,attr"`
		Source    string       `xml:"source,attr"`
		Target    string       `xml:"target,attr"`
		Label     string       `xml:"label,attr"`
		Kind      string       `xml:"kind,attr"`
		Weight    string       `xml:"weight,attr"`
		Values    []gexfValue  `xml:"attvalues>attvalue"`
		Spells    *[]gexfSpell `xml:"spells>spell"`
		Color     gexfColor    `xml:"viz:color"`
		Thickness gexfNumber   `xml:"viz:thickness"`
	}
	gexfColor struct {
		R uint8 `xml:"r,attr"`
		G uint8 `xml:"g,attr"`
		B uint8 `xml:"b,attr"`
	}
	gexfPosition struct {
		X float64 `xml:"x,attr"`
		Y float64 `xml:"y,attr"`
		Z float64 `xml:"z,attr"`
	}
	gexfNumber struct {
		Value float64 `xml:"value,attr"`
	}
)

func writeGEXF(ctx context.Context, w io.Writer, quads iter.Seq2[quad.Quad, error], opts Options) error {
	p, err := Project(ctx, quads, opts)
	if err != nil {
		return err
	}
	file := gexfFile{
		NS: "http://gexf.net/1.3", Viz: "http://gexf.net/1.3/viz", Version: "1.3",
		Meta: gexfMeta{"Dictum", "Who speaks about whom, and who acts on whom"},
		Graph: gexfGraph{
			EdgeType: "directed", Mode: "dynamic", TimeFormat: "date", TimeRep: "timestamp",
			Attributes: []gexfAttributes{
				{"node", []gexfAttribute{{"0", "type", "string"}, {"1", "degree", "integer"}, {"2", "first", "string"}, {"3", "last", "string"}}},
				{"edge", []gexfAttribute{
					{"0", "relation", "string"},
					{"1", "documents", "integer"},
					{"2", "first", "string"},
					{"3", "last", "string"},
					{"4", "sentence", "string"},
					{"5", "verbs", "string"},
				}},
			},
		},
	}
	for _, n := range p.Nodes {
		file.Graph.Nodes = append(file.Graph.Nodes, gexfNodeOf(n))
	}
	for i, e := range p.Edges {
		file.Graph.Edges = append(file.Graph.Edges, gexfEdgeOf(p, i, e))
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("export: write GEXF: %w", err)
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(file); err != nil {
		return fmt.Errorf("export: write GEXF: %w", err)
	}
	_, err = io.WriteString(w, "\n")
	return err
}

// values pairs the attributes with their numbers and leaves out those without a value.
func values(vs ...string) []gexfValue {
	var out []gexfValue
	for i, v := range vs {
		if v != "" {
			out = append(out, gexfValue{strconv.Itoa(i), clean(v)})
		}
	}
	return out
}

// clean drops the control characters that XML 1.0 cannot hold.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
			return -1
		}
		return r
	}, s)
}

// spells are the days on which the thing was seen; nil, and so no element, when none is known.
func spells(days []string) *[]gexfSpell {
	if len(days) == 0 {
		return nil
	}
	out := make([]gexfSpell, len(days))
	for i, d := range days {
		out[i].Timestamp = d
	}
	return &out
}

// ends are the first and the last of sorted days, "" when there is none.
func ends(days []string) (first, last string) {
	if len(days) > 0 {
		first, last = days[0], days[len(days)-1]
	}
	return first, last
}

func gexfNodeOf(n Node) gexfNode {
	c := color(n.Class)
	first, last := ends(n.Days)
	return gexfNode{
		ID: n.ID, Label: clean(n.Name), Values: values(n.Class, strconv.Itoa(n.Degree), first, last), Spells: spells(n.Days),
		Color: gexfColor{c[0], c[1], c[2]}, Position: gexfPosition{n.X, n.Y, 0}, Size: gexfNumber{size(n.Degree)},
	}
}

func gexfEdgeOf(p *Picture, i int, e Edge) gexfEdge {
	c := edgeColor(e.Relation)
	first, last := ends(e.Days)
	return gexfEdge{
		ID: strconv.Itoa(i), Source: p.Nodes[e.Source].ID, Target: p.Nodes[e.Target].ID, Label: e.Relation, Kind: e.Relation,
		Weight: strconv.Itoa(e.Weight),
		Values: values(e.Relation, strconv.Itoa(e.Documents), first, last, e.Sentence, e.Detail),
		Spells: spells(e.Days), Color: gexfColor{c[0], c[1], c[2]}, Thickness: gexfNumber{thickness(e.Weight)},
	}
}
