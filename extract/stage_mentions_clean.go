package extract

import (
	"slices"
	"strings"
	"unicode"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

// cleanName cuts a name of the tagger down to the name itself: no article, quotation mark, final possessive, form of address,
// office or nationality before a person. An owner that was taken for part of the name ("Russia's Gazprom") becomes a name of
// its own. The result is empty when nothing is left.
func (s *State) cleanName(n nlp.Name) []Mention {
	first, last := s.trim(n.First, n.Last)
	if first >= last {
		return nil
	}
	if at, n := s.officeInside(first, last, n.Type); at >= 0 {
		left, right := nlp.Name{First: first, Last: at, Type: graph.Organization}, nlp.Name{First: at + n, Last: last, Type: graph.Person}
		return append(s.cleanName(left), s.cleanName(right)...)
	}
	for i := first + 1; i < last-1; i++ {
		if isPossessive(s.NLP.Toks[i].Text) && s.isOwner(first, i) {
			left, right := nlp.Name{First: first, Last: i}, nlp.Name{First: i + 1, Last: last, Type: n.Type}
			return append(s.cleanName(left), s.cleanName(right)...)
		}
	}
	if n.Type == graph.Person {
		first, last = s.trim(s.bareName(first, last), last)
	}
	if first >= last || !s.hasLetter(first, last) || s.isOffice(first, last) {
		return nil
	}
	return []Mention{{First: first, Last: last, Type: n.Type}}
}

// officeInside finds an office that stands between whom it belongs to and the person in one name of the tagger: "Norwegian
// Prime Minister Anna Dahl". It gives the token and the number of words, or -1.
func (s *State) officeInside(first, last int, typ string) (at, n int) {
	words := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		words = append(words, s.NLP.Toks[i].Text)
	}
	for at := 1; at < len(words)-1; at++ {
		n, entries := s.Know.Gazetteer.Match(words, at)
		if n == 0 || at+n >= len(words) || isOwned(words[at+n:]) {
			continue
		}
		precedes := slices.ContainsFunc(entries, func(e seeds.Entry) bool { return e.Kind == seeds.KindOffice && e.Office.Precedes })
		if precedes && (typ == graph.Person || s.looksLikePerson(words[at+n:])) {
			return first + at, n
		}
	}
	return -1, 0
}

// isOwned reports whether words begin with a possessive or a preposition, so that they do not name the holder of an office.
func isOwned(words []string) bool { return !startsUpper(words[0]) && !isParticle(words[0]) }

// looksLikePerson reports whether words can be a person's name: a known given name first, or two or three words with capitals
// none of which is a word for organisations.
func (s *State) looksLikePerson(words []string) bool {
	if s.Know.GivenName(words[0]) != nil {
		return true
	}
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !startsUpper(w) && !isHyphen(w) || s.orgWord(w) })
}

// orgWord reports whether a word is the noun of an organisation: Fund, Ministry, Office.
func (s *State) orgWord(word string) bool {
	word = strings.ToLower(word)
	for _, n := range s.Know.Nominal(word) {
		if n.Type == graph.Organization {
			return true
		}
	}
	return oneOf(word, "office", "fund", "committee", "council", "commission", "center", "centre", "institute", "department", "foundation",
		"association", "university", "school", "group", "club", "library", "museum", "airport", "street", "park")
}

// isOffice reports whether a whole name of the tagger is an office ("the Prime Minister") or a form of address.
func (s *State) isOffice(first, last int) bool {
	text := s.words(first, last)
	return s.Know.Office(text) != nil || last-first == 1 && s.Know.Title(text) != nil
}

// isOwner reports whether tokens are a country or place by themselves, so that a possessive after them ends a name.
func (s *State) isOwner(first, last int) bool {
	for _, e := range s.Know.Gazetteer.Lookup(s.words(first, last)) {
		if e.Kind == seeds.KindCountry || e.Kind == seeds.KindPlace {
			return true
		}
	}
	return false
}

