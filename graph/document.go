package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strconv"
	"strings"
)

// Document is one article as it was read. Text is never changed after input: every offset of every record points into it.
type Document struct {
	ID     string // the caller's own identifier, returned unchanged; "" when the input gives none
	Text   string // the whole text, valid UTF-8
	Date   string // publication date, ISO 8601 ("2023-03-29"); "" when unknown
	Title  string
	URL    string
	Source string // publisher or agency, as printed
}

// Hash identifies the document: 16 hexadecimal digits of the SHA-256 of its canonical URL, or of its text when it has none.
func (d *Document) Hash() string {
	key := "text\x00" + d.Text
	if d.URL != "" {
		key = "url\x00" + CanonicalURL(d.URL)
	}
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:8])
}

// UnnamedID is the identifier of an actor whom only one document tells of, without a name: "two officials". The document's hash
// is part of it, so that the officials of two articles never are one actor; n tells apart those of one document, from 1 on.
func UnnamedID(words, hash string, n int) string {
	slug := Slug(words)
	if slug == "" {
		slug = "unnamed"
	}
	if n > 1 {
		slug += "-" + strconv.Itoa(n)
	}
	return "actor:" + slug + "~" + hash
}

// IsUnnamed reports whether an identifier is one that UnnamedID made: no name leads to a tilde.
func IsUnnamed(id string) bool { return strings.HasPrefix(id, "actor:") && strings.Contains(id, "~") }

// CanonicalURL drops what does not identify an article: the fragment, tracking parameters, a default port, the case of
// scheme and host, and a trailing slash. A string that is no absolute URL comes back trimmed and otherwise unchanged.
func CanonicalURL(raw string) string {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return raw
	}
	u.Scheme = strings.ToLower(u.Scheme)
	u.Host = strings.ToLower(u.Host)
	switch {
	case u.Scheme == "http":
		u.Host = strings.TrimSuffix(u.Host, ":80")
	case u.Scheme == "https":
		u.Host = strings.TrimSuffix(u.Host, ":443")
	}
	u.Fragment, u.RawFragment, u.ForceQuery = "", "", false
	if query, err := url.ParseQuery(u.RawQuery); err == nil { // else it is left as it is: a wrong guess joins two articles
		for name := range query {
			if strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid" {
				query.Del(name)
			}
		}
		u.RawQuery = query.Encode() // sorted by key
	}
	u.Path, u.RawPath = strings.TrimRight(u.Path, "/"), strings.TrimRight(u.RawPath, "/")
	return u.String()
}
