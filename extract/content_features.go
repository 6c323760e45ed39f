package extract

// Labels of the tagger that finds the source and the content of a given cue.
const (
	argO = iota
	argSource
	argContent
	argLabels
)

// Sentences before and after that of a cue in which its source and content are looked for; quotations that begin or end
// there are taken whole, and no window crosses a paragraph's end.
const (
	windowBefore = 3
	windowAfter  = 5
)

// window is the range of tokens in which the source and content of a cue are looked for.
func (v *view) window(c cueSpan) (first, last int) {
	para := v.ptoks[v.words[c.first].para]
	sent := int(v.words[c.first].sent)
	first = max(para[0], v.doc.Sents[max(sent-windowBefore, 0)].First)
	last = min(para[1], v.doc.Sents[min(sent+windowAfter, len(v.doc.Sents)-1)].Last)
	if q := v.words[first].quote; q >= 0 {
		first = max(para[0], min(first, v.qtoks[q][0]))
	}
	if q := v.words[last-1].quote; q >= 0 {
		last = min(para[1], max(last, v.qtoks[q][1]))
	}
	return min(first, c.first), max(last, c.last)
}

// route is how one token is reached from the cue in the tree.
type route struct {
	up      int32 // steps from the cue's head up to the common ancestor, -1 in another sentence
	branch  int32 // the child of the common ancestor that holds the token, the token's own for the ancestor itself
	second  int32 // the child of branch on the way, or branch
	depth   int32 // steps from the common ancestor down to the token
	nearest int32 // the first cue on the way up from the token: 0 none, 1 this one, 2 another
	commas  int32 // commas between cue and token
	cues    int32 // other cues between
	quotes  int32 // borders of quotations between
	order   int32 // ordinal of the token's quotation counted from the cue: -2 … 2, 0 for none or the cue's own
}

// argContext finds source and content of the cues of one document.
type argContext struct {
	v      *view
	c      *cueContext
	routes []route
	owner  []int32 // index of the cue that a token belongs to, -1 for none
	upsig  []uint32
	anc    []int32
}

func newArgContext(v *view, c *cueContext) *argContext {
	return &argContext{v: v, c: c, owner: make([]int32, len(v.words))}
}

// setCues tells which tokens are cues.
func (a *argContext) setCues(cues []cueSpan) {
	for i := range a.owner {
		a.owner[i] = -1
	}
	for n, c := range cues {
		for i := c.first; i < c.last; i++ {
			a.owner[i] = int32(n)
		}
	}
}

// number is the index of a cue among those that are set. One that is not among them owns its words until done is called.
func (a *argContext) number(set []cueSpan, cue cueSpan) (n int, done func()) {
	for n := range set {
		if set[n].first == cue.first {
			return n, func() {}
		}
	}
	own := func(n int32) {
		for i := cue.first; i < cue.last; i++ {
			a.owner[i] = n
		}
	}
	own(int32(len(set)))
	return len(set), func() { own(-1) }
}

// move changes the borders of cue number n.
func (a *argContext) move(n int, from, to cueSpan) {
	for i := from.first; i < from.last; i++ {
		a.owner[i] = -1
	}
	for i := to.first; i < to.last; i++ {
		a.owner[i] = int32(n)
	}
}

// plan computes the routes of all tokens of the window from cue number n.
func (a *argContext) plan(n int, cue cueSpan, first, last int) {
	v := a.v
	a.routes = grow(a.routes, last-first)
	a.anc, a.upsig = a.anc[:0], a.upsig[:0]
	sig := uint32(1)
	for i := int32(cue.head); i >= 0 && len(a.anc) < 40; i = v.words[i].head {
		a.anc = append(a.anc, i)
		a.upsig = append(a.upsig, sig)
		sig = sig*31 + v.words[i].rel
	}
	for j := first; j < last; j++ {
		r := &a.routes[j-first]
		*r = route{up: -1, branch: int32(j), second: int32(j)}
		for i, steps := int32(j), 0; i >= 0 && steps < 30; i, steps = v.words[i].head, steps+1 {
			if o := a.owner[i]; o >= 0 {
				r.nearest = 2
				if int(o) == n {
					r.nearest = 1
				}
				break
			}
		}
		if v.words[j].sent != v.words[cue.head].sent {
			continue
		}
		a.climb(r, int32(j))
	}
	a.linear(n, cue, first, last)
}

