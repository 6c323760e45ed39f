package queries

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dictum/graph"
	"dictum/graph/store"
)

// The golden graph: eight short reports of our own, with what a reader would take out of them.

var cast = []graph.Actor{
	{ID: "actor:armenia", Name: "Armenia", Type: graph.Location, Class: "country", Aliases: []string{"Yerevan’s government"}},
	{ID: "actor:azerbaijan", Name: "Azerbaijan", Type: graph.Location, Class: "country", Aliases: []string{"Baku"}},
	{ID: "actor:russia", Name: "Russia", Type: graph.Location, Class: "country", Aliases: []string{"Moscow"}},
	{ID: "actor:iran", Name: "Iran", Type: graph.Location, Class: "country"},
	{ID: "actor:european-union", Name: "European Union", Type: graph.Organization, Aliases: []string{"EU"}},
	{
		ID: "actor:csto", Name: "CSTO", Type: graph.Organization,
		Aliases: []string{"Collective Security Treaty Organization"},
	},
	{
		ID: "actor:mikhail-galuzin", Name: "Mikhail Galuzin", Type: graph.Person, Aliases: []string{"Galuzin"},
		Titles: []string{"Deputy Foreign Minister"}, Affiliations: []string{"actor:russia"},
	},
	{
		ID: "actor:ararat-mirzoyan", Name: "Ararat Mirzoyan", Type: graph.Person, Aliases: []string{"Mirzoyan"},
		Titles: []string{"Foreign Minister"}, Affiliations: []string{"actor:armenia"},
	},
	{
		ID: "actor:josep-borrell", Name: "Josep Borrell", Type: graph.Person, Aliases: []string{"Borrell"},
		Titles: []string{"High Representative"}, Affiliations: []string{"actor:european-union"},
		Terms: []graph.Term{
			{Title: "High Representative", Of: []string{"actor:european-union"}, From: "2019-12", Dated: graph.DatedByText},
			{Title: "minister", From: "2018", To: "2019", Past: true, Dated: graph.DatedByText},
		},
	},
	{
		ID: "actor:nasser-kanaani", Name: "Nasser Kanaani", Type: graph.Person, Aliases: []string{"Kanaani"},
		Titles: []string{"spokesman"}, Affiliations: []string{"actor:iran"},
	},
	{ID: "actor:vahan-hunanyan", Name: "Vahan Hunanyan", Type: graph.Person, Affiliations: []string{"actor:armenia"}},
	{ID: "actor:vagharshak-hunanyan", Name: "Vagharshak Hunanyan", Type: graph.Person, Aliases: []string{"Hunanyan"}},
	{ID: "actor:anna-hunanyan", Name: "Anna Hunanyan", Type: graph.Person, Aliases: []string{"Hunanyan"}},
	{ID: "place:yerevan", Name: "Yerevan", Type: graph.Location, Within: []string{"actor:armenia"}},
	{ID: "place:jermuk", Name: "Jermuk", Type: graph.Location, Within: []string{"actor:armenia"}},
}

// report builds one record: words are given as they stand in the sentence added last.
type report struct {
	graph.Record
	from int // where the last sentence begins, in code points
	t    testing.TB
}

func newReport(t testing.TB, title, date, source string) *report {
	r := &report{t: t}
	r.Title, r.Date, r.Source = title, date, source
	r.URL = "https://news.example/" + graph.Slug(title)
	return r
}

func (r *report) sentence(text string) {
	if r.Text != "" {
		r.Text += " "
	}
	r.from = utf8.RuneCountInString(r.Text)
	r.Text += text
	r.Sentences = append(r.Sentences, graph.Span{r.from, utf8.RuneCountInString(r.Text)})
}

func (r *report) span(words string) graph.Span {
	r.t.Helper()
	last := string([]rune(r.Text)[r.from:])
	at := strings.Index(last, words)
	if at < 0 {
		r.t.Fatalf("the sentence %q has no %q", last, words)
	}
	start := r.from + utf8.RuneCountInString(last[:at])
	return graph.Span{start, start + utf8.RuneCountInString(words)}
}

func (r *report) spans(words string) graph.Spans {
	if words == "" {
		return nil
	}
	return graph.Spans{r.span(words)}
}

