package extract

import (
	"cmp"
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

func init() {
	register(Stage{Name: "actors", Needs: []Layer{Analysis, Times, Mentions}, Gives: []Layer{Actors}, Run: resolveActors})
}

// resolveActors finds out which mentions are one actor. Names come first, and which
// of them stand for governments; then what the syntax says of them (offices, whom
// they belong to); then descriptions and pronouns, in one reading. Each step rests on the entities that the steps before made.
func resolveActors(s *State) error {
	r := &resolver{
		State: s, of: make([]*entity, len(s.Mentions)), countries: map[string]*entity{}, members: map[int][]*entity{},
		inTitle: map[int]bool{},
	}
	r.clusterNames()
	r.standForGovernments()
	r.readOffices()
	r.readOn()
	r.readOwners()
	r.readPlaces()
	r.write()
	return nil
}

// entity is an actor or place while its mentions are being gathered.
type entity struct {
	name    string // the fullest form, or the name the knowledge tables give
	typ     string // graph.Person, …
	class   string // graph.Country, graph.Unnamed or ""
	id      string // filled in by write
	forms   []string
	first   int // first token of the first mention
	count   int // mentions that are names
	seen    int // mentions so far, while reading on
	titles  []office
	affil   []*entity
	within  []*entity // of a place: what it lies in
	gender  gender
	plural  bool // a group: they, not it
	country *seeds.Country
	org     *seeds.Organisation
	figures []*seeds.Figure // what the tables know of this person, one line for each office
	titled  map[string]bool // offices just before the full name
	votes   map[string]int  // types that the mentions were given

	// of one without a name:
	noun      string    // lemma of the head
	modifiers []string  // what narrows it down
	latent    []Mention // its mentions, which are not among those of the resolver
}

// gender of a person, as far as the document or the tables show it.
type gender byte

const (
	unknownGender gender = iota
	male
	female
)

// office is a title a person is given in this document, to whom it belongs, and when it is held.
type office struct {
	title string
	of    []*entity
	term
}

// resolver is the work of the actors stage on one document. of holds the entity of each of s.Mentions.
type resolver struct {
	*State
	of   []*entity
	ents []*entity // in the order in which they were made

	countries map[string]*entity // by name
	evoked    map[string]bool    // countries and organisations the document brings to mind; made by evokes
	at        []int32            // name of each token, -1 for none; made by nameAt
	described map[int]bool       // heads of the phrases that are mentions
	members   map[int][]*entity  // people of a plural office, by its token
	inTitle   map[int]bool       // tokens of an office before a name
}

func (r *resolver) newEntity(name, typ string) *entity {
	e := &entity{name: name, typ: typ, first: len(r.NLP.Toks), votes: map[string]int{}}
	r.ents = append(r.ents, e)
	return e
}

// join makes mention i a mention of e.
func (r *resolver) join(i int, e *entity) {
	m := &r.Mentions[i]
	r.of[i] = e
	e.first = min(e.first, m.First)
	if m.Kind == graph.KindName {
		e.count++
		e.addForm(r.textOf(m))
	}
}

// add appends a mention of a description or pronoun. The order is restored by write.
func (r *resolver) add(m Mention, e *entity) {
	if e.class == graph.Unnamed {
		e.latent = append(e.latent, m)
		return
	}
	r.Mentions = append(r.Mentions, m)
	r.of = append(r.of, nil)
	r.join(len(r.of)-1, e)
}

// textOf is the text of a mention, made once.
func (r *resolver) textOf(m *Mention) string {
	if m.text == "" {
		m.text = r.words(m.First, m.Last)
	}
	return m.text
}

func (e *entity) addForm(form string) {
	if form != "" && !slices.Contains(e.forms, form) {
		e.forms = append(e.forms, form)
	}
}

// belongTo records an affiliation, once, and never to itself.
func (e *entity) belongTo(other *entity) {
	if other != nil && other != e && !slices.Contains(e.affil, other) {
		e.affil = append(e.affil, other)
	}
}

// hold records an office, once. A title that is the end of a longer one adds nothing ("minister", "foreign minister").
func (e *entity) hold(o office) {
	for _, org := range o.of {
		e.belongTo(org)
	}
	if o.title == "" {
		return
	}
	key := strings.ToLower(o.title)
	for i := range e.titles {
		have := strings.ToLower(e.titles[i].title)
		longer := strings.HasSuffix(key, " "+have) && !strings.HasPrefix(key, "former ")
		if longer {
			e.titles[i].title = o.title
		}
		if longer || have == key || strings.HasSuffix(have, " "+key) {
			e.titles[i].addOrgs(o.of)
			e.titles[i].term = e.titles[i].and(o.term)
			return
		}
	}
	e.titles = append(e.titles, o)
}

func (o *office) addOrgs(of []*entity) {
	for _, e := range of {
		if !slices.Contains(o.of, e) {
			o.of = append(o.of, e)
		}
	}
}

// write gives the entities their identifiers and puts mentions and actors in order.
func (r *resolver) write() {
	for _, e := range r.ents {
		e.id = entityID(e)
	}
	order := make([]int, len(r.Mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compareMentions(r.Mentions[a], r.Mentions[b]) })
	sorted := make([]Mention, 0, len(order))
	for _, i := range order {
		m := r.Mentions[i]
		m.Actor = ""
		if e := r.of[i]; e != nil {
			m.Actor = e.id
			if m.Kind != graph.KindName || m.Type == "" {
				m.Type = e.typ
			}
		}
		sorted = append(sorted, m)
	}
	r.State.Mentions = sorted
	r.State.members = map[int][]string{}
	for t, people := range r.members {
		for _, e := range people {
			r.State.members[t] = append(r.State.members[t], e.id)
		}
	}
	r.writeRecord()
}

// compareMentions is the order of mentions in the text, the wider first.
func compareMentions(x, y Mention) int {
	return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(y.Last, x.Last), cmp.Compare(x.Head, y.Head))
}

