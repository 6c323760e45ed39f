package extract

import (
	"slices"
	"strings"
	"unicode"

	"dictum/graph"
)

// joinAcronyms gives acronyms to the name they stand for: the one in whose brackets they stand, or whose initials they are.
func (r *resolver) joinAcronyms() {
	for i := range r.Mentions {
		m := &r.Mentions[i]
		short := r.of[i]
		if short == nil || !isAcronym(r.textOf(m)) {
			continue
		}
		if long := r.bracketed(i); long != nil && compatible(short, long) {
			r.merge(long, short)
		}
	}
	byInitials := map[string][]*entity{}
	for _, e := range r.ents {
		for _, key := range initials(e.name) {
			byInitials[key] = append(byInitials[key], e)
		}
	}
	for _, short := range slices.Clone(r.ents) {
		if short.org != nil || short.country != nil || !isAcronym(short.name) || short.typ == graph.Person {
			continue
		}
		longs := byInitials[letters(short.name)]
		if i := slices.IndexFunc(longs, func(long *entity) bool { return compatible(short, long) }); i >= 0 {
			r.merge(longs[i], short)
		}
	}
}

// distrustAcronyms forgets what the tables know of an acronym that the document itself explains otherwise: the initials of
// another name in it ("RAF" beside "Royal Air Force").
func (r *resolver) distrustAcronyms() {
	names := map[string][]*Mention{} // by initials
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Type == graph.Organization || m.Type == graph.Misc {
			for _, key := range initials(r.textOf(m)) {
				names[key] = append(names[key], m)
			}
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		o := orgOf(m)
		if text := r.textOf(m); o == nil || !isAcronym(text) || len(names[letters(text)]) == 0 {
			continue
		} else if slices.ContainsFunc(names[letters(text)], func(long *Mention) bool { return orgOf(long) == o }) {
			continue
		}
		m.entries = nil
	}
}

// compatible reports whether two entities can be one: they are not known to be different things.
func compatible(a, b *entity) bool {
	if a == b || a.country != nil || b.country != nil || a.org != nil && b.org != nil {
		return false
	}
	return (a.typ == graph.Person) == (b.typ == graph.Person)
}

// bracketed is the entity before the bracket that mention i fills: "Government Accountability Office (GAO)".
func (r *resolver) bracketed(i int) *entity {
	m := &r.Mentions[i]
	toks := r.NLP.Toks
	if m.First < 2 || m.Last >= len(toks) || toks[m.First-1].Text != "(" {
		return nil
	}
	if end := toks[m.Last].Text; end != ")" && end != "," && end != ";" {
		return nil
	}
	j := r.nameAt(m.First - 2)
	if j < 0 || r.of[j] == nil || r.of[j] == r.of[i] {
		return nil
	}
	long := r.words(r.Mentions[j].First, r.Mentions[j].Last)
	if spells(r.textOf(m), long) || r.of[j].typ == r.of[i].typ && strings.Contains(long, " ") {
		return r.of[j]
	}
	return nil
}

// spells reports whether the letters of an acronym are the initials of the long name's words; small words may be left out.
func spells(acronym, long string) bool {
	key := letters(acronym)
	return len(key) > 1 && slices.Contains(initials(long), key)
}