// trim drops articles and marks at both ends, and a possessive at the end.
func (s *State) trim(first, last int) (int, int) {
	for first < last {
		t := &s.NLP.Toks[first]
		if t.Text == "@" || t.Text == "#" { // part of an account's name
			break
		}
		if isLetter(t.Text) && !strings.EqualFold(t.Text, "the") || isNumber(t.Text) {
			break
		}
		first++
	}
	for last-first > 2 && isHyphen(s.NLP.Toks[first+1].Text) && !hasUpper(s.NLP.Toks[first].Text) && !isParticle(s.NLP.Toks[first].Text) {
		first += 2 // "post-Soviet", "non-Western"
	}
	for first < last {
		t := &s.NLP.Toks[last-1]
		if !isPossessive(t.Text) && (isLetter(t.Text) || isNumber(t.Text) || t.Text == "." || t.Text == ")" && s.opens(first, last)) {
			break
		}
		last--
	}
	for last-first > 1 && !hasUpper(s.NLP.Toks[last-1].Text) && isLetter(s.NLP.Toks[last-1].Text) && !oneOf(s.NLP.Toks[last-1].Text,
		"river",
		"corridor", "island", "islands", "province", "region", "valley", "sea", "peninsula", "district", "county", "city", "al") {
		last-- // "the West of interfering"
	}
	return first, last
}

func hasUpper(word string) bool { return strings.IndexFunc(word, unicode.IsUpper) >= 0 }

func isNumber(word string) bool { return word != "" && '0' <= word[0] && word[0] <= '9' }

// opens reports whether a bracket opens inside the range.
func (s *State) opens(first, last int) bool {
	for i := first; i < last; i++ {
		if s.NLP.Toks[i].Text == "(" {
			return true
		}
	}
	return false
}

func (s *State) hasLetter(first, last int) bool {
	for i := first; i < last; i++ {
		if isLetter(s.NLP.Toks[i].Text) {
			return true
		}
	}
	return false
}

// bareName skips what stands before a person's name: "Russian Foreign Minister Sergey Lavrov" begins at Sergey. The titles of
// popes, kings and saints stay with a single name, which alone would not tell who it is.
func (s *State) bareName(first, last int) int {
	words := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		words = append(words, s.NLP.Toks[i].Text)
	}
	at := 0
	for at < len(words)-1 {
		if t := s.Know.Title(words[at]); t != nil {
			if len(words)-at == 2 && (t.Kind == "religious" || t.Kind == "noble") {
				break
			}
			at++
			continue
		}
		if n := s.officeOrNation(words, at); n > 0 && at+n < len(words) {
			at += n
			continue
		}
		if n := s.orgBefore(words, at); n > 0 {
			at += n
			continue
		}
		if startsUpper(words[at]) || !isLetter(words[at]) && at == 0 || isParticle(words[at]) {
			break
		}
		at++ // "former President Bush"
	}
	return first + at
}

// officeOrNation is the number of words at which an office that precedes names, or a nationality, begins; else 0.
func (s *State) officeOrNation(words []string, at int) int {
	n, entries := s.Know.Gazetteer.Match(words, at)
	for _, e := range entries {
		if e.Kind == seeds.KindDemonym || e.Kind == seeds.KindOffice && e.Office.Precedes {
			return n
		}
	}
	return 0
}

// orgBefore is the number of words of an organisation's name that stands before a given name ("Apple Inc. Steve Jobs"), else 0.
func (s *State) orgBefore(words []string, at int) int {
	n, entries := s.Know.Gazetteer.Match(words, at)
	if n == 0 || at+n >= len(words)-1 || s.Know.GivenName(words[at+n]) == nil {
		return 0
	}
	if slices.ContainsFunc(entries, func(e seeds.Entry) bool { return e.Kind == seeds.KindOrganisation }) {
		return n
	}
	return 0
}

// isParticle reports whether a word in small letters can begin a surname.
func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn", "ben", "bint",
		"ter", "ten", "zu", "af", "av", "abu", "san", "st", "ul", "ur", "y", "e", "as", "ash", "at", "an", "i":
		return true
	}
	return false
}
