package cli

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"dictum/queries"

	"github.com/jedib0t/go-pretty/v6/table"
)

const pipeWidth = 120 // columns of a table that goes to no terminal

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
		if err := buffered(a.io.Out, func(w io.Writer) error { return f.write(w, ans, width, a.io.color()) }); err != nil {
			return err
		}
		for _, n := range ans.Notes {
			a.note("%s", n)
		}
		return nil
	}
	return usagef("no format %q; one of %s", format, answerFormatNames())
}

// object is a row as JSON, its members in the order of the columns. Numbers are numbers, null where the cell is empty; all else
// is text.
func object(ans *queries.Answer, row []string) []byte {
	out := []byte{'{'}
	for j, c := range ans.Columns {
		if j > 0 {
			out = append(out, ',')
		}
		out = append(quoted(out, c), ':')
		switch {
		case ans.Kind(j) != queries.Number:
			out = quoted(out, row[j])
		case row[j] == "":
			out = append(out, "null"...)
		default:
			out = append(out, row[j]...)
		}
	}
	return append(out, '}')
}

// quoted appends a string as JSON.
func quoted(out []byte, s string) []byte {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // of a string, into memory
	return append(out, strings.TrimSuffix(b.String(), "\n")...)
}

func writeJSON(w io.Writer, ans *queries.Answer, _ int, _ bool) error {
	separator := "[\n "
	for _, row := range ans.Rows {
		if _, err := fmt.Fprintf(w, "%s%s", separator, object(ans, row)); err != nil {
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
		if _, err := fmt.Fprintf(w, "%s\n", object(ans, row)); err != nil {
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
		t.AppendRow(row(readable(ans, r)))
	}
	_, err := io.WriteString(w, t.RenderMarkdown()+"\n")
	return err
}