// climb finds the common ancestor of the cue's head and token j.
func (a *argContext) climb(r *route, j int32) {
	b1, b2 := j, j
	depth := int32(0)
	for i := j; i >= 0 && depth < 40; i = a.v.words[i].head {
		for up, x := range a.anc {
			if x == i {
				r.up, r.branch, r.second, r.depth = int32(up), b1, b2, depth
				return
			}
		}
		b2, b1 = b1, i
		depth++
	}
}

// linear counts what stands between the cue and each token.
func (a *argContext) linear(n int, cue cueSpan, first, last int) {
	v := a.v
	scan := func(from, to, step int) {
		var commas, cues, quotes, order int32
		lastQuote, lastCue := v.words[cue.head].quote, int32(n)
		for j := from; j != to; j += step {
			w := &v.words[j]
			if o := a.owner[j]; o >= 0 && o != lastCue && int(o) != n {
				cues++
				lastCue = o
			}
			if w.quote != lastQuote {
				quotes++
				if w.quote >= 0 && order < 3 {
					order++
				}
				lastQuote = w.quote
			}
			r := &a.routes[j-first]
			r.commas, r.cues, r.quotes = min(commas, 3), min(cues, 2), min(quotes, 5)
			if w.quote >= 0 && w.quote != v.words[cue.head].quote {
				r.order = order * int32(step)
			} else {
				r.order = 0
			}
			if v.doc.Toks[j].Text == "," || v.doc.Toks[j].Text == ";" || v.doc.Toks[j].Text == "—" || v.doc.Toks[j].Text == "--" {
				commas++
			}
		}
	}
	scan(cue.last, last, 1)
	scan(cue.first-1, first-1, -1)
}

// argFeatures fills f with the features of token j with regard to the cue; the routes are planned.
func (a *argContext) argFeatures(f *features, cue cueSpan, j, first, last int) {
	v := a.v
	f.ids = f.ids[:0]
	w, h := &v.words[j], &v.words[cue.head]
	r := &a.routes[j-first]
	side, dist := uint32(0), j-cue.last+1
	switch {
	case j < cue.first:
		side, dist = 1, cue.first-j
	case j < cue.last:
		return // no features: the label is fixed
	}
	db := distance(dist)
	sent := uint32(w.sent-h.sent+8) & 15
	quote := uint32(r.order+4)<<4 | uint32(w.qpos)<<1
	if w.quote >= 0 && w.quote == h.quote {
		quote |= 1
	}
	place := side | sent<<1
	p1, n1 := v.at(j-1, first, last), v.at(j+1, first, last)
	p2, n2 := v.at(j-2, first, last), v.at(j+2, first, last)
	f.add(1, place, 0)
	f.add(2, place, db)
	f.add(3, place, w.low)
	f.add(4, place, w.xpos)
	f.add(5, side, w.xpos^db*7)
	f.add(6, side, p1.low)
	f.add(7, side, n1.low)
	f.add(8, side, p1.xpos^w.xpos*3)
	f.add(9, side, n1.xpos^w.xpos*3)
	f.add(10, side, w.xpos^p1.xpos*3^p2.xpos*7)
	f.add(11, side, w.xpos^n1.xpos*3^n2.xpos*7)
	f.add(12, side<<8|db, h.lemma)
	f.add(13, side<<8|min(db, 4), h.lemma^w.low*3)
	f.add(14, side, h.lemma^w.xpos*3)
	f.add(15, side, w.name^w.xpos*3)
	f.add(16, side<<8|db, w.name)
	f.add(17, quote, side)
	f.add(18, quote, h.lemma)
	f.add(19, quote, uint32(r.quotes)<<8|db)
	f.add(20, place, uint32(r.commas)<<8|uint32(r.cues)<<4|uint32(r.quotes))
	f.add(21, uint32(r.nearest), place)
	f.add(22, uint32(r.nearest), quote^uint32(r.cues)<<10)
	f.add(23, uint32(r.nearest)<<4|uint32(r.cues), w.xpos)
	f.add(24, side, w.low^w.quoteState()*5)
	f.add(25, side<<1|uint32(r.cues), w.lex)
	if a.owner[j] >= 0 {
		f.add(26, place, uint32(r.cues))
		f.add(27, w.lemma, side)
	}
	f.add(28, side, p1.low^w.low*3)
	f.add(30, side, w.cluster)
	f.add(31, place<<8|db, h.cluster)
	f.add(32, place, w.xpos^h.cluster<<8)
	f.add(29, side, n1.low^w.low*3)
	a.cueSide(f, cue, side, db, sent, quote)
	a.routeFeatures(f, cue, r, j, side, quote)
}

