package extract

import (
	"cmp"
	"slices"

	"dictum/graph"
)

// args writes a role into the record: one argument for every member of a coordination, and the names in apposition for a
// plural noun ("the ministers, Mirzoyan and Lavrov").
func (r *eventReader) args(a role) []graph.Arg {
	if a.arg != nil {
		return []graph.Arg{*a.arg}
	}
	var out []graph.Arg
	for i, tok := range r.members(r.spelledOut(a)) {
		if i > 0 && a.name == graph.AtLocation && !r.isPlace(tok) && r.isPlace(a.tok) {
			continue // what the parser coordinated with a place
		}
		head := r.headWord(tok)
		span := r.wholeFirm(tok, r.withName(tok, r.phrase(tok)))
		if a.name == graph.Purpose {
			span, head = r.clauseSpan(tok), r.Tree.Span(tok, tok+1)
		}
		arg := graph.Arg{Role: a.name, Span: span, Head: &head}
		if a.name != graph.Purpose && a.name != graph.Instrument {
			arg.Actor = r.actorFor(a.name, tok)
		}
		out = append(out, arg)
	}
	return out
}

// withName widens the span of a phrase to the whole name its head is part of.
func (r *eventReader) withName(tok int, span graph.Span) graph.Span {
	i, ok := r.MentionOf(tok)
	if !ok || r.Mentions[i].Kind != graph.KindName || r.Mentions[i].First > tok || r.Mentions[i].Last <= tok {
		return span
	}
	name := r.Tree.Span(r.Mentions[i].First, r.Mentions[i].Last)
	return graph.Span{min(span[0], name[0]), max(span[1], name[1])}
}

// wholeFirm widens the span of a name to the second half behind its "and".
func (r *eventReader) wholeFirm(tok int, span graph.Span) graph.Span {
	for _, k := range r.Tree.Kids(tok) {
		if r.Tree.Rel(k, "conj") && r.oneFirm(tok, k) {
			return graph.Span{span[0], max(span[1], r.withName(k, r.phrase(k))[1])}
		}
	}
	return span
}

// oneFirm reports two names that "and" joins into that of one firm: its verb is in the singular, it is "it" in what it says, or it has an
// "'s" that owns nothing: "Weber and Poll's noted", "Weber and Poll Corp said it may".
func (r *eventReader) oneFirm(h, k int) bool {
	cc := r.Tree.Kid(k, "cc")
	if cc == h+1 && r.upos(h) == "PROPN" && firmWords[r.lower(r.lastNameWord(k, k+9))] && !firmWords[r.lower(h)] &&
		r.Know.Org(r.NLP.Toks[h].Text) == nil && r.mentionType(h) != graph.Location && r.firstNameWord(h) == h {
		return true // by Weber and Poll Inc
	}
	if cc < 1 || r.upos(h) != "PROPN" || r.upos(k) != "PROPN" || !oneOf(r.lower(cc), "and", "&") || r.mentionType(h) == graph.Location ||
		r.mentionType(h) == graph.Person && r.mentionType(k) == graph.Person || r.Tree.Kid(h, "appos") >= 0 {
		return false
	}
	if r.lastNameWord(h, cc) != cc-1 || r.firstNameWord(k) != cc+1 {
		return false
	}
	v := r.head(h)
	if !r.Tree.Rel(h, "nsubj") || v < 0 {
		return false
	}
	if pos := r.Tree.Kid(k, "case"); pos > k && r.xpos(pos) == "POS" {
		return true
	}
	if r.verbNumber(v) == "singular" {
		return true
	}
	c := r.Tree.Kid(v, "ccomp")
	if c < 0 || !r.tellsThat(v) {
		return false
	}
	s := r.ownSubject(c)
	return s >= 0 && r.lower(s) == "it" && !r.Tree.Rel(s, "expl") && r.xpos(c) != "JJ"
}

// firmWords end the names of firms.
var firmWords = wordSet("inc inc. corp corp. co co. ltd ltd. plc llc ag sa nv bv spa gmbh company corporation limited")

// lastNameWord is the last word before token end of the name that k heads; firstNameWord the first.
func (r *eventReader) lastNameWord(k, end int) int {
	for _, c := range r.Tree.Kids(k) {
		if c > k && c < end && r.Tree.Rel(c, "flat", "compound") {
			k = max(k, c)
		}
	}
	return k
}

func (r *eventReader) firstNameWord(k int) int {
	first := k
	for _, c := range r.Tree.Kids(k) {
		if r.Tree.Rel(c, "flat", "compound", "nmod") {
			first = min(first, c)
		}
	}
	return first
}

// spelledOut is the token of a role, or for an agent that is a pronoun the phrase it stands for when that is the subject of
// the verb that reports the clause: in "the ministry says it has freed them" the ministry freed them.
func (r *eventReader) spelledOut(a role) int {
	if a.name != graph.Agent || r.upos(a.tok) != "PRON" || a.via == viaPoss {
		return a.tok
	}
	id := r.ActorOf(a.tok)
	for v, steps := r.head(a.tok), 0; v >= 0 && steps < 6; v, steps = r.head(v), steps+1 {
		if !r.Tree.Rel(v, "ccomp") || r.head(v) < 0 {
			continue
		}
		if s := r.ownSubject(r.head(v)); s >= 0 && s < a.tok && r.upos(s) != "PRON" {
			if other := r.ActorOf(s); id != "" && other == id || id == "" && r.agrees(a.tok, s) {
				return s
			}
		}
	}
	return a.tok
}

