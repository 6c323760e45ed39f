package extract

import (
	"testing"

	"dictum/graph"
)

func TestPatients(t *testing.T) {
	for _, c := range []struct{ text, lemma, patient string }{
		{"The speaker on Sunday condemned what she called the illegal attacks by Norway.", "condemn", "the illegal attacks by Norway"},
		{"Police seized what they described as a large arsenal.", "seize", "a large arsenal"},
		{"The court rejected what is known as the harbour plan.", "reject", "the harbour plan"},
		{"The minister hired his brother-in-law.", "hire", "his brother-in-law"},
		{"The fair will show pottery and cloth but not jewellery.", "show", "cloth"},
		{"The service lets users build pages.", "build", "pages"},
		{"The union wants a smooth hand-over.", "want", "a smooth hand-over"},
		{"The bank paid what it owed to the state.", "pay", "what it owed to the state"},
		{"The agency provided the refugees with blankets.", "provide", "blankets"},
		{"The banker was found guilty of using false papers.", "find", "The banker"},
		{"The rebels attacked whoever crossed the bridge.", "attack", "whoever crossed the bridge"},
	} {
		r := recordOf(t, c.text)
		text, found := []rune(r.Text), ""
		for _, e := range r.Events {
			for _, a := range e.Args {
				if e.Lemma == c.lemma && a.Role == graph.Patient {
					found = string(text[a.Span[0]:a.Span[1]])
				}
			}
		}
		if found != c.patient {
			t.Errorf("%s: the patient of %s is %q; want %q", c.text, c.lemma, found, c.patient)
		}
	}
}

// Texts whose events have their sides at the very beginning, or only a sum where an object stands.
func TestSidesAtTheEdge(t *testing.T) {
	for _, text := range []string{
		"Time has bought the weekly.", "Time ran out.", "Time flies.",
		"The bank paid between five and 15 mln dlrs to preferred holders.", "The clubs sold each other to rivals.",
	} {
		if r := recordOf(t, text); len(r.Sentences) != 1 {
			t.Errorf("%s: %d sentences, want 1", text, len(r.Sentences))
		}
	}
}
