package graph

import "slices"

// Sure gives the record without the statements and events that were read with less than the given confidence (0 to 1). An event that
// only a statement left out asserts is left out with it, for without its speaker it would read as a fact. The receiver is unchanged.
func (r *Record) Sure(least float64) *Record {
	out := *r
	dropped := map[string]bool{}
	out.Statements = []Statement{}
	for i := range r.Statements {
		if r.Statements[i].Confidence < least {
			dropped[r.Statements[i].ID] = true
		} else {
			out.Statements = append(out.Statements, r.Statements[i])
		}
	}
	out.Events = []Event{}
	for i := range r.Events {
		if e := &r.Events[i]; e.Confidence < least || dropped[e.AccordingTo] {
			dropped[e.ID] = true
		} else {
			out.Events = append(out.Events, *e)
		}
	}
	if len(dropped) == 0 {
		return r
	}
	for i := range out.Statements {
		if s := &out.Statements[i]; slices.ContainsFunc(s.Reports, func(id string) bool { return dropped[id] }) {
			s.Reports = slices.DeleteFunc(slices.Clone(s.Reports), func(id string) bool { return dropped[id] })
		}
	}
	return &out
}
