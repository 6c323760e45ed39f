package extract

import (
	"fmt"
	"strings"
)

// timex is a time expression: atoms [i, end), and what it means against a reference.
type timex struct {
	kind  string // DATE TIME DURATION SET
	end   int
	value func(ref timeRef) string
	fixed bool // its value needs no tense: a later "Later in May" may lean on it
}

// timeRule reads one form of time expression at atom i.
type timeRule func(as atoms, i int) (timex, bool)

const (
	timeDate     = "DATE"
	timeTime     = "TIME"
	timeDuration = "DURATION"
	timeSet      = "SET"
)

// timeRules are tried at every atom; the longest reading wins, the first of equals.
var timeRules = []timeRule{
	isoDate, slashDate, monthDate, dayMonth, yearAlone, decadeAlone, century, quarterOf, seasonOf, feast,
	weekdayDate, deicticDay, stepped, modified, anaphoric, vagueTime,
	clockTime, datedClock, dayPart,
	duration, agoDate, fromNow, laterDate, bareDuration, everySet, timesSet, perSet,
}

func date(end int, value func(timeRef) string) (timex, bool) {
	return timex{kind: timeDate, end: end, value: value}, true
}

func fixedDate(end int, c civil) (timex, bool) {
	return timex{kind: timeDate, end: end, fixed: true, value: func(timeRef) string { return c.String() }}, true
}

// digitsAt is the value of a plain run of n digits at i.
func (as atoms) digitsAt(i, least, most int) (int, bool) {
	if i < 0 || i >= len(as) || as[i].kind != atomDigits || !as[i].whole || len(as[i].low) < least || len(as[i].low) > most {
		return 0, false
	}
	return int(as[i].num), true
}

// isoDate reads 2023-03-29.
func isoDate(as atoms, i int) (timex, bool) {
	y, ok := as.digitsAt(i, 4, 4)
	if !ok || !as.is(i+1, "-") || !as.is(i+3, "-") {
		return timex{}, false
	}
	m, ok1 := as.digitsAt(i+2, 2, 2)
	d, ok2 := as.digitsAt(i+4, 2, 2)
	if c := (civil{y, m, d}); ok1 && ok2 && c.valid() {
		return fixedDate(i+5, c)
	}
	return timex{}, false
}

// slashDate reads 7/8/07 (month first, as American agencies write, unless that cannot be) and 20.03.2023 (day first).
func slashDate(as atoms, i int) (timex, bool) {
	one, ok1 := as.digitsAt(i, 1, 2)
	two, ok2 := as.digitsAt(i+2, 1, 2)
	y, ok3 := as.digitsAt(i+4, 2, 4)
	if !ok1 || !ok2 || !ok3 || as.word(i+1) != as.word(i+3) || !as.is(i+1, "/", ".") || !as[i+2].glued {
		return timex{}, false
	}
	if y < 100 {
		y += 1900
		if y < 1950 {
			y += 100
		}
	}
	c := civil{y, one, two}
	if as.is(i+1, ".") || !c.valid() {
		c = civil{y, two, one}
	}
	if !c.valid() {
		return timex{}, false
	}
	return fixedDate(i+5, c)
}

// monthAt reads the name of a month with the point of an abbreviation. "may" and "march" need a capital.
func (as atoms) monthAt(i int) (int, int, bool) {
	m := monthWords[as.word(i)]
	if m == 0 || !as.capital(i) {
		return 0, 0, false
	}
	end := i + 1
	if !as.is(i, "may", "june", "july") && len(as[i].low) <= 4 && as.is(end, ".") && as[end].glued {
		end++
	}
	return m, end, true
}

// yearAt reads ", 2023", " 2023" or "of 2023" behind a month or a day.
func (as atoms) yearAt(i int) (int, int, bool) {
	at := as.skip(i, ",", "of")
	if y, ok := as.digitsAt(at, 4, 4); ok && 1000 <= y && y <= 2100 {
		return y, at + 1, true
	}
	return 0, i, false
}

// dayAt reads "20", "20th" as a day of a month.
func (as atoms) dayAt(i int) (int, int, bool) {
	if d, end, ok := as.ordinal(i); ok && d >= 1 && d <= 31 {
		return d, end, true
	}
	d, ok := as.digitsAt(i, 1, 2)
	return d, i + 1, ok && d >= 1 && d <= 31
}

// monthDate reads "March", "March 2023", "March 20", "March 20, 2023", "March 20-22, 2023".
func monthDate(as atoms, i int) (timex, bool) {
	m, end, ok := as.monthAt(i)
	if !ok {
		return timex{}, false
	}
	if y, next, ok := as.yearAt(end); ok {
		return fixedDate(next, civil{y: y, m: m})
	}
	at := as.skip(end, "the")
	d, next, ok := as.dayAt(at)
	if !ok || as.is(next, "%", "percent", "per", "million", "billion") || as.is(next, ":") {
		if monthIsVerb(as, i) {
			return timex{}, false
		}
		return date(end, func(ref timeRef) string { return ref.month(m, 0).String() })
	}
	last, after := as.dayRange(d, next)
	if _, _, other := as.monthAt(after); other {
		last, after = 0, next // "March 30 to 2 April"
	}
	y, after, dated := as.yearAt(after)
	return dayOfMonth(after, y, m, d, last, dated)
}

// dayRange reads "-22" or "to 22" behind a day.
func (as atoms) dayRange(d, i int) (last, end int) {
	if as.dash(i) || as.is(i, "to", "until") {
		if more, next, ok := as.dayAt(i + 1); ok && more > d {
			return more, next
		}
	}
	return 0, i
}

