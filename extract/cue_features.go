package extract

// Labels of the cue tagger.
const (
	cueO = iota
	cueB
	cueI
	cueLabels
)

// none stands for a token outside of the text.
var none = word{low: 3, lemma: 3, suf: 3, upos: 3, xpos: 3, rel: 3, name: 3, lex: 0, quote: -1, head: -1}

// kinds of children that features ask about, as bits of a mask
var kidBits = map[string]uint32{
	"nsubj": 1, "nsubj:pass": 1 << 1, "obj": 1 << 2, "iobj": 1 << 3, "ccomp": 1 << 4, "xcomp": 1 << 5, "advcl": 1 << 6, "obl": 1 << 7,
	"parataxis": 1 << 8, "mark": 1 << 9, "aux": 1 << 10, "aux:pass": 1 << 11, "cop": 1 << 12, "csubj": 1 << 13, "expl": 1 << 14,
	"acl": 1 << 15, "acl:relcl": 1 << 16, "compound:prt": 1 << 17, "nmod": 1 << 18, "nmod:poss": 1 << 19, "case": 1 << 20, "det": 1 << 21,
	"obl:agent": 1 << 22,
}

// cueContext holds what the cue features of a document share.
type cueContext struct {
	v     *view
	masks []uint32   // kidBits of each token's children
	subj  []int32    // the subject of each token: its own, or that of the clause it is coordinated with or subordinate to
	edges [][2]int32 // the tokens [first, last) that each token's subtree covers, gaps included
}

func newCueContext(v *view) *cueContext {
	c := &cueContext{v: v, masks: make([]uint32, len(v.words)), subj: make([]int32, len(v.words))}
	for i := range v.words {
		c.subj[i] = -1
		if h := v.words[i].head; h >= 0 && !v.words[i].punct {
			c.masks[h] |= kidBits[v.doc.Toks[i].Deprel]
		}
	}
	for i := range v.words {
		c.subj[i] = int32(v.subject(i))
	}
	c.edges = v.edges()
	return c
}

// edges gives for each token the range of tokens [first, last) that its subtree covers.
func (v *view) edges() [][2]int32 {
	out := make([][2]int32, len(v.words))
	for i := range out {
		out[i] = [2]int32{int32(i), int32(i) + 1}
	}
	for i := range out {
		for h, steps := v.words[i].head, 0; h >= 0 && steps < 100; h, steps = v.words[h].head, steps+1 {
			out[h][0], out[h][1] = min(out[h][0], int32(i)), max(out[h][1], int32(i)+1)
		}
	}
	return out
}

// subject is the subject of the clause that token i heads or, without one of its own, of the clause above: for a
// coordinated clause, an open complement, an adverbial or adnominal clause. -1 when there is none.
func (v *view) subject(i int) int {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		for _, k := range v.tree.Kids(i) {
			if v.tree.Rel(k, "nsubj") && !v.words[k].punct {
				return k
			}
		}
		switch {
		case v.tree.Rel(i, "conj", "xcomp", "advcl", "cop", "aux", "fixed"):
		case v.tree.Rel(i, "acl"):
			return v.doc.Toks[i].Head
		default:
			return -1
		}
		i = v.doc.Toks[i].Head
	}
	return -1
}

func (v *view) at(i int, first, last int) *word {
	if i < first || i >= last {
		return &none
	}
	return &v.words[i]
}

func (v *view) up(w *word) *word {
	if w.head < 0 {
		return &none
	}
	return &v.words[w.head]
}

