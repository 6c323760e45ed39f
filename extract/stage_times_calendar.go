package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// civil is a calendar date of the precision the text gives: month and day are 0 when unknown, all are 0 for no date.
type civil struct{ y, m, d int }

// parseCivil reads "2023", "2023-03" or "2023-03-29", with anything behind a "T".
func parseCivil(s string) civil {
	s, _, _ = strings.Cut(s, "T")
	var c civil
	for n, part := range strings.SplitN(s, "-", 4) {
		v, err := strconv.Atoi(part)
		if err != nil || n == 0 && len(part) != 4 {
			break
		}
		switch n {
		case 0:
			c.y = v
		case 1:
			c.m = v
		case 2:
			c.d = v
		}
	}
	if c.y <= 0 || c.m < 0 || c.m > 12 || c.d < 0 || c.d > 31 {
		return civil{}
	}
	return c
}

func (c civil) known() bool { return c.y > 0 }

// full reports whether c is a day.
func (c civil) full() bool { return c.d > 0 }

// String is the ISO 8601 form of the precision c has, with X for an unknown year before a known month.
func (c civil) String() string {
	switch {
	case c.y == 0 && c.m == 0:
		return ""
	case c.y == 0 && c.d == 0:
		return fmt.Sprintf("XXXX-%02d", c.m)
	case c.y == 0:
		return fmt.Sprintf("XXXX-%02d-%02d", c.m, c.d)
	case c.m == 0:
		return fmt.Sprintf("%04d", c.y)
	case c.d == 0:
		return fmt.Sprintf("%04d-%02d", c.y, c.m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", c.y, c.m, c.d)
}

func (c civil) time() time.Time {
	return time.Date(c.y, time.Month(max(c.m, 1)), max(c.d, 1), 0, 0, 0, 0, time.UTC)
}

func civilOf(t time.Time) civil { return civil{t.Year(), int(t.Month()), t.Day()} }

func (c civil) addDays(n int) civil { return civilOf(c.time().AddDate(0, 0, n)) }

// addMonths keeps no day: a month from March 31 is April.
func (c civil) addMonths(n int) civil {
	months := c.y*12 + c.m - 1 + n
	return civil{y: months / 12, m: months%12 + 1}
}

// daysTo is the number of days from c to o.
func (c civil) daysTo(o civil) int { return int(o.time().Sub(c.time()).Hours() / 24) }

// week is the ISO week of c: "2023-W12".
func (c civil) week() string {
	y, w := c.time().ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

func (c civil) weekday() int { return int(c.time().Weekday()) }

// valid reports whether the calendar has such a day.
func (c civil) valid() bool {
	if c.m < 1 || c.m > 12 || c.d < 1 {
		return false
	}
	y := c.y
	if y == 0 {
		y = 2000 // a leap year
	}
	return civilOf(civil{y, c.m, c.d}.time()) == civil{y, c.m, c.d}
}

// tense is where a clause stands in time.
type tense uint8

const (
	tenseNone tense = iota
	tensePast
	tenseFuture
)

// timeRef is what a relative time is read against. An unknown date leaves what depends on it unresolved.
type timeRef struct {
	doc   civil // date of the document
	tense tense // of the clause
	prev  civil // the last date that the text named
}

// month ties a month, or a day of a month, without a year to the calendar: the latest in the past, the next in the
// future, the nearest when the tense does not tell.
func (ref timeRef) month(m, d int) civil {
	if !ref.doc.known() || ref.doc.m == 0 {
		return civil{0, m, d}
	}
	best, bestFar := civil{}, 1<<30
	for y := ref.doc.y - 1; y <= ref.doc.y+1; y++ {
		c := civil{y, m, d}
		if d > 0 && !c.valid() {
			continue
		}
		far := c.y*12 + c.m - ref.doc.y*12 - ref.doc.m // months ahead
		if d > 0 && ref.doc.full() {
			far = ref.doc.daysTo(c)
		}
		slack := 0
		if d > 0 {
			slack = 1 // over the date line
		}
		if ref.tense == tensePast && far > slack || ref.tense == tenseFuture && far < 0 {
			continue
		}
		if abs := max(far, -far); abs < bestFar {
			best, bestFar = c, abs
		}
	}
	return best
}

// weekdayDate ties a weekday to the calendar; step is -1 for the last one before the document, 1 for the next after it,
// 0 for the one the tense asks for, the document's own day included.
func (ref timeRef) weekdayDate(day, step int) civil {
	if !ref.doc.full() {
		return civil{}
	}
	back := (ref.doc.weekday() - day + 7) % 7
	switch {
	case step < 0 && back == 0:
		return ref.doc.addDays(-7)
	case step > 0 || step == 0 && ref.tense == tenseFuture && back > 0:
		return ref.doc.addDays(7 - back)
	}
	return ref.doc.addDays(-back)
}

// shift moves c by n of a unit and keeps the precision of the unit: two months before a day is a month.
func (c civil) shift(n int, unit string) string {
	switch unit {
	case "D":
		if c.full() {
			return c.addDays(n).String()
		}
	case "W":
		if c.full() {
			return c.addDays(7 * n).week()
		}
	case "M":
		if c.m > 0 {
			return c.addMonths(n).String()
		}
	case "Q":
		if c.m > 0 {
			q := c.addMonths(3 * n)
			return fmt.Sprintf("%04d-Q%d", q.y, (q.m+2)/3)
		}
	case "Y":
		if c.known() {
			return civil{y: c.y + n}.String()
		}
	case "E": // decade
		if c.known() {
			return fmt.Sprintf("%03d", c.y/10+n)
		}
	case "C": // century
		if c.known() {
			return fmt.Sprintf("%02d", c.y/100+n)
		}
	}
	return ""
}

// timePrecision names the precision of a TIMEX3 value.
func timePrecision(value string) string {
	value, _, _ = strings.Cut(value, "/")
	_, clock, timed := strings.Cut(value, "T")
	switch {
	case strings.HasSuffix(value, "_REF"):
		return ""
	case timed && strings.Contains(clock, ":"):
		return "minute"
	case timed:
		return "daypart"
	case strings.Contains(value, "-WE"):
		return "weekend"
	case strings.Contains(value, "-W"):
		return "week"
	case strings.Contains(value, "-Q"):
		return "quarter"
	case strings.Contains(value, "-H"):
		return "half"
	case len(value) == 7 && value[5] >= 'A':
		return "season"
	}
	return map[int]string{2: "century", 3: "decade", 4: "year", 7: "month", 10: "day"}[len(value)]
}
