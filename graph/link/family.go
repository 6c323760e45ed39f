package link

import (
	"fmt"
	"strings"
)

// families are words for one and the same deed: verbs that news uses for each other, and the nouns made from them. A word stands
// in one family only, and the nouns are those whose main sense is the deed.
var families = familyIndex(
	"abduct abduction kidnap kidnapping", "acquire acquisition buy buyout purchase takeover", "acquit acquittal",
	"agree agreement deal", "announce announcement", "appoint appointment name", "apprehend arrest capture detain detention nab",
	"approve approval ratify ratification endorse", "arrive arrival", "assassinate assassination", "attack assault raid strike storm",
	"ban outlaw prohibit prohibition", "blow_up bomb bombing blast explode explosion", "chide condemn condemnation criticise criticism criticize "+
		"denounce deplore slam", "close closure shut_down shutdown", "convict conviction",
	"defeat beat", "deploy deployment dispatch send", "depart departure leave", "deport deportation expel expulsion",
	"die death", "discuss discussion negotiate negotiation talk talks", "dismiss dismissal fire oust ouster sack sacking",
	"elect election", "evacuate evacuation", "execute execution hang", "extradite extradition", "fine penalise penalize",
	"free freeing liberate release", "gun_down kill killing murder shoot shooting slay", "halt stop suspend suspension",
	"imprison jail jailing sentence sentencing", "injure wound", "invade invasion", "meet meeting",
	"merge merger", "nominate nomination", "overthrow topple", "protest demonstrate demonstration", "pull_out withdraw withdrawal pullout",
	"quit resign resignation step_down", "reject rejection rebuff turn_down veto", "rescue save", "sell sale", "sign signing", "sue lawsuit",
)

// familyIndex numbers the families by their words.
func familyIndex(families ...string) map[string]int {
	index := map[string]int{}
	for i, f := range families {
		for w := range strings.FieldsSeq(f) {
			index[strings.ReplaceAll(w, "_", " ")] = i + 1
		}
	}
	return index
}

// family names a word's family; a word without one is its own.
func family(lemma string) string {
	if i := families[lemma]; i > 0 {
		return fmt.Sprint("family ", i)
	}
	return lemma
}

// akin reports two words of one family.
func akin(a, b string) bool { return families[a] > 0 && families[a] == families[b] }
