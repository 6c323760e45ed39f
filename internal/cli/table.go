package cli

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"dictum/queries"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

const (
	pipeWidth = 120 // columns of a table that goes to no terminal
	minColumn = 8   // a column is not made narrower than this
	columnGap = 2
)

// answerFormat is one way to print an answer; width and color are for a table.
type answerFormat struct {
	name  string
	write func(w io.Writer, ans *queries.Answer, width int, color bool) error
}

var answerFormats = []answerFormat{
	{"table", writeTable},
	{"json", writeJSON},
	{"jsonl", writeJSONLines},
	{"csv", writeCSV},
	{"md", writeMarkdown},
}

func answerFormatNames() string {
	var names []string
	for _, f := range answerFormats {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// printAnswer writes the rows to standard output and the notes to standard error.
func (a *app) printAnswer(ans *queries.Answer, format string, width int) (err error) {
	for _, f := range answerFormats {
		if f.name != format {
			continue
		}
		if width == 0 {
			width = a.io.Width
		}
		if width == 0 {
			width = pipeWidth
		}
		out := bufio.NewWriter(a.io.Out)
		if err := errors.Join(f.write(out, ans, width, a.io.color()), out.Flush()); err != nil {
			return err
		}
		for _, n := range ans.Notes {
			a.note("%s", n)
		}
		return nil
	}
	return usagef("no format %q; one of %s", format, answerFormatNames())
}

// writeTable aligns the columns and wraps the wide ones so that no line is longer than width, as far as that can be done.
func writeTable(w io.Writer, ans *queries.Answer, width int, color bool) error {
	if len(ans.Rows) == 0 {
		return nil
	}
	rows := make([][]string, len(ans.Rows))
	for i, row := range ans.Rows {
		rows[i] = make([]string, len(row))
		for j, cell := range row {
			rows[i][j] = oneLine(cell)
		}
	}
	widths := fit(naturalWidths(ans.Columns, rows), width)
	var b strings.Builder
	line := func(cells []string, bold bool) {
		for j := range cells {
			cells[j] = text.WrapSoft(cells[j], widths[j])
		}
		writeCells(&b, cells, widths, bold)
	}
	line(slices.Clone(ans.Columns), color)
	rule := make([]string, len(widths))
	for j, n := range widths {
		rule[j] = strings.Repeat("─", n)
	}
	line(rule, false)
	for _, row := range rows {
		line(row, false)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeCells writes one row, which may take several lines.
func writeCells(b *strings.Builder, cells []string, widths []int, bold bool) {
	lines := make([][]string, len(cells))
	height := 0
	for j, c := range cells {
		lines[j] = strings.Split(c, "\n")
		height = max(height, len(lines[j]))
	}
	for i := range height {
		var line strings.Builder
		for j, ls := range lines {
			piece := ""
			if i < len(ls) {
				piece = strings.TrimRight(ls[i], " ")
			}
			if j < len(lines)-1 {
				piece = text.Pad(piece, widths[j]+columnGap, ' ')
			}
			line.WriteString(piece)
		}
		out := strings.TrimRight(line.String(), " ")
		if bold {
			out = text.Bold.EscapeSeq() + out + text.EscapeReset
		}
		b.WriteString(out + "\n")
	}
}

// naturalWidths are those that need no wrapping.
func naturalWidths(columns []string, rows [][]string) []int {
	out := make([]int, len(columns))
	for j, c := range columns {
		out[j] = max(1, text.StringWidthWithoutEscSequences(c))
	}
	for _, row := range rows {
		for j := range min(len(row), len(out)) {
			out[j] = max(out[j], text.StringWidthWithoutEscSequences(row[j]))
		}
	}
	return out
}

// fit narrows the widest columns until all fit into width together: the narrow keep what they need, the wide share the rest.
func fit(widths []int, width int) []int {
	room := width - columnGap*(len(widths)-1)
	out := slices.Clone(widths)
	for sum(out) > room {
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
		cut := min(widest-next, max(1, (sum(out)-room)/count))
		for j, n := range out {
			if n == widest && sum(out) > room {
				out[j] = n - cut
			}
		}
	}
	return out
}

func sum(ns []int) (total int) {
	for _, n := range ns {
		total += n
	}
	return total
}

// object is a row as JSON, its members in the order of the columns.
func object(columns, row []string) ([]byte, error) {
	out := []byte{'{'}
	for j, c := range columns {
		if j > 0 {
			out = append(out, ',')
		}
		for k, s := range []string{c, row[j]} {
			if k > 0 {
				out = append(out, ':')
			}
			var b strings.Builder
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(s); err != nil {
				return nil, err
			}
			out = append(out, strings.TrimSuffix(b.String(), "\n")...)
		}
	}
	return append(out, '}'), nil
}

func writeJSON(w io.Writer, ans *queries.Answer, _ int, _ bool) error {
	separator := "[\n "
	for _, row := range ans.Rows {
		obj, err := object(ans.Columns, row)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s%s", separator, obj); err != nil {
			return err
		}
		separator = ",\n "
	}
	end := "\n]\n"
	if len(ans.Rows) == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(w, end)
	return err
}

func writeJSONLines(w io.Writer, ans *queries.Answer, _ int, _ bool) error {
	for _, row := range ans.Rows {
		obj, err := object(ans.Columns, row)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s\n", obj); err != nil {
			return err
		}
	}
	return nil
}

func writeCSV(w io.Writer, ans *queries.Answer, _ int, _ bool) error {
	out := csv.NewWriter(w)
	return errors.Join(out.Write(ans.Columns), out.WriteAll(ans.Rows))
}

func writeMarkdown(w io.Writer, ans *queries.Answer, _ int, _ bool) error {
	t := table.NewWriter()
	row := func(cells []string) table.Row {
		out := make(table.Row, len(cells))
		for j, c := range cells {
			out[j] = oneLine(c)
		}
		return out
	}
	t.AppendHeader(row(ans.Columns))
	for _, r := range ans.Rows {
		t.AppendRow(row(r))
	}
	_, err := io.WriteString(w, t.RenderMarkdown()+"\n")
	return err
}
