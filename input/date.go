package input

import (
	"strings"
	"time"
)

const dateHint = "write it like 2023-03-29"

// dateLayouts pairs what people and programmes write with the precision it has. Orders that can be misread (03/04/2023) are
// not among them.
var dateLayouts = []struct{ read, write string }{
	{"2006-01-02", time.DateOnly},
	{"2006-01", "2006-01"},
	{"2006", "2006"},
	{"20060102", time.DateOnly},
	{time.RFC3339Nano, time.DateOnly},
	{"2006-01-02T15:04:05", time.DateOnly},
	{"2006-01-02T15:04:05Z0700", time.DateOnly},
	{"2006-01-02T15:04", time.DateOnly},
	{"2006-01-02 15:04:05", time.DateOnly},
	{"2006-01-02 15:04:05Z07:00", time.DateOnly},
	{"2006-01-02 15:04", time.DateOnly},
	{time.RFC1123, time.DateOnly},
	{time.RFC1123Z, time.DateOnly},
	{"January 2, 2006", time.DateOnly},
	{"January 2 2006", time.DateOnly},
	{"2 January 2006", time.DateOnly},
	{"2 January, 2006", time.DateOnly},
	{"Jan 2, 2006", time.DateOnly},
	{"Jan 2 2006", time.DateOnly},
	{"2 Jan 2006", time.DateOnly},
	{"Monday, January 2, 2006", time.DateOnly},
	{"Monday, 2 January 2006", time.DateOnly},
	{"January 2006", "2006-01"},
}

// ParseDate reads a date that stands alone and gives it in ISO 8601, in the precision it has: a year, a month, or a day. A time
// of day is dropped, the day being the one that is written.
func ParseDate(s string) (iso string, ok bool) {
	s = strings.TrimSpace(s)
	for _, l := range dateLayouts {
		if t, err := time.Parse(l.read, s); err == nil && t.Year() > 0 {
			return t.Format(l.write), true
		}
	}
	return "", false
}
