package nlp

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

type lemmaItem struct {
	form  string
	class tagClass
}

// trainLemmatizer learns the rule of every ending, by the number of different words that follow it, and lists the words that
// the rules get wrong.
func trainLemmatizer(docs []*Doc) *lemmatizer {
	counts := map[lemmaItem]map[string]int{}
	for _, d := range docs {
		for _, t := range d.Toks {
			if t.Lemma == "" {
				continue
			}
			it := lemmaItem{t.Text, tagClass{t.UPOS, t.XPOS}}
			if counts[it] == nil {
				counts[it] = map[string]int{}
			}
			counts[it][t.Lemma]++
		}
	}
	lemmas := map[lemmaItem]string{}
	for it, c := range counts {
		lemmas[it] = mostFrequent(c)
	}
	votes := map[string]map[rule]int{}
	for it, lemma := range lemmas {
		r, low := ruleOf(it.form, lemma), lowerWord(it.form)
		for n, i := 0, len(low); n <= longestEnding; n++ {
			k := string(ruleKey(nil, it.form, low[i:], it.class))
			if votes[k] == nil {
				votes[k] = map[rule]int{}
			}
			votes[k][r] += 1
			if i == 0 {
				break
			}
			_, m := utf8.DecodeLastRuneInString(low[:i])
			i -= m
		}
	}
	l := &lemmatizer{words: map[string]string{}, rules: map[string]rule{}}
	for k, c := range votes {
		l.rules[k] = mostFrequentRule(c)
	}
	l.prune(votes)
	for it, lemma := range lemmas {
		if got, _ := l.lemma(it.form, it.class, nil); got != lemma {
			l.words[string(wordKey(nil, it.form, it.class))] = lemma
		}
	}
	return l
}

// prune leaves out rules that only repeat the rule of the next shorter ending, and endings seen once that are whole words.
func (l *lemmatizer) prune(votes map[string]map[rule]int) {
	keys := slices.Sorted(maps.Keys(l.rules))
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, k := range keys {
		head, ending, _ := cutLast(k, "\t")
		if ending == "" {
			continue
		}
		total := 0
		for _, n := range votes[k] {
			total += n
		}
		_, m := utf8.DecodeRuneInString(ending)
		if short := head + "\t" + ending[m:]; l.rules[short] == l.rules[k] || total == 1 {
			delete(l.rules, k)
		}
	}
}

func cutLast(s, sep string) (string, string, bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

func mostFrequent(c map[string]int) string {
	best, n := "", 0
	for s, k := range c {
		if k > n || k == n && s < best {
			best, n = s, k
		}
	}
	return best
}

func mostFrequentRule(c map[rule]int) rule {
	var best rule
	n := 0
	for r, k := range c {
		if k > n || k == n && (r.cut < best.cut || r.cut == best.cut && (r.add < best.add || r.add == best.add && !r.keep)) {
			best, n = r, k
		}
	}
	return best
}

// trainFeats learns the features of a class, and of words whose features are not those of their class.
func trainFeats(docs []*Doc) map[string]string {
	byClass, byWord := map[string]map[string]int{}, map[string]map[string]int{}
	count := func(m map[string]map[string]int, k, v string) {
		if m[k] == nil {
			m[k] = map[string]int{}
		}
		m[k][v]++
	}
	for _, d := range docs {
		for _, t := range d.Toks {
			c := tagClass{t.UPOS, t.XPOS}
			count(byClass, string(wordKey(nil, "", c)), t.Feats)
			count(byWord, string(wordKey(nil, lowerWord(t.Text), c)), t.Feats)
		}
	}
	out := map[string]string{}
	for k, c := range byClass {
		out[k] = mostFrequent(c)
	}
	for k, c := range byWord {
		_, class, _ := strings.Cut(k, "\t")
		n := 0
		for _, v := range c {
			n += v
		}
		if f := mostFrequent(c); f != out["\t"+class] && n >= 2 {
			out[k] = f
		}
	}
	return out
}
