package extract

import (
	_ "embed"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dictum/extract/nlp"
	"dictum/graph"
)

func init() {
	register(Stage{
		Name:  "statements",
		Needs: []Layer{Analysis, Times, Actors},
		Gives: []Layer{Statements},
		Run:   findStatements,
	})
}

//go:embed statements.model
var statementsModel []byte

// Models says which models are built in.
func Models() ([]nlp.ModelInfo, error) {
	language, err := nlp.EmbeddedModel()
	if err != nil {
		return nil, err
	}
	return []nlp.ModelInfo{language, {Name: "statements", Checksum: crc32.ChecksumIEEE(statementsModel), Size: len(statementsModel)}}, nil
}

// embeddedAttributor reads the embedded model once.
var embeddedAttributor = sync.OnceValues(func() (*attributor, error) { return readAttributor(statementsModel) })

// statement is an attribution on its way into the record.
type statement struct {
	attribution
	kind    string
	speaker string
	float   bool // a quotation whose speaker stands elsewhere
	turn    bool // a turn of a transcript
}

// stager fills the record's statements.
type stager struct {
	s     *State
	v     *view
	found []statement
}

// findStatements finds attributions by the learned model, adds quotations that it leaves out and colons after a speaker's
// name, and says of each who speaks, to whom, where, about whom and how.
func findStatements(s *State) error {
	m, err := embeddedAttributor()
	if err != nil {
		return err
	}
	v := newView(s.NLP, s.Tree, lexiconOf(s.Know))
	g := &stager{s: s, v: v}
	for _, a := range m.attributions(v) {
		g.found = append(g.found, statement{attribution: a})
	}
	g.dropDeeds()
	g.dialogue()
	g.wholeQuotes()
	g.floating()
	g.resolve()
	g.dropThings()
	for i := range g.found {
		s.Record.Statements = append(s.Record.Statements, g.write(i))
	}
	return nil
}

// write makes the record's statement out of found[i].
func (g *stager) write(i int) graph.Statement {
	st := &g.found[i]
	out := graph.Statement{
		ID: "st" + strconv.Itoa(i), Kind: st.kind,
		Source: g.trim(st.source), Content: g.trimContent(st.content),
		Speaker: st.speaker, Confidence: float64(int(st.prob*100+0.5)) / 100,
		Polarity: graph.Affirmed, Certainty: graph.Asserted,
	}
	out.SpokenFor = g.spokenFor(st.speaker)
	if st.cue.last > st.cue.first {
		out.Cue = g.s.Tree.Spans(tokenRange(st.cue.first, st.cue.last))
		out.Lemma = g.cueLemma(st.cue)
	}
	manner := g.manner(st)
	out.Polarity, out.Certainty, out.Attitude = manner.polarity, manner.certainty, manner.attitude
	if head := g.sourceHead(st); st.speaker == "" && head >= 0 && g.s.NLP.Toks[head].UPOS == "NOUN" {
		out.Attitude = "" // things are for or against nobody
	}
	var aimed bool
	if out.About, aimed = g.about(st, manner.target); out.Attitude != "" && !aimed {
		if judged := g.judged(st, &manner); len(judged) > 0 {
			out.About = judged
		} else {
			out.Attitude = "" // it is not towards those whom the content only mentions
		}
	}
	out.Addressee, out.Venue, out.Date = g.addressee(st), g.venue(st), g.date(st)
	for _, m := range g.s.MentionsIn(out.Content) {
		out.Mentions = append(out.Mentions, g.s.MentionID(m))
	}
	return out
}

func tokenRange(first, last int) []int {
	out := make([]int, 0, last-first)
	for i := first; i < last; i++ {
		out = append(out, i)
	}
	return out
}

