package extract

import (
	"slices"
	"strings"
	"testing"

	"dictum/graph"
)

// actorsState reads a text up to the layer Actors.
func actorsState(t *testing.T, text string) *State {
	t.Helper()
	x := extractor(t)
	s := x.newState(&graph.Document{Text: text}, x.nlp.Analyze(text))
	for _, run := range []func(*State) error{findNames, resolveActors} {
		if err := run(s); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// tok is the first token with this text.
func tok(t *testing.T, s *State, text string) int {
	t.Helper()
	for i := range s.NLP.Toks {
		if s.NLP.Toks[i].Text == text {
			return i
		}
	}
	t.Fatalf("no token %q", text)
	return -1
}

// subject is the token that heads the subject of the first verb with this text.
func subject(t *testing.T, s *State, verb string) int {
	t.Helper()
	k := s.Tree.Kid(tok(t, s, verb), "nsubj")
	if k < 0 {
		t.Fatalf("%q has no subject", verb)
	}
	return k
}

func TestActorOf(t *testing.T) {
	for _, c := range []struct {
		text, verb string // the verb whose subject is asked for
		want       string
	}{
		{"Russia's Deputy Foreign Minister Ivan Orlov said on Monday that talks would go on.", "said", "actor:ivan-orlov"},
		{"U.S. Secretary of State Mary Stone telephoned the president.", "telephoned", "actor:mary-stone"},
		{"Azerbaijani forces shelled two villages.", "shelled", "actor:azerbaijani-forces"},
		{"Hakan Aydin, who leads the delegation, arrived on Friday.", "leads", "actor:hakan-aydin"},
		{
			"The Greek and Turkish defence ministers, Nikos Papas and Murat Demir, met in Geneva.", "met",
			"actor:nikos-papas actor:murat-demir",
		},
		{"France and Germany rejected the plan.", "rejected", "actor:france actor:germany"},
		{"Galina Petrova's spokesman denied it.", "denied", ""},
		{"The price of oil in Norway fell.", "fell", ""},
	} {
		s := actorsState(t, c.text)
		at := subject(t, s, c.verb)
		all := strings.Fields(c.want)
		if got := s.ActorsOf(at); !slices.Equal(got, all) {
			t.Errorf("%s\n  ActorsOf = %v, want %v", c.text, got, all)
		}
		first := append(all, "")[0]
		if got := s.ActorOf(at); got != first {
			t.Errorf("%s\n  ActorOf = %q, want %q", c.text, got, first)
		}
	}
}

func TestSetSpeaker(t *testing.T) {
	s := actorsState(t, "“I will sign it, and my party will vote for it,” Paula Vance said.")
	whole := graph.Spans{{0, 60}}
	s.SetSpeaker(whole, "actor:paula-vance")
	for _, word := range []string{"I", "my"} {
		i, ok := s.MentionOf(tok(t, s, word))
		if !ok || s.Mentions[i].Actor != "actor:paula-vance" {
			t.Errorf("%q is not resolved to the speaker", word)
		}
	}
	if s.ActorType("actor:paula-vance") != graph.Person || s.ActorType("actor:nobody") != "" {
		t.Error("ActorType is wrong")
	}
}

// MentionOf answers for every token of every article without a mention that does not cover or head it.
func TestMentionOfCovers(t *testing.T) {
	for _, text := range articles(t) {
		s := actorsState(t, text)
		for i := range s.NLP.Toks {
			n, ok := s.MentionOf(i)
			if !ok {
				continue
			}
			if m := &s.Mentions[n]; (i < m.First || i >= m.Last) && m.top != i {
				t.Fatalf("MentionOf(%d) is tokens %d to %d, headed by %d", i, m.First, m.Last, m.top)
			}
			if id := s.MentionID(n); id == "" {
				t.Fatal("a mention without an identifier")
			}
		}
	}
}
