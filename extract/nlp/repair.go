package nlp

// Repairs of trees, for what parsers of Universal Dependencies do wrong in news again and again. Each is measured against the development
// treebanks, which must agree.

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

// repairTitle hangs a title below the name that it stands before, as Universal Dependencies has it, where the parser made the name a part of
// the title. Parsers learned from American text know "Mr." well and "Mr", "Ms" and "Dr" badly.
func repairTitle(doc *Doc, s Sent, n *Name, words []attrs) {
	t, title, name := doc.Toks, n.First-1, n.First
	if n.Type != "PER" || title < s.First || t[title].UPOS != "PROPN" && !isTitle(&words[title]) {
		return
	}
	if t[title].Head == name {
		if d := t[title].Deprel; isTitle(&words[title]) && (d == "compound" || d == "amod" || d == "flat") {
			t[title].Deprel = "nmod:desc"
		}
		return
	}
	if d := t[name].Deprel; t[name].Head != title || d != "flat" && !isTitle(&words[title]) {
		return
	}
	t[name].Head, t[name].Deprel = t[title].Head, t[title].Deprel
	t[title].Head, t[title].Deprel = name, "nmod:desc"
	for i := s.First; i < s.Last; i++ {
		own := i < title && (t[i].Deprel == "compound" || t[i].Deprel == "amod" || t[i].Deprel == "nmod:poss")
		if t[i].Head == title && !own {
			t[i].Head = name
		}
	}
}

// repairPerson makes the words of a person's name one flat phrase below its first word, where the parser did not see that they are one.
func repairPerson(doc *Doc, s Sent, n *Name, words []attrs) {
	if n.Type != "PER" || n.Last-n.First < 2 || words[n.First].known&(kindTitle|kindOffice) != 0 && words[n.First].known&kindGiven == 0 {
		return
	}
	top, flat := -1, true // the word that the name hangs by, and whether nothing is to be done
	for i := n.First; i < n.Last; i++ {
		t := &doc.Toks[i]
		if t.UPOS != "PROPN" {
			return
		}
		flat = flat && (i == n.First || t.Head == n.First && t.Deprel == "flat")
		if outside := t.Head < n.First || t.Head >= n.Last; outside && (top < 0 || !isNamePart(t.Deprel)) {
			top = i
		}
	}
	if flat || within(doc, doc.Toks[top].Head, n, top) {
		return
	}
	doc.Toks[n.First].Head, doc.Toks[n.First].Deprel = doc.Toks[top].Head, doc.Toks[top].Deprel
	for i := s.First; i < s.Last; i++ {
		t := &doc.Toks[i]
		switch inside := i > n.First && i < n.Last; {
		case inside:
			t.Head, t.Deprel = n.First, "flat"
		case i != n.First && t.Head > n.First && t.Head < n.Last:
			t.Head = n.First
		}
	}
}

func isNamePart(deprel string) bool {
	switch deprel {
	case "flat", "compound", "nmod:desc", "amod":
		return true
	}
	return false
}

// within reports whether word i hangs, over any number of words, below another word of the name than top.
func within(doc *Doc, i int, n *Name, top int) bool {
	for i >= 0 {
		if i >= n.First && i < n.Last {
			return i != top
		}
		i = doc.Toks[i].Head
	}
	return false
}
