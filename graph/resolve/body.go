package resolve

import (
	"slices"
	"strings"

	"dictum/graph"
)

// bodies resolves organisations and whatever else is neither person nor place: names that differ in a legal form, in the order
// of their words or in how they name the country; then acronyms and short forms, which need a document that says what they
// stand for, or shared evidence.
func (r *run) bodies(locals []*local) []*cluster {
	var all []*cluster
	for _, same := range groupBy(locals, r.bodyKey) {
		for _, c := range byIdentifier(same) {
			_, c.nation, _ = strings.Cut(r.bodyKey(same[0]), "\x00")
			all = append(all, c)
		}
	}
	slices.SortFunc(all, bySize)
	return r.joinShortBodies(r.joinStateless(all))
}

// byIdentifier divides actors of one name by what the wider world calls them (wd:Q399): two identifiers are two things. Those without one
// go to the largest.
func byIdentifier(same []*local) []*cluster {
	var out []*cluster
	var blank []*local
	for _, alike := range groupBy(same, func(a *local) string { return first(a.facts.same) }) {
		if len(alike[0].facts.same) == 0 {
			blank = alike
			continue
		}
		out = append(out, newCluster(alike...))
	}
	if len(out) == 0 {
		return []*cluster{newCluster(same...)}
	}
	slices.SortFunc(out, bySize)
	out[0].add(blank...)
	return out
}

// joinStateless gives a body of common words, of which its document does not say the country, to the one body of that name that
// it can be: of a country that the document names, or of the only one where it names none.
func (r *run) joinStateless(all []*cluster) []*cluster {
	byCore := map[string][]*cluster{}
	for _, c := range all {
		core := r.lex.parse(c.locals[0].group).core
		if c.nation != "" && r.lex.common(core) && !vague[core] {
			byCore[bodyKey(core)] = append(byCore[bodyKey(core)], c)
		}
	}
	moves := map[*local]*cluster{}
	for _, c := range all {
		core := r.lex.parse(c.locals[0].group).core
		states := byCore[bodyKey(core)]
		if c.nation != "" || len(states) == 0 {
			continue
		}
		for _, a := range c.locals {
			var can []*cluster
			for _, s := range states {
				if a.facts.lands[s.nation] || len(states) == 1 && len(a.facts.lands) == 0 {
					can = append(can, s)
				}
			}
			if len(can) == 1 {
				moves[a] = can[0]
			}
		}
	}
	return move(all, moves)
}

// bodyKey is what spellings of one body share: its core, and the country that tells it from others where the words are
// common ones ("air force"), or where the name itself has it.
func (r *run) bodyKey(a *local) string {
	p := r.lex.parse(a.group)
	core, nation := p.core, p.nation
	if nation == "" && r.lex.common(core) {
		nation = nationOf(a.facts, strings.Contains(core, "-"))
	}
	if a.Class == string(graph.ClassGroup) && nation == "" {
		return a.group + "\x00" // "officials of …": groups are as they are called
	}
	return p.body + "\x00" + nation
}

// nationOf is the country that a document gives a body: the one it belongs to, else, where its name is more than "the
// commission", the only one that the document names.
func nationOf(f *facts, several bool) string {
	switch {
	case len(f.countries) == 1:
		return first(f.countries)
	case several && len(f.countries) == 0 && len(f.lands) == 1:
		return first(f.lands)
	}
	return ""
}

// common reports whether a name is made of words that every country's body may bear: "foreign ministry", "supreme court".
func (l *Lexicon) common(core string) bool {
	return l.commons.get(core, func() bool { return l.isCommon(core) })
}

func (l *Lexicon) isCommon(core string) bool {
	words := contentWords(core)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for _, form := range []string{strings.Join(words, " "), strings.ReplaceAll(core, "-", " ")} {
		for _, n := range l.know.Nominal(form) {
			if n.Type == graph.Organization && (len(words) > 1 || nationalWords[form]) {
				return true
			}
		}
	}
	heads := 0
	for _, w := range words {
		if nationalWords[w] {
			heads++
		} else if !modifiers[w] {
			return false
		}
	}
	return heads > 0
}

// vague are words that alone name a body of no state: the Commission may be anybody's.
var vague = wordSet("academy agency authority board bureau chamber commission committee council court department directorate force " +
	"forces guard house institute office service")

