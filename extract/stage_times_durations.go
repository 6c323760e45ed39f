package extract

import "strconv"

// span of time: how many of which unit; n < 0 stands for an unknown number.
type stretch struct {
	n    float64
	unit string
	end  int
}

// iso is the ISO 8601 duration, with X for an unknown number.
func (s stretch) iso() string {
	u := timeUnits[s.unit]
	count := "X"
	if s.n >= 0 {
		count = strconv.FormatFloat(s.n*u.n, 'f', -1, 64)
	}
	if u.time {
		return "PT" + count + u.sign
	}
	return "P" + count + u.sign
}

// stretchAt reads "two years", "a week", "half an hour", "several months", "two-year", "a year and a half".
func (as atoms) stretchAt(i int) (stretch, bool) {
	s := stretch{n: -1}
	at := i
	switch n, ok := as.number(i); {
	case as.is(i, "half") && as.is(i+1, "a", "an", "-"):
		s.n, at = 0.5, i+2
	case ok && !n.vague:
		s.n, at = n.value, n.end
	case ok:
		at = as.skip(n.end, "of")
	case as.is(i, "a", "an", "one"):
		s.n, at = 1, i+1
		if as.is(at, "few") {
			s.n, at = -1, at+1
		}
	case as.is(i, "several", "few", "many", "some"):
		at = i + 1
	default:
		return s, false
	}
	if as.dash(at) {
		at++
	}
	for as.is(at, "more", "full", "whole", "consecutive", "straight", "long", "calendar") {
		at++
	}
	unit, _ := unitOf(as.word(at))
	if unit == "" || as.isAge(at+1) || as[i].kind == atomDigits && i > 0 && as.is(i-1, "$", "£", "€") {
		return s, false
	}
	s.unit, s.end = unit, at+1
	if end := as.seq(s.end, "and a half"); end > 0 && s.n >= 0 {
		s.n += 0.5
		s.end = end
	}
	return s, true
}

// isAge reports "old" behind a number of years.
func (as atoms) isAge(i int) bool {
	return as.is(i, "old", "olds") || as.dash(i) && as.is(i+1, "old", "olds") || as.is(i, "of") && as.is(i+1, "age")
}

// duration reads a stretch of time, with the article and the word that place it: "the next six months".
func duration(as atoms, i int) (timex, bool) {
	at := as.skip(i, "the")
	if as.is(at, "past", "last", "next", "coming", "first", "previous", "recent", "final", "following") {
		at++
	} else {
		at = i
	}
	s, ok := as.stretchAt(at)
	if !ok && at > i && as.is(at-1, "past", "coming", "recent") {
		unit, plural := unitOf(as.word(at))
		if unit == "" {
			return timex{}, false
		}
		s, ok = stretch{n: 1, unit: unit, end: at + 1}, true
		if plural {
			s.n = -1
		}
	}
	if !ok || as.is(at, "a", "an") && !as.measured(i, s.end) {
		return timex{}, false
	}
	if as.dash(s.end) && as.is(s.end+1, "long") {
		s.end += 2
	}
	value := s.iso()
	more, ok := as.stretchAt(as.skip(s.end, "and", ","))
	if ok && s.n >= 0 && more.n >= 0 && timeUnits[more.unit].n == 1 && smaller(more.unit, s.unit) {
		value += more.iso()[1:]
		s.end = more.end
	}
	return timex{kind: timeDuration, end: s.end, value: func(timeRef) string { return value }}, true
}

func smaller(a, b string) bool {
	const order = "year month week day hour minute second"
	return a != b && indexOf(order, a) > indexOf(order, b)
}

func indexOf(list, word string) int {
	for i := 0; i+len(word) <= len(list); i++ {
		if list[i:i+len(word)] == word {
			return i
		}
	}
	return -1
}

// measured reports whether "a year" at i is a length of time: for a year, within an hour, a week of talks, a year-long.
func (as atoms) measured(i, end int) bool {
	if as.is(i-1, "for", "within", "about", "over", "than", "under", "nearly", "almost", "around", "least", "after", "just", "only", "half") {
		return true
	}
	return as.is(end, "of", "long") || as.dash(end) && as.is(end+1, "long") || as.is(end-1, "half") || as.is(i, "half")
}

// bareDuration reads "for years", "over the years", "decades of", "year-long", "yearlong".
func bareDuration(as atoms, i int) (timex, bool) {
	if end := as.skip(i, "the"); as.is(i-1, "for", "over", "in", "within", "after", "of") || as.is(end+1, "of", "ago") {
		if unit, plural := unitOf(as.word(end)); plural {
			v := stretch{n: -1, unit: unit}.iso()
			return timex{kind: timeDuration, end: end + 1, value: func(timeRef) string { return v }}, true
		}
	}
	if unit, plural := unitOf(as.word(i)); unit != "" && as.dash(i+1) && as.is(i+2, "long") {
		v := stretch{n: 1, unit: unit}.iso()
		if plural {
			v = stretch{n: -1, unit: unit}.iso()
		}
		return timex{kind: timeDuration, end: i + 3, value: func(timeRef) string { return v }}, true
	}
	return timex{}, false
}

