package resolve

import (
	"slices"
	"strings"
)

// Keys are the keys of a group of names: only groups that share one can be Related. They depend on the letters alone.
func (l *Lexicon) Keys(group string) []string {
	if group == "" {
		return nil
	}
	words := strings.Split(group, "-")
	keys := []string{}
	if n := readPerson(group); len(words) <= 5 && len(n.surname) > 0 {
		keys = append(keys, "p:"+skeleton(sound(plainSurname(n.surname))))
		if !n.family && len(n.surname) > 1 {
			keys = append(keys, "p:"+skeleton(sound(n.last())))
		}
	}
	core, _ := l.core(group)
	keys = append(keys, "c:"+bodyKey(core))
	if k := initialsKey(core); k != "" {
		keys = append(keys, "i:"+k)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// small words do not count in the name of a body.
var small = map[string]bool{"of": true, "the": true, "for": true, "and": true, "on": true, "in": true, "de": true, "to": true, "at": true}

func contentWords(core string) []string {
	return slices.DeleteFunc(strings.Split(core, "-"), func(w string) bool { return small[w] })
}

// spellings that British and American papers differ in.
var british = strings.NewReplacer("defence", "defense", "organisation", "organization", "centre", "center", "labour", "labor", "programme", "program",
	"theatre", "theater", "honour", "honor")

// bodyKey is the name of a body whatever the order of its words: "ministry of defence", "defense ministry".
func bodyKey(core string) string {
	words := contentWords(british.Replace(core))
	slices.Sort(words)
	return strings.Join(words, "-")
}

// initialsKey is where an acronym and what it stands for meet: the sorted letters of the one and initials of the other.
func initialsKey(core string) string {
	words := contentWords(core)
	var letters []byte
	switch {
	case len(words) == 1 && len(words[0]) <= maxAcronym:
		letters = []byte(words[0])
	case len(words) > 1 && len(words) <= maxAcronym:
		for _, w := range words {
			letters = append(letters, w[0])
		}
	}
	if len(letters) < 2 {
		return ""
	}
	slices.Sort(letters)
	return string(letters)
}

// maxAcronym is how many letters an acronym has at most.
const maxAcronym = 8

// Related reports whether two groups of names can mean one actor, by their letters alone. It is symmetric.
func (l *Lexicon) Related(a, b string) bool {
	if a == b || strings.Contains(a, "-") && strings.Contains(b, "-") && bodyKey(a) == bodyKey(b) {
		return true
	}
	m, n := readPerson(a), readPerson(b)
	if l.samePerson(&m, &n) != unlike {
		return true
	}
	ca, na := l.core(a)
	cb, nb := l.core(b)
	if na != "" && nb != "" && na != nb {
		return false
	}
	return bodyKey(ca) == bodyKey(cb) || acronymOf(ca, cb) || acronymOf(cb, ca)
}

// acronymOf reports whether one word is made of the initials of the others, in their order.
func acronymOf(short, long string) bool {
	if strings.Contains(short, "-") || !strings.Contains(long, "-") || len(short) < 2 || len(short) > maxAcronym {
		return false
	}
	var all, content []byte
	for _, w := range strings.Split(long, "-") {
		all = append(all, w[0])
		if !small[w] {
			content = append(content, w[0])
		}
	}
	return short == string(all) || short == string(content)
}

// tie says how two names of people go together, the stronger the greater.
type tie int

const (
	unlike   tie = iota
	surname      // one is the surname of the other, alone
	nearly       // the surname is spelled nearly the same: Qaddafi, Gaddafi; or Hansen, Hanson
	initial      // a given name is an initial: J. Smith
	variant      // a given name is a short form or another spelling that the table knows, or nearly the same
	middle       // a middle name is left out
	spelling     // sound the same in every part
	sameName     // written the same
)

// samePerson compares two names of people.
func (l *Lexicon) samePerson(a, b *personName) tie {
	if a.suffix != b.suffix && a.suffix != "" && b.suffix != "" || a.gender != 0 && b.gender != 0 && a.gender != b.gender {
		return unlike
	}
	last := compareSurnames(a, b)
	if last == different {
		return unlike
	}
	if a.bare() || b.bare() {
		if last == near || a.bare() && b.bare() && last < alike {
			return unlike
		}
		return surname
	}
	return l.compareGiven(a.given, b.given, last)
}

func compareSurnames(a, b *personName) likeness {
	x, y := plainSurname(a.surname), plainSurname(b.surname)
	best := compareWords(x, y)
	if best == different && len(a.surname) != len(b.surname) && !a.family && !b.family {
		best = compareWords(a.last(), b.last()) // "von der Leyen", "Leyen"
	}
	return best
}

// compareGiven compares given names of two people with like surnames.
func (l *Lexicon) compareGiven(a, b []string, last likeness) tie {
	first := spelling
	if last == near {
		first = nearly
	}
	exact := last == equal
	switch like := compareWords(a[0], b[0]); {
	case like == equal:
	case len(a[0]) == 1 || len(b[0]) == 1:
		if a[0][0] != b[0][0] || last == near {
			return unlike
		}
		first, exact = initial, false
	case like == alike && len(a[0]) > 2 && len(b[0]) > 2:
		exact = false
	case l.variants(a[0], b[0]) && last != near, like == near && last == equal:
		first, exact = min(first, variant), false
	default:
		return unlike
	}
	p, q := a[1:], b[1:]
	switch {
	case len(p) == 0 && len(q) == 0:
	case len(p) == 0 || len(q) == 0:
		return min(first, middle)
	case len(p) == len(q):
		for i := range p {
			short := (len(p[i]) == 1 || len(q[i]) == 1) && p[i][0] == q[i][0]
			like := compareWords(p[i], q[i])
			if !short && like < alike && !(like == near && last == equal) && !l.variants(p[i], q[i]) || like == alike && min(len(p[i]), len(q[i])) < 3 {
				return unlike
			}
			exact = exact && like == equal
		}
	default:
		return unlike
	}
	if exact {
		return sameName
	}
	return first
}
