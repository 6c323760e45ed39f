package link

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Least is the score from which two events are taken for one.
const Least = 70

// Points of what two events agree in. Their sum is the score, at most 100. Nothing but the sides that agree, or a town,
// makes two events candidates.
const (
	sameAgent    = 25
	sameTarget   = 25
	sameWords    = 15 // half or more of the words for what it was done to
	noTarget     = 5  // neither is done to anybody: resigned, arrived
	sameVerb     = 20
	akinVerb     = 18 // two words for one deed
	sameMode     = 15
	sameType     = 10
	sameDay      = 20 // told by both
	sameStretch  = 12 // both tell a time of some days, and they overlap
	samePress    = 10 // one or none tells the time, and the reports are of one day
	nearPress    = 5
	looseTime    = 2 // known to weeks only
	sameTown     = 20
	sameCountry  = 8
	insidePlace  = 8
	sameQuantity = 10
)

// Compare decides whether two events are one, and with what score. They never are when they are of one document or of two
// types, when their times do not overlap, when their actors in one role or their places differ, or when one is only planned and
// the time of either is not told. A different quantity, or a denial, leaves them one, and is said.
func Compare(a, b *Event) (Link, bool) {
	if a.ID > b.ID {
		a, b = b, a
	}
	c := &comparison{a: a, b: b, link: Link{A: a.ID, B: b.ID}}
	possible := a.Doc != b.Doc && c.what() && c.when() && c.who() && c.where()
	c.howMany()
	if a.Denied != b.Denied {
		c.link.Differs = append(c.link.Differs, "truth")
	}
	c.link.Score = min(c.link.Score, 100)
	return c.link, possible && c.link.Score >= Least
}

// comparison gathers points.
type comparison struct {
	a, b *Event
	link Link
}

func (c *comparison) point(n int, reason string) {
	c.link.Score += n
	if reason != "" {
		c.link.Reasons = append(c.link.Reasons, reason)
	}
}

// what compares verbs and types.
func (c *comparison) what() bool {
	a, b := c.a, c.b
	switch {
	case a.Type != b.Type && a.Type != "" && b.Type != "":
		return false
	case a.Lemma == b.Lemma:
		c.point(sameVerb, "verb")
	case akin(a.Lemma, b.Lemma):
		c.point(akinVerb, "verb")
	case a.Type == "" || a.Type != b.Type, promises(a.Type):
		return false
	case a.Mode != "" && b.Mode != "" && a.Mode != b.Mode:
		return false
	case a.Mode != "" && a.Mode == b.Mode:
		c.point(sameMode, "type")
	default:
		c.point(sameType, "type")
	}
	if a.Modality != b.Modality {
		c.link.Differs = append(c.link.Differs, "plan")
		return a.When.Dated && b.When.Dated
	}
	return true
}

// promises reports the types of what is only promised or threatened, which may be anything: a visit and a loan to come are both AGREE.
func promises(typ string) bool { return typ == "AGREE" || typ == "THREATEN" }

func (c *comparison) when() bool {
	a, b := c.a.When, c.b.When
	if !a.overlaps(b) {
		return false
	}
	length := max(a.days(), b.days())
	switch {
	case a.Dated && b.Dated && length == 1:
		c.point(sameDay, "day")
	case a.Dated && b.Dated && length <= 7:
		c.point(sameStretch, "time")
	case length > 7:
		c.point(looseTime, "")
	case a.To == b.To || a.Dated != b.Dated:
		c.point(samePress, "time")
	default:
		c.point(nearPress, "time")
	}
	return true
}

// reciprocal are the types of what two sides do together: who is named first says little.
func reciprocal(typ string) bool { return typ == "CONSULT" || typ == "AGREE" || typ == "COOPERATE" }

func (c *comparison) who() bool {
	a, b := c.a, c.b
	if reciprocal(a.Type) && reciprocal(b.Type) {
		return c.together()
	}
	if differ(a.Agents, b.Agents) || differ(a.Targets, b.Targets) {
		return false
	}
	agent := meet(a.Agents, b.Agents)
	if agent {
		c.point(sameAgent, "agent")
	}
	c.whom()
	return agent || meet(a.Targets, b.Targets) || meet(a.towns(), b.towns())
}

// together compares the sides of what several do together.
func (c *comparison) together() bool {
	x := sorted(slices.Concat(c.a.Agents, c.a.Targets))
	y := sorted(slices.Concat(c.b.Agents, c.b.Targets))
	shared := 0
	for _, id := range x {
		if slices.Contains(y, id) {
			shared++
		}
	}
	switch {
	case shared == 0, shared == 1 && len(x) > 1 && len(y) > 1:
		return false
	case shared == 1:
		c.point(sameAgent, "agent")
	default:
		c.point(sameAgent, "agent")
		c.point(sameTarget, "patient")
	}
	return true
}

// whom compares whom or what it was done to: actors, else words.
func (c *comparison) whom() {
	a, b := c.a, c.b
	switch {
	case meet(a.Targets, b.Targets):
		c.point(sameTarget, "patient")
	case len(a.Targets)+len(b.Targets) > 0:
	case len(a.Words)+len(b.Words) == 0:
		c.point(noTarget, "")
	case alike(a.Words, b.Words) && !apart(a.Words, b.Words):
		c.point(sameWords, "words")
	}
}

// alike reports that at least half the words of the longer list stand in the other.
func alike(a, b []string) bool {
	shared := 0
	for _, w := range a {
		if slices.ContainsFunc(b, func(o string) bool { return strings.EqualFold(w, o) }) {
			shared++
		}
	}
	return shared > 0 && 2*shared >= max(len(a), len(b))
}

// apart reports that both lists have names, and none in common: cattle for Morocco, cattle for Chile.
func apart(a, b []string) bool {
	x, y := names(a), names(b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(w string) bool { return slices.Contains(y, w) })
}

// names are the words that keep their capital.
func names(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return strings.ToLower(w) == w })
}

// where compares places. Two that do not hold each other forbid.
func (c *comparison) where() bool {
	a, b := c.a, c.b
	if len(a.Places) == 0 || len(b.Places) == 0 {
		return true
	}
	best := 0
	for _, p := range a.Places {
		for _, q := range b.Places {
			switch {
			case p == q && strings.HasPrefix(string(p), "place:"):
				best = max(best, sameTown)
			case p == q:
				best = max(best, sameCountry)
			case slices.Contains(a.Within[p], q), slices.Contains(b.Within[q], p), slices.Contains(b.Within[p], q), slices.Contains(a.Within[q], p):
				best = max(best, insidePlace)
			}
		}
	}
	if best > 0 {
		c.point(best, "place")
	}
	return best > 0
}

func (c *comparison) howMany() {
	a, b := c.a, c.b
	switch {
	case a.Value == nil || b.Value == nil || a.Unit != b.Unit:
	case *a.Value == *b.Value:
		c.point(sameQuantity, "quantity")
	default:
		c.link.Differs = append(c.link.Differs, "quantity")
	}
}

// differ reports two lists that name somebody and nobody in common.
func differ(a, b []quad.IRI) bool { return len(a) > 0 && len(b) > 0 && !meet(a, b) }

func meet(a, b []quad.IRI) bool {
	return slices.ContainsFunc(a, func(id quad.IRI) bool { return slices.Contains(b, id) })
}
