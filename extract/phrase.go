package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// phrase is a noun phrase that describes: "Russia's deputy foreign minister", "the head of the Armenian parliament".
type phrase struct {
	head        int       // token
	first, last int       // tokens, with article and with what follows the head
	title       string    // the head with what belongs to the office: "deputy foreign minister", "Secretary of State"
	lemma       string    // the head's, in small letters
	of          []*entity // named owners: countries, organisations, places; in text order
	after       bool      // the owner follows the head: "members of the council"
	led         *entity   // named before a hyphen: "Russia-led", "US-based"
	owner       int       // token of a possessive pronoun, or -1
	definite    bool
	plural      bool
}

// phraseOf reads the noun phrase around the noun at token t, which belongs to no name.
func (r *resolver) phraseOf(t int) phrase {
	toks := r.NLP.Toks
	p := phrase{head: t, first: t, last: t + 1, owner: -1, lemma: strings.ToLower(toks[t].Lemma)}
	p.plural = toks[t].XPOS == "NNS" || toks[t].XPOS == "NNPS"
	start := r.NLP.Sents[r.Tree.Sent(t)].First
	title, open := t, true
	for i := t - 1; i >= start && r.modifies(i, t); i-- {
		p.first = i
		if m := r.nameAt(i); m >= 0 {
			if last := r.Mentions[m].Last; last+1 < t && isHyphen(toks[last].Text) {
				p.led = r.of[m] // "the Russia-led alliance" is not Russia's
			} else {
				p.own(r.of[m])
			}
			i, open = r.Mentions[m].First, false
			p.first = i
			continue
		}
		if toks[i].UPOS == "CCONJ" && i > start && toks[i-1].UPOS == "NOUN" && r.nameAt(i-1) < 0 && !r.titleWord(i-1) && !open {
			p.first = i + 1
			break // "campus security and city police" are two
		}
		switch tok := &toks[i]; {
		case tok.UPOS == "DET":
			p.definite = p.definite || isDefinite(tok.Text)
			open = false
		case tok.XPOS == "PRP$":
			p.owner, p.definite, open = i, true, false
		case isPossessive(tok.Text):
			p.definite, open = true, false
		case tok.UPOS == "CCONJ" || tok.UPOS == "PUNCT" && tok.Text == ",":
			if open && !r.titleWord(i-1) {
				open = false
			}
		case open && (tok.UPOS == "NOUN" || tok.UPOS == "PROPN" || r.titleWord(i) || isHyphen(tok.Text)):
			title = i
		default:
			open = false
		}
	}
	slices.Reverse(p.of)
	for p.first < t && (oneOf(toks[p.first].UPOS, "PUNCT", "CCONJ", "ADV", "ADP", "PART", "AUX", "VERB", "SCONJ") ||
		toks[p.first].UPOS == "PRON" && toks[p.first].XPOS != "PRP$" || oneOf(strings.ToLower(toks[p.first].Text), "least", "most", "more", "than")) && r.nameAt(p.first) < 0 {
		p.first++
	}
	for title < t && !startsUpper(toks[title].Text) && (toks[title].UPOS == "PUNCT" || toks[title].UPOS == "CCONJ") {
		title++
	}
	p.title = r.words(title, t+1)
	r.readComplement(&p, title)
	return p
}

// own adds a named owner, once.
func (p *phrase) own(e *entity) {
	if e != nil && e.typ != graph.Misc && !slices.Contains(p.of, e) {
		p.of = append(p.of, e)
	}
}

// modifies reports whether token i stands in the phrase of t, on its left.
func (r *resolver) modifies(i, t int) bool {
	if !r.Tree.Under(i, t) {
		return false
	}
	// a clause or a phrase with a preposition does not stand before its noun: the tree is wrong there
	return r.NLP.Toks[i].UPOS != "SCONJ" && (r.NLP.Toks[i].UPOS != "ADP" || r.nameAt(i) >= 0)
}

// titleWord reports whether an adjective or participle is part of offices: "prime", "foreign", "former", "Executive".
func (r *resolver) titleWord(i int) bool {
	if i < 0 {
		return false
	}
	t := &r.NLP.Toks[i]
	if t.UPOS == "ADJ" && startsUpper(t.Text) && !r.startsSentence(i) {
		return true
	}
	switch strings.ToLower(t.Text) {
	case "prime", "foreign", "former", "vice", "deputy", "chief", "general", "senior", "acting", "first", "interim", "executive",
		"financial", "special", "permanent", "economic", "political", "military", "presidential", "legal", "international", "managing",
		"assistant", "associate", "junior", "human", "public", "federal", "parliamentary", "supreme", "medical", "civil", "high",
		"joint", "national", "naval", "technical", "vice-", "ex", "ex-", "co", "outgoing", "then", "elect", "minority", "shadow",
		"attorney", "secretary", "lieutenant", "major", "under", "undersecretary", "agricultural", "regional", "diplomatic":
		return true
	}
	return false
}