// agrees reports that a pronoun nobody resolved can stand for the subject s: they for many, it for a body, he and she for one.
func (r *eventReader) agrees(pron, s int) bool {
	many := r.xpos(s) == "NNS" || r.xpos(s) == "NNPS" || r.Tree.Kid(s, "conj") >= 0
	person := r.mentionType(s) == graph.Person || r.upos(s) == "NOUN" && r.nominal(s, graph.Person)
	switch r.lower(pron) {
	case "they":
		return many || !person && r.isActor(s)
	case "it":
		return !many && !person && r.isActor(s)
	case "he", "she":
		return !many && person
	}
	return false
}

// actorFor resolves the head of an argument; a place is also found inside its phrase.
func (r *eventReader) actorFor(name string, tok int) string {
	if id := r.ActorOf(tok); id != "" {
		return id
	}
	if name == graph.AtLocation {
		return r.placeInside(tok, 0)
	}
	return ""
}

// members are the heads of the coordinated phrases of tok, or the names in apposition to a plural.
func (r *eventReader) members(tok int) []int {
	heads := []int{tok}
	if r.xpos(tok) == "NNS" || r.Tree.Kid(tok, "appos") >= 0 && r.ActorOf(tok) == "" {
		for _, k := range r.Tree.Kids(tok) {
			if r.Tree.Rel(k, "appos") && r.upos(k) == "PROPN" && k > tok {
				if r.xpos(tok) == "NNS" && r.Tree.Kid(k, "conj") >= 0 && r.Tree.Kid(tok, "conj") < 0 {
					heads = []int{k}
				}
			}
		}
	}
	for _, k := range r.Tree.Kids(heads[0]) {
		if !r.Tree.Rel(k, "conj") || r.addressOf(heads[0], k) || r.asideOf(heads[0], k) || r.oneName(heads[0], k) || r.partyLabel(k) ||
			r.looseMember(heads[0], k) || r.oneFirm(heads[0], k) || firmWords[r.lower(k)] && r.Tree.Kid(k, "compound", "flat", "amod", "det") < 0 {
			continue
		}
		switch r.upos(k) {
		case "NOUN", "PROPN", "PRON", "NUM", "X", "SYM":
			if r.lower(r.ccOf(k)) != "not" && !r.excluded(k) && r.Tree.Kid(k, "aux") < 0 { // "and may table bids" is none
				heads = append(heads, k)
			}
		}
	}
	return heads
}

// excluded reports a member that "not" takes out: "soul, but not | rock".
func (r *eventReader) excluded(k int) bool {
	return slices.ContainsFunc(r.Tree.Kids(k), func(c int) bool { return c < k && r.Tree.Rel(c, "advmod") && r.lower(c) == "not" })
}

// addressOf reports a place behind a comma that says where a body is, which the parser coordinated with it: "the bank, Norburg, Tex.".
func (r *eventReader) addressOf(h, k int) bool {
	if r.isPlace(h) || !r.isPlace(k) {
		return false
	}
	return !slices.ContainsFunc(r.Tree.Kids(h), func(c int) bool { return r.Tree.Rel(c, "conj") && r.Tree.Kid(c, "cc") >= 0 })
}

// asideOf reports a phrase with a preposition of its own, or a time, which the parser coordinated with a plain phrase: "the mayor and, in
// her speech, the governor".
func (r *eventReader) asideOf(h, k int) bool {
	return r.caseMark(h) == "" && oneOf(r.caseMark(k), "in", "at", "on", "from", "during", "after", "before", "by") ||
		r.timeAt[k] > 0 && r.timeAt[h] == 0
}

// partyLabel reports the party and state of a lawmaker: R-Pa, D-N.Y.
func (r *eventReader) partyLabel(k int) bool {
	return oneOf(r.NLP.Toks[k].Text, "R", "D", "I") && k+1 < len(r.NLP.Toks) && r.NLP.Toks[k+1].Text == "-" &&
		r.NLP.Toks[k+1].Start == r.NLP.Toks[k].End
}

// oneName reports two words of one name: Hambrecht and Quist.
func (r *eventReader) oneName(a, b int) bool {
	i, ok := r.MentionOf(a)
	return ok && r.Mentions[i].Kind == graph.KindName && r.Mentions[i].First <= b && b < r.Mentions[i].Last
}

// ccOf is the conjunction of a coordinated phrase, or the phrase itself.
func (r *eventReader) ccOf(k int) int {
	if c := r.Tree.Kid(k, "cc"); c >= 0 {
		return c
	}
	return k
}

// clauseSpan covers a whole clause.
func (r *eventReader) clauseSpan(v int) graph.Span {
	toks := r.Tree.Yield(r.buf[:0], v, func(k int) bool { return r.head(k) == v && r.Tree.Rel(k, "punct", "conj", "cc", "parataxis") })
	r.buf = toks
	first, _, last := r.unbroken(toks, v)
	return r.Tree.Span(toks[first], toks[last]+1)
}

// tidyArgs sorts the arguments by role and place and drops what is there twice, or is agent and patient at once.
func tidyArgs(args []graph.Arg) []graph.Arg {
	rank := map[string]int{
		graph.Agent: 0, graph.Patient: 1, graph.Recipient: 2, graph.AtLocation: 3, graph.AtTime: 4, graph.Quantity: 5, graph.Duration: 6,
		graph.Purpose: 7, graph.Instrument: 8,
	}
	slices.SortStableFunc(args, func(a, b graph.Arg) int {
		return cmp.Or(cmp.Compare(rank[a.Role], rank[b.Role]), cmp.Compare(a.Span[0], b.Span[0]))
	})
	out := args[:0]
	for _, a := range args {
		if !slices.ContainsFunc(out, func(b graph.Arg) bool {
			return b.Span == a.Span && (b.Role == a.Role || rank[a.Role] <= 3)
		}) {
			out = append(out, a)
		}
	}
	return out
}
