package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"dictum/extract/nlp"
)

// Speech that no verb attributes: transcripts ("WEISS: …"), quotations signed after a dash, and what is no speech at all, the
// dateline before a report.

// dialogue reads paragraphs of the form "NAME: speech", as interviews and debates are printed, where the model found nothing.
func (g *stager) dialogue() {
	taken := g.covered()
	for _, p := range g.v.ptoks {
		first, colon := g.speakerColon(p)
		if colon < 0 || p[1]-colon < 4 || slices.Contains(taken[p[0]:min(colon+4, p[1])], true) {
			continue
		}
		st := statement{attribution: attribution{
			cue: cueSpan{first: colon, last: colon + 1, head: colon, prob: colonSpeech}, source: tokenRange(first, colon), prob: colonSpeech,
		}}
		for i := colon + 1; i < p[1] && !taken[i]; i++ {
			st.content = append(st.content, i)
		}
		g.insert(st)
	}
}

// insert adds a statement where its content begins.
func (g *stager) insert(st statement) {
	at := slices.IndexFunc(g.found, func(f statement) bool { return f.content[0] > st.content[0] })
	if at < 0 {
		at = len(g.found)
	}
	g.found = slices.Insert(g.found, at, st)
}

// speakerColon finds the name that begins a paragraph, at most four words in capitals, and the colon after it, or -1.
func (g *stager) speakerColon(p [2]int) (first, colon int) {
	first = p[0]
	if first < p[1] && g.v.words[first].qpos == qOpen {
		first++ // each turn of a transcript printed with its own opening mark
	}
	for i := first; i < min(first+6, p[1]); i++ {
		t := g.s.NLP.Toks[i].Text
		switch {
		case t == ":" && i > first:
			return first, i
		case t == "." || t == ",":
		case !capitals(t):
			return first, -1
		}
	}
	return first, -1
}

// capitals reports whether a word is written in capitals, as the names of speakers are.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 1
}

// signature reads a quotation and a name after a dash: “Come early.” — Anna Weiss. The dash is the cue.
func (g *stager) signature(i int) (statement, bool) {
	if i+1 >= len(g.v.words) || !isDash(g.s.NLP.Toks[i].Text) || g.v.words[i].para != g.v.words[i-1].para {
		return statement{}, false
	}
	last := i + 1
	for last < len(g.v.words) && last < i+6 && g.v.words[last].para == g.v.words[i].para && g.s.NLP.Toks[last].UPOS == "PROPN" {
		last++
	}
	ends := last == len(g.v.words) || g.v.words[last].para != g.v.words[i].para || g.v.words[last].punct || g.v.words[last].qpos == qOpen
	if last == i+1 || !ends {
		return statement{}, false
	}
	cue := cueSpan{first: i, last: i + 1, head: i, prob: floatNamed}
	return statement{attribution: attribution{cue: cue, source: tokenRange(i+1, last), prob: floatNamed}}, true
}

func isDash(s string) bool { return s == "—" || s == "–" || s == "―" || s == "--" || s == "-" }

// dateline is the first token after the dateline of a paragraph: "date 2024-05-17", "GENEVA, May 17 (Agency) —".
func (g *stager) dateline(p [2]int) int {
	toks := g.s.NLP.Toks
	if p[1]-p[0] > 2 && strings.EqualFold(toks[p[0]].Text, "date") && isDate(toks[p[0]+1].Text) {
		return p[0] + 2
	}
	for i := p[0]; i < min(p[0]+14, p[1]); i++ {
		t := &toks[i]
		switch {
		case isDash(t.Text) && i > p[0] && capitals(toks[p[0]].Text) && (t.Start > toks[i-1].End || t.Text == "—"):
			return i + 1
		case t.UPOS == "PROPN", t.UPOS == "NUM", t.UPOS == "PUNCT" && !isDash(t.Text) && t.Text != ":", capitals(t.Text):
		case i > p[0] && bracketed(toks, p[0], i):
		default:
			return p[0]
		}
	}
	return p[0]
}

// bracketed reports whether token i stands in brackets that opened after first.
func bracketed(toks []nlp.Token, first, i int) bool {
	for ; i >= first; i-- {
		switch toks[i].Text {
		case "(":
			return true
		case ")":
			return false
		}
	}
	return false
}

// withoutDateline takes the dateline out of source and content; it reports whether a content is left.
func (g *stager) withoutDateline(st *statement) bool {
	p := g.v.ptoks[g.v.words[st.cue.first].para]
	end := g.dateline(p)
	if end == p[0] {
		return true
	}
	cut := func(toks []int) []int {
		n, _ := slices.BinarySearchFunc(toks, end, cmp.Compare[int])
		if len(toks) > 0 && toks[0] >= p[0] {
			return toks[n:]
		}
		return toks
	}
	st.source, st.content = cut(st.source), cut(st.content)
	return len(st.content) > 0 && st.cue.first >= end
}
