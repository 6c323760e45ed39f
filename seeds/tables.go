package seeds

import "errors"

var (
	kindsOfCountry = []string{"state", "territory", "disputed", "former"}
	genders        = []string{"", "m", "f"}

	organisationKinds = []string{
		"intergovernmental", "alliance", "court", "agency", "party", "media", "company", "ngo", "armed-group",
		"military", "police", "parliament", "central-bank", "university", "union", "religious", "sport", "government", "think-tank", "exchange",
	}
)

const speechColumns = "class attitude target certainty polarity"

// tables lists every file that there must be, in the order of reading.
var tables = []table{
	{"countries.tsv", "name iso2 kind capital adjectives nouns aliases region wikidata source", 1, readCountry},
	{"places.tsv", "name kind country capital aliases ambiguous source", 3, readPlace},
	{"metonyms.tsv", "phrase actor source", 1, readMetonym},
	{"organisations.tsv", "name acronym aliases kind country members nominals ambiguous wikidata source", 1, readOrganisation},
	{"people.tsv", "name office affiliation from to gender aliases wikidata source", 4, readFigure},
	{"offices.tsv", "title kind precedes ambiguous many source", 1, readOffice},
	{"titles.tsv", "form long gender kind source", 1, readTitle},
	{"given_names.tsv", "name gender word source", 1, readGivenName},
	{"noun_kinds.tsv", "noun kinds generic headcount source", 1, readNounKind},
	{"blocs.tsv", "name source", 1, readBloc},
	{"documents.tsv", "noun source", 1, readDocument},
	{"nominals.tsv", "noun type plural collective source", 2, readNominal},
	{"speech_verbs.tsv", "lemma frame takes " + speechColumns + " source", 3, readSpeechVerb},
	{"speech_nouns.tsv", "noun verb takes " + speechColumns + " source", 1, readSpeechNoun},
	{"phrases.tsv", "phrase side " + speechColumns + " source", 1, readPhrase},
	{"noun_classes.tsv", "class nouns source", 1, readNounClass},
	{"verb_classes.tsv", "class verbs source", 1, readVerbClass},
	{"plover_verbs.tsv", frameColumns, 4, func(k *Knowledge, r row) error { return readFrame(&k.EventVerbs, r) }},
	{"plover_nouns.tsv", frameColumns, 4, func(k *Knowledge, r row) error { return readFrame(&k.EventNouns, r) }},
	{"veridicality.tsv", "lemma pos complement affirmed negated class source", 3, readVeridicality},
	{"units.tsv", "form unit kind factor side source", 2, readUnit},
	{"numbers.tsv", "word value kind source", 1, readNumber},
	{"calendar.tsv", "word kind value source", 1, readCalendarWord},
	{"irregular.tsv", "form pos lemma source", 3, readIrregular},
}

func readCountry(k *Knowledge, r row) error {
	f := r.fields
	k.Countries = append(k.Countries, Country{f[0], f[1], f[2], f[3], list(f[4]), list(f[5]), list(f[6]), f[7], f[8], f[9]})
	return firstOf(oneOf("kind", f[2], kindsOfCountry...), wikidata(f[8]))
}

func readPlace(k *Knowledge, r row) error {
	f := r.fields
	capital, err := yes("capital", f[3])
	ambiguous, err2 := yes("ambiguous", f[5])
	k.Places = append(k.Places, Place{f[0], f[1], f[2], list(f[4]), ambiguous, capital, f[6]})
	return firstOf(err, err2)
}

func readMetonym(k *Knowledge, r row) error {
	k.Metonyms = append(k.Metonyms, Metonym{r.fields[0], r.fields[1], r.fields[2]})
	return nil
}

func readOrganisation(k *Knowledge, r row) error {
	f := r.fields
	k.Organisations = append(k.Organisations, Organisation{
		f[0], f[1], list(f[2]), f[3], f[4], list(f[5]), list(f[6]), list(f[7]), f[8], f[9],
	})
	return firstOf(wikidata(f[8]), oneOf("kind", f[3], organisationKinds...))
}

func readFigure(k *Knowledge, r row) error {
	f := r.fields
	from, err := year("from", f[3])
	to, err2 := year("to", f[4])
	k.People = append(k.People, Figure{f[0], list(f[6]), f[5], f[1], f[2], from, to, f[7], f[8]})
	return firstOf(err, err2, oneOf("gender", f[5], genders...), wikidata(f[7]))
}

func readOffice(k *Knowledge, r row) error {
	f := r.fields
	precedes, err := yes("precedes", f[2])
	ambiguous, err2 := yes("ambiguous", f[3])
	many, err3 := yes("many", f[4])
	k.Offices = append(k.Offices, Office{f[0], f[1], precedes, ambiguous, many, f[5]})
	return firstOf(err, err2, err3, oneOf("kind", f[1], "political", "diplomatic", "military", "judicial", "police", "business", "media", "religious",
		"academic", "spokesperson", "royal", "sport", "union", "medical", "civil", "culture"))
}

func readTitle(k *Knowledge, r row) error {
	f := r.fields
	k.Titles = append(k.Titles, Title{f[0], f[1], f[2], f[3], f[4]})
	return firstOf(oneOf("gender", f[2], genders...),
		oneOf("kind", f[3], "civil", "political", "military", "religious", "noble", "academic", "judicial", "police"))
}

func readGivenName(k *Knowledge, r row) error {
	f := r.fields
	word, err := yes("word", f[2])
	k.GivenNames = append(k.GivenNames, GivenName{f[0], f[1], word, f[3]})
	return firstOf(err, oneOf("gender", f[1], "m", "f", "u"))
}

