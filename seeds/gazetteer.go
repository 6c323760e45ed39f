package seeds

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says which table an Entry comes from.
type Kind uint8

// The kinds of entries, in the order in which Match lists what shares a name.
const (
	KindCountry Kind = iota
	KindDemonym
	KindOrganisation
	KindMetonym
	KindPlace
	KindPerson
	KindOffice
	KindNominal // a description of an organisation: "the Russia-led security bloc"
)

// Entry is one thing a phrase can name. The one pointer that is set tells which: Country for KindCountry and KindDemonym,
// Organisation for KindOrganisation and KindNominal.
type Entry struct {
	Kind         Kind
	Written      string // the name as the table has it
	Ambiguous    bool   // also an ordinary word or a surname: only the context tells
	Shared       bool   // short for an organisation, and the end of another one's name: "Security Council"
	Country      *Country
	Organisation *Organisation
	Metonym      *Metonym
	Place        *Place
	Person       *Figure
	Office       *Office
}

// Gazetteer is a trie over folded words. Hyphens, ampersands and slashes count as spaces, a possessive "'s" as a word.
type Gazetteer struct {
	words map[string]uint32
	next  map[uint64]uint32 // parent node and word to node; the root is node 0
	ends  [][]Entry         // by node
}

func newGazetteer(size int) *Gazetteer {
	return &Gazetteer{words: make(map[string]uint32, size), next: make(map[uint64]uint32, 2*size), ends: make([][]Entry, 1, 2*size)}
}

func edge(node, word uint32) uint64 { return uint64(node)<<32 | uint64(word) }

// add enters a name. Entries of a name stay sorted by kind; within a kind the first added comes first.
func (g *Gazetteer) add(e Entry) {
	var node uint32
	e.Written = withoutThe(e.Written)
	for _, field := range strings.Fields(e.Written) {
		var buf [64]byte
		for rest := appendPieces(buf[:0], field); len(rest) > 0; {
			var piece []byte
			piece, rest, _ = bytes.Cut(rest, []byte{' '})
			word, ok := g.words[string(piece)]
			if !ok {
				word = uint32(len(g.words))
				g.words[string(piece)] = word
			}
			child, ok := g.next[edge(node, word)]
			if !ok {
				child = uint32(len(g.ends))
				g.ends = append(g.ends, nil)
				g.next[edge(node, word)] = child
			}
			node = child
		}
	}
	if node == 0 {
		return
	}
	for i := range g.ends[node] {
		if old := &g.ends[node][i]; old.sameAs(&e) && !isMixed(old.Written) && !isMixed(e.Written) {
			if isAcronym(old.Written) {
				old.Written = e.Written // "Nato" beside NATO: small letters are allowed
			}
			return
		}
	}
	at, _ := slices.BinarySearchFunc(g.ends[node], e.Kind+1, func(x Entry, k Kind) int { return int(x.Kind) - int(k) })
	g.ends[node] = slices.Insert(g.ends[node], at, e)
}

// Match finds the longest name that starts at words[at] and ends at the end of a word. It gives the number of words and all
// that the name can stand for, or 0. Names must be written with a capital and acronyms without small letters ("us" is not the
// country); offices and descriptions need neither.
func (g *Gazetteer) Match(words []string, at int) (n int, found []Entry) {
	var node uint32
	for i := at; i < len(words); i++ {
		before := node
		var ok bool
		if node, ok = g.step(node, words[i]); !ok || node == before && (i == at || !isLink(words[i])) {
			break
		}
		if ends := g.ends[node]; node != before && len(ends) > 0 {
			if fit := fitting(ends, words[at:i+1]); len(fit) > 0 {
				n, found = i+1-at, fit
			}
		}
	}
	return n, found
}

// step follows the pieces of one word. A word without letters and digits stays at the node.
func (g *Gazetteer) step(node uint32, word string) (uint32, bool) {
	var buf [64]byte
	for rest := appendPieces(buf[:0], word); len(rest) > 0; {
		var piece []byte
		piece, rest, _ = bytes.Cut(rest, []byte{' '})
		id, ok := g.words[string(piece)]
		if !ok {
			return 0, false
		}
		if node, ok = g.next[edge(node, id)]; !ok {
			return 0, false
		}
	}
	return node, true
}

// Lookup gives what a whole phrase can stand for, or nil.
func (g *Gazetteer) Lookup(phrase string) []Entry {
	words := strings.Fields(phrase)
	if n, found := g.Match(words, 0); n == len(words) {
		return found
	}
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		if n, found := g.Match(words[1:], 0); n == len(words)-1 {
			return found
		}
	}
	return nil
}

// withoutThe drops a leading article, but for a title that would be an ordinary word without it: The Times.
func withoutThe(name string) string {
	if rest, ok := strings.CutPrefix(name, "the "); ok {
		return rest
	}
	if rest, ok := strings.CutPrefix(name, "The "); ok && strings.Contains(rest, " ") {
		return rest
	}
	return name
}

// sameAs reports whether two entries name the same thing.
func (e *Entry) sameAs(f *Entry) bool {
	return e.Kind == f.Kind && e.Country == f.Country && e.Organisation == f.Organisation && e.Metonym == f.Metonym &&
		e.Place == f.Place && e.Person == f.Person && e.Office == f.Office
}

// fitting keeps the entries whose case the words satisfy. It allocates only when it must leave some out.
func fitting(ends []Entry, words []string) []Entry {
	bad := 0
	for i := range ends {
		if !ends[i].fits(words) {
			bad++
		}
	}
	if bad == 0 {
		return ends
	}
	if bad == len(ends) {
		return nil
	}
	out := make([]Entry, 0, len(ends)-bad)
	for i := range ends {
		if ends[i].fits(words) {
			out = append(out, ends[i])
		}
	}
	return out
}

func (e *Entry) fits(words []string) bool {
	if e.Kind == KindOffice || e.Kind == KindNominal {
		return true
	}
	if isAcronym(e.Written) {
		return !slices.ContainsFunc(words, func(w string) bool { return w != "'s" && w != "’s" && !isAcronym(w) && !isLink(w) })
	}
	if isMixed(e.Written) {
		return len(words) == 1 && words[0] == e.Written
	}
	if strings.HasSuffix(e.Written, ".") && !strings.HasSuffix(words[len(words)-1], ".") {
		return false // "Ill." is a state, "I'll" is not
	}
	r, _ := utf8.DecodeRuneInString(e.Written)
	if !unicode.IsUpper(r) {
		return true // "al-Shabaab" is also written with a capital
	}
	r, _ = utf8.DecodeRuneInString(words[0])
	return unicode.IsUpper(r)
}

// isLink reports whether a word only joins its neighbours.
func isLink(word string) bool {
	switch word {
	case "-", "–", "‑", "&", "/", ".":
		return true
	}
	return false
}
