package extract

import "testing"

func TestSamePerson(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"John Kennedy", "John F. Kennedy", true},
		{"J. F. Kennedy", "John F. Kennedy", true},
		{"John Fitzgerald Kennedy", "John F. Kennedy", true},
		{"Robert Kennedy", "John Kennedy", false},
		{"George W. Bush", "George H. W. Bush", false},
		{"George H. Bush", "George W. Bush", false},
		{"Kim Jong Un", "Kim Jong Il", false},
		{"Martin Luther King Jr.", "Martin Luther King", true},
		{"Ali Khan", "Imran Khan", false},
		{"José Núñez", "Jose Nunez", true},
		{"Putin", "Vladimir Putin", false}, // a surname is no full name
	} {
		if got := samePerson(c.a, c.b); got != c.want {
			t.Errorf("samePerson(%q, %q) = %t, want %t", c.a, c.b, got, c.want)
		}
		if got := samePerson(c.b, c.a); got != c.want {
			t.Errorf("samePerson(%q, %q) = %t, want %t", c.b, c.a, got, c.want)
		}
	}
}

func TestSpells(t *testing.T) {
	for _, c := range []struct {
		acronym, long string
		want          bool
	}{
		{"CSTO", "Collective Security Treaty Organization", true},
		{"GAO", "Government Accountability Office", true},
		{"OSCE", "Organization for Security and Co-operation in Europe", true},
		{"WHO", "World Health Organization", true},
		{"U.N.", "United Nations", true},
		{"IMF", "International Monetary Fund", true},
		{"FDA", "Food and Drug Administration", true},
		{"IRA", "Irish Radio", false},
		{"A", "Alpha", false},
		{"AB", "Alphabet", false},
	} {
		if got := spells(c.acronym, c.long); got != c.want {
			t.Errorf("spells(%q, %q) = %t, want %t", c.acronym, c.long, got, c.want)
		}
	}
}

func TestShortens(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        bool
	}{
		{"Lockheed", "Lockheed Martin", true},
		{"Acme", "Acme Holdings Ltd", true},
		{"Air Force", "U.S. Air Force", true},
		{"Bank", "Bank of England", false},
		{"National", "National Museum of Scotland", false},
		{"Martin", "Lockheed Martin", false},
		{"Delta", "Delta Air Lines", true},
		{"Delta North", "Delta North America", false},
	} {
		long := &entity{name: c.long, typ: "ORG", forms: []string{c.long}}
		if got := shortens(&entity{name: c.short, first: 1}, long); got != c.want {
			t.Errorf("shortens(%q, %q) = %t, want %t", c.short, c.long, got, c.want)
		}
	}
}

func TestHold(t *testing.T) {
	e := &entity{}
	for _, title := range []string{
		"minister", "foreign minister", "Foreign Minister", "Deputy Foreign Minister", "chairman",
		"former president",
	} {
		e.hold(office{title: title})
	}
	var got []string
	for _, o := range e.titles {
		got = append(got, o.title)
	}
	want := []string{"Deputy Foreign Minister", "chairman", "former president"}
	if len(got) != len(want) {
		t.Fatalf("titles %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("titles %q, want %q", got, want)
		}
	}
	for title, want := range map[string]bool{
		"minister": true, "foreign minister": false, "deputy foreign minister": true, "president": false, "former president": true,
		"chairman": true, "prime minister": false,
	} {
		if got := e.holds(title); got != want {
			t.Errorf("holds(%q) = %t, want %t", title, got, want)
		}
	}
}
