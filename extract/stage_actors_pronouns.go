package extract

import (
	"slices"
	"strings"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

type token = nlp.Token

// pronounForm says what a pronoun asks for.
type pronounForm struct {
	gender     gender
	thing      bool // it, its
	plural     bool // they
	speaker    bool // first person: the statements stage knows who speaks
	possessive bool
	reflexive  bool
	says       bool // subject of a verb that reports speech: it stands for one who can speak
}

func formOf(word string) (pronounForm, bool) {
	f := pronounForm{}
	switch word {
	case "he", "him", "himself", "his":
		f.gender = male
	case "she", "her", "herself", "hers":
		f.gender = female
	case "it", "its", "itself":
		f.thing = true
	case "they", "them", "themselves", "their", "theirs":
		f.plural = true
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		f.speaker = true
	default:
		return f, false
	}
	f.reflexive = strings.HasSuffix(word, "self") || strings.HasSuffix(word, "selves")
	return f, true
}

// pronoun resolves the pronoun at token t. First persons become mentions without an actor, for SetSpeaker.
func (d *discourse) pronoun(t int) {
	f, ok := formOf(strings.ToLower(d.NLP.Toks[t].Text))
	if !ok {
		return
	}
	f.possessive = d.NLP.Toks[t].XPOS == "PRP$"
	f.says = d.reports(t)
	m := Mention{First: t, Last: t + 1, Head: t, Kind: graph.KindPronoun}
	if f.speaker {
		d.Mentions = append(d.Mentions, m)
		d.of = append(d.of, nil)
		return
	}
	if f.thing && !f.possessive && d.impersonal(t) {
		return
	}
	p := d.antecedent(t, f)
	if p == nil {
		return
	}
	if f.thing && !f.says && !d.deedOf(t, p, f) {
		return
	}
	if p.e == nil { // "a witness … he": the next "he" is the witness, too
		q := d.place(t)
		q.typ, q.plural, q.gender, q.noun = p.typ, p.plural, f.gender, p.noun
		d.history = append(d.history, q)
		return
	}
	if f.gender != unknownGender && p.e.gender == unknownGender {
		p.e.gender = f.gender
	}
	d.add(m, p.e)
	d.remember(p.e, t)
	d.history[len(d.history)-1].pronoun = true
}

// deedOf reports whether "it" can be the organisation or country p: it must do something, and p must be what its sentence is
// about. Things that are no actors are "it" far more often.
func (d *discourse) deedOf(t int, p *point, f pronounForm) bool {
	if p.e == nil || p.typ == graph.Misc && p.e.class == graph.Unnamed {
		return true
	}
	if p.typ != graph.Organization && p.e.country == nil {
		return false
	}
	if f.possessive {
		return true
	}
	h := d.NLP.Toks[t].Head
	return (p.subject || p.pronoun) && d.Tree.Rel(t, "nsubj") && h >= 0 && d.NLP.Toks[h].UPOS == "VERB" && !d.Tree.Rel(t, "nsubj:pass")
}

// impersonal reports whether "it" stands for nothing or for a clause: "it is likely that", "it rained", "make it clear that".
func (d *discourse) impersonal(t int) bool {
	if d.Tree.Rel(t, "expl") {
		return true
	}
	h := d.NLP.Toks[t].Head
	if h < 0 || !d.Tree.Rel(t, "nsubj") {
		return h >= 0 && d.Tree.Rel(t, "obj") && d.Tree.Kid(h, "xcomp") >= 0 && d.Tree.Kid(h, "ccomp") >= 0
	}
	if d.Tree.Kid(h, "csubj") >= 0 {
		return true
	}
	if d.NLP.Toks[h].UPOS != "VERB" { // "it is time to", "it is clear that"
		return d.Tree.Kid(h, "ccomp", "xcomp", "acl", "advcl") >= 0 || d.NLP.Toks[h].UPOS == "ADJ"
	}
	switch strings.ToLower(d.NLP.Toks[h].Lemma) {
	case "seem", "appear", "rain", "snow", "turn", "happen", "matter", "take", "emerge", "transpire", "become":
		return true
	}
	return d.Tree.Rel(t, "nsubj:pass") && d.Tree.Kid(h, "ccomp") >= 0
}

// antecedent finds what a pronoun stands for: the best of what was mentioned in the last sentences and agrees with it. The
// result may be a noun that is no actor, and nil when nothing agrees.
func (d *discourse) antecedent(t int, f pronounForm) *point {
	window := 5
	if f.thing || f.plural {
		window = 1
	}
	if f.says {
		window = 4
	}
	var best *point
	bestScore := -1000.0
	seen := map[*entity]bool{}
	d.recent(t, window, func(p *point, back int) bool {
		if p.e != nil && seen[p.e] && !p.subject {
			return true
		}
		if !agrees(p, f) || d.conflicts(t, p, f) || d.saidBy(t, p.e) {
			return true
		}
		if p.e != nil {
			seen[p.e] = true
		}
		if s := d.score(t, p, back, f); s > bestScore {
			best, bestScore = p, s
		}
		return true
	})
	return best
}

// agrees compares number, gender and kind.
func agrees(p *point, f pronounForm) bool {
	if f.says && (f.thing || f.plural) {
		if p.e == nil || p.typ == graph.Location && p.e.country == nil || p.typ == graph.Misc && p.e.class != graph.Unnamed {
			return false
		}
		if f.plural && p.typ == graph.Organization {
			return true // "the commission … they say"
		}
	}
	switch {
	case f.gender != unknownGender:
		return p.typ == graph.Person && !p.plural && (p.gender == unknownGender || p.gender == f.gender)
	case f.thing:
		return !p.plural && p.typ != graph.Person && p.typ != graph.Norp
	case f.plural:
		return p.plural
	}
	return false
}

// conflicts reports whether grammar forbids the antecedent: two parts of one clause are one only through a reflexive, and a
// phrase does not contain what it stands for ("his spokesman").
func (d *discourse) conflicts(t int, p *point, f pronounForm) bool {
	if f.possessive {
		owned := d.NLP.Toks[t].Head
		return p.tok == owned || d.Tree.Under(t, p.tok) && !d.inClauseOf(t, p.tok) && !d.inserted(t, p.tok)
	}
	if d.Tree.Under(t, p.tok) && !d.inClauseOf(t, p.tok) {
		return true
	}
	same := d.clause(t) == d.clause(p.tok)
	return same && !f.reflexive && !d.Tree.Rel(p.tok, "nmod:poss")
}

// inserted reports whether t stands in an insertion behind top: "Russia, through its spokeswoman, said".
func (d *discourse) inserted(t, top int) bool {
	for i := top + 1; i < t; i++ {
		if d.NLP.Toks[i].Text == "," {
			return t-i < 5
		}
	}
	return false
}

// inClauseOf reports whether t lies in a clause below top: "the minister who said he would resign".
func (d *discourse) inClauseOf(t, top int) bool {
	for i := t; i >= 0 && i != top; i = d.NLP.Toks[i].Head {
		if d.Tree.Rel(i, "acl", "ccomp", "advcl", "conj", "parataxis", "csubj", "xcomp") {
			return true
		}
	}
	return false
}

// clause is the token that heads the clause of t: the next verb or predicate above it.
func (d *discourse) clause(t int) int {
	for i := t; i >= 0; i = d.NLP.Toks[i].Head {
		if d.Tree.Rel(i, "root", "ccomp", "advcl", "acl", "parataxis", "csubj", "xcomp") {
			return i
		}
		if d.Tree.Rel(i, "conj") && (d.NLP.Toks[i].UPOS == "VERB" || d.Tree.Kid(i, "nsubj") >= 0) {
			return i
		}
	}
	return -1
}

// reporter is the subject of the verb of speech or thought that the clause of t depends on: "Conte said he". It is -1 where
// there is none.
func (d *discourse) reporter(t int) int {
	v := d.clause(t)
	if v < 0 || !d.Tree.Rel(v, "ccomp") || d.quoted[t] >= 0 {
		return -1
	}
	up := d.NLP.Toks[v].Head
	if up < 0 || !d.speaks(d.NLP.Toks[up].Lemma) {
		return -1
	}
	return d.Tree.Kid(up, "nsubj")
}

// controller is the object that does what a clause without a subject of its own tells: "accused the EU of pursuing its aims",
// "urged Baku to withdraw its troops". It is -1 where there is none.
func (d *discourse) controller(t int) int {
	v := d.clause(t)
	if v < 0 || d.Tree.Kid(v, "nsubj") >= 0 || d.NLP.Toks[v].Head < 0 {
		return -1
	}
	up := d.NLP.Toks[v].Head
	mark := d.Tree.Kid(v, "mark")
	switch {
	case d.Tree.Rel(v, "xcomp"):
	case d.Tree.Rel(v, "advcl", "obl") && mark >= 0 && oneOf(d.NLP.Toks[mark].Text, "of", "from", "for", "into"):
	default:
		return -1
	}
	return d.Tree.Kid(up, "obj", "iobj")
}

// score prefers what is near, subjects, and who is spoken of most; speech and its frame are kept apart.
func (d *discourse) score(t int, p *point, back int, f pronounForm) float64 {
	s := -5*float64(back) - 0.05*float64(t-p.tok)/float64(back+1)
	if p.subject {
		s += 5
	} else if p.core {
		s += 2
	}
	if d.Tree.Rel(p.tok, "nmod:poss", "compound", "amod") {
		s--
	}
	switch p.tok {
	case d.controller(t):
		s += 6
	case d.reporter(t):
		s += 4
	}
	if p.tok == d.parallel(t) {
		s += 6
	}
	if f.says {
		if d.reports(p.tok) {
			s += 2
			if f.gender == unknownGender {
				s += 2
			}
		}
		if f.plural && !p.plural {
			s -= 4
		}
	}
	if p.e != nil {
		s += 0.3*float64(min(p.e.count, 6)) + 0.2*float64(min(p.e.seen, 20))
		if f.gender != unknownGender && p.gender == f.gender {
			s += 2
		}
	}
	if q := d.quoted[t]; p.quote != q {
		switch {
		case q < 0:
			s -= 4 // outside the quotation one goes on about the speaker
		}
	} else if q >= 0 {
		s++
	}
	return s
}

// reports reports whether token t is the subject of a verb that reports speech or thought in a clause of its own.
func (d *discourse) reports(t int) bool {
	v := d.NLP.Toks[t].Head
	if v < 0 || !d.Tree.Rel(t, "nsubj") || d.NLP.Toks[v].UPOS != "VERB" ||
		d.Tree.Kid(v, "ccomp", "parataxis") < 0 && !d.Tree.Rel(v, "parataxis") {
		return false
	}
	return slices.ContainsFunc(d.Know.SpeechVerb(strings.ToLower(d.NLP.Toks[v].Lemma)), func(f *seeds.SpeechVerb) bool {
		return slices.Contains(f.Takes, "quote") || slices.Contains(f.Takes, "that")
	})
}

// parallel is the subject of the clause that the pronoun's own clause is joined to: "The ministry said that France had lost its
// way, and it denied the charge".
func (d *discourse) parallel(t int) int {
	v := d.NLP.Toks[t].Head
	if v < 0 || !d.Tree.Rel(t, "nsubj") || !d.Tree.Rel(v, "conj") {
		return -1
	}
	for v >= 0 && d.Tree.Rel(v, "conj") {
		v = d.NLP.Toks[v].Head
	}
	if v < 0 {
		return -1
	}
	return d.Tree.Kid(v, "nsubj")
}
