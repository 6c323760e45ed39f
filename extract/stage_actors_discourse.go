package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// discourse is what a reader remembers while reading on: who was mentioned where, and in which part of the sentence. Nouns
// that are no actor are remembered too, because "it" after "the plan" is not the government.
type discourse struct {
	*resolver
	history  []point
	byName   map[string]*entity   // by folded name
	titled   map[string][]*entity // people by the last word of an office
	quoted   []int32              // quotation of each token, -1 outside
	nameless []*entity            // in the order in which they were introduced
	speaker  []int                // token that names the speaker of each quotation, -1 for none
}

// point is one thing that was mentioned.
type point struct {
	e       *entity // nil for a noun that is no actor
	tok     int     // head token
	sent    int
	typ     string // graph.Person, …; "" for a thing
	plural  bool
	gender  gender
	subject bool
	core    bool // subject or object
	main    bool // subject of the main clause, or of a verb that reports
	pronoun bool
	quote   int32
	noun    string // lemma of a noun that is no actor
}

// readOn goes through the text once and resolves descriptions and pronouns in their order.
func (r *resolver) readOn() {
	d := &discourse{resolver: r, byName: map[string]*entity{}, titled: map[string][]*entity{}}
	d.findQuoted()
	for _, e := range r.ents {
		if key := graph.FoldName(e.name); d.byName[key] == nil {
			d.byName[key] = e
		}
		for _, o := range e.titles {
			words := strings.Fields(strings.ToLower(o.title))
			last := words[len(words)-1]
			d.titled[last] = append(d.titled[last], e)
		}
	}
	heads := map[int]int{} // heads of the mentions that are there
	for i := range r.Mentions {
		if r.of[i] != nil {
			heads[r.Mentions[i].Head] = i
		}
	}
	for t := range r.NLP.Toks {
		if i, ok := heads[t]; ok {
			d.nationalAsPerson(i)
			d.speaksFor(r.of[i], t)
			d.remember(r.of[i], t)
			if top := r.Mentions[i].top; top != t && r.Mentions[i].Kind == graph.KindName {
				p, q := d.place(top), &d.history[len(d.history)-1]
				q.subject, q.core, q.main = p.subject, p.core, p.main
			}
			continue
		}
		if r.nameAt(t) >= 0 {
			continue
		}
		switch tok := &r.NLP.Toks[t]; tok.UPOS {
		case "PRON", "DET":
			if tok.XPOS == "PRP" || tok.XPOS == "PRP$" {
				d.pronoun(t)
			}
		case "ADJ":
			if r.isUsedAsNoun(t) {
				d.noun(t)
			} else if e := d.byAge(t); e != nil {
				d.remember(e, t)
			}
		case "NOUN", "PROPN":
			if !r.inTitle[t] && !r.Tree.Rel(t, "compound", "nmod:desc", "flat", "fixed", "goeswith") {
				d.noun(t)
			}
		}
	}
	d.settleNameless()
}

// speaksFor gives a spokesman who is introduced without saying whose to the organisation or country that spoke last.
func (d *discourse) speaksFor(e *entity, t int) {
	if e.typ != graph.Person || len(e.affil) > 0 || len(e.titles) != 1 || !strings.HasPrefix(strings.ToLower(e.titles[0].title), "spokes") {
		return
	}
	e.belongTo(d.latest(t, 1, func(p *point) bool {
		return p.subject && (p.typ == graph.Organization || p.e.country != nil) && d.speaks(d.NLP.Toks[max(0,
			d.NLP.Toks[p.tok].Head)].Lemma)
	}))
}

// findQuoted notes which tokens lie in a quotation.
func (d *discourse) findQuoted() {
	d.quoted = make([]int32, len(d.NLP.Toks))
	for i := range d.quoted {
		d.quoted[i] = -1
	}
	starts := make([]int, len(d.NLP.Sents))
	for i := range d.NLP.Sents {
		starts[i] = d.NLP.Sents[i].Start
	}
	text := d.text()
	quotes := findQuotes(text, paragraphs(text), starts)
	for n, q := range quotes {
		if q.depth > 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(d.NLP.Toks, q.span[0], func(t token, at int) int { return t.Start - at })
		for ; i < len(d.NLP.Toks) && d.NLP.Toks[i].Start < q.span[1]; i++ {
			d.quoted[i] = int32(n)
		}
	}
	d.findSpeakers(quotes)
}

