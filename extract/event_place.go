package extract

import "dictum/graph"

// placeInside is the named place that a phrase for a place tells: "the town of Vardenis", "a hospital in Gaza City", "a market
// near the port of Aden"; for the edge of a country, the country: "the Armenian border", "Syrian airspace".
func (r *eventReader) placeInside(tok, depth int) string {
	for _, k := range r.Tree.Kids(tok) {
		if !r.Tree.Rel(k, "nmod", "appos", "compound") || r.mentionType(k) != graph.Location {
			continue
		}
		if prep := r.caseMark(k); prep == "of" || prep == "" && !r.Tree.Rel(k, "nmod:poss") || prep == "in" {
			if id := r.ActorOf(k); id != "" {
				return id
			}
		}
	}
	for _, k := range r.Tree.Kids(tok) {
		if depth < 3 && k > tok && r.Tree.Rel(k, "nmod") && r.isPlace(k) && r.mentionType(k) == "" {
			if prep := r.caseMark(k); prep == "of" || prep == "in" || prep == "at" {
				if id := r.placeInside(k, depth+1); id != "" {
					return id
				}
			}
		}
	}
	if edges[r.lemma(tok)] {
		return r.nationBefore(tok)
	}
	return ""
}

// edges are nouns for parts of a country that are named by the country alone.
var edges = wordSet("border frontier coast territory airspace soil water capital side mainland")

// nationBefore is the country whose adjective or possessive stands before a noun; "" where two do.
func (r *eventReader) nationBefore(tok int) string {
	found := ""
	for _, k := range r.Tree.Kids(tok) {
		if k > tok || !r.Tree.Rel(k, "amod", "nmod:poss", "compound") {
			continue
		}
		id := r.ActorOf(k)
		if id == "" || !r.isState(id) {
			continue
		}
		if found != "" && found != id {
			return ""
		}
		found = id
	}
	return found
}

// isState reports the identifier of a country.
func (r *eventReader) isState(id string) bool {
	for i := range r.Record.Actors {
		if r.Record.Actors[i].ID == id {
			return r.Record.Actors[i].Class == "country"
		}
	}
	return false
}

// atPatient finds where something was done in the phrase for whom it was done to: who attacks a market in Baghdad does it in
// Baghdad. That holds for what is done to bodies and things, not for what is said or decided about them.
func (r *eventReader) atPatient(e *happening) {
	p := e.of(graphPatient)
	if p < 0 || e.has(graph.AtLocation) || r.mentionType(p) == graph.Location {
		return
	}
	named := r.mentionType(p) == graph.Person && r.upos(p) == "PROPN" && !e.noun // people by name are met in Moscow, not of Moscow
	if !named && !r.physical(e) {
		return
	}
	for at, depth := p, 0; at >= 0 && depth < 3; depth++ {
		next := -1
		for _, k := range r.Tree.Kids(at) {
			if k < at || !r.Tree.Rel(k, "nmod") || r.timeAt[k] > 0 || !stayPreps[r.caseMark(k)] || !r.isPlace(k) {
				continue
			}
			if r.mentionType(k) == graph.Location || r.placeInside(k, 0) != "" {
				r.addRole(e, graph.AtLocation, found{k, viaPrep})
				return
			}
			next = k
		}
		at = next
	}
}

// sameScene gives an event the place and time of the deed that brought it about: "an attack on a market in Baghdad on Monday
// killed 12".
func (r *eventReader) sameScene(events []*happening) {
	for _, e := range events {
		deed := e.of(graphAgent)
		if deed < 0 || e.noun {
			continue
		}
		for _, cause := range events {
			if cause.trig != deed || !cause.noun || !r.physical(cause) {
				continue
			}
			for _, a := range cause.roles {
				if a.name == graph.AtLocation && !e.has(graph.AtLocation) && a.tok >= 0 {
					r.addRole(e, a.name, found{a.tok, viaControl})
				}
				if a.name == graph.AtTime && a.arg != nil && !e.timed() {
					r.addArg(e, *a.arg)
				}
			}
		}
	}
}

// timed reports an event whose time is told.
func (e *happening) timed() bool {
	for _, a := range e.roles {
		if a.name == graph.AtTime {
			return true
		}
	}
	return false
}

// physical reports an event that takes place where the one is to whom it is done.
func (r *eventReader) physical(e *happening) bool {
	switch e.frame.typ {
	case "ASSAULT", "PROTEST":
		return true
	case "COERCE":
		return e.frame.mode == "seize" || e.frame.mode == "arrest" || e.frame.mode == "curfew"
	}
	return harming[e.lemma]
}
