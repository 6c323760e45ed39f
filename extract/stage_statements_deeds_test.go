package extract

import (
	"strings"
	"testing"
)

// TestDeeds: what is done to somebody is no statement about him, even where the verb can be one of speech.
func TestDeeds(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{"The gunmen attacked two engineers, killing one and wounding his driver.", 0},
		{"Rebels attacked the embassy in the capital on Monday.", 0},
		{"The opposition leader attacked the cabinet over the delays.", 1},
		{"The president dismissed the minister after the vote.", 0},
		{"The carmaker unveiled a new van at the fair on Monday.", 0},
		{"The ministry released figures on Monday that show a fall in crime.", 1},
		{"The firm released a new version of its game in March.", 0},
		{"The widow sued the hospital in March.", 0},
		{"The union signed a contract with the carrier on Monday.", 0},
	} {
		if got := lines(recordOf(t, test.text)); len(got) != test.want {
			t.Errorf("%s: %d statements, want %d: %q", test.text, len(got), test.want, got)
		}
	}
}

// TestInterrupted: an attribution in the middle of a clause reports all of it.
func TestInterrupted(t *testing.T) {
	got := lines(recordOf(t, "Those matters, Anna Weiss said, were settled in Geneva."))
	want := "Those matters … were settled in Geneva"
	if len(got) != 1 || !strings.HasSuffix(got[0], want) {
		t.Errorf("statements %q, want one with the content %q", got, want)
	}
}

// TestSecondThat: what a verb reports goes on behind "and that".
func TestSecondThat(t *testing.T) {
	got := lines(recordOf(t, "The minister announced a review of the bank and, to the surprise of many, that two branches would close."))
	if len(got) != 1 || !strings.HasSuffix(got[0], "that two branches would close") {
		t.Errorf("statements %q, want one whose content goes on to the end", got)
	}
}

// TestTurn: what a turn of a transcript reports belongs to the turn.
func TestTurn(t *testing.T) {
	text := "WEISS: Let us start with the bridge. The city announced that it was closed, and people are asking when it opens.\n\n" +
		"BRANDT: It opens in June. The engineers told us that the work is done."
	got := lines(recordOf(t, text))
	if len(got) != 2 {
		t.Errorf("%d statements, want the two turns: %q", len(got), got)
	}
}

// TestAccused: whom others accuse is not the one who speaks.
func TestAccused(t *testing.T) {
	for _, text := range []string{
		"Jan Holt was arrested in June, accused of working with the smugglers.",
		"Jan Holt has been accused of extorting the mines.",
	} {
		for _, l := range lines(recordOf(t, text)) {
			if strings.HasPrefix(l, "Jan Holt |") {
				t.Errorf("%s\n the accused speaks: %s", text, l)
			}
		}
	}
}

// TestUnsaid: what nobody says or thinks is no statement, though the words about it are those of one.
func TestUnsaid(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{"The minister saw the rocket land on a barge on Monday.", 0},
		{"The minister is seen as a threat to the coalition by analysts.", 1},
		{"Harbour Foods Inc has agreed to buy two mills in Ohio.", 0},
		{"The mayor has agreed that the bridge must close.", 1},
		{"The champion defended her title in Oslo last year.", 0},
		{"The prime minister defended the plan to close the port.", 1},
		{"The delay has drawn criticism of the ministry.", 0},
		{"Officials identified Jan Holt as the leader of the group.", 1},
	} {
		if got := lines(recordOf(t, test.text)); len(got) != test.want {
			t.Errorf("%s: %d statements, want %d: %q", test.text, len(got), test.want, got)
		}
	}
}