// findSpeakers looks for the subject of a verb of speech in the sentences of each quotation, outside it. A quotation without
// one goes on with the speaker of the one before, when it follows at once.
func (d *discourse) findSpeakers(quotes []quote) {
	d.speaker = make([]int, len(quotes))
	first, last := make([]int, len(quotes)), make([]int, len(quotes))
	for t, q := range d.quoted {
		if q >= 0 {
			if last[q] == 0 {
				first[q] = t
			}
			last[q] = t + 1
		}
	}
	before := -1
	for n := range quotes {
		d.speaker[n] = -1
		if last[n] == 0 {
			continue
		}
		from, to := d.NLP.Sents[d.Tree.Sent(first[n])].First, d.NLP.Sents[d.Tree.Sent(last[n]-1)].Last
		nearest := to - from + 1
		for v := from; v < to; v++ {
			if d.quoted[v] >= 0 || d.NLP.Toks[v].UPOS != "VERB" || !d.speaks(d.NLP.Toks[v].Lemma) {
				continue
			}
			if k := d.Tree.Kid(v, "nsubj"); k >= 0 && d.quoted[k] < 0 {
				if gap := max(first[n]-v, v-last[n]); gap < nearest {
					nearest, d.speaker[n] = gap, k
				}
			}
		}
		if d.speaker[n] < 0 && before >= 0 && d.Tree.Sent(first[n])-d.Tree.Sent(last[before]-1) <= 1 {
			d.speaker[n] = d.speaker[before]
		}
		before = n
	}
}

// saidBy reports whether entity e is the speaker of the quotation around token t.
func (d *discourse) saidBy(t int, e *entity) bool {
	if d.quoted[t] < 0 || e == nil {
		return false
	}
	k := d.speaker[d.quoted[t]]
	if k < 0 {
		return false
	}
	if m := d.nameAt(k); m >= 0 {
		return d.of[m] == e
	}
	return d.ownerOf(k) == e
}

// place is where a token stands in its sentence.
func (d *discourse) place(t int) point {
	h := t
	for d.Tree.Rel(h, "conj", "flat") && d.NLP.Toks[h].Head >= 0 {
		h = d.NLP.Toks[h].Head
	}
	p := point{tok: t, sent: d.Tree.Sent(t), quote: d.quoted[t]}
	p.subject = d.Tree.Rel(h, "nsubj")
	if v := d.NLP.Toks[h].Head; p.subject && v >= 0 {
		p.main = d.Tree.Rel(v, "root") || d.reports(h)
	}
	p.core = p.subject || d.Tree.Rel(h, "obj", "iobj", "obl:agent", "root")
	return p
}

// remember notes a mention of an entity.
func (d *discourse) remember(e *entity, t int) {
	p := d.place(t)
	p.e, p.typ, p.plural, p.gender = e, e.typ, e.plural, d.genderOf(e)
	e.seen++
	d.history = append(d.history, p)
}

// block notes a noun that is no actor.
func (d *discourse) block(t int) {
	p := d.place(t)
	p.plural = d.isPlural(t)
	p.noun = strings.ToLower(d.NLP.Toks[t].Lemma)
	if d.isOfficeNoun(t) {
		p.typ, p.gender = graph.Person, nounGender(p.noun)
	} else if n := d.nominal(p.noun); n != nil {
		p.typ = n.Type
		p.plural = p.plural || n.Plural || oneOf(p.noun, "police", "people", "family", "couple", "pair", "duo", "trio", "staff", "crew")
	}
	d.history = append(d.history, p)
}

// recent gives the points of the last sentences, the newest first, until yield says stop. A point is passed over when it lies
// after token t.
func (d *discourse) recent(t, sentences int, yield func(p *point, back int) bool) {
	sent := d.Tree.Sent(t)
	for i := len(d.history) - 1; i >= 0; i-- {
		p := &d.history[i]
		if back := sent - p.sent; back > sentences || p.tok < t && !yield(p, back) {
			return
		}
	}
}
