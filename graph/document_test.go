package graph

import "testing"

var canonical = []struct{ raw, want string }{
	{"https://News.Example/a", "https://news.example/a"},
	{"HTTPS://news.example:443/a/", "https://news.example/a"},
	{"http://news.example:80/a//", "http://news.example/a"},
	{"http://news.example:443/a", "http://news.example:443/a"},
	{"https://news.example/", "https://news.example"},
	{"https://news.example/a#top", "https://news.example/a"},
	{"https://news.example/a?", "https://news.example/a"},
	{"https://news.example/a?utm_source=x&id=7&fbclid=y", "https://news.example/a?id=7"},
	{"https://news.example/a?b=2&a=1", "https://news.example/a?a=1&b=2"},
	{"https://news.example/a?id=7;page=2", "https://news.example/a?id=7;page=2"},
	{"https://news.example/a%2Fb/", "https://news.example/a%2Fb"},
	{"https://news.example/caf%C3%A9", "https://news.example/caf%C3%A9"},
	{" https://news.example/a ", "https://news.example/a"},
	{"news.example/a", "news.example/a"},
	{"urn:x:Y", "urn:x:Y"},
	{"http://[broken", "http://[broken"},
	{"", ""},
}

func TestCanonicalURL(t *testing.T) {
	for _, c := range canonical {
		if got := CanonicalURL(c.raw); got != c.want {
			t.Errorf("CanonicalURL(%q) = %q, want %q", c.raw, got, c.want)
		}
	}
}

func FuzzCanonicalURL(f *testing.F) {
	for _, c := range canonical {
		f.Add(c.raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		once := CanonicalURL(raw)
		if twice := CanonicalURL(once); twice != once {
			t.Errorf("CanonicalURL(%q) = %q, and of that %q: want it to stay", raw, once, twice)
		}
	})
}

func TestHash(t *testing.T) {
	text := Document{Text: "A text."}
	same := Document{Text: "A text.", Title: "Titles do not count", ID: "nor do identifiers"}
	other := Document{Text: "A text. "}
	url := Document{Text: "A text.", URL: "https://news.example/a?utm_source=x"}
	moved := Document{Text: "A corrected text.", URL: "https://news.example/a/"}
	if text.Hash() != same.Hash() || url.Hash() != moved.Hash() {
		t.Error("one article, two hashes")
	}
	if text.Hash() == other.Hash() || text.Hash() == url.Hash() {
		t.Error("two articles, one hash")
	}
	if got := text.Hash(); len(got) != 16 {
		t.Errorf("hash %q has %d digits, want 16", got, len(got))
	}
}
