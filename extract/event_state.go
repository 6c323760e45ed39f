package extract

import (
	"strings"
	"unicode"

	"dictum/extract/nlp"
)

// tellsNothing reports a verb that tells no happening: participles that serve as prepositions or give a name or a place,
// postures of things, adjectives made from verbs, and words of titles.
func (r *eventReader) tellsNothing(v int) bool {
	lemma := r.lemma(v)
	switch {
	case r.inTitle(v), r.adjectiveForm(v):
		return true
	case (r.lower(v) == "based" || r.lower(v) == "destined" || r.lower(v) == "bound") && r.passive(v):
		return r.linking(v)
	case r.Tree.Rel(v, "acl", "advcl", "amod", "obl", "xcomp", "conj") && r.NLP.Toks[v].Deprel != "acl:relcl" && r.linking(v):
		return true
	case r.xpos(v) == "VBG" && oneOf(lemma, "develop", "emerge", "industrialise", "industrialize") && v+1 < len(r.NLP.Toks) &&
		oneOf(r.lemma(v+1), "country", "nation", "world", "economy", "market", "state"):
		return true // in developing countries
	case v > 0 && v+1 < len(r.NLP.Toks) && (r.lower(v) == "opposed" && r.lower(v-1) == "as" && r.lower(v+1) == "to" ||
		r.lower(v) == "consuming" && r.lower(v-1) == "time"):
		return true // red as opposed to blue, a time consuming task
	case oneOf(r.lower(v), "following", "considering", "regarding", "concerning") && r.xpos(v) == "VBG" &&
		r.Tree.Rel(v, "advcl", "acl", "obl", "nmod") && r.Tree.Kid(v, "nsubj", "aux", "mark") < 0:
		return true // prepositions
	case r.mistaggedAdjective(v), r.beforeNoun(v), r.comparing(v), r.endsPeriod(v), r.idiom(v):
		return true
	case r.lower(v) == "comes" && v > 1 && r.lower(v-1) == "it" && r.lower(v-2) == "when":
		return true // when it comes to
	case postures[lemma]:
		s := r.subject(v)
		if r.Tree.Rel(v, "acl") && s.tok < 0 {
			s.tok = r.head(v)
		}
		return s.tok >= 0 && (!r.isActor(s.tok) || r.isPlace(s.tok)) && r.Tree.Kid(v, "obj") < 0
	case r.xpos(v) == "VBN":
		if h := r.head(v); r.Tree.Rel(v, "xcomp") && becomers[r.lemma(h)] && r.Tree.Kid(v, "obl", "obj") < 0 {
			return true // has become withdrawn
		}
		if r.lower(v) == "made" && r.particle(v) >= 0 && r.passive(v) {
			return true // made up of
		}
		return r.adjectival(v)
	case r.marked(v, "to") && (lemma == "come" && len(r.Tree.Kids(v)) == 1 || lemma == "name" && r.Tree.Kid(v, "obj") >= 0 &&
		oneOf(r.lower(r.Tree.Kid(v, "obj")), "few", "some", "one", "two", "three")):
		return true // in years to come, to name a few
	case lemma == "include":
		s := r.subject(v)
		return s.tok >= 0 && r.isActor(s.tok) // contributors include
	case lemma == "end":
		s := r.subject(v)
		return s.tok >= 0 && stretches[r.lemma(s.tok)]
	}
	return false
}

// linkers are the prepositions behind participles that link rather than tell: compared with, based on, located in.
var linkers = map[string]string{
	"compared": "to with", "judging": "by from", "based": "on upon in at", "located": "in at near on along between outside",
	"situated": "in at near on along between outside", "headquartered": "in at", "ranging": "from between", "composed": "of",
	"comprised": "of", "depending": "on upon", "owing": "to", "coupled": "with", "combined": "with", "associated": "with",
	"related": "to", "linked": "to", "dating": "from back", "stretching": "from to across along", "numbering": "",
	"consisting": "of", "aged": "", "dated": "", "relating": "to", "pertaining": "to",
	"starting": "from with on in", "beginning": "on in with",
	"ending": "on in", "ended": "on in", "totalling": "", "totaling": "", "averaging": "",
	"destined": "for to", "bound": "for to", "measuring": "", "weighing": "", "priced": "at",
	"valued": "at", "sized": "",
}

// naming participles give a name: a man called Smith, the disease known as BSE.
var naming = wordSet("called named known dubbed nicknamed titled entitled labelled labeled termed branded")

