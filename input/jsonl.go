package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"dictum/graph"
)

func init() {
	register(Format{
		Name:        "jsonl",
		Description: `JSON Lines: one object a line with "text", and if known "id", "date", "title", "url", "source"`,
		Extensions:  []string{".jsonl", ".ndjson"},
		Detect: func(head []byte) bool {
			return bytes.HasPrefix(bytes.TrimSpace(head), []byte("{")) && bytes.Contains(head, []byte(`"text"`))
		},
		Read: readJSONL,
	})
}

// readJSONL reads line by line; a line that is wrong costs that line alone. Blank lines are skipped.
func readJSONL(src *Source, yield func(graph.Document, error) bool) bool {
	var offset int64
	for n := 1; ; n++ {
		line, size, last, err := readLine(src.Reader, src.Options.MaxBytes)
		if err != nil {
			src.Line = n
			return yield(graph.Document{}, pathError(src.Path, err))
		}
		src.Line = n
		at := offset
		offset += size
		switch {
		case line == nil:
			if !yield(graph.Document{}, src.tooLarge(size)) {
				return false
			}
		case len(bytes.TrimSpace(line)) > 0:
			if !yield(src.parseLine(line, at)) {
				return false
			}
		}
		if last {
			return true
		}
	}
}

// readLine reads up to and including the next line feed. A line of more than limit bytes is skipped and comes back nil.
func readLine(r *bufio.Reader, limit int64) (line []byte, size int64, last bool, err error) {
	line = []byte{}
	for {
		piece, err := r.ReadSlice('\n')
		size += int64(len(piece))
		if size > limit+1 { // the line feed does not count
			line = nil
		} else if line != nil {
			line = append(line, piece...)
		}
		switch {
		case err == nil:
			return line, size, false, nil
		case errors.Is(err, io.EOF):
			return line, size, true, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, size, false, err
		}
	}
}

// parseLine reads the object on one line, which begins at an offset of the file.
func (s *Source) parseLine(line []byte, offset int64) (graph.Document, error) {
	text, err := s.decode(bytes.TrimRight(line, "\r\n"), offset)
	if err != nil {
		return graph.Document{}, err
	}
	var in struct {
		ID     string `json:"id"`
		Text   string `json:"text"`
		Date   string `json:"date"`
		Title  string `json:"title"`
		URL    string `json:"url"`
		Source string `json:"source"`
	}
	if err := json.Unmarshal([]byte(text), &in); err != nil {
		return graph.Document{}, s.jsonError(text, err)
	}
	for _, v := range []string{in.ID, in.Text, in.Date, in.Title, in.URL, in.Source} {
		if replaced(text, v) {
			return graph.Document{}, s.Errorf("write the whole character", "half a surrogate pair (\\ud800 … \\udfff)")
		}
	}
	if strings.TrimSpace(in.Text) == "" {
		return graph.Document{}, s.Errorf(`give "text" the words of the article, or remove the line`, "an empty article")
	}
	if strings.IndexByte(in.Text, 0) >= 0 {
		return graph.Document{}, s.Errorf("give text", `no text: a zero byte in "text"`)
	}
	return graph.Document{ID: in.ID, Text: in.Text, Date: in.Date, Title: in.Title, URL: in.URL, Source: in.Source}, nil
}

// replaced reports whether the JSON decoder put U+FFFD where the line has something else.
func replaced(line, value string) bool {
	const mark = string(utf8.RuneError)
	return strings.Contains(value, mark) && !strings.Contains(line, mark) && !strings.Contains(strings.ToLower(line), `\ufffd`)
}

// jsonError says what is wrong with a line, and where.
func (s *Source) jsonError(line string, err error) *Error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var e *Error
	switch {
	case errors.As(err, &syntax) && strings.Contains(err.Error(), "unexpected end"):
		e = s.Errorf("complete the line, or remove it", "the line ends inside its JSON object")
	case errors.As(err, &syntax):
		e = s.Errorf("write one JSON object a line", "no JSON at byte %d of the line (%v)", syntax.Offset, err)
	case errors.As(err, &kind) && kind.Field != "":
		e = s.Errorf("put it in quotation marks", "%q is a %s and must be a string", kind.Field, kind.Value)
	case errors.As(err, &kind):
		e = s.Errorf(`write one object a line, {"text": "…"}`, "the line is a JSON %s and must be an object", kind.Value)
	default:
		e = s.Errorf("write one JSON object a line", "no JSON (%v)", err)
	}
	e.Err = err
	return e
}
