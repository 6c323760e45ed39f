package graph

import "slices"

// Span is a half-open range of code points of a document's text: [start, end).
type Span [2]int

// Len is the number of code points the span covers.
func (s Span) Len() int { return s[1] - s[0] }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s[0] <= t[0] && t[1] <= s[1] }

// Overlaps reports whether s and t share a code point.
func (s Span) Overlaps(t Span) bool { return s[0] < t[1] && t[0] < s[1] }

// Spans is a list of spans in text order: contents and verb groups can be discontinuous.
type Spans []Span

// Extent is the smallest span that covers the list, and the zero span for an empty list.
func (ss Spans) Extent() Span {
	var out Span
	for i, s := range ss {
		if i == 0 {
			out = s
			continue
		}
		out[0], out[1] = min(out[0], s[0]), max(out[1], s[1])
	}
	return out
}

// Types of mentions and actors.
const (
	Person       = "PER"
	Organization = "ORG"
	Location     = "LOC"  // countries and cities included
	Norp         = "NORP" // nationality, religion, party
	Misc         = "MISC"
)

// Values of Actor.Class.
const (
	Country = "country"
	Unnamed = "unnamed" // "two officials": see UnnamedID
)

// Kinds of mentions.
const (
	KindName    = "name"
	KindNominal = "nominal"
	KindPronoun = "pronoun"
)

// Kinds of statements.
const (
	Direct   = "direct"
	Mixed    = "mixed"
	Indirect = "indirect"
)

// Values of Statement.Attitude; the third is "".
const (
	Support = "support"
	Oppose  = "oppose"
)

// Values of Polarity.
const (
	Affirmed = "affirmed"
	Negated  = "negated"
)

// Values of Statement.Certainty.
const (
	Asserted   = "asserted"
	Hedged     = "hedged"
	Questioned = "questioned"
)

// Values of Event.Modality.
const (
	Actual       = "actual"
	Planned      = "planned"
	Hypothetical = "hypothetical"
)

// Roles of event arguments.
const (
	Agent      = "agent"
	Patient    = "patient"
	Recipient  = "recipient"
	AtLocation = "location"
	AtTime     = "time"
	Quantity   = "quantity"
	Duration   = "duration"
	Purpose    = "purpose"
	Instrument = "instrument"
)

// Record is what was read out of one document. All spans are code points of Text, which is the input's text unchanged.
type Record struct {
	ID         string      `json:"id"`
	URL        string      `json:"url"`
	Title      string      `json:"title"`
	Date       string      `json:"date"`
	Source     string      `json:"source,omitempty"`
	Text       string      `json:"text"`
	Sentences  []Span      `json:"sentences"`
	Mentions   []Mention   `json:"mentions"`
	Actors     []Actor     `json:"actors"`
	Statements []Statement `json:"statements"`
	Events     []Event     `json:"events"`
	Times      []Time      `json:"times"`
	Values     []Value     `json:"values"`
}

// Document gives back the document the record was made from.
func (r *Record) Document() Document {
	return Document{ID: r.ID, Text: r.Text, Date: r.Date, Title: r.Title, URL: r.URL, Source: r.Source}
}

// Mention is one place where the text names an actor or another named thing; pronouns and nominals only when resolved.
type Mention struct {
	ID    string `json:"id"`
	Span  Span   `json:"span"`
	Head  Span   `json:"head"`
	Type  string `json:"type"`
	Kind  string `json:"kind"`
	Actor string `json:"actor"`

	// StandsIn marks a place or building that is read as its government or body: "Yerevan" for Armenia, "the Kremlin" for Russia.
	StandsIn bool `json:"stands_in,omitempty"`

	// Phrase marks the whole phrase around a name: "Irish airline Ryanair". The name in it is a mention of its own.
	Phrase bool `json:"phrase,omitempty"`
}