// letters are the letters of an acronym, small.
func letters(acronym string) string {
	return strings.Map(func(c rune) rune {
		if !unicode.IsLetter(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, acronym)
}

// initials are the acronyms that a name of several words can have: of all words, and of those with a capital.
func initials(long string) []string {
	words := strings.FieldsFunc(long, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' && c != '.' })
	if len(words) < 2 {
		return nil
	}
	var full, content strings.Builder
	for _, w := range words {
		c := []rune(w)[0]
		full.WriteRune(unicode.ToLower(c))
		if unicode.IsUpper(c) {
			content.WriteRune(unicode.ToLower(c))
		}
	}
	return []string{full.String(), content.String()}
}

// isAcronym reports whether a name is one word of capitals, digits and dots ("CSTO", "U.N.", "G20").
func isAcronym(name string) bool {
	letters := 0
	for _, c := range name {
		switch {
		case unicode.IsUpper(c):
			letters++
		case unicode.IsDigit(c) || c == '.' || c == '&' || c == '-':
		default:
			return false
		}
	}
	return letters >= 2
}

// joinLongNames gives the first or last words of an organisation's name to it ("Lockheed" after "Lockheed Martin", "the Air
// Force" after "the U.S. Air Force"), when no other name fits.
func (r *resolver) joinLongNames() {
	longs := map[string][]*entity{} // organisations by every word of their names
	for _, e := range r.ents {
		for _, w := range nameWords(e) {
			longs[w] = append(longs[w], e)
		}
	}
	for _, short := range slices.Clone(r.ents) {
		if short.typ != graph.Organization && short.typ != graph.Misc || len(short.forms) == 0 {
			if short.country != nil || short.typ != graph.Location || !isModel(short.name) {
				continue
			}
		}
		var fit *entity
		several := false
		first, _, _ := strings.Cut(graph.FoldName(short.name), " ")
		for _, long := range longs[first] { // by the first word of the short name, wherever it stands in the long one
			fits := long.typ == graph.Organization && shortens(short, long) || thing(short, long) && (closes(short, long) || versionOf(short, long)) || takesUp(short, long)
			if fits && long != short && (short.org == nil || long.org == nil && onlySort(short, long) || takesUp(short, long)) {
				several = several || fit != nil
				fit = long
			}
		}
		if fit != nil && !several {
			r.merge(fit, short)
		}
	}
}

// takesUp reports whether a body that the tables know by its short name is the longer one named before, whose name ends in it: "the
// Red Cross" after "the International Committee of the Red Cross". By its full name alone it would be itself.
func takesUp(short, long *entity) bool {
	return short.org != nil && long.org != nil && long.first < short.first && strings.HasSuffix(graph.FoldName(long.org.Name), " "+graph.FoldName(short.org.Name)) &&
		len(strings.Fields(short.org.Name)) > 1
}

// thing reports whether the long name is that of a thing, and so can the short one be: "Lion" for "Mac OS X Lion".
func thing(short, long *entity) bool {
	return long.typ == graph.Misc && short.org == nil && (oneOf(short.typ, graph.Misc, graph.Organization) || isModel(short.name))
}

// closes reports whether a thing's name ends in the short one.
func closes(short, long *entity) bool {
	return strings.HasSuffix(graph.FoldName(long.name), " "+graph.FoldName(short.name))
}

// versionOf reports whether the long name, which came first, is the short one with the number of a version: "the iPhone" after "the
// iPhone 4".
func versionOf(short, long *entity) bool {
	rest, ok := strings.CutPrefix(long.name, short.name+" ")
	return ok && long.first < short.first && isVersion(rest)
}

// nameWords are the folded words of an organisation's names, each once.
func nameWords(e *entity) []string {
	if e.typ != graph.Organization && e.typ != graph.Misc {
		return nil
	}
	var out []string
	for _, f := range append([]string{e.name}, e.forms...) {
		out = append(out, strings.Fields(graph.FoldName(f))...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shortens reports whether an organisation's name is a short form of another's: without the words that only say what sort of
// company it is; or, after the long form, its first word of two; or what follows a place in it.
func shortens(short, long *entity) bool {
	a := strings.Fields(graph.FoldName(short.name))
	for _, form := range append([]string{long.name}, long.forms...) {
		b := strings.Fields(graph.FoldName(form))
		if len(a) == 0 || len(a) >= len(b) {
			continue
		}
		if slices.Equal(a, b[:len(a)]) {
			of := len(a) > 1 && b[len(a)] == "of" && long.first < short.first // "Financial Corp of America"
			if of || allSort(b[len(a):]) || len(b) == 2 && long.first < short.first {
				return true
			}
		}
		if core := strings.Fields(graph.FoldName(withoutInitials(form))); len(core) < len(b) && long.first < short.first && len(a) < len(core) &&
			slices.Equal(a, core[:len(a)]) && allSort(core[len(a):]) {
			return true // "Corman" after "J.R. Corman Co Inc"
		}
		if len(a) == 1 && len(b) == 2 && a[0] == b[1] && long.first < short.first && isBodyNoun(a[0]) {
			return true // "the Union" after "the European Union"
		}
		if long.first < short.first && len(a) >= 2 && len(b)-len(a) <= 2 && slices.Equal(a, b[len(b)-len(a):]) {
			return true
		}
	}
	return false
}

// withoutInitials cuts the initials off the beginning of a firm's name: "J.R. Corman Co Inc".
func withoutInitials(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && (len(words[0]) == 1 || strings.HasSuffix(words[0], ".") && isAcronym(words[0]+"XX")) && startsUpper(words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// onlySort reports whether the long name is the short one with words that only say what sort of company it is.
func onlySort(short, long *entity) bool {
	a, b := strings.Fields(graph.FoldName(short.name)), strings.Fields(graph.FoldName(long.name))
	return len(a) < len(b) && slices.Equal(a, b[:len(a)]) && allSort(b[len(a):])
}

func allSort(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !isSort(w) })
}

// isBodyNoun reports whether a word alone, with a capital, takes up the name of an organisation that ends in it.
func isBodyNoun(word string) bool {
	return oneOf(word, "union", "commission", "council", "parliament", "ministry", "bank", "court", "senate", "assembly", "league",
		"agency", "fund",
		"committee", "department", "university", "institute", "party", "federation", "society", "association", "army", "navy")
}

// isSort reports whether a word of a company's name only says what sort of company it is.
func isSort(word string) bool {
	switch word {
	case "inc", "incorporated", "corp", "corporation", "co", "company", "companies", "ltd", "limited", "plc", "llc", "lp", "llp", "group",
		"holdings",
		"holding", "ag", "sa", "nv", "gmbh", "spa", "ab", "oyj", "oy", "asa", "as", "bv", "kg", "kk", "pty", "bhd", "pte", "se", "sas",
		"srl", "and",
		"international", "airlines", "airline", "airways", "air", "lines", "bank", "banking", "motors", "motor", "industries",
		"technologies",
		"technology", "computer", "computers", "pharmaceuticals", "pharmaceutical", "pharma", "energy", "communications", "systems",
		"entertainment", "stores", "petroleum", "insurance", "partners", "enterprises", "brothers", "bros", "electronics", "telecom",
		"mobile",
		"software", "networks", "newspapers", "records", "laboratories", "labs", "foods", "chemicals", "steel", "sons", "associates":
		return true
	}
	return false
}