// says adds a statement; the caller changes what is not the usual case.
func (r *report) says(speaker, source, cue, lemma, content string, about ...string) *graph.Statement {
	kind := graph.Indirect
	if strings.HasPrefix(content, "“") {
		kind = graph.Direct
	} else if strings.Contains(content, "“") {
		kind = graph.Mixed
	}
	r.Statements = append(r.Statements, graph.Statement{
		ID: fmt.Sprint("s", len(r.Statements)+1), Kind: kind, Source: r.spans(source), Cue: r.spans(cue), Content: r.spans(content),
		Lemma: lemma, Speaker: speaker, About: about, Polarity: graph.Affirmed, Certainty: graph.Asserted, Date: r.Date, Confidence: 0.9,
	})
	return &r.Statements[len(r.Statements)-1]
}

// event adds an event. Arguments are role, words, and an actor's identifier or nothing.
func (r *report) event(trigger, lemma, kind string, args ...string) *graph.Event {
	e := graph.Event{
		ID: fmt.Sprint("e", len(r.Events)+1), Trigger: r.spans(trigger), Lemma: lemma, Type: kind, Modality: graph.Actual,
		Polarity: graph.Affirmed, Salience: 0.8, Confidence: 0.8,
	}
	for i := 0; i < len(args); i += 3 {
		e.Args = append(e.Args, graph.Arg{Role: args[i], Span: r.span(args[i+1]), Actor: args[i+2]})
	}
	r.Events = append(r.Events, e)
	return &r.Events[len(r.Events)-1]
}

func (r *report) amount(e *graph.Event, words string, n float64, unit string) {
	e.Args = append(e.Args, graph.Arg{Role: graph.Quantity, Span: r.span(words), Value: n, Unit: unit})
}

func (r *report) when(e *graph.Event, words, value, precision string) {
	e.Args = append(e.Args, graph.Arg{Role: graph.AtTime, Span: r.span(words), Value: value, Precision: precision})
}

// done adds the actors that the text names, with a mention at every place.
func (r *report) done() *graph.Record {
	for _, a := range cast {
		seen := false
		names := append([]string{a.Name}, a.Aliases...)
		slices.SortFunc(names, func(x, y string) int { return cmp.Compare(len(y), len(x)) })
		for _, name := range names {
			for at, rest := 0, r.Text; ; {
				i := strings.Index(rest, name)
				if i < 0 {
					break
				}
				seen = true
				start := utf8.RuneCountInString(r.Text[:at+i])
				r.Mentions = append(r.Mentions, graph.Mention{
					Span: graph.Span{start, start + utf8.RuneCountInString(name)}, Kind: graph.KindName, Type: a.Type, Actor: a.ID,
				})
				at += i + len(name)
				rest = r.Text[at:]
			}
		}
		if seen {
			var aliases []string
			for _, alias := range a.Aliases {
				if strings.Contains(r.Text, alias) {
					aliases = append(aliases, alias)
				}
			}
			a.Aliases = aliases
			a.Terms = slices.Clone(a.Terms)
			for i := range a.Terms {
				a.Terms[i].AsOf = r.Date
				for _, m := range r.Mentions {
					if m.Actor == a.ID {
						a.Terms[i].Span = m.Span
						break
					}
				}
			}
			r.Actors = append(r.Actors, a)
		}
	}
	slices.SortStableFunc(r.Mentions, func(x, y graph.Mention) int { return cmp.Compare(x.Span[0], y.Span[0]) })
	for i := range r.Mentions {
		r.Mentions[i].ID = fmt.Sprint("m", i+1)
	}
	return &r.Record
}

func goldenRecords(t testing.TB) []*graph.Record {
	return []*graph.Record{
		missionReport(t), denialReport(t), borderReport(t), cstoReport(t), tehranReport(t), summitReport(t), unnamedReport(t), villageReport(t),
	}
}

