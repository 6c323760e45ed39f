package extract

import (
	"fmt"
	"strings"
)

// clock is a time of day.
type clock struct {
	hour, minute int
	zone         string // "" or "Z"
	end          int
}

func (c clock) String() string { return fmt.Sprintf("T%02d:%02d%s", c.hour, c.minute, c.zone) }

// clockAt reads "18:00 UTC", "3 p.m.", "3:30pm local time", "1800 GMT", "5 o'clock", "noon".
func (as atoms) clockAt(i int) (clock, bool) {
	if as.is(i, "noon", "midday") {
		return clock{hour: 12, end: i + 1}, true
	}
	if as.is(i, "midnight") {
		return clock{hour: 24, end: i + 1}, true
	}
	h, ok := as.digitsAt(i, 1, 4)
	if !ok {
		return clock{}, false
	}
	c, sure := clock{hour: h, end: i + 1}, false
	if len(as[i].low) <= 2 && as.is(i+1, ":", ".") && as[i+1].glued {
		if m, ok := as.digitsAt(i+2, 2, 2); ok && as[i+2].glued {
			c.minute, c.end, sure = m, i+3, as.is(i+1, ":")
			if s, ok := as.digitsAt(c.end+1, 2, 2); ok && as.is(c.end, ":") && s < 60 {
				c.end += 2
			}
		}
	} else if i < len(as) && !as[i].whole {
		return clock{}, false
	}
	if len(as[i].low) > 2 { // 1800 GMT
		if _, ok := timeZones[as.word(i+1)]; !ok || len(as[i].low) != 4 {
			return clock{}, false
		}
		c.hour, c.minute = h/100, h%100
	}
	if half, end, ok := as.halfDay(c.end); ok && c.hour <= 12 {
		c.hour = c.hour%12 + half
		c.end, sure = end, true
	} else if end := as.seq(c.end, "o ' clock"); end > 0 {
		c.end, sure = end, true
	} else if end := as.seq(c.end, "o ’ clock"); end > 0 {
		c.end, sure = end, true
	}
	c, zoned := as.zone(c)
	return c, (sure || zoned) && c.hour <= 24 && c.minute < 60
}

// halfDay reads am, pm, a.m., p.m.: hours to add.
func (as atoms) halfDay(i int) (int, int, bool) {
	n := 0
	switch as.word(i) {
	case "am", "a":
	case "pm", "p":
		n = 12
	default:
		return 0, i, false
	}
	if strings.HasSuffix(as.word(i), "m") {
		return n, i + 1, true
	}
	if as.is(i+1, ".") && as.is(i+2, "m") {
		return n, as.skip(i+3, "."), true
	}
	return 0, i, false
}

func (as atoms) zone(c clock) (clock, bool) {
	if z, ok := timeZones[as.word(c.end)]; ok {
		c.zone = z
		c.end++
		return c, true
	}
	if end := as.seq(c.end, "local time"); end > 0 {
		c.end = end
		return c, true
	}
	if as.is(c.end, "est", "edt", "pst", "pdt", "cet", "cest", "bst", "ist", "msk", "et", "pt") && as.capital(c.end) {
		c.end++
		return c, true
	}
	return c, false
}

// clockTime reads a time of day with the day behind it: "3 p.m. on Monday".
func clockTime(as atoms, i int) (timex, bool) {
	c, ok := as.clockAt(i)
	if !ok {
		return timex{}, false
	}
	if day, ok := dayBehind(as, as.skip(as.skip(c.end, ","), "on")); ok {
		return timedDay(day.end, day, c), true
	}
	return timex{kind: timeTime, end: c.end, value: func(ref timeRef) string {
		if ref.prev.full() {
			return ref.prev.String() + c.String()
		}
		if ref.doc.full() {
			return ref.doc.String() + c.String()
		}
		return c.String()
	}}, true
}

// datedClock reads "Monday at 3 p.m.".
func datedClock(as atoms, i int) (timex, bool) {
	day, ok := dayBehind(as, i)
	if !ok {
		return timex{}, false
	}
	c, ok := as.clockAt(as.skip(as.skip(day.end, ","), "at"))
	if !ok {
		return timex{}, false
	}
	return timedDay(c.end, day, c), true
}

func dayBehind(as atoms, i int) (timex, bool) {
	best, found := timex{}, false
	for _, rule := range []timeRule{monthDate, dayMonth, weekdayDate, deicticDay, isoDate} {
		if t, ok := rule(as, i); ok && t.end > best.end && t.kind == timeDate {
			best, found = t, true
		}
	}
	return best, found
}

func timedDay(end int, day timex, c clock) timex {
	return timex{kind: timeTime, end: end, fixed: day.fixed, value: func(ref timeRef) string { return day.value(ref) + c.String() }}
}

// dayPart reads "Monday morning" of a date, "in the evening", "the morning of March 20", "at dawn".
func dayPart(as atoms, i int) (timex, bool) {
	if end := as.skip(i, "the"); partWords[as.word(end)] != "" {
		part := partWords[as.word(end)]
		if as.is(end+1, "of") {
			if day, ok := dayBehind(as, end+2); ok {
				return timex{kind: timeTime, end: day.end, fixed: day.fixed, value: func(ref timeRef) string { return day.value(ref) + part }}, true
			}
		}
		if end > i && as.is(i-1, "in", "during") {
			return timex{kind: timeTime, end: end + 1, value: func(ref timeRef) string {
				if ref.prev.full() {
					return ref.prev.String() + part
				}
				return ""
			}}, true
		}
		return timex{}, false
	}
	day, ok := dayBehind(as, i)
	if !ok || partWords[as.word(day.end)] == "" {
		return timex{}, false
	}
	part := partWords[as.word(day.end)]
	return timex{kind: timeTime, end: day.end + 1, fixed: day.fixed, value: func(ref timeRef) string { return day.value(ref) + part }}, true
}
