package extract

import (
	"dictum/extract/nlp"
	"dictum/graph"
)

// The stage of times reads every sentence with the grammar of timeRules (stage_times_dates.go and the files beside it), the
// longest expression first, and ties each to the calendar through the date of the document, the tense of its clause and
// the date named last. Without a date of the document, what depends on it stays unresolved: "XXXX-03-20" or "".
//
// A new form of expression is one function in the list of timeRules.
func init() {
	register(Stage{Name: "times", Needs: []Layer{Analysis}, Gives: []Layer{Times}, Run: readTimes})
}

func readTimes(s *State) error {
	ref := timeRef{doc: parseCivil(s.Doc.Date)}
	for i := range s.NLP.Sents {
		sent := &s.NLP.Sents[i]
		as := atomize(s.NLP, sent.First, sent.Last)
		for at := 0; at < len(as); {
			t, ok := as.timeAt(at)
			if !ok || !as.standsAlone(at, t.end) || isVerbal(&s.NLP.Toks[as[at].tok]) && !as.numberedMonth(at) {
				at++
				continue
			}
			ref.tense = s.Tree.tenseAt(as[at].tok)
			if as.is(at-1, "ending", "maturing", "expiring") {
				ref.tense = tenseFuture
			}
			value := t.value(ref)
			s.Record.Times = append(s.Record.Times, graph.Time{
				Span: graph.Span{as[at].start, as[t.end-1].end}, Type: t.kind, Value: value,
			})
			if c := parseCivil(value); t.kind != timeDuration && t.kind != timeSet && len(value) >= 4 && c.y >= 1000 {
				ref.prev = c
			}
			at = t.end
		}
	}
	return nil
}

// isVerbal reports a verb that looks like a word of times: "the talks last two days", "They march on".
func isVerbal(tok *nlp.Token) bool { return tok.UPOS == "VERB" || tok.UPOS == "AUX" }

// numberedMonth reports a month with a capital before a number, which is no verb whatever the tagger says: "May 24".
func (as atoms) numberedMonth(i int) bool {
	return monthWords[as.word(i)] > 0 && as.capital(i) && i+1 < len(as) && as[i+1].kind == atomDigits
}

// timeAt is the longest time expression at atom i.
func (as atoms) timeAt(i int) (timex, bool) {
	best, found := timex{}, false
	if as[i].kind != atomDigits && !timeStarters[as[i].low] {
		return best, false
	}
	for _, rule := range timeRules {
		if t, ok := rule(as, i); ok && t.end > best.end {
			best, found = t, true
		}
	}
	return best, found
}

// standsAlone rejects an expression cut out of a longer word or number: "May-Thielen", "3.5.2".
func (as atoms) standsAlone(i, end int) bool {
	if i > 0 && as[i].glued && as[i-1].kind != atomSign {
		return false
	}
	if end < len(as) && as[end].glued && as[end].kind != atomSign && as[end-1].kind != atomSign {
		return false
	}
	return end >= len(as) || !as.dash(end) || !as[end].glued || end+1 >= len(as) || !as.capital(end+1) ||
		monthWords[as.word(end+1)] > 0 || as[end-1].kind == atomDigits
}

// tenseAt is the tense of the clause that token i stands in: the nearest predicate above it decides.
func (t *Tree) tenseAt(i int) tense {
	for steps := 0; i >= 0 && steps < 40; i, steps = t.Doc.Toks[i].Head, steps+1 {
		if tn := t.clauseTense(i); tn != tenseNone {
			return tn
		}
	}
	return tenseNone
}

var futureWords = map[string]bool{
	"schedule": true, "due": true, "set": true, "plan": true, "slate": true, "expect": true,
	"upcoming": true, "forthcoming": true, "await": true, "intend": true, "ready": true,
}

// clauseTense is the tense that token i itself shows as the head of a clause, tenseNone for a phrase or a bare infinitive.
func (t *Tree) clauseTense(i int) tense {
	tok := &t.Doc.Toks[i]
	verbal := tok.UPOS == "VERB" || tok.UPOS == "AUX"
	if futureWords[tok.Lemma] && (tok.UPOS == "ADJ" || tok.XPOS == "VBN" || tok.XPOS == "JJ") {
		return tenseFuture
	}
	past := tok.XPOS == "VBD"
	for _, k := range t.Kids(i) {
		kid := &t.Doc.Toks[k]
		switch {
		case t.Rel(k, "aux", "cop"):
			switch {
			case isFutureAux(kid):
				return tenseFuture
			case kid.XPOS == "VBD" || kid.Lemma == "have":
				past = true
			}
		case t.Rel(k, "mark") && kid.Lemma == "to" && verbal && !past:
			if h := tok.Head; h >= 0 && t.Doc.Toks[h].XPOS != "VBD" || t.promises(tok.Head) {
				return tenseFuture
			}
		}
	}
	if past || tok.XPOS == "VBN" && t.Kid(i, "aux") < 0 && verbal && !t.Rel(i, "xcomp", "ccomp") {
		return tensePast
	}
	return tenseNone
}

func isFutureAux(tok *nlp.Token) bool {
	switch tok.Lemma {
	case "will", "shall", "wo", "'ll", "’ll":
		return true
	}
	return tok.Text == "would" || tok.Text == "'ll" || tok.Text == "’ll"
}

// promises reports whether the verb i looks ahead: what it governs lies in its future even when it is past itself.
func (t *Tree) promises(i int) bool {
	if i < 0 {
		return false
	}
	switch t.Doc.Toks[i].Lemma {
	case "plan", "expect", "agree", "intend", "decide", "promise", "vow", "pledge", "want", "hope", "schedule", "aim", "threaten",
		"prepare", "propose", "offer", "order", "due", "ready", "set", "invite", "call", "urge", "ask":
		return true
	}
	return false
}
