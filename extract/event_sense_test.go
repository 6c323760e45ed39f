package extract

import "testing"

func TestNoEvents(t *testing.T) {
	for _, c := range [...]struct{ text, lemma string }{
		{"The firm earned two million dollars in the year ended March 31.", "end"},
		{"As expected, the court freed the priest.", "expect"},
		{"Customers are fed up with the bank.", "feed up"},
		{"Voters take nothing for granted.", "grant"},
		{"The accountant read the company's financial statements.", "statement"},
		{"U.S. law enforcement may play a role in the raid.", "enforcement"},
		{"The price is 40 dollars, plus or minus two percent.", "minus"},
		{"He is the chairman of messaging firm Smith.", "message"},
		{"The newspaper said leading ministers ended their talks.", "lead"},
		{"The spill does not affect drinking water in the town.", "drink"},
		{"The arrest will cause fear, given the close ties between traffickers and judges.", "give"},
		{"The police arrested cartel contacts in Panama.", "contact"},
	} {
		for _, e := range recordOf(t, c.text).Events {
			if e.Lemma == c.lemma {
				t.Errorf("%s: %s is no event", c.text, c.lemma)
			}
		}
	}
}

func TestOtherSenses(t *testing.T) {
	for _, c := range [...]struct{ text, lemma, typ string }{
		{"The firm offered a new phone.", "offer", ""},
		{"The airline ordered ten printers.", "order", ""},
		{"The judge ordered the firm to leave.", "order", "REQUEST"},
		{"The president dismissed the minister.", "dismiss", "SANCTION"},
		{"The singer moved to France after the release of his album.", "release", ""},
		{"The release of the hostages came on Monday.", "release", "RETREAT"},
		{"Ten people were injured in a car crash.", "injure", ""},
		{"The company withdrew from the auction.", "withdraw", ""},
		{"Tax cuts will hit profits.", "hit", ""},
		{"The actor had a heart attack.", "attack", ""},
	} {
		found := false
		for _, e := range recordOf(t, c.text).Events {
			if e.Lemma == c.lemma {
				found = true
				if e.Type != c.typ {
					t.Errorf("%s: %s is %q, want %q", c.text, c.lemma, e.Type, c.typ)
				}
			}
		}
		if !found {
			t.Errorf("%s: no event %s", c.text, c.lemma)
		}
	}
}
