package extract

import (
	"cmp"
	"slices"
	"strings"

	"dictum/extract/nlp"
	"dictum/graph"
)

// term is the time in which an office is held, as far as the text tells it: dates in ISO 8601 with the text's precision, "" for what
// is not told. past is true of an office that is over by the day of the report.
type term struct {
	from, to string
	past     bool
	at       int // token of the office where the text says so; 0 when it was not read off one
}

// dated reports whether the text says anything of the time.
func (t term) dated() bool { return t.from != "" || t.to != "" || t.past }

// and completes a term by what another place of the text says of the same office.
func (t term) and(o term) term {
	at := cmp.Or(t.at, o.at)
	if o.at > 0 && o.dated() && !t.dated() {
		at = o.at
	}
	return term{cmp.Or(t.from, o.from), cmp.Or(t.to, o.to), t.past || o.past, at}
}

// maxToTerm is how many tokens may lie between an office and the time it was held in.
const maxToTerm = 14

// termOf reads the time of an office off the words behind it: "chairman of the bank since 2019", "was president from 1997 to 2007".
// heads are the tokens from which the time may hang: the office, the name, the verb between.
func (r *resolver) termOf(title string, heads ...int) term {
	t := term{past: isPast(title), at: heads[0]}
	sent := r.NLP.Sents[r.Tree.Sent(heads[0])]
	for i := range r.Record.Times {
		x := &r.Record.Times[i]
		first, last := r.tokensAt(x.Span)
		if x.Type != "DATE" || first < sent.First || last > sent.Last || !isCalendarDate(x.Value) || !r.timeOf(first, last, heads) {
			continue
		}
		switch w := r.timePreposition(first); w {
		case "since":
			t.from = cmp.Or(t.from, x.Value)
		case "until", "till", "through":
			t.to = cmp.Or(t.to, x.Value)
		case "from", "between":
			if to := r.endOf(x.Value, last, sent.Last); to != "" {
				t.from, t.to = cmp.Or(t.from, x.Value), cmp.Or(t.to, to)
			} else if w == "from" && isYear(x.Value) {
				t.from = cmp.Or(t.from, x.Value)
			}
		}
	}
	t.past = t.past || t.to != "" && t.to < r.Doc.Date[:min(len(t.to), len(r.Doc.Date))]
	return t
}

// yearsBehind reads the years in brackets behind a name: "President Anna Lind (2006-2012)". They are those of the office before it.
func (r *resolver) yearsBehind(m *Mention) term {
	toks := r.NLP.Toks
	if m.Last+2 >= len(toks) || toks[m.Last].Text != "(" {
		return term{}
	}
	end := m.Last + 1
	for end < len(toks) && end < m.Last+5 && toks[end].Text != ")" {
		end++
	}
	years := strings.FieldsFunc(r.words(m.Last+1, end), func(c rune) bool { return c == '-' || c == '–' || c == ' ' })
	if end == len(toks) || len(years) != 2 || !isYear(years[0]) || !isYear(years[1]) || years[0] > years[1] || years[1] > graph.Year(r.Doc.Date) {
		return term{}
	}
	return term{from: years[0], to: years[1], past: years[1] < graph.Year(r.Doc.Date)}
}

// startOf is the time at which somebody came into an office, or left it, that hangs from the verb which says so: "in 2019", "last
// May". "" where the text does not tell.
func (r *resolver) startOf(verb int) string {
	sent := r.NLP.Sents[r.Tree.Sent(verb)]
	for i := range r.Record.Times {
		x := &r.Record.Times[i]
		first, last := r.tokensAt(x.Span)
		if x.Type != "DATE" || first < sent.First || last > sent.Last || !isCalendarDate(x.Value) {
			continue
		}
		if h := r.NLP.Toks[r.headOf(first, last)].Head; h == verb && oneOf(r.timePreposition(first), "in", "on", "since", "") {
			return x.Value
		}
	}
	return ""
}

