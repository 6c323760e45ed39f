package nlp

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"dictum/seeds"
)

// gumNames reads the entity layer of a GUM file into names: from each mention whose head is a proper noun, the proper nouns around
// its head. docs are the documents of the same file, in order.
func gumNames(path string, docs []*Doc, know *seeds.Knowledge) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("nlp: names: %w", err)
	}
	defer f.Close()
	g := gumReader{docs: docs, know: know, doc: -1}
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	for sc.Scan() {
		line := sc.Text()
		if strings.HasPrefix(line, "# newdoc") {
			g.next()
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 || strings.ContainsAny(c[0], "-.") {
			continue
		}
		g.word(miscValue(c[9], "Entity"))
	}
	g.next()
	return sc.Err()
}

type gumMention struct {
	first, last int
	kind        string
	min         string // places of the words of its shortest form, from 1, "2,4"
}

type gumReader struct {
	docs  []*Doc
	know  *seeds.Knowledge
	doc   int
	tok   int
	open  map[string][]gumMention
	found []gumMention
}

// next ends a document and begins the next one.
func (g *gumReader) next() {
	if g.doc >= 0 {
		g.finish()
	}
	g.doc++
	g.tok, g.open, g.found = 0, map[string][]gumMention{}, nil
}

// word reads the mentions that begin and end at a word: "(12-person-new-…-1,2-coref", "12)", "(3-time-…)".
func (g *gumReader) word(entity string) {
	i := g.tok
	g.tok++
	for entity != "" {
		if entity[0] == '(' {
			end := strings.IndexAny(entity[1:], "()")
			body, closed := entity[1:], false
			if end < 0 {
				entity = ""
			} else {
				body, closed = entity[1:end+1], entity[end+1] == ')'
				entity = entity[end+1:]
				if closed {
					entity = entity[1:]
				}
			}
			p := strings.Split(body, "-")
			if len(p) < 6 {
				continue
			}
			m := gumMention{first: i, last: i, kind: p[1], min: p[5]}
			if closed {
				g.found = append(g.found, m)
			} else {
				g.open[p[0]] = append(g.open[p[0]], m)
			}
			continue
		}
		end := strings.IndexByte(entity, ')')
		if end < 0 {
			return
		}
		id := entity[:end]
		entity = entity[end+1:]
		if s := g.open[id]; len(s) > 0 {
			m := s[len(s)-1]
			m.last = i
			g.open[id] = s[:len(s)-1]
			g.found = append(g.found, m)
		}
	}
}

// finish makes names of the mentions of a document: longer ones first, none over another.
func (g *gumReader) finish() {
	d := g.docs[g.doc]
	taken := make([]bool, len(d.Toks))
	var names []Name
	for length := 12; length > 0; length-- {
		for _, m := range g.found {
			n, ok := g.name(d, m)
			if !ok || n.Last-n.First != length {
				continue
			}
			free := true
			for i := n.First; i < n.Last; i++ {
				free = free && !taken[i]
			}
			if !free {
				continue
			}
			for i := n.First; i < n.Last; i++ {
				taken[i] = true
			}
			names = append(names, n)
		}
	}
	for i := range d.Toks {
		if !taken[i] && d.Toks[i].UPOS == "ADJ" && isNationality(g.know, []string{d.Toks[i].Text}) {
			names = append(names, Name{First: i, Last: i + 1, Type: "NORP"})
		}
	}
	sortNames(names)
	d.Names = names
}

// name finds the proper nouns around the head of a mention.
func (g *gumReader) name(d *Doc, m gumMention) (Name, bool) {
	lo, hi := -1, -1
	for part := range strings.SplitSeq(m.min, ",") {
		k, err := strconv.Atoi(part)
		if err != nil || m.first+k-1 > m.last {
			continue
		}
		if i := m.first + k - 1; lo < 0 {
			lo, hi = i, i
		} else {
			hi = i
		}
	}
	if lo < 0 || !isProper(d, lo) && !isProper(d, hi) {
		return Name{}, false
	}
	for i := lo; i <= hi; i++ {
		if !isProper(d, i) && !isInnerWord(d.Toks[i].Text) {
			return Name{}, false
		}
	}
	for lo > m.first && isProper(d, lo-1) {
		lo--
	}
	for hi < m.last && isProper(d, hi+1) {
		hi++
	}
	for hi > lo && !isProper(d, hi) {
		hi--
	}
	for lo < hi && !isProper(d, lo) {
		lo++
	}
	kind, ok := gumTypes[m.kind]
	for kind == "PER" && lo < hi && g.isTitle(d.Toks[lo].Text) {
		lo++ // a name has no title, as in CoNLL
	}
	if !ok || !isProper(d, lo) {
		return Name{}, false
	}
	var words []string
	for _, t := range d.Toks[lo : hi+1] {
		words = append(words, t.Text)
	}
	if kind == "PER" && (d.Toks[hi].XPOS == "NNPS" || isNationality(g.know, words)) {
		kind = "NORP"
	}
	return Name{First: lo, Last: hi + 1, Type: kind}, true
}

// isTitle holds for titles and offices, not for initials ("M." for Monsieur) and saints.
func (g *gumReader) isTitle(w string) bool {
	t := g.know.Title(w)
	return g.know.Office(w) != nil || t != nil && t.Long != "Saint" && len(trimPunct(w)) > 1
}

var gumTypes = map[string]string{
	"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "abstract": "MISC", "object": "MISC",
	"animal": "PER", "plant": "MISC", "substance": "MISC",
}

func isProper(d *Doc, i int) bool {
	x := d.Toks[i].XPOS
	return (x == "NNP" || x == "NNPS") && !calendarWords[lowerASCII(d.Toks[i].Text)]
}

var calendarWords = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
	november december jan. feb. mar. apr. aug. sept. oct. nov. dec.`)

func isInnerWord(w string) bool {
	switch lowerASCII(w) {
	case "of", "the", "and", "for", "&", "-", "de", "la", "in", "on", "to", "a", "'s", "’s", ".", "von", "van", "der", "al", "–", "'", "/":
		return true
	}
	return isASCIIDigit(w[0])
}

// isNationality holds for peoples, their adjectives, faiths and parties.
func isNationality(know *seeds.Knowledge, words []string) bool {
	for len(words) > 1 && directions[lowerASCII(words[0])] {
		words = words[1:]
	}
	for _, w := range words {
		if w != "-" && know.Demonym(w) == nil && !groupWords[lowerASCII(w)] {
			return false
		}
	}
	return len(words) > 0
}

var directions = set(`west east south north western eastern southern northern central pro anti - non`)

var groupWords = set(`christian christians moslem moslems muslim muslims jew jews jewish catholic catholics protestant protestants sikh sikhs hindu
	hindus buddhist buddhists republican republicans democrat democrats democratic conservative conservatives communist communists socialist
	socialists liberal liberals arab arabs kurd kurds kurdish serb serbs croat croats tamil tamils tutsi tutsis hutu hutus islamic islamist
	islamists shiite shiites shi'ite shi'ites shia sunni sunnis orthodox anglican anglicans african africans european europeans asian asians
	latin hispanic hispanics american americans western maoist maoists nazi nazis marxist marxists zionist zionists tory tories palestinian
	palestinians chechen chechens bosnian bosnians basque basques flemish scottish welsh scots roma gypsy gypsies mormon mormons
	soviet soviets caribbean scandinavian nordic baltic balkan`)

func sortNames(names []Name) {
	for i := 1; i < len(names); i++ {
		for j := i; j > 0 && names[j].First < names[j-1].First; j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
}
