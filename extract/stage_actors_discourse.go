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
	history []point
	quoted  []int32 // quotation of each token, -1 outside
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
	quote   int32
	noun    string // lemma of a noun that is no actor
}

// readOn goes through the text once and resolves descriptions and pronouns in their order.
func (r *resolver) readOn() {
	d := &discourse{resolver: r}
	d.findQuoted()
	heads := map[int]int{} // heads of the mentions that are there
	for i := range r.Mentions {
		if r.of[i] != nil {
			heads[r.Mentions[i].Head] = i
		}
	}
	for t := range r.NLP.Toks {
		if i, ok := heads[t]; ok {
			d.remember(r.of[i], t)
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
		case "NOUN", "PROPN":
			if !r.Tree.Rel(t, "compound", "nmod:desc", "flat", "fixed", "goeswith") {
				d.noun(t)
			}
		}
	}
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
	for n, q := range findQuotes(text, paragraphs(text), starts) {
		if q.depth > 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(d.NLP.Toks, q.span[0], func(t token, at int) int { return t.Start - at })
		for ; i < len(d.NLP.Toks) && d.NLP.Toks[i].Start < q.span[1]; i++ {
			d.quoted[i] = int32(n)
		}
	}
}

// place is where a token stands in its sentence.
func (d *discourse) place(t int) point {
	h := t
	for d.Tree.Rel(h, "conj", "flat") && d.NLP.Toks[h].Head >= 0 {
		h = d.NLP.Toks[h].Head
	}
	p := point{tok: t, sent: d.Tree.Sent(t), quote: d.quoted[t]}
	p.subject = d.Tree.Rel(h, "nsubj")
	p.core = p.subject || d.Tree.Rel(h, "obj", "iobj", "obl:agent", "root")
	return p
}

// remember notes a mention of an entity.
func (d *discourse) remember(e *entity, t int) {
	p := d.place(t)
	p.e, p.typ, p.plural, p.gender = e, e.typ, e.plural, d.genderOf(e)
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
		p.plural = p.plural || n.Collective || n.Plural
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
