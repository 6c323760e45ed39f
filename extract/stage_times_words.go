package extract

import "strings"

var monthWords = wordNumbers("january february march april may june july august september october november december",
	"jan feb mar apr may jun jul aug sep oct nov dec", "- - - - - - - - sept - - -")

var weekdayWords = map[string]int{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

var seasonWords = map[string]string{"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

var partWords = map[string]string{"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}

// timeUnits are units of durations: the ISO 8601 designator, how many of it, whether it goes behind the T.
var timeUnits = map[string]struct {
	sign string
	n    float64
	time bool
}{
	"year": {"Y", 1, false}, "yr": {"Y", 1, false}, "month": {"M", 1, false}, "week": {"W", 1, false}, "day": {"D", 1, false},
	"fortnight": {"W", 2, false}, "decade": {"Y", 10, false}, "century": {"Y", 100, false},
	"hour": {"H", 1, true}, "hr": {"H", 1, true}, "minute": {"M", 1, true}, "min": {"M", 1, true}, "second": {"S", 1, true},
}

// stepUnits are the units one can go back and forth by: what civil.shift takes.
var stepUnits = map[string]string{
	"year": "Y", "month": "M", "week": "W", "day": "D", "decade": "E", "century": "C", "quarter": "Q", "fortnight": "F",
}

var timeZones = map[string]string{"utc": "Z", "gmt": "Z", "z": "Z"}

// feasts fall on the same day every year.
var feasts = []struct {
	words string
	m, d  int
}{
	{"new year ' s day", 1, 1},
	{"new year ' s eve", 12, 31},
	{"christmas day", 12, 25},
	{"christmas eve", 12, 24},
	{"christmas", 12, 25},
	{"boxing day", 12, 26},
	{"valentine ' s day", 2, 14},
	{"may day", 5, 1},
	{"halloween", 10, 31},
}

var decadeWords = map[string]int{
	"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}

// stepWords say which year, month or week is meant, from now; leanWords the same, from the date named last.
var (
	stepWords = map[string]int{"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "past": -1}
	leanWords = map[string]int{"following": 1, "previous": -1, "preceding": -1, "same": 0, "next": 1}
)

var setWords = map[string]string{
	"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
	"nightly": "P1D", "hourly": "PT1H",
}

// deicticForms are the days told from today.
var deicticForms = []struct {
	words string
	days  int
	part  string
}{
	{"the day before yesterday", -2, ""},
	{"the day after tomorrow", 2, ""},
	{"today", 0, ""},
	{"yesterday", -1, ""},
	{"tomorrow", 1, ""},
	{"tonight", 0, "TNI"},
	{"last night", -1, "TNI"},
	{"overnight", 0, "TNI"},
	{"this morning", 0, "TMO"},
	{"this afternoon", 0, "TAF"},
	{"this evening", 0, "TEV"},
}

// vagueForms are words for now, once and some day.
var vagueForms = [][2]string{
	{"at the moment", "PRESENT_REF"},
	{"at present", "PRESENT_REF"},
	{"currently", "PRESENT_REF"},
	{"presently", "PRESENT_REF"},
	{"nowadays", "PRESENT_REF"},
	{"right now", "PRESENT_REF"},
	{"now", "PRESENT_REF"},
	{"these days", "PRESENT_REF"},
	{"more recently", "PAST_REF"},
	{"recently", "PAST_REF"},
	{"in the past", "PAST_REF"},
	{"lately", "PAST_REF"},
	{"in the future", "FUTURE_REF"},
	{"in the near future", "FUTURE_REF"},
	{"the near future", "FUTURE_REF"},
}

// timeStarters are the words that an expression can begin with; digits can as well.
var timeStarters = timeStartWords()

func timeStartWords() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`a an the one half several few many some early late mid midway earlier later last next this past
		previous coming current following preceding same that every each once twice per noon midday midnight q today yesterday tomorrow tonight overnight`) {
		set[w] = true
	}
	for _, words := range []map[string]int{monthWords, weekdayWords, ordinals, decadeWords} {
		for w := range words {
			set[w] = true
		}
	}
	for _, words := range []map[string]string{seasonWords, partWords, setWords} {
		for w := range words {
			set[w] = true
		}
	}
	for _, words := range []map[string]float64{numberUnits, numberTens, numberPlurals} {
		for w := range words {
			set[w] = true
		}
	}
	for w := range timeUnits {
		set[w], set[w+"s"] = true, true
	}
	set["centuries"] = true
	first := func(phrase string) { w, _, _ := strings.Cut(phrase, " "); set[w] = true }
	for _, f := range vagueForms {
		first(f[0])
	}
	for _, f := range feasts {
		first(f.words)
	}
	return set
}

// wordNumbers numbers the words of each line from 1.
func wordNumbers(lines ...string) map[string]int {
	m := map[string]int{}
	for _, line := range lines {
		for i, w := range strings.Fields(line) {
			if w != "-" {
				m[w] = i + 1
			}
		}
	}
	return m
}

// unitOf is a time unit without its plural ending, and whether it had one.
func unitOf(word string) (unit string, plural bool) {
	if word == "centuries" {
		return "century", true
	}
	if _, ok := timeUnits[word]; ok {
		return word, false
	}
	if single, ok := strings.CutSuffix(word, "s"); ok {
		if _, ok := timeUnits[single]; ok {
			return single, true
		}
	}
	return "", false
}
