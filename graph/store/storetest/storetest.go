// Package storetest makes articles that nobody wrote, for tests and benchmarks of stores and questions: a world of actors,
// and extraction records in which few of them are named often and most of them seldom (Zipf's law). The same numbers give the
// same records. Start at Records.
//
// It says nothing about how well Dictum reads: the records are made, not extracted.
package storetest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"dictum/graph"
)

// Full is the number of articles of the benchmarks, some 80 quads each.
const Full = 5000

// actors is how many different actors there are to name.
const actors = 3000

// Records yields n records of n different articles. The first actor of the world is named most often; see Actor.
func Records(n int) iter.Seq[*graph.Record] {
	return func(yield func(*graph.Record) bool) {
		random := rand.New(rand.NewPCG(1, 2))
		pick := rand.NewZipf(random, 1.15, 4, actors-1)
		for i := range n {
			w := &article{random: random, pick: pick, rec: &graph.Record{
				ID:     fmt.Sprintf("synthetic-%05d", i),
				URL:    fmt.Sprintf("https://news.example/%05d", i),
				Title:  fmt.Sprintf("Report %d", i),
				Date:   fmt.Sprintf("20%02d-%02d-%02d", 15+i%10, 1+i/7%12, 1+i%28),
				Source: "Example Wire",
			}}
			if !yield(w.write()) {
				return
			}
		}
	}
}

var first = []string{"Aram", "Lena", "Oskar", "Mira", "Tomas", "Nadia", "Viktor", "Selin", "Daniel", "Irina", "Jonas", "Elif"}

var syllables = []string{"ba", "ko", "ri", "ste", "van", "do", "mel", "ta", "ze", "lun", "gor", "ni", "pa", "shi", "ver"}

// Actor is the number i of the world, counted from 0: countries, organisations and persons in turn.
func Actor(i int) graph.Actor {
	var b strings.Builder
	for n := i + len(syllables); n > 0; n /= len(syllables) {
		b.WriteString(syllables[n%len(syllables)])
	}
	name := strings.ToUpper(b.String()[:1]) + b.String()[1:]
	a := graph.Actor{Name: name + "ia", Type: graph.Location, Class: "country"}
	switch i % 3 {
	case 1:
		a = graph.Actor{Name: "Council of " + name, Type: graph.Organization, Aliases: []string{name + " Council"}}
	case 2:
		a = graph.Actor{
			Name: first[i%len(first)] + " " + name + "ov", Type: graph.Person, Aliases: []string{name + "ov"},
			Titles: []string{"foreign minister"}, Affiliations: []string{Actor(i - 1).ID},
		}
	}
	a.ID = graph.ActorID(a.Name)
	return a
}

// article is one record while it is made.
type article struct {
	random *rand.Rand
	pick   *rand.Zipf
	rec    *graph.Record
	length int // code points so far; the text is ASCII
}

// verbs of events: past, lemma, PLOVER type.
var verbs = [][3]string{{"met", "meet", "CONSULT"}, {"sanctioned", "sanction", "SANCTION"}, {"deployed", "deploy", "AID"}}

var topics = []string{"the border", "a new treaty", "the election", "grain exports", "the ceasefire", "peacekeepers", "the budget"}

func (w *article) write() *graph.Record {
	w.statement(0)
	w.event(w.random.IntN(len(verbs)))
	if w.random.IntN(2) == 0 {
		w.statement(1)
	}
	return w.rec
}

// add appends words to the text and says where they stand.
func (w *article) add(words string) graph.Span {
	w.rec.Text += words
	s := graph.Span{w.length, w.length + len(words)}
	w.length = s[1]
	return s
}

// name appends the name of an actor, somebody else than the last one named, as a mention.
func (w *article) name() (id string, at graph.Span) {
	a := Actor(int(w.pick.Uint64()))
	for n := len(w.rec.Mentions); n > 0 && w.rec.Mentions[n-1].Actor == a.ID; {
		a = Actor(int(w.pick.Uint64()))
	}
	at = w.add(a.Name)
	w.rec.Mentions = append(w.rec.Mentions, graph.Mention{
		ID: fmt.Sprintf("m%d", len(w.rec.Mentions)), Span: at, Head: at, Type: a.Type, Kind: graph.KindName, Actor: a.ID,
	})
	for _, known := range w.rec.Actors {
		if known.ID == a.ID {
			return a.ID, at
		}
	}
	w.rec.Actors = append(w.rec.Actors, a)
	return a.ID, at
}

func (w *article) sentence(write func()) {
	begin := w.length
	write()
	w.rec.Sentences = append(w.rec.Sentences, graph.Span{begin, w.length})
	w.add("\n")
}

func (w *article) statement(n int) {
	w.sentence(func() {
		speaker, source := w.name()
		w.add(" ")
		cue := w.add("said")
		w.add(" that ")
		about, content := w.name()
		content[1] = w.add(" would discuss " + topics[w.random.IntN(len(topics))])[1]
		w.add(".")
		w.rec.Statements = append(w.rec.Statements, graph.Statement{
			ID: fmt.Sprintf("s%d", n), Kind: graph.Indirect, Source: graph.Spans{source}, Cue: graph.Spans{cue},
			Content: graph.Spans{content}, Lemma: "say", Speaker: speaker, About: []string{about}, Polarity: graph.Affirmed,
			Certainty: graph.Asserted, Date: w.rec.Date, Confidence: 0.75,
		})
	})
}

func (w *article) event(verb int) {
	w.sentence(func() {
		agent, agentAt := w.name()
		w.add(" ")
		trigger := w.add(verbs[verb][0])
		w.add(" ")
		patient, patientAt := w.name()
		w.add(".")
		w.rec.Events = append(w.rec.Events, graph.Event{
			ID: "e0", Trigger: graph.Spans{trigger}, Lemma: verbs[verb][1], Type: verbs[verb][2],
			Modality: graph.Actual, Polarity: graph.Affirmed, Salience: 0.5, Confidence: 0.75,
			Args: []graph.Arg{
				{Role: graph.Agent, Span: agentAt, Actor: agent}, {Role: graph.Patient, Span: patientAt, Actor: patient},
			},
		})
	})
}
