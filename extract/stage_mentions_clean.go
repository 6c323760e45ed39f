package extract

import (
	"strings"

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
	for first < last {
		t := &s.NLP.Toks[last-1]
		if !isPossessive(t.Text) && (isLetter(t.Text) || isNumber(t.Text) || t.Text == "." || t.Text == ")" && s.opens(first, last)) {
			break
		}
		last--
	}
	return first, last
}

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

// isParticle reports whether a word in small letters can begin a surname.
func isParticle(word string) bool {
	switch strings.ToLower(word) {
	case "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn", "ben", "bint",
		"ter", "ten", "zu", "af", "av", "abu", "san", "st", "ul", "ur", "y", "e", "as", "ash", "at", "an", "i":
		return true
	}
	return false
}
