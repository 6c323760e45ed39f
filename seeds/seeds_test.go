package seeds

import (
	"slices"
	"strings"
	"testing"
)

func load(t testing.TB) *Knowledge {
	t.Helper()
	k, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// Every line of every table is in the order of its key, and no key comes twice.
func TestTablesAreSortedAndUnique(t *testing.T) {
	rows, err := embeddedRows()
	if err != nil {
		t.Fatal(err)
	}
	for i := range tables {
		tab := &tables[i]
		last := ""
		for _, r := range rows[tab.file] {
			key := tab.key(r)
			if key <= last {
				t.Errorf("knowledge/%s:%d: the key %q comes after %q: want bytewise order and no duplicates", tab.file, r.line, key, last)
			}
			last = key
		}
		t.Logf("%-18s %6d lines", tab.file, len(rows[tab.file]))
	}
}

func TestEveryFileIsATable(t *testing.T) {
	entries, err := files.ReadDir("knowledge")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tsv") && tableOf(e.Name()) == nil {
			t.Errorf("knowledge/%s is not in tables (tables.go)", e.Name())
		}
	}
}

func TestCountry(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ name, want string }{
		{"Russia", "Russia"},
		{"Russian Federation", "Russia"},
		{"the Russian Federation", "Russia"},
		{"U.S.", "United States"},
		{"US", "United States"},
		{"us", ""},
		{"Us", ""},
		{"United States", "United States"},
		{"UK", "United Kingdom"},
		{"U.A.E.", "United Arab Emirates"},
		{"Côte d'Ivoire", "Ivory Coast"},
		{"Türkiye", "Turkey"},
		{"Kosovo", "Kosovo"},
		{"Atlantis", ""},
		{"", ""},
		{"Artsakh", "Nagorno-Karabakh"},
	} {
		got := ""
		if x := k.Country(c.name); x != nil {
			got = x.Name
		}
		if got != c.want {
			t.Errorf("Country(%q) = %q, want %q", c.name, got, c.want)
		}
	}
	for _, c := range []struct{ word, want string }{
		{"Armenian", "Armenia"},
		{"Azerbaijanis", "Azerbaijan"},
		{"Frenchmen", "France"},
		{"Britons", "United Kingdom"},
		{"British", "United Kingdom"},
		{"polish", ""},
		{"Polish", "Poland"},
		{"South Koreans", "South Korea"},
		{"Turks", "Turkey"},
	} {
		got := ""
		if x := k.Demonym(c.word); x != nil {
			got = x.Name
		}
		if got != c.want {
			t.Errorf("Demonym(%q) = %q, want %q", c.word, got, c.want)
		}
	}
	if c := k.CountryISO("AM"); c == nil || !slices.Contains(c.Adjectives, "Armenian") {
		t.Errorf("CountryISO(AM) = %+v", c)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		rows, err := embeddedRows()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := build(rows); err != nil {
			b.Fatal(err)
		}
	}
}
