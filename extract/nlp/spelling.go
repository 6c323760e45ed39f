package nlp

import "strings"

// How English spells the forms of a word. Each function gives all spellings that the rules allow, some of them more than once; "" stands
// for none.

// pastForms are "stopped", "tried", "hoped", "panicked" and, for words of several syllables, both "travelled" and "traveled".
func pastForms(b string) [3]string { return suffixed(b, "ed") }

func comparativeForms(b string) [3]string { return suffixed(b, "er") }

func superlativeForms(b string) [3]string { return suffixed(b, "est") }

// gerundForms are like pastForms, but "trying" keeps its y and "dying" comes from "die".
func gerundForms(b string) [3]string {
	switch {
	case strings.HasSuffix(b, "ie"):
		return [3]string{b[:len(b)-2] + "ying"}
	case strings.HasSuffix(b, "ee"), strings.HasSuffix(b, "oe"), strings.HasSuffix(b, "ye"):
		return [3]string{b + "ing"}
	case strings.HasSuffix(b, "e"):
		return [3]string{b[:len(b)-1] + "ing", b + "ing"}
	case strings.HasSuffix(b, "y"):
		return [3]string{b + "ing"}
	}
	return suffixed(b, "ing")
}

// suffixed adds a suffix that begins with a vowel.
func suffixed(b, suffix string) [3]string {
	if len(b) < 2 {
		return [3]string{}
	}
	last, before := b[len(b)-1], b[len(b)-2]
	switch {
	case last == 'e':
		return [3]string{b[:len(b)-1] + suffix}
	case last == 'y' && !isVowel(before):
		return [3]string{b[:len(b)-1] + "i" + suffix}
	case last == 'c':
		return [3]string{b + "k" + suffix}
	case isVowel(last) || last == 'w' || last == 'x' || last == 'y' || !isVowel(before):
		return [3]string{b + suffix}
	case vowelGroups(b) == 1 && (len(b) < 3 || !isVowel(b[len(b)-3]) || b[len(b)-3] == 'u' && len(b) > 3 && b[len(b)-4] == 'q'):
		return [3]string{b + string(last) + suffix}
	case last != 'l' && (vowelGroups(b) == 1 || isVowel(b[len(b)-3])):
		return [3]string{b + suffix}
	}
	return [3]string{b + string(last) + suffix, b + suffix}
}

// sForms are plurals and third persons: "watches", "tries", "goes", "photos".
func sForms(b string) [3]string {
	if len(b) < 2 {
		return [3]string{}
	}
	last, before := b[len(b)-1], b[len(b)-2]
	switch {
	case last == 'y' && !isVowel(before):
		return [3]string{b[:len(b)-1] + "ies"}
	case last == 'o':
		return [3]string{b + "es", b + "s"}
	case last == 'h' && (before == 'c' || before == 's'):
		return [3]string{b + "es", b + "s"}
	case last == 's' || last == 'x' || last == 'z':
		return [3]string{b + "es", b + string(last) + "es"}
	}
	return [3]string{b + "s"}
}

// suffixBases are the words that a form with a suffix of a vowel could come from.
func suffixBases(form string) []string {
	var out []string
	for _, suffix := range []string{"ed", "ing", "er", "est"} {
		stem, ok := strings.CutSuffix(form, suffix)
		if !ok || len(stem) < 2 || vowelGroups(stem) == 0 {
			continue
		}
		out = append(out, stem, stem+"e")
		n := len(stem)
		if stem[n-1] == stem[n-2] || stem[n-1] == 'k' && stem[n-2] == 'c' {
			out = append(out, stem[:n-1])
		}
		if stem[n-1] == 'i' {
			out = append(out, stem[:n-1]+"y")
		}
		if stem[n-1] == 'y' {
			out = append(out, stem[:n-1]+"ie")
		}
	}
	return out
}

// sBases are the words that a form in -s could come from.
func sBases(form string) []string {
	n := len(form)
	if n < 3 || form[n-1] != 's' || form[n-2] == 's' {
		return nil
	}
	out := []string{form[:n-1]}
	if stem, ok := strings.CutSuffix(form, "es"); ok && len(stem) > 2 {
		out = append(out, stem)
		if stem[len(stem)-1] == stem[len(stem)-2] {
			out = append(out, stem[:len(stem)-1])
		}
		if y, ok := strings.CutSuffix(stem, "i"); ok {
			out = append(out, y+"y")
		}
	}
	return out
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// vowelGroups counts the runs of vowels of a word, about its syllables; y counts behind a consonant.
func vowelGroups(w string) int {
	n, in := 0, false
	for i := range len(w) {
		v := isVowel(w[i]) || w[i] == 'y' && i > 0 && !isVowel(w[i-1])
		if v && !in {
			n++
		}
		in = v
	}
	return n
}
