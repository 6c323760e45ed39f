package extract

import (
	"cmp"
	"slices"

	"dictum/extract/nlp"
	"dictum/graph"
)

// unbroken gives the places in toks, which are sorted, of head and of the first and last word that adjoin it without a break.
func (r *eventReader) unbroken(toks []int, head int) (first, at, last int) {
	at = slices.Index(toks, head)
	first, last = at, at
	for first > 0 && r.adjoin(toks[first-1], toks[first]) {
		first--
	}
	for last+1 < len(toks) && r.adjoin(toks[last], toks[last+1]) {
		last++
	}
	return first, at, last
}

// phrase is the span of the noun phrase or clause that token head heads: without its prepositions and conjunctions in
// front, without coordinated phrases, relative clauses, participles behind a comma, appositions behind a comma.
func (r *eventReader) phrase(head int) graph.Span {
	toks := r.Tree.Yield(r.buf[:0], head, func(k int) bool { return r.cutOff(head, k) })
	r.buf = toks
	first, at, last := r.unbroken(toks, head)
	for first < at && r.atEdge(toks[first], head) {
		first++
	}
	for last > at && (r.Tree.Rel(toks[last], "punct") && !r.closes(toks[last], toks[first]) ||
		r.xpos(toks[last]) == "POS" || r.lower(toks[last]) == "than") {
		last--
	}
	for first < at && opens(r.NLP.Toks[toks[first]].Text) && !r.closed(toks[first], toks[last]) {
		first++
	}
	return r.Tree.Span(r.wholeNames(toks[first], r.wholeWord(toks[last])+1))
}

// wholeWord is the last token of the word that token t begins or stands in, where hyphens join it to a preposition or a number: "brother
// | -in-law".
func (r *eventReader) wholeWord(t int) int {
	toks := r.NLP.Toks
	for t+2 < len(toks) && toks[t+1].Text == "-" && toks[t].End == toks[t+1].Start && toks[t+1].End == toks[t+2].Start &&
		(oneOf(toks[t+2].UPOS, "ADP", "ADV", "NUM") || oneOf(toks[t].UPOS, "ADP", "NUM")) && r.Tree.Sent(t) == r.Tree.Sent(t+2) {
		t += 2
	}
	return t
}

// wholeNames widens a span of tokens so that it cuts no name: the tree may hang "al" and "Khatib" apart.
func (r *eventReader) wholeNames(first, after int) (int, int) {
	names := r.NLP.Names
	i, _ := slices.BinarySearchFunc(names, first, func(n nlp.Name, at int) int { return cmp.Compare(n.Last, at+1) })
	for ; i < len(names) && names[i].First < after; i++ {
		if n := names[i]; (r.trig < n.First || n.Last <= r.trig) && !r.hasConjunction(n) {
			first, after = min(first, n.First), max(after, n.Last)
		}
	}
	return first, after
}

// hasConjunction reports a name that may be two: "Airbus and Boeing".
func (r *eventReader) hasConjunction(n nlp.Name) bool {
	return slices.ContainsFunc(r.NLP.Toks[n.First:n.Last], func(t nlp.Token) bool { return t.UPOS == "CCONJ" })
}

// adjoin reports whether b follows a in the text, but for punctuation that the parser hung elsewhere.
func (r *eventReader) adjoin(a, b int) bool { return b == a+1 || b == a+2 && r.Tree.Rel(a+1, "punct") }

// atEdge reports a token that may not begin the phrase of head.
func (r *eventReader) atEdge(i, head int) bool {
	return r.Tree.Rel(i, "punct") && !opens(r.NLP.Toks[i].Text) ||
		r.NLP.Toks[i].Head == head && r.Tree.Rel(i, "case", "mark", "cc", "cc:preconj") ||
		r.xpos(i) == "WRB" && r.head(i) == head && oneOf(r.upos(head), "NOUN", "PROPN") && !oneOf(r.lower(i+1), "much", "many") ||
		r.upos(i) == "ADV" && r.upos(head) == "PROPN" && r.head(i) == head && r.Tree.Rel(i, "advmod") && r.lower(i) != "not"
}

// closed reports that what token i opens is closed by token last or before.
func (r *eventReader) closed(i, last int) bool {
	for j := i + 1; j <= last; j++ {
		if r.Tree.Rel(j, "punct") && r.closes(j, i) && r.NLP.Toks[j].Text != "%" && !(j == i+1 &&
			r.NLP.Toks[j].Text == r.NLP.Toks[i].Text) {
			return true
		}
	}
	return false
}

func opens(s string) bool { return s == "(" || s == "[" || s == "“" || s == "\"" || s == "‘" }

// closes reports a sign that closes what was opened between token first and it.
func (r *eventReader) closes(i, first int) bool {
	open, ok := map[string]string{")": "(", "]": "[", "”": "“", "\"": "\"", "’": "‘"}[r.NLP.Toks[i].Text]
	for j := i - 1; ok && j >= first; j-- {
		if r.NLP.Toks[j].Text == open {
			return true
		}
	}
	return r.NLP.Toks[i].Text == "%"
}

