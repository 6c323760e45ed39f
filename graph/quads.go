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
