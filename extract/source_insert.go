package extract

// sideOfInsert gives an attribution that stands between a conjunction and its clause to that clause: "They are at odds because,
// according to the mayor, the city did not pay" reports what follows and not what went before.
func (g *stager) sideOfInsert(st *statement) {
	toks := g.s.NLP.Toks
	first := st.cue.first
	if len(st.source) == 0 || toks[first].Lemma != "accord" || st.source[0] != st.cue.last || first < 2 || toks[first-1].Text != "," {
		return
	}
	if !oneOf(toks[first-2].UPOS, "SCONJ", "CCONJ") && !oneOf(toks[first-2].Text, "since", "because", "when", "after", "that") {
		return
	}
	next := st.source[len(st.source)-1] + 1
	sent := g.s.NLP.Sents[g.s.Tree.Sent(first)]
	if next >= sent.Last || toks[next].Text != "," || len(st.content) == 0 || st.content[0] > first {
		return
	}
	end := sent.Last
	for end > next+1 && g.v.words[end-1].punct {
		end--
	}
	if end > next+1 {
		st.content = tokenRange(next+1, end)
	}
}

// accusedSource takes from a statement the source that is the one whom a passive verb of accusing or praising is aimed at: in "Holt
// was arrested, accused of fraud" the text does not say who accuses.
func (g *stager) accusedSource(st *statement) {
	if head := g.sourceHead(st); head >= 0 && head < st.cue.first && g.agentless(st) {
		st.source = nil
	}
}

// agentless reports a cue whose verb of accusing or praising is passive: its subject is the target.
func (g *stager) agentless(st *statement) bool {
	if st.cue.last == st.cue.first {
		return false
	}
	tree, core := g.s.Tree, g.core(st.cue)
	said, _ := g.speech(core)
	if said == nil || said.Target != "object" || said.Attitude == "" || g.s.NLP.Toks[core].XPOS != "VBN" || tree.Kid(core, "obj") >= 0 {
		return false
	}
	return tree.Kid(core, "aux:pass", "nsubj:pass") >= 0 || tree.Kid(core, "aux", "nsubj") < 0 && tree.Rel(core, "acl", "advcl")
}