// agoDate reads "two weeks ago", "a year ago", "years ago"; the precision is that of the unit.
func agoDate(as atoms, i int) (timex, bool) {
	s, ok := as.stretchAt(i)
	if !ok {
		unit, plural := unitOf(as.word(i))
		if !plural {
			return timex{}, false
		}
		s = stretch{n: -1, unit: unit, end: i + 1}
	}
	if !as.is(s.end, "ago") {
		return timex{}, false
	}
	return date(s.end+1, func(ref timeRef) string {
		if s.n < 0 {
			return "PAST_REF"
		}
		return s.from(ref.doc, -1)
	})
}

// from is the date that lies the stretch before (sign -1) or after a date.
func (s stretch) from(c civil, sign int) string {
	if s.n < 0 || s.n != float64(int(s.n)) {
		return ""
	}
	n := sign * int(s.n)
	switch s.unit {
	case "decade":
		return c.shift(10*n, "Y")
	case "century":
		return c.shift(100*n, "Y")
	case "fortnight":
		return c.shift(2*n, "W")
	case "hour", "hr", "minute", "min", "second":
		if s.unit == "hour" && n%24 == 0 {
			return c.shift(n/24, "D")
		}
		return c.shift(0, "D")
	}
	return c.shift(n, stepUnits[s.unit])
}

// fromNow reads "a month from now", "two weeks from today".
func fromNow(as atoms, i int) (timex, bool) {
	s, ok := as.stretchAt(i)
	if !ok || !as.is(s.end, "from") || !as.is(s.end+1, "now", "today") {
		return timex{}, false
	}
	return date(s.end+2, func(ref timeRef) string { return s.from(ref.doc, 1) })
}

// laterDate reads "two days later", "a year earlier": it leans on the last date named.
func laterDate(as atoms, i int) (timex, bool) {
	s, ok := as.stretchAt(i)
	if !ok || !as.is(s.end, "later", "earlier", "afterwards", "afterward", "previously", "before") {
		return timex{}, false
	}
	if as.is(s.end, "before") && !(s.end+1 >= len(as) || as.is(s.end+1, ".", ",", ";")) {
		return timex{}, false
	}
	sign := 1
	if as.is(s.end, "earlier", "previously", "before") {
		sign = -1
	}
	return date(s.end+1, func(ref timeRef) string {
		if ref.prev.known() {
			return s.from(ref.prev, sign)
		}
		return ""
	})
}

// everySet reads "every day", "each year", "every two weeks", "every Monday", "daily".
func everySet(as atoms, i int) (timex, bool) {
	set := func(end int, v string) (timex, bool) {
		return timex{kind: timeSet, end: end, value: func(timeRef) string { return v }}, true
	}
	if v := setWords[as.word(i)]; v != "" && !as.capital(i) {
		return set(i+1, v)
	}
	if !as.is(i, "every", "each") {
		return timex{}, false
	}
	at := as.skip(i+1, "other", "single")
	n := 1.0
	if as.is(at-1, "other") {
		n = 2
	}
	if s, ok := as.stretchAt(at); ok && s.n > 0 {
		return set(s.end, s.iso())
	}
	if unit, plural := unitOf(as.word(at)); unit != "" && !plural {
		return set(at+1, stretch{n: n, unit: unit}.iso())
	}
	if day, ok := weekdayWords[as.word(at)]; ok {
		return set(at+1, "XXXX-WXX-"+strconv.Itoa((day+6)%7+1))
	}
	if m, end, ok := as.monthAt(at); ok {
		return set(end, civil{m: m}.String())
	}
	if s := seasonWords[as.word(at)]; s != "" {
		return set(at+1, "XXXX-"+s)
	}
	if p := partWords[as.word(at)]; p != "" {
		return set(at+1, "XXXX-XX-XX"+p)
	}
	return timex{}, false
}

// timesSet reads "twice a week", "three times a day".
func timesSet(as atoms, i int) (timex, bool) {
	at := i + 1
	if n, ok := as.number(i); ok && as.is(n.end, "times") {
		at = n.end + 1
	} else if !as.is(i, "once", "twice") {
		return timex{}, false
	}
	unit, plural := unitOf(as.word(at + 1))
	if !as.is(at, "a", "an", "per", "each", "every") || unit == "" || plural {
		return timex{}, false
	}
	v := stretch{n: 1, unit: unit}.iso()
	return timex{kind: timeSet, end: at + 2, value: func(timeRef) string { return v }}, true
}

// perSet reads the "a year" of "15 a year" and "per day".
func perSet(as atoms, i int) (timex, bool) {
	unit, plural := unitOf(as.word(i + 1))
	if unit == "" || plural || i == 0 || as.is(i+2, "ago", "later", "earlier", "and", "before", "after", "old") {
		return timex{}, false
	}
	amount := as[i-1].kind == atomDigits || numberScales[as.word(i-1)] > 0 || as.is(i-1, "%", "percent")
	if !as.is(i, "per") && (!as.is(i, "a", "an") || !amount) {
		return timex{}, false
	}
	v := stretch{n: 1, unit: unit}.iso()
	return timex{kind: timeSet, end: i + 2, value: func(timeRef) string { return v }}, true
}
