package cli

import "testing"

func TestDurationWords(t *testing.T) {
	for iso, want := range map[string]string{
		"P2Y": "2 years", "P1Y": "1 year", "P1Y6M": "1 year 6 months", "PT30M": "30 minutes", "P1DT12H": "1 day 12 hours", "P100D": "100 days",
		"P1W": "1 week", "PXD": "some days", "P2DE": "2 decades", "P1CE": "1 century", "P3CE": "3 centuries", "P0.5Y": "0.5 years",
		"": "", "P": "P", "two years": "two years", "PT": "PT", "2022-09": "2022-09",
	} {
		if got := durationWords(iso); got != want {
			t.Errorf("durationWords(%q) = %q, want %q", iso, got, want)
		}
	}
}
