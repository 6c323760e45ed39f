package extract

import (
	"slices"

	"dictum/seeds"
)

// objects are the direct object of v and, where a parser made both objects direct ones, the receiver before it.
func (r *eventReader) objects(v int) (obj, given int) {
	obj, given = -1, -1
	for _, k := range r.Tree.Kids(v) {
		if r.NLP.Toks[k].Deprel != "obj" || r.isDegree(v, k) || r.timeAt[k] > 0 && obj >= 0 || r.amountOf(k) > 0 &&
			oneOf(r.amountMark(k), "to", "from", "by") {
			continue
		}
		switch {
		case obj < 0, relativePronoun(r.lower(obj)) && obj < v && k > v && !nominative[r.lemma(v)]: // "the first time that she raised it"
			obj = k
		case given < 0 && r.receiver(v, obj, k):
			obj, given = k, obj
		}
	}
	return obj, given
}

// isDegree reports an "object" that only says how much: "vowed to focus more", "prices rose more".
func (r *eventReader) isDegree(v, k int) bool {
	if c := r.core(k); r.lemma(c) == "time" && r.xpos(c) == "NNS" && r.Tree.Kid(c, "compound", "amod", "nmod:poss") < 0 {
		return true // sent off a couple of times
	}
	if oneOf(r.lower(k), "end", "matter") && k > 0 && r.lower(k-1) == "no" {
		return true // helped no end, will profit no matter how
	}
	if d := r.Tree.Kid(k, "det"); d == k-1 && d > 1 && oneOf(r.lower(d), "a", "an") && r.valueAt[d-1] > 0 {
		return true // 400 dollars an ounce
	}
	if l := r.lemma(k); distances[l] && (motion[r.lemma(v)] || r.Know.VerbInClass("intransitive", r.lemma(v))) &&
		!r.Know.VerbInClass("transitive", r.lemma(v)) && r.Tree.Kid(k, "nmod:poss") < 0 && (r.Tree.Kid(k, "acl", "nmod") < 0 || l == "way") &&
		(l != "way" || r.lemma(v) == "go") {
		return true // could go some way to
	}
	return r.Tree.Kid(k, "det") < 0 && (oneOf(r.xpos(k), "RB", "RBR", "RBS") || r.xpos(k) == "JJR" && r.becomes(v))
}

// distances are nouns for how far somebody goes.
var distances = wordSet("way distance mile kilometre kilometer metre meter length yard foot lap stage step")

// receiver reports that the first of two objects of v is whom the second reaches: gave holders | the right.
func (r *eventReader) receiver(v, first, second int) bool {
	if r.Know.VerbInClass("dative", r.lemma(v)) && r.besides(first, second) {
		return r.isActor(first) || r.upos(first) == "PRON" || r.valueAt[first] == 0 && r.Tree.Kid(first, "nmod") < 0 &&
			r.Tree.Kid(second, "det", "nmod:poss") >= 0
	}
	return r.isActor(first) && !nominative[r.lemma(v)] && r.lemma(v) != "make"
}

// besides reports that phrase b begins right behind phrase a: gave holders | the right.
func (r *eventReader) besides(a, b int) bool {
	one := r.Tree.Yield(nil, a, nil)
	two := r.Tree.Yield(nil, b, nil)
	return one[len(one)-1]+1 == two[0]
}

// objectRole makes the object the patient; "each other" and "itself" are no patients, "which" stands for its noun.
func (r *eventReader) objectRole(e *happening, v, obj int, subj found) {
	if r.mutual(obj) || r.lemma(v) == "take" && (r.lower(obj) == "place" || r.lower(obj) == "part") {
		return
	}
	if relativePronoun(r.lower(obj)) {
		if a := r.antecedent(v); a >= 0 {
			r.addRole(e, graphPatient, found{a, viaRelcl})
		}
		return
	}
	if r.timeOf(obj) != nil {
		return
	}
	if obj != subj.tok {
		r.addRole(e, graphPatient, found{obj, viaDirect})
		r.strayObjects(e, v, obj)
	}
}

