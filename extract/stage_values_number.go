package extract

// number is a number read from digits or words.
type number struct {
	value  float64
	end    int  // the atom after it
	vague  bool // "hundreds", "several": value is the least it can mean
	pinned bool // a word or article that counts only before something countable ("a", "several")
}

var numberUnits = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19,
}

var numberTens = map[string]float64{
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var numberScales = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"mln": 1e6, "bln": 1e9, "trn": 1e12, "mn": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12, "score": 20, "lakh": 1e5, "crore": 1e7,
}

// plural scales without a number before them: at least one of the scale
var numberPlurals = map[string]float64{
	"dozens": 12, "scores": 20, "tens": 10, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}

// number reads the longest number at i.
//
//	number   = digits [scales] | words | plural {"of" plural} ["of"] | article scale | "half" article scale | number part [scales]
//	part     = "and a half" | "and one half" | ["-"] digits "/" digits
//	words    = below100 ["hundred" [["and"] below100]] {scale [["and"] words]}
func (as atoms) number(i int) (number, bool) {
	if n, ok := as.pluralNumber(i); ok {
		return n, true
	}
	if n, ok := as.articleNumber(i); ok {
		return n, true
	}
	if i < len(as) && as[i].kind == atomDigits {
		n := number{value: as[i].num, end: i + 1}
		if f, end := as.fraction(i); end > 0 && as.is(end, "pct", "percent", "point", "points") {
			return number{value: f, end: end}, true
		}
		n.addFraction(as)
		n.addScales(as)
		return n, true
	}
	n, ok := as.wordNumber(i)
	if !ok || fractionPlurals[as.word(n.end)] || as.dash(n.end) && fractionPlurals[as.word(n.end+1)] {
		return n, false // two thirds are no two of anything
	}
	n.addFraction(as)
	n.addScales(as)
	return n, ok
}

// fractionPlurals are parts of a whole that are counted.
var fractionPlurals = wordSet("thirds fifths sixths sevenths eighths ninths tenths sixteenths hundredths thousandths")

// fraction reads 7/8, whose parts are those of prices and rates: halves, thirds, … sixty-fourths; end is 0 where there is none.
func (as atoms) fraction(i int) (value float64, end int) {
	if i+2 >= len(as) || !as[i].whole || as[i+1].text != "/" || !as[i+2].whole || !as[i+1].glued || !as[i+2].glued {
		return 0, 0
	}
	if i+3 < len(as) && as[i+3].glued && as[i+3].text == "/" {
		return 0, 0 // 7/8/07
	}
	switch part, of := as[i].num, as[i+2].num; of {
	case 2, 3, 4, 5, 8, 10, 16, 32, 64:
		if part > 0 && part < of {
			return part / of, i + 3
		}
	}
	return 0, 0
}

// pluralNumber reads "hundreds", "tens of thousands".
func (as atoms) pluralNumber(i int) (number, bool) {
	v, ok := numberPlurals[as.word(i)]
	if !ok {
		return number{}, false
	}
	n := number{value: v, end: i + 1, vague: true}
	for as.is(n.end, "of") {
		more, ok := numberPlurals[as.word(n.end+1)]
		if !ok {
			break
		}
		n.value *= more
		n.end += 2
	}
	return n, true
}

// articleNumber reads "a dozen", "half a million", "a few hundred", "several thousand", "a couple".
func (as atoms) articleNumber(i int) (number, bool) {
	switch {
	case as.is(i, "half") && as.is(i+1, "a") && numberScales[as.word(i+2)] > 0:
		return number{value: numberScales[as.word(i+2)] / 2, end: i + 3}, true
	case as.is(i, "a") && as.is(i+1, "half") && as.is(i+2, "million", "billion", "dozen"):
		return number{value: numberScales[as.word(i+2)] / 2, end: i + 3}, true
	case as.is(i, "a", "one") && as.is(i+1, "couple"):
		return number{value: 2, end: i + 2, vague: true}, true
	case as.is(i, "a") && numberScales[as.word(i+1)] > 0:
		n := number{value: 1, end: i + 1}
		n.addScales(as)
		return n, true
	}
	from, n := i, number{value: 2, vague: true, pinned: true}
	from = as.skip(from, "a")
	switch {
	case as.is(from, "few") || from == i && as.is(i, "several"):
		n.end = from + 1
		before := n.end
		n.addScales(as)
		return n, n.end > before
	}
	return number{}, false
}

// wordNumber reads a number in words below a scale, with "hundred".
func (as atoms) wordNumber(i int) (number, bool) {
	n, ok := as.below100(i)
	if !ok {
		return n, false
	}
	if as.is(n.end, "hundred") {
		n.value *= 100
		n.end++
		rest := as.skip(n.end, "and")
		if more, ok := as.below100(rest); ok {
			n.value += more.value
			n.end = more.end
		}
	}
	return n, true
}

func (as atoms) below100(i int) (number, bool) {
	if v, ok := numberUnits[as.word(i)]; ok {
		return number{value: v, end: i + 1}, true
	}
	v, ok := numberTens[as.word(i)]
	if !ok {
		return number{}, false
	}
	next := i + 1
	if as.dash(next) {
		next++
	}
	if u, ok := numberUnits[as.word(next)]; ok && u > 0 && u < 10 {
		return number{value: v + u, end: next + 1}, true
	}
	return number{value: v, end: i + 1}, true
}

// addFraction reads what may follow a whole number: "and a half", "and one-half", 1/2, -7/8.
func (n *number) addFraction(as atoms) {
	for _, half := range []string{"and a half", "and one half", "and one - half"} {
		if end := as.seq(n.end, half); end > 0 {
			n.value += 0.5
			n.end = end
			return
		}
	}
	at := n.end
	if at == 0 || as[at-1].kind != atomDigits || !as[at-1].whole {
		return
	}
	if as.dash(at) && at+1 < len(as) && as[at].glued && as[at+1].glued {
		at++
	}
	if f, end := as.fraction(at); end > 0 && (at > n.end || !as[at].glued) {
		n.value += f
		n.end = end
	}
}

// addScales multiplies by the scales that follow, and adds what follows a scale in words ("two thousand three hundred").
func (n *number) addScales(as atoms) {
	for {
		at := n.end
		if as.dash(at) && at+1 < len(as) && as[at+1].glued {
			at++
		}
		scale := numberScales[as.word(at)]
		if scale == 0 || as.is(at, "score") {
			return
		}
		n.value *= scale
		n.end = at + 1
		if scale < 1000 || as[at-1].kind == atomDigits {
			continue
		}
		rest := as.skip(n.end, "and")
		if more, ok := as.wordNumber(rest); ok {
			if next := numberScales[as.word(more.end)]; next > 1 && next < scale {
				more.value *= next
				more.end++
			}
			if more.value < scale {
				n.value += more.value
				n.end = more.end
			}
		}
	}
}

// ordinal reads "third", "20th"; the number and the atom after it.
func (as atoms) ordinal(i int) (int, int, bool) {
	if v, ok := ordinals[as.word(i)]; ok {
		return v, i + 1, true
	}
	if i+1 < len(as) && as[i].kind == atomDigits && as[i].whole && as[i+1].glued && as.is(i+1, "st", "nd", "rd", "th") {
		return int(as[i].num), i + 2, true
	}
	return 0, i, false
}
