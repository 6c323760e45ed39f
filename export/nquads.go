package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

func init() {
	register(Format{
		Name: "nquads", Ext: ".nq", Write: writeNQuads,
		Description: "N-Quads with full IRIs and typed literals, for RDF stores; the whole evidence",
	})
}

// writeNQuads writes RDF 1.1 N-Quads: prefixes become namespaces, IRIs are percent-encoded where RFC 3987 wants it, and
// dates, numbers and truth values carry their xsd: type.
func writeNQuads(ctx context.Context, w io.Writer, quads iter.Seq2[quad.Quad, error], _ Options) error {
	out := bufio.NewWriterSize(w, 1<<16)
	n := newNamer()
	lines := 0
	for q, err := range quads {
		if err != nil {
			return err
		}
		if lines++; lines%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for i, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if v == nil {
				continue
			}
			if i > 0 {
				out.WriteByte(' ')
			}
			if i == 2 {
				out.WriteString(n.object(q.Predicate, v))
			} else {
				out.WriteString(n.term(v))
			}
		}
		if _, err := out.WriteString(" .\n"); err != nil {
			return fmt.Errorf("export: write N-Quads: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("export: write N-Quads: %w", err)
	}
	return nil
}

const xsd = "http://www.w3.org/2001/XMLSchema#"

type namer struct{ full map[string]string }

func newNamer() namer {
	n := namer{full: map[string]string{}}
	for _, p := range graph.Prefixes() {
		n.full[p.Short] = p.Full
	}
	return n
}

// iri is the full, percent-encoded form of a short IRI, without brackets. One without a known prefix stays as it is.
func (n namer) iri(v quad.IRI) string {
	s := string(v)
	if i := strings.IndexByte(s, ':'); i >= 0 {
		if full, ok := n.full[s[:i+1]]; ok {
			s = full + s[i+1:]
		}
	}
	return encodeIRI(s)
}

// encodeIRI percent-encodes what N-Quads does not allow inside <…> (RDF 1.1 N-Quads, IRIREF) and what is not UTF-8.
func encodeIRI(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return !allowed(r) }) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if allowed(r) {
			b.WriteString(s[i : i+size])
		} else {
			for _, c := range []byte(s[i : i+size]) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		}
		i += size
	}
	return b.String()
}

func allowed(r rune) bool {
	return r > ' ' && r != utf8.RuneError && r != 0x7f && !strings.ContainsRune("<>\"{}|^`\\", r)
}

func (n namer) term(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return "<" + n.iri(v) + ">"
	case quad.String:
		return literal(string(v))
	case quad.TypedString:
		return literal(string(v.Value)) + "^^<" + n.iri(v.Type) + ">"
	case quad.LangString:
		return literal(string(v.Value)) + "@" + v.Lang
	case quad.Int:
		return literal(fmt.Sprint(int64(v))) + "^^<" + xsd + "integer>"
	case quad.Float:
		return literal(fmt.Sprint(float64(v))) + "^^<" + xsd + "double>"
	case quad.Bool:
		return literal(fmt.Sprint(bool(v))) + "^^<" + xsd + "boolean>"
	}
	return literal(quad.ToString(v))
}

// object types the dates, which the store keeps as plain strings so that comparison works on every precision.
func (n namer) object(p, v quad.Value) string {
	s, ok := v.(quad.String)
	if ok && (p == graph.DatePublished || p == graph.DateCreated || p == graph.HasTimeStamp) {
		if t := dateType(string(s)); t != "" {
			return literal(string(s)) + "^^<" + xsd + t + ">"
		}
	}
	if ok && p == graph.SchemaDuration && strings.HasPrefix(string(s), "P") {
		return literal(string(s)) + "^^<" + xsd + "duration>"
	}
	return n.term(v)
}

// dateType is the xsd type of an ISO date of year, month or day precision; "" for anything else, such as a week.
func dateType(s string) string {
	shape := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, s)
	switch shape {
	case "0000":
		return "gYear"
	case "0000-00":
		return "gYearMonth"
	case "0000-00-00":
		return "date"
	case "0000-00-00T00:00:00", "0000-00-00T00:00:00Z":
		return "dateTime"
	}
	return ""
}

var escapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\b", `\b`, "\f", `\f`)

func literal(s string) string { return `"` + escapes.Replace(s) + `"` }
