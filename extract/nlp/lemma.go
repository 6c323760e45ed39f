package nlp

import (
	"strings"
	"unicode/utf8"
)

// lemmatizer finds the lemma of a word by its tag: first in a table of words that the rules would get wrong, then by the rule
// of the longest known ending. Rules know whether the word begins with a capital, so that "American" keeps its own.
type lemmatizer struct {
	words map[string]string // wordKey -> lemma
	rules map[string]rule   // ruleKey -> rule
}

// rule makes the word small (unless keep), takes cut letters off its end and adds more.
type rule struct {
	keep bool
	cut  int
	add  string
}

const longestEnding = 6

// lemma is the lemma of w with a tag. buf is scratch.
func (l *lemmatizer) lemma(w string, c tagClass, buf []byte) (string, []byte) {
	w = uncapital(w, c)
	buf = wordKey(buf, w, c)
	if s, ok := l.words[string(buf)]; ok {
		return s, buf
	}
	if i := strings.LastIndexByte(w, '-'); i > 0 && (c.upos == "VERB" || c.xpos == "NNS") { // re-selling as selling
		buf = wordKey(buf, w[i+1:], c)
		if s, ok := l.words[string(buf)]; ok {
			return lowerWord(w[:i+1]) + s, buf
		}
	}
	var ends [longestEnding + 1]int
	low, n := lowerWord(w), 0
	for i := len(low); ; {
		ends[n] = i
		n++
		if i == 0 || n > longestEnding {
			break
		}
		_, m := utf8.DecodeLastRuneInString(low[:i])
		i -= m
	}
	for n--; n >= 0; n-- {
		buf = ruleKey(buf, w, low[ends[n]:], c)
		if r, ok := l.rules[string(buf)]; ok {
			return r.apply(w), buf
		}
	}
	return low, buf
}

// uncapital makes a word small whose class has no lemmas with capitals: verbs, plurals and comparisons, however a headline writes them.
func uncapital(w string, c tagClass) string {
	switch c.xpos {
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS":
		if _, caps := shapeOf(w); caps == capFirst || caps == capAll {
			return lowerASCII(w)
		}
	}
	return w
}

func wordKey(buf []byte, w string, c tagClass) []byte {
	buf = append(append(buf[:0], w...), '\t')
	buf = append(append(buf, c.xpos...), '/')
	return append(buf, c.upos...)
}

// ruleKey is tag, capital and ending.
func ruleKey(buf []byte, w, ending string, c tagClass) []byte {
	buf = append(append(buf[:0], c.xpos...), '/')
	buf = append(append(buf, c.upos...), '\t', capitalMark(w), '\t')
	return append(buf, ending...)
}

func capitalMark(w string) byte {
	switch _, caps := shapeOf(w); caps {
	case capFirst, capInner:
		return 'X'
	case capAll:
		return 'A'
	}
	return 'x'
}

func (r rule) apply(w string) string {
	if !r.keep {
		w = lowerWord(w)
	}
	for range r.cut {
		if w == "" {
			break
		}
		_, n := utf8.DecodeLastRuneInString(w)
		w = w[:len(w)-n]
	}
	if r.add == "" {
		return w
	}
	return w + r.add
}

// ruleOf is the rule that makes lemma out of w.
func ruleOf(w, lemma string) rule {
	if r := cutRule(w, lemma); lowerWord(w) != w && r.cut < cutRule(lowerWord(w), lemma).cut {
		r.keep = true
		return r
	}
	return cutRule(lowerWord(w), lemma)
}

func cutRule(w, lemma string) rule {
	i := 0
	for i < len(w) && i < len(lemma) && w[i] == lemma[i] {
		i++
	}
	for i > 0 && (i < len(w) && !utf8.RuneStart(w[i]) || i < len(lemma) && !utf8.RuneStart(lemma[i])) {
		i--
	}
	return rule{cut: utf8.RuneCountInString(w[i:]), add: lemma[i:]}
}

// lowerWord is strings.ToLower with apostrophes made straight.
func lowerWord(w string) string {
	w = lowerASCII(w)
	if strings.Contains(w, "’") {
		w = strings.ReplaceAll(w, "’", "'")
	}
	return w
}
