package link

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// When is the stretch of days in which an event was, as far as its document tells. Days are counted from 1970-01-01.
type When struct {
	From, To int
	Dated    bool // the text tells it; else it is taken from the date of the document
}

// longest is the longest stretch that still tells two events apart or together: a month.
const longest = 31

// lookBack is how many days before a report without a date of its own an event may have been.
const lookBack = 2

// days is the number of days of a stretch.
func (w When) days() int { return w.To - w.From + 1 }

func (w When) overlaps(o When) bool { return w.From <= o.To && o.From <= w.To }

func weekOf(day int) int {
	if day < 0 {
		return (day - 6) / 7
	}
	return day / 7
}

// readWhen takes the times of an event, if they are known to a month, else the day of its document. It reports false when it
// has neither.
func readWhen(stamps []string, published string) (When, bool) {
	var told []When
	for _, s := range stamps {
		if w, ok := parse(s); ok {
			w.Dated = true
			told = append(told, w)
		}
	}
	if len(told) > 0 {
		w := told[0]
		for _, o := range told[1:] {
			w.From, w.To = min(w.From, o.From), max(w.To, o.To)
		}
		return w, w.days() <= longest
	}
	w, ok := parse(published)
	if !ok || len(stamps) > 0 || w.days() > 1 { // news of an unknown day of a month can be any news
		return w, false
	}
	w.From -= lookBack
	return w, true
}

var (
	isoDay   = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$`)
	isoMonth = regexp.MustCompile(`^(\d{4})-(\d\d)$`)
	isoWeek  = regexp.MustCompile(`^(\d{4})-W(\d\d)(-WE)?$`)
	isoYear  = regexp.MustCompile(`^(\d{4})(?:-.*)?$`)
)

// parse reads a date of TIMEX3: days, weeks, weekends, months and ranges of them exactly; what is longer becomes its year.
func parse(s string) (When, bool) {
	if first, last, ok := strings.Cut(s, "/"); ok {
		from, okFrom := parse(first)
		to, okTo := parse(last)
		return When{From: from.From, To: to.To}, okFrom && okTo && from.From <= to.To
	}
	if m := isoDay.FindStringSubmatch(s); m != nil {
		d := dayOf(atoi(m[1]), atoi(m[2]), atoi(m[3]))
		return When{From: d, To: d}, true
	}
	if m := isoMonth.FindStringSubmatch(s); m != nil && slices.Contains(months, m[2]) {
		year, month := atoi(m[1]), atoi(m[2])
		return When{From: dayOf(year, month, 1), To: dayOf(year, month+1, 0)}, true
	}
	if m := isoWeek.FindStringSubmatch(s); m != nil {
		jan4 := dayOf(atoi(m[1]), 1, 4)
		monday := jan4 - (jan4+3)%7 + 7*(atoi(m[2])-1) // 1970-01-01 was a Thursday
		if m[3] != "" {
			return When{From: monday + 5, To: monday + 6}, true
		}
		return When{From: monday, To: monday + 6}, true
	}
	if m := isoYear.FindStringSubmatch(s); m != nil {
		return When{From: dayOf(atoi(m[1]), 1, 1), To: dayOf(atoi(m[1]), 12, 31)}, true
	}
	return When{}, false
}

var months = strings.Fields("01 02 03 04 05 06 07 08 09 10 11 12")

func dayOf(year, month, day int) int {
	return int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// atoi reads digits that a pattern has found.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
