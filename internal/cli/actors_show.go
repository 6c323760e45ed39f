package cli

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dictum/graph"
	"dictum/graph/resolve"
	"dictum/graph/store"
	"dictum/queries"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"
)

func (a *app) actorsShowCmd() *cobra.Command {
	o := &tableOptions{}
	var name string
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Show an actor: names, offices, documents, and who may be the same",
		Long: `Show tells what the articles say of one actor, given by a name or an identifier: how it is called and how often, with a sentence;
its offices and whom it belongs to, with the first and the last date; its documents; and the actors of like names, with the
evidence for their being the same (1 and more is much) and what speaks against it.`,
		Example: `  dictum actors show Galuzin
  dictum actors show actor:european-union --format json`,
		Args: exactly(1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			name = args[0]
			return a.showActor(cmd.Context(), name, o)
		},
	}
	o.addFlags(cmd, 0)
	return cmd
}

func (a *app) showActor(ctx context.Context, name string, o *tableOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	return a.reading(ctx, func(st *store.Store) error {
		ref, err := theActor(ctx, st, name)
		if err != nil {
			return err
		}
		docs, err := st.ActorDocuments(ctx, ref.ID)
		if err != nil {
			return err
		}
		c := &card{ans: &queries.Answer{Columns: []string{"what", "value", "number", "detail"}}}
		c.row("actor", ref.Name, len(docs), ref.Class+", "+string(ref.ID))
		c.names(docs)
		c.offices(docs)
		if err := c.belongsTo(ctx, st, docs); err != nil {
			return err
		}
		c.documents(docs)
		if err := c.similar(ctx, st, ref.ID); err != nil {
			return err
		}
		return a.printRows(c.ans, o)
	})
}

// card is what is shown of an actor.
type card struct{ ans *queries.Answer }

func (c *card) row(what, value string, number int, detail string) {
	c.ans.Rows = append(c.ans.Rows, []string{what, value, strconv.Itoa(number), detail})
}

// names counts how often the texts call the actor by each of its names, with the first sentence that does.
func (c *card) names(docs []store.ActorDocument) {
	count, example := map[string]int{}, map[string]string{}
	for _, d := range docs {
		var names []string
		for _, l := range d.Locals {
			names = append(names, l.Names...)
		}
		slices.Sort(names)
		for name, at := range occurrences(d.Text, slices.Compact(names)) {
			count[name] += len(at)
			if example[name] == "" && len(at) > 0 {
				example[name] = sentenceAt(d.Text, at[0])
			}
		}
	}
	for _, name := range slices.SortedFunc(maps.Keys(count), func(x, y string) int {
		return cmp.Or(count[y]-count[x], strings.Compare(x, y))
	}) {
		c.row("name", name, count[name], example[name])
	}
}

// occurrences are the places where a text has the names as whole words; where one lies in another, the longer counts.
func occurrences(text string, names []string) map[string][]int {
	names = slices.Clone(names)
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	out := map[string][]int{}
	var taken [][2]int
	for _, name := range names {
		out[name] = nil
		for from := 0; ; {
			i := strings.Index(text[from:], name)
			if i < 0 || name == "" {
				break
			}
			start, end := from+i, from+i+len(name)
			from = end
			inside := slices.ContainsFunc(taken, func(t [2]int) bool { return start < t[1] && t[0] < end })
			if !inside && !letterBefore(text, start) && !letterAfter(text, end) {
				taken = append(taken, [2]int{start, end})
				out[name] = append(out[name], start)
			}
		}
	}
	return out
}

func letterBefore(text string, at int) bool {
	r := []rune(text[max(0, at-4):at])
	return len(r) > 0 && (unicode.IsLetter(r[len(r)-1]) || unicode.IsDigit(r[len(r)-1]))
}

