package link

import (
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"dictum/graph"
)

// anyEvent draws events that agree and differ in everything, so that pairs of all kinds come up.
func anyEvent(n int) *rapid.Generator[Event] {
	actors := []quad.IRI{"actor:freedonia", "actor:sylvania", "actor:rufus-firefly"}
	places := []quad.IRI{"place:klopstokia-city", "place:port-marx", "actor:freedonia"}
	some := func(from []quad.IRI) *rapid.Generator[[]quad.IRI] {
		return rapid.Map(rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, 2, rapid.ID), sorted)
	}
	return rapid.Custom(func(t *rapid.T) Event {
		doc := rapid.SampledFrom([]string{"1", "2", "3", "4"}).Draw(t, "document")
		e := Event{
			ID: quad.IRI("ev:" + doc + "-" + string(rune('a'+n)) + "-1"), Doc: quad.IRI("doc:" + doc),
			Lemma:    rapid.SampledFrom([]string{"attack", "raid", "shell", "meet"}).Draw(t, "lemma"),
			Type:     rapid.SampledFrom([]string{"ASSAULT", "CONSULT", ""}).Draw(t, "type"),
			Mode:     rapid.SampledFrom([]string{"", "aerial", "firearms"}).Draw(t, "mode"),
			Agents:   some(actors).Draw(t, "agents"),
			Targets:  some(actors).Draw(t, "targets"),
			Places:   some(places).Draw(t, "places"),
			Words:    rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"bridge", "village", "Chile", "Morocco"}), 0, 2, rapid.ID).Draw(t, "words"),
			Modality: rapid.SampledFrom([]string{graph.Actual, graph.Planned}).Draw(t, "modality"),
			Denied:   rapid.Bool().Draw(t, "denied"),
		}
		e.When.From = rapid.IntRange(-20, 20).Draw(t, "from")
		e.When.To = e.When.From + rapid.SampledFrom([]int{0, 0, 2, 6, 30}).Draw(t, "days")
		e.When.Dated = rapid.Bool().Draw(t, "dated")
		if rapid.Bool().Draw(t, "inside") && len(e.Places) > 0 {
			e.Within = map[quad.IRI][]quad.IRI{e.Places[0]: {"actor:freedonia"}}
		}
		if rapid.Bool().Draw(t, "counted") {
			v := float64(rapid.IntRange(1, 3).Draw(t, "value"))
			e.Value, e.Unit = &v, "person"
		}
		return e
	})
}

func anyEvents(t *rapid.T) []Event {
	out := make([]Event, rapid.IntRange(0, 12).Draw(t, "events"))
	for i := range out {
		out[i] = anyEvent(i).Draw(t, "event")
	}
	return out
}

func equal(a, b []Link) bool {
	return slices.EqualFunc(a, b, func(x, y Link) bool {
		return x.A == y.A && x.B == y.B && x.Score == y.Score && slices.Equal(x.Reasons, y.Reasons) && slices.Equal(x.Differs, y.Differs)
	})
}

// Links are a function of the set of events: order and repetition do not show, and keys lose none.
func TestLinksOfASet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := anyEvents(t)
		want := All(events)
		if again := All(rapid.Permutation(slices.Concat(events, events)).Draw(t, "order")); !equal(want, again) {
			t.Fatalf("in another order: %v, want %v", again, want)
		}
		var pairs []Link
		for i := range events {
			for j := range events[:i] {
				if l, ok := Compare(&events[i], &events[j]); ok {
					pairs = append(pairs, l)
				}
			}
		}
		slices.SortFunc(pairs, compareLinks)
		if !equal(want, pairs) {
			t.Fatalf("with keys: %v, of all pairs: %v", want, pairs)
		}
	})
}

// What two events must have to be one, and what keeps them apart, whatever else they agree in.
func TestWhatLinksNeed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyEvent(0).Draw(t, "a"), anyEvent(1).Draw(t, "b")
		l, ok := Compare(&a, &b)
		if other, ok2 := Compare(&b, &a); ok != ok2 || !equal([]Link{l}, []Link{other}) {
			t.Fatalf("turned round: %v %v, want %v %v", other, ok2, l, ok)
		}
		if !ok {
			return
		}
		sides := meet(slices.Concat(a.Agents, a.Targets), slices.Concat(b.Agents, b.Targets))
		switch {
		case a.Doc == b.Doc:
			t.Fatal("of one document")
		case a.Type != b.Type && a.Type != "" && b.Type != "", a.Lemma != b.Lemma && !akin(a.Lemma, b.Lemma) && a.Type == "":
			t.Fatal("neither of one type nor of one verb")
		case !a.When.overlaps(b.When):
			t.Fatal("not at one time")
		case !sides && !meet(a.towns(), b.towns()):
			t.Fatal("neither side, nor a town, is the same")
		case a.Modality != b.Modality && !(a.When.Dated && b.When.Dated):
			t.Fatal("a plan without a date is no deed")
		case a.Value != nil && b.Value != nil && *a.Value != *b.Value && a.Unit == b.Unit && !slices.Contains(l.Differs, "quantity"):
			t.Fatal("two quantities, and it is not said")
		case a.Denied != b.Denied != slices.Contains(l.Differs, "truth"):
			t.Fatal("the truth of it is told wrongly")
		case l.Score < Least || l.Score > 100 || len(l.Reasons) == 0:
			t.Fatalf("score %d for %v", l.Score, l.Reasons)
		}
		if !reciprocal(a.Type) && (differ(a.Agents, b.Agents) || differ(a.Targets, b.Targets)) {
			t.Fatal("another agent or patient")
		}
	})
}

