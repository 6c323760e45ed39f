package extract

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"dictum/graph"
)

// Each case is a text and what must come out of it, one claim a line:
//
//	WORDS = ID|ID         the mention that reads WORDS (WORDS#2: the second one) is this actor, or that
//	WORDS = -             no mention that reads WORDS has an actor
//	ID: TITLE             the actor holds this office
//	ID @ ID               the actor belongs to that one
//	ID is TYPE            PER ORG LOC NORP MISC
//	no ID                 nothing is this actor
var actorCases = []struct{ name, text, want string }{
	{
		"a noun behind a name says what sort of body it is",
		"The Nordmark banking group said it would cut jobs. The Nordmark unit in Riga will stay.",
		`The Nordmark banking group = actor:nordmark
		it = actor:nordmark`,
	},
	{
		"a noun in front of a place says what sort of place it is",
		"Police searched houses in the state of Veracruz, southern Mexico, on Friday.",
		`the state of Veracruz = place:veracruz
		Mexico = actor:mexico`,
	},
	{
		"the end of a name with a particle",
		"Reserve Bank governor Pieter de Klerk welcomed the deal. De Klerk said it was fair, and de Klerk's deputy agreed.",
		`De Klerk = actor:pieter-de-klerk
		de Klerk = actor:pieter-de-klerk`,
	},
	{
		"a firm without its founder's initials",
		"J.R. Corman Co Inc opened a plant in Ohio. Corman said it would hire workers.",
		`Corman = actor:jr-corman-co-inc`,
	},
	{
		"a surname that is a country's name",
		"Michael Jordan scored 40 points in Chicago. Jordan said his knee hurt.",
		`Jordan = actor:michael-jordan
		no actor:jordan`,
	},
	{
		"the end of the name of a known body",
		"The International Committee of the Red Cross sent aid to Mali. The Red Cross said that roads were closed.",
		`Red Cross = actor:international-committee-of-the-red-cross`,
	},
	{
		"a name that the tagger cut before the legal form",
		"Privately-held Piper Aircraft Corp said it would hire workers. The company gave no date.",
		`Piper Aircraft Corp = actor:piper-aircraft-corp
		The company = actor:piper-aircraft-corp`,
	},
	{
		"office, demonym and name",
		"Turkish Foreign Minister Hakan Fidan arrived in Cairo on Monday. Fidan said Turkey was ready to help.",
		`Hakan Fidan = actor:hakan-fidan
		Fidan = actor:hakan-fidan
		Turkish = actor:turkey
		actor:hakan-fidan: Foreign Minister
		actor:hakan-fidan @ actor:turkey
		Cairo = place:cairo`,
	},
	{
		"possessive country and deputy",
		"Norway's Deputy Defence Minister Anne Hagen rejected the plan. “We will not pay,” Hagen said.",
		`actor:anne-hagen: Deputy Defence Minister
		actor:anne-hagen @ actor:norway
		Hagen = actor:anne-hagen`,
	},
	{
		"apposition after the name",
		"Pedro Costa, the foreign minister of Portugal, met reporters in Lisbon. He said the talks had failed.",
		`actor:pedro-costa: foreign minister
		actor:pedro-costa @ actor:portugal
		the foreign minister of Portugal = actor:pedro-costa
		He = actor:pedro-costa
		Lisbon = place:lisbon`,
	},
	{
		"apposition before the name",
		"Denmark's prime minister, Lars Holm, opened the conference. The prime minister warned of a long winter.",
		`actor:lars-holm: prime minister
		actor:lars-holm @ actor:denmark
		The prime minister = actor:lars-holm`,
	},
	{
		"respective coordination",
		"The Greek and Turkish defence ministers, Nikos Papas and Murat Demir, met in Geneva on Friday.",
		`actor:nikos-papas: defence minister
		actor:murat-demir: defence minister
		actor:nikos-papas @ actor:greece
		actor:murat-demir @ actor:turkey`,
	},
	{
		"one office for two",
		"Senators Alice Brown and Peter Lang asked the company for an answer.",
		`actor:alice-brown: Senator
		actor:peter-lang: Senator`,
	},
	{
		"organisation before the office",
		"NATO Secretary General Jens Stoltenberg visited Warsaw earlier this month.",
		`actor:jens-stoltenberg: Secretary General
		actor:jens-stoltenberg @ actor:north-atlantic-treaty-organization
		Warsaw = place:warsaw`,
	},
	{
		"copula",
		"Maria Silva is the head of the Brazilian central bank. Silva spoke in Brasilia.",
		`actor:maria-silva: head`,
	},
	{
		"acronym in brackets",
		"The Baltic Seafood Association (BSA) criticised the quotas. The BSA said its members would lose millions.",
		`BSA = actor:baltic-seafood-association
		BSA#2 = actor:baltic-seafood-association
		its = actor:baltic-seafood-association`,
	},
	{
		"known acronym",
		"The European Union has sent observers. The EU did not say how long they would stay.",
		`European Union = actor:european-union
		EU = actor:european-union`,
	},
	{
		"capital that speaks and capital where one is",
		"Ankara rejected the accusation. Demonstrators gathered in Ankara on Sunday.",
		`Ankara = actor:turkey
		Ankara#2 = place:ankara`,
	},
	{
		"according to a capital",
		"According to Tehran, the ship had entered Iranian waters.",
		`Tehran = actor:iran
		Iranian = actor:iran`,
	},
	{
		"a government's decision, a city's airport",
		"Moscow's decision surprised the diplomats. Moscow's airports were closed for two hours.",
		`Moscow = actor:russia
		Moscow#2 = place:moscow`,
	},
	{
		"talks between capitals",
		"Relations between Baku and Yerevan have been tense since September.",
		`Baku = actor:azerbaijan
		Yerevan = actor:armenia`,
	},
	{
		"to condemn and to visit",
		"The parliament condemned Tehran for the attack. The minister will visit Tehran in May.",
		`Tehran = actor:iran
		Tehran#2 = place:tehran`,
	},
	{
		"a government is its country",
		"The Armenian government and the opposition have been at odds since Monday. Yerevan denied it.",
		`The Armenian government = actor:armenia
		Yerevan = actor:armenia`,
	},
	{
		"forces are an actor of their own",
		"Azerbaijani forces shelled two villages on Tuesday, local officials said.",
		`Azerbaijani forces = actor:azerbaijani-forces
		actor:azerbaijani-forces @ actor:azerbaijan`,
	},
	{
		"a ministry belongs to its country",
		"The Russian Foreign Ministry summoned the ambassador. The ministry said the remarks were unacceptable.",
		`The ministry = actor:russian-foreign-ministry
		actor:russian-foreign-ministry @ actor:russia`,
	},
	{
		"two Koreas",
		"North Korea fired a missile on Thursday. South Korea protested. South Korean officials said the missile flew 400 kilometres.",
		`North Korea = actor:north-korea
		South Korea = actor:south-korea
		South Korean officials = actor:south-korean-officials
		actor:south-korean-officials @ actor:south-korea`,
	},
	{
		"two people of one surname",
		"John Carter and Emily Carter both testified. Mr. Carter spoke for an hour. Ms. Carter declined to answer.",
		`Carter = actor:john-carter
		Carter#2 = actor:emily-carter`,
	},
	{
		"a surname alone",
		"Kowalski said the factory would close. He blamed the government.",
		`Kowalski = actor:kowalski
		He = actor:kowalski`,
	},
	{
		"a middle initial",
		"President John F. Kennedy spoke in Berlin. John Kennedy was cheered. Kennedy smiled.",
		`John F. Kennedy = actor:john-f-kennedy
		John Kennedy = actor:john-f-kennedy
		Kennedy = actor:john-f-kennedy`,
	},
	{
		"pronouns of two genders",
		"Angela Braun met David Cole in Vienna. She asked him to stay. He refused.",
		`She = actor:angela-braun
		him = actor:david-cole
		He = actor:david-cole`,
	},
	{
		"possessive pronoun of a company",
		"Boeing said on Monday that it had delayed its new aircraft.",
		`Boeing = actor:boeing
		it = actor:boeing
		its = actor:boeing`,
	},
	{
		"it that stands for nothing",
		"France said it was likely that it would rain in Paris.",
		`it#2 = -`,
	},
	{
		"the one who is quoted does not say he of himself",
		"Anna Lind met Tom Berg on Friday. “He was very tired,” Lind said.",
		`He = actor:tom-berg`,
	},
	{
		"the company",
		"Volkswagen will close a plant in Germany. The company said demand had fallen.",
		`The company = actor:volkswagen`,
	},
	{
		"the alliance",
		"Ukraine has asked NATO for help. The alliance will answer next week.",
		`The alliance = actor:north-atlantic-treaty-organization`,
	},
	{
		"the country",
		"Chile raised its interest rate again. The country has the highest inflation in thirty years.",
		`The country = actor:chile
		its = actor:chile`,
	},
	{
		"a known description",
		"Armenia left the meeting early. The Russia-led security bloc did not comment.",
		`The Russia-led security bloc = actor:collective-security-treaty-organization`,
	},
	{
		"people of a nation",
		"Three Armenians were killed when Azerbaijani troops opened fire.",
		`Armenians = actor:armenians
		actor:armenians is NORP`,
	},
	{
		"a spokeswoman of a ministry",
		"Foreign Ministry spokeswoman Maria Zakharova accused the West of lying. She gave no details.",
		`actor:maria-zakharova: spokeswoman
		She = actor:maria-zakharova`,
	},
	{
		"White House at and from",
		"The White House said the sanctions would stay. Reporters waited at the White House.",
		`White House = actor:united-states`,
	},
	{
		"an office that nobody is named for",
		"Thailand's foreign minister said the border would stay closed.",
		`Thailand's foreign minister = actor:foreign-minister-of-thailand
		actor:foreign-minister-of-thailand @ actor:thailand
		actor:foreign-minister-of-thailand is PER`,
	},
	{
		"a deputy is not the minister",
		"Russia's Deputy Foreign Minister Ivan Orlov arrived in Delhi. The foreign minister stayed in Moscow.",
		`The foreign minister = -
		actor:ivan-orlov: Deputy Foreign Minister`,
	},
	{
		"a former office",
		"Former Italian Prime Minister Carlo Neri died on Sunday.",
		`actor:carlo-neri: Former Italian Prime Minister|Former Prime Minister|Prime Minister
		actor:carlo-neri @ actor:italy`,
	},
	{
		"a public figure by surname, where the country is named",
		"Armenia will not leave the alliance, Pashinyan told reporters on Friday.",
		`Pashinyan = actor:nikol-pashinyan`,
	},
	{
		"the same surname where nothing speaks for the figure",
		"Merkel opened a bakery in Ohio. Merkel said business was good.",
		`Merkel = actor:merkel`,
	},
	{
		"acronym that the document explains otherwise",
		"The Rural Artists Foundation (RAF) opened an exhibition. The RAF said entry was free.",
		`RAF = actor:rural-artists-foundation
		RAF#2 = actor:rural-artists-foundation`,
	},
	{
		"guest and name",
		"His guest, the actress Nina Hart, laughed as she told the story.",
		`she = actor:nina-hart`,
	},
	{
		"the object does what the clause tells",
		"Serbia accused Kosovo of hiding its plans.",
		`its = actor:kosovo`,
	},
	{
		"officials with one as an example",
		"Several statements by Georgian government officials, especially Prime Minister Irakli Melua, angered the opposition.",
		`actor:irakli-melua: Prime Minister
		actor:irakli-melua @ actor:georgia`,
	},
	{
		"a hyphenated surname",
		"Foreign Minister Karim Haddad-Nasser arrived on Friday. Haddad-Nasser gave no interview.",
		`Haddad-Nasser = actor:karim-haddad-nasser`,
	},
	{
		"an office tells husband and wife apart",
		"Michelle Obama spoke in Iowa. Michelle Obama praised the crowd. President Obama was in Ohio.",
		`Obama = actor:barack-obama
		Michelle Obama = actor:michelle-obama`,
	},
	{
		"a description, a comma and the name",
		"According to Peru's Interior Minister, Tomas Quispe, the plants were burnt.",
		`actor:tomas-quispe: Interior Minister
		actor:tomas-quispe @ actor:peru`,
	},
	{
		"Georgia in America",
		"Georgia Governor Mark Hill vetoed the bill in Atlanta. Georgia has lost jobs to Alabama, U.S. officials said.",
		`Georgia = place:georgia
		actor:mark-hill: Governor
		actor:mark-hill @ place:georgia
		no actor:georgia`,
	},
	{
		"Georgia in the Caucasus",
		"Georgia accused Russia of moving the fence near Tskhinvali. Tbilisi summoned the envoy.",
		`Georgia = actor:georgia
		Tbilisi = actor:georgia
		no place:georgia`,
	},
	{
		"Georgia and the United States",
		"Georgia asked the United States for help. Georgian officials flew to Washington.",
		`Georgia = actor:georgia
		Georgian officials = actor:georgian-officials`,
	},
	{
		"Austria and Australia",
		"Austria beat Australia in the final. Austrian fans sang, the Australians left.",
		`Austria = actor:austria
		Australia = actor:australia
		Austrian = actor:austria
		Australians = actor:australians
		actor:australians @ actor:australia`,
	},
	{
		"Kim and Kim",
		"Kim Jong Un spoke in Pyongyang. Kim Jong Il had built the hall.",
		`Kim Jong Un = actor:kim-jong-un
		Kim Jong Il = actor:kim-jong-il`,
	},
	{
		"Bush and Bush",
		"George W. Bush praised his father. George H. W. Bush had led the country before.",
		`George W. Bush = actor:george-w-bush
		George H. W. Bush = actor:george-hw-bush`,
	},
	{
		"a maker and its model",
		"Boeing delivered a Boeing 747 to Lufthansa on Monday. Boeing said the 747 was the last one.",
		`Boeing = actor:boeing
		Boeing 747 = actor:boeing-747
		Boeing#2 = actor:boeing`,
	},
	{
		"owned, joined and dashed names",
		"Google's Gemini Search opened in Oslo. Toyota and Lexus sold fewer cars. Lexus fell most.",
		`Toyota = actor:toyota
		Lexus = actor:lexus
		Lexus#2 = actor:lexus`,
	},
	{
		"the ministry in a capital",
		"The foreign ministry in Yerevan said the road was closed. A spokesman for the ministry said no talks were planned.",
		`The foreign ministry in Yerevan = actor:armenian-foreign-ministry
		the ministry = actor:armenian-foreign-ministry
		actor:armenian-foreign-ministry @ actor:armenia
		Yerevan = place:yerevan`,
	},
	{
		"one who speaks through another",
		"The bank cut its rates on Monday. Russia, through its spokeswoman Maria Volkova, said the mission was not welcome.",
		`its = actor:russia
		actor:maria-volkova @ actor:russia`,
	},
	{
		"Congo and Congo",
		"The Democratic Republic of Congo closed its border with Rwanda.",
		`Democratic Republic of Congo = actor:democratic-republic-of-the-congo|actor:democratic-republic-of-congo|actor:dr-congo`,
	},
	{
		"two spellings of one figure",
		"Ukraine needs shells, Zelenskiy said. Volodymyr Zelensky spoke in Kyiv.",
		`Zelenskiy = actor:volodymyr-zelenskyy
		Volodymyr Zelensky = actor:volodymyr-zelenskyy`,
	},
	{
		"an ambassador to somewhere else",
		"“We will vote against it,” Kenya's ambassador to the UN, Grace Otieno, told the council.",
		`actor:grace-otieno: ambassador
		actor:grace-otieno @ actor:kenya`,
	},
	{
		"an organisation inside an office of the tables",
		"UN Secretary-General Ruth Falk is following the events with concern.",
		`actor:ruth-falk: Secretary-General
		actor:ruth-falk @ actor:united-nations`,
	},
	{
		"the subject of the clause it is joined to",
		"The Kenyan Foreign Ministry said that Uganda had lost any right to mediate, and it denied that the road was closed.",
		`it = actor:kenyan-foreign-ministry`,
	},
	{
		"first person waits for the speaker",
		"“I will not resign,” said Paula Vance.",
		`I = actor:paula-vance
		Paula Vance = actor:paula-vance`,
	},
}

