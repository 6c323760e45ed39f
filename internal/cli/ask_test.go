package cli

import (
	"strings"
	"testing"

	"dictum/queries"

	"github.com/google/go-cmp/cmp"
)

func TestBindArgs(t *testing.T) {
	q := &queries.Question{Name: "q", Params: []queries.Param{{Name: "who"}, {Name: "about"}, {Name: "limit", Type: queries.TypeLimit}}}
	for _, c := range []struct {
		values []string
		want   map[string]string
		err    string
	}{
		{nil, map[string]string{}, ""},
		{[]string{"A", "B"}, map[string]string{"who": "A", "about": "B"}, ""},
		{[]string{"about=B", "A"}, map[string]string{"who": "A", "about": "B"}, ""},
		{[]string{"A", "who=B"}, map[string]string{"who": "B", "about": "A"}, ""},
		{[]string{"E=mc2", "about=a=b"}, map[string]string{"who": "E=mc2", "about": "a=b"}, ""},
		{[]string{"who="}, map[string]string{"who": ""}, ""},
		{[]string{"1", "2", "3", "4"}, nil, `one value too many, "4"`},
		{[]string{"1", "2", "3", "from=4"}, nil, `it has no "from"`},
		{[]string{"who=A", "who=B"}, nil, "who is given twice"},
	} {
		got, err := bindArgs(q, c.values)
		switch {
		case c.err != "":
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: got error %v, want %q", c.values, err, c.err)
			}
		case err != nil:
			t.Errorf("%q: %v", c.values, err)
		default:
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", c.values, diff)
			}
		}
	}
}
