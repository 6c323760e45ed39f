package extract

import "strings"

// currencySigns are the signs that stand before a sum, by the currency's code. A letter or two before "$" tell whose dollar.
var currencySigns = map[string]string{
	"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY",
	"₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₪": "ILS",
}

var dollarsOf = map[string]string{
	"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "r": "BRL", "nt": "TWD", "gb": "GBP",
}

// currencyCodes may stand before a sum in capitals.
var currencyCodes = map[string]string{
	"USD": "USD", "EUR": "EUR", "GBP": "GBP", "JPY": "JPY", "CHF": "CHF", "CAD": "CAD", "AUD": "AUD", "INR": "INR", "CNY": "CNY", "RUB": "RUB",
	"TRY": "TRY", "AMD": "AMD", "AZN": "AZN", "GEL": "GEL", "PKR": "PKR", "ZAR": "ZAR", "MXN": "MXN", "BRL": "BRL", "Rs": "INR", "SEK": "SEK",
}

// moneyAt reads a sum with the currency before it: "$15bn", "US$7.2 bn", "GB £20.1 billion", "USD 40 million", "£5m".
func (r *amountReader) moneyAt(i int) (amount, bool) {
	at, code := r.currencyAt(i)
	if code == "" {
		return amount{}, false
	}
	n, ok := r.as.number(at)
	if !ok || r.as[at].kind != atomDigits && !r.as.is(i, "$") {
		return amount{}, false
	}
	a := amount{kind: valueMoney, value: n.value, unit: code, end: n.end}
	if r.as.glueWord(a.end) || n.end == at+1 {
		if f := map[string]float64{"m": 1e6, "k": 1e3, "b": 1e9}[r.as.word(a.end)]; f > 0 && a.end < len(r.as) && r.as[a.end].glued {
			a.value *= f
			a.end++
		}
	}
	if a.end < len(r.as) && currencyCodes[r.as[a.end].text] == code { // "$249 USD"
		a.end++
	}
	return a, true
}

// currencyAt reads a currency before a sum: the atom after it and its code.
func (r *amountReader) currencyAt(i int) (int, string) {
	if i >= len(r.as) {
		return i, ""
	}
	if code := currencySigns[r.as.word(i)]; code != "" {
		return i + 1, code
	}
	if code := dollarsOf[r.as.word(i)]; code != "" && r.as.capital(i) {
		for _, sign := range []int{i + 1, i + 4} { // "US$", "U.S.$" is cut as U . S . $
			if sign < len(r.as) && sign == i+1 && currencySigns[r.as.word(sign)] != "" {
				if s := currencySigns[r.as.word(sign)]; s != "USD" {
					code = s
				}
				return sign + 1, code
			}
		}
	}
	if code := currencyCodes[r.as[i].text]; code != "" && strings.ToUpper(r.as[i].text) == r.as[i].text || r.as[i].text == "Rs" {
		return r.as.skip(i+1, "."), currencyCodes[r.as[i].text]
	}
	return i, ""
}
