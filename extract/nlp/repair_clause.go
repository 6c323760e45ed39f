package nlp

import "strings"

// repairClauses mends two mistakes that the parser makes with news, because its treebanks have little of it.
func (a *Analyzer) repairClauses(doc *Doc, s Sent) {
	for i := s.First; i < s.Last; i++ {
		switch doc.Toks[i].Deprel {
		case "mark":
			repairFor(doc, s, i)
		case "advcl":
			a.repairSaid(doc, s, i)
		}
	}
}

// repairFor gives "a spokesman for the bank said" one subject: "for" stands before a noun of the phrase, not before a clause, where the
// finite verb has a subject right before it.
func repairFor(doc *Doc, s Sent, m int) {
	t := doc.Toks
	if m == s.First || strings.ToLower(t[m].Text) != "for" || t[m].Head < m || !isFinite(t[t[m].Head].XPOS) {
		return
	}
	if n := &t[m-1]; n.Head != t[m].Head || !isSubject(n.Deprel) {
		return
	}
	for k := m + 1; k < t[m].Head; k++ {
		if t[k].Head == t[m].Head && isSubject(t[k].Deprel) {
			t[k].Head, t[k].Deprel = m-1, "nmod"
			t[m].Head, t[m].Deprel = k, "case"
			return
		}
	}
}

// repairSaid makes a clause in front of its verb of saying ("Prices rose, the bank said") what is said, not a circumstance: it is finite,
// has a subject of its own and no word that binds it.
func (a *Analyzer) repairSaid(doc *Doc, s Sent, d int) {
	t := doc.Toks
	v := t[d].Head
	if v < d || !a.says[t[v].Lemma] {
		return
	}
	subject, finite, speaker := false, isFinite(t[d].XPOS), false
	for i := s.First; i < s.Last; i++ {
		switch own := t[i].Head == d; {
		case own && isSubject(t[i].Deprel):
			subject = true
		case own && (t[i].Deprel == "mark" || t[i].XPOS == "WRB" && i < d):
			return
		case own && (t[i].Deprel == "aux" || t[i].Deprel == "cop") && isFinite(t[i].XPOS):
			finite = true
		case t[i].Head == v && (t[i].Deprel == "ccomp" || t[i].Deprel == "obj"):
			return
		case t[i].Head == v && i > d && isSubject(t[i].Deprel):
			speaker = true
		}
	}
	if subject && finite && speaker {
		t[d].Deprel = "ccomp"
	}
}

func isSubject(deprel string) bool { return deprel == "nsubj" || deprel == "nsubj:pass" }

func isFinite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD"
}
