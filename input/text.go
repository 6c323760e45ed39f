package input

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dictum/graph"
)

func init() {
	register(Format{
		Name:        "text",
		Description: "plain text, one article a file; a dateline gives the date, a headline above a blank line the title",
		Extensions:  []string{".md", ".text", ".txt"},
		Read:        readText,
	})
}

// readText takes the whole file as the text, unchanged.
func readText(src *Source, yield func(graph.Document, error) bool) bool {
	text, err := src.All()
	if err != nil {
		return yield(graph.Document{}, err)
	}
	return yield(graph.Document{Text: text, Title: headline(text)}, nil)
}

// headline is the first line of a text if it is one: short, without a full stop, and set off from what follows by a blank
// line or by a date. A text that is nothing else has no headline.
func headline(text string) string {
	first, rest := nextLine(text)
	if !isHeadline(first) || strings.TrimSpace(rest) == "" {
		return ""
	}
	line, _, _ := strings.Cut(rest, "\n")
	if strings.TrimSpace(line) != "" && parseDateline(strings.TrimSpace(line)) == (dateline{}) {
		return ""
	}
	return first
}

// nextLine is the first line that is not blank, trimmed, and what follows it.
func nextLine(text string) (line, rest string) {
	for text != "" {
		line, text, _ = strings.Cut(text, "\n")
		if line = strings.TrimSpace(line); line != "" {
			return line, text
		}
	}
	return "", ""
}

// isHeadline reports whether a line may stand above an article: headline or byline.
func isHeadline(line string) bool {
	if n := utf8.RuneCountInString(line); n < 3 || n > 200 || !strings.Contains(line, " ") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "\"'“‘«"))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"'”’»"))
	if unicode.IsLower(first) || strings.ContainsRune(".,;:", last) {
		return false
	}
	return parseDateline(line) == (dateline{})
}
