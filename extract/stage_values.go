package extract

import "dictum/graph"

// The stage of values reads amounts: numbers in digits and words with what they count, money, percentages and measures.
// The value of "at least 15", "hundreds" or "between 5 and 10" is the least that the words allow. A number that is part of
// a name ("Resolution 1701"), of a time or of a result ("2-0") is no amount.
func init() {
	register(Stage{Name: "values", Needs: []Layer{Analysis, Times}, Gives: []Layer{Values}, Run: readValues})
}

const (
	valueQuantity = "QUANTITY"
	valueMoney    = "MONEY"
	valuePercent  = "PERCENT"
)

// amount is an amount over atoms [i, end).
type amount struct {
	kind  string
	value float64
	unit  string
	end   int
}

// amountReader reads the amounts of one sentence.
type amountReader struct {
	*State
	as atoms
}

func readValues(s *State) error {
	next := 0 // in Record.Times
	for i := range s.NLP.Sents {
		sent := &s.NLP.Sents[i]
		r := amountReader{s, atomize(s.NLP, sent.First, sent.Last)}
		for at := 0; at < len(r.as); {
			for next < len(s.Record.Times) && s.Record.Times[next].Span[1] <= r.as[at].start {
				next++
			}
			if next < len(s.Record.Times) && s.Record.Times[next].Span[0] <= r.as[at].start {
				at++
				continue
			}
			a, ok := r.amountAt(at)
			end := a.end
			if ok && next < len(s.Record.Times) && r.as[end-1].end > s.Record.Times[next].Span[0] {
				ok = false
			}
			if !ok {
				at++
				continue
			}
			s.Record.Values = append(s.Record.Values, graph.Value{
				Span: graph.Span{r.as[at].start, r.as[end-1].end}, Type: a.kind, Value: a.value, Unit: a.unit,
			})
			at = end
		}
	}
	return nil
}

// hedges may stand before an amount and belong to it.
var hedges = [...]string{
	"at least", "at most", "more than", "no more than", "less than", "fewer than", "as many as", "as much as", "up to", "just over",
	"just under", "well over", "close to", "about", "around", "nearly", "almost", "roughly", "approximately", "over", "under", "some",
	"an estimated", "estimated", "another", "only",
}

// amountAt reads an amount with its hedge: "at least 15 people", "between $5 and $10 million".
func (r *amountReader) amountAt(i int) (amount, bool) {
	at := i
	for _, h := range hedges {
		if end := r.as.seq(i, h); end > at {
			at = end
		}
	}
	if r.as.is(at, "between", "from") && (at > i || r.as.is(i, "between", "from")) {
		if a, ok := r.rangeOf(at + 1); ok {
			return a, true
		}
		return amount{}, false
	}
	if at == i && r.partOfWord(at) {
		return amount{}, false
	}
	a, ok := r.single(at)
	if !ok {
		return a, false
	}
	if r.as.dash(a.end) || r.as.is(a.end, "to") && !r.unitBehind(a) {
		if b, ok := r.single(a.end + 1); ok && !r.as.is(a.end+1, "a", "one") {
			return r.joinRange(a, b), b.value >= a.value || a.kind != valueQuantity
		}
	}
	return a, true
}

// unitBehind reports an amount that ends with the word of its unit: "rose 12 pence to 587" tells a step and a level, no range.
func (r *amountReader) unitBehind(a amount) bool {
	last := &r.as[a.end-1]
	return a.unit != "" && last.kind == atomWord && numberScales[last.low] == 0
}

// rangeOf reads "5 and 10 people" behind "between", "5 to 10" behind "from".
func (r *amountReader) rangeOf(i int) (amount, bool) {
	a, ok := r.single(i)
	if !ok || !r.as.is(a.end, "and", "to") {
		return a, false
	}
	b, ok := r.single(a.end + 1)
	return r.joinRange(a, b), ok
}

