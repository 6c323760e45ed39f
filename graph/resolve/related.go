package resolve

import (
	"slices"
	"strings"
)

// parsed is what the letters of a group tell. Nobody changes it.
type parsed struct {
	person       personName
	surname      string // without an Arabic article, as one word
	core, nation string
	body         string   // bodyKey of the core
	initials     []string // of a core of several words: of all, and of those that count
	several      bool     // a core of several words
	first        string   // of several words the first, where it may stand for all
	keys, looks  []string
}

func (l *Lexicon) parse(group string) *parsed {
	return l.groups.get(group, func() *parsed {
		p := &parsed{person: readPerson(group)}
		p.surname = plainSurname(p.person.surname)
		p.core, p.nation = l.core(group)
		p.body = bodyKey(p.core)
		p.several = strings.Contains(p.core, "-")
		if p.several {
			p.initials = initialsOf(p.core)
			if first, _, _ := strings.Cut(p.core, "-"); len(first) > 3 && !l.ordinary(first) && p.nation == "" {
				p.first = first
			}
		}
		l.findKeys(p, group)
		return p
	})
}

// findKeys lists the keys under which others find a group, and those under which it finds others: an acronym looks for long names,
// and a long name for acronyms.
func (l *Lexicon) findKeys(p *parsed, group string) {
	if group == "" {
		return
	}
	add := func(keys ...string) { p.keys, p.looks = append(p.keys, keys...), append(p.looks, keys...) }
	if n := &p.person; strings.Count(group, "-") < 5 && p.surname != "" {
		add("p:" + l.spell(p.surname).bones)
		if !n.family && len(n.surname) > 1 {
			add("p:" + l.spell(n.last()).bones)
		}
	}
	add("c:" + p.body)
	if !p.several {
		p.keys, p.looks = append(p.keys, "a:"+p.core), append(p.looks, "l:"+p.core)
	}
	for _, letters := range p.initials {
		p.keys, p.looks = append(p.keys, "l:"+letters), append(p.looks, "a:"+letters)
	}
	if p.first != "" {
		p.keys, p.looks = append(p.keys, "l:"+p.first), append(p.looks, "a:"+p.first)
	}
	for _, list := range []*[]string{&p.keys, &p.looks} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
}

// Keys are the keys of a group of names, and Looks those of the groups that it may be Related to. They depend on the letters alone.
func (l *Lexicon) Keys(group string) []string { return l.parse(group).keys }

// Looks are the keys of the groups that a group may be Related to: one of them is among the Keys of each.
func (l *Lexicon) Looks(group string) []string { return l.parse(group).looks }

// small words do not count in the name of a body.
var small = map[string]bool{"of": true, "the": true, "for": true, "and": true, "on": true, "in": true, "de": true, "to": true, "at": true}

func contentWords(core string) []string {
	return slices.DeleteFunc(strings.Split(core, "-"), func(w string) bool { return small[w] })
}

// spellings that British and American papers differ in.
var british = strings.NewReplacer("defence", "defense", "organisation", "organization", "centre", "center", "labour", "labor",
	"programme", "program", "theatre", "theater", "honour", "honor")

// bodyKey is the name of a body whatever the order of its words: "ministry of defence", "defense ministry".
func bodyKey(core string) string {
	words := contentWords(british.Replace(core))
	slices.Sort(words)
	return strings.Join(words, "-")
}

// initialsOf are the acronyms that a name of several words can have: of all words, and of those that count.
func initialsOf(core string) []string {
	var all, content []byte
	for _, w := range strings.Split(core, "-") {
		all = append(all, w[0])
		if !small[w] {
			content = append(content, w[0])
		}
	}
	out := []string{string(content), string(all)}
	return slices.Compact(slices.DeleteFunc(out, func(s string) bool { return len(s) < 2 || len(s) > maxAcronym }))
}

// maxAcronym is how many letters an acronym has at most.
const maxAcronym = 8

// Related reports whether two groups of names can mean one actor, by their letters alone. It is symmetric.
func (l *Lexicon) Related(a, b string) bool {
	if a == b {
		return true
	}
	m, n := l.parse(a), l.parse(b)
	if l.samePerson(&m.person, &n.person) != unlike {
		return true
	}
	if m.nation != "" && n.nation != "" && m.nation != n.nation {
		return false
	}
	return m.body == n.body || m.shortFor(n) || n.shortFor(m)
}

// shortFor reports whether one word is made of the initials of the other's, or is the first of them.
func (p *parsed) shortFor(long *parsed) bool {
	return !p.several && long.several && (slices.Contains(long.initials, p.core) || long.first == p.core)
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
	last := l.compareSurnames(a, b)
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

func (l *Lexicon) compareSurnames(a, b *personName) likeness {
	x, y := plainSurname(a.surname), plainSurname(b.surname)
	best := l.compareWords(x, y)
	if best == different && len(a.surname) != len(b.surname) && !a.family && !b.family {
		best = l.compareWords(a.last(), b.last()) // "von der Leyen", "Leyen"
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
	switch like := l.compareWords(a[0], b[0]); {
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
			like := l.compareWords(p[i], q[i])
			loose := short || like >= alike || like == near && last == equal || l.variants(p[i], q[i])
			if !loose || like == alike && min(len(p[i]), len(q[i])) < 3 {
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