func dayOfMonth(end, y, m, d, last int, dated bool) (timex, bool) {
	if !(civil{y, m, d}).valid() {
		return timex{}, false
	}
	return timex{kind: timeDate, end: end, fixed: dated, value: func(ref timeRef) string {
		c := civil{y, m, d}
		if !dated {
			c = ref.month(m, d)
		}
		if last > 0 {
			return c.String() + "/" + civil{c.y, m, last}.String()
		}
		return c.String()
	}}, true
}

// monthIsVerb tells "May" and "March" at the head of a sentence from the months, when no number follows.
func monthIsVerb(as atoms, i int) bool {
	if !as.is(i, "may", "march", "mar", "jan", "dec") {
		return false
	}
	return !as.is(i-1, "in", "of", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "from", "to",
		"and", "or", "between", "during", "for", "-", "before", "after", "each", "every", "through", "earlier", "a", "the")
}

// dayMonth reads "20 March", "20th of March 2023", "20-22 March".
func dayMonth(as atoms, i int) (timex, bool) {
	d, next, ok := as.dayAt(i)
	if !ok || ordinals[as.word(i)] > 0 && !as.is(next, "of") {
		return timex{}, false
	}
	last, next := as.dayRange(d, next)
	m, next, ok := as.monthAt(as.skip(next, "of"))
	if !ok {
		return timex{}, false
	}
	y, next, dated := as.yearAt(next)
	return dayOfMonth(next, y, m, d, last, dated)
}

// yearAlone reads "2019", "2010-11", "2019/20" where a year can stand.
func yearAlone(as atoms, i int) (timex, bool) {
	y, ok := as.digitsAt(i, 4, 4)
	if !ok || y < 1000 || y > 2100 || i > 0 && as[i].glued && !as.dash(i-1) && !as.is(i-1, "(", "/", "\"", "“", "'") {
		return timex{}, false
	}
	if as.is(i-1, "$", "£", "€", "¥", "#", "no", "+") || as.is(i+1, "%", "percent", "km", "mph") || as.glueWord(i+1) {
		return timex{}, false
	}
	named := as.is(i-1, "in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "around", "circa", "early",
		"late", "mid", "year", "between", "through")
	if !named && (y < 1900 || y > 2049 || as.counts(i)) {
		return timex{}, false
	}
	if as.dash(i+1) || as.is(i+1, "/") {
		if z, ok := as.digitsAt(i+2, 4, 4); ok && z > y && z < y+300 {
			return fixedRange(i+3, y, z)
		}
		if z, ok := as.digitsAt(i+2, 2, 2); ok && z == (y+1)%100 || ok && as[i+2].glued && z > y%100 && z < y%100+20 {
			return fixedRange(i+3, y, y-y%100+z)
		}
	}
	return fixedDate(i+1, civil{y: y})
}

// counts reports whether the number at i counts what follows: "some 2000 people", not "the 2012 elections".
func (as atoms) counts(i int) bool {
	next := as.word(i + 1)
	if next == "" || as.capital(i+1) || as.is(i-1, "the", "’s", "s", "this", "its", "their") {
		return false
	}
	plural := len(next) > 3 && next[len(next)-1] == 's' && next[len(next)-2] != 's'
	return plural || as.is(i+1, "people", "men", "women", "children", "police", "dead", "more", "or", "new")
}

// glueWord reports a letter run written against the atom before it.
func (as atoms) glueWord(i int) bool { return i < len(as) && as[i].glued && as[i].kind == atomWord }

func fixedRange(end, y, z int) (timex, bool) {
	return timex{kind: timeDate, end: end, fixed: true, value: func(timeRef) string { return fmt.Sprintf("%04d/%04d", y, z) }}, true
}

// decadeAlone reads "the 1990s", "the late 1990s", "the '90s", "the nineties".
func decadeAlone(as atoms, i int) (timex, bool) {
	start := i
	i = as.skip(i, "the")
	if as.is(i, "early", "late", "mid") {
		i = as.skip(i+1, "-")
	}
	value := func(y, end int) (timex, bool) {
		return timex{kind: timeDate, end: end, fixed: true, value: func(timeRef) string { return fmt.Sprintf("%03d", y/10) }}, true
	}
	if y, ok := as.digitsAt(i, 4, 4); ok && y%10 == 0 {
		end := as.skip(i+1, "'", "’")
		if as.is(end, "s") && as[end].glued {
			return value(y, end+1)
		}
	}
	if start < i {
		if at := as.skip(i, "'", "’", "‘"); at > i {
			if y, ok := as.digitsAt(at, 2, 2); ok && y%10 == 0 && as.is(at+1, "s") {
				return value(1900+y, at+2)
			}
		}
		if n := decadeWords[as.word(i)]; n > 0 {
			return value(1900+n, i+1)
		}
	}
	return timex{}, false
}

// century reads "the 19th century".
func century(as atoms, i int) (timex, bool) {
	n, end, ok := as.ordinal(as.skip(as.skip(i, "the"), "early", "late", "mid", "-"))
	end = as.skip(end, "-")
	if !ok || !as.is(end, "century") {
		return timex{}, false
	}
	return timex{kind: timeDate, end: end + 1, fixed: true, value: func(timeRef) string { return fmt.Sprintf("%02d", n-1) }}, true
}

// feast reads "Christmas", "New Year's Eve".
func feast(as atoms, i int) (timex, bool) {
	if !as.capital(i) {
		return timex{}, false
	}
	for _, f := range feasts {
		end := as.seq(i, f.words)
		if end < 0 && strings.Contains(f.words, "'") {
			end = as.seq(i, strings.ReplaceAll(f.words, "'", "’"))
		}
		if end > 0 {
			y, next, dated := as.yearAt(end)
			return dayOfMonth(next, y, f.m, f.d, 0, dated)
		}
	}
	return timex{}, false
}
