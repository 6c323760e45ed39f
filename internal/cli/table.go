package cli

import (
	"io"
	"slices"
	"strings"

	"dictum/queries"

	"github.com/jedib0t/go-pretty/v6/text"
)

// How a table looks.
const (
	columnGap               = 2
	minColumn               = 8     // a column is not made narrower than this
	maxHeight               = 4     // lines that a cell may take before columns move below the row …
	proseWidth, proseHeight = 50, 4 // … and in a column that is wide enough to read sentences in
	indent                  = "    "
	separator               = " · "
)

// writeTable aligns the columns and wraps the wide ones so that no line is longer than width, as far as that can be done. Where
// the columns do not fit side by side, the evidence and if need be more columns from the right move below each row, and those
// without any value go, but for dates:
//
//	agent           action    quantity
//	    sentence
//	    document · id
//	──────────────  ────────  ────────────
//	European Union  deployed  40 observers
//	    The European Union has deployed 40 observers.
//	    Talks in Prague (2022-10-07) · ev:0123456789abcdef-5-12
func writeTable(w io.Writer, ans *queries.Answer, width int, color bool) error {
	if len(ans.Rows) == 0 {
		return nil
	}
	rows := make([][]string, 0, len(ans.Rows)+1)
	rows = append(rows, ans.Columns)
	for _, row := range ans.Rows {
		cells := readable(ans, row)
		for j, cell := range cells {
			cells[j] = oneLine(cell)
		}
		rows = append(rows, cells)
	}
	g := layOut(rows, width, ans.Kind)
	var b strings.Builder
	for i, row := range g.rows {
		if i == 0 && color {
			b.WriteString(text.Bold.EscapeSeq())
		}
		if i > 1 && g.side < len(row) {
			b.WriteString("\n")
		}
		g.write(&b, row)
		if i == 0 {
			if color {
				b.WriteString(text.EscapeReset)
			}
			g.rule(&b)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// grid is a table that was made to fit.
type grid struct {
	rows   [][]string // the first one is the heading
	side   int        // columns that stand side by side; the rest stand below
	widths []int      // of those side by side
	width  int
	long   []bool // of those below: gets a line of its own
}

// layOut keeps a table that fits as it is. Otherwise the evidence goes below the rows, and of the other columns as many stay
// side by side as can with whole words and low rows.
func layOut(rows [][]string, width int, kind func(int) queries.Kind) grid {
	natural := naturalWidths(rows)
	g := grid{rows: rows, side: len(natural), widths: natural, width: width}
	if total(natural) <= width {
		return g
	}
	evidence := 0
	g.rows, evidence = evidenceLast(withoutEmpty(rows, kind))
	for g.side = max(1, len(g.rows[0])-evidence); !g.comfortable() && g.side > 1; {
		g.side--
	}
	for j, n := range naturalWidths(g.rows)[g.side:] {
		g.long = append(g.long, n > width-len(indent) || strings.HasPrefix(g.rows[0][g.side+j], "sentence"))
	}
	return g
}

// evidenceLast moves the columns that every answer carries to prove itself behind the others, and counts them. A question
// about two of a kind has them twice: sentence, sentence_2.
func evidenceLast(rows [][]string) (out [][]string, evidence int) {
	out = make([][]string, len(rows))
	for _, want := range []bool{false, true} {
		for j, name := range rows[0] {
			name = strings.TrimSuffix(name, "_2")
			if (name == "sentence" || name == "document" || name == "id") != want {
				continue
			}
			for i, row := range rows {
				out[i] = append(out[i], row[j])
			}
			if want {
				evidence++
			}
		}
	}
	return out, evidence
}

// withoutEmpty leaves out columns that have a heading and nothing else. A date stays: that none is known is an answer too.
func withoutEmpty(rows [][]string, kind func(int) queries.Kind) [][]string {
	out := make([][]string, len(rows))
	for j := range rows[0] {
		if kind(j) != queries.Date && !slices.ContainsFunc(rows[1:], func(row []string) bool { return row[j] != "" }) {
			continue
		}
		for i, row := range rows {
			out[i] = append(out[i], row[j])
		}
	}
	if len(out[0]) == 0 {
		return rows
	}
	return out
}

// comfortable fits the columns side by side, and reports whether that leaves words whole and rows low.
func (g *grid) comfortable() bool {
	side := make([][]string, len(g.rows))
	for i, row := range g.rows {
		side[i] = row[:g.side]
	}
	g.widths = fit(naturalWidths(side), g.width)
	if total(g.widths) > g.width {
		return false
	}
	for _, row := range side {
		for j, cell := range row {
			height := maxHeight
			if g.widths[j] >= proseWidth {
				height = proseHeight
			}
			if strings.Count(text.WrapSoft(cell, g.widths[j]), "\n") >= height {
				return false
			}
			for _, word := range strings.Fields(cell) {
				if text.StringWidthWithoutEscSequences(word) > g.widths[j] {
					return false
				}
			}
		}
	}
	return true
}

// write writes one row: the columns side by side, each wrapped to its width, and the others below.
func (g *grid) write(b *strings.Builder, row []string) {
	lines := make([][]string, g.side)
	height := 0
	for j := range lines {
		lines[j] = strings.Split(text.WrapSoft(row[j], g.widths[j]), "\n")
		height = max(height, len(lines[j]))
	}
	for i := range height {
		var line strings.Builder
		for j, ls := range lines {
			piece := ""
			if i < len(ls) {
				piece = strings.TrimRight(ls[i], " ")
			}
			line.WriteString(text.Pad(piece, g.widths[j]+columnGap, ' '))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	g.below(b, row[g.side:])
}

// below writes the columns that have no room beside the others: long ones on lines of their own, neighbours of the others
// together.
func (g *grid) below(b *strings.Builder, cells []string) {
	var short []string
	flush := func() {
		if len(short) > 0 {
			g.indented(b, strings.Join(short, separator))
		}
		short = nil
	}
	for j, cell := range cells {
		switch {
		case cell == "":
		case g.long[j]:
			flush()
			g.indented(b, cell)
		default:
			short = append(short, cell)
		}
	}
	flush()
}

func (g *grid) indented(b *strings.Builder, s string) {
	for line := range strings.Lines(text.WrapSoft(s, max(minColumn, g.width-len(indent)))) {
		b.WriteString(indent + strings.TrimRight(line, " \n") + "\n")
	}
}

func (g *grid) rule(b *strings.Builder) {
	parts := make([]string, len(g.widths))
	for j, n := range g.widths {
		parts[j] = strings.Repeat("─", n)
	}
	b.WriteString(strings.Join(parts, strings.Repeat(" ", columnGap)) + "\n")
}

// naturalWidths are those that need no wrapping.
func naturalWidths(rows [][]string) []int {
	out := make([]int, len(rows[0]))
	for _, row := range rows {
		for j, cell := range row {
			out[j] = max(1, out[j], text.StringWidthWithoutEscSequences(cell))
		}
	}
	return out
}

// fit narrows the widest columns until all fit into width together: the narrow keep what they need, the wide share the rest.
func fit(widths []int, width int) []int {
	out := slices.Clone(widths)
	for total(out) > width {
		widest := slices.Max(out)
		if widest <= minColumn {
			break
		}
		next, count := minColumn, 0 // the next narrower width, and how many columns have the widest
		for _, n := range out {
			if n == widest {
				count++
			} else {
				next = max(next, n)
			}
		}
		cut := min(widest-next, max(1, (total(out)-width)/count))
		for j, n := range out {
			if n == widest && total(out) > width {
				out[j] = n - cut
			}
		}
	}
	return out
}

// total is how wide a table with these columns is.
func total(widths []int) int {
	n := columnGap * (len(widths) - 1)
	for _, w := range widths {
		n += w
	}
	return n
}