// cutOff says which children do not belong to the phrase of head.
func (r *eventReader) cutOff(head, k int) bool {
	h := r.NLP.Toks[k].Head
	switch {
	case h == head && k > head && r.Tree.Rel(k, "nmod", "obl") && slices.Contains(r.others, k):
		return true // a place of the event: "a mission | to the border"
	case h == head && k < head && r.before(k):
		return true
	case k > h && r.complements(h, k), r.isScore(k):
		return true
	case k > head && r.Tree.Rel(k, "nmod", "obl") && r.caseMark(k) == "according_to":
		return true
	case h == head && k > head && r.upos(head) == "PROPN" && r.Tree.Rel(k, "nmod") && stayPreps[r.caseMark(k)] &&
		r.mentionType(head) == graph.Person:
		return true // beat the champion | in the final
	case h == head && k > head && r.Tree.Under(r.trig, k):
		return true // an argument does not hold its own event: "the mayor during a visit"
	case h == head && k > head && r.freeRelative(head) && r.Tree.Rel(k, "acl:relcl", "acl"):
		return false
	case r.Tree.Rel(k, "acl:relcl", "parataxis", "list", "discourse", "dislocated", "vocative"):
		return true
	case h == head && r.Tree.Rel(k, "conj", "cc"):
		return true
	case h == head && r.Tree.Rel(k, "case", "mark"):
		return k < head
	case h == head && r.Tree.Rel(k, "appos"):
		return k > head && !r.namesHead(head, k)
	case h == head && r.Tree.Rel(k, "acl", "advcl"):
		return k > head && !contentNouns[r.lemma(head)] || r.commaBefore(k)
	case r.Tree.Rel(k, "acl", "advcl"):
		return r.commaBefore(k)
	case h == head && r.Tree.Rel(k, "nmod") && k > head && besidePreps[r.caseMark(k)] && r.isPlace(k) && r.Tree.Rel(head, "obj"):
		return true
	case h == head && r.Tree.Rel(k, "nsubj", "cop", "aux", "csubj", "expl"):
		return r.Tree.Kid(head, "cop") >= 0 // a predicate nominal keeps its own words only
	case h == head && r.Tree.Rel(k, "obl", "advmod", "nmod") && r.timeAt[k] > 0 && k > head && r.timeAt[head] == 0:
		return true // "the attack on Monday"
	}
	return false
}

// complements reports a phrase behind noun h that belongs to the verb of the event: "faults the court | for the delay", "raised the
// tariff | to 12 mln".
func (r *eventReader) complements(h, k int) bool {
	if !r.Tree.Rel(k, "nmod") || r.trig < 0 || r.upos(r.trig) != "VERB" || !r.Tree.Under(h, r.trig) ||
		!r.Tree.Rel(h, "obj", "conj", "nsubj:pass") {
		return false
	}
	switch prep := r.caseMark(k); prep {
	case "for":
		return objectControl[r.lemma(r.trig)] && !r.isPlace(k)
	case "from":
		return takers[r.lemma(r.trig)] && r.isActor(k)
	case "to", "by":
		return r.valueAt[k] > 0 && (r.becomes(r.trig) || raisers[r.lemma(r.trig)])
	}
	return false
}

// raisers change an amount.
var raisers = wordSet("raise lower cut reduce increase decrease boost lift slash trim hike push bring limit restrict extend",
	"revise adjust narrow widen")

// isScore reports the first number of a result behind a name: "beat the champion | 6-3 4-6".
func (r *eventReader) isScore(k int) bool {
	return r.xpos(k) == "CD" && k+2 < len(r.NLP.Toks) && oneOf(r.NLP.Toks[k+1].Text, "-", "–") && r.xpos(k+2) == "CD" &&
		r.Tree.Sent(k+2) == r.Tree.Sent(k) &&
		k > 0 && r.head(k) >= 0 && r.head(k) < k && r.NLP.Toks[k+1].End == r.NLP.Toks[k+2].Start
}

// before reports a phrase in front of a noun that is none of its words: "In recent months | the firm", "Last week | officials".
func (r *eventReader) before(k int) bool {
	if !r.Tree.Rel(k, "nmod", "obl", "advmod", "advcl") || r.NLP.Toks[k].Deprel == "nmod:poss" {
		return false
	}
	if mark := r.caseMark(k); mark != "" && mark != "'s" && mark != "’s" && mark != "'" && mark != "’" {
		first := k
		for _, c := range r.Tree.Kids(k) {
			first = min(first, c)
		}
		return r.upos(first) == "ADP"
	}
	return r.timeAt[k] > 0 && r.Tree.Rel(k, "obl", "nmod") && k+1 < len(r.NLP.Toks) && r.xpos(k+1) != "POS"
}

// commaBefore reports whether the subtree of k begins behind a comma or a dash.
func (r *eventReader) commaBefore(k int) bool {
	first := k
	for _, c := range r.Tree.Kids(k) {
		if c < first && !r.Tree.Rel(c, "punct") {
			first = c
		}
	}
	if first == 0 {
		return false
	}
	switch r.NLP.Toks[first-1].Text {
	case ",", "-", "–", "—", "--", ";", ":", "(":
		return r.NLP.Toks[first-1].Text != "-" || r.NLP.Toks[first-1].End < r.NLP.Toks[first].Start
	}
	return false
}

// namesHead reports an apposition that names what the head describes: "the then president, Goodluck Jonathan".
func (r *eventReader) namesHead(head, k int) bool {
	return r.upos(head) == "NOUN" && r.upos(k) == "PROPN"
}

// headWord is the head of a phrase: a whole name where the head is one, else the word; the name in apposition to a noun.
func (r *eventReader) headWord(i int) graph.Span {
	for _, k := range r.Tree.Kids(i) {
		if k > i && r.Tree.Rel(k, "appos") && r.namesHead(i, k) {
			return r.headWord(k)
		}
	}
	first, last := i, i
	for _, k := range r.Tree.Kids(i) {
		if r.Tree.Rel(k, "flat", "goeswith") && k == last+1 {
			last = k
		}
	}
	return r.Tree.Span(first, last+1)
}
