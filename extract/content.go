package extract

import (
	"cmp"
	"slices"
)

// attribution is a found statement in tokens: who (source), by which words (cue), what (content).
type attribution struct {
	cue     cueSpan
	source  []int // tokens, sorted; empty when the text names none
	content []int
	argProb float64 // mean probability of the labels of source and content
	srcProb float64 // mean probability of the source's tokens
	border  float64 // least probability among the content's outermost tokens
	whole   float64 // logarithm of the probability of all labels together
	margin  float64 // by how much it was chosen before the next way to label
	agree   float64 // the share of its content that may be expected to be right
	prob    float64 // that it is a statement with this source and content
}

// attributor finds attributions: the cue tagger proposes cues, the argument tagger labels source and content of each in several
// ways, of which the reranker chooses one, and the ranker says how likely the whole is right; of those that share words the likelier
// win.
type attributor struct {
	cue, arg *tagger
	rerank   *tagger    // nil: the tagger's best labelling
	rank     *tagger    // nil: the cue's probability
	bias     float32    // added to the scores of cues, so that doubtful ones come to the ranker
	least    thresholds // of the ranker's probability
}

// thresholds are the probabilities from which an attribution becomes a statement.
type thresholds struct {
	quoted   float64 // with a quotation
	known    float64 // by a word of speech or thought that the knowledge tables have
	other    float64 // by other words
	nameless float64 // by a source that the text does not name ("is expected to")
}

// finder is an attributor at work on one document.
type finder struct {
	m      *attributor
	v      *view
	c      *cueContext
	a      *argContext
	f      features
	cues   chain
	args   chain
	ranks  chain
	cuer   *taggerScorer
	arger  *taggerScorer
	rater  *taggerScorer
	shaper *taggerScorer
	shape  [2]float32
	odds   []float64
}

func (m *attributor) finder(v *view) *finder {
	c := newCueContext(v)
	f := &finder{m: m, v: v, c: c, a: newArgContext(v, c)}
	if m.cue != nil {
		f.cues, f.cuer = *m.cue.chain(), m.cue.scorer()
	}
	if m.arg != nil {
		f.args, f.arger = *m.arg.chain(), m.arg.scorer()
	}
	if m.rerank != nil {
		f.shaper = m.rerank.scorer()
	}
	if m.rank != nil {
		f.ranks, f.rater = *m.rank.chain(), m.rank.scorer()
	}
	return f
}

// attributions finds all attributions of a document, in the order of their cues.
func (m *attributor) attributions(v *view) []attribution {
	f := m.finder(v)
	cues := f.findCues()
	atts := f.findArgs(cues)
	f.rate(atts)
	return f.choose(atts)
}

// findCues proposes cues in text order, doubtful ones included.
func (f *finder) findCues() []cueSpan {
	var out []cueSpan
	for p := range f.v.ptoks {
		out = f.paragraphCues(out, f.v.ptoks[p][0], f.v.ptoks[p][1])
	}
	return out
}

func (f *finder) paragraphCues(out []cueSpan, first, last int) []cueSpan {
	if first == last {
		return out
	}
	c := &f.cues
	c.scores = grow(c.scores, (last-first)*cueLabels)
	for i := first; i < last; i++ {
		f.c.cueFeatures(&f.f, i, first, last)
		f.cuer.emit(f.f.ids, c.scores[(i-first)*cueLabels:(i-first+1)*cueLabels])
	}
	start := len(out)
	marg, _ := c.marginals()
	out = f.readCues(out, c.viterbi(), marg, first, start)
	if f.m.bias > 0 {
		c.favour(f.m.bias)
		out = f.readCues(out, c.viterbi(), marg, first, start)
		c.favour(-f.m.bias)
	}
	for i := range out[start:] {
		f.otherBorders(&out[start+i], out[start:], first, last)
	}
	slices.SortFunc(out[start:], func(a, b cueSpan) int { return cmp.Compare(a.first, b.first) })
	return out
}

// favour adds to the scores of cues, and a fifth of that to those of each further word of a cue: more would make them long.
func (c *chain) favour(bias float32) {
	for i := 0; i < len(c.scores); i += cueLabels {
		c.scores[i+cueB] += bias
		c.scores[i+cueI] += bias / 5
	}
}

