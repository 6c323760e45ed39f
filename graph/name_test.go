package graph

import (
	"strings"
	"testing"
	"unicode"
)

var folded = []struct{ name, want string }{
	{"The United States", "united states"},
	{"the United States", "united states"},
	{"U.S.", "us"},
	{"US", "us"},
	{"Theodor Heuss", "theodor heuss"},
	{"The The", "the"},
	{"the the Hague", "hague"},
	{"Recep Tayyip Erdoğan", "recep tayyip erdogan"},
	{"RECEP TAYYİP ERDOĞAN", "recep tayyip erdogan"},
	{"İlham Əliyev", "ilham eliyev"},
	{"Łódź", "lodz"},
	{"Straße", "strasse"},
	{"STRAẞE", "strasse"},
	{"Armenia’s", "armenia"},
	{"Armenia's", "armenia"},
	{"ARMENIA'S", "armenia"},
	{"the Netherlands'", "netherlands"},
	{"O'Brien", "obrien"},
	{"O’Brien", "obrien"},
	{"Hawaiʻi", "hawaii"},
	{"Nagorno-Karabakh", "nagorno karabakh"},
	{"  European \t Union ", "european union"},
	{"AT&T", "at t"},
	{"G20", "g20"},
	{"G²", "g2"},
	{"㎅", "kb"},
	{"Армения", "армения"},
	{"—", ""},
	{"", ""},
	{"'s", ""},
}

func TestFoldName(t *testing.T) {
	for _, c := range folded {
		if got := FoldName(c.name); got != c.want {
			t.Errorf("FoldName(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzFoldName(f *testing.F) {
	for _, c := range folded {
		f.Add(c.name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		key := FoldName(name)
		if again := FoldName(key); again != key {
			t.Errorf("FoldName(%q) = %q, and of that %q: want it to stay", name, key, again)
		}
		if strings.ContainsFunc(key, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsPunct(r) || r == unicode.ReplacementChar }) {
			t.Errorf("FoldName(%q) = %q holds a capital or a mark", name, key)
		}
		if strings.Join(strings.Fields(key), " ") != key {
			t.Errorf("FoldName(%q) = %q holds spaces that part nothing", name, key)
		}
		if slug := Slug(name); slug != strings.ReplaceAll(key, " ", "-") {
			t.Errorf("Slug(%q) = %q, want %q with hyphens", name, slug, key)
		}
	})
}

func TestActorID(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{ActorID("Mikhail Galuzin"), "actor:mikhail-galuzin"},
		{ActorID("The U.S."), "actor:us"},
		{ActorID("…"), ""},
		{PlaceID("Yerevan"), "place:yerevan"},
		{PlaceID(""), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