func missionReport(t testing.TB) *graph.Record {
	r := newReport(t, "Mission on the border", "2023-02-20", "Highland Wire")
	r.sentence("The European Union has deployed a 100-person, two-year mission along the Armenian border.")
	e := r.event("deployed", "deploy", "AID", "agent", "The European Union", "actor:european-union",
		"patient", "a 100-person, two-year mission", "", "location", "the Armenian border", "actor:armenia")
	r.amount(e, "100-person", 100, "person")
	e.Args = append(e.Args, graph.Arg{Role: graph.Duration, Span: r.span("two-year"), Value: "P2Y"})
	r.sentence("“The mission serves stability in Armenia,” Josep Borrell said in Brussels.")
	s := r.says("actor:josep-borrell", "Josep Borrell", "said", "say", "“The mission serves stability in Armenia,”",
		"actor:armenia", "actor:european-union")
	s.Attitude = graph.Support
	r.sentence("Ararat Mirzoyan thanked the EU and said the mission would help to keep the border calm.")
	s = r.says("actor:ararat-mirzoyan", "Ararat Mirzoyan", "said", "say", "the mission would help to keep the border calm",
		"actor:european-union")
	s.Attitude = graph.Support
	e = r.event("thanked", "thank", "SUPPORT", "agent", "Ararat Mirzoyan", "actor:ararat-mirzoyan",
		"patient", "the EU", "actor:european-union")
	e.Salience = 0.9
	e = r.event("help", "help", "", "agent", "the mission", "", "patient", "the border", "")
	e.Modality, e.AccordingTo = graph.Planned, s.ID
	s.Reports = []string{e.ID}
	return r.done()
}

func denialReport(t testing.TB) *graph.Record {
	r := newReport(t, "Moscow warns of a rift", "2023-03-29", "Volga Press")
	r.sentence("Mikhail Galuzin warned Armenia at a briefing that the EU mission would “only bring geopolitical rivalry”.")
	s := r.says("actor:mikhail-galuzin", "Mikhail Galuzin", "warned", "warn",
		"the EU mission would “only bring geopolitical rivalry”", "actor:european-union")
	s.Attitude, s.Addressee, s.Venue = graph.Oppose, "actor:armenia", "briefing"
	r.event("warned", "warn", "THREATEN", "agent", "Mikhail Galuzin", "actor:mikhail-galuzin", "patient", "Armenia", "actor:armenia")
	r.sentence("Galuzin denied that Russia had delayed weapons for Armenia.")
	s = r.says("actor:mikhail-galuzin", "Galuzin", "denied", "deny", "Russia had delayed weapons for Armenia",
		"actor:russia", "actor:armenia")
	s.Polarity = graph.Negated
	e := r.event("delayed", "delay", "REJECT", "agent", "Russia", "actor:russia", "patient", "weapons", "",
		"recipient", "Armenia", "actor:armenia")
	e.AccordingTo = s.ID
	s.Reports = []string{e.ID}
	r.sentence("The CSTO plans to send 50 observers to Armenia in May 2023, according to Moscow.")
	s = r.says("actor:russia", "Moscow", "according to", "according to", "The CSTO plans to send 50 observers to Armenia in May 2023",
		"actor:csto", "actor:armenia")
	e = r.event("send", "send", "AID", "agent", "The CSTO", "actor:csto", "patient", "50 observers", "",
		"recipient", "Armenia", "actor:armenia")
	e.Modality, e.AccordingTo = graph.Planned, s.ID
	r.amount(e, "50 observers", 50, "person")
	r.when(e, "May 2023", "2023-05", "month")
	s.Reports = []string{e.ID}
	return r.done()
}

func borderReport(t testing.TB) *graph.Record {
	r := newReport(t, "Shots near Jermuk", "2023-03-06", "Highland Wire")
	r.sentence("Armenia said that Azerbaijan had shelled two villages near Jermuk on March 5.")
	s := r.says("actor:armenia", "Armenia", "said", "say", "Azerbaijan had shelled two villages near Jermuk on March 5", "actor:azerbaijan")
	e := r.event("shelled", "shell", "ASSAULT", "agent", "Azerbaijan", "actor:azerbaijan", "patient", "two villages near Jermuk", "",
		"location", "Jermuk", "place:jermuk")
	r.amount(e, "two", 2, "village")
	r.when(e, "March 5", "2023-03-05", "day")
	e.AccordingTo = s.ID
	s.Reports = []string{e.ID}
	r.sentence("Baku rejected the report and accused Armenia of staging the incident.")
	s = r.says("actor:azerbaijan", "Baku", "accused", "accuse", "staging the incident", "actor:armenia")
	s.Attitude = graph.Oppose
	r.event("accused", "accuse", "ACCUSE", "agent", "Baku", "actor:azerbaijan", "patient", "Armenia", "actor:armenia")
	r.sentence("Azerbaijan did not shell any village, its ministry told the agency.")
	s = r.says("actor:azerbaijan", "its ministry", "told", "tell", "Azerbaijan did not shell any village", "actor:azerbaijan")
	s.Addressee = "the agency"
	e = r.event("shell", "shell", "ASSAULT", "agent", "Azerbaijan", "actor:azerbaijan", "patient", "any village", "")
	e.Polarity, e.AccordingTo = graph.Negated, s.ID
	s.Reports = []string{e.ID}
	r.sentence("“We heard the guns all night,” a farmer said.")
	r.says("", "a farmer", "said", "say", "“We heard the guns all night,”").Confidence = 0.4
	return r.done()
}

