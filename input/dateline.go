package input

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// dateline is what stands before the first sentence of a report. The zero value is none.
type dateline struct {
	Year, Month, Day int // 0 = not given
	Agency           string
}

// The forms of a dateline are fixed by custom, as those of a date are; the words after it are left alone.
var (
	months = `(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|` +
		`January|February|March|April|August|September|October|November|December)\.?`
	calendar = `(?:(?P<month1>` + months + `) (?P<day1>\d{1,2})(?:,? (?P<year1>\d{4}))?` +
		`|(?P<day2>\d{1,2}) (?P<month2>` + months + `)(?:,? (?P<year2>\d{4}))?)`
	weekday  = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?`
	iso      = `(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})`
	place    = `\p{Lu}[\p{L}'’.-]*(?:[ /]\p{Lu}[\p{L}'’.-]*){0,4}(?:, \p{Lu}[\p{L}. ]{1,30})?`
	capitals = `\p{Lu}[\p{Lu}'’. /-]{2,40}(?:, \p{Lu}[\p{L}. ]{1,30})?`
	agency   = `\((?P<agency>[^()\n]{2,40})\)`
	slashed  = `/(?P<agency>[^/\n]{2,40})/`
	dash     = `[ \t]*(?:[—–]|--?)[ \t]`

	datelineForms = compile(
		`^[Dd][Aa][Tt][Ee]:?[ \t]+`+iso+`\b`,                         // date 2023-03-29 The …
		`^`+weekday+calendar+`$`,                                     // March 29, 2023
		`^`+iso+`(?:$|[ \t]*[—–-][ \t])`,                             // 2023-03-29
		`^`+place+`, `+weekday+calendar+`(?:[ \t]*`+agency+`)?`+dash, // YEREVAN, March 29 (Agency) — The …
		`^`+place+`,? `+agency+`,? `+calendar+dash,                   // YEREVAN (Agency), 29 March 2023 — The …
		`^`+place+`, `+calendar+`\.?[ \t]*`+slashed+`\.?[ \t]`,       // MOSCOW, March 29. /AGENCY/. The …
		`^`+capitals+` `+agency+dash,                                 // MOSCOW (Agency) - The …
	)
)

func compile(forms ...string) []*regexp.Regexp {
	out := make([]*regexp.Regexp, len(forms))
	for i, f := range forms {
		out[i] = regexp.MustCompile(f)
	}
	return out
}

// findDateline looks at the first lines of a text, past headline and byline.
func findDateline(text string) dateline {
	for range 4 {
		var line string
		line, text = nextLine(text)
		if found := parseDateline(line); found != (dateline{}) {
			return found
		}
		if !isHeadline(line) {
			break
		}
	}
	return dateline{}
}

// parseDateline reads the dateline that a line begins with, if any.
func parseDateline(line string) dateline {
	for _, form := range datelineForms {
		m := form.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		var d dateline
		for i, name := range form.SubexpNames() {
			if m[i] == "" {
				continue
			}
			switch strings.TrimRight(name, "12") {
			case "year":
				d.Year, _ = strconv.Atoi(m[i])
			case "month":
				d.Month = monthNumber(m[i])
			case "day":
				d.Day, _ = strconv.Atoi(m[i])
			case "agency":
				d.Agency = strings.TrimSpace(m[i])
			}
		}
		if d.valid() {
			return d
		}
	}
	return dateline{}
}

func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(m.String(), s[:3]) {
			return int(m)
		}
	}
	return 0
}

// valid refuses days that no calendar has. Without a year February may have 29.
func (d dateline) valid() bool {
	if d.Month == 0 {
		return d.Day == 0
	}
	y := d.Year
	if y == 0 {
		y = 2000
	}
	t := time.Date(y, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return int(t.Month()) == d.Month && t.Day() == d.Day
}

// date is the dateline's date where it has a year. One without a year takes the year that brings it nearest to known, and is
// known itself where there is no dateline; nothing is made up when known is "".
func (d dateline) date(known string) string {
	switch {
	case d.Month == 0:
		return known
	case d.Year != 0:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case known == "":
		return ""
	}
	if t, err := time.Parse("2006", known); err == nil {
		d.Year = t.Year()
		if d.valid() {
			return d.date("")
		}
		return known
	}
	base, err := time.Parse(time.DateOnly, known)
	if err != nil {
		if base, err = time.Parse("2006-01", known); err != nil {
			return known
		}
	}
	best, distance := known, time.Duration(1<<62)
	for y := base.Year() - 1; y <= base.Year()+1; y++ {
		d.Year = y
		if !d.valid() {
			continue
		}
		if away := time.Date(y, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Sub(base).Abs(); away < distance {
			best, distance = d.date(""), away
		}
	}
	return best
}
