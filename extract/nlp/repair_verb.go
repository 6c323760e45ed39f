package nlp

import (
	"slices"
	"strings"
)

// repairVerbs mends tags that the tree belies: a "noun" with a subject before it, with an object or an adverb and with nothing that only
// nouns have is a verb ("oil production draws more criminals"), and so is a "participle" between a subject and its head ("the board
// approved plans").
func (a *Analyzer) repairVerbs(doc *Doc, s Sent, words []attrs, buf []byte) []byte {
	for i := s.First + 1; i < s.Last; i++ {
		switch t := &doc.Toks[i]; {
		case (t.XPOS == "NN" || t.XPOS == "NNS") && isClause(doc, s, i):
			if tag := finiteTag(doc, s, i); tag == "VB" || a.m.tagger.mayBe("VERB", &words[i]) {
				buf = a.makeVerb(t, tag, buf)
			}
		case t.Deprel == "amod" && words[i].caps == capNone && strings.HasSuffix(t.Text, "ed") && subjectMeets(doc, s, i):
			buf = a.makeVerb(t, "VBD", buf)
			raise(doc, s, i)
		}
	}
	return buf
}

// isClause holds for a word with a subject on its left and something else that verbs have, and nothing that nouns have.
func isClause(doc *Doc, s Sent, h int) bool {
	subject, more := false, false
	for i := s.First; i < s.Last; i++ {
		if doc.Toks[i].Head != h {
			continue
		}
		switch doc.Toks[i].Deprel {
		case "nsubj", "nsubj:pass":
			subject = subject || i < h
		case "aux", "obj", "ccomp", "xcomp", "obl", "advmod", "obl:unmarked":
			more = true
		case "cop", "det", "amod", "nmod", "nmod:poss", "case", "nummod", "compound", "flat", "acl", "acl:relcl":
			return false
		}
	}
	return subject && more
}

// finiteTag is the tag of a verb that was taken for a noun.
func finiteTag(doc *Doc, s Sent, v int) string {
	for i := s.First; i < v; i++ {
		if doc.Toks[i].Head == v && doc.Toks[i].Deprel == "aux" {
			return "VB"
		}
	}
	if doc.Toks[v].XPOS == "NNS" {
		return "VBZ"
	}
	return "VBP"
}

// subjectMeets holds when the word right before word v is the subject of the noun that v is said to describe, and that noun has no copula.
func subjectMeets(doc *Doc, s Sent, v int) bool {
	h := doc.Toks[v].Head
	p := &doc.Toks[v-1]
	if h < v || p.Head != h || p.Deprel != "nsubj" {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if d := doc.Toks[i].Deprel; doc.Toks[i].Head == h && (d == "cop" || d == "aux" || d == "case") {
			return false
		}
	}
	return true
}

// raise makes word v the head of the clause whose head was its own: that becomes the object.
func raise(doc *Doc, s Sent, v int) {
	h := doc.Toks[v].Head
	doc.Toks[v].Head, doc.Toks[v].Deprel = doc.Toks[h].Head, doc.Toks[h].Deprel
	if doc.Toks[v].Deprel == "obj" {
		doc.Toks[v].Deprel = "ccomp"
	}
	doc.Toks[h].Head, doc.Toks[h].Deprel = v, "obj"
	for i := s.First; i < s.Last; i++ {
		t := &doc.Toks[i]
		if t.Head != h || i > v && i < h {
			continue
		}
		switch t.Deprel {
		case "punct", "parataxis", "advcl", "obl", "ccomp", "advmod", "discourse":
			t.Head = v
		default:
			if i < v {
				t.Head = v
			}
		}
	}
}

// mayBe holds unless the word is frequent and never seen with a tag.
func (t *tagger) mayBe(upos string, at *attrs) bool {
	classes, ok := t.dict[at.form]
	return !ok || slices.ContainsFunc(classes, func(c int32) bool { return t.classes[c].upos == upos })
}

// makeVerb gives a word the tag of a verb, with its lemma and features.
func (a *Analyzer) makeVerb(t *Token, xpos string, buf []byte) []byte {
	c := tagClass{"VERB", xpos}
	t.UPOS, t.XPOS = c.upos, c.xpos
	t.Lemma, buf = a.m.lemmas.lemma(t.Text, c, buf)
	t.Feats, buf = a.m.features(t.Text, c, buf)
	return buf
}