func cstoReport(t testing.TB) *graph.Record {
	r := newReport(t, "Armenia and its alliance", "2023-01-12", "Sevan Daily")
	r.sentence("Armenia supports the work of the CSTO, Ararat Mirzoyan told Russia in Yerevan in September 2022.")
	s := r.says("actor:armenia", "Ararat Mirzoyan", "told", "tell", "Armenia supports the work of the CSTO", "actor:csto")
	s.Attitude, s.Date, s.Addressee, s.Venue = graph.Support, "2022-09", "actor:russia", "Yerevan"
	r.sentence("Four months later Armenia criticised the Collective Security Treaty Organization and cancelled its exercise.")
	s = r.says("actor:armenia", "Armenia", "criticised", "criticise", "the Collective Security Treaty Organization", "actor:csto")
	s.Attitude = graph.Oppose
	e := r.event("cancelled", "cancel", "REJECT", "agent", "Armenia", "actor:armenia", "patient", "its exercise", "",
		"recipient", "the Collective Security Treaty Organization", "actor:csto")
	e.Confidence = 0.55
	r.sentence("Vagharshak Hunanyan, a veteran, met Anna Hunanyan, an analyst, and Vahan Hunanyan of the ministry in Yerevan.")
	r.event("met", "meet", "CONSULT", "agent", "Vagharshak Hunanyan", "actor:vagharshak-hunanyan",
		"agent", "Anna Hunanyan", "actor:anna-hunanyan",
		"agent", "Vahan Hunanyan", "actor:vahan-hunanyan", "location", "Yerevan", "place:yerevan")
	r.sentence("Anna Hunanyan said Armenia needed new partners.")
	r.says("actor:anna-hunanyan", "Anna Hunanyan", "said", "say", "Armenia needed new partners", "actor:armenia")
	r.sentence("Hunanyan, the veteran, said little.")
	return r.done()
}

func tehranReport(t testing.TB) *graph.Record {
	r := newReport(t, "Tehran on borders", "2023-03-30", "Caspian Post")
	r.sentence("Iran promised Armenia support, its spokesman Nasser Kanaani said, and opposes any change of borders.")
	s := r.says("actor:iran", "its spokesman Nasser Kanaani", "said", "say", "Iran promised Armenia support", "actor:armenia")
	s.Attitude = graph.Support
	e := r.event("promised", "promise", "AGREE", "agent", "Iran", "actor:iran", "patient", "support", "",
		"recipient", "Armenia", "actor:armenia")
	s.Reports = []string{e.ID}
	r.sentence("Iran spoke of Galuzin with respect.")
	r.says("actor:iran", "Iran", "spoke of", "speak", "Galuzin with respect", "actor:mikhail-galuzin")
	r.sentence("Baku denied that it would withdraw troops from the road to Armenia.")
	r.says("actor:azerbaijan", "Baku", "denied", "deny", "it would withdraw troops from the road to Armenia",
		"actor:armenia").Polarity = graph.Negated
	r.sentence("The EU mission would only bring geopolitical rivalry, Azerbaijan said in turn.")
	s = r.says("actor:azerbaijan", "Azerbaijan", "said", "say", "The EU mission would only bring geopolitical rivalry", "actor:european-union")
	s.Attitude = graph.Oppose
	return r.done()
}

