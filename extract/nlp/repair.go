package nlp

// repairMeasures mends one mistake that parsers of Universal Dependencies make with the measures of news: in "a 100-person,
// two-year mission" they take the first measure for the noun and the rest for an apposition. A singular noun behind a
// number and a hyphen measures what follows, and what follows heads the phrase.
func repairMeasures(doc *Doc, s Sent) {
	for m := s.First + 2; m < s.Last-1; m++ {
		if isMeasure(doc, m) {
			repairMeasure(doc, s, m)
		}
	}
}

// isMeasure: token m is the noun of "100-person", with a comma behind it.
func isMeasure(doc *Doc, m int) bool {
	t := doc.Toks
	return t[m].XPOS == "NN" && t[m-1].Text == "-" && t[m-2].UPOS == "NUM" && t[m+1].Text == "," &&
		t[m].Start == t[m-1].End && t[m-1].Start == t[m-2].End
}

func repairMeasure(doc *Doc, s Sent, m int) {
	t := doc.Toks
	h := measured(doc, s, m)
	if h < 0 || t[m].Head == h {
		return
	}
	if t[h].Head == m { // the measure heads the phrase: the two change places
		t[h].Head, t[h].Deprel = t[m].Head, t[m].Deprel
	} else if t[h].Head != t[m].Head { // they belong to different words: too little is sure
		return
	}
	t[m].Head, t[m].Deprel = h, "compound"
	for i := s.First; i < s.Last; i++ {
		left := i < m-2 && (t[i].Deprel == "det" || t[i].Deprel == "nmod:poss" || t[i].Deprel == "amod")
		if t[i].Head == m && (left || i > m) {
			t[i].Head = h
		}
	}
}

// measured finds the noun that heads the phrase behind the comma: the last of a row of nouns, adjectives and measures.
func measured(doc *Doc, s Sent, m int) int {
	t := doc.Toks
	h := -1
	for i := m + 2; i < s.Last; i++ {
		switch {
		case t[i].UPOS == "NOUN" || t[i].UPOS == "PROPN":
			h = i
		case t[i].UPOS == "ADJ" || t[i].UPOS == "NUM" || t[i].Text == "-" || t[i].UPOS == "SYM":
		default:
			if h >= 0 && (t[h].Head == m || t[h].Head == t[m].Head) {
				return h
			}
			return -1
		}
	}
	return -1
}
