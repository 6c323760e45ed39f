package extract

import (
	"slices"
	"strings"

	"dictum/extract/nlp"
	"dictum/graph"
)

// Quotations whose attribution the model has overlooked: a verb of speech right behind, or the one whom the sentence before is about.

const (
	saidBehind   = 0.7  // a verb of speech with its subject follows the quotation
	toldBefore   = 0.45 // the sentence before tells of somebody who speaks in the article, and the quotation is in the first person
	farthestVerb = 12   // tokens from a quotation to the verb behind it
)

// saidAfter reads what follows a quotation that ends before token i: "argues Weiss", "a guest wrote in the paper".
func (g *stager) saidAfter(i int, taken []bool) (statement, bool) {
	toks := g.s.NLP.Toks
	if i >= len(toks) || g.v.words[i].para != g.v.words[i-1].para || !g.runsOn(i) {
		return statement{}, false
	}
	for k := i; k < min(i+farthestVerb, len(toks)); k++ {
		if g.v.words[k].para != g.v.words[i].para || g.v.words[k].quote >= 0 || taken[k] || oneOf(toks[k].Text, ".", ":", ";") {
			break
		}
		if toks[k].UPOS != "VERB" || !oneOf(toks[k].XPOS, "VBD", "VBZ", "VBP") || !g.quotes(k) {
			continue
		}
		subject := g.s.Tree.Kid(k, "nsubj")
		if subject < i || k > i && subject > k {
			break
		}
		source := slices.DeleteFunc(g.s.Tree.Yield(nil, subject, nil), func(t int) bool {
			return t < i || g.v.words[t].quote >= 0 || (t < k) != (subject < k)
		})
		if len(source) == 0 || subject < k && source[0] > i+3 || slices.ContainsFunc(source, func(t int) bool { return taken[t] }) {
			break
		}
		cue := cueSpan{first: k, last: k + 1, head: k, prob: saidBehind}
		return statement{attribution: attribution{cue: cue, source: source, prob: saidBehind}}, true
	}
	return statement{}, false
}

// saidJustBefore reads a verb of speech that opens a quotation at token q: "asserting, “…", "asked the guard: “…".
func (g *stager) saidJustBefore(q int, taken []bool) (statement, bool) {
	toks := g.s.NLP.Toks
	if q < 2 || g.v.words[q-1].para != g.v.words[q].para || !oneOf(toks[q-1].Text, ",", ":") {
		return statement{}, false
	}
	for k := q - 2; k >= 0 && k > q-farthestVerb/2 && !g.v.words[k].punct && !taken[k]; k-- {
		if toks[k].UPOS != "VERB" || toks[k].XPOS == "VBN" || !g.quotes(k) {
			continue
		}
		cue := cueSpan{first: k, last: k + 1, head: k, prob: saidBehind}
		st := statement{attribution: attribution{cue: cue, prob: saidBehind}}
		subject := g.v.subject(k)
		if subject < 0 || subject >= k {
			break
		}
		st.source = slices.DeleteFunc(g.s.Tree.Yield(nil, subject, nil), func(t int) bool { return t >= k || g.v.words[t].quote >= 0 })
		return st, len(st.source) > 0
	}
	return statement{}, false
}

// runsOn reports whether the sentence goes on behind a quotation that ends before token i: it ends with a comma, or with a question mark
// before a small letter.
func (g *stager) runsOn(i int) bool {
	toks := g.s.NLP.Toks
	last := i - 1
	for last > 0 && g.v.words[last].qpos == qClose {
		last--
	}
	small := strings.ToLower(toks[i].Text) == toks[i].Text
	return toks[last].Text == "," || toks[i].Text == "," || oneOf(toks[last].Text, "?", "!") && small
}

// quotes reports a verb of the tables that can stand beside a quotation. To go is too often to move.
func (g *stager) quotes(i int) bool {
	if g.s.NLP.Toks[i].Lemma == "go" {
		return false
	}
	for _, v := range g.s.Know.SpeechVerb(g.s.NLP.Toks[i].Lemma) {
		if v.Frame == "" && slices.Contains(v.Takes, "quote") {
			return true
		}
	}
	return false
}

// toldOf gives a quotation in the first person, which begins at q[0], to the person whom the sentence before tells of, if he speaks
// elsewhere in the article.
func (g *stager) toldOf(q [2]int) (statement, bool) {
	toks := g.s.NLP.Toks
	first := slices.ContainsFunc(toks[q[0]:q[1]], func(t nlp.Token) bool { return oneOf(strings.ToLower(t.Text), "i", "my", "me", "we", "our", "us") })
	if !first || q[0] == 0 || g.v.words[q[0]].sent == g.v.words[q[0]-1].sent && g.v.words[q[0]].qpos == qInside {
		return statement{}, false
	}
	sent := g.s.NLP.Sents[g.s.Tree.Sent(q[0]-1)]
	if g.v.words[sent.First].quote >= 0 || g.v.words[sent.First].para < g.v.words[q[0]].para-1 {
		return statement{}, false
	}
	for i := sent.First; i < min(sent.Last, q[0]); i++ {
		if toks[i].Head >= 0 && toks[i].Deprel != "root" {
			continue
		}
		subject := g.s.Tree.Kid(i, "nsubj")
		if subject < 0 {
			break
		}
		who := g.s.ActorOf(subject)
		if who == "" || g.s.ActorType(who) != graph.Person || !slices.ContainsFunc(g.found, func(f statement) bool {
			return g.speaks(&f) && g.s.ActorOf(g.sourceHead(&f)) == who
		}) {
			break
		}
		return statement{attribution: attribution{source: []int{subject}, prob: toldBefore}, float: true}, true
	}
	return statement{}, false
}
