package extract

import "strings"

// isDateline reports a first subject that stands before the sentence proper: "date 2023-03-29 The bloc", "KABUL (Agency): The
// ministry", "Earlier this week the ministry".
func (r *eventReader) isDateline(k, next int) bool {
	for t := k + 1; t < next; t++ {
		switch r.NLP.Toks[t].Text {
		case "--", "—", "–":
			return !r.dashAgain(t, r.NLP.Sents[r.Tree.Sent(k)].Last)
		case ":", ")":
			return true
		case "-":
			if r.NLP.Toks[t].Start > r.NLP.Toks[t-1].End {
				return true
			}
		case "and", "or":
			return false
		}
		if r.timeAt[t] > 0 {
			return true
		}
	}
	if h := next - 1; r.Tree.Rel(h, "nmod") && r.Tree.Under(h, k) {
		return false // shares in engineering group Norvik
	}
	return r.mentionType(k) == "" && r.mentionType(next) != ""
}

// allCapitals reports that tokens [first, last) hold a name in capitals and nothing in small letters but what stands in brackets.
func (r *eventReader) allCapitals(first, last int) bool {
	inside := false
	for t := first; t < last; t++ {
		switch text := r.NLP.Toks[t].Text; {
		case text == "(":
			inside = true
		case text == ")":
			inside = false
		case !inside && text != strings.ToUpper(text):
			return false
		}
	}
	return true
}

// dashAgain reports that the dash at token t opens an insertion which a second one closes.
func (r *eventReader) dashAgain(t, last int) bool {
	for i := t + 1; i < last && r.NLP.Toks[t].Text != ":"; i++ {
		if r.NLP.Toks[i].Text == r.NLP.Toks[t].Text && r.NLP.Toks[i].Start > r.NLP.Toks[i-1].End {
			return true
		}
	}
	return false
}

// pastDateline is k, or what the parser hung on it behind the dash of a dateline: "BERLIN -- A court has …".
func (r *eventReader) pastDateline(k int) int {
	sent := &r.NLP.Sents[r.Tree.Sent(k)]
	for t := k + 1; t < min(sent.First+9, sent.Last); t++ {
		switch r.NLP.Toks[t].Text {
		case "--", "—", "–", "-":
		case ":":
			if t > sent.First+6 || !r.allCapitals(sent.First, t) {
				continue
			}
		default:
			continue
		}
		if r.NLP.Toks[t].Start == r.NLP.Toks[t-1].End && r.NLP.Toks[t].Text != ":" {
			continue
		}
		if r.dashAgain(t, sent.Last) {
			return k
		}
		for c := t + 1; c < sent.Last; c++ {
			if h := r.head(c); h >= 0 && h < t && r.Tree.Under(h, k) && !r.Tree.Rel(c, "punct", "det", "amod", "case") {
				return c
			}
		}
	}
	return k
}
