package nlp

import (
	"strings"

	"dictum/extract/nlp/net"
	"dictum/seeds"
)

// Kinds of known phrases, bits.
const (
	kindCountry = 1 << iota
	kindDemonym
	kindCity
	kindPlace
	kindGiven
	kindOrganisation
	kindTitle
	kindOffice
	kindPerson
	kindCalendar
	kindAmbiguous
)

// gazetteer finds known phrases in a sentence of folded words: the longest at every word. It sees no difference between capitals
// and small letters; the features do.
type gazetteer struct {
	phrase map[uint64]uint16 // hash of the words up to here -> kinds of the phrase that ends here, with more for "goes on"
}

const goesOn = 1 << 15

const longestPhrase = 7

func nextPhrase(h uint64, low uint32) uint64 {
	h = (h ^ uint64(low)) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// newGazetteer enters the tables.
func newGazetteer(k *seeds.Knowledge) *gazetteer {
	g := &gazetteer{phrase: map[uint64]uint16{}}
	for i := range k.Countries {
		c := &k.Countries[i]
		g.add(kindCountry, append([]string{c.Name}, c.Aliases...)...)
		g.add(kindCity, c.Capital)
		g.add(kindDemonym, c.Adjectives...)
		g.add(kindDemonym, c.Nouns...)
	}
	for i := range k.Places {
		p := &k.Places[i]
		kind := uint16(kindPlace)
		if p.Kind == "city" {
			kind = kindCity
		}
		if p.Ambiguous {
			kind |= kindAmbiguous
		}
		g.add(kind, append([]string{p.Name}, p.Aliases...)...)
	}
	for i := range k.GivenNames {
		g.add(kindGiven, k.GivenNames[i].Name)
	}
	for i := range k.Organisations {
		o := &k.Organisations[i]
		g.add(kindOrganisation, append([]string{o.Name, o.Acronym}, o.Aliases...)...)
	}
	for i := range k.Titles {
		t := &k.Titles[i]
		g.add(kindTitle, t.Long)
		if short, abbr := strings.CutSuffix(t.Form, "."); !abbr || len(short) > 1 { // "M." is an initial more often than a Monsieur
			g.add(kindTitle, t.Form)
			if t.Kind == "civil" || t.Kind == "academic" {
				g.add(kindTitle, short) // Mr, Dr
			}
		}
	}
	for i := range k.Offices {
		g.add(kindOffice, k.Offices[i].Title)
	}
	for i := range k.People {
		g.add(kindPerson, append([]string{k.People[i].Name}, k.People[i].Aliases...)...)
	}
	g.add(kindCalendar, strings.Fields(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
		september october november december`)...)
	return g
}

func (g *gazetteer) add(kind uint16, names ...string) {
	var tk tokenizer
	var pieces []piece
	for _, name := range names {
		name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
		pieces = tk.tokenize(name, pieces[:0])
		if len(pieces) == 0 || len(pieces) > longestPhrase {
			continue
		}
		var h uint64
		for n, p := range pieces {
			h = nextPhrase(h, net.Hash(foldWord(name[p.b:p.e])))
			if n < len(pieces)-1 {
				g.phrase[h] |= goesOn
			}
		}
		g.phrase[h] |= kind
	}
}

// mark writes to each word the kinds of the known phrase that it lies in, 0 for none, and its place in the phrase: 1 alone, 2 first,
// 3 inside, 4 last.
func (g *gazetteer) mark(words []attrs) {
	for i := range words {
		words[i].known, words[i].knownAt = 0, 0
	}
	for i := 0; i < len(words); {
		n, kinds := g.match(words[i:])
		if n == 0 {
			i++
			continue
		}
		for k := range n {
			w := &words[i+k]
			w.known = kinds
			switch {
			case n == 1:
				w.knownAt = 1
			case k == 0:
				w.knownAt = 2
			case k == n-1:
				w.knownAt = 4
			default:
				w.knownAt = 3
			}
		}
		i += n
	}
}

func (g *gazetteer) match(words []attrs) (n int, kinds uint16) {
	var h uint64
	for k := 0; k < len(words) && k < longestPhrase; k++ {
		h = nextPhrase(h, words[k].low)
		e, ok := g.phrase[h]
		if !ok {
			break
		}
		if e&^goesOn != 0 {
			n, kinds = k+1, e&^goesOn
		}
		if e&goesOn == 0 {
			break
		}
	}
	return n, kinds
}
