package resolve

import (
	"cmp"
	"strconv"
)

// years is the time of an office, from the first to the last year that is known of it; 0 for an end that is not.
type years struct{ first, last int }

// yearsOf is what a document's own words tell of the time.
func yearsOf(t *Term) years {
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			return 0
		}
		return n
	}
	return years{number(t.From), number(t.To)}
}

// closed fills in the end that is not known of an office of the past: the other end, or, of one that began, the year before the report.
func (y years) closed(report int) years {
	return years{cmp.Or(y.first, y.last), cmp.Or(y.last, max(y.first, report-1))}
}

// hold notes that an office was held in these years, as well as in those known before.
func (f *facts) hold(title string, y years) {
	if f.held == nil {
		f.held = map[string]years{}
	}
	if old, ok := f.held[title]; ok {
		if old.first != 0 && (y.first == 0 || old.first < y.first) {
			y.first = old.first
		}
		y.last = max(old.last, y.last)
	}
	f.held[title] = y
}

// sameTime reports whether two held an office at the same time, the year before and after included. Nothing is known of the time of a
// past office without years; one of an undated report is taken to be held whenever the other was.
func sameTime(a, b *facts, title string) bool {
	x, known := a.held[title]
	y, also := b.held[title]
	if !known || !also {
		return false
	}
	if x.first == 0 || y.first == 0 {
		return true
	}
	return x.first <= y.last+1 && y.first <= x.last+1
}