// cueFeatures fills f with the features of token i of the paragraph [first, last).
func (c *cueContext) cueFeatures(f *features, i, first, last int) {
	v := c.v
	f.ids = f.ids[:0]
	w := &v.words[i]
	p1, p2, p3 := v.at(i-1, first, last), v.at(i-2, first, last), v.at(i-3, first, last)
	n1, n2, n3 := v.at(i+1, first, last), v.at(i+2, first, last), v.at(i+3, first, last)
	f.add(0, 0, 0)
	f.add(1, w.low, 0)
	f.add(2, w.lemma, 0)
	f.add(3, w.xpos, 0)
	f.add(4, w.suf, w.xpos)
	f.add(5, p1.low, 0)
	f.add(6, n1.low, 0)
	f.add(7, p2.low, 0)
	f.add(8, n2.low, 0)
	f.add(9, p1.xpos, 0)
	f.add(10, n1.xpos, 0)
	f.add(11, p1.lemma, w.lemma)
	f.add(12, w.lemma, n1.lemma)
	f.add(13, p1.xpos, w.xpos)
	f.add(14, w.xpos, n1.xpos)
	f.add(15, w.lemma, n1.xpos)
	f.add(16, w.lemma, p1.xpos)
	f.add(17, w.xpos^p1.xpos*3, n1.xpos)
	f.add(18, p2.xpos^p1.xpos*3, w.xpos)
	f.add(19, n2.xpos^n1.xpos*3, w.xpos)
	f.add(20, w.lemma, n2.lemma)
	f.add(21, w.lemma, p2.lemma)
	f.add(22, p2.lemma^p1.lemma*3, w.lemma)
	f.add(23, n2.lemma^n1.lemma*3, w.lemma)
	f.add(24, w.lemma, w.xpos)
	f.add(25, p3.low, w.upos)
	f.add(26, n3.low, w.upos)
	f.add(27, p1.name, w.upos)
	f.add(28, n1.name, w.upos)
	f.add(29, w.name, w.upos)
	f.add(30, uint32(w.shape), uint32(p1.shape))
	c.cueTree(f, i, w)
	c.cueQuotes(f, i, first, last)
	c.cueClusters(f, i, w, p1, n1)
	f.add(31, w.lex, 0)
	f.add(32, w.lex, w.xpos)
	f.add(33, p1.lex, w.upos)
	f.add(34, n1.lex, w.upos)
	f.add(35, p2.lex, n2.lex)
	if w.para == 0 {
		f.add(36, w.low, 0)
		f.add(37, w.upos, 0)
	}
}

// cueTree adds what the dependency tree says about token i.
func (c *cueContext) cueTree(f *features, i int, w *word) {
	v := c.v
	h := v.up(w)
	g := v.up(h)
	mask := c.masks[i]
	f.add(40, w.rel, 0)
	f.add(41, w.lemma, w.rel)
	f.add(42, h.lemma, w.rel)
	f.add(43, h.xpos^w.rel*3, w.xpos)
	f.add(44, h.lemma, w.lemma)
	f.add(45, g.lemma, w.rel^h.rel*3)
	f.add(46, h.lex, w.rel)
	f.add(47, h.lex^w.rel*3, w.lemma)
	f.add(48, g.lex, w.rel^h.rel*3)
	f.add(49, h.rel, w.rel)
	f.add(50, w.upos, mask)
	f.add(51, w.lemma, mask)
	f.add(52, w.lex, mask)
	if w.head >= 0 {
		f.add(53, w.rel^w.upos*3, c.masks[w.head])
		f.add(54, h.lemma^w.rel*3, c.masks[w.head])
	}
	for _, k := range v.tree.Kids(i) {
		kw := &v.words[k]
		if kw.punct {
			continue
		}
		side := uint32(0)
		if k < i {
			side = 1
		}
		f.add(55, kw.rel, w.upos<<1|side)
		f.add(56, kw.rel, w.lemma<<1|side)
		f.add(57, kw.rel^kw.lemma*3, w.lemma)
		f.add(58, kw.rel^kw.lemma*3, w.upos)
		f.add(59, kw.rel^kw.name*3, w.lemma)
		f.add(60, kw.lex^kw.rel*3, w.upos)
		f.add(61, kw.rel^w.lemma*5, c.masks[k]&(1<<4|1<<5|1<<15|1<<16|1<<9|1<<20))
		f.add(62, kw.rel^w.upos*5, kw.xpos^c.masks[k]&(1<<4|1<<5|1<<15|1<<16|1<<9|1<<20))
	}
	if s := c.subj[i]; s >= 0 {
		sw := &v.words[s]
		f.add(63, sw.lemma, w.upos)
		f.add(64, sw.name^sw.xpos*3, w.upos)
		f.add(65, sw.name^sw.xpos*3, w.lemma)
		f.add(66, sw.name^sw.xpos*3, w.lex)
		f.add(67, sw.lex, w.upos)
	} else {
		f.add(68, w.lemma, w.upos)
	}
	// the governing verb's subject, for the parts of a cue below its head
	if w.head >= 0 {
		if s := c.subj[w.head]; s >= 0 {
			f.add(69, v.words[s].name^v.words[s].xpos*3, w.rel^h.lex*3)
		}
	}
}

