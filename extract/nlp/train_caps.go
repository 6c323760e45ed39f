package nlp

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TrainCapitals counts how often raw text writes a word with a capital inside a sentence, and writes "word share" lines: 1 never,
// 2 under a quarter, 3 under three quarters, 4 mostly, 5 always. Sentences that are all capitals do not count.
func TrainCapitals(o TrainOptions) error {
	raw, err := o.rawFiles()
	if err != nil {
		return err
	}
	big, small := map[string]int{}, map[string]int{}
	for _, p := range raw {
		b, err := os.ReadFile(p)
		if err != nil {
			return fmt.Errorf("nlp: raw text: %w", err)
		}
		for _, text := range strings.Split(string(b), "\f") {
			countCapitals(text, big, small)
		}
	}
	var b strings.Builder
	for _, w := range slices.Sorted(maps.Keys(big)) {
		if n := big[w] + small[w]; n >= 3 {
			fmt.Fprintf(&b, "%s %d\n", w, capShare(big[w], n))
		}
	}
	for _, w := range slices.Sorted(maps.Keys(small)) {
		if small[w] >= 5 && big[w] == 0 {
			fmt.Fprintf(&b, "%s %d\n", w, 1)
		}
	}
	return os.WriteFile(filepath.Join(o.Out, capsFile), []byte(b.String()), 0o644)
}

func capShare(big, all int) int {
	switch {
	case big == all:
		return 5
	case big*4 >= all*3:
		return 4
	case big*4 >= all:
		return 3
	case big > 0:
		return 2
	}
	return 1
}

func countCapitals(text string, big, small map[string]int) {
	var tk tokenizer
	var sp splitter
	pieces := tk.tokenize(text, nil)
	firsts := append(sp.sentences(text, pieces, nil), len(pieces))
	for k := 0; k+1 < len(firsts); k++ {
		caps := 0
		part := pieces[firsts[k]:firsts[k+1]]
		for _, p := range part {
			if r, _ := utf8.DecodeRuneInString(text[p.b:p.e]); unicode.IsUpper(r) {
				caps++
			}
		}
		if caps*2 > len(part) {
			continue
		}
		for i, p := range part {
			w := text[p.b:p.e]
			r, _ := utf8.DecodeRuneInString(w)
			if i == 0 || !unicode.IsLetter(r) || !isWordBefore(text, part[i-1]) {
				continue
			}
			if unicode.IsUpper(r) {
				big[foldWord(w)]++
			} else {
				small[foldWord(w)]++
			}
		}
	}
}

// isWordBefore holds when the word before is no mark that a sentence may begin behind.
func isWordBefore(text string, p piece) bool {
	r, _ := utf8.DecodeLastRuneInString(text[p.b:p.e])
	return isWordRune(r) || r == ','
}
