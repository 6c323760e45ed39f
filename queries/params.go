package queries

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"dictum/graph"
	"dictum/graph/store"
)

// ploverTypes are the event types of PLOVER that our extractor knows.
var ploverTypes = []string{
	"ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
	"REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
}

var anID = regexp.MustCompile(`^(st|ev|doc):[0-9A-Za-z._-]+$`)

// binder turns the arguments of one call into the values that the script sees.
type binder struct {
	st     *store.Store
	q      *Question
	values map[string]any
	given  map[string]string // the values as they were given, by parameter
	notes  []string
	actors []string // names that were asked for, as given
	ids    []string // identifiers they led to
}

func (b *binder) wrong(p *Param, format string, args ...any) error {
	return &ParamError{Question: b.q.Name, Name: p.Name, Problem: fmt.Sprintf(format, args...)}
}

func (b *binder) bind(ctx context.Context, args map[string]string) error {
	names := make([]string, 0, len(b.q.Params))
	for _, p := range b.q.Params {
		names = append(names, p.Name)
	}
	given := make([]string, 0, len(args))
	for name := range args {
		given = append(given, name)
	}
	slices.Sort(given)
	for _, name := range given {
		if !slices.Contains(names, name) {
			problem := "is no parameter of this question; it has none"
			if len(names) > 0 {
				problem = "is no parameter of this question; it has " + strings.Join(names, ", ")
			}
			return &ParamError{Question: b.q.Name, Name: name, Problem: problem}
		}
	}
	for i := range b.q.Params {
		p := &b.q.Params[i]
		text := strings.TrimSpace(args[p.Name])
		if text == "" {
			text = p.Default
		}
		if text == "" && !p.Optional {
			return b.wrong(p, "is missing: %s, for example %s=%q", p.Help, p.Name, p.Example)
		}
		b.values[p.Name] = nil
		if text == "" {
			continue
		}
		value, err := b.value(ctx, p, text)
		if err != nil {
			return err
		}
		b.values[p.Name], b.given[p.Name] = value, text
	}
	return nil
}

func (b *binder) value(ctx context.Context, p *Param, text string) (any, error) {
	switch p.Type {
	case TypeActor, TypePlace:
		return b.actor(ctx, p, text)
	case TypeText:
		return text, nil
	case TypeInt:
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return nil, b.wrong(p, "wants a whole number, not %q; for example %s=%s", text, p.Name, p.Example)
		}
		return n, nil
	case TypeLimit:
		n, err := strconv.Atoi(text)
		if text == "all" {
			n, err = 0, nil
		}
		if err != nil || n < 0 {
			return nil, b.wrong(p, "wants a number of rows, or all, not %q; for example %s=%s", text, p.Name, p.Example)
		}
		return n, nil
	case TypeDate:
		if !isDate(text) {
			return nil, b.wrong(p, "wants a date such as 2022, 2022-09 or 2022-09-14, not %q", text)
		}
		return text, nil
	case TypeEvent:
		name := strings.ToUpper(strings.TrimPrefix(text, "plover:"))
		if !slices.Contains(ploverTypes, name) {
			return nil, b.wrong(p, "wants a PLOVER type, not %q; there are %s", text, strings.Join(ploverTypes, ", "))
		}
		return name, nil
	case TypeID:
		id := shorten(text)
		if !anID.MatchString(id) {
			return nil, b.wrong(p, "wants an identifier from the column id of an answer, not %q; for example %s=%s", text, p.Name, p.Example)
		}
		return id, b.holds(ctx, id)
	}
	if choices := strings.Split(p.Type, "|"); !slices.Contains(choices, text) {
		return nil, b.wrong(p, "wants %s, not %q", strings.Join(choices, " or "), text)
	}
	return text, nil
}

// holds is an *UnknownIDError when the graph has nothing with this identifier.
func (b *binder) holds(ctx context.Context, id string) error {
	const script = `g.V(g.IRI(params.id)).Out(g.IRI("rdf:type")).ForEach(1, function (d) { g.Emit(d.id) });`
	found := false
	err := b.st.Gizmo(ctx, script, map[string]any{"id": id}, 1, func(any) error {
		found = true
		return nil
	})
	switch {
	case err != nil:
		return fmt.Errorf("queries: find %s: %w", id, err)
	case !found:
		return &UnknownIDError{ID: id}
	}
	return nil
}

// shorten accepts an identifier as it stands in the store, in angle brackets, or with its namespace spelled out.
func shorten(id string) string {
	id = strings.TrimSuffix(strings.TrimPrefix(id, "<"), ">")
	for _, p := range graph.Prefixes() {
		if rest, ok := strings.CutPrefix(id, p.Full); ok {
			return p.Short + rest
		}
	}
	return id
}

func isDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// actor resolves a name to all that bear it. Those whose own name it is go before those it is only an alias of; but an
// abbreviation is somebody's own name only because his articles never spell it out, so all who bear it are meant.
func (b *binder) actor(ctx context.Context, p *Param, name string) ([]string, error) {
	refs, err := b.st.FindActors(ctx, shorten(name))
	if err != nil {
		return nil, fmt.Errorf("queries: find %q: %w", name, err)
	}
	if len(refs) == 0 {
		if refs, err = b.byPart(ctx, name); err != nil {
			return nil, err
		}
	}
	if len(refs) == 0 {
		similar, err := b.near(ctx, name)
		if err != nil {
			return nil, err
		}
		return nil, &UnknownActorError{Name: name, Near: similar}
	}
	if !isAbbreviation(name) {
		key := graph.FoldName(name)
		refs = prefer(refs, func(r store.ActorRef) bool { return graph.FoldName(r.Name) == key })
	}
	if p.Type == TypePlace {
		refs = prefer(refs, isPlace)
	}
	ids, lines := make([]string, len(refs)), make([]string, len(refs))
	slugs := map[string]bool{}
	for i, r := range refs {
		ids[i] = string(r.ID)
		lines[i] = fmt.Sprintf("%s (%s)", r.Name, ids[i])
		_, slug, _ := strings.Cut(ids[i], ":")
		slugs[slug] = true
	}
	slices.Sort(ids)
	slices.Sort(lines)
	if len(slugs) > 1 {
		b.notes = append(b.notes, fmt.Sprintf("%q names %d actors, all of them are asked for: %s", name, len(refs), strings.Join(lines, ", ")))
	}
	b.actors = append(b.actors, name)
	b.ids = append(b.ids, ids...)
	return ids, nil
}

func isAbbreviation(name string) bool {
	const longest = 6
	letters := strings.ReplaceAll(name, ".", "")
	return len(letters) > 1 && len(letters) <= longest && !strings.ContainsFunc(letters, func(r rune) bool { return r < 'A' || r > 'Z' })
}

// byPart finds the one person whom a surname that no article uses alone can mean ("Galuzin"), or whose full name stands behind an
// office ("Prime Minister Ana Horvat"). Of two people with one surname it takes none.
func (b *binder) byPart(ctx context.Context, name string) ([]store.ActorRef, error) {
	for words := strings.Fields(name); len(words) > 2; {
		words = words[1:]
		refs, err := b.people(b.st.FindActors(ctx, strings.Join(words, " ")))
		if err != nil || len(refs) == 1 {
			return b.guessed(name, refs), err
		}
	}
	const enough = 50 // a surname that so many names resemble is nobody's
	refs, err := b.people(b.st.NearActors(ctx, name, enough))
	key := " " + graph.FoldName(name)
	refs = slices.DeleteFunc(refs, func(r store.ActorRef) bool { return !strings.HasSuffix(graph.FoldName(r.Name), key) })
	if err != nil || len(refs) != 1 {
		return nil, err
	}
	return b.guessed(name, refs), nil
}

// people keeps the people of what the store found.
func (b *binder) people(refs []store.ActorRef, err error) ([]store.ActorRef, error) {
	if err != nil {
		return nil, fmt.Errorf("queries: names like what was given: %w", err)
	}
	return slices.DeleteFunc(refs, func(r store.ActorRef) bool { return !strings.HasSuffix(r.Class, "Person") }), nil
}

// guessed notes for whom a name was taken.
func (b *binder) guessed(name string, refs []store.ActorRef) []store.ActorRef {
	for _, r := range refs {
		b.notes = append(b.notes, fmt.Sprintf("nobody is called just %q; this is about %s (%s)", name, r.Name, string(r.ID)))
	}
	return refs
}

// prefer keeps those that have a quality, and all where none has it.
func prefer(refs []store.ActorRef, has func(store.ActorRef) bool) []store.ActorRef {
	var kept []store.ActorRef
	for _, r := range refs {
		if has(r) {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 {
		return refs
	}
	return kept
}

func isPlace(r store.ActorRef) bool {
	return strings.HasPrefix(string(r.ID), "place:") || strings.HasSuffix(r.Class, "Place") || strings.HasSuffix(r.Class, "Country")
}

// near lists names like this one that somebody has, those already asked for left out.
func (b *binder) near(ctx context.Context, name string) ([]string, error) {
	refs, err := b.st.NearActors(ctx, name, 5)
	if err != nil {
		return nil, fmt.Errorf("queries: names like %q: %w", name, err)
	}
	var out []string
	for _, r := range refs {
		if !slices.Contains(b.ids, string(r.ID)) && !slices.Contains(out, r.Name) {
			out = append(out, r.Name)
		}
	}
	return out, nil
}