// writeRecord makes the record's actors. Entities that came to one identifier become one actor.
func (r *resolver) writeRecord() {
	at := map[string]int{}
	for _, e := range r.ents {
		if e.id == "" {
			continue
		}
		i, ok := at[e.id]
		if !ok {
			i = len(r.Record.Actors)
			at[e.id] = i
			r.Record.Actors = append(r.Record.Actors, graph.Actor{
				ID: e.id, Name: e.name, Type: e.typ, Class: e.class, SameAs: e.sameAs(),
			})
		}
		a := &r.Record.Actors[i]
		for _, f := range e.forms {
			if f != a.Name && !slices.Contains(a.Aliases, f) {
				a.Aliases = append(a.Aliases, f)
			}
		}
		for _, t := range e.titles {
			if !slices.Contains(a.Titles, t.title) {
				a.Titles = append(a.Titles, t.title)
			}
		}
		for _, t := range r.termsOf(e) {
			if !slices.ContainsFunc(a.Terms, t.Equal) {
				a.Terms = append(a.Terms, t)
			}
		}
		for _, o := range e.affil {
			if o.id != "" && o.id != a.ID && !slices.Contains(a.Affiliations, o.id) {
				a.Affiliations = append(a.Affiliations, o.id)
			}
		}
		for _, o := range e.within {
			if o.id != "" && o.id != a.ID && !slices.Contains(a.Within, o.id) {
				a.Within = append(a.Within, o.id)
			}
		}
	}
}

// sameAs is what Wikidata calls the entity, as far as the tables know it.
func (e *entity) sameAs() string {
	id := ""
	switch {
	case e.country != nil && e.class == graph.Country:
		id = e.country.Wikidata
	case e.org != nil:
		id = e.org.Wikidata
	case len(e.figures) > 0:
		id = e.figures[0].Wikidata
	}
	if id == "" {
		return ""
	}
	return graph.Wikidata + id
}

func entityID(e *entity) string {
	if e.typ == graph.Location && e.class != graph.Country {
		return graph.PlaceID(e.name)
	}
	return graph.ActorID(e.name)
}
