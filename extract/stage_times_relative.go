package extract

import (
	"fmt"
	"strings"
)

// weekdayDate reads "Monday", "next Monday", "Monday, March 20, 2023" and "Monday night".
func weekdayDate(as atoms, i int) (timex, bool) {
	at, step := i, 0
	coming := as.is(i, "this") // the coming one, unless the clause tells the past
	switch {
	case as.is(i, "last", "past", "previous"):
		at, step = i+1, -1
	case as.is(i, "next", "coming"):
		at, step = i+1, 1
	case coming:
		at = i + 1
	}
	day, ok := weekdayWords[as.word(at)]
	if !ok || !as.capital(at) {
		return timex{}, false
	}
	end := at + 1
	for _, rule := range []timeRule{monthDate, dayMonth, isoDate} {
		next := as.skip(as.skip(end, ","), "the")
		if t, ok := rule(as, next); ok && strings.ContainsAny(as[t.end-1].low, "0123456789") || ok && t.end > next+1 {
			return t, true
		}
	}
	part := partWords[as.word(end)]
	kind := timeDate
	if part != "" {
		end++
		kind = timeTime
	}
	return timex{kind: kind, end: end, value: func(ref timeRef) string {
		if coming && ref.tense != tensePast {
			ref.tense = tenseFuture
		}
		c := ref.weekdayDate(day, step)
		if !c.known() {
			return fmt.Sprintf("XXXX-WXX-%d%s", (day+6)%7+1, part)
		}
		return c.String() + part
	}}, true
}

// deicticDay reads "today", "yesterday morning", "the day before yesterday", "tonight", "last night".
func deicticDay(as atoms, i int) (timex, bool) {
	for _, f := range deicticForms {
		end := as.seq(i, f.words)
		if end < 0 {
			continue
		}
		part := f.part
		if p := partWords[as.word(end)]; p != "" && part == "" {
			part = p
			end++
		}
		kind := timeDate
		if part != "" {
			kind = timeTime
		}
		return timex{kind: kind, end: end, value: func(ref timeRef) string {
			if !ref.doc.full() {
				return ""
			}
			return ref.doc.addDays(f.days).String() + part
		}}, true
	}
	return timex{}, false
}

// stepped reads "last year", "next month", "this week", "the current quarter", "last September", "this summer".
func stepped(as atoms, i int) (timex, bool) {
	at := as.skip(i, "the")
	step, ok := stepWords[as.word(at)]
	if !ok {
		return timex{}, false
	}
	at++
	word := as.word(at)
	if m, end, ok := as.monthAt(at); ok {
		return date(end, func(ref timeRef) string { return ref.stepMonth(m, step) })
	}
	if s, ok := seasonWords[word]; ok {
		return date(at+1, func(ref timeRef) string { return ref.season(s, step) })
	}
	if word == "weekend" {
		return date(at+1, func(ref timeRef) string {
			if !ref.doc.full() {
				return ""
			}
			if step == 0 && ref.tense == tensePast && ref.doc.weekday() >= 1 && ref.doc.weekday() <= 3 {
				step = -1 // on a Monday, "this weekend" that was
			}
			return ref.doc.addDays(7*step).week() + "-WE"
		})
	}
	unit, ok := stepUnits[word]
	if !ok || unit == "F" || unit == "D" || as.is(at-1, "past") {
		return timex{}, false
	}
	return date(at+1, func(ref timeRef) string { return ref.doc.shift(step, unit) })
}

func (ref timeRef) stepMonth(m, step int) string {
	if ref.doc.m == 0 {
		return civil{m: m}.String()
	}
	y := ref.doc.y
	switch {
	case step < 0 && m >= ref.doc.m:
		y--
	case step > 0 && m <= ref.doc.m:
		y++
	}
	return civil{y: y, m: m}.String()
}

// season is a season of a year by step and tense. Winter is counted to the year it begins in.
func (ref timeRef) season(s string, step int) string {
	if !ref.doc.known() {
		return "XXXX-" + s
	}
	begins := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[s]
	y := ref.doc.y
	over := ref.doc.m >= begins+3 // it is past this year
	under := ref.doc.m >= begins  // it has begun
	switch {
	case step < 0 && !over || step == 0 && ref.tense == tensePast && !under:
		y--
	case step > 0 && under:
		y++
	}
	return fmt.Sprintf("%04d-%s", y, s)
}

// modified reads "earlier this month", "Later in November", "late last year", "mid-September", "the end of 2022",
// "the first half of the year": the value is that of the date inside.
func modified(as atoms, i int) (timex, bool) {
	at, half, later := i, "", false
	switch {
	case as.is(i, "early", "late", "mid", "midway", "earlier", "later"):
		at = as.skip(i+1, "-", "in", "on")
		_, _, month := as.monthAt(at)
		later = as.is(i, "later") && as.is(i+1, "in") && month
	default:
		at = as.skip(i, "the")
		switch {
		case as.is(at, "beginning", "end", "start", "middle", "close", "turn", "rest", "course") && as.is(at+1, "of"):
			at += 2
		case as.is(at, "first", "second", "latter") && as.is(at+1, "half") && as.is(at+2, "of"):
			half = "-H1"
			if !as.is(at, "first") {
				half = "-H2"
			}
			at += 3
		default:
			return timex{}, false
		}
	}
	inner, ok := datePart(as, at)
	if !ok {
		return timex{}, false
	}
	return timex{kind: timeDate, end: inner.end, fixed: inner.fixed, value: func(ref timeRef) string {
		if later && ref.prev.known() && ref.prev.y >= ref.doc.y-1 {
			ref.doc, ref.tense = ref.prev, tenseFuture // "Later in November": the first one behind the date just named
			if ref.doc.m == 0 {
				ref.doc.m = 1
			}
		}
		v := inner.value(ref)
		if half != "" && len(v) != 4 {
			return v
		}
		return v + half
	}}, true
}

