package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters that canonical decomposition leaves whole
var plain = map[rune]string{
	'ß': "ss", 'æ': "ae", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i", 'œ': "oe", 'ə': "e", 'ħ': "h",
}

// FoldName is the key under which a name is looked up: lower case, without diacritics, punctuation, a leading "the" and a
// final possessive, with single spaces. "The U.S." and "us" fold alike, so the caller compares what both keys lead to.
func FoldName(name string) string { return fold(name, ' ') }

// Slug is the readable last part of an identifier: FoldName with hyphens for spaces.
func Slug(name string) string { return fold(name, '-') }

func fold(name string, sep rune) string {
	var b strings.Builder
	b.Grow(len(name))
	gap := false
	for _, r := range norm.NFKD.String(withoutPossessive(strings.TrimSpace(name))) {
		r = unicode.ToLower(r) // after the decomposition, which gives capitals for some signs
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me) || strings.ContainsRune(".'’‘ʼʻ", r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mc, r):
			if gap && b.Len() > 0 {
				b.WriteRune(sep)
			}
			gap = false
			if s, ok := plain[r]; ok {
				b.WriteString(s)
			} else {
				b.WriteRune(r)
			}
		default:
			gap = true
		}
	}
	out := b.String()
	for {
		rest, ok := strings.CutPrefix(out, "the"+string(sep))
		if !ok || rest == "" {
			return out
		}
		out = rest
	}
}

func withoutPossessive(name string) string {
	for _, suffix := range []string{"’s", "'s", "’S", "'S"} {
		if rest, ok := strings.CutSuffix(name, suffix); ok {
			return rest
		}
	}
	return name
}

// ActorID is the identifier of an actor with this name; "" for a name without a letter or digit.
func ActorID(name string) string { return prefixed("actor:", name) }

// PlaceID is the identifier of a place with this name; "" for a name without a letter or digit.
func PlaceID(name string) string { return prefixed("place:", name) }

func prefixed(prefix, name string) string {
	slug := Slug(name)
	if slug == "" {
		return ""
	}
	return prefix + slug
}
