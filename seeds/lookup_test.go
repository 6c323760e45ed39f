package seeds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMetonym(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		phrase, actor string
		place         bool
	}{
		{"Kremlin", "Russia", false},
		{"the White House", "United States", false},
		{"Downing Street", "United Kingdom", false},
		{"Pentagon", "U.S. Department of Defense", false},
		{"Yerevan", "Armenia", true},
		{"Kiev", "Ukraine", true},
		{"Tel Aviv", "", true},
		{"Brussels", "European Union", true},
		{"kremlin", "", false},
		{"Nowhere", "", false},
	} {
		actor, place := k.Metonym(c.phrase)
		if actor != c.actor || place != c.place && c.actor != "" {
			t.Errorf("Metonym(%q) = %q, %v; want %q, %v", c.phrase, actor, place, c.actor, c.place)
		}
	}
}

func TestOffices(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ title, kind string }{
		{"prime minister", "political"},
		{"Deputy Foreign Minister", "political"},
		{"Secretary General", "diplomatic"},
		{"spokeswoman", "spokesperson"},
		{"chief executive", "business"},
		{"police chief", "police"},
		{"table", ""},
	} {
		got := ""
		if o := k.Office(c.title); o != nil {
			got = o.Kind
		}
		if got != c.kind {
			t.Errorf("kind of Office(%q) = %q, want %q", c.title, got, c.kind)
		}
	}
	for word, want := range map[string]bool{"Mr.": true, "Gen.": true, "Sen": true, "President": true, "Monday": false} {
		if got := k.IsTitle(word); got != want {
			t.Errorf("IsTitle(%q) = %v, want %v", word, got, want)
		}
	}
	if n := k.GivenName("Nikol"); n == nil || n.Gender != "m" {
		t.Errorf("GivenName(Nikol) = %+v, want gender m", n)
	}
	if n := k.GivenName("Hope"); n == nil || !n.Word {
		t.Errorf("GivenName(Hope) = %+v, want one that is also a word", n)
	}
}

func TestSpeechVerb(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ lemma, frame, take, class, attitude, certainty, polarity string }{
		{"say", "", "that", "say", "", "asserted", "affirmed"},
		{"accuse", "", "of", "accuse", "oppose", "asserted", "affirmed"},
		{"praise", "", "for", "praise", "support", "asserted", "affirmed"},
		{"deny", "", "that", "deny", "", "asserted", "negated"},
		{"believe", "", "that", "think", "", "hedged", "affirmed"},
		{"call", "on", "to", "request", "", "asserted", "affirmed"},
		{"point", "out", "that", "say", "", "asserted", "affirmed"},
	} {
		found := false
		for _, v := range k.SpeechVerb(c.lemma) {
			if v.Frame != c.frame || !contains(v.Takes, c.take) {
				continue
			}
			found = true
			if v.Class != c.class || v.Attitude != c.attitude || v.Certainty != c.certainty || v.Polarity != c.polarity {
				t.Errorf("%s %s with %q = %+v, want %+v", c.lemma, c.frame, c.take, v.Speech, c)
			}
		}
		if !found {
			t.Errorf("no frame of %s %s takes %q", c.lemma, c.frame, c.take)
		}
	}
	if got := k.SpeechVerb("call"); len(got) == 0 || got[0].Frame == "" {
		t.Errorf("SpeechVerb(call): frames with a preposition must come first")
	}
	if got := k.SpeechNoun("accusation"); len(got) == 0 || got[0].Verb != "accuse" {
		t.Errorf("SpeechNoun(accusation) = %+v, want the verb accuse", got)
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func TestEventVerb(t *testing.T) {
	k := load(t)
	for _, c := range []struct{ lemma, particle, prep, object, want string }{
		{"deploy", "", "", "troop", "MOBILIZE troops"},
		{"deploy", "", "", "mission", "AID "},
		{"launch", "", "on", "attack", "ASSAULT "},
		{"launch", "", "into", "investigation", "ACCUSE investigate"},
		{"launch", "", "", "album", ""},
		{"meet", "", "with", "", "CONSULT "},
		{"meet", "", "", "deadline", "- "},
		{"arrest", "", "", "man", "COERCE arrest"},
		{"pull", "out", "", "troop", "RETREAT withdraw"},
		{"impose", "", "on", "sanction", "SANCTION "},
		{"release", "", "", "hostage", "RETREAT release"},
		{"release", "", "", "report", "- "},
		{"sign", "", "with", "agreement", "SUPPORT "},
		{"fire", "", "", "missile", "ASSAULT heavy-weapons"},
		{"fire", "", "", "minister", "SANCTION expel"},
	} {
		got := ""
		for _, f := range k.EventVerb(c.lemma) {
			if (f.Particle == "" || f.Particle == c.particle) && (f.Prep == "" || f.Prep == c.prep) && f.Has(c.object) {
				got = f.Type + " " + f.Mode
				break
			}
		}
		if got != c.want {
			t.Errorf("%s %s %s %s = %q, want %q", c.lemma, c.particle, c.object, c.prep, got, c.want)
		}
	}
	for _, c := range []struct{ object, want string }{{"", "RETREAT"}, {"ambassador", "SANCTION"}} {
		got := ""
		for _, f := range k.EventNoun("withdrawal") {
			if f.Has(c.object) {
				got = f.Type
				break
			}
		}
		if got != c.want {
			t.Errorf("EventNoun(withdrawal) of %q = %q, want %q", c.object, got, c.want)
		}
	}
}

// TestFramesAreDefined: every frame has a definition, and every type and mode an example.
func TestFramesAreDefined(t *testing.T) {
	k := load(t)
	example := map[string]bool{}
	for _, table := range [][]EventFrame{k.EventVerbs, k.EventNouns} {
		for i := range table {
			f := &table[i]
			if f.Definition == "" {
				t.Errorf("%s %s %s %s has no definition", f.Lemma, f.Particle, f.Prep, f.Object)
			}
			kind := f.Type + " " + f.Mode
			example[kind] = example[kind] || f.Example != ""
		}
	}
	for kind, ok := range example {
		if !ok {
			t.Errorf("no frame of %s has an example", kind)
		}
	}
}

func TestWords(t *testing.T) {
	k := load(t)
	if u := k.Unit("€"); len(u) == 0 || u[0].Unit != "EUR" {
		t.Errorf("Unit(€) = %+v, want EUR", u)
	}
	if u := k.Unit("soldiers"); len(u) == 0 || u[0].Unit != "person" {
		t.Errorf("Unit(soldiers) = %+v, want person", u)
	}
	if n := k.Number("twenty-one"); n == nil || n.Value != 21 {
		t.Errorf("Number(twenty-one) = %+v, want 21", n)
	}
	if w := k.CalendarWord("march"); w == nil || w.Value != "03" {
		t.Errorf("CalendarWord(march) = %+v, want 03", w)
	}
	if f := k.Irregular("fought"); len(f) == 0 || f[0].Lemma != "fight" {
		t.Errorf("Irregular(fought) = %+v, want fight", f)
	}
	if n := k.Nominal("government"); len(n) == 0 || n[0].Type != "ORG" {
		t.Errorf("Nominal(government) = %+v, want ORG", n)
	}
}

const placeHeader = "name\tkind\tcountry\tcapital\taliases\tambiguous\tsource\n"

func TestLoadDir(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "places.tsv", placeHeader+"Zzyzx\tcity\tUnited States\t\tSoda Springs Place\t\tmine\n"+
		"Yerevan\tcity\tArmenia\tyes\tErivan City\t\tmine\n")
	k, err := LoadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if p := k.Place("Soda Springs Place"); p == nil || p.Name != "Zzyzx" {
		t.Errorf("Place(Soda Springs Place) = %+v, want Zzyzx", p)
	}
	if got := k.PlacesNamed("Yerevan"); len(got) != 1 || got[0].Source != "mine" {
		t.Errorf("PlacesNamed(Yerevan) = %+v, want the line of the folder in the place of ours", got)
	}
	if k := load(t); k.Place("Zzyzx") != nil {
		t.Error("a folder's table changed the embedded tables")
	}
}

