package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dictum/graph"
)

// Each case is a text and the speakers of its statements, in text order: "senior diplomat#1 PER" is an actor without a name, the
// number tells those of one text apart, "@ Kenya" is whom it belongs to; a name stands for itself.
var unnamedCases = []struct {
	name, text string
	want       []string
}{
	{
		"a group", "Analysts said the bank would cut its rates. Traders said it would not. The analysts said prices would fall.",
		[]string{"Analysts#1 NORP", "Traders#2 NORP", "Analysts#1 NORP"},
	},
	{
		"a diplomat and he", "A senior diplomat said the talks had failed. “Nobody came,” he said. The diplomat added that he was tired.",
		[]string{"senior diplomat#1 PER", "senior diplomat#1 PER", "senior diplomat#1 PER"},
	},
	{
		"two of one trade", "A trader said wheat would rise. Another trader said it would fall.",
		[]string{"trader#1 PER", "Another trader#2 PER"},
	},
	{
		"officials of a country", "Two senior Kenyan officials said the border would stay closed.",
		[]string{"Two senior Kenyan officials#1 NORP @ Kenya"},
	},
	{
		"an official is not the country", "A senior U.S. official said the sanctions would stay.",
		[]string{"senior U.S. official#1 PER @ United States"},
	},
	{
		"a spokesman for somebody", "A spokesman for Oxfam said the wells were dry.",
		[]string{"spokesman for Oxfam#1 PER @ Oxfam"},
	},
	{
		"a spokesman of the company before", "Volvo closed the plant in Ghent on Monday. A company spokesman said sales had fallen.",
		[]string{"company spokesman#1 PER @ Volvo"},
	},
	{
		"a report", "The report said the dam was unsafe. It added that nobody had checked it.",
		[]string{"report#1 MISC", "report#1 MISC"},
	},
	{
		"the police", "Police said the road was closed. They said it would open on Monday.",
		[]string{"Police#1 NORP", "Police#1 NORP"},
	},
	{
		"sources", "Banking sources said the loan was ready. The sources said it was small.",
		[]string{"Banking sources#1 NORP", "Banking sources#1 NORP"},
	},
	{
		"others", "The ministers met in Cairo. Others said the meeting was useless.",
		[]string{"others#1 NORP"},
	},
	{
		"a named one stays named", "Anna Weiss said the bridge was ready. The report said it was not.",
		[]string{"Anna Weiss", "report#1 MISC"},
	},
	{
		"a company said, it said", "Volvo closed the plant in Ghent, the company said. Sales had fallen, it said.",
		[]string{"Volvo", "Volvo"},
	},
	{
		"the name that closes the phrase", "The judge in charge of the bridge case, Ana Moro, said the trial would begin in May.",
		[]string{"Ana Moro"},
	},
	{
		"the firm is the one that spoke", "Volvo claimed that Ericsson tried to buy the plant. The firm said it was not for sale.",
		[]string{"Volvo", "Volvo"},
	},
	{
		"the German company", "Siemens showed a faster train in Hanover. The German company said it would run in May.",
		[]string{"Siemens", "Siemens"},
	},
	{
		"the national", "Henrik Dahl won the race on Sunday. The Dane said he was tired.",
		[]string{"Henrik Dahl"},
	},
	{
		"by age", "Henrik Dahl won the race on Sunday. The 24-year-old said the road was wet.",
		[]string{"Henrik Dahl"},
	},
	{
		"a spokesman from somewhere", "“The wells are dry,” a spokesperson from Oxfam told the council.",
		[]string{"spokesperson from Oxfam#1 PER @ Oxfam"},
	},
	{
		"shares in the firm", "Shares in Volvo fell on Monday. The firm said it would close the plant.",
		[]string{"Volvo"},
	},
	{
		"the comedian by age", "Henrik Dahl has written a book. “Nobody reads it,” said the 74-year-old comedian.",
		[]string{"Henrik Dahl", "Henrik Dahl"},
	},
	{
		"the expert by nation", "Henrik Dahl spoke in Oslo. The Danish forensics expert said the samples were old.",
		[]string{"Henrik Dahl"},
	},
	{
		"who prosecutors said", "Police arrested Henrik Dahl, who prosecutors said had fled the country.",
		[]string{"prosecutors#1 NORP"},
	},
	{
		"a report by somebody", "A report on the bridge by its engineer, Ana Moro, said the steel was weak.",
		[]string{"report#1 MISC"},
	},
	{
		"local media", "Local media reported that the bridge was closed.",
		[]string{"Local media#1 NORP"},
	},
	{
		"another subject in the sentence between", "Clark opened the talks, Anna Clark said. Meanwhile, Trade Minister Bob Andrew said the ports were ready. " +
			"“The ships are late,” he said.",
		[]string{"Anna Clark", "Bob Andrew", "Bob Andrew"},
	},
}

func TestUnnamedSpeakers(t *testing.T) {
	for _, c := range unnamedCases {
		t.Run(c.name, func(t *testing.T) {
			rec := recordOf(t, c.text)
			number := map[string]int{}
			var got []string
			for i := range rec.Statements {
				got = append(got, speakerLine(rec, rec.Statements[i].Speaker, number))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("speakers of %q\n got %q\nwant %q\n%s", c.text, got, c.want, describeActors(rec))
			}
		})
	}
}

func speakerLine(rec *graph.Record, id string, number map[string]int) string {
	a := findActor(rec, id)
	if a == nil {
		return id
	}
	if a.Class != graph.Unnamed {
		return a.Name
	}
	if number[id] == 0 {
		number[id] = len(number) + 1
	}
	line := fmt.Sprintf("%s#%d %s", a.Name, number[id], a.Type)
	for _, o := range a.Affiliations {
		line += " @ " + actorName(rec, o)
	}
	return line
}

// The unnamed of two documents are never one, and no name can come to their identifiers.
func TestUnnamedOfTwoDocuments(t *testing.T) {
	a := recordOf(t, "Analysts said the bank would cut its rates.").Statements[0].Speaker
	b := recordOf(t, "Analysts said the bank would keep its rates.").Statements[0].Speaker
	if a == b || !graph.IsUnnamed(a) || !graph.IsUnnamed(b) || !strings.HasPrefix(a, "actor:analysts~") {
		t.Errorf("the analysts are %s and %s", a, b)
	}
	if id := graph.ActorID("analysts~0123456789abcdef"); graph.IsUnnamed(id) {
		t.Errorf("a name came to %s", id)
	}
}
