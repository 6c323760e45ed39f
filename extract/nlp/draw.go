package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteTree draws every sentence for a person: one line a word with tag and relation, indented under its head, in text order.
func WriteTree(w io.Writer, doc *Doc) error {
	b := bufio.NewWriter(w)
	names := nameTags(doc)
	runes := newRuneIndex(doc.Text)
	for n, s := range doc.Sents {
		if n > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%s\n", oneLine(runes.slice(s.Start, s.End)))
		left, width := drawSentence(doc, s)
		for i := s.First; i < s.Last; i++ {
			t := &doc.Toks[i]
			line := left[i-s.First]
			line += strings.Repeat(" ", max(0, width-utf8.RuneCountInString(line)))
			line += fmt.Sprintf("  %-5s %-5s %s", t.UPOS, t.XPOS, t.Lemma)
			if names[i] != "" {
				line += "  " + names[i]
			}
			fmt.Fprintf(b, "%s\n", strings.TrimRight(line, " "))
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("nlp: write tree: %w", err)
	}
	return nil
}

// drawSentence gives the left part of each line: branches, relation, word; and the greatest width of them.
func drawSentence(doc *Doc, s Sent) ([]string, int) {
	n := s.Last - s.First
	depth := make([]int, n)
	deepest := 0
	for i := range depth {
		for h := doc.Toks[s.First+i].Head; h >= 0 && depth[i] < n; h = doc.Toks[h].Head {
			depth[i]++
		}
		deepest = max(deepest, depth[i])
	}
	grid := make([][]rune, n)
	for i := range grid {
		grid[i] = []rune(strings.Repeat(" ", 2*deepest+1))
	}
	for i := range n {
		drawBranch(doc, s, i, depth, grid)
	}
	out := make([]string, n)
	width := 0
	for i := range out {
		t := &doc.Toks[s.First+i]
		out[i] = "  " + string(grid[i][:2*depth[i]]) + t.Text
		if t.Deprel != "" {
			out[i] += " (" + t.Deprel + ")"
		}
		width = max(width, utf8.RuneCountInString(out[i]))
	}
	return out, min(width, 60)
}

// drawBranch draws the line from the head of word i to it.
func drawBranch(doc *Doc, s Sent, i int, depth []int, grid [][]rune) {
	h := doc.Toks[s.First+i].Head - s.First
	if h < 0 || depth[i] == 0 {
		return
	}
	col := 2 * (depth[i] - 1)
	step := 1
	if h < i {
		step = -1
	}
	grid[i][col] = '└'
	if step > 0 {
		grid[i][col] = '┌'
	}
	grid[i][col+1] = '─'
	for j := i + step; j != h; j += step {
		switch {
		case doc.Toks[s.First+j].Head-s.First == h:
			grid[j][col], grid[j][col+1] = '├', '─'
		case grid[j][col] == ' ':
			grid[j][col] = '│'
		}
	}
}
