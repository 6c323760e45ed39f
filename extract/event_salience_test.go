package extract

import "testing"

// The deed that the lead tells stands above what the paragraphs below add, and the main clause above what hangs on it.
func TestSalience(t *testing.T) {
	salient := func(text string) map[string]float64 {
		found := map[string]float64{}
		for _, e := range recordOf(t, text).Events {
			found[e.Lemma] = e.Salience
		}
		return found
	}
	for _, c := range []struct{ text, more, less string }{
		{
			"The harbour union sued Halden Shipping on Monday. The two sides have argued for a year. " +
				"Halden Shipping dismissed twelve dockers in March. The mayor visited the harbour last week.", "sue", "dismiss",
		},
		{"Halden Shipping, which dismissed twelve dockers in March, opened a terminal in Riga.", "open", "dismiss"},
		{"The court fined the bank because it had helped smugglers.", "fine", "help"},
		{
			"Dockers sue Halden Shipping\n\nThe harbour union sued Halden Shipping on Monday. The mayor visited the harbour last week.",
			"sue", "visit",
		},
	} {
		if found := salient(c.text); found[c.less] <= 0 || found[c.more] <= found[c.less] {
			t.Errorf("%s: %s has %v, %s %v; want more", c.text, c.more, found[c.more], c.less, found[c.less])
		}
	}
}

func TestLeadBelowHeadline(t *testing.T) {
	body := "The harbour union sued Halden Shipping on Monday. The mayor visited the harbour last week."
	first := func(text, lemma string) (s float64) {
		for _, e := range recordOf(t, text).Events {
			if e.Lemma == lemma {
				s = max(s, e.Salience)
			}
		}
		return s
	}
	if with, without := first("News from the harbour\n\n"+body, "sue"), first(body, "sue"); with != without {
		t.Errorf("the lead has %v below a headline and %v without one; want the same", with, without)
	}
}
