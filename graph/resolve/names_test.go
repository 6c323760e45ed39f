package resolve

import (
	"testing"

	"pgregory.net/rapid"

	"dictum/graph"
	"dictum/seeds"
)

func lexicon(tb testing.TB) *Lexicon {
	tb.Helper()
	know, err := seeds.Load()
	if err != nil {
		tb.Fatal(err)
	}
	l, err := NewLexicon(know)
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func TestSamePerson(t *testing.T) {
	l := lexicon(t)
	for _, c := range []struct {
		a, b string
		want tie
	}{
		{"Volodymyr Zelenskyy", "Volodymyr Zelenskiy", spelling},
		{"Volodymyr Zelenskyy", "Vladimir Zelensky", variant},
		{"Sergei Shoigu", "Sergey Shoygu", spelling},
		{"Muammar Gaddafi", "Moammar Qadhafi", unlike}, // two steps away from each other: only a spelling between them joins them
		{"Muammar Gaddafi", "Muammar Qaddafi", nearly},
		{"Mike Tarrant", "Michael Tarrant", variant},
		{"John F. Kellerman", "John Kellerman", middle},
		{"J. Abernathy", "Julian Abernathy", initial},
		{"J. Abernathy", "Mark Abernathy", unlike},
		{"Hassan al-Tikrani", "Hassan Tikrani", sameName},
		{"Abdul Karim Nazari", "Abdulkarim Nazari", sameName},
		{"Ursula von der Leyen", "von der Leyen", surname},
		{"Kim Jong Un", "Kim Jong Il", unlike},
		{"Kim Jong Un", "Kim", surname},
		{"Kim Jong Un", "Un", unlike},
		{"George W. Bush", "George H. W. Bush", unlike},
		{"George W. Bush", "Jeb Bush", unlike},
		{"George W. Bush", "Bush", surname},
		{"Mr. Thornbury", "Mrs. Thornbury", unlike},
		{"Mr. Thornbury", "Thornbury", surname},
		{"Henry Ford II", "Henry Ford", sameName},
		{"Henry Ford II", "Henry Ford III", unlike},
		{"Peter Hansen", "Petra Hansen", unlike},
		{"Peter Hansen", "Peter Hanson", nearly},
		{"Zhang Wei", "Zhang Lei", unlike},
	} {
		a, b := readPerson(graph.Slug(c.a)), readPerson(graph.Slug(c.b))
		if got := l.samePerson(&a, &b); got != c.want {
			t.Errorf("samePerson(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestRelated(t *testing.T) {
	l := lexicon(t)
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ministry of Defence", "Defense Ministry", true},
		{"Russian Defence Ministry", "Ministry of Defence", true},
		{"Russian Defence Ministry", "Ukrainian Defence Ministry", false},
		{"European Aeronautic Defence and Space Company", "EADS", true}, // without the legal form
		{"International Atomic Energy Agency", "IAEA", true},
		{"Halvorsen Shipping Co.", "Halvorsen Shipping", true},
		{"Goldman Sachs and Co", "Goldman Sachs", true},
		{"Trust Co", "Trust", true}, // as names of people go; the body keeps its Co
		{"Austria", "Australia", false},
		{"North Korea", "South Korea", false},
		{"Niger", "Nigeria", false},
		{"Iran", "Iraq", false},
	} {
		if got := l.Related(graph.Slug(c.a), graph.Slug(c.b)); got != c.want {
			t.Errorf("Related(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// TestKeys: of two groups that are related each finds the other; and being related has no direction.
func TestKeys(t *testing.T) {
	l := lexicon(t)
	words := []string{
		"anton", "antony", "a", "p", "dravenko", "drawenko", "al", "abdul", "karim", "kim", "jong", "un", "mr", "jr", "von", "der", "royal", "air",
		"force", "raf", "of", "ministry", "defence", "defense", "russian", "co", "steel", "aeds", "united", "states",
	}
	rapid.Check(t, func(rt *rapid.T) {
		name := func(label string) string {
			out := ""
			for _, w := range rapid.SliceOfN(rapid.SampledFrom(words), 1, 4).Draw(rt, label) {
				if out != "" {
					out += "-"
				}
				out += w
			}
			return out
		}
		a, b := name("a"), name("b")
		if l.Related(a, b) != l.Related(b, a) {
			rt.Errorf("Related(%q, %q) has a direction", a, b)
		}
		if !l.Related(a, b) {
			return
		}
		for _, x := range l.Looks(a) {
			for _, y := range l.Keys(b) {
				if x == y {
					return
				}
			}
		}
		rt.Errorf("%q and %q are related and do not meet: %q looks for %q", a, b, l.Looks(a), l.Keys(b))
	})
}