// Actor is one distinct actor or place of a document. One without a mention is there because a place of the text lies in it.
type Actor struct {
	ID           string   `json:"id"` // actor:… or place:…
	Name         string   `json:"name"`
	Type         string   `json:"type"`
	Class        string   `json:"class,omitempty"`   // country, or unnamed: one whom only this document tells of, without a name
	SameAs       string   `json:"same_as,omitempty"` // identifier in the wider world: http://www.wikidata.org/entity/Q399
	Aliases      []string `json:"aliases"`
	Titles       []string `json:"titles"`
	Affiliations []string `json:"affiliations"`     // identifiers of actors
	Within       []string `json:"within,omitempty"` // of a place: identifiers of what it lies in, as the text or the tables say
	Terms        []Term   `json:"terms,omitempty"`  // of a person: titles and affiliations with their time
}

// Term is an office that a person holds or held, or, without a title, whom a person belongs to, with the time as far as it is known.
type Term struct {
	Title string   `json:"title"`
	Of    []string `json:"of"`              // identifiers of actors
	From  string   `json:"from,omitempty"`  // ISO 8601, of the precision the text gives
	To    string   `json:"to,omitempty"`    // the same
	Past  bool     `json:"past,omitempty"`  // over by the day of the report
	AsOf  string   `json:"as_of,omitempty"` // the day of the report, on which it was held, or was over
	Dated string   `json:"dated"`           // DatedByText or DatedByReport
	Span  Span     `json:"span"`            // the office's word where the text tells it, else the person's name
}

// Values of Term.Dated: whether the text tells the time ("former", "since 2019"), or nothing but the day of the report is known.
const (
	DatedByText   = "text"
	DatedByReport = "report"
)

// RolePast is the value of RoleState of an office that is over by the day of the report; others have none.
const RolePast = "past"

// Year is the year of an ISO 8601 date, "" where there is none.
func Year(date string) string {
	if len(date) < 4 {
		return ""
	}
	return date[:4]
}

// Equal reports whether two terms say the same.
func (t Term) Equal(o Term) bool {
	return t.Title == o.Title && slices.Equal(t.Of, o.Of) && t.From == o.From && t.To == o.To && t.Past == o.Past && t.AsOf == o.AsOf &&
		t.Dated == o.Dated && t.Span == o.Span
}

// Statement says who said (thought, denied, promised, …) what.
type Statement struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Source     Spans    `json:"source"`
	Cue        Spans    `json:"cue"`
	Content    Spans    `json:"content"`
	Lemma      string   `json:"lemma"`
	Speaker    string   `json:"speaker"`
	SpokenFor  string   `json:"spoken_for,omitempty"` // the organisation or country whose spokesperson the speaker is
	Addressee  string   `json:"addressee"`            // an actor's identifier, or words of the text
	Venue      string   `json:"venue"`
	About      []string `json:"about"`
	Mentions   []string `json:"mentions"`
	Attitude   string   `json:"attitude"`
	Polarity   string   `json:"polarity"`
	Certainty  string   `json:"certainty"`
	Date       string   `json:"date"`
	Reports    []string `json:"reports"`
	Confidence float64  `json:"confidence"`
}

// Event says who did what to whom, where, when, how many.
type Event struct {
	ID          string  `json:"id"`
	Trigger     Spans   `json:"trigger"`
	Lemma       string  `json:"lemma"`
	Type        string  `json:"type"`
	Mode        string  `json:"mode"`
	Args        []Arg   `json:"args"`
	Modality    string  `json:"modality"`
	Polarity    string  `json:"polarity"`
	AccordingTo string  `json:"according_to"` // identifier of the statement that alone asserts it
	Salience    float64 `json:"salience"`
	Confidence  float64 `json:"confidence"`
}

// Arg is one argument of an event. Value is a number for a quantity, an ISO 8601 string for a duration or a time.
type Arg struct {
	Role      string `json:"role"`
	Span      Span   `json:"span"`
	Head      *Span  `json:"head,omitempty"`
	Actor     string `json:"actor,omitempty"`
	Value     any    `json:"value,omitempty"` // float64 or string
	Unit      string `json:"unit,omitempty"`
	Precision string `json:"precision,omitempty"` // of a time: year, quarter, month, week, day, …
}

// Time is a TIMEX3 expression.
type Time struct {
	Span  Span   `json:"span"`
	Type  string `json:"type"` // DATE TIME DURATION SET
	Value string `json:"value"`
}

// Value is an amount.
type Value struct {
	Span  Span    `json:"span"`
	Type  string  `json:"type"` // QUANTITY MONEY PERCENT
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
}