// trim leaves out punctuation at both ends, but for a bracket that closes one inside.
func (g *stager) trim(toks []int) graph.Spans {
	for len(toks) > 0 && g.v.words[toks[0]].punct {
		toks = toks[1:]
	}
	open := slices.ContainsFunc(toks, func(i int) bool { return g.s.NLP.Toks[i].Text == "(" })
	for len(toks) > 0 && g.v.words[toks[len(toks)-1]].punct && !(open && g.s.NLP.Toks[toks[len(toks)-1]].Text == ")") {
		toks = toks[:len(toks)-1]
	}
	if n := len(toks); open && n > 0 && g.s.NLP.Toks[toks[n-1]].Text != ")" { // the tagger left the closing bracket out
		if next := toks[n-1] + 1; next < len(g.v.words) && g.s.NLP.Toks[next].Text == ")" {
			toks = append(slices.Clip(toks), next)
		}
	}
	return g.s.Tree.Spans(toks)
}

// trimContent leaves out the commas, colons and dashes at the ends of each piece of a content, and the full stop after
// indirect speech, and pieces without a word; quotation marks and what stands inside of them stay.
func (g *stager) trimContent(toks []int) graph.Spans {
	var kept []int
	for i := 0; i < len(toks); {
		j := i + 1
		for j < len(toks) && toks[j] == toks[j-1]+1 {
			j++
		}
		piece := toks[i:j]
		for len(piece) > 0 && g.edge(piece[0]) {
			piece = piece[1:]
		}
		for len(piece) > 0 && g.edge(piece[len(piece)-1]) {
			piece = piece[:len(piece)-1]
		}
		if slices.ContainsFunc(piece, func(i int) bool { return !g.v.words[i].punct }) {
			kept = append(kept, piece...)
		}
		i = j
	}
	return g.s.Tree.Spans(kept)
}

// edge reports whether a token at the border of a content is not part of it.
func (g *stager) edge(i int) bool {
	w := &g.v.words[i]
	return w.punct && w.quote < 0 && !bracket(g.s.NLP.Toks[i].Text)
}

func bracket(s string) bool {
	return slices.Contains([]string{"(", ")", "[", "]", "?", "!", "…", "..."}, s)
}

// cueLemma is the lemma of the cue's verb or noun, with the particle of a phrasal verb; of a phrase without either it is the phrase.
func (g *stager) cueLemma(c cueSpan) string {
	toks := g.s.NLP.Toks
	head := g.core(c)
	switch toks[head].UPOS {
	case "VERB", "NOUN", "AUX", "ADJ":
	default:
		return strings.ToLower(g.text(c.first, c.last))
	}
	lemma := toks[head].Lemma
	if lemma == "accord" {
		return "according to"
	}
	for _, k := range g.s.Tree.Kids(head) {
		if toks[k].Deprel == "compound:prt" {
			lemma += " " + toks[k].Lemma
		}
	}
	return lemma
}

// core is the token of a cue that says how something is said: below its head through open complements and objects, the
// deepest one that the tables know ("went on to praise", "made the claim that").
func (g *stager) core(c cueSpan) int {
	toks := g.s.NLP.Toks
	best, at := c.head, c.head
	known := func(i int) bool { s, _ := g.speech(i); return s != nil }
	for range 4 {
		next := -1
		for _, k := range g.s.Tree.Kids(at) {
			if k >= c.first && k < c.last && g.s.Tree.Rel(k, "xcomp", "obj", "ccomp", "conj", "advcl", "obl") && !g.venueNoun(k) {
				next = k
			}
		}
		if next < 0 {
			break
		}
		at = next
		if known(at) && (g.s.Tree.Rel(at, "xcomp", "ccomp", "advcl") || !known(best)) {
			best = at
		}
	}
	now, _ := g.speech(best)
	for i := c.last - 1; i >= c.first; i-- { // a parse that lost the verb: what praises or blames goes before what only says
		s, _ := g.speech(i)
		if s != nil && toks[i].UPOS != "AUX" && !g.venueNoun(i) && (now == nil || now.Attitude == "" && s.Attitude != "") {
			return i
		}
	}
	return best
}