func (w *word) quoteState() uint32 { return uint32(w.qpos) + 1 }

// distance puts a distance in tokens into one of a dozen classes.
func distance(d int) uint32 {
	switch {
	case d <= 5:
		return uint32(d)
	case d <= 7:
		return 6
	case d <= 10:
		return 7
	case d <= 15:
		return 8
	case d <= 25:
		return 9
	case d <= 40:
		return 10
	}
	return 11
}

// cueSide adds what the cue says about where its source and content stand.
func (a *argContext) cueSide(f *features, cue cueSpan, side, db, sent, quote uint32) {
	v := a.v
	h := &v.words[cue.head]
	next, prev := v.at(cue.last, 0, len(v.words)), v.at(cue.first-1, 0, len(v.words))
	mask := a.c.masks[cue.head]
	f.add(40, side<<8|sent, h.lemma)
	f.add(41, side<<8|sent, h.xpos^quote*5)
	f.add(42, side<<8|sent, next.low)
	f.add(43, side<<8|sent, prev.low)
	f.add(44, side<<8|db, next.low)
	f.add(45, side<<8|db, prev.low)
	f.add(46, side<<8|sent, next.xpos^prev.xpos*3)
	f.add(47, side<<8|sent, mask&(1|1<<1|1<<2|1<<4|1<<5|1<<8|1<<11|1<<15))
	f.add(48, side<<8|sent, h.lex)
	f.add(49, side<<8|sent, h.rel^h.upos*3)
	f.add(50, side<<8|min(db, 3), v.words[cue.last-1].low)
	f.add(51, side<<8|db, uint32(cue.last-cue.first))
	f.add(52, side<<8|sent, next.quoteState()<<4|prev.quoteState()<<8|h.quoteState())
}

// routeFeatures adds the way through the tree from the cue to token j.
func (a *argContext) routeFeatures(f *features, cue cueSpan, r *route, j int, side, quote uint32) {
	v := a.v
	h, w := &v.words[cue.head], &v.words[j]
	if r.up < 0 {
		f.add(60, w.rel, side)
		f.add(61, quote, w.rel)
		return
	}
	up := a.upsig[r.up]
	top := uint32(min(r.up, 4))
	b, s := &v.words[r.branch], &v.words[r.second]
	rel := b.rel
	if r.depth == 0 {
		rel = 7
	}
	path := up ^ rel*5
	f.add(62, path, 0)
	f.add(63, path, side)
	f.add(86, path, h.cluster)
	f.add(87, path, w.cluster)
	f.add(64, path, h.lemma)
	f.add(65, path, h.lex^side)
	f.add(66, path, h.xpos)
	f.add(67, path, w.xpos)
	f.add(68, path, s.rel^uint32(min(r.depth, 3))*7)
	f.add(69, path, quote)
	f.add(70, path, a.c.masks[cue.head])
	f.add(71, path, w.low)
	f.add(72, top^rel*5, uint32(r.nearest)<<1|side)
	f.add(73, top^rel*5, uint32(r.commas)<<8|uint32(r.cues)<<4|side)
	f.add(74, path, h.rel)
	f.add(75, path, a.c.masks[r.branch]&(1<<9|1<<20|1|1<<2))
	f.add(76, path, s.rel^h.lemma*3)
	f.add(77, path, b.name^b.upos*3)
	f.add(78, path, w.rel)
	if k := v.tree.Kid(int(r.branch), "mark", "case"); k >= 0 {
		kw := &v.words[k]
		f.add(79, path, kw.low)
		f.add(80, path, kw.low^h.lemma*3)
		f.add(81, top^rel*5, kw.low^w.upos*3)
	}
	if int(a.c.subj[cue.head]) == j {
		f.add(82, w.upos, h.upos)
	}
	if s := a.c.subj[cue.head]; s >= 0 && v.tree.Under(j, int(s)) {
		f.add(83, h.upos, side)
		f.add(84, h.lemma, side)
		f.add(85, w.rel, uint32(r.nearest))
	}
}