var nationalWords = wordSet("academy administration agency army assembly authority board bureau cabinet chamber coastguard commission " +
	"committee congress constabulary council court courts customs department directorate duma embassy force forces " +
	"government guard house inspectorate institute judiciary legislature marines military ministry navy office " +
	"parliament police prosecutor senate service tribunal treasury")

var modifiers = wordSet("affairs agriculture air appeal appeals armed aviation border central civil coast commerce communications " +
	"constitutional consumer criminal culture defense defence development economic economy education election " +
	"elections electoral emergency employment energy environment federal finance financial food foreign general " +
	"health high higher home immigration independent industry information inland intelligence interior internal " +
	"investigation investigations justice labor labour land local lower mines national naval nuclear oil planning " +
	"population presidential prison prosecutors protection public railways regional republican research revenue " +
	"royal rural safety science secret security social special sports state statistics supreme surface tax tourism " +
	"trade traffic transport transportation travel upper war water welfare women works youth")

func wordSet(words string) set {
	s := set{}
	s.put(strings.Fields(words)...)
	return s
}

// joinShortBodies gives acronyms and first words to the body they stand for, document by document.
func (r *run) joinShortBodies(all []*cluster) []*cluster {
	long := r.longForms(all)
	moves := map[*local]*cluster{}
	for _, c := range all {
		short := r.lex.parse(c.locals[0].group)
		if short.several || short.nation != "" {
			continue
		}
		can := slices.DeleteFunc(slices.Clone(long[short.core]), func(full *cluster) bool { return full == c || !r.standsFor(c, full) })
		if len(can) == 0 {
			continue
		}
		slices.SortFunc(can, bySize)
		score, _ := evidence(c.facts(), can[0].facts())
		sure := r.explained(c, can) || len(can) == 1 && score >= 2 && r.initialsOf(c, can[0]) // what all its documents show together
		for _, a := range c.locals {
			if to := choose(a, can, 1, sure); to != nil {
				moves[a] = to
			} else if sure {
				moves[a] = can[0]
			}
		}
	}
	return move(all, moves)
}

// move puts actors from their cluster into others, all at once.
func move(all []*cluster, moves map[*local]*cluster) []*cluster {
	if len(moves) == 0 {
		return all
	}
	stays, comes := map[*cluster][]*local{}, map[*cluster][]*local{}
	for _, c := range all {
		for _, a := range c.locals {
			if to := moves[a]; to != nil {
				comes[to] = append(comes[to], a)
			} else {
				stays[c] = append(stays[c], a)
			}
		}
	}
	var out []*cluster
	for _, c := range all {
		if locals := append(stays[c], comes[c]...); len(locals) > 0 {
			out = append(out, &cluster{locals: locals, nation: c.nation})
		}
	}
	return out
}

// longForms are the bodies of several words, by what may be short for them.
func (r *run) longForms(all []*cluster) map[string][]*cluster {
	out := map[string][]*cluster{}
	for _, c := range all {
		for _, g := range c.groups() {
			p := r.lex.parse(g)
			shorts := p.initials
			if p.first != "" {
				shorts = append(slices.Clone(shorts), p.first)
			}
			for _, s := range shorts {
				if !slices.Contains(out[s], c) {
					out[s] = append(out[s], c)
				}
			}
		}
	}
	return out
}

// standsFor reports whether a short name may be that of a body: its initials, or its first word where a document uses it so and
// the short name is not the better known.
func (r *run) standsFor(c, full *cluster) bool {
	return r.initialsOf(c, full) || 2*len(full.locals) >= len(c.locals) && calls(full, c.locals[0].group)
}

// initialsOf reports whether one name is made of the initials of the other.
func (r *run) initialsOf(c, full *cluster) bool {
	short := r.lex.parse(c.locals[0].group).core
	return slices.ContainsFunc(full.groups(), func(g string) bool { return slices.Contains(r.lex.parse(g).initials, short) })
}

// calls reports whether a document calls a body by another name as well.
func calls(c *cluster, group string) bool {
	return slices.ContainsFunc(c.locals, func(a *local) bool {
		return slices.ContainsFunc(a.Names, func(n string) bool { return graph.Slug(n) == group })
	})
}

// explained reports whether an acronym can be one body's alone, and a document says so.
func (r *run) explained(c *cluster, can []*cluster) bool {
	return len(can) == 1 && r.initialsOf(c, can[0]) && calls(can[0], c.locals[0].group)
}