func TestLoadDirErrors(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"header", "places.tsv", "name\tcountry\n", `places.tsv:1: the header is "name country"; want the columns`},
		{"columns", "places.tsv", placeHeader + "A\tB\n", "places.tsv:2: 2 columns, want 7"},
		{"source", "places.tsv", placeHeader + "\n# note\nA\tcity\tFrance\t\t\t\t\n", `places.tsv:4: the column "source" is empty`},
		{"value", "places.tsv", placeHeader + "A\tcity\tFrance\tmaybe\t\t\tmine\n", `places.tsv:2: the column capital is "maybe"`},
		{"country", "places.tsv", placeHeader + "A\tcity\tNarnia\t\t\t\tmine\n", `places.tsv:2: "Narnia" is not in countries.tsv`},
		{"twice", "places.tsv", placeHeader + "A\tcity\tFrance\t\t\t\tmine\nA\tcity\tFrance\t\t\t\tmine\n", "places.tsv:3: the key"},
		{"unknown table", "birds.tsv", "name\n", "birds.tsv:1: no table has this name"},
		{
			"type", "plover_verbs.tsv", "lemma\tparticle\tprep\tobject\ttype\tmode\ttarget\tdefinition\texample\tsource\n" +
				"zap\t\t\t\tZAP\t\t\t\t\tmine\n", "plover_verbs.tsv:2: the column type is ZAP",
		},
		{
			"class", "plover_verbs.tsv", "lemma\tparticle\tprep\tobject\ttype\tmode\ttarget\tdefinition\texample\tsource\n" +
				"zap\t\t\t@nothing\tAID\t\t\t\t\tmine\n", "plover_verbs.tsv:2: the class @nothing is not in noun_classes.tsv",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, c.file, c.text)
			_, err := LoadDir(dir)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("LoadDir: %v\nwant an error with %q", err, c.want)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("the error has more than one line: %q", err)
			}
		})
	}
	if _, err := LoadDir(filepath.Join(t.TempDir(), "missing")); err == nil {
		t.Error("LoadDir of a missing folder gave no error")
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