func isHyphen(word string) bool { return word == "-" || word == "‑" || word == "–" }

func isDefinite(det string) bool {
	switch strings.ToLower(det) {
	case "the", "this", "that", "these", "those", "both":
		return true
	}
	return false
}

// readComplement reads what follows the head: "minister of defence" is one office, "president of Armenia" has an owner.
func (r *resolver) readComplement(p *phrase, title int) {
	for _, k := range r.Tree.Kids(p.head) {
		if k < p.head || !r.Tree.Rel(k, "nmod", "obl") {
			continue
		}
		c := r.Tree.Kid(k, "case")
		if c < 0 || c > k {
			continue
		}
		prep := strings.ToLower(r.NLP.Toks[c].Text)
		switch prep {
		case "of", "for", "at", "with", "from":
		case "in":
			if !isStateBody(r.NLP.Toks[p.head].Text) {
				continue
			}
		default:
			continue
		}
		owners := r.ownersIn(k)
		bare := r.Tree.Kid(k, "det") < 0
		if len(owners) == 0 && prep == "of" && bare && c == p.head+1 && k-c <= 3 && r.nameAt(k) < 0 {
			p.title = r.words(title, r.rightmost(k)+1)
		}
		p.after = p.after || len(owners) > 0 && len(p.of) == 0
		for _, e := range owners {
			p.own(e)
		}
		if prep == "of" || len(owners) > 0 {
			p.last = max(p.last, r.rightmost(k)+1)
		}
	}
}

// rightmost is the last token of the phrase of k that follows it without a gap and is no clause.
func (r *resolver) rightmost(k int) int {
	if m := r.nameAt(k); m >= 0 {
		k = r.Mentions[m].Last - 1
	}
	return k
}

// ownersIn are the named actors at the head of a phrase or just before it: "of Armenia", "of the Russian Foreign Ministry".
func (r *resolver) ownersIn(k int) []*entity {
	var out []*entity
	add := func(t int) {
		if m := r.nameAt(t); m >= 0 {
			if e := r.of[m]; e != nil && e.typ != graph.Misc && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	add(k)
	if len(out) == 0 {
		for i := k - 1; i >= 0 && r.Tree.Under(i, k); i-- {
			if len(out) > 0 && isPossessive(r.NLP.Toks[i].Text) {
				break // "of Colombia's FARC fighters": theirs, not Colombia's
			}
			add(i)
		}
	}
	for _, c := range r.Tree.Kids(k) {
		if r.Tree.Rel(c, "conj") {
			add(c)
		}
	}
	return out
}

// nameAt is the index of the name that token i belongs to, or -1.
func (r *resolver) nameAt(i int) int {
	if r.at == nil {
		r.at = make([]int32, len(r.NLP.Toks))
		for i := range r.at {
			r.at[i] = -1
		}
		for m := range r.Mentions {
			if r.Mentions[m].Kind == graph.KindName {
				for t := r.Mentions[m].First; t < r.Mentions[m].Last; t++ {
					r.at[t] = int32(m)
				}
			}
		}
	}
	if i < 0 || i >= len(r.at) {
		return -1
	}
	return int(r.at[i])
}

// isOfficeNoun reports whether the noun at token t names a person by an office, a trade or a relation.
func (r *resolver) isOfficeNoun(t int) bool {
	tok := &r.NLP.Toks[t]
	if tok.UPOS == "ADJ" && t > 0 && r.Know.Office(strings.ToLower(r.NLP.Toks[t-1].Text+" "+tok.Text)) != nil {
		return true // "chief executive"
	}
	if tok.UPOS != "NOUN" && tok.UPOS != "PROPN" && !r.isUsedAsNoun(t) {
		return false
	}
	lemma := strings.ToLower(tok.Lemma)
	if r.Know.Office(lemma) != nil {
		return true
	}
	if t := r.Know.Title(tok.Text); t != nil {
		return !oneOf(t.Kind, "civil", "noble")
	}
	for _, n := range r.Know.Nominal(lemma) {
		if n.Type == graph.Person && !n.Collective {
			return true
		}
	}
	return false
}

// isUsedAsNoun reports whether what the tagger took for an adjective stands where a noun does: "the official said".
func (r *resolver) isUsedAsNoun(t int) bool {
	return r.NLP.Toks[t].UPOS == "ADJ" && r.Tree.Rel(t, "nsubj", "obl:agent") && r.Tree.Kid(t, "det") >= 0 && r.Tree.Kid(t, "cop") < 0 &&
		len(r.Know.Nominal(strings.ToLower(r.NLP.Toks[t].Text))) > 0
}

// nominal is the reading of a noun that fits a number, nil for a noun that names nobody.
func (r *resolver) nominal(lemma string) *seeds.Nominal {
	if all := r.Know.Nominal(lemma); len(all) > 0 {
		return all[0]
	}
	return nil
}
