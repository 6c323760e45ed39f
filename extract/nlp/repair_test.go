package nlp

import (
	"fmt"
	"strings"
	"testing"

	"dictum/seeds"
)

// TestNameRepairs mends trees that parsers make of titles and names. A word is written form/tag/head/relation, with * in front where
// it belongs to the name of the sentence.
func TestNameRepairs(t *testing.T) {
	gaz := newGazetteer(&seeds.Knowledge{
		Titles:     []seeds.Title{{Form: "Ms.", Kind: "civil"}, {Form: "Earl", Kind: "noble"}},
		GivenNames: []seeds.GivenName{{Name: "Earl"}},
	})
	for _, c := range []struct{ name, words, want string }{
		{
			"the name is a part of the title", "to/ADP/2/case Ms/PROPN/5/obl *Okafor/PROPN/2/flat ,/PUNCT/2/punct spoke/VERB/0/root",
			"to>3case Ms>3nmod:desc Okafor>5obl ,>3punct spoke>0root",
		},
		{
			"the title keeps its own words", "Trade/PROPN/2/compound Minister/PROPN/4/nsubj *Lind/PROPN/2/flat left/VERB/0/root",
			"Trade>2compound Minister>3nmod:desc Lind>4nsubj left>0root",
		},
		{"the label", "Ms/PROPN/2/compound *Okafor/PROPN/3/nsubj left/VERB/0/root", "Ms>2nmod:desc Okafor>3nsubj left>0root"},
		{
			"another word before the name", "boss/NOUN/3/nsubj *Okafor/PROPN/1/appos left/VERB/0/root",
			"boss>3nsubj Okafor>1appos left>0root",
		},
		{
			"the last word heads the name", "ask/VERB/0/root *Ana/PROPN/3/compound *Ruiz/PROPN/1/obj here/ADV/3/advmod",
			"ask>0root Ana>1obj Ruiz>2flat here>2advmod",
		},
		{
			"two heads", "*Ana/PROPN/3/nsubj *Ruiz/PROPN/3/nsubj left/VERB/0/root",
			"Ana>3nsubj Ruiz>1flat left>0root",
		},
		{
			"a first name that is a title too", "*Earl/PROPN/2/compound *Ruiz/PROPN/3/nsubj left/VERB/0/root",
			"Earl>3nsubj Ruiz>1flat left>0root",
		},
		{
			"a name with other words in it", "*Ana/PROPN/3/compound *of/ADP/3/case *Lund/PROPN/4/nsubj left/VERB/0/root",
			"Ana>3compound of>3case Lund>4nsubj left>0root",
		},
	} {
		doc := treeOf(t, c.words)
		words := make([]attrs, len(doc.Toks))
		for i := range doc.Toks {
			(&lexicon{}).setAttrs(&words[i], doc.Toks[i].Text, nil)
		}
		gaz.mark(words)
		repairPerson(doc, doc.Sents[0], &doc.Names[0], words)
		repairTitle(doc, doc.Sents[0], &doc.Names[0], words)
		wellFormed(t, doc)
		var got []string
		for _, tok := range doc.Toks {
			got = append(got, fmt.Sprintf("%s>%d%s", tok.Text, tok.Head+1, tok.Deprel))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, g, c.want)
		}
	}
}

func treeOf(t *testing.T, words string) *Doc {
	t.Helper()
	var b strings.Builder
	ner := "B-PER"
	for i, w := range strings.Fields(words) {
		p := strings.Split(w, "/")
		misc := "_"
		if form, ok := strings.CutPrefix(p[0], "*"); ok {
			p[0], misc, ner = form, "NER="+ner, "I-PER"
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t_\t_\t%s\t%s\t_\t%s\n", i+1, p[0], p[0], p[1], p[2], p[3], misc)
	}
	doc, err := ReadCoNLLU(strings.NewReader(b.String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestVerbRepairs makes verbs of what the tree treats as verbs.
func TestVerbRepairs(t *testing.T) {
	a := embedded(t)
	for _, c := range []struct{ name, words, tags, want string }{
		{
			"a noun with a subject and an object", "production/NOUN/2/nsubj draws/NOUN/0/root gangs/NOUN/2/obj", "NN NNS NNS",
			"production>2nsubj/NOUN draws>0root/VERB gangs>2obj/NOUN",
		},
		{
			"a noun with a determiner stays one", "it/PRON/3/nsubj two/DET/3/det draws/NOUN/0/root more/ADV/3/advmod", "PRP DT NNS RBR",
			"it>3nsubj/PRON two>3det/DET draws>0root/NOUN more>3advmod/ADV",
		},
		{
			"a participle between subject and head", "board/NOUN/3/nsubj backed/VERB/3/amod plans/NOUN/4/obj said/VERB/0/root", "NN VBN NNS VBD",
			"board>2nsubj/NOUN backed>4ccomp/VERB plans>2obj/NOUN said>0root/VERB",
		},
		{
			"a participle of a predicate", "they/PRON/3/nsubj armed/VERB/4/amod are/AUX/4/cop men/NOUN/0/root", "PRP VBN VBP NNS",
			"they>3nsubj/PRON armed>4amod/VERB are>4cop/AUX men>0root/NOUN",
		},
	} {
		doc := treeOf(t, c.words)
		words := make([]attrs, len(doc.Toks))
		for i, tag := range strings.Fields(c.tags) {
			doc.Toks[i].XPOS = tag
			a.m.lex.setAttrs(&words[i], doc.Toks[i].Text, nil)
		}
		a.repairVerbs(doc, doc.Sents[0], words, nil)
		wellFormed(t, doc)
		var got []string
		for _, tok := range doc.Toks {
			got = append(got, fmt.Sprintf("%s>%d%s/%s", tok.Text, tok.Head+1, tok.Deprel, tok.UPOS))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, g, c.want)
		}
	}
}
