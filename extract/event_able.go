package extract

// actingTrades are nouns for many firms or people that act together.
var actingTrades = wordSet("industry sector economy market business trade profession movement campaign regime opposition",
	"establishment public community world")

// able is the understood subject f of a loose clause v when it can act; of those that cannot, half do something else.
func (r *eventReader) able(f found, v int) found {
	k := f.tok
	switch {
	case k >= 0 && r.timeAt[k] > 0:
		return nobody
	case k < 0, f.via == viaControl, r.isActor(k), r.isWho(k), r.upos(k) == "PROPN", actingTrades[r.lemma(k)], r.xpos(k) == "PRP$":
		return f
	case motion[r.lemma(v)], r.passive(v), r.becomes(v) && r.Tree.Kid(v, "obj") < 0:
		return f
	case r.xpos(v) == "VBG" && r.Tree.Rel(v, "acl") && r.head(v) == k && r.Tree.Kid(v, "mark", "case") < 0 && !r.commaBefore(v) &&
		!saysWhat[r.lemma(k)]:
		for t := v - 1; t > k; t-- {
			if r.Tree.Rel(t, "nmod") && r.Tree.Under(t, k) && r.isActor(t) && r.lastOf(t) == v-1 &&
				!oneOf(r.caseMark(t), "to", "from", "against") && (r.caseMark(t) != "with" || r.commaBefore(t)) {
				return found{t, f.via} // challenges for authorities struggling to cope
			}
		}
		return f // stricter controls forcing them to move
	}
	return nobody
}

// placedActor is who acts in gerund v behind the noun h of a place: the noun before it ("groups in a suburb | making guns"), or -1 for
// the
// subject of its clause ("are in jail | awaiting trial"); h itself when it is no such place.
func (r *eventReader) placedActor(v, h int) int {
	if r.xpos(v) != "VBG" || !r.Tree.Rel(v, "acl") || !r.isPlace(h) && !placeNouns[r.lemma(h)] || !stayPreps[r.caseMark(h)] ||
		r.Tree.Kid(v, "mark") >= 0 {
		return h
	}
	switch n := r.head(h); {
	case r.Tree.Kid(h, "cop") >= 0:
		return -1
	case r.Tree.Rel(h, "nmod") && r.isActor(n) && !r.isPlace(n):
		return n
	}
	return h
}

// isWho reports a noun that a relative clause with "who" hangs on.
func (r *eventReader) isWho(k int) bool {
	for _, c := range r.Tree.Kids(k) {
		if r.NLP.Toks[c].Deprel != "acl:relcl" {
			continue
		}
		if w := r.relativeWord(c); w >= 0 && r.lower(w) == "who" {
			return true
		}
	}
	return false
}
