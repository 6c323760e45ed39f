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
		if short == nil || !isAcronym(r.words(m.First, m.Last)) {
			continue
		}
		if long := r.bracketed(i); long != nil && compatible(short, long) {
			r.merge(long, short)
		}
	}
	for _, short := range slices.Clone(r.ents) {
		if short.org != nil || short.country != nil || !isAcronym(short.name) || short.typ == graph.Person {
			continue
		}
		for _, long := range r.ents {
			if compatible(short, long) && spells(short.name, long.name) {
				r.merge(long, short)
				break
			}
		}
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
	if spells(r.words(m.First, m.Last), long) || r.of[j].typ == r.of[i].typ && strings.Contains(long, " ") {
		return r.of[j]
	}
	return nil
}

// spells reports whether the letters of an acronym are the initials of the long name's words; small words may be left out.
func spells(acronym, long string) bool {
	var key strings.Builder
	for _, c := range acronym {
		if unicode.IsLetter(c) {
			key.WriteRune(unicode.ToLower(c))
		}
	}
	words := strings.FieldsFunc(long, func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' && c != '’' && c != '.' })
	if key.Len() < 2 || len(words) < 2 {
		return false
	}
	full, content := "", ""
	for _, w := range words {
		c := []rune(w)[0]
		full += string(unicode.ToLower(c))
		if unicode.IsUpper(c) {
			content += string(unicode.ToLower(c))
		}
	}
	return full == key.String() || content == key.String()
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
// Force" after "the U.S. Air Force"), when the document gave the long form first and no other name fits.
func (r *resolver) joinLongNames() {
	for _, short := range slices.Clone(r.ents) {
		if short.typ != graph.Organization && short.typ != graph.Misc || short.org != nil {
			continue
		}
		var fit *entity
		several := false
		for _, long := range r.ents {
			if long != short && long.first < short.first && shortens(short.name, long) {
				several = several || fit != nil
				fit = long
			}
		}
		if fit != nil && !several {
			r.merge(fit, short)
		}
	}
}

// shortens reports whether name is the beginning of the organisation's name without its last word or a legal form, or what
// follows a place in it.
func shortens(name string, long *entity) bool {
	if long.typ != graph.Organization {
		return false
	}
	a := strings.Fields(graph.FoldName(name))
	for _, form := range long.forms {
		b := strings.Fields(graph.FoldName(form))
		if len(a) == 0 || len(a) >= len(b) {
			continue
		}
		rest := b[len(a):]
		if slices.Equal(a, b[:len(a)]) && (allLegal(rest) || len(a) == 1 && len(b) == 2) {
			return true
		}
		if slices.Equal(a, b[len(b)-len(a):]) && len(a) >= 2 && len(b)-len(a) <= 2 {
			return true
		}
	}
	return false
}

// allLegal reports whether words only say what sort of company it is.
func allLegal(words []string) bool {
	legal := []string{
		"inc", "corp", "corporation", "co", "company", "companies", "ltd", "limited", "plc", "llc", "lp", "group", "holdings", "holding",
		"ag", "sa", "nv", "gmbh", "spa", "ab", "oyj", "asa", "bv", "kg", "pty", "bhd", "pte", "se", "and", "international",
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(legal, w) })
}
