package extract

import "dictum/seeds"

// lexiconOf classifies words by the knowledge tables: the class of a verb or noun of speech.
func lexiconOf(know *seeds.Knowledge) lexicon {
	return func(lemma, upos string) string {
		if know == nil {
			return ""
		}
		switch upos {
		case "VERB", "AUX":
			if s := know.SpeechVerb(lemma); len(s) > 0 {
				return s[len(s)-1].Class
			}
		case "NOUN":
			if s := know.SpeechNoun(lemma); len(s) > 0 {
				return "noun " + s[len(s)-1].Class
			}
		}
		return ""
	}
}
