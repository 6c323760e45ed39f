package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// joinVariants brings together people whose full names differ in a middle name, an initial or a suffix.
func (r *resolver) joinVariants() {
	groups := map[string][]*entity{}
	for _, e := range slices.Clone(r.ents) {
		words := personWords(e.name)
		if e.typ != graph.Person || len(words) < 2 {
			continue
		}
		last := words[len(words)-1]
		i := slices.IndexFunc(groups[last], func(a *entity) bool { return samePerson(a.name, e.name) })
		if i < 0 {
			groups[last] = append(groups[last], e)
			continue
		}
		r.merge(groups[last][i], e)
	}
}

// samePerson compares two full names: the surname is the same, and the given names agree as far as both are there.
func samePerson(a, b string) bool {
	x, y := personWords(a), personWords(b)
	if len(x) < 2 || len(y) < 2 || x[len(x)-1] != y[len(y)-1] || !sameGiven(x[0], y[0]) {
		return false
	}
	p, q := x[1:len(x)-1], y[1:len(y)-1]
	if len(p) != len(q) {
		// a middle name is left out: "John Fitzgerald Kennedy", "John Kennedy"; not "J. Kennedy" and "John F. Kennedy" as well
		return (len(p) == 0 || len(q) == 0) && x[0] == y[0]
	}
	for i := range p {
		if !sameGiven(p[i], q[i]) {
			return false
		}
	}
	return true
}

// sameGiven reports whether two given names are equal, or one is the other's initial.
func sameGiven(a, b string) bool {
	return a == b || (len(a) == 1 || len(b) == 1) && a[0] == b[0]
}