// Two words for one deed are one, two promises of different things are not.
func TestParaphrase(t *testing.T) {
	event := func(doc, lemma, typ string) Event {
		return Event{
			ID: quad.IRI("ev:" + doc + "-1-2"), Doc: quad.IRI("doc:" + doc), Lemma: lemma, Type: typ, Modality: graph.Actual,
			Agents: []quad.IRI{"actor:freedonia"}, Targets: []quad.IRI{"actor:sylvania"}, When: When{From: 10, To: 11},
		}
	}
	for _, c := range []struct {
		a, b, typ string
		want      bool
	}{
		{"invade", "invasion", "ASSAULT", true},
		{"buy", "acquire", "", true},
		{"buy", "sue", "", false},
		{"visit", "invest", "AGREE", false},
		{"agree", "deal", "AGREE", true},
	} {
		a, b := event("1", c.a, c.typ), event("2", c.b, c.typ)
		if l, got := Compare(&a, &b); got != c.want {
			t.Errorf("%s and %s of type %q: %v with score %d, want %v", c.a, c.b, c.typ, got, l.Score, c.want)
		}
	}
}

// A quantity more or less does not part two events.
func TestQuantityIsNoIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyEvent(0).Draw(t, "a"), anyEvent(1).Draw(t, "b")
		a.Value, b.Value = nil, nil
		_, plain := Compare(&a, &b)
		x, y := 100.0, 200.0
		a.Value, b.Value, a.Unit, b.Unit = &x, &y, "person", "person"
		if _, ok := Compare(&a, &b); ok != plain {
			t.Fatalf("one event: %v without numbers, %v with two", plain, ok)
		}
	})
}

func TestReadWhen(t *testing.T) {
	day := func(y, m, d int) int { return dayOf(y, m, d) }
	for _, c := range []struct {
		stamp, published string
		from, to         int
		known            bool
	}{
		{"2023-03-05", "2023-03-06", day(2023, 3, 5), day(2023, 3, 5), true},
		{"2023-03-05TEV", "", day(2023, 3, 5), day(2023, 3, 5), true},
		{"2023-02", "2023-03-06", day(2023, 2, 1), day(2023, 2, 28), true},
		{"2023-12", "", day(2023, 12, 1), day(2023, 12, 31), true},
		{"2023-W01", "", day(2023, 1, 2), day(2023, 1, 8), true},
		{"2020-W53", "", day(2020, 12, 28), day(2021, 1, 3), true},
		{"2023-W10-WE", "", day(2023, 3, 11), day(2023, 3, 12), true},
		{"2023-03-03/2023-03-05", "", day(2023, 3, 3), day(2023, 3, 5), true},
		{"2023-03-05/2023-03-03", "", 0, 0, false},
		{"2023-03-03/soon", "", 0, 0, false},
		{"2023", "2023-03-06", 0, 0, false},
		{"2023-Q1", "2023-03-06", 0, 0, false},
		{"soon", "2023-03-06", 0, 0, false},
		{"", "2023-03-06", day(2023, 3, 4), day(2023, 3, 6), true},
		{"", "2023-03", 0, 0, false},
		{"", "", 0, 0, false},
		{"1066-10-14", "", day(1066, 10, 14), day(1066, 10, 14), true},
	} {
		var stamps []string
		if c.stamp != "" {
			stamps = []string{c.stamp}
		}
		got, known := readWhen(stamps, c.published)
		if known != c.known || known && (got.From != c.from || got.To != c.to || got.Dated != (c.stamp != "")) {
			t.Errorf("%q of %q: %v %v, want %d to %d, %v", c.stamp, c.published, got, known, c.from, c.to, c.known)
		}
	}
}

func TestWeeksHaveSevenDays(t *testing.T) {
	for day := -30; day < 30; day++ {
		if w := weekOf(day); w != weekOf(day+7)-1 {
			t.Errorf("day %d is in week %d, a week later in %d", day, w, weekOf(day+7))
		}
	}
}
