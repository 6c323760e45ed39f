package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// DocumentIRI names the document, and the graph that holds all its evidence.
func DocumentIRI(hash string) quad.IRI { return quad.IRI("doc:" + hash) }

// SpanIRI names a range of code points of the document's text, as RFC 5147 has it.
func SpanIRI(hash string, s Span) quad.IRI {
	return quad.IRI(fmt.Sprintf("doc:%s#char=%d,%d", hash, s[0], s[1]))
}

// Quads are the evidence of one record: every quad's label is the document, their order depends on the record alone, and
// none is there twice. The entity graph is not among them; the store derives it from the quads with Seen… predicates.
func Quads(rec *Record) []quad.Quad {
	doc := rec.Document()
	w := newWriter(rec, doc.Hash())
	w.document(&doc)
	w.actors()
	w.identify()
	for i := range rec.Statements {
		w.statement(&rec.Statements[i])
	}
	for i := range rec.Events {
		w.event(&rec.Events[i])
	}
	w.coOccurrences()
	return w.finish()
}

// AsOf records when a document was read or last changed, as the caller tells it. It is no part of the evidence: the digest leaves
// it out, so that a document read again without change keeps the date it has.
func AsOf(doc quad.IRI, date string) quad.Quad {
	return quad.Quad{Subject: doc, Predicate: DateRecorded, Object: quad.String(date), Label: doc}
}

// writer collects the quads of one record.
type writer struct {
	rec       *Record
	hash      string
	label     quad.IRI
	text      []rune
	quads     []quad.Quad
	iri       map[string]quad.IRI // by identifier of a statement or event in the record
	mentioned map[string]string   // actor by identifier of a mention
	sentences map[int]bool        // already described
	roles     int                 // written so far
}

func newWriter(rec *Record, hash string) *writer {
	w := &writer{
		rec: rec, hash: hash, label: DocumentIRI(hash), text: []rune(rec.Text),
		iri: map[string]quad.IRI{}, mentioned: map[string]string{}, sentences: map[int]bool{},
	}
	for _, m := range rec.Mentions {
		w.mentioned[m.ID] = m.Actor
	}
	return w
}

func (w *writer) add(s quad.Value, p quad.IRI, o quad.Value) {
	w.quads = append(w.quads, quad.Quad{Subject: s, Predicate: p, Object: o, Label: w.label})
}

// str adds a literal unless it is empty.
func (w *writer) str(s quad.Value, p quad.IRI, text string) {
	if text != "" {
		w.add(s, p, quad.String(text))
	}
}

// ref adds an edge to an actor unless there is none.
func (w *writer) ref(s quad.Value, p quad.IRI, actor string) {
	if actor != "" {
		w.add(s, p, quad.IRI(actor))
	}
}

func (w *writer) words(ss Spans) string {
	parts := make([]string, len(ss))
	for i, s := range ss {
		parts[i] = string(w.text[s[0]:s[1]])
	}
	return strings.Join(parts, " … ")
}

func (w *writer) document(doc *Document) {
	w.add(w.label, RDFType, NewsArticle)
	w.str(w.label, Identifier, doc.ID)
	w.str(w.label, Headline, doc.Title)
	w.str(w.label, DatePublished, doc.Date)
	w.str(w.label, Publisher, doc.Source)
	w.str(w.label, SchemaURL, doc.URL)
	w.str(w.label, ArticleBody, doc.Text)
}

// ClassOf is the class of an actor in the graph.
func ClassOf(a *Actor) quad.IRI {
	switch {
	case a.Type == Person:
		return ClassPerson
	case a.Type == Organization:
		return ClassOrg
	case a.Type == Location && a.Class == Country:
		return ClassCountry
	case a.Type == Location:
		return ClassPlace
	case a.Type == Norp:
		return ClassGroup
	case a.Type == Misc && a.Class == Unnamed:
		return ClassWork
	}
	return ClassThing
}

func (w *writer) actors() {
	above := map[string]bool{} // places that are there because others lie in them
	for i := range w.rec.Actors {
		for _, id := range w.rec.Actors[i].Within {
			above[id] = true
		}
	}
	for i := range w.rec.Mentions {
		delete(above, w.rec.Mentions[i].Actor)
	}
	for i := range w.rec.Actors {
		a := &w.rec.Actors[i]
		id := quad.IRI(a.ID)
		if !above[a.ID] {
			w.add(w.label, SchemaMentions, id)
		}
		w.add(id, SeenName, quad.String(a.Name))
		w.add(id, SeenType, ClassOf(a))
		for _, alias := range a.Aliases {
			w.str(id, SeenAs, alias)
		}
		for _, title := range a.Titles {
			w.str(id, SeenTitle, title)
		}
		for _, org := range a.Affiliations {
			w.ref(id, SeenAffiliation, org)
		}
		if a.SameAs != "" {
			w.add(id, SeenSameAs, shortIRI(a.SameAs))
		}
		for _, place := range a.Within {
			w.ref(id, SeenWithin, place)
		}
		for i := range a.Terms {
			w.role(id, &a.Terms[i])
		}
	}
}

