package extract

import (
	"fmt"
	"strings"
	"testing"

	"dictum/graph"
)

// Offices and affiliations with their time. The report is of 29 March 2023.
func TestTerms(t *testing.T) {
	tests := []struct{ text, actor, want string }{
		{"Anna Lind, chairman of Norlink since 2019, said that prices would rise.", "actor:anna-lind", "chairman of actor:norlink from 2019 (text)"},
		{"Former president Lars Holm agreed.", "actor:lars-holm", "Former president past (text)"},
		{"Then-Senator Joe Stone voted against it.", "actor:joe-stone", "Then-Senator past (text)"},
		{"Pedro Costa was prime minister of Portugal from 1997 to 2007.", "actor:pedro-costa", "prime minister of actor:portugal from 1997 to 2007 past (text)"},
		{"Maria Silva has been the head of the Brazilian central bank since last year.", "actor:maria-silva", "head of actor:brazil from 2022 (text)"},
		{
			"Tom Wexford became chief executive of Aldbury Airways in 2015.", "actor:tom-wexford",
			"chief executive of actor:aldbury-airways from 2015 (text)",
		},
		{"Ruth Kaplan resigned as attorney general on Monday.", "actor:ruth-kaplan", "attorney general to 2023-03-27 past (text)"},
		{"Paul Vance stepped down as head of the agency last year.", "actor:paul-vance", "head to 2022 past (text)"},
		{"Peter Lang served as mayor of Riga between 2001 and 2005.", "actor:peter-lang", "mayor of place:riga from 2001 to 2005 past (text)"},
		{"Former President Luis Alarcon (2006-2012) denied it.", "actor:luis-alarcon", "Former President from 2006 to 2012 past (text)"},
		{"Turkish Foreign Minister Hakan Fidan met reporters.", "actor:hakan-fidan", "Foreign Minister of actor:turkey (report)"},
		{"Alan Grey of Castlegate Securities said so.", "actor:alan-grey", "of actor:castlegate-securities (report)"},
		{"Ruth Kaplan will resign as attorney general on Monday.", "actor:ruth-kaplan", "attorney general (report)"},
		{
			"Karl Berg, who became finance minister in 2009, met President Lars Holm.", "actor:karl-berg",
			"finance minister from 2009 (text)",
		},
	}
	for _, test := range tests {
		rec, err := extractor(t).Extract(t.Context(), &graph.Document{Text: test.text, Date: "2023-03-29"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, term := range termsOfActor(rec, test.actor) {
			got = append(got, describeTerm(&term))
			if term.AsOf != "2023-03-29" {
				t.Errorf("%q: as of %q, want the day of the report", test.text, term.AsOf)
			}
		}
		if g := strings.Join(got, "; "); g != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.text, g, test.want)
		}
	}
}

func describeTerm(t *graph.Term) string {
	s := t.Title
	if len(t.Of) > 0 {
		s += " of " + strings.Join(t.Of, ", ")
	}
	for _, end := range [][2]string{{" from ", t.From}, {" to ", t.To}} {
		if end[1] != "" {
			s += end[0] + end[1]
		}
	}
	if t.Past {
		s += " past"
	}
	return strings.TrimSpace(fmt.Sprintf("%s (%s)", s, t.Dated))
}

func termsOfActor(rec *graph.Record, id string) []graph.Term {
	if a := findActor(rec, id); a != nil {
		return a.Terms
	}
	return nil
}
