package extract

import "dictum/graph"

// antecedent is the noun that the relative clause around verb v says something of, or -1.
func (r *eventReader) antecedent(v int) int {
	for steps := 0; v >= 0 && steps < 6; steps++ {
		if r.Tree.Rel(v, "acl:relcl") && r.NLP.Toks[v].Deprel == "acl:relcl" {
			h := r.head(v)
			if w := r.head(h); w >= 0 && relativePronoun(r.lower(h)) && r.NLP.Toks[w].Deprel == "acl:relcl" && steps < 5 {
				v = w // a man who sang, who danced
				continue
			}
			return r.described(h, v)
		}
		if !r.Tree.Rel(v, "conj", "xcomp", "ccomp") {
			return -1
		}
		v = r.head(v)
	}
	return -1
}

// described is noun n, on which the parser hung relative clause v, or a noun behind it in its phrase where n cannot be meant: "who"
// stands for somebody, "which" for no person, and the verb agrees with it in number. A time is what neither stands for: -1.
func (r *eventReader) described(n, v int) int {
	w := r.relativeWord(v)
	if w < 0 || w < n {
		return n
	}
	if w > 1 && r.caseMark(w) == "of" && r.lower(w-1) == "of" && portions[r.lower(w-2)] {
		if k := r.nounBefore(w - 2); k >= 0 {
			return k // redeemed the stock, most of which
		}
	}
	if r.timeAt[n] > 0 && r.lower(w) == "which" {
		return -1
	}
	if !r.clashes(n, w, v) {
		return n
	}
	for k := w - 1; k > n; k-- {
		if r.Tree.Rel(k, "nmod", "appos", "obl") && !(r.Tree.Kid(k, "conj") >= 0 && r.verbNumber(v) == "singular" &&
			r.Tree.Rel(w, "nsubj")) && r.NLP.Toks[k].Deprel != "nmod:poss" && r.Tree.Under(k, n) && !r.Tree.Under(k, v) &&
			r.timeAt[k] == 0 && oneOf(r.upos(k), "NOUN", "PROPN") && !r.clashes(k, w, v) && r.fitsWord(k, w) {
			return k
		}
	}
	for h := n; r.Tree.Rel(h, "nmod", "appos", "flat", "compound") && r.head(h) >= 0; {
		if h = r.head(h); oneOf(r.upos(h), "NOUN", "PROPN") && !r.clashes(h, w, v) && r.fitsWord(h, w) {
			return h // a trader in the town of Sur, who
		}
	}
	return n
}

// relativeWord is the relative pronoun of clause v in its own right, or -1.
func (r *eventReader) relativeWord(v int) int {
	for _, k := range r.Tree.Kids(v) {
		if k < v && r.Tree.Rel(k, "nsubj", "obj", "obl") {
			switch r.lower(k) {
			case "who", "whom", "which", "that":
				return k
			}
		}
	}
	return -1
}

// clashes reports that relative word w, or the number of its verb v, excludes noun n.
func (r *eventReader) clashes(n, w, v int) bool {
	switch person := r.isPersonNoun(n); r.lower(w) {
	case "who", "whom":
		if !r.isActor(n) && r.upos(n) == "NOUN" && !quantifiers[r.lemma(n)] || r.mentionType(n) == graph.Location ||
			r.upos(n) == "NOUN" && (r.isPlace(n) || r.nominal(n, graph.Location)) && !r.isPersonNoun(n) && !quantifiers[r.lemma(n)] {
			return true
		}
	case "which":
		if person {
			return true
		}
	}
	if !r.Tree.Rel(w, "nsubj") {
		return false
	}
	have, want := r.numberOf(n), r.verbNumber(v)
	if oneOf(r.xpos(v), "VBP", "VB") && r.Tree.Kid(v, "aux", "cop") < 0 {
		return false // often a past tense like "burst"
	}
	return have != "" && want != "" && have != want
}

// fitsWord reports that noun n may be what w stands for by its kind.
func (r *eventReader) fitsWord(n, w int) bool {
	if who := r.lower(w); who == "who" || who == "whom" {
		return r.isActor(n) && r.mentionType(n) != graph.Location
	}
	return true
}

// isPersonNoun reports the name of a person or a noun for one.
func (r *eventReader) isPersonNoun(n int) bool {
	if r.mentionType(n) == graph.Person {
		return true
	}
	return r.upos(n) == "NOUN" && r.nominal(n, graph.Person) && !r.nominal(n, graph.Organization) && !r.groupOnly(n)
}

// groupOnly reports a noun for many people that is also a body: a family, the leadership.
func (r *eventReader) groupOnly(n int) bool {
	for _, m := range r.Know.Nominal(r.lemma(n)) {
		if m.Collective {
			return true
		}
	}
	return false
}

// numberOf is the grammatical number of a phrase, "" where its verb may have either: names, groups, amounts.
func (r *eventReader) numberOf(n int) string {
	if r.upos(n) != "NOUN" || r.valueAt[n] > 0 || quantifiers[r.lemma(n)] || r.groupOnly(n) || r.nominal(n, graph.Organization) {
		return ""
	}
	if r.Tree.Kid(n, "conj") >= 0 {
		return ""
	}
	switch r.xpos(n) {
	case "NNS":
		if r.lower(n) == r.lemma(n) {
			return "" // means, series
		}
		return "plural"
	case "NN":
		return "singular"
	}
	return ""
}

// verbNumber is the number that verb v or its auxiliary shows, "" for none.
func (r *eventReader) verbNumber(v int) string {
	word := v
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "aux", "cop") {
			word = k
			break
		}
	}
	switch r.lower(word) {
	case "is", "was", "has", "does":
		return "singular"
	case "are", "were", "have", "do":
		return "plural"
	}
	if r.xpos(word) == "VB" && word == v && r.ownSubject(v) >= 0 && r.Tree.Kid(v, "mark", "aux") < 0 {
		return "plural"
	}
	switch r.xpos(word) {
	case "VBZ":
		return "singular"
	case "VBP":
		return "plural"
	}
	return ""
}

// portions stand before "of which", "of whom".
var portions = wordSet("most some all many both each one none half several few any two three part much")
