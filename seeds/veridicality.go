package seeds

// What a complement is called in the table of veridicality; the other names are prepositions.
const (
	Infinitive = "infinitive"
	Bare       = "bare" // an infinitive without "to"
	Gerund     = "gerund"
	Clause     = "clause"     // a finite one
	Object     = "object"     // any noun phrase that is the direct object, or the subject of a passive
	Indefinite = "indefinite" // one that speaks of nothing known
	Subject    = "subject"
)

// Veridicality says what a word implies of what it governs, when it is affirmed itself and when it is negated: who manages to
// leave leaves, who does not manage does not.
type Veridicality struct {
	Lemma, Pos, Complement string
	Affirmed, Negated      Implied
	Class                  string
	Source                 string
}

// Implied is what follows for the complement of a word.
type Implied string

// The values of Implied.
const (
	Happens  Implied = "yes"
	Not      Implied = "no"
	Fact     Implied = "fact"     // it is taken for granted, whatever is said of the governing word
	Plan     Implied = "plan"     // it is looked forward to
	Will     Implied = "will"     // it is planned by those who would do it
	PlanNot  Implied = "plan-not" // it is not planned
	May      Implied = "may"
	MayNot   Implied = "may-not"
	WhenPast Implied = "past" // it happened where the governing word is in the past tense, else it may
)

var implied = []string{
	string(Happens), string(Not), string(Fact), string(Plan), string(Will), string(PlanNot), string(May), string(MayNot), string(WhenPast),
}

type veridicalKey struct{ lemma, pos, complement string }

// Veridical gives what a verb, noun or adj implies of a complement, or nil. A particle stands behind the lemma: give_up.
func (k *Knowledge) Veridical(lemma, pos, complement string) *Veridicality {
	return k.veridical[veridicalKey{lemma, pos, complement}]
}

func readVeridicality(k *Knowledge, r row) error {
	f := r.fields
	k.Veridicalities = append(k.Veridicalities, Veridicality{f[0], f[1], f[2], Implied(f[3]), Implied(f[4]), f[5], f[6]})
	return firstOf(oneOf("pos", f[1], "verb", "noun", "adj"), oneOf("affirmed", f[3], implied...), oneOf("negated", f[4], implied...))
}