// readCues adds the spans that labels mark, but for those that overlap one of out[start:].
func (f *finder) readCues(out []cueSpan, labels []int8, marg []float64, first, start int) []cueSpan {
	known := len(out)
	for i := 0; i < len(labels); i++ {
		if labels[i] == cueO {
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] == cueI {
			j++
		}
		s := cueSpan{first: first + i, last: first + j}
		if !slices.ContainsFunc(out[start:known], func(o cueSpan) bool { return o.first < s.last && s.first < o.last }) {
			for k := i; k < j; k++ { // the likeliest token speaks for the span
				s.prob = max(s.prob, 1-marg[k*cueLabels+cueO])
			}
			s.head = f.v.headOf(s.first, s.last)
			out = append(out, s)
		}
		i = j - 1
	}
	return out
}

// likelyCues are the cues that count as cues when another's source and content are looked for.
func likelyCues(cues []cueSpan) []cueSpan {
	var out []cueSpan
	for _, c := range cues {
		if c.prob >= 0.5 {
			out = append(out, c)
		}
	}
	return out
}

// findArgs finds source and content of every cue; cues without content are left out.
func (f *finder) findArgs(cues []cueSpan) []attribution {
	out := make([]attribution, 0, len(cues))
	likely := likelyCues(cues)
	f.a.setCues(likely)
	for _, cue := range cues {
		n, done := f.a.number(likely, cue)
		a := f.args1(n, cue)
		done()
		if len(a.content) == 0 {
			f.fromNextParagraph(&a)
		}
		if len(a.content) == 0 && cue.prob >= sureCue {
			f.fromTree(&a)
		}
		if len(a.content) > 0 {
			out = append(out, a)
		}
	}
	return out
}

// sureCue is the probability from which a cue without a content gets what the tree offers.
const sureCue = 0.9

// fromNextParagraph takes the quotation that begins the next paragraph as the content of a cue whose own paragraph ends with a colon
// behind it: "The mayor said:". The tagger sees one paragraph.
func (f *finder) fromNextParagraph(a *attribution) {
	v := f.v
	p := int(v.words[a.cue.first].para)
	end := v.ptoks[p][1]
	if p+1 == len(v.ptoks) || v.doc.Toks[end-1].Text != ":" || v.words[end-1].sent != v.words[a.cue.first].sent {
		return
	}
	next := v.ptoks[p+1]
	if next[0] == next[1] || v.words[next[0]].qpos != qOpen {
		return
	}
	q := v.qtoks[v.words[next[0]].quote]
	a.content, a.argProb, a.border = tokenRange(q[0], q[1]), 0.5, 0.5
}

// fromTree takes the clause that depends on the cue as its content, and the subject as its source.
func (f *finder) fromTree(a *attribution) {
	tree, words := f.v.tree, f.v.words
	first, last := f.v.window(a.cue)
	take := func(top int) []int {
		toks := tree.Yield(nil, top, func(k int) bool { return k >= a.cue.first && k < a.cue.last })
		return slices.DeleteFunc(toks, func(i int) bool { return i < first || i >= last })
	}
	for _, k := range tree.Kids(a.cue.head) {
		if tree.Rel(k, "ccomp", "parataxis") && !words[k].punct {
			a.content, a.argProb, a.border = take(k), 0.5, 0.5
			break
		}
	}
	if len(a.content) == 0 || len(a.source) > 0 {
		return
	}
	if s := f.c.subj[a.cue.head]; s >= 0 && int(words[s].head) == a.cue.head && !sharesWord(a.content, []int{int(s)}) {
		a.source, a.srcProb = take(int(s)), 0.5
	}
}

// args1 finds source and content of one cue, and its borders.
func (f *finder) args1(n int, cue cueSpan) attribution {
	pool := f.pool(n, cue, f.m.rerank != nil)
	best, margin, agree := f.rerank(pool, n)
	w := &pool[best]
	a := attribution{cue: w.cue, border: 1, whole: w.logp, margin: margin, agree: agree}
	sum, content := 0.0, 0.0
	for i, l := range w.labels {
		p := w.marg[i*argLabels+int(l)]
		switch l {
		case argSource:
			a.source = append(a.source, w.first+i)
			sum += p
		case argContent:
			a.content = append(a.content, w.first+i)
			content += p
			if i == 0 || i == len(w.labels)-1 || w.labels[i-1] != argContent || w.labels[i+1] != argContent {
				a.border = min(a.border, p)
			}
		}
	}
	if len(a.content) > 0 {
		a.argProb = content / float64(len(a.content))
	}
	if len(a.source) > 0 {
		a.srcProb = sum / float64(len(a.source))
	}
	return a
}