// cueClusters adds the word classes of token i and of those about it, for cues that the training articles do not have.
func (c *cueContext) cueClusters(f *features, i int, w, p1, n1 *word) {
	v := c.v
	h := v.up(w)
	f.add(101, w.cluster, w.rel)
	f.add(102, w.cluster, n1.xpos)
	f.add(103, w.cluster, c.masks[i])
	f.add(104, w.cluster, n1.low)
	f.add(105, w.cluster, p1.low)
	f.add(106, w.cluster, h.cluster)
	f.add(107, h.cluster, w.rel)
	f.add(108, w.cluster, w.xpos)
	f.add(109, w.cluster, n1.cluster)
	f.add(110, p1.cluster, w.cluster)
	f.add(111, p1.cluster, w.upos)
	f.add(112, n1.cluster, w.upos)
	if s := c.subj[i]; s >= 0 {
		f.add(113, v.words[s].cluster, w.cluster)
		f.add(114, v.words[s].cluster, w.upos)
	}
	for _, k := range v.tree.Kids(i) {
		f.add(115, v.words[k].cluster, v.words[k].rel^w.upos)
		f.add(116, v.words[k].cluster, v.words[k].rel^w.cluster*7)
	}
}

// cueQuotes adds where the quotations near token i are.
func (c *cueContext) cueQuotes(f *features, i, first, last int) {
	v := c.v
	w := &v.words[i]
	before, after := uint32(9), uint32(9) // distance to a quotation that ends before i, that starts after i
	crossed := uint32(0)
	for d := 1; d <= 8 && i-d >= first; d++ {
		o := &v.words[i-d]
		if o.quote >= 0 && o.quote != w.quote {
			before = uint32(d)
			break
		}
		if o.sent != w.sent {
			crossed = 1
		}
	}
	for d := 1; d <= 8 && i+d < last; d++ {
		o := &v.words[i+d]
		if o.quote >= 0 && o.quote != w.quote {
			after = uint32(d)
			break
		}
		if o.sent != w.sent {
			crossed |= 2
		}
	}
	q := uint32(w.qpos)
	f.add(80, q, w.upos)
	f.add(81, before<<8|crossed, w.upos)
	f.add(82, after<<8|crossed, w.upos)
	f.add(83, before<<16|after<<8|crossed, w.xpos)
	f.add(84, before<<16|after<<8|q, w.lex)
	f.add(85, min(before, 3)<<8|min(after, 3), w.lemma)
	s := v.doc.Sents[w.sent]
	if v.words[max(s.First, first)].quote >= 0 {
		f.add(86, w.upos, w.lex)
	}
	if s.Last < last && v.words[s.Last].qpos == qOpen {
		f.add(87, w.upos, w.lex)
	}
	length := uint32(0)
	if w.quote >= 0 {
		qt := v.qtoks[w.quote]
		length = min(uint32(qt[1]-qt[0])/4, 4)
	}
	f.add(88, length, w.lex)
	f.add(89, length, w.rel)
}
