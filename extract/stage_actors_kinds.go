package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// isIndefinite reports whether a phrase introduces one of many: "an EU official".
func (d *discourse) isIndefinite(p *phrase) bool {
	det := d.Tree.Kid(p.head, "det")
	return !p.plural && det >= 0 && oneOf(strings.ToLower(d.NLP.Toks[det].Text), "a", "an", "another", "any", "some", "each", "every", "no")
}

// belongsToOwner is false for nouns whose owner is somebody else's: a critic of Russia is not Russia's.
func belongsToOwner(noun string) bool {
	return !oneOf(noun, "critic", "opponent", "defender", "supporter", "rival", "enemy", "foe", "victim", "fan", "adversary", "neighbour",
		"neighbor",
		"ally", "partner", "friend", "customer", "client", "user", "viewer", "reader", "audience", "visitor", "guest", "donor", "backer",
		"detractor",
		"voter", "buyer", "investor", "creditor", "competitor", "admirer", "follower", "sympathizer", "sympathiser", "expert", "watcher",
		"veteran")
}

// isArm reports whether an organisation of this description is one through which its owner acts: forces, ministries, missions, and
// not websites or headquarters.
func isArm(noun string) bool {
	return oneOf(noun, "force", "forces", "troop", "troops", "army", "military", "navy", "police", "gendarmerie", "militia", "guard",
		"fleet", "battalion",
		"brigade", "regiment", "unit", "squad", "division", "air force", "coastguard", "ministry", "department", "parliament", "senate",
		"congress",
		"legislature", "assembly", "court", "tribunal", "judiciary", "prosecutor", "service", "intelligence", "agency", "commission",
		"committee",
		"council", "board", "embassy", "consulate", "mission", "delegation", "secretariat", "presidency", "opposition", "junta", "treasury",
		"central bank", "regulator", "watchdog", "authorities", "directorate", "inspectorate", "cabinet", "administration",
		"government", "peacekeeping force", "security service", "armed forces", "security forces", "team", "task force", "chancellery")
}

// isOfficial reports whether people of this description act for the one they belong to: officials, troops, lawmakers, and not
// singers or teachers.
func (d *discourse) isOfficial(p *phrase) bool {
	if oneOf(p.lemma, "official", "member", "soldier", "officer", "leader", "observer", "monitor", "mediator", "negotiator", "delegate",
		"envoy",
		"representative", "diplomat", "lawmaker", "legislator", "senator", "deputy", "minister", "peacekeeper", "troop", "fighter", "rebel",
		"separatist", "militant", "inspector", "investigator", "prosecutor", "guard", "agent", "spy", "pilot", "sailor", "authority",
		"employee",
		"worker", "staff", "executive", "manager", "director", "spokesman", "spokesperson", "adviser", "advisor", "aide", "commander",
		"general") {
		return true
	}
	o := d.Know.Office(p.lemma)
	return o != nil && oneOf(o.Kind, "political", "diplomatic", "military", "police", "judicial", "spokesperson")
}

func lowerFirst(text string) string {
	if isAcronym(strings.Fields(text)[0]) {
		return text
	}
	return strings.ToLower(text)
}

// endsIn reports whether the noun is the last word of the organisation's name: "the ministry" after "the Defence Ministry".
func endsIn(e *entity, noun string) bool {
	for _, f := range append([]string{e.name}, e.forms...) {
		w := strings.Fields(graph.FoldName(f))
		if len(w) > 1 && (w[len(w)-1] == noun || w[0] == noun) {
			return true
		}
	}
	return false
}

// generic reports whether a noun is used for any organisation named before.
func (d *discourse) generic(noun string) bool {
	k := d.Know.NounKind(noun)
	return k != nil && k.Generic
}

// suits compares a noun with what is known of the organisation's kind: a company is not called an alliance. Of an organisation
// that the tables do not know it is taken that it can be a company or a group, and no more.
func (d *discourse) suits(e *entity, noun string) bool {
	kinds := []string{"company"}
	if k := d.Know.NounKind(noun); k != nil && len(k.Kinds) > 0 {
		kinds = k.Kinds
	}
	if e.org == nil {
		return slices.Contains(kinds, "company")
	}
	return slices.Contains(kinds, e.org.Kind)
}
