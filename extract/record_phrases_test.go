package extract

import (
	"slices"
	"testing"

	"dictum/graph"
)

func TestPhrases(t *testing.T) {
	tests := []struct{ name, text, want, actor string }{
		{"office before a person", "Harbour chief executive Anna Lind said that prices would rise.", "Harbour chief executive Anna Lind", "actor:anna-lind"},
		{"description before a company", "The Danish ferry operator Norlink said on Monday that it would close.", "The Danish ferry operator Norlink", "actor:norlink"},
		{"apposition before a comma", "Denmark's prime minister, Lars Holm, opened the talks.", "Denmark's prime minister, Lars Holm", "actor:lars-holm"},
		{"apposition behind", "Pedro Costa, the foreign minister of Portugal, met reporters.", "Pedro Costa, the foreign minister of Portugal", "actor:pedro-costa"},
		{
			"coordinated apposition", "Pedro Costa, chairman and chief executive of Norlink, resigned.", "Pedro Costa, chairman and chief executive of Norlink",
			"actor:pedro-costa",
		},
		{"acronym in brackets", "Officials of the European Ferry Association (EFA) met on Monday.", "the European Ferry Association (EFA)", "actor:european-ferry-association"},
		{"owner", "Norlink's Copenhagen Terminal was closed on Friday.", "Norlink's Copenhagen Terminal", "place:copenhagen-terminal"},
		{"form of address alone", "Mr. Holm said that he would resign.", "", "actor:holm"},
		{"article alone", "She works for the European Ferry Association.", "", "actor:european-ferry-association"},
		{"time before a name", "This month Anna Lind resigned.", "", "actor:anna-lind"},
		{"plural before one of several", "The actors Anna Lind and Lars Holm were there.", "", "actor:anna-lind"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rec := recordOf(t, test.text)
			got, whose := "", ""
			for _, m := range rec.Mentions {
				if m.Phrase {
					got, whose = string([]rune(rec.Text)[m.Span[0]:m.Span[1]]), m.Actor
				}
			}
			if got != test.want || got != "" && whose != test.actor {
				t.Errorf("phrase %q of %s, want %q of %s", got, whose, test.want, test.actor)
			}
			if !slices.ContainsFunc(rec.Mentions, func(m graph.Mention) bool { return !m.Phrase && m.Actor == test.actor }) {
				t.Errorf("no mention of %s besides the phrase: %v", test.actor, rec.Mentions)
			}
		})
	}
}