func TestActors(t *testing.T) {
	x := extractor(t)
	for _, c := range actorCases {
		t.Run(c.name, func(t *testing.T) {
			rec, err := x.Extract(t.Context(), &graph.Document{Text: c.text})
			if err != nil {
				t.Fatal(err)
			}
			for claim := range strings.Lines(c.want) {
				if problem := refute(rec, strings.TrimSpace(claim)); problem != "" {
					t.Errorf("%s\n  claim: %s\n  got:   %s\n  all:\n%s", c.text, strings.TrimSpace(claim), problem, describeActors(rec))
				}
			}
		})
	}
}

// refute checks one claim; the result says what is there instead, or is empty.
func refute(rec *graph.Record, claim string) string {
	if id, ok := strings.CutPrefix(claim, "no "); ok {
		if findActor(rec, id) != nil {
			return "it is there"
		}
		return ""
	}
	if left, want, ok := strings.Cut(claim, " = "); ok {
		if got := actorOfWords(rec, left); !slices.Contains(strings.Split(want, "|"), got) {
			return got
		}
		return ""
	}
	if id, org, ok := strings.Cut(claim, " @ "); ok {
		if a := findActor(rec, id); a == nil || !slices.Contains(a.Affiliations, org) {
			return "not so"
		}
		return ""
	}
	if id, typ, ok := strings.Cut(claim, " is "); ok {
		if a := findActor(rec, id); a == nil || a.Type != typ {
			return "not so"
		}
		return ""
	}
	if id, titles, ok := strings.Cut(claim, ": "); ok {
		a := findActor(rec, id)
		if a == nil || !slices.ContainsFunc(strings.Split(titles, "|"), func(s string) bool { return slices.Contains(a.Titles, s) }) {
			return "not so"
		}
		return ""
	}
	return "a claim that the test cannot read"
}

