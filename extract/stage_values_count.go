package extract

import "strings"

// counted finds what the number counts, by the tree: the noun it modifies, or the noun behind "of".
func (r *amountReader) counted(i int, a amount, n number) (amount, bool) {
	last := r.as[n.end-1].tok
	if r.as.dash(n.end) && n.end+1 < len(r.as) && r.as[n.end+1].glued && r.as[n.end+1].kind == atomWord {
		tok := &r.NLP.Toks[r.as[n.end+1].tok]
		if numberScales[r.as.word(n.end+1)] == 0 && (tok.UPOS == "NOUN" || tok.UPOS == "") {
			a.unit, a.end = countUnit(tok.Lemma, tok.Text), n.end+2
			return a, true
		}
	}
	head := r.countHead(last)
	switch {
	case head >= 0:
		a.unit = countUnit(r.NLP.Toks[head].Lemma, r.NLP.Toks[head].Text)
	case r.as.is(i, "one", "zero") || n.pinned:
		return a, false
	}
	if n.vague && r.as.is(a.end, "of") {
		a.end++
	}
	return a, true
}

// countHead is the noun that the number ending at token i counts, or -1.
func (r *amountReader) countHead(i int) int {
	toks := r.NLP.Toks
	for steps := 0; steps < 5; steps++ {
		for _, k := range r.Tree.Kids(i) {
			if r.Tree.Rel(k, "nmod") && toks[k].UPOS == "NOUN" && k > i && r.caseOf(k) == "of" {
				return k
			}
		}
		h := toks[i].Head
		if h < 0 || !r.Tree.Rel(i, "nummod", "compound", "fixed", "flat", "det", "amod") {
			return -1
		}
		i = h
		if toks[i].UPOS == "NOUN" && numberScales[strings.ToLower(toks[i].Text)] == 0 {
			return i
		}
	}
	return -1
}

// caseOf is the first preposition or other case mark of token i, in lower case.
func (r *amountReader) caseOf(i int) string {
	if k := r.Tree.Kid(i, "case"); k >= 0 {
		return strings.ToLower(r.NLP.Toks[k].Text)
	}
	return ""
}

func countUnit(lemma, text string) string {
	if lemma == "" {
		lemma = strings.ToLower(text)
	}
	if lemma == "people" {
		return "person"
	}
	return lemma
}

// designates reports a number that names rather than counts: "Boeing 767", "Article 5", "No. 10", "2-0".
func (r *amountReader) designates(i, end int) bool {
	if r.as.is(i-1, "article", "resolution", "page", "chapter", "section", "channel", "route", "flight", "room", "number", "no", "nos",
		"group", "level", "phase", "part", "version", "#", "protocol", "paragraph", "rule", "world") ||
		r.as.is(i-1, ".") && r.as.is(i-2, "no") {
		return true
	}
	if i < len(r.as) && r.as[i].kind == atomDigits && r.as.dash(end) && end+1 < len(r.as) && r.as[end+1].kind == atomDigits &&
		r.as[end+1].glued && r.as[end+1].num <= r.as[i].num {
		return true
	}
	return false
}

// namesModel reports the number of a product or a flight: "Boeing 747", "iPhone 4", "the 787 Dreamliner", "a 737 jet". A
// count has a plural behind it, or stands alone without an article.
func (r *amountReader) namesModel(i, end int) bool {
	if r.as[i].kind != atomDigits || !r.as[i].whole && r.as[i].num >= 1000 {
		return false
	}
	toks := r.NLP.Toks
	tok, next := r.as[i].tok, r.as[end-1].tok+1
	if next < len(toks) && (toks[next].XPOS == "NNS" || numberScales[strings.ToLower(toks[next].Text)] > 0) {
		return false
	}
	before := tok - 1
	if before < 0 || r.Tree.Sent(before) != r.Tree.Sent(tok) {
		return false
	}
	h := toks[tok].Head
	prev := &toks[before]
	word := strings.ToLower(prev.Text)
	_, weekday := weekdayWords[word]
	switch {
	case prev.UPOS == "PROPN" && monthWords[word] == 0 && !weekday:
		return h < 0 || h < tok || toks[h].UPOS == "PROPN" || toks[h].XPOS == "NN"
	case prev.UPOS == "DET" && prev.Lemma != "all" || prev.XPOS == "PRP$" || prev.XPOS == "POS" || prev.UPOS == "ADJ":
		return h < 0 || h < tok || toks[h].UPOS == "PROPN" || toks[h].XPOS == "NN" && toks[h].Lemma != "aircraft"
	}
	return false
}
