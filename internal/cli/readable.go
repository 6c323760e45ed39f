package cli

import (
	"regexp"
	"slices"
	"strings"

	"dictum/queries"
)

// readable is a row as people read it: "2 years" for the duration P2Y. Formats that programmes read keep the ISO value.
func readable(ans *queries.Answer, row []string) []string {
	out := slices.Clone(row)
	for j := range out {
		if ans.Kind(j) == queries.Duration {
			out[j] = durationWords(out[j])
		}
	}
	return out
}

var isoDuration = regexp.MustCompile(`^P((?:[0-9X.]+[YMWD]|[0-9X.]+[DC]E)*)(?:T((?:[0-9X.]+[HMS])*))?$`)

var durationPart = regexp.MustCompile(`([0-9X.]+)([A-Z]+)`)

// unitWords are the letters of a duration before and after its T; DE and CE are TIMEX3's decades and centuries.
var unitWords = [2]map[string]string{
	{"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century"},
	{"H": "hour", "M": "minute", "S": "second"},
}

// durationWords spells an ISO 8601 duration out: P1Y6M is "1 year 6 months", PXD "some days". What is none comes back as it is.
func durationWords(iso string) string {
	m := isoDuration.FindStringSubmatch(iso)
	if m == nil {
		return iso
	}
	var out []string
	for half, part := range m[1:] {
		for _, p := range durationPart.FindAllStringSubmatch(part, -1) {
			out = append(out, counted(p[1], unitWords[half][p[2]]))
		}
	}
	if len(out) == 0 {
		return iso
	}
	return strings.Join(out, " ")
}

// counted is a number with its unit; X stands for a number nobody gave.
func counted(n, unit string) string {
	switch {
	case n == "1":
		return n + " " + unit
	case strings.Contains(n, "X"):
		n = "some"
	}
	if stem, ok := strings.CutSuffix(unit, "y"); ok && !strings.HasSuffix(unit, "day") {
		return n + " " + stem + "ies"
	}
	return n + " " + unit + "s"
}