// actorOfWords is the actor of the nth mention that reads as the words, "-" when there is none.
func actorOfWords(rec *graph.Record, words string) string {
	n := 1
	if w, number, ok := strings.Cut(words, "#"); ok {
		words = w
		n, _ = strconv.Atoi(number)
	}
	text := []rune(rec.Text)
	for _, m := range rec.Mentions {
		if string(text[m.Span[0]:m.Span[1]]) != words {
			continue
		}
		if n--; n == 0 {
			return m.Actor
		}
	}
	return "-"
}

func findActor(rec *graph.Record, id string) *graph.Actor {
	for i := range rec.Actors {
		if rec.Actors[i].ID == id {
			return &rec.Actors[i]
		}
	}
	return nil
}

func describeActors(rec *graph.Record) string {
	var b strings.Builder
	text := []rune(rec.Text)
	for _, m := range rec.Mentions {
		b.WriteString("    " + m.Kind + " " + string(text[m.Span[0]:m.Span[1]]) + " = " + m.Actor + "\n")
	}
	for _, a := range rec.Actors {
		b.WriteString("    " + a.ID + " " + a.Type + " titles " + strings.Join(a.Titles, ", ") + " of " + strings.Join(a.Affiliations,
			", ") + "\n")
	}
	return b.String()
}
