package extract

import "testing"

// A type goes only with the sides it takes.
func TestTypesByTheirSides(t *testing.T) {
	for _, c := range []struct{ text, lemma, typ string }{
		{"The guards released the prisoners on Friday.", "release", "RETREAT"},
		{"The studio released the film on Friday.", "release", ""},
		{"The release of the film was delayed.", "release", ""},
		{"The release of the hostages was delayed.", "release", "RETREAT"},
		{"Analysts expect weak demand for steel.", "demand", ""},
		{"The ministers met the envoy.", "meet", "CONSULT"},
		{"The factory met its targets.", "meet", ""},
		{"Gunmen attacked the convoy.", "attack", "ASSAULT"},
		{"Police arrested two men.", "arrest", "COERCE"},
		{"The deal was worth millions.", "deal", ""},
		{"The deal between Norway and Sweden was signed.", "deal", "AGREE"},
		{"The minister was kicked out of the club.", "kick", ""},
		{"The browser blocks adverts.", "block", ""},
		{"The judge declined the request.", "decline", "REJECT"},
		{"The group has declined since June.", "decline", ""},
		{"The striker scored a goal before half-time, and the midfielder hit the goalkeeper's defence in the match; " +
			"the coach praised the team.", "hit", ""},
	} {
		for _, e := range recordOf(t, c.text).Events {
			if e.Lemma == c.lemma && e.Type != c.typ {
				t.Errorf("%s: %s is %q; want %q", c.text, e.Lemma, e.Type, c.typ)
			}
		}
	}
}

func TestDaysToCome(t *testing.T) {
	checkTruth(t, []truthCase{
		{"The minister travels to Rome next week.", "travel", planned, affirmed},
		{"The minister travelled to Rome last week.", "travel", actual, affirmed},
		{"The tunnel is not expected to be finished until 2031.", "finish", planned, affirmed},
		{"The miners will not end the strike until they are paid.", "end", planned, negated},
		{"He is in negotiations with the club over extending his deal.", "extend", hypothetical, affirmed},
		{"The army had no choice but to defend the bridge.", "defend", actual, affirmed},
		{"The effect has been to depress prices.", "depress", actual, affirmed},
		{"A plan signed last month may fail.", "sign", actual, affirmed},
		{"Any agreement reached by the parties must be published.", "reach", hypothetical, affirmed},
		{"Guatemala to Sign Agreement with Norway", "sign", planned, affirmed},
		{"Drug Lord to be Extradited to Norway", "extradite", planned, affirmed},
	})
}
