package input

import (
	"bytes"
	"slices"
	"strings"

	"dictum/graph"
)

func init() {
	register(Format{
		Name:        "article",
		Description: "header lines `title: …`, `date: …`, `source: …`, `url: …`, a blank line, and the paragraphs",
		Extensions:  []string{".article", ".md", ".txt"},
		Detect:      looksLikeArticle,
		Read:        readArticle,
	})
}

var headerKeys = []string{"id", "title", "date", "source", "url"}

// headerLine splits `key: value`; ok is false for a line that is no header.
func headerLine(line string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(line, ":")
	if !ok || key == "" || strings.ContainsFunc(key, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' }) {
		return "", "", false
	}
	return strings.ToLower(key), strings.TrimSpace(value), true
}

// looksLikeArticle wants a header of which the first line is known, and the second too unless it is blank: a text whose
// first sentence begins "Source: …" is no article.
func looksLikeArticle(head []byte) bool {
	lines := bytes.SplitN(head, []byte("\n"), 3)
	for i, line := range lines[:min(2, len(lines))] {
		if i == 1 && len(bytes.TrimSpace(line)) == 0 {
			return true
		}
		key, _, ok := headerLine(string(line))
		if !ok || !slices.Contains(headerKeys, key) {
			return false
		}
	}
	return true
}

// readArticle takes the body alone as the text, without the white space around it. Header lines with other keys are ignored.
func readArticle(src *Source, yield func(graph.Document, error) bool) bool {
	text, err := src.All()
	if err != nil {
		return yield(graph.Document{}, err)
	}
	var doc graph.Document
	rest, line := text, ""
	for n := 1; ; n++ {
		var more bool
		line, rest, more = strings.Cut(rest, "\n")
		if strings.TrimSpace(line) == "" {
			break
		}
		key, value, ok := headerLine(line)
		if !ok {
			src.Line = n
			return yield(graph.Document{}, src.Errorf("put a blank line between header and text, or read it with --format text",
				"a line of text inside the header"))
		}
		switch key {
		case "id":
			doc.ID = value
		case "title":
			doc.Title = value
		case "date":
			doc.Date = value
		case "source":
			doc.Source = value
		case "url":
			doc.URL = value
		}
		if !more {
			break
		}
	}
	doc.Text = strings.TrimSpace(rest)
	if doc.Text == "" {
		return yield(graph.Document{}, src.Errorf("write the article below the header, or leave it out", "an empty article"))
	}
	return yield(doc, nil)
}
