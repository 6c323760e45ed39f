package resolve

import (
	"bufio"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"dictum/graph"
	"dictum/seeds"
)

// Lexicon is what the resolver knows of words. It is read only and shared by many goroutines.
type Lexicon struct {
	know    *seeds.Knowledge
	nations map[string]string   // by folded name or adjective of a country, words joined by hyphens: the country's slug
	given   map[string][]string // sets of given names that one person can have, by each of them
	legal   map[string]bool     // legal forms of firms

	// what was found out before
	commons memo[bool]
	words   memo[spelled]
	groups  memo[*parsed]
}

// memo remembers the results of a function of a string; when it holds many, it forgets them all.
type memo[T any] struct {
	mu    sync.RWMutex
	found map[string]T
}

// maxMemo bounds a memo, at some 300 bytes each.
const maxMemo = 100_000

func (m *memo[T]) get(key string, find func() T) T {
	m.mu.RLock()
	v, ok := m.found[key]
	m.mu.RUnlock()
	if ok {
		return v
	}
	v = find()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.found == nil || len(m.found) >= maxMemo {
		m.found = map[string]T{}
	}
	m.found[strings.Clone(key)] = v
	return v
}

//go:embed given_variants.tsv
var givenVariants string

// NewLexicon takes from the knowledge tables what tells actors apart.
func NewLexicon(know *seeds.Knowledge) (*Lexicon, error) {
	l := &Lexicon{know: know, nations: map[string]string{}, given: map[string][]string{}, legal: map[string]bool{}}
	for i := range know.Countries {
		c := &know.Countries[i]
		slug := graph.Slug(c.Name)
		for _, names := range [][]string{{c.Name}, c.Aliases, c.Adjectives} {
			for _, n := range names {
				if s := graph.Slug(n); s != "" && l.nations[s] == "" {
					l.nations[s] = slug
				}
			}
		}
	}
	for _, form := range strings.Fields("inc incorporated corp corporation co company ltd limited plc llc llp lp ag gmbh sa nv bv " +
		"spa srl ab asa oyj as kk group holding holdings pty pte sarl kgaa jsc ojsc pjsc oao ooo") {
		l.legal[form] = true
	}
	lines := bufio.NewScanner(strings.NewReader(givenVariants))
	for n := 1; lines.Scan(); n++ {
		names := strings.Fields(strings.ReplaceAll(lines.Text(), "\t", " "))
		if len(names) == 0 || strings.HasPrefix(names[0], "#") {
			continue
		}
		if len(names) < 2 {
			return nil, fmt.Errorf("given_variants.tsv: line %d: a name alone", n)
		}
		for _, name := range names {
			l.given[name] = append(l.given[name], strings.Join(names, " "))
		}
	}
	return l, lines.Err()
}

// wholeState is the state that newspapers also mean by the name of a part of it, or of the state before it.
func wholeState(slug string) string {
	switch slug {
	case "england", "scotland", "wales", "northern-ireland":
		return "united-kingdom"
	case "west-germany", "east-germany":
		return "germany"
	case "soviet-union":
		return "russia"
	}
	return slug
}

// variants reports whether two given names can be one person's: Mike and Michael, Sergei and Serhiy.
func (l *Lexicon) variants(a, b string) bool {
	return slices.ContainsFunc(l.given[a], func(set string) bool { return slices.Contains(l.given[b], set) })
}

// withoutOwnAcronym leaves out the initials that some names repeat at their end: "European Space Agency ESA".
func withoutOwnAcronym(words []string) []string {
	last := len(words) - 1
	if last < 3 {
		return words
	}
	var initials []byte
	for _, w := range words[:last] {
		if !small[w] {
			initials = append(initials, w[0])
		}
	}
	if len(words[last]) > 2 && strings.HasPrefix(string(initials), words[last]) {
		return words[:last]
	}
	return words
}

// ordinary reports whether a word without a legal form behind it would be no name of a firm: Western Inc, Trust Co.
func (l *Lexicon) ordinary(word string) bool {
	switch word {
	case "western", "eastern", "northern", "southern", "general", "first", "united", "international", "national", "central", "federal",
		"american", "european", "pacific", "atlantic", "new", "holding", "standard", "allied", "consolidated":
		return true
	}
	return l.nations[word] != "" || len(l.know.Nominal(word)) > 0 || l.know.GivenName(word) != nil
}

// core is the name of a body without its legal form and without the country it begins with, and that country's slug.
func (l *Lexicon) core(slug string) (core, nation string) {
	words := strings.Split(slug, "-")
	for len(words) > 1 && l.legal[words[len(words)-1]] && !(len(words) == 2 && l.ordinary(words[0])) {
		words = words[:len(words)-1]
		if len(words) > 2 && words[len(words)-1] == "and" { // "Goldman Sachs and Co"
			words = words[:len(words)-1]
		}
	}
	if words = withoutOwnAcronym(words); len(words) > 2 && l.legal[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	for n := min(4, len(words)-1); n > 0; n-- {
		if c := l.nations[strings.Join(words[:n], "-")]; c != "" {
			return strings.Join(words[n:], "-"), c
		}
	}
	if i := slices.Index(words, "of"); i > 0 { // "ministry of defence of the republic of …" is left alone
		return strings.Join(words, "-"), ""
	}
	return strings.Join(words, "-"), ""
}
