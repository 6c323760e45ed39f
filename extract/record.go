package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"dictum/graph"
)

// finish puts the record in its final form: sentences and mentions filled in, everything in text order with identifiers
// m1 s1 e1 …, references renamed with them, actors that nothing mentions dropped, no nil lists.
func (s *State) finish() {
	r := s.Record
	r.Sentences = make([]graph.Span, 0, len(s.NLP.Sents))
	for _, sent := range s.NLP.Sents {
		if sent.First < sent.Last {
			r.Sentences = append(r.Sentences, graph.Span{sent.Start, sent.End})
		}
	}
	mentionIDs := s.writeMentions()
	s.writeActors()
	slices.SortStableFunc(r.Statements, func(a, b graph.Statement) int {
		return cmp.Or(compareSpans(a.Content.Extent(), b.Content.Extent()), compareSpans(a.Cue.Extent(), b.Cue.Extent()))
	})
	slices.SortStableFunc(r.Events, func(a, b graph.Event) int {
		return compareSpans(a.Trigger.Extent(), b.Trigger.Extent())
	})
	slices.SortStableFunc(r.Times, func(a, b graph.Time) int { return compareSpans(a.Span, b.Span) })
	slices.SortStableFunc(r.Values, func(a, b graph.Value) int { return compareSpans(a.Span, b.Span) })

	statementIDs, eventIDs := map[string]string{}, map[string]string{}
	for i := range r.Statements {
		rename(statementIDs, &r.Statements[i].ID, 's', i)
	}
	for i := range r.Events {
		rename(eventIDs, &r.Events[i].ID, 'e', i)
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		st.Source, st.Cue, st.Content = full(st.Source), full(st.Cue), full(st.Content)
		st.About, st.Mentions, st.Reports = full(st.About), follow(st.Mentions, mentionIDs), follow(st.Reports, eventIDs)
	}
	for i := range r.Events {
		e := &r.Events[i]
		e.Trigger, e.Args = full(e.Trigger), full(e.Args)
		e.AccordingTo = statementIDs[e.AccordingTo]
	}
	r.Statements, r.Events, r.Times, r.Values = full(r.Statements), full(r.Events), full(r.Times), full(r.Values)
}

// rename gives the element with number i its final identifier and remembers the one its stage used.
func rename(to map[string]string, id *string, letter byte, i int) {
	final := string(letter) + strconv.Itoa(i+1)
	if *id != "" {
		to[*id] = final
	}
	*id = final
}

// follow renames references; those to nothing are dropped.
func follow(refs []string, to map[string]string) []string {
	out := make([]string, 0, len(refs))
	for _, ref := range refs {
		if id, ok := to[ref]; ok {
			out = append(out, id)
		}
	}
	return out
}

// full is the slice itself, or an empty one that JSON writes as [].
func full[S ~[]E, E any](list S) S {
	if list == nil {
		return S{}
	}
	return list
}

func compareSpans(a, b graph.Span) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
}

// writeMentions copies the mentions that have an actor into the record. It returns the final identifiers by those that
// MentionID gave out.
func (s *State) writeMentions() map[string]string {
	ids := map[string]string{}
	s.Record.Mentions = []graph.Mention{}
	all, from := s.withPhrases()
	for i := range all {
		m := &all[i]
		id := "m" + strconv.Itoa(i+1)
		if from[i] >= 0 {
			ids[s.MentionID(from[i])] = id
		}
		s.Record.Mentions = append(s.Record.Mentions, graph.Mention{
			ID: id, Span: s.Tree.Span(m.First, m.Last), Head: s.headSpan(m), Type: m.Type, Kind: m.Kind, Actor: m.Actor,
			StandsIn: m.metonym, Phrase: m.phrase,
		})
	}
	return ids
}

// headSpan is the word that carries the mention: the surname of a person, else the head of the tree.
func (s *State) headSpan(m *Mention) graph.Span {
	head := m.Head
	if m.Kind == graph.KindName && m.Type == graph.Person && !m.phrase {
		head = m.Last - 1
	}
	return s.Tree.Span(head, head+1)
}

// writeActors drops the actors without a mention, but for those that places of the text lie in, and sorts the rest by identifier.
func (s *State) writeActors() {
	used := map[string]bool{}
	for i := range s.Record.Mentions {
		used[s.Record.Mentions[i].Actor] = true
	}
	for range maxNesting {
		for _, a := range s.Record.Actors {
			for _, o := range a.Within {
				used[o] = used[o] || used[a.ID]
			}
		}
	}
	actors := []graph.Actor{}
	for _, a := range s.Record.Actors {
		if used[a.ID] {
			a.Aliases, a.Titles = full(a.Aliases), full(a.Titles)
			a.Affiliations = slices.DeleteFunc(slices.Clone(full(a.Affiliations)), func(id string) bool { return !used[id] })
			for i := range a.Terms {
				a.Terms[i].Of = slices.DeleteFunc(a.Terms[i].Of, func(id string) bool { return !used[id] })
			}
			a.Terms = slices.DeleteFunc(a.Terms, func(t graph.Term) bool { return t.Title == "" && len(t.Of) == 0 })
			actors = append(actors, a)
		}
	}
	slices.SortFunc(actors, func(a, b graph.Actor) int { return cmp.Compare(a.ID, b.ID) })
	s.Record.Actors = actors
}

// validate checks what every reader of records relies on: spans lie inside the text and are in order, an actor that is
// referred to is in the list.
func validate(r *graph.Record) error {
	n := utf8.RuneCountInString(r.Text)
	known := map[string]bool{"": true}
	for i := range r.Actors {
		known[r.Actors[i].ID] = true
	}
	var err error
	check := func(what, id string, spans ...graph.Span) {
		for _, sp := range spans {
			if err == nil && (sp[0] < 0 || sp[1] < sp[0] || sp[1] > n) {
				err = fmt.Errorf("%s %s: span %v is not inside the text of %d code points", what, id, sp, n)
			}
		}
	}
	actor := func(what, id, ref string) {
		if err == nil && !known[ref] {
			err = fmt.Errorf("%s %s: actor %q is not among the record's actors", what, id, ref)
		}
	}
	for i := range r.Actors {
		for _, t := range r.Actors[i].Terms {
			check("term of", r.Actors[i].ID, t.Span)
			for _, of := range t.Of {
				actor("term of", r.Actors[i].ID, of)
			}
		}
	}
	check("sentences", "", r.Sentences...)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		check("mention", m.ID, m.Span, m.Head)
		actor("mention", m.ID, m.Actor)
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		check("statement", st.ID, slices.Concat(st.Source, st.Cue, st.Content)...)
		for _, ref := range append([]string{st.Speaker, st.SpokenFor}, st.About...) {
			actor("statement", st.ID, ref)
		}
	}
	for i := range r.Events {
		e := &r.Events[i]
		check("event", e.ID, e.Trigger...)
		for _, a := range e.Args {
			check("event", e.ID, a.Span)
			if a.Head != nil {
				check("event", e.ID, *a.Head)
			}
			actor("event", e.ID, a.Actor)
		}
	}
	for i := range r.Times {
		check("time", r.Times[i].Value, r.Times[i].Span)
	}
	for i := range r.Values {
		check("value", r.Values[i].Type, r.Values[i].Span)
	}
	return err
}