// role writes an office or affiliation with its time; its IRI is the document and a number.
func (w *writer) role(of quad.IRI, t *Term) {
	w.roles++
	id := quad.IRI(fmt.Sprintf("role:%s-%d", w.hash, w.roles))
	w.add(id, RDFType, ClassRole)
	w.add(id, RoleOf, of)
	w.str(id, RoleName, t.Title)
	for _, org := range t.Of {
		w.ref(id, RoleWithin, org)
	}
	w.str(id, StartDate, t.From)
	w.str(id, EndDate, t.To)
	w.str(id, AsOfDate, t.AsOf)
	// The usual case, held on the day of the report and dated by nothing else, is left out: literals that everything points at make a
	// store slow to add to.
	if t.Past {
		w.str(id, RoleState, RolePast)
	}
	if t.Dated == DatedByText {
		w.str(id, DatedBy, t.Dated)
	}
	w.derive(id, ToldIn, Spans{t.Span})
}

// shortIRI writes an address with the prefix of ours that it begins with.
func shortIRI(address string) quad.IRI {
	for _, p := range Prefixes() {
		if rest, ok := strings.CutPrefix(address, p.Full); ok {
			return quad.IRI(p.Short + rest)
		}
	}
	return quad.IRI(address)
}

// identify gives every statement and event its IRI: the document and the offsets of its content or trigger. Two of one
// kind at the same place are told apart by a number, in the order of the record.
func (w *writer) identify() {
	taken := map[quad.IRI]bool{}
	name := func(prefix string, at Span) quad.IRI {
		base := fmt.Sprintf("%s%s-%d-%d", prefix, w.hash, at[0], at[1])
		iri := quad.IRI(base)
		for n := 2; taken[iri]; n++ {
			iri = quad.IRI(fmt.Sprintf("%s-%d", base, n))
		}
		taken[iri] = true
		return iri
	}
	for i := range w.rec.Statements {
		s := &w.rec.Statements[i]
		w.iri[s.ID] = name("st:", s.Content.Extent())
	}
	for i := range w.rec.Events {
		e := &w.rec.Events[i]
		w.iri[e.ID] = name("ev:", e.Trigger.Extent())
	}
}

// derive ties a statement or event, or an office, to the sentences its words stand in.
func (w *writer) derive(id, p quad.IRI, words ...Spans) {
	for i, sent := range w.rec.Sentences {
		if !slices.ContainsFunc(words, func(ss Spans) bool { return slices.ContainsFunc(ss, sent.Overlaps) }) {
			continue
		}
		at := SpanIRI(w.hash, sent)
		w.add(id, p, at)
		if !w.sentences[i] {
			w.sentences[i] = true
			w.add(at, RDFType, NifSentence)
			w.str(at, AnchorOf, w.words(Spans{sent}))
			w.add(at, ReferenceContext, w.label)
		}
	}
}

func (w *writer) statement(s *Statement) {
	id := w.iri[s.ID]
	w.add(id, RDFType, Quotation)
	w.ref(id, SpokenBy, s.Speaker)
	w.ref(id, SpokenFor, s.SpokenFor)
	w.str(id, SourceText, w.words(s.Source))
	w.str(id, SchemaText, w.words(s.Content))
	w.str(id, Cue, w.words(s.Cue))
	w.str(id, CueLemma, s.Lemma)
	switch s.Kind {
	case Direct:
		w.add(id, QuoteType, QuoteDirect)
	case Mixed:
		w.add(id, QuoteType, QuoteMixed)
	case Indirect:
		w.add(id, QuoteType, QuoteIndirect)
	}
	from := s.Speaker
	if IsUnnamed(from) && s.SpokenFor != "" {
		from = s.SpokenFor // the edges for the picture are those of the one for whom a nameless spokesman speaks
	}
	for _, a := range s.About {
		w.ref(id, About, a)
		if from != "" && from != a {
			w.add(quad.IRI(from), SpokeAbout, quad.IRI(a))
		}
	}
	for _, m := range s.Mentions {
		w.ref(id, SchemaMentions, w.mentioned[m])
	}
	if IsActor(s.Addressee) {
		w.ref(id, Addressee, s.Addressee)
		if from != "" && from != s.Addressee {
			w.add(quad.IRI(from), SpokeTo, quad.IRI(s.Addressee))
		}
	} else {
		w.str(id, Addressee, s.Addressee)
	}
	w.str(id, Venue, s.Venue)
	w.str(id, Attitude, s.Attitude)
	w.str(id, Polarity, s.Polarity)
	w.str(id, Certainty, s.Certainty)
	w.str(id, DateCreated, s.Date)
	for _, e := range s.Reports {
		if iri, ok := w.iri[e]; ok {
			w.add(id, Reports, iri)
		}
	}
	w.add(id, Confidence, quad.Float(s.Confidence))
	w.derive(id, WasDerivedFrom, s.Source, s.Cue, s.Content)
}

