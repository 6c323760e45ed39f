// Package seeds holds what is known before reading: countries, places, organisations, offices, names, nouns for people and
// groups, verbs of speech and of events, units, irregular forms, public figures. It is general knowledge, one line a fact in
// knowledge/*.tsv, embedded in the programme; knowledge/README.md says what each table holds and where it comes from.
//
// It does not read text: a look-up answers for a word or a phrase, and the caller decides whether the text means it.
//
// Start reading at Load. A fact is added as a line of a table; a new table is a type with its look-up and one entry in tables.
package seeds

import "sync"

// Knowledge is the loaded tables. It is read only and shared by many goroutines. Look-ups fold names (see Fold) and return
// nil, or an empty list, for what nobody knows; what they return belongs to the Knowledge and must not be changed.
type Knowledge struct {
	Countries      []Country
	Places         []Place
	Metonyms       []Metonym
	Organisations  []Organisation
	Offices        []Office
	Titles         []Title
	GivenNames     []GivenName
	Nominals       []Nominal
	NounKinds      []NounKind
	Documents      []DocumentNoun
	Blocs          []Bloc
	SpeechVerbs    []SpeechVerb
	SpeechNouns    []SpeechNoun
	Phrases        []Phrase
	EventVerbs     []EventFrame
	EventNouns     []EventFrame
	NounClasses    []NounClass
	VerbClasses    []VerbClass
	Veridicalities []Veridicality
	Units          []Unit
	Numbers        []Number
	Calendar       []CalendarWord
	Irregulars     []Irregular
	People         []Figure

	// Gazetteer finds the names of countries, places, organisations, people, and the words for offices in running text.
	Gazetteer *Gazetteer

	given       map[string]*GivenName
	titles      map[string]*Title
	nominals    map[string][]*Nominal
	nounKinds   map[string]*NounKind
	documents   map[string]*DocumentNoun
	blocs       map[string]*Bloc
	speech      map[string][]*SpeechVerb
	speechN     map[string][]*SpeechNoun
	verbs       map[string][]*EventFrame
	nouns       map[string][]*EventFrame
	classes     map[string]*NounClass
	verbClasses map[string]map[string]bool
	veridical   map[veridicalKey]*Veridicality
	units       map[string][]*Unit
	numbers     map[string]*Number
	calendar    map[string]*CalendarWord
	irregulars  map[string][]*Irregular
	iso2        map[string]*Country
}

// Load gives the embedded tables. They are read once; later calls get the same value.
func Load() (*Knowledge, error) { return embedded() }

var embedded = sync.OnceValues(func() (*Knowledge, error) {
	rows, err := embeddedRows()
	if err != nil {
		return nil, err
	}
	return build(rows)
})

// LoadDir gives the embedded tables together with those of a folder, whose files have the names and the columns of ours. A
// line with a key that we have replaces ours; lines need not be sorted. An error names the file and the line.
func LoadDir(dir string) (*Knowledge, error) {
	rows, err := embeddedRows()
	if err != nil {
		return nil, err
	}
	if err := mergeDir(rows, dir); err != nil {
		return nil, err
	}
	return build(rows)
}

// reserve makes room for all lines at once.
func (k *Knowledge) reserve(rows map[string][]row) {
	k.Countries = make([]Country, 0, len(rows["countries.tsv"]))
	k.Places = make([]Place, 0, len(rows["places.tsv"]))
	k.Organisations = make([]Organisation, 0, len(rows["organisations.tsv"]))
	k.People = make([]Figure, 0, len(rows["people.tsv"]))
	k.Offices = make([]Office, 0, len(rows["offices.tsv"]))
	k.GivenNames = make([]GivenName, 0, len(rows["given_names.tsv"]))
	k.Nominals = make([]Nominal, 0, len(rows["nominals.tsv"]))
	k.SpeechVerbs = make([]SpeechVerb, 0, len(rows["speech_verbs.tsv"]))
	k.EventVerbs = make([]EventFrame, 0, len(rows["plover_verbs.tsv"]))
	k.EventNouns = make([]EventFrame, 0, len(rows["plover_nouns.tsv"]))
	k.Veridicalities = make([]Veridicality, 0, len(rows["veridicality.tsv"]))
	k.Units = make([]Unit, 0, len(rows["units.tsv"]))
	k.Irregulars = make([]Irregular, 0, len(rows["irregular.tsv"]))
}

// build makes the typed tables and then the look-ups, which point into them.
func build(rows map[string][]row) (*Knowledge, error) {
	k := &Knowledge{}
	k.reserve(rows)
	for i := range tables {
		t := &tables[i]
		for _, r := range rows[t.file] {
			if err := t.read(k, r); err != nil {
				return nil, r.errorf(t, "%w", err)
			}
		}
	}
	if err := k.resolve(rows); err != nil {
		return nil, err
	}
	k.index()
	return k, nil
}
