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

// lemmatizer learns lemmas from the treebanks and from what raw text and tables tell of the forms there.
func (o TrainOptions) lemmatizer(docs []*Doc) (*lemmatizer, error) {
	ev, err := o.wordEvidence(docs)
	if err != nil {
		return nil, err
	}
	return trainLemmatizer(docs, ev), nil
}

// trainLemmatizer learns the rule of every ending, by the number of different words that follow it, and lists the words that
// the rules get wrong. The treebanks know best.
func trainLemmatizer(docs []*Doc, ev *wordEvidence) *lemmatizer {
	lemmas, counts := treebankLemmas(docs)
	more, keep := ev.lemmas()
	for it, lemma := range more {
		old, ok := lemmas[it]
		slip := ok && counts[it] == 1 && old != it.form && ev.seen[lemma] >= 10 && !isRegular(it, old) // of an annotator, or of a writer and put right
		if !ok || slip {
			lemmas[it] = lemma
		}
	}
	l := &lemmatizer{words: map[string]string{}, rules: map[string]rule{}}
	l.learn(lemmas)
	for it, lemma := range keep {
		if _, ok := lemmas[it]; !ok {
			lemmas[it] = lemma
		}
	}
	l.list(lemmas)
	return l
}

// list enters the words that the rules get wrong. The lemma of a word with a hyphen may come from an entry for what stands behind it,
// so these come last.
func (l *lemmatizer) list(lemmas map[lemmaItem]string) {
	for _, hyphens := range []bool{false, true} {
		for it, lemma := range lemmas {
			if strings.Contains(it.form, "-") != hyphens {
				continue
			}
			if got, _ := l.lemma(it.form, it.class, nil); got != lemma {
				l.words[string(wordKey(nil, it.form, it.class))] = lemma
			}
		}
	}
}

// treebankLemmas is the most frequent lemma of every word and class, and how often it stands there.
func treebankLemmas(docs []*Doc) (lemmas map[lemmaItem]string, times map[lemmaItem]int) {
	counts := map[lemmaItem]map[string]int{}
	for _, d := range docs {
		for _, t := range d.Toks {
			if t.Lemma == "" {
				continue
			}
			c := tagClass{t.UPOS, t.XPOS}
			it := lemmaItem{uncapital(t.Text, c), c}
			if counts[it] == nil {
				counts[it] = map[string]int{}
			}
			counts[it][t.Lemma]++
		}
	}
	lemmas, times = map[lemmaItem]string{}, map[lemmaItem]int{}
	for it, c := range counts {
		lemmas[it] = mostFrequent(c)
		times[it] = c[lemmas[it]]
	}
	return lemmas, times
}

// learn makes the rules.
func (l *lemmatizer) learn(lemmas map[lemmaItem]string) {
	votes := map[string]map[rule]int{}
	for it, lemma := range lemmas {
		if !isRegular(it, lemma) {
			continue
		}
		r, low := ruleOf(it.form, lemma), lowerWord(it.form)
		for n, i := 0, len(low); n <= longestEnding; n++ {
			k := string(ruleKey(nil, it.form, low[i:], it.class))
			if votes[k] == nil {
				votes[k] = map[rule]int{}
			}
			if n >= shortestEnding(it.class) {
				votes[k][r]++
			}
			if i == 0 {
				break
			}
			_, m := utf8.DecodeLastRuneInString(low[:i])
			i -= m
		}
	}
	for k, c := range votes {
		l.rules[k] = mostFrequentRule(c)
	}
	l.prune(votes)
}

// shortestEnding is the length of the ending that a class is known by: verbs without theirs are in the table or keep their shape.
func shortestEnding(c tagClass) int {
	if c.upos != "VERB" {
		return 0
	}
	switch c.xpos {
	case "VBZ":
		return 1
	case "VBD", "VBN":
		return 2
	case "VBG":
		return 3
	}
	return 0
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
