package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// set makes a set of the words of a string.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// abbreviations end in a full stop that is theirs, wherever they stand. Lower case, without the stop. Those that are words
// too ("no", "sun", "art") are left to the rules of isAbbreviation.
var abbreviations = set(`mr mrs ms dr prof rev hon st sr jr messrs mmes mme mlle fr
	gen lt col maj capt cmdr sgt cpl pvt adm brig cmdt supt det insp gov sen rep reps sens pres amb sec dep asst atty
	inc corp co ltd llc bros assn assoc dept univ inst natl intl mfg cia cie pty plc gmbh
	jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
	ave blvd rd hwy ft mt pt sq apt bldg rm ste
	vs etc eg ie cf al esp approx est ext incl ca viz ibid op cit ed eds vol vols pp fig figs para attn misc
	oz lb lbs yd yds mi km kg cm mm hr hrs min mins yr yrs
	ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mich minn miss mont neb nev okla ore penn pa tenn tex va vt wash wis wyo
	ont que alta sask`)

// beforeNumber are words that shorten one only before a number: "No. 10", "Art. 5".
var beforeNumber = set(`no nos art arts p pp c ca vol sec ch`)

// numberFollows holds when the next word of the text is a number.
func numberFollows(text string) bool {
	for i := 0; i < len(text) && i < 3; i++ {
		if text[i] != ' ' {
			return isASCIIDigit(text[i])
		}
	}
	return false
}

// hyphenPrefixes stay with the word behind their hyphen.
var hyphenPrefixes = set(`e non anti mid re co pro pre post multi ex counter semi sub mini neo socio un inter intra micro
	couter arch pan psycho cross over bi tri poly quasi pseudo ultra hyper uni para proto electro geo bio eco infra trans
	de dis mis`)

var slashWords = set(`w/o w/ c/o l/c i/c a/c n/a b/c km/h`)

// unitWords are cut from the number before them.
var unitWords = set(`m pm k am b mm ft x bn hh f cm kg t hz c km lb lbs percent p.m p.m. a.m mph kph mw kw gw mwh kwh gb mb kb tb
	mn tn trn bln mln min mins hrs hr sec secs ml mg oz px ghz mhz yrs yr usd eur gbp p years year days`)

// fused words and where they are cut.
var fused = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "outta": 3,
	"dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "werent": 4, "arent": 3, "couldnt": 5, "wouldnt": 5,
	"shouldnt": 6, "hasnt": 3, "havent": 4, "hadnt": 3, "cant": 2, "wont": 2, "thats": 4, "theres": 5, "whats": 4,
	"youre": 3, "theyre": 4, "ive": 1, "youve": 3, "youll": 3, "aint": 2, "lets": 3,
}

var elided = set(`em til tis twas cause bout n nuff ere round`)

var smileys = set(`:) :-) ;) ;-) :( :-( :D :-D :P :-P :p =) =( =D :] :[ :/ :-/ :| :o :O :'( ;D XD xD <3 ^_^ -_- o_O :)) :))) ;))`)

// smileyEnd is the length of a smiley that s ends with, 0 without one.
func smileyEnd(s string) int {
	for n := 4; n >= 2; n-- {
		if len(s) > n && smileys[s[len(s)-n:]] && strings.ContainsAny(s[len(s)-n:len(s)-n+1], ":;=") && !isASCIIDigit(s[len(s)-n-1]) {
			return n
		}
	}
	return 0
}

// isAbbreviation reports whether the full stop at the end of s belongs to it: initials, letters with stops between, and known
// abbreviations.
func isAbbreviation(s string) bool {
	w := s[:len(s)-1]
	if w == "" {
		return false
	}
	if i := strings.LastIndexAny(w, "-/("); i >= 0 {
		w = w[i+1:]
	}
	if w == "" {
		return false
	}
	if strings.HasSuffix(w, ".") {
		return false // an ellipsis
	}
	r, n := utf8.DecodeRuneInString(w)
	if n == len(w) {
		return unicode.IsUpper(r) && r != 'I'
	}
	if len(w) <= 9 {
		if abbreviations[lowerASCII(w)] {
			return unicode.IsUpper(r) && !ambiguousUpper[w] || unicode.IsLower(r) && !ambiguousLower[w]
		}
	}
	return hasInnerStops(w)
}

// ambiguousLower are abbreviations that are words when written small.
var ambiguousLower = set(`mar sun sat wed col gen rep fig ill ind miss wash mass ore la pa ma det min mins hr hrs yr yrs mi ex ed est del
	ark co op sec dep oct st al pt sq lb lbs oz km kg cm mm yd yds rd ft mt va md ga cia ste op cit pres fri mon conn info para`)

// ambiguousUpper are abbreviations whose capitals stand for something else, without a stop: a newspaper, an authority, a hum.
var ambiguousUpper = set(`FT MS SEC CIA CF AL EST INFO EXT ED CA LA PA MA VA MD GA DET DEP PT AMB SUN SAT WED MAR MON CONN ILL MISS WASH ORE DEL ALA
	COL FIG EG IE ETC CIE PLC LLC KM KG CM MM HR MIN FR MI ART INST INTL ATTN Mm Cm Yd Mi Ca Cf Al Est Ext Para Attn`)

// lettersWithStops holds when s begins as a word such as "Ph.D." does, up to its end or a hyphen.
func lettersWithStops(s string) bool {
	if i := strings.IndexAny(s, "-/"); i >= 0 {
		s = s[:i]
	}
	return hasInnerStops(strings.TrimSuffix(s, "."))
}

// hasInnerStops is "U.S", "a.m", "Ph.D": short parts of letters between stops.
func hasInnerStops(w string) bool {
	if !strings.Contains(w, ".") {
		return false
	}
	for _, part := range strings.Split(w, ".") {
		if part == "" || len(part) > 3 || !isASCIILetter(part[0]) || !isASCIILetter(part[len(part)-1]) {
			return false
		}
		if len(part) > 1 && part != "Ph" && part != "Sc" && part != "Lt" && part != "St" {
			return false
		}
	}
	return true
}

// isAddress knows web and mail addresses and names of hosts and files.
func isAddress(s string) bool {
	if len(s) < 5 || !strings.ContainsAny(s, ".@/") {
		return false
	}
	if i := strings.Index(s, "://"); i > 0 && i < 12 {
		return endsLikeAddress(s)
	}
	if strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "WWW.") || strings.HasPrefix(s, "mailto:") {
		return endsLikeAddress(s)
	}
	if at := strings.IndexByte(s, '@'); at > 0 && strings.IndexByte(s[at:], '.') > 1 {
		return endsLikeAddress(s) && !strings.ContainsAny(s, "(),;:\"")
	}
	host, _, _ := strings.Cut(s, "/")
	if i := strings.LastIndexByte(host, '.'); i > 1 && hostEnds[lowerASCII(host[i+1:])] && endsLikeAddress(s) {
		return !strings.ContainsAny(host, "(),;:\"'’“”[]")
	}
	return false
}

var hostEnds = set(`com org net edu gov mil info biz co uk eu de fr ru ca au tv io fm doc pdf xls txt jpg gif html htm exe zip ppt
	docx xlsx csv png mp3`)

func endsLikeAddress(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isWordRune(r) || r == '/' || r == '_' || r == '=' || r == '-' || r == '&'
}

// lowerASCII is strings.ToLower for short words, without an allocation where nothing changes.
func lowerASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ToLower(s)
		}
	}
	return s
}

func trimPunct(s string) string {
	return strings.TrimRightFunc(s, func(r rune) bool { return !isWordRune(r) })
}