// tokensAt is the range of tokens that a span covers.
func (s *State) tokensAt(at graph.Span) (first, last int) {
	find := func(pos int) int {
		i, _ := slices.BinarySearchFunc(s.NLP.Toks, pos, func(t nlp.Token, pos int) int { return cmp.Compare(t.Start, pos) })
		return i
	}
	first = find(at[0])
	return first, max(find(at[1]), first+1)
}

// timeOf reports whether a time hangs from one of the heads, or stands behind the first of them without a comma or a verb between.
func (r *resolver) timeOf(first, last int, heads []int) bool {
	top := r.NLP.Toks[r.headOf(first, last)].Head
	for range 3 {
		if slices.Contains(heads, top) {
			return true
		}
		if top < 0 || oneOf(r.NLP.Toks[top].UPOS, "VERB", "AUX") || r.isSomebody(top) {
			break
		}
		top = r.NLP.Toks[top].Head
	}
	if first < heads[0] || first-heads[0] > maxToTerm {
		return false
	}
	for t := heads[0] + 1; t < first; t++ {
		if tok := &r.NLP.Toks[t]; oneOf(tok.UPOS, "VERB", "AUX", "SCONJ", "CCONJ") && !r.isBoundary(t) || tok.Text == "," || tok.Text == "." ||
			r.nameAt(t) < 0 && r.isOfficeNoun(t) {
			return false
		}
	}
	return true
}

// isSomebody reports whether a token is a person's name or another office, whose time is not that of the one before.
func (r *resolver) isSomebody(t int) bool {
	if n := r.nameAt(t); n >= 0 {
		return r.Mentions[n].Type == graph.Person
	}
	return r.isOfficeNoun(t)
}

// isBoundary reports whether a word marks the beginning or the end of a time: the tagger takes some for conjunctions.
func (r *resolver) isBoundary(t int) bool {
	return oneOf(strings.ToLower(r.NLP.Toks[t].Text), "since", "until", "till", "from", "between", "to")
}

// timePreposition is the word before a time, past an article or "early" and the like; "" when it is none.
func (r *resolver) timePreposition(first int) string {
	for t := first - 1; t >= 0; t-- {
		tok := &r.NLP.Toks[t]
		switch {
		case oneOf(tok.UPOS, "ADP", "SCONJ"):
			return strings.ToLower(tok.Text)
		case tok.UPOS == "DET" || oneOf(tok.Lemma, "early", "late", "at", "least"):
		default:
			return ""
		}
	}
	return ""
}

// endOf is the time behind "to", "until", "and" or a dash that follows a time at once: the end of a range, "" for none.
func (r *resolver) endOf(from string, at, end int) string {
	if at+1 >= end || !oneOf(strings.ToLower(r.NLP.Toks[at].Text), "to", "until", "till", "and", "through", "-", "–") {
		return ""
	}
	for i := range r.Record.Times {
		x := &r.Record.Times[i]
		if first, _ := r.tokensAt(x.Span); first == at+1 && x.Type == "DATE" && isCalendarDate(x.Value) && x.Value >= from {
			return x.Value
		}
	}
	return ""
}

