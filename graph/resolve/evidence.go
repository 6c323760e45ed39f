package resolve

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// sureID is the evidence of an identifier that both have.
const sureID = 5

// far is how many years between two documents speak against one actor.
const far = 15

// evidence weighs what speaks for two actors being one: offices, whom they belong to, the company they keep, the time.
func evidence(a, b *facts) (score float64, why []string) {
	note := func(points float64, what string, list []string) {
		if points != 0 {
			score += points
			why = append(why, what+" "+strings.Join(list[:min(3, len(list))], ", "))
		}
	}
	if same := a.same.shared(b.same); len(same) > 0 {
		note(sureID, "identifier", same)
	}
	titles := a.titles.shared(b.titles)
	if len(titles) == 0 {
		titles = append(a.past.shared(b.titles), b.past.shared(a.titles)...)
	}
	note(min(1.5*float64(len(titles)), 2.5), "office", titles)
	bodies := slices.DeleteFunc(a.bodies.shared(b.bodies), func(id string) bool { return id == "" })
	note(min(1.5*float64(len(bodies)), 3), "of", bodies)
	if len(bodies) == 0 {
		bodies = append(a.bodies.shared(b.company), b.bodies.shared(a.company)...)
		note(min(float64(len(bodies)), 1), "names", bodies)
	}
	countries := a.countries.shared(b.countries)
	note(min(float64(len(countries)), 1), "country", countries)
	if len(countries) == 0 {
		lands := a.countries.shared(b.lands)
		if len(lands) == 0 {
			lands = b.countries.shared(a.lands)
		}
		note(min(0.7*float64(len(lands)), 0.7), "country named", lands)
		if len(lands) == 0 {
			lands = a.lands.shared(b.lands)
			note(min(0.2*float64(len(lands)), 0.4), "countries named", lands)
		}
	}
	people := companions(a.people, b.people, a, b)
	note(min(float64(len(people)), 3), "with", people)
	company := companions(a.company, b.company, a, b)
	note(min(0.4*float64(len(company)), 1.6), "beside", company)
	if gap := yearsBetween(a, b); gap >= far {
		score--
		why = append(why, fmt.Sprintf("%d years apart", gap))
	}
	return score, why
}

// companions are those whom the documents of both name, themselves left out.
func companions(x, y set, a, b *facts) []string {
	return slices.DeleteFunc(x.shared(y), func(id string) bool {
		return id == a.id || id == b.id || a.self[id] || b.self[id]
	})
}

func yearsBetween(a, b *facts) int {
	if a.first == 0 || b.first == 0 {
		return 0
	}
	return max(a.first-b.last, b.first-a.last, 0)
}

// apart are kinds of offices that nobody holds together.
func apart(a, b set) bool {
	public := func(s set) bool {
		return s["political"] || s["diplomatic"] || s["military"] || s["judicial"] || s["police"] || s["royal"]
	}
	other := func(s set) bool { return s["sport"] || s["culture"] || s["medical"] || s["religious"] }
	return public(a) && !public(b) && other(b) || public(b) && !public(a) && other(a)
}

// conflict tells why two actors cannot be one, "" when they can: another country, an office of another sort, the same office
// elsewhere at the same time, another gender; company that both keep, or something both belong to, outweighs it.
func conflict(a, b *facts) string {
	if len(a.same) > 0 && len(b.same) > 0 {
		if a.same.meets(b.same) {
			return ""
		}
		return "identifier: " + first(a.same) + ", " + first(b.same)
	}
	if a.gender != "" && b.gender != "" && a.gender != b.gender && a.gender != "?" && b.gender != "?" {
		return "gender"
	}
	if a.bodies.meets(b.bodies) || a.countries.meets(b.countries) {
		return ""
	}
	people := len(companions(a.people, b.people, a, b))
	if a.titles.meets(b.titles) && people > 0 {
		return ""
	}
	if len(a.countries) > 0 && len(b.countries) > 0 && people < 2 {
		return "country: " + first(a.countries) + ", " + first(b.countries)
	}
	if t := sameOfficeElsewhere(a, b); t != "" && people < 2 {
		return "office: " + t
	}
	if people == 0 && otherWorlds(a, b) {
		return "office and country: " + first(a.titles) + ", " + first(b.titles)
	}
	if people == 0 && apart(a.kinds, b.kinds) {
		return "office: " + first(a.titles) + ", " + first(b.titles)
	}
	return ""
}

// otherWorlds reports whether two who hold offices have nothing in common: no word of their offices, no country and no body
// that their documents name.
func otherWorlds(a, b *facts) bool {
	if len(a.titles) == 0 || len(b.titles) == 0 || len(a.lands)+len(a.countries) == 0 || len(b.lands)+len(b.countries) == 0 {
		return false
	}
	if a.lands.meets(b.lands) || a.lands.meets(b.countries) || b.lands.meets(a.countries) || len(companions(a.company, b.company, a, b)) > 0 {
		return false
	}
	var words set
	for t := range a.titles {
		words.put(strings.Fields(t)...)
	}
	for t := range b.titles {
		if slices.ContainsFunc(strings.Fields(t), func(w string) bool { return words[w] }) {
			return false
		}
	}
	return true
}

func first(s set) string {
	keys := slices.Sorted(maps.Keys(s))
	if len(keys) == 0 {
		return ""
	}
	return keys[0]
}

// sameOfficeElsewhere finds an office that both hold in the same years, of different bodies.
func sameOfficeElsewhere(a, b *facts) string {
	if len(a.bodies) == 0 || len(b.bodies) == 0 || likeBodies(a.bodies, b.bodies) {
		return ""
	}
	for _, t := range slices.Concat(a.titles.shared(b.titles), a.titles.shared(b.past), a.past.shared(b.titles), a.past.shared(b.past)) {
		if headsOne(t) && sameTime(a, b, t) {
			return t
		}
	}
	return ""
}

// likeBodies reports whether names of bodies share a word: "the commission" may be the European Commission.
func likeBodies(a, b set) bool {
	var words set
	for id := range a {
		words.put(contentWords(Group(id))...)
	}
	for id := range b {
		if slices.ContainsFunc(contentWords(Group(id)), func(w string) bool { return words[w] }) {
			return true
		}
	}
	return false
}

// headsOne reports whether a body has one holder of an office.
func headsOne(title string) bool {
	words := strings.Fields(title)
	switch words[len(words)-1] {
	case "governor", "mayor", "president", "minister", "premier", "king", "queen", "chancellor", "ambassador", "bishop", "archbishop",
		"senator", "executive", "chairman", "sheriff", "coach", "manager", "speaker", "secretary":
		return true
	}
	return false
}
