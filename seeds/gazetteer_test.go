package seeds

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"U.S.", "us"},
		{"Côte d'Ivoire", "cote divoire"},
		{"The Hague", "hague"},
		{"the", "the"},
		{"al-Qaeda", "al qaeda"},
		{"  AT&T ", "at t"},
		{"Łódź", "lodz"},
		{"Erdoğan", "erdogan"},
		{"İstanbul", "istanbul"},
		{"", ""},
		{"–", ""},
		{"people’s", "peoples"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMatch(t *testing.T) {
	g := load(t).Gazetteer
	for _, c := range []struct {
		text string
		n    int
		want string // kind and name of the first entry
	}{
		{"European Union officials", 2, "org European Union"},
		{"the Collective Security Treaty Organization said", 0, ""},
		{"Collective Security Treaty Organization said", 4, "org Collective Security Treaty Organization"},
		{"CSTO troops", 1, "org Collective Security Treaty Organization"},
		{"Nato said", 1, "org North Atlantic Treaty Organization"},
		{"us all", 0, ""},
		{"US officials", 1, "country United States"},
		{"U.S. officials", 1, "country United States"},
		{"who said so", 0, ""},
		{"Who said so", 0, ""},
		{"WHO said so", 1, "org World Health Organization"},
		{"turkey with rice", 0, ""},
		{"Turkey and Syria", 1, "country Turkey"},
		{"Yerevan rejected it", 1, "place Yerevan"},
		{"Kremlin spokesman Dmitry Peskov", 2, "office kremlin spokesman"},
		{"Sergey Lavrov said", 2, "person Sergey Lavrov"},
		{"Nagorno - Karabakh conflict", 3, "country Nagorno-Karabakh"},
		{"Nagorno-Karabakh conflict", 1, "country Nagorno-Karabakh"},
		{"Armenian - Azerbaijani border", 1, "demonym Armenia"},
		{"People 's Republic of China", 5, "country China"},
		{"People's Republic of China", 4, "country China"},
		{"Russia-led security bloc", 3, "nominal Collective Security Treaty Organization"},
		{"Russia - led security bloc", 5, "nominal Collective Security Treaty Organization"},
		{"deputy foreign minister", 3, "office deputy foreign minister"},
		{"Times change", 0, ""},
		{"The Times reported", 2, "org The Times"},
		{"al-Qaeda said", 1, "org al-Qaeda"},
		{"al - Qaeda said", 3, "org al-Qaeda"},
		{"St. Petersburg", 2, "place Saint Petersburg"},
		{"I'll go", 0, ""},
		{"Let him go", 0, ""},
		{"LeT said", 1, "org Lashkar-e-Taiba"},
		{"lords of war", 0, ""},
		{"the Lords", 0, ""},
		{"Lords voted", 1, "org House of Lords"},
		{"-", 0, ""},
		{"", 0, ""},
	} {
		n, found := g.Match(strings.Split(c.text, " "), 0)
		got := ""
		if n > 0 {
			got = describe(found[0])
		}
		if n != c.n || got != c.want {
			t.Errorf("Match(%q) = %d words, %q; want %d, %q", c.text, n, got, c.n, c.want)
		}
	}
}

func describe(e Entry) string {
	switch e.Kind {
	case KindCountry:
		return "country " + e.Country.Name
	case KindDemonym:
		return "demonym " + e.Country.Name
	case KindOrganisation:
		return "org " + e.Organisation.Name
	case KindMetonym:
		return "metonym " + e.Metonym.Actor
	case KindPlace:
		return "place " + e.Place.Name
	case KindPerson:
		return "person " + e.Person.Name
	case KindOffice:
		return "office " + e.Office.Title
	}
	return "nominal " + e.Organisation.Name
}

// Every name can be found under itself.
func TestEveryNameIsFound(t *testing.T) {
	k := load(t)
	for i := range k.Countries {
		if got := k.Country(k.Countries[i].Name); got == nil {
			t.Errorf("Country(%q) = nil", k.Countries[i].Name)
		}
	}
	for i := range k.Organisations {
		if got := k.Org(k.Organisations[i].Name); got == nil {
			t.Errorf("Org(%q) = nil", k.Organisations[i].Name)
		}
	}
	for i := range k.Places {
		if got := k.PlacesNamed(k.Places[i].Name); len(got) == 0 {
			t.Errorf("PlacesNamed(%q) is empty", k.Places[i].Name)
		}
	}
	for i := range k.People {
		if got := k.Person(k.People[i].Name); len(got) == 0 {
			t.Errorf("Person(%q) is empty", k.People[i].Name)
		}
	}
	for i := range k.Offices {
		if got := k.Office(k.Offices[i].Title); got == nil {
			t.Errorf("Office(%q) = nil", k.Offices[i].Title)
		}
	}
}

// A fold of a fold is the fold, and it holds no capital and no space at its ends.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"U.S.", "the the", "Łódź", "İ", "ǅ", "a\xff", "The The Band", "'s", "ẞ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		key := string(appendFold(nil, s))
		if again := string(appendFold(nil, key)); again != key {
			t.Errorf("fold of %q is %q, whose fold is %q", s, key, again)
		}
		if strings.TrimSpace(key) != key {
			t.Errorf("fold of %q is %q: spaces at an end", s, key)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	g := load(b).Gazetteer
	words := strings.Fields("The foreign ministers of Armenia and Azerbaijan met in Washington on Monday with Secretary of State Antony Blinken " +
		"to discuss a peace treaty that the European Union and the Organization for Security and Co-operation in Europe support")
	b.ReportAllocs()
	for b.Loop() {
		for i := range words {
			g.Match(words, i)
		}
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
