// Dates of any precision as the days they span.
// @use base

// First and last day of a date, as text that sorts; null for what is no date. A month has up to 31 days here: nothing is
// printed from this.
function daysOf(date) {
  var ends = String(date || "").split("/"), last;
  if (ends.length === 2) { // a range
    last = daysOf(ends[1]);
    ends = daysOf(ends[0]);
    return ends && last && [ends[0], last[1]];
  }
  var m = /^(\d{4})(?:-(.+))?$/.exec(date || "");
  if (/^\d{3}$/.test(date || "")) { return [date + "0-01-01", date + "9-12-31"]; } // a decade
  if (!m) { return null; }
  var year = m[1], rest = m[2] || "", part;
  if (!rest) { return [year + "-01-01", year + "-12-31"]; }
  if (/^\d\d$/.test(rest)) { return [year + "-" + rest + "-01", year + "-" + rest + "-31"]; }
  if (/^\d\d-\d\d/.test(rest)) { return [date.slice(0, 10), date.slice(0, 10)]; }
  if ((part = /^Q([1-4])$/.exec(rest))) { return months(year, 3 * part[1] - 2, 3); }
  if ((part = /^H([12])$/.exec(rest))) { return months(year, 6 * part[1] - 5, 6); }
  if ((part = /^W(\d\d)/.exec(rest))) { return week(Number(year), Number(part[1])); }
  switch (rest) {
  case "SP": return months(year, 3, 3);
  case "SU": return months(year, 6, 3);
  case "FA": return months(year, 9, 3);
  case "WI": return [year + "-12-01", String(Number(year) + 1) + "-02-31"];
  }
  return null;
}

function two(n) { return (n < 10 ? "0" : "") + n; }

function months(year, start, n) { return [year + "-" + two(start) + "-01", year + "-" + two(start + n - 1) + "-31"]; }

// ISO 8601: week 1 has the year's first Thursday.
function week(year, n) {
  var jan4 = Date.UTC(year, 0, 4), day = 86400000;
  var monday = jan4 - ((new Date(jan4).getUTCDay() + 6) % 7) * day + (n - 1) * 7 * day;
  return [new Date(monday).toISOString().slice(0, 10), new Date(monday + 6 * day).toISOString().slice(0, 10)];
}

// The ISO week of a day, "2023-W13"; of a date that is no day, the date itself.
function weekOf(date) {
  if (!/^\d{4}-\d\d-\d\d/.test(date)) { return date; }
  var day = 86400000, t = Date.parse(date.slice(0, 10) + "T00:00:00Z");
  var thursday = t + (3 - (new Date(t).getUTCDay() + 6) % 7) * day;
  var year = new Date(thursday).getUTCFullYear();
  return year + "-W" + two(1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * day)));
}

// Whether a date can lie in the window; an open end is null.
function inWindow(date, start, end) {
  return remember("in window", [date, start, end].join(" "), function () {
    var d = daysOf(date);
    return d !== null && (!start || d[1] >= daysOf(start)[0]) && (!end || d[0] <= daysOf(end)[1]);
  });
}

// For each event its own date, else the day it was reported.
function eventDates(list) {
  var dates = published(list);
  if (list.length) {
    from(list).Save(iri("sem:hasTimeStamp"), "date").TagArray().forEach(function (r) { dates[bare(r.id)] = r.date; });
  }
  return dates;
}
