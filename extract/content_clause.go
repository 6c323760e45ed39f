package extract

import "slices"

// cutAtClause takes from the end of indirect speech what belongs to the clause that the cue stands in: in "Critics of the mayor,
// who said it was safe, left" the content ends before the comma. It asks that the parser hung the content's start below the cue
// and the rest above it.
func (g *stager) cutAtClause(st *statement) {
	if st.cue.last == st.cue.first || st.content[0] < st.cue.last || slices.ContainsFunc(st.content, g.quotedToken) {
		return
	}
	tree := g.s.Tree
	root := -1
	for _, k := range tree.Kids(st.cue.head) {
		if tree.Rel(k, "ccomp", "xcomp", "obj", "advcl") && tree.Under(st.content[0], k) {
			root = k
		}
	}
	if root < 0 {
		return
	}
	for n, i := range st.content {
		if n == 0 || g.s.NLP.Toks[i].Text != "," || st.content[n-1] != i-1 {
			continue
		}
		rest := st.content[n+1:]
		above := len(rest) > 0 && !slices.ContainsFunc(rest, func(j int) bool {
			return g.v.words[j].sent != g.v.words[st.cue.head].sent || !g.v.words[j].punct && tree.Under(j, st.cue.head)
		})
		if above && tree.Under(st.cue.head, g.contentRoot(rest)) {
			st.content = st.content[:n:n]
			return
		}
	}
}

func (g *stager) quotedToken(i int) bool { return g.v.words[i].quote >= 0 }
