package extract

import (
	"testing"

	"dictum/graph"
)

func TestOpenClauses(t *testing.T) {
	for _, c := range []struct{ text, lemma, modality, polarity string }{
		{"It is too late to repair the bridge, the mayor said.", "repair", graph.Hypothetical, graph.Affirmed},
		{"Ministers do not know how to rescue the bank.", "rescue", graph.Hypothetical, graph.Affirmed},
		{"This is the right time to sell the airline.", "sell", graph.Planned, graph.Affirmed},
		{"She was the first woman to win the prize.", "win", graph.Actual, graph.Affirmed},
		{"The minister denied a claim that he bribed a judge.", "bribe", graph.Actual, graph.Negated},
		{"The police arrested three men on Monday.", "arrest", graph.Actual, graph.Affirmed},
	} {
		found := false
		for _, e := range recordOf(t, c.text).Events {
			if e.Lemma != c.lemma {
				continue
			}
			found = true
			if e.Modality != c.modality || e.Polarity != c.polarity {
				t.Errorf("%s: %s is %s, %s; want %s, %s", c.text, e.Lemma, e.Modality, e.Polarity, c.modality, c.polarity)
			}
		}
		if !found {
			t.Errorf("%s: no event %s", c.text, c.lemma)
		}
	}
}