// joinRange is the lower end of a range with the kind, unit and scale of its upper end where it has none itself.
func (r *amountReader) joinRange(a, b amount) amount {
	if a.kind == valueQuantity && (a.unit == "" || a.unit == b.unit || b.kind != valueQuantity) {
		a.kind, a.unit = b.kind, b.unit
	}
	for _, scale := range []float64{1e3, 1e6, 1e9} {
		if a.value < 1000 && b.value >= scale && a.value*scale <= b.value && r.scaled(b.end) == scale {
			a.value *= scale // "5 to 10 million"
		}
	}
	a.end = b.end
	return a
}

// scaled is the scale word just before atom end, or one atom earlier.
func (r *amountReader) scaled(end int) float64 {
	for i := end - 1; i >= 0 && i >= end-2; i-- {
		if v := numberScales[r.as.word(i)]; v > 0 {
			return v
		}
	}
	return 0
}

// single reads one amount without a hedge.
func (r *amountReader) single(i int) (amount, bool) {
	if a, ok := r.moneyAt(i); ok {
		return a, true
	}
	if r.partOfWord(i) {
		return amount{}, false
	}
	n, ok := r.as.number(i)
	if !ok || r.designates(i, n.end) {
		return amount{}, false
	}
	a := amount{kind: valueQuantity, value: n.value, end: n.end}
	if end, ok := r.percentAt(n.end); ok {
		a.kind, a.unit, a.end = valuePercent, "percent", end
		return a, true
	}
	if r.measure(&a) {
		return a, true
	}
	if hyphened := r.as.dash(n.end) && n.end+1 < len(r.as) && r.as[n.end+1].glued; r.namesModel(i, n.end) && !hyphened {
		return a, false
	}
	if r.as.glueWord(n.end) {
		return a, false // 3G, 5th
	}
	return r.counted(i, a, n)
}

func (r *amountReader) percentAt(i int) (int, bool) {
	if r.as.is(i, "%", "percent", "pct") {
		return i + 1, true
	}
	if r.as.dash(i) && r.as.is(i+1, "percent") {
		return i + 2, true
	}
	for _, phrase := range []string{"per cent", "percentage points", "percentage point"} {
		if end := r.as.seq(i, phrase); end > 0 {
			return end, true
		}
	}
	return i, false
}

// partOfWord reports whether the atom at i goes on with a word or number before it: A330, F-16, 2.3.1.
func (r *amountReader) partOfWord(i int) bool {
	if i == 0 || i >= len(r.as) || !r.as[i].glued {
		return false
	}
	before := &r.as[i-1]
	switch {
	case before.kind != atomSign:
		return true
	case r.as.dash(i-1) || before.low == "." || before.low == "/" || before.low == ":" || before.low == "_" || before.low == "@":
		return before.glued
	}
	return false
}

// measure takes in a unit of the tables behind the number: "4GB", "3.5-inch", "30 km", "five million euros".
func (r *amountReader) measure(a *amount) bool {
	at := a.end
	if r.as.dash(at) && at+1 < len(r.as) && r.as[at+1].glued {
		at++
	}
	if at >= len(r.as) {
		return false
	}
	for _, u := range r.Know.Unit(r.as[at].text) {
		if u.Side == "before" || u.Kind == "time" || u.Kind == "percent" || u.Kind == "thing" && at == a.end {
			continue
		}
		if len(u.Form) <= 2 && !r.as[at].glued && !isShortUnit(u.Kind) {
			continue
		}
		a.unit = u.Unit
		if at > a.end || u.Kind != "person" && u.Kind != "thing" {
			a.end = at + 1 // "100-person", "30 km", but the number alone of "100 people"
		}
		switch {
		case u.Kind == "money":
			a.kind = valueMoney
			a.value *= factor(u.Factor)
		case u.Factor != 0 && u.Factor != 1:
			a.value *= u.Factor
		}
		return true
	}
	return false
}

func isShortUnit(kind string) bool {
	return kind == "length" || kind == "mass" || kind == "data" || kind == "speed" || kind == "power"
}

func factor(f float64) float64 {
	if f == 0 {
		return 1
	}
	return f
}