// IsActor reports whether a string is the identifier of an actor or place.
func IsActor(s string) bool { return strings.HasPrefix(s, "actor:") || strings.HasPrefix(s, "place:") }

func (w *writer) event(e *Event) {
	id := w.iri[e.ID]
	w.add(id, RDFType, SemEvent)
	w.str(id, RDFSLabel, w.words(e.Trigger))
	w.str(id, Predicate, e.Lemma)
	if e.Type != "" {
		w.add(id, EventType, quad.IRI("plover:"+e.Type))
	}
	if e.Mode != "" {
		w.add(id, EventMode, quad.IRI("plover:mode/"+e.Mode))
	}
	for i := range e.Args {
		w.arg(id, &e.Args[i])
	}
	w.actedOn(e)
	w.str(id, Modality, e.Modality)
	w.str(id, Polarity, e.Polarity)
	if st, ok := w.iri[e.AccordingTo]; ok {
		w.add(id, SemAccordingTo, st)
	}
	w.add(id, Salience, quad.Float(e.Salience))
	w.add(id, Confidence, quad.Float(e.Confidence))
	w.derive(id, WasDerivedFrom, e.Trigger)
}

func (w *writer) arg(id quad.IRI, a *Arg) {
	words := string(w.text[a.Span[0]:a.Span[1]])
	switch a.Role {
	case Agent:
		w.str(id, AgentText, words)
		w.ref(id, HasAgent, a.Actor)
	case Patient:
		w.str(id, PatientText, words)
		w.ref(id, HasPatient, a.Actor)
	case Recipient:
		w.str(id, RecipientText, words)
		w.ref(id, HasRecipient, a.Actor)
	case AtLocation:
		w.str(id, PlaceText, words)
		w.ref(id, HasPlace, a.Actor)
	case AtTime:
		w.str(id, TimeText, words)
		if v, ok := a.Value.(string); ok {
			w.str(id, HasTimeStamp, v)
			w.str(id, DatePrecision, a.Precision)
		}
	case Quantity:
		w.str(id, QuantityText, words)
		if v, ok := a.Value.(float64); ok {
			w.add(id, SchemaValue, number(v))
			w.str(id, UnitText, a.Unit)
		}
	case Duration:
		if v, ok := a.Value.(string); ok {
			w.str(id, SchemaDuration, v)
		}
	case Purpose:
		w.str(id, HasPurpose, words)
	case Instrument:
		w.str(id, HasInstrument, words)
	}
}

// number is an integer literal where the value is whole.
func number(v float64) quad.Value {
	if n := int64(v); float64(n) == v {
		return quad.Int(n)
	}
	return quad.Float(v)
}

// actedOn draws the edges for the picture. An event that did not happen, or may not have, draws none; nor does one that the
// speaker denies.
func (w *writer) actedOn(e *Event) {
	denied := func(s Statement) bool { return s.ID == e.AccordingTo && s.Polarity == Negated }
	if e.Polarity == Negated || e.Modality != Actual || slices.ContainsFunc(w.rec.Statements, denied) {
		return
	}
	for _, from := range e.Args {
		for _, to := range e.Args {
			target := to.Role == Patient || to.Role == Recipient
			if from.Role == Agent && target && from.Actor != "" && to.Actor != "" && from.Actor != to.Actor {
				w.add(quad.IRI(from.Actor), ActedOn, quad.IRI(to.Actor))
			}
		}
	}
}

// coOccurrences joins the actors named in one sentence, the smaller identifier first.
func (w *writer) coOccurrences() {
	next := 0
	for _, sent := range w.rec.Sentences {
		var here []string
		for ; next < len(w.rec.Mentions) && w.rec.Mentions[next].Span[0] < sent[1]; next++ {
			m := &w.rec.Mentions[next]
			if m.Kind == KindName && m.Actor != "" && m.Span[0] >= sent[0] {
				here = append(here, m.Actor)
			}
		}
		slices.Sort(here)
		here = slices.Compact(here)
		for i, a := range here {
			for _, b := range here[i+1:] {
				w.add(quad.IRI(a), CoOccursWith, quad.IRI(b))
			}
		}
	}
}

// finish sorts, drops what is there twice, and adds the digest.
func (w *writer) finish() []quad.Quad {
	type keyed struct {
		key string
		q   quad.Quad
	}
	all := make([]keyed, len(w.quads))
	for i, q := range w.quads {
		all[i] = keyed{quadKey(q), q}
	}
	slices.SortFunc(all, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	all = slices.CompactFunc(all, func(a, b keyed) bool { return a.key == b.key })
	keys := make([]string, len(all))
	w.quads = w.quads[:0]
	for i, k := range all {
		keys[i] = k.key
		w.quads = append(w.quads, k.q)
	}
	w.add(w.label, Digest, quad.String(digestKeys(keys)))
	return w.quads
}
