package extract

import (
	"slices"

	"dictum/graph"
	"dictum/seeds"
)

// Truth goes down the tree. Every clause stands in a context: the root in none, another clause in that of what governs it, changed
// by what the governing word implies of its complement (seeds: veridicality) and by the way it hangs there (event_truth_outer.go,
// event_truth_attribute.go, event_truth_adverbial.go). To this come the words of the clause itself (event_truth_clause.go). Event
// nouns take part in clauses in the same way (event_truth_noun.go).

// truth is whether an event happened: how sure, and whether it is said not to have.
type truth struct {
	modality, polarity string
	will               bool // planned by those who do it: "will", "is ready to"
	guessed            bool // by the way the clause hangs on a word of which the tables tell nothing
}

func certain() truth { return truth{modality: graph.Actual, polarity: graph.Affirmed} }

func (t *truth) plan() {
	if t.modality == graph.Actual {
		t.modality = graph.Planned
	}
}

func (t *truth) doubt() { t.modality = graph.Hypothetical }

func (t *truth) negate() {
	if t.polarity == graph.Affirmed {
		t.polarity = graph.Negated
	} else {
		t.polarity = graph.Affirmed
	}
}

func (t truth) negated() bool { return t.polarity == graph.Negated }

// weaken makes t no surer than o.
func (t *truth) weaken(o truth) {
	switch o.modality {
	case graph.Planned:
		t.plan()
	case graph.Hypothetical:
		t.doubt()
	}
	t.guessed = t.guessed || o.guessed
}

// follows is what a word in the context t implies of its complement; past tells that the word is in the past tense.
func (t truth) follows(v *seeds.Veridicality, past bool) truth {
	value := v.Affirmed
	if t.negated() {
		value = v.Negated
	}
	out := truth{modality: t.modality, polarity: graph.Affirmed, guessed: t.guessed}
	switch value {
	case seeds.Fact:
		return certain()
	case seeds.Not:
		out.negate()
	case seeds.Will:
		out.will = out.modality == graph.Actual
		out.plan()
	case seeds.Plan:
		out.plan()
	case seeds.PlanNot:
		out.plan()
		out.negate()
	case seeds.May:
		out.doubt()
	case seeds.MayNot:
		out.doubt()
		out.negate()
	case seeds.WhenPast:
		if !past {
			out.doubt()
		}
	}
	return out
}

// truthDepth bounds how far up the context of a clause is sought.
const truthDepth = 10

// truthOf reads what governs the event, and auxiliaries, negation and markers at it.
func (r *eventReader) truthOf(e *happening) truth {
	if e.noun && e.light < 0 {
		t := r.nounContext(e.trig, 0)
		r.nounTruth(&t, e.trig)
		if r.isNo(e.trig) {
			t.negate()
		}
		return t
	}
	if !e.noun {
		return r.clauseTruth(e.trig, 0)
	}
	t := r.clauseTruth(e.light, 0)
	r.nounTruth(&t, e.trig)
	if r.object(e.light) != e.trig && r.isNo(e.trig) {
		t.negate()
	}
	return t
}

// clauseTruth is the truth of the clause that v heads: its context and its own words.
func (r *eventReader) clauseTruth(v, depth int) truth {
	if depth > truthDepth {
		return certain()
	}
	if n := r.onlyChoice(v); n >= 0 {
		t := r.governing(n, depth)
		t.polarity = graph.Affirmed
		return t
	}
	t := r.context(v, depth)
	if r.head(v) < 0 && r.marked(v, "to") && r.Tree.Kid(v, "cop") < 0 {
		t.plan() // a headline: Norway to open talks
	}
	r.ownWords(&t, v)
	return t
}

// onlyChoice is the verb above an infinitive that nothing was left but to do: had no choice but to defend the bridge; or -1.
func (r *eventReader) onlyChoice(v int) int {
	if !slices.ContainsFunc(r.Tree.Kids(v), func(k int) bool {
		return k > 0 && k < v && r.Tree.Rel(k, "mark") && r.lower(k) == "to" && oneOf(r.lower(k-1), "but", "except")
	}) {
		return -1
	}
	for h := r.head(v); h >= 0; h = r.head(h) {
		if r.upos(h) == "VERB" {
			return h
		}
	}
	return -1
}

// veridical finds what word h implies of a complement; a verb with a particle is another word. Nil when the tables do not tell.
func (r *eventReader) veridical(h int, complement string) *seeds.Veridicality {
	if complement == "" {
		return nil
	}
	lemma, pos := r.lemma(h), "noun"
	switch r.upos(h) {
	case "VERB", "AUX":
		pos = "verb"
		p := r.particle(h)
		if h+1 < len(r.NLP.Toks) && p < 0 && r.head(h+1) == h && r.Tree.Rel(h+1, "advmod") {
			p = h + 1 // go ahead
		}
		if p >= 0 {
			if v := r.Know.Veridical(lemma+"_"+r.lower(p), pos, complement); v != nil {
				return v
			}
		}
		if v := r.Know.Veridical(lemma, pos, complement); v != nil || r.xpos(h) != "VBG" && r.xpos(h) != "VBN" {
			return v
		}
		lemma, pos = r.lower(h), "adj" // "unwilling", taken for a participle
	case "ADJ":
		pos = "adj"
		if v := r.Know.Veridical(r.lower(h), pos, complement); v != nil {
			return v
		}
		if r.xpos(h) == "VBN" || r.xpos(h) == "VBG" {
			lemma = r.lower(h)
		}
	}
	return r.Know.Veridical(lemma, pos, complement)
}

// toCome makes what is told of a day behind that of the article a plan: travels to Rome next week.
func (r *eventReader) toCome(e *happening) {
	if e.truth.modality != graph.Actual || r.inPast(r.clauseHead(e)) {
		return
	}
	for _, a := range e.roles {
		if a.arg == nil || a.arg.Role != graph.AtTime {
			continue
		}
		first := r.tokenFrom(a.arg.Span[0])
		next := oneOf(r.lower(first), "next", "tomorrow") || r.Record.Date != "" && later(a.arg.Value, r.Record.Date)
		if next && (!e.noun || e.light >= 0 || r.Tree.Under(first, e.trig) && first < e.trig) {
			e.truth.plan()
		}
	}
}

// later reports a date behind another; a month or a year is behind a day when all of it is.
func later(at any, day string) bool {
	value, _ := at.(string)
	n := min(len(value), len(day))
	return n >= 4 && value[0] >= '0' && value[0] <= '9' && value[:n] > day[:n]
}

// inPast reports a predicate in the past tense: its own or that of its copula or auxiliary.
func (r *eventReader) inPast(v int) bool {
	if r.xpos(v) == "VBD" {
		return true
	}
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "aux", "cop") && (r.xpos(k) == "VBD" || r.lemma(k) == "have") {
			return true
		}
	}
	return false
}

// inPresent reports a predicate in the simple present.
func (r *eventReader) inPresent(v int) bool {
	if r.xpos(v) == "VBZ" || r.xpos(v) == "VBP" {
		return true
	}
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "aux", "cop") && (r.xpos(k) == "VBZ" || r.xpos(k) == "VBP") && r.lemma(k) != "have" {
			return r.Tree.Rel(k, "cop") || r.passive(v)
		}
	}
	return false
}