// personWords are the folded words of a name without suffixes such as Jr.
func personWords(name string) []string {
	words := strings.Fields(name)
	for i := range words {
		words[i] = graph.FoldName(words[i])
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	for len(words) > 1 && slices.Contains([]string{"jr", "sr", "ii", "iii", "iv"}, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// joinShort gives surnames and given names that stand alone to the person they belong to. Among several people of one surname
// a form of address decides, then who is named in full most often, then who was named first.
func (r *resolver) joinShort(short []int, byKey map[string]*entity) {
	r.noteTitles()
	people := map[string][]*entity{} // by every word of their names
	for _, e := range r.ents {
		if e.typ == graph.Person {
			for _, w := range personWords(e.name) {
				people[w] = append(people[w], e)
			}
		}
	}
	for _, i := range short {
		m := &r.Mentions[i]
		word := graph.FoldName(r.textOf(m))
		if r.isTail(word) { // "de Kock"
			word = word[strings.LastIndexByte(word, ' ')+1:]
		}
		addressed := r.addressGender(m.First)
		e := r.personFor(word, people[word], addressed, r.titleBefore(m))
		if f := figureOf(m); e != nil && f != nil && e.name != f.Name && r.evokes(f.Affiliation) && r.holdsAlone(f, r.titleBefore(m), e) {
			e = nil // "President Obama" where only his wife is named in full
		}
		if e == nil {
			// nobody of that name in full: a public figure whose country or organisation the document names, else one person for
			// each gender of address, "Mr. Smith" and "Mrs. Smith"
			key := "single " + word
			if f := figureOf(m); f != nil && r.evokes(f.Affiliation) {
				key = "figure " + f.Name
			} else {
				m.entries = nil
			}
			if e = byKey[key]; e != nil && addressed != unknownGender && e.gender != unknownGender && e.gender != addressed {
				key = "single " + word + [...]string{"", " m", " f"}[addressed]
				e = byKey[key]
			}
			if e == nil {
				e = r.entityOf(m)
				if strings.HasPrefix(key, "single ") && key != "single "+word {
					e.name = r.words(m.First-1, m.Last) // told apart by the form of address
				}
				byKey[key] = e
			}
		}
		if e.gender == unknownGender {
			e.gender = addressed
		}
		e.votes[graph.Person]++
		r.join(i, e)
	}
}

// titleBefore is the office just before a name, in small letters, or "".
func (r *resolver) titleBefore(m *Mention) string {
	if start := r.knownOffice(m); start < m.First {
		return strings.ToLower(r.words(start, m.First))
	}
	return ""
}

// holdsAlone reports whether a title belongs to the figure and not to the person the name would else be given to.
func (r *resolver) holdsAlone(f *seeds.Figure, title string, other *entity) bool {
	return title != "" && f.Office == title && !other.titled[title] &&
		!slices.ContainsFunc(other.figures, func(g *seeds.Figure) bool { return g.Office == title })
}

// noteTitles remembers which offices stand before the full names of people.
func (r *resolver) noteTitles() {
	for i, e := range r.of {
		if e == nil || e.typ != graph.Person {
			continue
		}
		if t := r.titleBefore(&r.Mentions[i]); t != "" {
			if e.titled == nil {
				e.titled = map[string]bool{}
			}
			e.titled[t] = true
		}
	}
}

// evokes reports whether the document names a country or organisation, or a place or body of that country.
func (r *resolver) evokes(name string) bool {
	if r.evoked == nil {
		r.evoked = map[string]bool{}
		for i := range r.Mentions {
			for _, e := range r.Mentions[i].entries {
				switch {
				case e.Country != nil:
					r.evoked[e.Country.Name] = true
				case e.Place != nil && !e.Place.Ambiguous:
					r.evoked[e.Place.Country] = true
				case e.Organisation != nil:
					r.evoked[e.Organisation.Name], r.evoked[e.Organisation.Country] = true, true
				}
			}
		}
	}
	return name != "" && r.evoked[name]
}

// personFor finds the person a single name is short for among those who have the word in their names, nil when nobody fits.
// An office before the name ("President Obama") goes before everything else.
func (r *resolver) personFor(word string, people []*entity, addressed gender, title string) *entity {
	var best *entity
	var bestScore []int
	for _, e := range people {
		words := personWords(e.name)
		if len(words) < 2 {
			continue
		}
		score := []int{0, 0, 0, e.count, -e.first}
		switch word {
		case words[len(words)-1]:
			score[1] = 2
		case words[0]:
			score[1] = 1
		}
		if title != "" && (e.titled[title] || slices.ContainsFunc(e.figures, func(f *seeds.Figure) bool { return f.Office == title })) {
			score[0] = 1
		}
		if g := r.genderOf(e); addressed != unknownGender && g != unknownGender {
			if g != addressed {
				continue
			}
			score[2] = 1
		}
		if best == nil || slices.Compare(score, bestScore) > 0 {
			best, bestScore = e, score
		}
	}
	return best
}

// addressGender is the gender that a form of address just before token t shows: Mr., Mrs., Sir, Queen.
func (r *resolver) addressGender(t int) gender {
	if t == 0 {
		return unknownGender
	}
	if title := r.Know.Title(r.NLP.Toks[t-1].Text); title != nil {
		return genderFrom(title.Gender)
	}
	return unknownGender
}

func genderFrom(letter string) gender {
	switch letter {
	case "m":
		return male
	case "f":
		return female
	}
	return unknownGender
}

// genderOf is a person's gender by what the document says, else by the given name.
func (r *resolver) genderOf(e *entity) gender {
	if e.gender != unknownGender || e.typ != graph.Person {
		return e.gender
	}
	words := strings.Fields(e.name)
	if len(words) < 2 {
		return unknownGender
	}
	if t := r.Know.Title(words[0]); t != nil && t.Gender != "" {
		return genderFrom(t.Gender)
	}
	if n := r.Know.GivenName(words[0]); n != nil {
		return genderFrom(n.Gender)
	}
	for _, f := range e.figures {
		if f.Gender != "" {
			return genderFrom(f.Gender)
		}
	}
	return unknownGender
}

// noteGender learns a person's gender from a noun that describes him or her.
func (r *resolver) noteGender(e *entity, noun string) {
	if g := nounGender(noun); g != unknownGender && e.gender == unknownGender {
		e.gender = g
	}
}

// nounGender is the gender that a noun for people shows by itself.
func nounGender(noun string) gender {
	switch noun {
	case "actress", "mother", "wife", "daughter", "sister", "queen", "princess", "duchess", "widow", "aunt", "niece", "grandmother",
		"girlfriend", "heiress", "hostess", "waitress", "heroine", "girl", "lady", "empress", "countess", "baroness":
		return female
	case "father", "husband", "son", "brother", "king", "prince", "duke", "widower", "uncle", "nephew", "grandfather", "boyfriend",
		"boy", "gentleman", "emperor", "count", "baron", "monk", "priest", "imam":
		return male
	}
	switch {
	case strings.HasSuffix(noun, "woman"):
		return female
	case strings.HasSuffix(noun, "sman") || noun == "businessman" || noun == "man":
		return male // "chairman" and "congressman" are also said of women, "spokesman" hardly
	}
	return unknownGender
}