// strayObjects are nouns behind "and" that the parser coordinated with the verb: accused the EU and the West.
func (r *eventReader) strayObjects(e *happening, v, obj int) {
	for _, k := range r.Tree.Kids(v) {
		if k > obj && r.Tree.Rel(k, "conj") && r.lower(r.ccOf(k)) != "but" && (r.upos(k) == "NOUN" || r.upos(k) == "PROPN") &&
			r.Tree.Kid(k, "nsubj", "cop", "aux") < 0 &&
			r.xpos(k) != "VBG" && r.Tree.Kid(k, "obj") < 0 {
			r.addRole(e, graphPatient, found{k, viaShared})
		}
	}
}

// sharedObject is the object of a coordination that stands behind its last verb: "arrested and questioned the student".
func (r *eventReader) sharedObject(v int) int {
	h := r.head(v)
	if h < 0 || !r.Tree.Rel(v, "conj") || r.Tree.Kid(v, "obl", "ccomp", "xcomp") >= 0 {
		return -1
	}
	if o := r.Tree.Kid(h, "obj"); o > v {
		return o
	}
	return -1
}

// nextObject is the object behind the last of a row of verbs that share it: "trafficked and sold drugs", "build, equip and run it"; or
// -1.
func (r *eventReader) nextObject(v int) int {
	if !r.keepsObject(v) && !r.takesObject(v) && !r.Know.VerbInClass("ergative", r.lemma(v)) &&
		!(r.particle(v) >= 0 && oneOf(r.lower(r.particle(v)), "over", "up", "out", "off", "down")) ||
		r.Tree.Kid(v, "ccomp", "xcomp", "obl") >= 0 {
		return -1
	}
	first, near := v, v
	if r.Tree.Rel(v, "conj") && r.head(v) >= 0 && r.upos(r.head(v)) == "VERB" {
		first = r.head(v)
	}
	row := r.Tree.Kids(v)
	if first != v {
		row = append(slices.Clone(row), r.Tree.Kids(first)...)
		slices.Sort(row)
	}
	for _, k := range row {
		if k <= v || !r.Tree.Rel(k, "conj") || r.xpos(k) != r.xpos(v) {
			continue
		}
		for t := near + 1; t < k; t++ {
			if !r.Tree.Rel(t, "cc", "punct", "mark", "compound:prt") || r.NLP.Toks[t].Text == ";" {
				return -1
			}
		}
		if o := r.Tree.Kid(k, "obj"); o >= 0 {
			if near == v && first == v && r.Tree.Rel(v+1, "punct") {
				return -1 // two clauses rather than one
			}
			return o
		}
		near = k
	}
	return -1
}

// takesObject reports a verb of a type whose frames have an object.
func (r *eventReader) takesObject(v int) bool {
	return r.Know.VerbInClass("dative", r.lemma(v)) || slices.ContainsFunc(r.Know.EventVerb(r.lemma(v)), func(f *seeds.EventFrame) bool {
		return typedFrame(f) && f.Particle == "" && f.Target == "object"
	})
}

// gap is the noun that an object relative clause hangs on: "the mission it has deployed"; -1 when v has no gap.
func (r *eventReader) gap(v int, subj found) int {
	if r.NLP.Toks[v].Deprel != "acl:relcl" || subj.via != viaDirect || r.passive(v) {
		return -1
	}
	for _, k := range r.Tree.Kids(v) {
		switch {
		case r.Tree.Rel(k, "ccomp", "xcomp"), relativePronoun(r.lower(k)) && r.lower(k) != "that" && r.lower(k) != "which":
			return -1
		case r.Tree.Rel(k, "obl") && (r.upos(k) == "ADP" || relativePronoun(r.lower(k))):
			return -1
		}
	}
	if n := r.head(v); propositions[r.lemma(n)] || saysWhat[r.lemma(n)] || stretches[r.lemma(n)] || r.timeAt[n] > 0 ||
		r.lemma(n) == "date" ||
		r.Know.VerbInClass("unaccusative", r.lemma(v)) || r.Know.VerbInClass("intransitive", r.lemma(v)) {
		return -1 // the possibility the officer was working
	}
	return r.head(v)
}

// propositions are nouns whose clause says what they are, so that it lacks nothing.
var propositions = wordSet("possibility fact likelihood probability notion chance odds suspicion hope danger certainty sign",
	"impression prospect",
	"feeling realisation realization theory hypothesis assumption")