// isCalendarDate reports whether a TIMEX3 value is a year, a month or a day.
func isCalendarDate(value string) bool {
	if len(value) != 4 && len(value) != 7 && len(value) != 10 {
		return false
	}
	for i, c := range value {
		if (i == 4 || i == 7) != (c == '-') || i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

func isYear(value string) bool { return len(value) == 4 && isCalendarDate(value) }

// isPast reports whether an office by its first words is one of the past: "former president", "then-Senator".
func isPast(title string) bool {
	first, _, _ := strings.Cut(strings.ToLower(title), " ")
	first, _, _ = strings.Cut(first, "-")
	return oneOf(first, "former", "ex", "then", "onetime", "late", "retired", "deposed", "ousted", "ex-")
}

// leaves reports whether a verb says that somebody gives up an office.
func leaves(lemma string) bool {
	return oneOf(lemma, "resign", "quit", "retire", "step", "stand", "oust", "dismiss", "remove", "sack", "depose")
}

// officeByVerb reads the office that a verb gives or takes: "became chairman in 2019", "served as governor from 1997 to 2001", "resigned
// as prime minister on Monday".
//
// t is the token that hangs from the verb h for the person: the name, or "who".
func (r *resolver) officeByVerb(t int, e *entity, h int) {
	verb := &r.NLP.Toks[h]
	if verb.UPOS != "VERB" || r.negated(h) {
		return
	}
	subject, object := r.NLP.Toks[t].Deprel == "nsubj", r.Tree.Rel(t, "nsubj:pass", "obj")
	gives := object && appoints(verb.Lemma) || subject && oneOf(verb.Lemma, "become", "serve")
	takes := leaves(verb.Lemma) && (subject || object) && verb.Lemma != "step" && verb.Lemma != "stand" ||
		subject && oneOf(verb.Lemma, "step", "stand") && r.hasDown(h)
	if !gives && !takes {
		return
	}
	unreal := r.isUnreal(h)
	for _, k := range r.Tree.Kids(h) {
		c := r.Tree.Kid(k, "case")
		as := r.Tree.Rel(k, "obl") && c >= 0 && strings.EqualFold(r.NLP.Toks[c].Text, "as")
		if !as && (takes || c >= 0 || !r.Tree.Rel(k, "xcomp", "obj")) || r.nameAt(k) >= 0 || !r.isOfficeNoun(k) || r.isPlural(k) {
			continue
		}
		p := r.phraseOf(k)
		o := office{title: p.title, of: p.of, term: r.termOf(p.title, k, h)}
		switch {
		case isKin(p.lemma) || unreal && !takes:
			continue
		case takes && !unreal:
			o.to, o.past = cmp.Or(o.to, r.startOf(h)), true
		case verb.Lemma == "serve":
			o.past = o.past || verb.XPOS == "VBD"
		case gives:
			o.from = cmp.Or(o.from, r.startOf(h))
		}
		r.noteGender(e, p.lemma)
		e.hold(o)
	}
}

// hasDown reports whether a verb is one of stepping down.
func (r *resolver) hasDown(h int) bool {
	for _, k := range r.Tree.Kids(h) {
		if oneOf(r.NLP.Toks[k].Lemma, "down", "aside") {
			return true
		}
	}
	return false
}

// isUnreal reports whether a verb tells what may or will be.
func (r *resolver) isUnreal(h int) bool {
	for _, k := range r.Tree.Kids(h) {
		if r.Tree.Rel(k, "aux") && oneOf(r.NLP.Toks[k].Lemma, "will", "would", "may", "might", "can", "could", "should", "must", "shall") {
			return true
		}
	}
	return r.Tree.Kid(h, "mark") >= 0 && oneOf(r.NLP.Toks[r.Tree.Kid(h, "mark")].Lemma, "to", "if")
}

// termsOf are the offices of a person with their times, and those it belongs to without an office.
func (r *resolver) termsOf(e *entity) []graph.Term {
	if e.typ != graph.Person {
		return nil
	}
	var out []graph.Term
	covered := map[*entity]bool{}
	for _, o := range e.titles {
		t := r.writeTerm(e, o.term)
		t.Title = o.title
		for _, org := range o.of {
			covered[org] = true
			if org.id != "" && org.id != e.id && !slices.Contains(t.Of, org.id) {
				t.Of = append(t.Of, org.id)
			}
		}
		out = append(out, t)
	}
	for _, org := range e.affil {
		if !covered[org] && org.id != "" && org.id != e.id {
			t := r.writeTerm(e, term{})
			t.Of = []string{org.id}
			out = append(out, t)
		}
	}
	return out
}

func (r *resolver) writeTerm(e *entity, t term) graph.Term {
	at := cmp.Or(t.at, min(e.first, len(r.NLP.Toks)-1))
	out := graph.Term{Span: r.Tree.Span(at, at+1), Of: []string{}, From: t.from, To: t.to, Past: t.past, AsOf: r.Doc.Date, Dated: graph.DatedByReport}
	if t.dated() {
		out.Dated = graph.DatedByText
	}
	return out
}
