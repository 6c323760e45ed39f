package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// Addressee and date of a statement, as its venue, stand beside its cue: "told reporters", "in an interview with RTVI", "on Tuesday".

// addressee is whom the words were said to: an actor's identifier, or words of the text.
func (g *stager) addressee(st *statement) string {
	if st.cue.last == st.cue.first {
		return ""
	}
	for _, head := range g.cueVerbs(st.cue) {
		verb := g.s.NLP.Toks[head].Lemma
		if !slices.Contains(toldVerbs, verb) && !slices.Contains(toVerbs, verb) {
			continue
		}
		for _, k := range g.s.Tree.Kids(head) {
			if g.inside(k, st) || g.venueNoun(k) {
				continue
			}
			switch {
			case g.s.Tree.Rel(k, "iobj") && slices.Contains(toldVerbs, verb), g.s.Tree.Rel(k, "obj") && slices.Contains(toldVerbs, verb):
				return g.name(k)
			case g.s.Tree.Rel(k, "obl"):
				if c := g.s.Tree.Kid(k, "case"); c >= 0 && strings.EqualFold(g.s.NLP.Toks[c].Text, "to") && g.animate(k) {
					return g.name(k)
				}
			}
		}
	}
	return ""
}

// toldVerbs have the one who is told as their object.
var toldVerbs = []string{
	"advise", "assure", "ask", "brief", "convince", "inform", "lecture", "notify", "persuade", "promise", "remind", "tell", "update", "urge",
	"warn",
}

// toVerbs have the one who is told after "to".
var toVerbs = []string{
	"add", "address", "admit", "announce", "apologize", "appeal", "boast", "comment", "complain", "confess", "confide", "confirm", "explain",
	"express", "insist", "lie", "mention", "post", "promise", "propose", "read", "remark", "repeat", "reply", "report", "respond", "reveal",
	"say", "send", "shout", "speak", "state", "submit", "suggest", "swear", "talk", "testify", "tweet", "vow", "whisper", "write",
}

// cueVerbs are the cue's head and the verbs that it is coordinated with or open complement of, as "went on to tell".
func (g *stager) cueVerbs(c cueSpan) []int {
	out := []int{c.head}
	for i := c.first; i < c.last; i++ {
		if i != c.head && g.s.NLP.Toks[i].UPOS == "VERB" {
			out = append(out, i)
		}
	}
	if h := g.s.NLP.Toks[c.head].Head; h >= 0 && g.s.Tree.Rel(c.head, "obj", "xcomp") && g.s.NLP.Toks[h].UPOS == "VERB" {
		out = append(out, h)
	}
	return out
}

// inside reports whether a token belongs to the source or the content.
func (g *stager) inside(i int, st *statement) bool {
	_, in := slices.BinarySearch(st.content, i)
	return in || slices.Contains(st.source, i)
}

// animate reports whether a noun phrase can be spoken to.
func (g *stager) animate(i int) bool {
	if id := g.s.ActorOf(i); id != "" {
		return true
	}
	tok := &g.s.NLP.Toks[i]
	return tok.UPOS == "PRON" || tok.UPOS == "NOUN" && len(g.s.Know.Nominal(tok.Lemma)) > 0
}

// name is the actor of a noun phrase, or its words.
func (g *stager) name(i int) string {
	if id := g.s.ActorOf(i); id != "" {
		return id
	}
	return g.phrase(i)
}

// phrase is the text of a noun phrase without its preposition, its article, and the clauses and times that hang on it.
func (g *stager) phrase(i int) string {
	words := g.phraseTokens(i)
	return g.text(words[0], words[1])
}

// phraseTokens are the tokens of a phrase, from the first to behind the last.
func (g *stager) phraseTokens(i int) [2]int {
	toks := g.s.Tree.Yield(nil, i, func(k int) bool {
		hyphen := g.s.NLP.Toks[k].Text == "-"
		return !hyphen && !g.inName(k) && g.s.Tree.Rel(k, "acl", "punct", "parataxis", "advcl", "appos", "conj", "cc", "cop") ||
			g.s.NLP.Toks[k].Head == i && (g.s.Tree.Rel(k, "case", "det", "mark") || k > i && g.tellsTime(k))
	})
	first, last := toks[0], toks[0]+1
	for _, t := range toks[1:] {
		if t != last {
			if t > i {
				break
			}
			first = t
		}
		last = t + 1
	}
	if first > i || last <= i {
		first, last = i, i+1
	}
	if last-1 > i && g.s.NLP.Toks[last-1].XPOS == "POS" {
		last--
	}
	return [2]int{first, last}
}

// inName reports whether a token and its head are words of one name: "the Securities and Exchange Commission".
func (g *stager) inName(k int) bool {
	h := g.s.NLP.Toks[k].Head
	if h < 0 {
		return false
	}
	n, ok := g.s.MentionOf(h)
	if !ok || g.s.Mentions[n].Kind != graph.KindName {
		return false
	}
	m := &g.s.Mentions[n]
	return m.First <= k && k < m.Last && m.First <= h && h < m.Last
}

// tellsTime reports whether a modifier says when: "on Wednesday", "after the summit".
func (g *stager) tellsTime(k int) bool {
	if c := g.s.Tree.Kid(k, "case"); c >= 0 && oneOf(strings.ToLower(g.s.NLP.Toks[c].Text), "after", "before", "following", "since") {
		return true
	}
	at := g.s.Tree.Span(k, k+1)
	return slices.ContainsFunc(g.s.Record.Times, func(t graph.Time) bool {
		return (t.Type == "DATE" || t.Type == "TIME") && t.Span.Contains(at)
	})
}

// text is the document's text from one token to another, line ends as spaces.
func (g *stager) text(first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		if i > first && g.s.NLP.Toks[i].Start > g.s.NLP.Toks[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(g.s.NLP.Toks[i].Text)
	}
	return b.String()
}

// date is the time that modifies the cue, if it is one day, month or year, else the document's date.
func (g *stager) date(st *statement) string {
	if st.cue.last > st.cue.first {
		for _, head := range g.cueVerbs(st.cue) {
			for _, k := range g.s.Tree.Kids(head) {
				if !g.s.Tree.Rel(k, "obl", "advmod", "nmod") || g.inside(k, st) {
					continue
				}
				at := g.s.Tree.Span(k, k+1)
				for _, t := range g.s.Record.Times {
					if (t.Type == "DATE" || t.Type == "TIME") && t.Span.Contains(at) && isDate(t.Value) && g.datesCue(head, t) {
						return t.Value
					}
				}
			}
		}
	}
	return g.s.Doc.Date
}

// datesCue reports whether a time that the tree hangs on a cue says when it was said: a day does. A longer stretch, far from
// the cue, more often dates what was said: "praised Armenia for its work last year".
func (g *stager) datesCue(head int, t graph.Time) bool {
	const day = len("2023-03-29")
	return len(t.Value) >= day || t.Span[0] <= g.s.NLP.Toks[head].End+1
}
