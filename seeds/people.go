package seeds

// Office is the title of an office, as lower-case words: "deputy foreign minister".
type Office struct {
	Title    string
	Kind     string // political, diplomatic, military, …
	Precedes bool   // stands before names: "President Macron", but not "mother of two"
	// Ambiguous says that the title is more often another word: major, general, forward.
	Ambiguous bool
	Many      bool // of which a country has several: "the Armenian minister" is somebody, but the words alone do not say who
	Source    string
}

// Title is a form of address: Mr., Gen., Pope. Form is as written; the look-up does not mind dots.
type Title struct {
	Form   string
	Long   string // General for Gen.; "" when Form is the long one
	Gender string // m, f or ""
	Kind   string // civil, political, military, religious, noble, academic, judicial, police
	Source string
}

// GivenName is a first name.
type GivenName struct {
	Name   string
	Gender string // m, f, or u for both
	Word   bool   // also an ordinary word: Will, Hope, Grant
	Source string
}

// Nominal is a common noun for a person, a group or a place.
type Nominal struct {
	Noun       string
	Type       string // PER ORG NORP LOC
	Plural     bool   // only in the plural: troops
	Collective bool   // one word for many: police, army
	Source     string
}

// NounKind says of a common noun for bodies which of them it is used for.
type NounKind struct {
	Noun      string
	Kinds     []string // of Organisation.Kind; nil for companies, "-" for none
	Generic   bool     // takes up any organisation named before: "the group"
	Headcount bool     // people are counted behind it: "a mission of 100 people"
	Source    string
}

// NounKind gives what is known of a noun for bodies, by its lemma.
func (k *Knowledge) NounKind(noun string) *NounKind { return k.nounKinds[Fold(noun)] }

// Bloc is a part of the world that news tells of as one who acts: "the West", "the Global South". Written with the article; the second
// word may begin with a small letter.
type Bloc struct {
	Name   string
	Source string
}

// Bloc gives the bloc of this name, without its article.
func (k *Knowledge) Bloc(name string) *Bloc { return k.blocs[Fold(name)] }

// DocumentNoun is a common noun for something written, recorded or found out, which news cites as a source: report, survey, data.
type DocumentNoun struct {
	Noun   string
	Source string
}

// IsDocument reports whether a noun, by its lemma, is one for a document.
func (k *Knowledge) IsDocument(noun string) bool { return k.documents[Fold(noun)] != nil }

// Office gives the office with this title, in the singular and without the article.
func (k *Knowledge) Office(words string) *Office {
	for _, e := range k.Gazetteer.Lookup(words) {
		if e.Kind == KindOffice {
			return e.Office
		}
	}
	return nil
}

// Title gives the form of address that a word is.
func (k *Knowledge) Title(word string) *Title { return k.titles[Fold(word)] }

// IsTitle reports whether a word is a form of address or an office of one word that stands before names.
func (k *Knowledge) IsTitle(word string) bool {
	if k.Title(word) != nil {
		return true
	}
	o := k.Office(word)
	return o != nil && o.Precedes
}

// GivenName gives the first name.
func (k *Knowledge) GivenName(word string) *GivenName { return k.given[Fold(word)] }

// Nominal gives the readings of a noun (its lemma, or the plural of one that has no singular).
func (k *Knowledge) Nominal(noun string) []*Nominal { return k.nominals[Fold(noun)] }
