package seeds

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

//go:embed knowledge/*.tsv
var files embed.FS

// table says how one file is read. The first keys columns together are its key; the last column names the source.
type table struct {
	file    string
	columns string // the header, with spaces for tabs
	keys    int
	read    func(*Knowledge, row) error
}

// row is one line of a table.
type row struct {
	origin string // "" for an embedded table, else the path of the file
	line   int
	fields []string
}

func (r row) errorf(t *table, format string, args ...any) error {
	file := r.origin
	if file == "" {
		file = "knowledge/" + t.file
	}
	return fmt.Errorf("seeds: %s:%d: %w", file, r.line, fmt.Errorf(format, args...))
}

// key is the key columns joined by tabs.
func (t *table) key(r row) string { return strings.Join(r.fields[:t.keys], "\t") }

// embeddedRows cuts every embedded table into lines and fields.
func embeddedRows() (map[string][]row, error) {
	rows := make(map[string][]row, len(tables))
	for i := range tables {
		t := &tables[i]
		data, err := files.ReadFile("knowledge/" + t.file)
		if err != nil {
			return nil, fmt.Errorf("seeds: %w", err)
		}
		if rows[t.file], err = t.cut("", string(data)); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// cut splits the text of a table into rows. Lines that are empty or start with "#" are skipped. A user's table need not have the
// column of Wikidata identifiers.
func (t *table) cut(origin, text string) ([]row, error) {
	columns := strings.Fields(t.columns)
	lines := strings.Count(text, "\n") + 1
	fields := make([]string, 0, lines*len(columns))
	rows := make([]row, 0, lines)
	without := -1
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		line = strings.TrimSuffix(line, "\r")
		if n == 1 {
			var err error
			if without, err = t.header(origin, line); err != nil {
				return nil, err
			}
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		start := len(fields)
		for more := true; more; {
			var f string
			f, line, more = strings.Cut(line, "\t")
			if without == len(fields)-start {
				fields = append(fields, "")
			}
			fields = append(fields, strings.TrimSpace(f))
		}
		r := row{origin, n, fields[start:len(fields):len(fields)]}
		if len(r.fields) != len(columns) {
			return nil, r.errorf(t, "%d columns, want %d: %s", len(r.fields), len(columns), t.columns)
		}
		if r.fields[0] == "" {
			return nil, r.errorf(t, "the column %q is empty", columns[0])
		}
		if r.fields[len(columns)-1] == "" {
			return nil, r.errorf(t, "the column %q is empty: every line names its source", columns[len(columns)-1])
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// header checks the first line. It gives the column that a user's table leaves out, or -1.
func (t *table) header(origin, line string) (without int, err error) {
	columns, got := strings.Fields(t.columns), strings.Split(line, "\t")
	if slices.Equal(got, columns) {
		return -1, nil
	}
	if i := slices.Index(columns, "wikidata"); i >= 0 && origin != "" && slices.Equal(got, slices.Delete(columns, i, i+1)) {
		return i, nil
	}
	r := row{origin: origin, line: 1}
	return 0, r.errorf(t, "the header is %q; want the columns %q, separated by tabs", strings.Join(got, " "), t.columns)
}

// mergeDir lays the tables of a folder over the rows.
func mergeDir(rows map[string][]row, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("seeds: %w", err)
	}
	for _, e := range entries {
		if e.IsDir() || filepath.Ext(e.Name()) != ".tsv" {
			continue
		}
		path := filepath.Join(dir, e.Name())
		t := tableOf(e.Name())
		if t == nil {
			return fmt.Errorf("seeds: %s:1: no table has this name; there are %s", path, tableNames())
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("seeds: %w", err)
		}
		own, err := t.cut(path, string(data))
		if err != nil {
			return err
		}
		if rows[t.file], err = t.overlay(rows[t.file], own); err != nil {
			return err
		}
	}
	return nil
}

// overlay puts each own row in the place of the row with its key, or at the end.
func (t *table) overlay(rows, own []row) ([]row, error) {
	at := make(map[string]int, len(rows)+len(own))
	for i, r := range rows {
		at[t.key(r)] = i
	}
	for _, r := range own {
		key := t.key(r)
		i, ok := at[key]
		switch {
		case !ok:
			at[key] = len(rows)
			rows = append(rows, r)
		case rows[i].origin != "":
			return nil, r.errorf(t, "the key %q is already in %s:%d", key, rows[i].origin, rows[i].line)
		default:
			rows[i] = r
		}
	}
	return rows, nil
}

func tableOf(file string) *table {
	for i := range tables {
		if tables[i].file == file {
			return &tables[i]
		}
	}
	return nil
}

func tableNames() string {
	var names []string
	for i := range tables {
		names = append(names, tables[i].file)
	}
	return strings.Join(names, ", ")
}

// list splits a field with ";" between the parts; nil for an empty field.
func list(field string) []string {
	if field == "" {
		return nil
	}
	parts := strings.Split(field, ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// yes reads a column that is "yes" or empty.
func yes(column, field string) (bool, error) {
	if field != "" && field != "yes" {
		return false, fmt.Errorf("the column %s is %q; want yes or nothing", column, field)
	}
	return field == "yes", nil
}

// firstOf gives the first error there is, so that a report stays one line.
func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// oneOf checks a column that knows few values.
func oneOf(column, field string, values ...string) error {
	for _, v := range values {
		if v == field {
			return nil
		}
	}
	return fmt.Errorf("the column %s is %q; want one of %s", column, field, strings.Join(quoted(values), ", "))
}

// wikidata checks an identifier such as Q399; nothing is fine, too.
func wikidata(id string) error {
	digits := strings.TrimPrefix(id, "Q")
	if n, err := strconv.Atoi(digits); id != "" && (err != nil || n < 1 || digits == id || digits[0] < '1' || digits[0] > '9') {
		return fmt.Errorf("the column wikidata is %q; want an identifier such as Q399, or nothing", id)
	}
	return nil
}

func quoted(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strconv.Quote(v)
	}
	return out
}

// year reads a year, 0 for an empty field.
func year(column, field string) (int, error) {
	if field == "" {
		return 0, nil
	}
	y, err := strconv.Atoi(field)
	if err != nil || y < 1000 || y > 9999 {
		return 0, fmt.Errorf("the column %s is %q; want a year or nothing", column, field)
	}
	return y, nil
}

// number reads a decimal number.
func number(column, field string) (float64, error) {
	v, err := strconv.ParseFloat(field, 64)
	if err != nil {
		return 0, errors.New("the column " + column + " is " + strconv.Quote(field) + "; want a number")
	}
	return v, nil
}
