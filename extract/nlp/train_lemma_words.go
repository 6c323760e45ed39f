package nlp

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"dictum/seeds"
)

// wordEvidence is what raw text and tables say of which words exist: a form such as "touted" could come from "tout", "toute" or "tou", and
// only the first is ever seen behind "to" or "will".
type wordEvidence struct {
	seen      map[string]int                // small words of the raw text
	verbs     map[string]int                // words behind "to" and the modal verbs, and the verbs of the treebanks
	nouns     map[string]int                // words behind "a", "an", "this", "each"
	adjs      map[string]int                // adjectives of the treebanks
	irregular map[string][]*seeds.Irregular // by form
}

// wordEvidence reads the raw text, the infinitives of the treebanks and the table of irregular forms.
func (o TrainOptions) wordEvidence(docs []*Doc) (*wordEvidence, error) {
	know, err := seeds.Load()
	if err != nil {
		return nil, fmt.Errorf("nlp: %w", err)
	}
	raw, err := o.rawFiles()
	if err != nil {
		return nil, err
	}
	ev := newWordEvidence(know)
	for _, p := range raw {
		b, err := os.ReadFile(p)
		if err != nil {
			return nil, fmt.Errorf("nlp: raw text: %w", err)
		}
		ev.count(string(b))
	}
	ev.treebanks(docs)
	return ev, nil
}

func newWordEvidence(know *seeds.Knowledge) *wordEvidence {
	ev := &wordEvidence{
		seen: map[string]int{}, verbs: map[string]int{}, nouns: map[string]int{}, adjs: map[string]int{},
		irregular: map[string][]*seeds.Irregular{},
	}
	for i := range know.Irregulars {
		x := &know.Irregulars[i]
		ev.irregular[x.Form] = append(ev.irregular[x.Form], x)
	}
	return ev
}

var (
	beforeInfinitive = set("to will would can could may might must should not n't shall")
	beforeSingular   = set("a an this each every one")
)

// count adds the small words of a text. Words in capitals are names too often.
func (ev *wordEvidence) count(text string) {
	var tk tokenizer
	before := ""
	for _, p := range tk.tokenize(text, nil) {
		w := text[p.b:p.e]
		if isSmall(w) {
			ev.seen[w]++
			switch {
			case beforeInfinitive[before]:
				ev.verbs[w]++
			case beforeSingular[before]:
				ev.nouns[w]++
			}
		}
		before = lowerWord(w)
	}
}

// isSmall holds for words of small letters, with hyphens inside.
func isSmall(w string) bool {
	for i := range len(w) {
		if c := w[i]; (c < 'a' || c > 'z') && (c != '-' || i == 0) {
			return false
		}
	}
	return true
}

// treebanks counts what is a verb or adjective there.
func (ev *wordEvidence) treebanks(docs []*Doc) {
	for _, d := range docs {
		for i := range d.Toks {
			switch t := &d.Toks[i]; {
			case !isSmall(t.Lemma):
			case t.XPOS == "VB" || t.XPOS == "VBP":
				ev.verbs[t.Lemma] += 2
				ev.seen[t.Lemma]++
			case t.XPOS == "JJ":
				ev.adjs[t.Lemma]++
			}
		}
	}
}

// lemmas gives the lemmas of the forms in the raw text and in the table, where the evidence is good: those whose rule is worth
// learning, and words that belong to no known verb ("sterling" is no form of "sterl"), which keep their shape.
func (ev *wordEvidence) lemmas() (learn, keep map[lemmaItem]string) {
	learn, keep = map[lemmaItem]string{}, map[lemmaItem]string{}
	for _, w := range ev.forms() {
		for _, f := range formClasses {
			if !strings.HasSuffix(w, f.ending) || ev.isIrregular(w, f) {
				continue
			}
			base := ev.base(w, f)
			for _, c := range f.classes {
				it := lemmaItem{w, c}
				switch {
				case base != "":
					learn[it] = base
				case c.upos == "VERB" && f.ending != "s" && ev.seen[w] >= 20 && !ev.related(w, f):
					keep[it] = w
				}
			}
		}
	}
	ev.irregulars(learn)
	ev.prefixed(learn)
	return learn, keep
}

// prefixed gives the past forms of verbs that the table knows without their prefix: "resold" as "sold".
func (ev *wordEvidence) prefixed(learn map[lemmaItem]string) {
	f := formClasses[0]
	for _, w := range slices.Sorted(maps.Keys(ev.seen)) {
		if strings.HasSuffix(w, "ed") || ev.isIrregular(w, f) {
			continue
		}
		for _, prefix := range []string{"re", "over", "out", "under", "mis", "pre", "un", "co-", "re-"} {
			rest, ok := strings.CutPrefix(w, prefix)
			if !ok {
				continue
			}
			for _, c := range f.classes {
				if base := learn[lemmaItem{rest, c}]; base != "" && base != rest {
					learn[lemmaItem{w, c}] = prefix + base
				}
			}
		}
	}
}