// linking reports such a participle.
func (r *eventReader) linking(v int) bool {
	form := r.lower(v)
	if naming[form] && r.Tree.Rel(v, "acl", "amod") {
		return r.Tree.Kid(v, "obl:agent") < 0
	}
	preps, ok := linkers[form]
	if !ok || !r.passive(v) && r.Tree.Kid(v, "nsubj", "aux", "obj", "ccomp") >= 0 && preps != "" {
		return false
	}
	if preps == "" {
		return true
	}
	for _, k := range r.Tree.Kids(v) {
		if !r.Tree.Rel(k, "obl", "nmod", "advmod", "advcl", "ccomp") {
			continue
		}
		mark := r.caseMark(k)
		if m := r.Tree.Kid(k, "mark"); mark == "" && m >= 0 {
			mark = r.lower(m)
		} else if mark == "" {
			mark = r.lower(k)
		}
		for p := range strings.FieldsSeq(preps) {
			if mark == p {
				return true
			}
		}
	}
	return false
}

// postures place a thing, where they make people act.
var postures = wordSet("sit lie stand stretch range vary span border neighbor neighbour adjoin overlook straddle average date hinge",
	"hang loom remain rank stem originate abound dominate")

// stretches are nouns of time that neither act nor undergo.
var stretches = wordSet("year month week day hour decade quarter period season century minute weekend night morning evening",
	"afternoon fortnight")

// degrees are the adverbs that make a participle an adjective.
var degrees = wordSet("very more most less least so too quite extremely highly increasingly particularly deeply fairly")

// becomers are verbs behind which a participle is a state.
var becomers = wordSet("become remain stay look seem appear feel grow sound")

// unVerbs are verbs whose un- is no negation, or whose participle still tells a happening.
var unVerbs = wordSet("unveil unite unify understand undergo undertake undermine underline underpin unleash unfold uncover undo unlock",
	"unload unpack unseat unblock unfreeze unwind unravel untie unplug unmask underscore undercut underestimate underwrite unban uninstall",
	"unearth unhook unite unnerve unsettle untangle uproot unload unchain")

// adjectival reports a participle that is an adjective: more motivated, unchanged.
func (r *eventReader) adjectival(v int) bool {
	lemma := r.lemma(v)
	if strings.HasPrefix(lemma, "un") && !unVerbs[lemma] && len(lemma) > 5 {
		return true
	}
	if r.Tree.Kid(v, "obl:agent") >= 0 {
		return false
	}
	for _, k := range r.Tree.Kids(v) {
		if r.Tree.Rel(k, "advmod") && k == v-1 && degrees[r.lower(k)] {
			return r.xpos(k) != "RBR" && r.xpos(k) != "JJR" || r.lower(k) == "more" || r.lower(k) == "less"
		}
	}
	return false
}

// inTitle reports a word with a capital inside a sentence that has few of them: part of the title of a film, a book, a law.
func (r *eventReader) inTitle(i int) bool {
	sent := r.NLP.Sents[r.Tree.Sent(i)]
	if !startsUpper(r.NLP.Toks[i].Text) {
		return false
	}
	if text := r.NLP.Toks[i].Text; len(text) > 3 && text == strings.ToUpper(text) && r.isTable(&sent) {
		return true
	}
	if i == sent.First {
		return false
	}
	if quote := r.NLP.Toks[i-1].Text; i+3 < sent.Last && oneOf(quote, "\"", "“", "‘", "'", "``", "\"\"") && i-1 > sent.First &&
		r.NLP.Toks[i-2].End < r.NLP.Toks[i-1].Start {
		long, upper := 0, 0
		for t := i + 1; t < min(i+6, sent.Last); t++ {
			if text := r.NLP.Toks[t].Text; len(text) > 3 {
				long++
				if startsUpper(text) {
					upper++
				}
			}
		}
		if long >= 2 && upper == long {
			return true // titled "Making Peace in Drug Wars"
		}
	}
	switch r.NLP.Toks[i-1].Text {
	case ":", "\"", "“", "‘", "'", "``", ".", "-", "—", "–", "--", "(", "*", "•", "…", "...", "?", "!":
		return false
	}
	words, capitals := 0, 0
	for t := sent.First; t < sent.Last; t++ {
		if text := r.NLP.Toks[t].Text; len(text) > 3 && r.upos(t) != "PROPN" && unicode.IsLetter(rune(text[0])) {
			words++
			if startsUpper(text) {
				capitals++
			}
		}
	}
	return words > 3 && capitals*3 < words
}

// isTable reports a line of capitals and numbers: a row of a table.
func (r *eventReader) isTable(sent *nlp.Sent) bool {
	numbers := 0
	for t := sent.First; t < sent.Last; t++ {
		text := r.NLP.Toks[t].Text
		if r.upos(t) == "NUM" {
			numbers++
		} else if text != strings.ToUpper(text) {
			return false
		}
	}
	return numbers > 1
}