func summitReport(t testing.TB) *graph.Record {
	r := newReport(t, "Ministers meet in Yerevan", "2023-04-11", "Sevan Daily")
	r.sentence("Josep Borrell met Ararat Mirzoyan in Yerevan on April 10.")
	e := r.event("met", "meet", "CONSULT", "agent", "Josep Borrell", "actor:josep-borrell",
		"agent", "Ararat Mirzoyan", "actor:ararat-mirzoyan",
		"location", "Yerevan", "place:yerevan")
	r.when(e, "April 10", "2023-04-10", "day")
	r.sentence("The EU gave Armenia 10 million euros in 2023.")
	e = r.event("gave", "give", "AID", "agent", "The EU", "actor:european-union", "recipient", "Armenia", "actor:armenia",
		"patient", "10 million euros", "")
	r.amount(e, "10 million euros", 10e6, "EUR")
	r.when(e, "2023", "2023", "year")
	r.sentence("Russia protects Armenia, Mikhail Galuzin told the ministers, and Armenia accused Russia of silence.")
	s := r.says("actor:mikhail-galuzin", "Mikhail Galuzin", "told", "tell", "Russia protects Armenia", "actor:armenia", "actor:russia")
	s.Attitude, s.Addressee = graph.Support, "the ministers"
	s = r.says("actor:armenia", "Armenia", "accused", "accuse", "Russia of silence", "actor:russia")
	s.Attitude = graph.Oppose
	r.event("protects", "protect", "SUPPORT", "agent", "Russia", "actor:russia", "patient", "Armenia", "actor:armenia")
	r.event("accused", "accuse", "ACCUSE", "agent", "Armenia", "actor:armenia", "patient", "Russia", "actor:russia")
	r.sentence("Azerbaijan would withdraw troops from the road to Armenia within weeks, its ministry said.")
	r.says("actor:azerbaijan", "its ministry", "said", "say", "Azerbaijan would withdraw troops from the road to Armenia within weeks",
		"actor:armenia")
	r.sentence("The mission serves stability in Armenia, Borrell said again.")
	r.says("actor:josep-borrell", "Borrell", "said", "say", "The mission serves stability in Armenia", "actor:armenia", "actor:european-union")
	return r.done()
}

// unnamedReport has speakers without a name, who must show up as such and nowhere as somebody.
func unnamedReport(t testing.TB) *graph.Record {
	r := newReport(t, "A quiet week", "2023-04-20", "Sevan Daily")
	doc := r.Document()
	analysts, spokesman := graph.UnnamedID("analysts", doc.Hash(), 1), graph.UnnamedID("spokesman", doc.Hash(), 1)
	r.sentence("Analysts said that Armenia would keep its border with Iran open.")
	r.says(analysts, "Analysts", "said", "say", "Armenia would keep its border with Iran open", "actor:armenia")
	r.sentence("An EU spokesman said the mission would stay in Armenia.")
	s := r.says(spokesman, "An EU spokesman", "said", "say", "the mission would stay in Armenia", "actor:armenia")
	s.SpokenFor = "actor:european-union"
	r.Actors = []graph.Actor{
		{ID: analysts, Name: "Analysts", Type: graph.Norp, Class: graph.Unnamed},
		{
			ID: spokesman, Name: "spokesman", Type: graph.Person, Class: graph.Unnamed, Titles: []string{"spokesman"},
			Affiliations: []string{"actor:european-union"},
		},
	}
	return r.done()
}

// villageReport tells again, with another number, what borderReport tells.
func villageReport(t testing.TB) *graph.Record {
	r := newReport(t, "Villages under fire", "2023-03-07", "Caspian Post")
	r.sentence("Azerbaijan shelled three villages near Jermuk on March 5.")
	e := r.event("shelled", "shell", "ASSAULT", "agent", "Azerbaijan", "actor:azerbaijan", "patient", "three villages near Jermuk", "",
		"location", "Jermuk", "place:jermuk")
	r.amount(e, "three", 3, "village")
	r.when(e, "March 5", "2023-03-05", "day")
	return r.done()
}

// goldenStore is an open store, in memory, with the golden graph.
func goldenStore(t testing.TB) *store.Store {
	t.Helper()
	return storeOf(t, store.Options{Backend: "memory"}, false)
}

func storeOf(t testing.TB, opts store.Options, backwards bool) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), t.TempDir(), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	records := goldenRecords(t)
	if backwards {
		slices.Reverse(records)
	}
	for _, rec := range records {
		doc := rec.Document()
		iri, quads := graph.DocumentIRI(doc.Hash()), graph.Quads(rec)
		if rec.Title == "Armenia and its alliance" { // read long after it appeared
			quads = append(quads, graph.AsOf(iri, "2023-04-02"))
		}
		if _, err := st.Replace(t.Context(), iri, quads); err != nil {
			t.Fatal(err)
		}
	}
	return st
}

func library(t testing.TB) *Library {
	t.Helper()
	l, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return l
}
