package input

import "testing"

func TestDateline(t *testing.T) {
	for _, c := range []struct{ text, known, date, agency string }{
		{" date 2023-03-29 The mission is ready to leave.", "", "2023-03-29", ""},
		{"Date: 2023-03-29 The mission is ready to leave.", "", "2023-03-29", ""},
		{"YEREVAN, March 29 (Wire) — The mission is ready to leave.", "", "", "Wire"},
		{"YEREVAN, March 29 (Wire) — The mission is ready to leave.", "2023-04-02", "2023-03-29", "Wire"},
		{"YEREVAN, March 29 (Wire) — The mission is ready to leave.", "2023", "2023-03-29", "Wire"},
		{"BRUSSELS, December 31 (Wire) — The mission is over.", "2023-01-02", "2022-12-31", "Wire"},
		{"BRUSSELS, January 1 (Wire) — The mission began.", "2022-12-31", "2023-01-01", "Wire"},
		{"BRUSSELS, February 29 (Wire) — A leap day.", "2023", "2023", "Wire"},
		{"BRUSSELS, February 29 (Wire) — A leap day.", "2023-03", "2024-02-29", "Wire"},
		{"YEREVAN, March 29, 2023 (Wire) — The mission.", "2001", "2023-03-29", "Wire"},
		{"Yerevan, 29 March 2023 – The mission.", "", "2023-03-29", ""},
		{"NEW YORK, Sept. 5, 2022 -- Delegates arrived.", "", "2022-09-05", ""},
		{"TEL AVIV/RAMALLAH, Mar 5, 2022 (Wire) - Delegates arrived.", "", "2022-03-05", "Wire"},
		{"ARLINGTON, Va. (Wire) — The Pentagon said so.", "", "", "Wire"},
		{"MOSCOW, March 29. /Wire/. The ministry said so.", "2023", "2023-03-29", "Wire"},
		{"MOSCOW (Wire) - The ministry said so.", "", "", "Wire"},
		{"Ministers meet in Prague\nMarch 01, 2008\nThe ministers met.", "", "2008-03-01", ""},
		{"Ministers meet in Prague\n\nBy Ann Example\n\nPRAGUE, 3 May 2021 (Wire) — They met.", "", "2021-05-03", "Wire"},
		{"Ministers meet in Prague\nWednesday, 1 March 2023\nThe ministers met.", "", "2023-03-01", ""},
		{"2023-03-29\nThe ministers met.", "", "2023-03-29", ""},

		{"The European Union (EU) — a bloc of 27 — met.", "", "", ""},
		{"The ministers met on March 29, 2023 in Prague.", "", "", ""},
		{"The ministers met. \nYEREVAN, March 29, 2023 (Wire) — Not the beginning.", "", "", ""},
		{"YEREVAN, March 42, 2023 (Wire) — The mission.", "", "", ""},
		{"date 2023-02-30 The mission.", "", "", ""},
		{"The ministers met.", "2023-03", "2023-03", ""},
		{"", "", "", ""},
	} {
		d := findDateline(c.text)
		if got := d.date(c.known); got != c.date || d.Agency != c.agency {
			t.Errorf("%q with %q: got %q, %q, want %q, %q", c.text, c.known, got, d.Agency, c.date, c.agency)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ministers meet in Prague\n\nThe ministers met.", "Ministers meet in Prague"},
		{"\nWill the ministers meet?\r\n\r\nThe ministers met.", "Will the ministers meet?"},
		{"Ministers meet in Prague\nMay 3, 2021\nThe ministers met.", "Ministers meet in Prague"},
		{"“We are ready”\n\nThe ministers met.", "“We are ready”"},
		{"The ministers met in Prague on Monday and\ntalked for two hours.", ""},
		{"The ministers met.\n\nThey talked.", ""},
		{"“We met.”\n\nThey talked.", ""},
		{"Ministers meet in Prague", ""},
		{"PRAGUE, 3 May 2021 — They met\n\nand talked.", ""},
		{"Prague\n\nThe ministers met.", ""},
		{"", ""},
	} {
		if got := headline(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2023-03-29": "2023-03-29", " 2023-03 ": "2023-03", "2023": "2023", "20230329": "2023-03-29",
		"2023-03-29T23:10:00+04:00": "2023-03-29", "2023-03-29T23:10:00.5Z": "2023-03-29", "2023-03-29 23:10": "2023-03-29",
		"March 29, 2023": "2023-03-29", "29 Mar 2023": "2023-03-29", "Wed, 29 Mar 2023 10:00:00 GMT": "2023-03-29",
		"Wednesday, March 29, 2023": "2023-03-29", "March 2023": "2023-03",
		"": "", "03/04/2023": "", "2023-13-01": "", "2023-02-29": "", "yesterday": "", "0000": "",
	} {
		if got, ok := ParseDate(in); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", in, got, ok, want)
		}
	}
}
