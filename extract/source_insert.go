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
