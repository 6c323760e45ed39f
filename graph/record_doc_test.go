package graph

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestRecordDoc compares the field reference with the types: docs/RECORD.md has a section for each, with the fields in their order.
func TestRecordDoc(t *testing.T) {
	const file = "../docs/RECORD.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string][]string{}
	name := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "## "); ok {
			name = title
		}
		if cell, ok := strings.CutPrefix(line, "| `"); ok {
			field, _, _ := strings.Cut(cell, "`")
			if strings.HasSuffix(line, "| optional |") || strings.HasSuffix(line, "| optional, more |") {
				field += ",omitempty"
			}
			sections[name] = append(sections[name], field)
		}
	}
	for _, v := range []any{Record{}, Mention{}, Actor{}, Term{}, Statement{}, Event{}, Arg{}, Time{}, Value{}} {
		typ := reflect.TypeOf(v)
		var want []string
		for i := range typ.NumField() {
			want = append(want, typ.Field(i).Tag.Get("json"))
		}
		if got := sections[typ.Name()]; !slices.Equal(got, want) {
			t.Errorf("%s, section %s:\n has  %q\n want %q\nmend the table in %s after graph/record.go", file, typ.Name(), got, want, file)
		}
	}
}