// forms are the words whose lemma is asked for: the seen ones, and those of verbs that are seen often and spelled in one way only.
func (ev *wordEvidence) forms() []string {
	words := map[string]bool{}
	for w, n := range ev.seen {
		if n >= 2 && len(w) >= 4 {
			words[w] = true
		}
	}
	for b, n := range ev.verbs {
		for _, f := range formClasses[:3] {
			if forms := f.forms(b); n >= 3 && len(forms[0]) >= 4 && forms[1] == "" {
				words[forms[0]] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(words))
}

// isIrregular holds when the table has the lemma of w.
func (ev *wordEvidence) isIrregular(w string, f formClass) bool {
	return slices.ContainsFunc(ev.irregular[w], func(x *seeds.Irregular) bool { return x.Pos == f.pos && x.Lemma != w })
}

// related holds when another form is seen of a verb that w could be a form of.
func (ev *wordEvidence) related(w string, f formClass) bool {
	for _, b := range f.bases(w) {
		for _, other := range formClasses[:3] {
			for _, form := range other.forms(b) {
				if form != "" && form != w && ev.seen[form] > 0 {
					return true
				}
			}
		}
	}
	return false
}

// irregulars adds the table's forms of words that are in use.
func (ev *wordEvidence) irregulars(learn map[lemmaItem]string) {
	for _, form := range slices.Sorted(maps.Keys(ev.irregular)) {
		for _, f := range formClasses {
			best, most := "", 0
			for _, x := range ev.irregular[form] {
				if x.Pos == f.pos && ev.weight(x.Lemma, f) > most {
					best, most = x.Lemma, ev.weight(x.Lemma, f)
				}
			}
			fits := strings.HasSuffix(form, f.ending) || f.ending == "ed" && !strings.HasSuffix(form, "ing")
			if best == "" || !fits || !isSmall(form) {
				continue
			}
			for _, c := range f.classes {
				learn[lemmaItem{form, c}] = best
			}
		}
	}
}

// formClass is one way to inflect: the ending that marks it, the tags of such forms and all spellings of a base's form.
type formClass struct {
	ending  string
	pos     string // as the table of irregular forms has it
	classes []tagClass
	forms   func(base string) [3]string
	bases   func(form string) []string
}

var formClasses = []formClass{
	{"ed", "VERB", []tagClass{{"VERB", "VBD"}, {"VERB", "VBN"}}, pastForms, suffixBases},
	{"ing", "VERB", []tagClass{{"VERB", "VBG"}}, gerundForms, suffixBases},
	{"s", "VERB", []tagClass{{"VERB", "VBZ"}}, sForms, sBases},
	{"s", "NOUN", []tagClass{{"NOUN", "NNS"}}, sForms, sBases},
	{"er", "ADJ", []tagClass{{"ADJ", "JJR"}}, comparativeForms, suffixBases},
	{"est", "ADJ", []tagClass{{"ADJ", "JJS"}}, superlativeForms, suffixBases},
}

// base is the most likely word that w is a form of, "" where nothing speaks for one.
func (ev *wordEvidence) base(w string, f formClass) string {
	best, most := "", 1
	for _, b := range f.bases(w) {
		if forms := f.forms(b); !slices.Contains(forms[:], w) {
			continue
		}
		if n := ev.weight(b, f); n > most {
			best, most = b, n
		}
	}
	if f.pos == "ADJ" && best != "" && !ev.compared(best) {
		return ""
	}
	return best
}

// weight says how sure it is that a word exists which can have such forms.
func (ev *wordEvidence) weight(b string, f formClass) int {
	known := ev.verbs
	switch f.pos {
	case "NOUN":
		known = ev.nouns
	case "ADJ":
		known = ev.adjs
	}
	if known[b] < 3 && ev.isIrregular(b, f) { // "rang" is the base of nothing
		return 0
	}
	return 100*known[b] + ev.seen[b]
}

// compared holds when an adjective has both forms, or is one for sure: "leader" is none of "lead".
func (ev *wordEvidence) compared(b string) bool {
	seen := func(forms [3]string) bool {
		return slices.ContainsFunc(forms[:], func(f string) bool { return ev.seen[f] > 0 })
	}
	return ev.adjs[b] > 1 || seen(comparativeForms(b)) && seen(superlativeForms(b))
}

// isRegular holds for items that the rules of spelling explain. Only these teach rules, where they are verbs: other past forms are
// a closed list, and nothing follows from "sent" for "exempt".
func isRegular(it lemmaItem, lemma string) bool {
	for _, f := range formClasses {
		if slices.Contains(f.classes, it.class) {
			forms := f.forms(lemma)
			return f.pos != "VERB" || slices.Contains(forms[:], it.form)
		}
	}
	return true
}