func readNominal(k *Knowledge, r row) error {
	f := r.fields
	plural, err := yes("plural", f[2])
	collective, err2 := yes("collective", f[3])
	k.Nominals = append(k.Nominals, Nominal{f[0], f[1], plural, collective, f[4]})
	return firstOf(err, err2, oneOf("type", f[1], "PER", "ORG", "NORP", "LOC"))
}

func readNounKind(k *Knowledge, r row) error {
	f := r.fields
	generic, err := yes("generic", f[2])
	headcount, err2 := yes("headcount", f[3])
	k.NounKinds = append(k.NounKinds, NounKind{f[0], list(f[1]), generic, headcount, f[4]})
	for _, kind := range list(f[1]) {
		if kind != "-" {
			err = firstOf(err, oneOf("kinds", kind, organisationKinds...))
		}
	}
	return firstOf(err, err2)
}

func readBloc(k *Knowledge, r row) error {
	k.Blocs = append(k.Blocs, Bloc{r.fields[0], r.fields[1]})
	return nil
}

func readDocument(k *Knowledge, r row) error {
	k.Documents = append(k.Documents, DocumentNoun{r.fields[0], r.fields[1]})
	return nil
}

// readSpeech reads the columns that speechColumns names.
func readSpeech(f []string) (Speech, error) {
	s := Speech{f[0], f[1], f[2], f[3], f[4]}
	if s.Class == "" {
		return s, errors.New("the column class is empty")
	}
	return s, firstOf(oneOf("attitude", s.Attitude, "", "support", "oppose"),
		oneOf("certainty", s.Certainty, "asserted", "hedged", "questioned"), oneOf("polarity", s.Polarity, "affirmed", "negated"))
}

func readSpeechVerb(k *Knowledge, r row) error {
	f := r.fields
	s, err := readSpeech(f[3:8])
	k.SpeechVerbs = append(k.SpeechVerbs, SpeechVerb{f[0], f[1], s, list(f[2]), f[8]})
	return err
}

func readSpeechNoun(k *Knowledge, r row) error {
	f := r.fields
	s, err := readSpeech(f[3:8])
	k.SpeechNouns = append(k.SpeechNouns, SpeechNoun{f[0], f[1], s, list(f[2]), f[8]})
	return err
}

func readPhrase(k *Knowledge, r row) error {
	f := r.fields
	s, err := readSpeech(f[2:7])
	k.Phrases = append(k.Phrases, Phrase{f[0], f[1], s, f[7]})
	return firstOf(err, oneOf("side", f[1], "after", "before", "inside"))
}

func readNounClass(k *Knowledge, r row) error {
	k.NounClasses = append(k.NounClasses, NounClass{r.fields[0], list(r.fields[1]), r.fields[2]})
	return nil
}

func readVerbClass(k *Knowledge, r row) error {
	k.VerbClasses = append(k.VerbClasses, VerbClass{r.fields[0], list(r.fields[1]), r.fields[2]})
	return nil
}

const frameColumns = "lemma particle prep object type mode target definition example source"

func readFrame(to *[]EventFrame, r row) error {
	f := r.fields
	*to = append(*to, EventFrame{
		Lemma: f[0], Particle: f[1], Prep: f[2], Object: f[3], Type: f[4], Mode: f[5], Target: f[6],
		Definition: f[7], Example: f[8], Source: f[9],
	})
	modes, ok := ploverModes[f[4]]
	if !ok {
		return errors.New("the column type is " + f[4] + "; want a PLOVER type or -")
	}
	return oneOf("mode", f[5], append([]string{""}, modes...)...)
}

// ploverModes lists the modes of each type; "-" marks uses without a type.
var ploverModes = map[string][]string{
	"-": nil, "AGREE": nil, "CONSULT": {"visit", "third-party", "multilateral", "phone"}, "SUPPORT": nil, "CONCEDE": nil,
	"COOPERATE": nil, "AID": nil, "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
	"REQUEST": {"assist", "change", "yield", "meet"}, "ACCUSE": {"disapprove", "allege", "investigate"},
	"REJECT":   {"assist", "change", "yield", "meet"},
	"THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
	"PROTEST":  {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
	"SANCTION": {"convict", "expel", "withdraw", "discontinue"},
	"MOBILIZE": {"troops", "weapons", "police", "militia"},
	"COERCE":   {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"},
	"ASSAULT": {
		"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
		"aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
	},
}

func readUnit(k *Knowledge, r row) error {
	f := r.fields
	factor, err := number("factor", f[3])
	k.Units = append(k.Units, Unit{f[0], f[2], f[1], factor, f[4], f[5]})
	return firstOf(err, oneOf("side", f[4], "", "before", "after", "both"))
}

func readNumber(k *Knowledge, r row) error {
	f := r.fields
	v, err := number("value", f[1])
	k.Numbers = append(k.Numbers, Number{f[0], v, f[2], f[3]})
	return firstOf(err, oneOf("kind", f[2], "cardinal", "ordinal", "multiplier", "fraction", "vague"))
}

func readCalendarWord(k *Knowledge, r row) error {
	f := r.fields
	k.Calendar = append(k.Calendar, CalendarWord{f[0], f[1], f[2], f[3]})
	return oneOf("kind", f[1], "month", "weekday", "season", "unit", "daypart", "deictic", "holiday")
}

func readIrregular(k *Knowledge, r row) error {
	f := r.fields
	k.Irregulars = append(k.Irregulars, Irregular{f[0], f[1], f[2], f[3]})
	return oneOf("pos", f[1], "VERB", "NOUN", "ADJ", "ADV")
}
