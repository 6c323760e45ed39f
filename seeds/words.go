package seeds

// Unit is a word, sign or abbreviation that says what an amount counts.
type Unit struct {
	Form   string // as written: dollars, $, km, troops
	Kind   string // money, length, area, mass, volume, time, energy, power, speed, temperature, data, person, percent, thing
	Unit   string // what it is: USD, kilometre, person
	Factor float64
	Side   string // before or after the number, both, or ""
	Source string
}

// Number is a number word.
type Number struct {
	Word   string
	Value  float64
	Kind   string // cardinal, ordinal, multiplier (million), fraction (half), vague (dozens)
	Source string
}

// CalendarWord is a word for a month, a weekday, a season, or a span of time.
type CalendarWord struct {
	Word   string
	Kind   string // month, weekday, season, unit, daypart, deictic, holiday
	Value  string // TIMEX3 piece: 03, 1 (Monday), SP, P1W, TMO; days from today for deictic words
	Source string
}

// Irregular is a form that the rules of a lemmatizer miss.
type Irregular struct {
	Form   string
	Pos    string // VERB NOUN ADJ ADV
	Lemma  string
	Source string
}

// Unit gives the readings of a form as written; the case of letters counts only where two differ.
func (k *Knowledge) Unit(form string) []*Unit { return k.units[form] }

// Number gives the value of a number word in small letters.
func (k *Knowledge) Number(word string) *Number { return k.numbers[word] }

// CalendarWord gives the month, weekday or the like, in small letters and without a dot.
func (k *Knowledge) CalendarWord(word string) *CalendarWord { return k.calendar[word] }

// Irregular gives the readings of a form in small letters.
func (k *Knowledge) Irregular(form string) []*Irregular { return k.irregulars[form] }
