package extract

import (
	"fmt"
	"slices"
	"strings"

	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

// Layer names one thing that stages make and use.
type Layer string

// The layers of an extraction, in the order in which they usually come to be.
const (
	Analysis   Layer = "analysis"   // State.NLP, State.Tree; there from the start
	Times      Layer = "times"      // Record.Times
	Values     Layer = "values"     // Record.Values
	Mentions   Layer = "mentions"   // State.Mentions without pronouns and nominals
	Actors     Layer = "actors"     // Record.Actors, all of State.Mentions (mention.go)
	Statements Layer = "statements" // Record.Statements, but for Reports
	Events     Layer = "events"     // Record.Events, Statement.Reports, Event.AccordingTo
)

// State is one document on its way through the stages. A stage adds its layers and leaves the others as they are.
type State struct {
	Doc      *graph.Document
	NLP      *nlp.Doc
	Tree     *Tree // over NLP
	Know     *seeds.Knowledge
	Mentions []Mention // in text order
	Record   *graph.Record

	runes         []rune           // of NLP.Text, made when first asked for
	nameless      map[int]*entity  // those without a name by the head tokens of their mentions, see claim
	literalPlaces bool             // Options.LiteralPlaces
	claimed       map[string]int   // how many of them became actors, by the first part of the identifier
	members       map[int][]string // actors of a plural office by its token: "the two ministers, Mirzoyan and Lavrov"
}

// Mention is a mention with its place in the analysis: tokens [First, Last), and the token that heads it.
type Mention struct {
	First, Last, Head int
	Type              string // graph.Person, …
	Kind              string // graph.KindName, …
	Actor             string // identifier of the actor, "" while unresolved

	entries []seeds.Entry // what the knowledge tables know under this name
	text    string        // what it reads, with single spaces; made when first asked for
	metonym bool          // a place that stands for a government
	phrase  bool          // a name with what describes it, see phrases
	top     int           // token that heads the name with the office before it; Head where there is none
}

// Stage makes layers out of layers. Run must not keep the state, and is called from one goroutine per document.
type Stage struct {
	Name  string
	Needs []Layer
	Gives []Layer
	Run   func(*State) error
}

var registry []Stage

// register makes a stage part of every pipeline. It panics on a name that is taken.
func register(s Stage) {
	if slices.ContainsFunc(registry, func(r Stage) bool { return r.Name == s.Name }) {
		panic("extract: two stages named " + s.Name)
	}
	registry = append(registry, s)
}

// order sorts the stages so that each comes after those that give what it needs. Stages that are free to swap keep the
// order of their names. A layer that nobody gives, or that two stages give, or a circle, is an error.
func order(stages []Stage) ([]Stage, error) {
	stages = slices.Clone(stages)
	slices.SortFunc(stages, func(a, b Stage) int { return strings.Compare(a.Name, b.Name) })
	giver := map[Layer]string{}
	for _, s := range stages {
		for _, l := range s.Gives {
			if other, ok := giver[l]; ok {
				return nil, fmt.Errorf("extract: stages %s and %s both give %s", other, s.Name, l)
			}
			giver[l] = s.Name
		}
	}
	done := map[Layer]bool{Analysis: true} // made before the stages run
	var out []Stage
	for len(stages) > 0 {
		i := slices.IndexFunc(stages, func(s Stage) bool {
			return !slices.ContainsFunc(s.Needs, func(l Layer) bool { return !done[l] })
		})
		if i < 0 {
			s := stages[0]
			for _, l := range s.Needs {
				if giver[l] == "" {
					return nil, fmt.Errorf("extract: stage %s needs %s, which no stage gives", s.Name, l)
				}
			}
			return nil, fmt.Errorf("extract: the stages from %s on need each other", s.Name)
		}
		for _, l := range stages[i].Gives {
			done[l] = true
		}
		out = append(out, stages[i])
		stages = slices.Delete(stages, i, i+1)
	}
	return out, nil
}
