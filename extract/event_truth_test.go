package extract

import (
	"testing"

	"dictum/graph"
)

const (
	actual, planned, hypothetical = graph.Actual, graph.Planned, graph.Hypothetical
	affirmed, negated             = graph.Affirmed, graph.Negated
)

// truthCase is a sentence and the truth that one of its events must have.
type truthCase struct{ text, lemma, modality, polarity string }

func checkTruth(t *testing.T, cases []truthCase) {
	t.Helper()
	for _, c := range cases {
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

func TestOpenClauses(t *testing.T) {
	checkTruth(t, []truthCase{
		{"It is too late to repair the bridge, the mayor said.", "repair", hypothetical, affirmed},
		{"Ministers do not know how to rescue the bank.", "rescue", hypothetical, affirmed},
		{"This is the right time to sell the airline.", "sell", planned, affirmed},
		{"She was the first woman to win the prize.", "win", actual, affirmed},
		{"Rangers fought back to beat the champions.", "beat", actual, affirmed},
		{"The minister denied a claim that he bribed a judge.", "bribe", actual, negated},
		{"The police arrested three men on Monday.", "arrest", actual, affirmed},
		{"Soldiers managed to rescue the hostages.", "rescue", actual, affirmed},
		{"Soldiers did not manage to rescue the hostages.", "rescue", actual, negated},
		{"The army failed to rescue the hostages.", "rescue", actual, negated},
		{"The airline forced the pilot to resign.", "resign", actual, affirmed},
		{"The union urged the miners to accept the offer.", "accept", hypothetical, affirmed},
		{"The bishop asked the rebels to rescue the hostages.", "rescue", hypothetical, affirmed},
		{"The new law allows the police to search homes.", "search", hypothetical, affirmed},
		{"The guards were able to rescue the hostages.", "rescue", actual, affirmed},
		{"The guards were not able to rescue the hostages.", "rescue", actual, negated},
		{"The guards have yet to rescue the hostages.", "rescue", actual, negated},
		{"The villagers were made to leave the valley.", "leave", actual, affirmed},
		{"Police acknowledged their duty to investigate the fire.", "investigate", planned, affirmed},
	})
}

func TestGerunds(t *testing.T) {
	checkTruth(t, []truthCase{
		{"The storm prevented the crew from repairing the bridge.", "repair", actual, negated},
		{"The firm avoided paying the farmers.", "pay", actual, negated},
		{"The minister pledged a million for repairing the bridge.", "repair", planned, affirmed},
		{"The minister praised the men for repairing the bridge.", "repair", actual, affirmed},
		{"The firm is considering selling the airline.", "sell", hypothetical, affirmed},
		{"It is a step toward closing the border.", "close", planned, affirmed},
		{"The minister admitted taking bribes.", "take", actual, affirmed},
		{"The rebels fled instead of attacking the port.", "attack", actual, negated},
		{"The rebels left without paying the farmers.", "pay", actual, negated},
		{"Robbing banks is easy.", "rob", hypothetical, affirmed},
		{"The farmers were persecuted for exposing the fraud.", "expose", actual, affirmed},
		{"The firm came under criticism for selling the land.", "sell", actual, affirmed},
		{"Writing in a weekly, the bishop attacked the mayor.", "write", actual, affirmed},
		{"The court convicted him of killing two men.", "kill", actual, affirmed},
		{"The minister warned against buying the land.", "buy", hypothetical, negated},
	})
}

func TestClauses(t *testing.T) {
	checkTruth(t, []truthCase{
		{"It is possible that the mayor sold the land.", "sell", hypothetical, affirmed},
		{"There is no evidence that the mayor sold the land.", "sell", hypothetical, affirmed},
		{"The judge did not know that the mayor had sold the land.", "sell", actual, affirmed},
		{"The mayor denied that he had sold the land.", "sell", actual, negated},
		{"The mayor did not say why the firm sold the land.", "sell", actual, affirmed},
		{"\"Will the rebels attack the town?\" the reporter asked.", "attack", hypothetical, affirmed},
		{"The firm did not sell the land until Friday.", "sell", actual, affirmed},
		{"The firm not only sold the land but also closed the mine.", "sell", actual, affirmed},
		{"Two hundred houses are to be built near the lake.", "build", planned, affirmed},
		{"The thief escaped before the guards could arrest him.", "arrest", actual, negated},
		{"The guards could not find the thief.", "find", actual, negated},
		{"The firm would have sold the land.", "sell", hypothetical, affirmed},
		{"The general would later invade the island.", "invade", actual, affirmed},
		{"After the guards had left, the thief would open the door.", "open", actual, affirmed},
		{"The bank will keep the land until the firm pays the fee.", "pay", planned, affirmed},
		{"As the firm sells oil abroad, a strike would hurt the port.", "sell", actual, affirmed},
		{"The judge will find that the firm sold the land.", "sell", actual, affirmed},
		{"The firm wants a bridge that connects the two towns.", "connect", planned, affirmed},
	})
}

func TestNounsInTheirClause(t *testing.T) {
	checkTruth(t, []truthCase{
		{"Officials called for the release of the prisoners.", "release", hypothetical, affirmed},
		{"A boycott of the port would hurt the city.", "boycott", hypothetical, affirmed},
		{"In the event of an attack, the port would close.", "attack", hypothetical, affirmed},
		{"There was no attack on the port.", "attack", actual, negated},
		{"The merger of the two banks is to go ahead.", "merger", planned, affirmed},
		{"The army foiled an attack on the port.", "attack", actual, negated},
		{"The council scrapped plans for a boycott of the games.", "boycott", planned, negated},
		{"The debate will be dominated by protests.", "protest", planned, affirmed},
		{"The minister condemned an attack on the port.", "attack", actual, affirmed},
		{"The minister will condemn the attack on the port.", "attack", actual, affirmed},
		{"Talks between Norway and Sweden scheduled for Monday cost too much, he said.", "talk", planned, affirmed},
		{"The judge dropped a case calling for the sale of the firm.", "call", actual, affirmed},
		{"Talks between Norway and Sweden are likely to begin in May.", "talk", hypothetical, affirmed},
		{"The failure of the guards to arrest the thief led to a protest.", "arrest", actual, negated},
		{"A strike of the miners is likely.", "strike", hypothetical, affirmed},
		{"The union insisted on the withdrawal of the troops.", "withdrawal", hypothetical, affirmed},
		{"The firm would need recent attacks on the port to end.", "attack", actual, affirmed},
	})
}

func TestWhatCameOfIt(t *testing.T) {
	checkTruth(t, []truthCase{
		{"Murray eased past Novak to reach the final.", "reach", actual, affirmed},
		{"Murray travelled to Rome to reach the final.", "reach", planned, affirmed},
		{"Shares in the bank rose three points to close at 98.", "close", actual, affirmed},
		{"The striker almost scored from the corner.", "score", actual, negated},
		{"Sales almost doubled in March.", "double", actual, affirmed},
		{"The striker was inches away from giving Leeds the lead.", "give", actual, negated},
		{"Far from improving the roads, the tax has ruined the towns.", "improve", actual, negated},
		{"The guards lack the means for searching the trucks.", "search", actual, negated},
		{"The new office will do a better job of protecting witnesses.", "protect", planned, affirmed},
		{"The force is preparing to assume a key role in implementing the accord.", "implement", planned, affirmed},
		{"The bank reached agreement on refinancing a portion of the debt.", "refinance", planned, affirmed},
		{"The bank would profit from lending its cash to farmers.", "lend", hypothetical, affirmed},
		{"The producers are close to accepting the offer.", "accept", hypothetical, affirmed},
		{"The raid could see displaced miners heading to the coast.", "head", hypothetical, affirmed},
		{"The priest keeps a regular routine of copying out books.", "copy out", actual, affirmed},
	})
}

func TestConditionsAndConsent(t *testing.T) {
	checkTruth(t, []truthCase{
		{"The closing of the deal is subject to the completion of financing.", "completion", hypothetical, affirmed},
		{"The board authorized the purchase of 100,000 shares.", "purchase", planned, affirmed},
		{"Shareholders approved the merger of the two banks.", "merger", planned, affirmed},
		{"The unit would be sold this year, and contribute to the group's growth, a spokesman said.", "contribute", planned, affirmed},
		{"The state will set up a panel, with a tax being introduced in January.", "introduce", planned, affirmed},
		{"The plan includes building a bridge over the river.", "build", planned, affirmed},
		{"The judge could defend himself by claiming that the firm had paid the bribe.", "pay", hypothetical, affirmed},
		{"It is no surprise that the rebels attacked the port.", "attack", actual, affirmed},
		{"After the failure of the truce, the army attacked the camp.", "truce", actual, affirmed},
		{"The study may help explain why the rebels attacked the port.", "attack", actual, affirmed},
		{"The growth is a result of corruption, not cooperation.", "cooperation", actual, negated},
		{"The firm reported better-than-expected car sales.", "sale", actual, affirmed},
		{"The news is good for everyone who uses the net, the mayor said.", "use", actual, affirmed},
		{"The senator fled to avoid standing trial on corruption charges.", "charge", actual, affirmed},
	})
}
