package seeds

// Speech is what a verb, a noun or a phrase of speech or thought says of its content.
type Speech struct {
	Class     string // say, accuse, deny, …
	Attitude  string // support, oppose or "": toward the target
	Target    string // who the target is: object, or the preposition before it, "about" for anybody the content is about, or ""
	Certainty string // asserted, hedged, questioned
	Polarity  string // affirmed, negated
}

// SpeechVerb is one frame of a verb that attributes.
type SpeechVerb struct {
	Lemma string
	Frame string // particle or preposition that must be there: "out" in "point out", "on" in "call on X to"
	Speech
	Takes  []string // how the content comes: that, quote, to, object, wh, as, or a preposition: of, for, about
	Source string
}

// SpeechNoun is a noun for an act of speech or thought.
type SpeechNoun struct {
	Noun string
	Verb string // lemma in speech_verbs.tsv that says the same, or ""
	Speech
	Takes  []string // that, to, of, for, on, about, against
	Source string
}

// Phrase attributes without a verb of speech: "according to", "in the words of".
type Phrase struct {
	Phrase string
	Side   string // where the source stands: after the phrase ("according to X"), before it, or inside ("in X's view", with … for it)
	Speech
	Source string
}

// SpeechVerb gives the frames of a verb, those with a particle or preposition first.
func (k *Knowledge) SpeechVerb(lemma string) []*SpeechVerb { return k.speech[lemma] }

// SpeechNoun gives the readings of a noun.
func (k *Knowledge) SpeechNoun(lemma string) []*SpeechNoun { return k.speechN[lemma] }
