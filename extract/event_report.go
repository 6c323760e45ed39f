package extract

import (
	"slices"

	"dictum/graph"
)

// report ties events to the statements whose content holds their trigger: the statement reports the event, and the event
// rests on the innermost of them alone. What a statement denies did not happen, what it asks is not known to have.
func (r *eventReader) report() {
	nouns := map[string]bool{} // to question the purpose of a trip is not to question the trip
	for _, h := range r.events {
		if h.noun && h.light < 0 {
			nouns[eventID(h)] = true
		}
	}
	for i := range r.Record.Events {
		e := &r.Record.Events[i]
		inner, size := -1, 0
		for j := range r.Record.Statements {
			st := &r.Record.Statements[j]
			if !covers(st.Content, e.Trigger) {
				continue
			}
			st.Reports = append(st.Reports, e.ID)
			if n := length(st.Content); inner < 0 || n < size {
				inner, size = j, n
			}
		}
		if inner < 0 {
			continue
		}
		st := &r.Record.Statements[inner]
		e.AccordingTo = st.ID
		if st.Certainty == graph.Questioned && !nouns[e.ID] {
			e.Modality = graph.Hypothetical
		}
	}
}

// covers reports whether the spans hold all of the trigger.
func covers(content, trigger graph.Spans) bool {
	for _, t := range trigger {
		if !slices.ContainsFunc(content, func(c graph.Span) bool { return c.Contains(t) }) {
			return false
		}
	}
	return len(trigger) > 0
}

func length(ss graph.Spans) int {
	n := 0
	for _, s := range ss {
		n += s.Len()
	}
	return n
}
