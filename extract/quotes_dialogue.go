package extract

import (
	"slices"

	"dictum/extract/nlp"
)

// Speech that no verb attributes: transcripts ("WEISS: …") and quotations signed after a dash.

// dialogue reads paragraphs of the form "NAME: speech", as interviews and debates are printed.
func (g *stager) dialogue() {
	turns := 0
	for _, p := range g.v.ptoks {
		if _, colon := g.speakerColon(p); colon >= 0 {
			turns++
		}
	}
	if turns < 2 {
		return // one label alone is as like to be a heading
	}
	for _, p := range g.v.ptoks {
		if first, colon := g.speakerColon(p); colon >= 0 && p[1]-colon >= 4 {
			g.turn(p, first, colon)
		}
	}
}

// turn makes one statement of a paragraph [p0, p1) that a speaker's name from token first up to a colon heads: what is said within
// belongs to the turn, as it does within quotation marks.
func (g *stager) turn(p [2]int, first, colon int) {
	inside := func(i int) bool { return i >= p[0] && i < p[1] }
	g.found = slices.DeleteFunc(g.found, func(f statement) bool {
		return inside(f.content[0]) && inside(f.content[len(f.content)-1])
	})
	st := statement{attribution: attribution{
		cue: cueSpan{first: colon, last: colon + 1, head: colon, prob: turnSpeech}, source: tokenRange(first, colon), prob: turnSpeech,
	}, turn: true}
	taken := g.covered()
	for i := colon + 1; i < p[1]; i++ {
		if !taken[i] {
			st.content = append(st.content, i)
		}
	}
	if len(st.content) > 0 {
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
		case notSpeakers[t]:
			return first, -1
		case !capitals(t):
			return first, -1
		}
	}
	return first, -1
}

// notSpeakers are labels in capitals that head a paragraph without speaking.
var notSpeakers = map[string]bool{
	"A": true, "CORRECTION": true, "NOTE": true, "NOTES": true, "PHOTO": true, "PHOTOS": true, "Q": true, "RELATED": true, "UPDATE": true,
	"VIDEO": true, "WATCH": true,
}

// signature reads a quotation and a name after a dash: “Come early.” — Anna Weiss. The dash is the cue.
func (g *stager) signature(i int) (statement, bool) {
	if i+1 >= len(g.v.words) || !nlp.IsDash(g.s.NLP.Toks[i].Text) || g.v.words[i].para != g.v.words[i-1].para {
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
	cue := cueSpan{first: i, last: i + 1, head: i, prob: signed}
	return statement{attribution: attribution{cue: cue, source: tokenRange(i+1, last), prob: signed}}, true
}
