package queries

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// The header of a question is the block of // comments at the top of its file:
//
//	// Who said what about X. What comes first, up to the first @ line, describes the question.
//	// @param about actor "Armenia" whom the statements are about
//	// @param limit limit "15" default=15 rows at most, newest first; 0 is all
//	// @columns date:date, speaker, content, repeats:number, sentence, document, id
//	// @order date desc, document
//	// @use statements
//
// A line `@param NAME TYPE "EXAMPLE" [optional] [default=VALUE] HELP` is one parameter; the words in square brackets are
// optional, the help is not. A column may say what its cells are: number, date or duration; without it they are text. `@order`
// sorts the rows, `@use` names files of lib/.
var (
	paramLine = regexp.MustCompile(`^(\S+)\s+(\S+)\s+"([^"]*)"\s*(.*)$`)
	plainName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	fileName  = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	aChoice   = regexp.MustCompile(`^[a-z0-9-]+(\|[a-z0-9-]+)+$`)
)

func types() []string {
	return []string{TypeActor, TypePlace, TypeText, TypeInt, TypeDate, TypeEvent, TypeID, TypeLimit}
}

// header collects what the lines of one file say.
type header struct {
	file string
	line int
	q    Question
	uses []string
}

func (h *header) wrong(problem string) error {
	return &HeaderError{File: h.file, Line: h.line, Problem: problem}
}

func (l *Library) parse(file, text string) (*Question, error) {
	h := &header{file: file, line: 1}
	h.q.Name = strings.TrimSuffix(filepath.Base(file), ".js")
	h.q.File = file
	if !fileName.MatchString(h.q.Name) {
		return nil, h.wrong("a question's file is named in small letters, digits and hyphens")
	}
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		h.line = i + 1
		comment, ok := strings.CutPrefix(strings.TrimSpace(line), "//")
		if !ok {
			break
		}
		if err := h.read(strings.TrimSpace(comment)); err != nil {
			return nil, err
		}
	}
	if err := h.complete(); err != nil {
		return nil, err
	}
	script, err := l.script(h, text)
	if err != nil {
		return nil, err
	}
	h.q.Script = script
	return &h.q, nil
}

func (h *header) read(line string) error {
	tag, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch {
	case !strings.HasPrefix(line, "@"):
		if len(h.q.Params) == 0 && len(h.q.Columns) == 0 {
			h.q.Description = strings.TrimSpace(h.q.Description + " " + line)
		}
	case tag == "@param":
		return h.param(rest)
	case tag == "@columns":
		return h.columns(list(rest))
	case tag == "@order":
		return h.order(rest)
	case tag == "@use":
		h.uses = append(h.uses, list(rest)...)
	default:
		return h.wrong("unknown line " + tag + "; known are @param, @columns, @order and @use")
	}
	return nil
}

// columns takes names with an optional kind: "date:date, speaker, repeats:number".
func (h *header) columns(names []string) error {
	for _, name := range names {
		name, kind, given := strings.Cut(name, ":")
		if given && !slices.Contains(kinds(), Kind(kind)) {
			return h.wrong("the column " + name + " has an unknown kind " + kind + "; known are number, date and duration")
		}
		h.q.Columns = append(h.q.Columns, name)
		h.q.Kinds = append(h.q.Kinds, Kind(kind))
	}
	return nil
}

func list(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
}

func (h *header) param(rest string) error {
	m := paramLine.FindStringSubmatch(rest)
	if m == nil {
		return h.wrong(`want: @param NAME TYPE "EXAMPLE" [optional] [default=VALUE] HELP`)
	}
	p := Param{Name: m[1], Type: m[2], Example: m[3], Help: m[4]}
	if !plainName.MatchString(p.Name) {
		return h.wrong("the parameter " + p.Name + " needs a name of small letters, digits and _")
	}
	if !slices.Contains(types(), p.Type) && !aChoice.MatchString(p.Type) {
		return h.wrong("the parameter " + p.Name + " has an unknown type " + p.Type + "; known are " + strings.Join(types(), ", ") +
			" and one|of|these")
	}
	if slices.ContainsFunc(h.q.Params, func(o Param) bool { return o.Name == p.Name }) {
		return h.wrong("the parameter " + p.Name + " is there twice")
	}
	if help, ok := strings.CutPrefix(p.Help, "optional"); ok && (help == "" || help[0] == ' ') {
		p.Optional, p.Help = true, strings.TrimSpace(help)
	}
	if value, ok := strings.CutPrefix(p.Help, "default="); ok {
		value, help, _ := strings.Cut(value, " ")
		p.Optional, p.Default, p.Help = true, value, strings.TrimSpace(help)
	}
	if p.Help == "" {
		return h.wrong("the parameter " + p.Name + " needs a word of help")
	}
	h.q.Params = append(h.q.Params, p)
	return nil
}

func (h *header) order(rest string) error {
	for _, part := range strings.Split(rest, ",") {
		words := strings.Fields(part)
		if len(words) == 0 || len(words) > 2 || len(words) == 2 && words[1] != "desc" && words[1] != "asc" {
			return h.wrong("want: @order COLUMN [desc], COLUMN [desc]")
		}
		h.q.Order = append(h.q.Order, SortKey{Column: words[0], Descending: len(words) == 2 && words[1] == "desc"})
	}
	return nil
}

// complete says what the header as a whole lacks.
func (h *header) complete() error {
	h.line = 1
	switch {
	case h.q.Description == "":
		return h.wrong("the file begins with a // comment that describes the question")
	case len(h.q.Columns) == 0:
		return h.wrong("the header needs a line: // @columns NAME, NAME")
	}
	for _, key := range h.q.Order {
		if !slices.Contains(h.q.Columns, key.Column) {
			return h.wrong("@order names the column " + key.Column + ", which @columns does not have")
		}
	}
	return nil
}

// script puts the shared functions after the question's own text. Functions are hoisted, so they are there when it runs,
// and a line number in an error is the line of the file.
func (l *Library) script(h *header, text string) (string, error) {
	var b strings.Builder
	b.WriteString(strings.TrimRight(text, "\n"))
	b.WriteString("\n")
	seen := map[string]bool{}
	for queue := h.uses; len(queue) > 0; queue = queue[1:] {
		name := queue[0]
		if seen[name] {
			continue
		}
		seen[name] = true
		part, ok := l.shared[name]
		if !ok {
			known := make([]string, 0, len(l.shared))
			for name := range l.shared {
				known = append(known, name)
			}
			slices.Sort(known)
			return "", h.wrong("@use names " + name + ", which is not in lib; there are " + strings.Join(known, ", "))
		}
		if part := strings.TrimRight(part, "\n"); !strings.Contains(text, part) { // a script that was printed has its functions
			b.WriteString("\n" + part + "\n")
		}
		for _, line := range strings.Split(part, "\n") {
			if rest, ok := strings.CutPrefix(line, "// @use "); ok {
				queue = append(queue, list(rest)...)
			}
		}
	}
	return b.String(), nil
}
