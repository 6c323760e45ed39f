package input

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
)

// foreign is a kind of file that people have articles in and that no Format reads. Read as plain text its markup would be
// taken for what somebody said, so it is refused unless the user names a format.
type foreign struct {
	name, hint string
	extensions []string
	magic      []string // how such a file begins, in lower case, white space before it dropped
}

var foreigners = []foreign{
	{
		name: "an HTML page", hint: "save its article as text, for example with: pandoc --wrap=none -f html -t plain",
		extensions: []string{".htm", ".html", ".xhtml"}, magic: []string{"<!doctype html", "<html"},
	},
	{name: "an XML file", hint: "write its articles as JSON Lines, {\"text\": \"…\"}", extensions: []string{".xml"}, magic: []string{"<?xml"}},
	{
		name: "an e-mail", hint: "save the article in it as text", extensions: []string{".eml", ".mbox"},
		magic: []string{"return-path: ", "received: ", "delivered-to: ", "message-id: ", "mime-version: "},
	},
	{name: "a PDF file", hint: "make it text, for example with: pdftotext -layout", extensions: []string{".pdf"}, magic: []string{"%pdf-"}},
	{name: "an RTF file", hint: "save it as text", extensions: []string{".rtf"}, magic: []string{`{\rtf`}},
	{
		name: "a word processor's file or another archive", hint: "save it as text, or unpack it",
		extensions: []string{".docx", ".odt", ".epub", ".zip", ".doc"}, magic: []string{"pk\x03\x04", "\xd0\xcf\x11\xe0"},
	},
	{name: "a compressed file", hint: "unpack it, or: zcat FILE | dictum … -", extensions: []string{".gz"}, magic: []string{"\x1f\x8b"}},
	{
		name: "a JSON file", hint: "write one object a line with the article in \"text\", {\"text\": \"…\"}, as .jsonl",
		extensions: []string{".json"}, magic: []string{"[{"},
	},
}

// foreignError refuses a file of a foreign kind, by its name or by how it begins; nil for all others. A .json file that holds
// JSON Lines is none.
func foreignError(path string, head []byte, formats []Format) error {
	begin := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head[:min(len(head), 512)], []byte(byteOrderMark))))
	ext := strings.ToLower(filepath.Ext(path))
	for _, f := range foreigners {
		named := slices.Contains(f.extensions, ext) && !detected(head, formats)
		begins := slices.ContainsFunc(f.magic, func(m string) bool { return bytes.HasPrefix(begin, []byte(m)) })
		if named || begins {
			return &Error{Path: path, Problem: f.name + ", which is not read", Hint: f.hint}
		}
	}
	return nil
}

// detected reports whether a format knows the content for its own.
func detected(head []byte, formats []Format) bool {
	head = bytes.TrimPrefix(head, []byte(byteOrderMark))
	return slices.ContainsFunc(formats, func(f Format) bool { return f.Detect != nil && f.Detect(head) })
}