// datePart is a date that a modifier can stand before.
func datePart(as atoms, i int) (timex, bool) {
	if as.is(i, "the") && as.is(i+1, "year", "month", "week", "decade", "century", "quarter") {
		unit := stepUnits[as.word(i+1)]
		return date(i+2, func(ref timeRef) string { return ref.doc.shift(0, unit) })
	}
	if t, ok := yearAfter(as, i); ok {
		return t, true
	}
	best, found := timex{}, false
	for _, rule := range []timeRule{monthDate, dayMonth, stepped, decadeAlone, century, weekdayDate, seasonOf, deicticDay, quarterOf} {
		if t, ok := rule(as, i); ok && t.end > best.end {
			best, found = t, true
		}
	}
	return best, found
}

// yearAfter reads a bare year behind a word that asks for one.
func yearAfter(as atoms, i int) (timex, bool) {
	if y, ok := as.digitsAt(i, 4, 4); ok && 1000 <= y && y <= 2100 && !as.glueWord(i+1) {
		return fixedDate(i+1, civil{y: y})
	}
	return timex{}, false
}

// quarterOf reads "the third quarter of 2022", "Q3 2022", "fourth quarter".
func quarterOf(as atoms, i int) (timex, bool) {
	at := as.skip(i, "the")
	n, end, ok := as.ordinal(at)
	switch {
	case ok && n <= 4 && as.is(as.skip(end, "-"), "quarter"):
		end = as.skip(end, "-") + 1
	case as.is(at, "q") && at+1 < len(as) && as[at+1].glued && as[at+1].num >= 1 && as[at+1].num <= 4:
		n, end = int(as[at+1].num), at+2
	default:
		return timex{}, false
	}
	if y, next, ok := as.yearAt(end); ok {
		return timex{kind: timeDate, end: next, fixed: true, value: func(timeRef) string { return fmt.Sprintf("%04d-Q%d", y, n) }}, true
	}
	step := 0
	if as.is(end, "of") {
		if t, ok := stepped(as, end+1); ok && as.is(t.end-1, "year") {
			step = stepWords[as.word(as.skip(end+1, "the"))]
			end = t.end
		}
	}
	return date(end, func(ref timeRef) string { return ref.quarter(n, step) })
}

// quarter is the n-th quarter: of the year that step asks for, or the last one that has begun.
func (ref timeRef) quarter(n, step int) string {
	if ref.doc.m == 0 {
		return fmt.Sprintf("XXXX-Q%d", n)
	}
	y := ref.doc.y + step
	if step == 0 && ref.tense != tenseFuture && 3*(n-1)+1 > ref.doc.m {
		y--
	}
	return fmt.Sprintf("%04d-Q%d", y, n)
}

// seasonOf reads "spring 2021", "the summer of 2019", "in winter".
func seasonOf(as atoms, i int) (timex, bool) {
	at := as.skip(i, "the")
	s, ok := seasonWords[as.word(at)]
	if !ok {
		return timex{}, false
	}
	if y, end, ok := as.yearAt(at + 1); ok {
		return timex{kind: timeDate, end: end, fixed: true, value: func(timeRef) string { return fmt.Sprintf("%04d-%s", y, s) }}, true
	}
	if !as.is(i-1, "in", "during", "since", "until", "by") || as.is(at, "fall", "spring") && at == i {
		return timex{}, false
	}
	return date(at+1, func(ref timeRef) string { return ref.season(s, 0) })
}

// anaphoric reads what leans on the last date named: "the next day", "the same month", "that year", "a day earlier".
func anaphoric(as atoms, i int) (timex, bool) {
	at := as.skip(i, "the")
	step, ok := leanWords[as.word(at)]
	if as.is(i, "that") {
		at, ok = i, true
	}
	if !ok || as.is(at, "next") && (at == i || !as.is(at+1, "day")) {
		return timex{}, false
	}
	unit, ok := stepUnits[as.word(at+1)]
	if !ok {
		if p := partWords[as.word(at+1)]; p != "" && as.is(at, "that", "same") {
			return timex{kind: timeTime, end: at + 2, value: func(ref timeRef) string {
				if !ref.prev.full() {
					return ""
				}
				return ref.prev.String() + p
			}}, true
		}
		return timex{}, false
	}
	return date(at+2, func(ref timeRef) string { return ref.prev.shift(step, unit) })
}

// vagueTime reads words for now, once and some day.
func vagueTime(as atoms, i int) (timex, bool) {
	for _, f := range vagueForms {
		if end := as.seq(i, f[0]); end > 0 {
			if _, ok := as.number(end); ok && as.is(end-1, "past") || as.dash(end) && as[end].glued {
				continue
			}
			if unit, _ := unitOf(as.word(end)); unit != "" && as.is(end-1, "past", "future") {
				continue // "in the past decade"
			}
			return date(end, func(timeRef) string { return f[1] })
		}
	}
	return timex{}, false
}
