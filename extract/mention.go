package extract

// What the statement and event stages ask about actors (all valid once the layer Actors is given):
//
//	s.MentionOf(tok)        index into s.Mentions of the mention of the noun phrase that tok heads
//	s.ActorOf(tok)          identifier of the actor of that noun phrase, "" when unresolved
//	s.ActorsOf(tok)         the same for all members of a coordination ("Mirzoyan and Lavrov") and for
//	                        a plural office with its people ("the two ministers, Mirzoyan and Lavrov")
//	s.ActorType(id)         PER ORG LOC NORP MISC, "" for an unknown identifier
//	s.MentionID(i)          what Statement.Mentions holds for s.Mentions[i]
//	s.MentionsIn(spans)     indices of the mentions that lie inside the spans
//	s.SetSpeaker(spans, id) resolves the first person inside a quotation: I, me, my … are the speaker
//
// Identifiers of statements and events are free while the stages run (any distinct strings); finish renames them to
// s1 e1 … in text order and renames what refers to them. s.Mentions may hold mentions without an actor (a first person
// that nobody claimed, a pronoun without an antecedent); they do not come into the record.

import (
	"slices"
	"strconv"
	"strings"

	"dictum/graph"
)

// maxTitle is how many tokens an office before a name can have.
const maxTitle = 12

// MentionID is the identifier by which stages refer to s.Mentions[i]; finish renames it.
func (s *State) MentionID(i int) string { return "m" + strconv.Itoa(i+1) }

// MentionOf finds the mention of the noun phrase headed by token tok: the widest mention that tok heads, else the
// narrowest one that holds tok without belonging to a modifier of it.
func (s *State) MentionOf(tok int) (int, bool) {
	best := -1
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.First > tok+maxTitle {
			break
		}
		if m.top == tok && m.Kind == graph.KindName && m.Head != tok {
			return i, true
		}
		if m.First > tok || m.Last <= tok {
			continue
		}
		switch {
		case best < 0:
			best = i
		case (m.Head == tok) != (s.Mentions[best].Head == tok):
			if m.Head == tok {
				best = i
			}
		case m.Head == tok:
			if m.Last-m.First > s.Mentions[best].Last-s.Mentions[best].First {
				best = i
			}
		case m.Last-m.First < s.Mentions[best].Last-s.Mentions[best].First:
			best = i
		}
	}
	if best >= 0 && s.Mentions[best].Head != tok && !s.samePhrase(tok, s.Mentions[best].Head) {
		return -1, false
	}
	return best, best >= 0
}

// samePhrase reports whether two tokens are parts of one name: linked through flat, compound, fixed or a hyphen alone.
func (s *State) samePhrase(a, b int) bool {
	up := func(from, to int) bool {
		for i := from; i != to; i = s.NLP.Toks[i].Head {
			if i < 0 || !s.Tree.Rel(i, "flat", "compound", "fixed", "goeswith", "appos", "nummod") {
				return false
			}
		}
		return true
	}
	return up(a, b) || up(b, a)
}

// ActorOf resolves a noun phrase by its head token to the identifier of an actor. When the head itself is no mention, a
// part that stands for the whole is tried: a name in apposition or as a flat part; for a relative pronoun, what it stands for.
// The one whom a person or thing belongs to is never taken for it.
func (s *State) ActorOf(tok int) string {
	if tok < 0 || tok >= len(s.NLP.Toks) {
		return ""
	}
	if i, ok := s.MentionOf(tok); ok && s.Mentions[i].Actor != "" {
		return s.Mentions[i].Actor
	}
	if ids := s.members[tok]; len(ids) > 0 {
		return ids[0]
	}
	if h := s.relativeTo(tok); h >= 0 {
		return s.ActorOf(h)
	}
	for _, k := range s.Tree.Kids(tok) {
		if s.Tree.Rel(k, "flat", "appos") {
			if i, ok := s.MentionOf(k); ok && s.Mentions[i].Actor != "" {
				return s.Mentions[i].Actor
			}
		}
	}
	return ""
}

// relativeTo is the noun that a relative pronoun stands for, or -1: "Lavrov, who met him".
func (s *State) relativeTo(tok int) int {
	if !strings.Contains(s.NLP.Toks[tok].Feats, "PronType=Rel") {
		return -1
	}
	for i := tok; i >= 0; i = s.NLP.Toks[i].Head {
		if s.Tree.Rel(i, "acl") {
			if h := s.NLP.Toks[i].Head; h < tok {
				return h
			}
			return -1
		}
	}
	// the tree made another clause of it: the noun just before the pronoun
	h := tok - 1
	if h > 0 && s.NLP.Toks[h].Text == "," {
		h--
	}
	if h < 0 || !oneOf(s.NLP.Toks[h].UPOS, "NOUN", "PROPN") {
		return -1
	}
	for s.Tree.Rel(h, "flat", "compound") && s.NLP.Toks[h].Head >= 0 {
		h = s.NLP.Toks[h].Head
	}
	return h
}

// ActorsOf resolves the noun phrase headed by tok and the phrases coordinated with it, without repeats.
func (s *State) ActorsOf(tok int) []string {
	var out []string
	add := func(i int) {
		if id := s.ActorOf(i); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	if tok < 0 || tok >= len(s.NLP.Toks) {
		return nil
	}
	if ids := s.members[tok]; len(ids) > 0 {
		return slices.Clone(ids)
	}
	add(tok)
	_, named := s.MentionOf(tok)
	for _, k := range s.Tree.Kids(tok) {
		switch {
		case s.Tree.Rel(k, "conj"):
			add(k)
		case s.Tree.Rel(k, "appos") && !named: // "the two ministers, Mirzoyan and Lavrov,"
			for _, c := range s.Tree.Kids(k) {
				if s.Tree.Rel(c, "conj") {
					add(c)
				}
			}
		}
	}
	return out
}

// ActorType is the type of an actor, "" for an unknown identifier.
func (s *State) ActorType(id string) string {
	for i := range s.Record.Actors {
		if s.Record.Actors[i].ID == id {
			return s.Record.Actors[i].Type
		}
	}
	return ""
}

// MentionsIn lists the mentions inside the spans, in text order.
func (s *State) MentionsIn(spans graph.Spans) []int {
	var out []int
	for i := range s.Mentions {
		at := s.Tree.Span(s.Mentions[i].First, s.Mentions[i].Last)
		if slices.ContainsFunc(spans, func(sp graph.Span) bool { return sp.Contains(at) }) {
			out = append(out, i)
		}
	}
	return out
}

// SetSpeaker resolves the first person inside the spans of a quotation: the singular is the speaker; the plural is the
// speaker only where the speaker is an organisation or a country.
func (s *State) SetSpeaker(content graph.Spans, actor string) {
	if actor == "" {
		return
	}
	for _, i := range s.MentionsIn(content) {
		m := &s.Mentions[i]
		if m.Kind != graph.KindPronoun || m.Actor != "" {
			continue
		}
		switch strings.ToLower(s.NLP.Toks[m.Head].Text) {
		case "i", "me", "my", "mine", "myself":
			m.Actor = actor
		case "we", "us", "our", "ours", "ourselves":
			if t := s.ActorType(actor); t == graph.Organization || t == graph.Location {
				m.Actor = actor
			}
		}
	}
}