func letterAfter(text string, at int) bool {
	for _, r := range text[at:] {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

// sentenceAt cuts a sentence out of a text, by its marks.
func sentenceAt(text string, at int) string {
	start := 0
	for _, mark := range []string{". ", "? ", "! ", "\n"} {
		if i := strings.LastIndex(text[:at], mark); i >= 0 {
			start = max(start, i+len(mark))
		}
	}
	end := len(text)
	for _, mark := range []string{". ", ".\n", "? ", "! ", "\n\n"} {
		if i := strings.Index(text[at:], mark); i >= 0 {
			end = min(end, at+i+1)
		}
	}
	return oneLine(text[start:end])
}

// span is the first and the last date, and how many documents.
type span struct {
	first, last string
	documents   int
}

func (s *span) add(date string) {
	s.documents++
	if date != "" && (s.first == "" || date < s.first) {
		s.first = date
	}
	s.last = max(s.last, date)
}

func (s *span) String() string {
	switch {
	case s.last == "":
		return "no date"
	case s.first == s.last:
		return s.first
	}
	return s.first + " to " + s.last
}

func (c *card) spans(what string, spans map[string]*span, detail func(string) string) {
	for _, value := range slices.SortedFunc(maps.Keys(spans), func(x, y string) int {
		return cmp.Or(spans[y].documents-spans[x].documents, strings.Compare(x, y))
	}) {
		c.row(what, value, spans[value].documents, strings.TrimPrefix(detail(value)+", "+spans[value].String(), ", "))
	}
}

func (c *card) offices(docs []store.ActorDocument) {
	spans, told := map[string]*span{}, map[string][]string{}
	for _, d := range docs {
		var titles []string
		for _, l := range d.Locals {
			titles = append(titles, l.Titles...)
		}
		slices.Sort(titles)
		for _, t := range slices.Compact(titles) {
			if spans[t] == nil {
				spans[t] = &span{}
			}
			spans[t].add(d.Date)
		}
		for _, l := range d.Locals {
			for i := range l.Terms {
				if t := termText(&l.Terms[i]); t != "" && !slices.Contains(told[l.Terms[i].Title], t) {
					told[l.Terms[i].Title] = append(told[l.Terms[i].Title], t)
				}
			}
		}
	}
	c.spans("office", spans, func(title string) string {
		slices.Sort(told[title])
		return strings.Join(told[title], ", ")
	})
}

// termText is what a document's own words tell of the time of an office: "held from 1997 to 2007".
func termText(t *resolve.Term) string {
	text := ""
	if t.From != "" {
		text += " from " + t.From
	}
	if t.To != "" {
		text += " to " + t.To
	}
	switch {
	case text != "":
		return "held" + text
	case t.Past:
		return "of the past"
	}
	return ""
}

func (c *card) belongsTo(ctx context.Context, st *store.Store, docs []store.ActorDocument) error {
	spans, ids := map[string]*span{}, map[string]string{}
	for _, d := range docs {
		for _, org := range d.Orgs {
			refs, err := st.FindActors(ctx, string(org))
			if err != nil {
				return err
			}
			name := string(org)
			if len(refs) == 1 {
				name = refs[0].Name
			}
			if spans[name] == nil {
				spans[name] = &span{}
			}
			ids[name] = string(org)
			spans[name].add(d.Date)
		}
	}
	c.spans("belongs to", spans, func(name string) string { return ids[name] })
	return nil
}

func (c *card) documents(docs []store.ActorDocument) {
	for _, d := range docs {
		var as []string
		for _, l := range d.Locals {
			as = append(as, l.Name)
		}
		title := d.Title
		if title == "" {
			title = sentenceAt(d.Text, 0)
		}
		c.row("document", string(d.Doc), len(as), strings.TrimPrefix(strings.Join([]string{d.Date, "as " + strings.Join(as, ", "), title}, "; "), "; "))
	}
}

func (c *card) similar(ctx context.Context, st *store.Store, id quad.IRI) error {
	near, err := st.SimilarActors(ctx, id)
	if err != nil {
		return err
	}
	listed := map[string]bool{string(id): true}
	for _, n := range near {
		listed[n.ID] = true
		c.row("similar", n.ID, 0, fmt.Sprintf("evidence %.1f: %s", n.Score, orNone(n.Why)))
	}
	refs, err := st.FindActors(ctx, string(id))
	if err != nil || len(refs) != 1 {
		return err
	}
	alike, err := st.NearActors(ctx, refs[0].Name, 6)
	for _, r := range alike {
		if !listed[string(r.ID)] && graph.FoldName(r.Name) != "" {
			c.row("similar", string(r.ID), 0, "evidence 0.0: only the letters of the name are alike")
		}
	}
	return err
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
