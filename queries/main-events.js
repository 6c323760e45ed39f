// The main events of a day or of a span of days: of each article the one most central to it. What several articles report is one
// row and stands above what only one reports. An event without a date of its own counts on the day it was reported.
// @param from date "2023-03-01" optional the first day, month or year
// @param to date "2023-03-31" optional the last day, month or year; without it, that of the first
// @param who actor "European Union" optional the one who acts or is acted on
// @param each int "2" default=1 how many events of one article
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns documents:number, salience:number, date:date, agent, action, patient, recipient, place, quantity, status, according_to
// @columns reported:date, sentence, document, id
// @order documents desc, salience desc
// @use events, dates, links

var found = params.who ? eventsOf(params.who) : unique(everyEvent().ToArray().map(bare));
if (params.from || params.to) {
  var dates = eventDates(found);
  found = found.filter(function (id) { return inWindow(dates[id], params.from, params.to || params.from); });
}
emitRanked(mainOf(found), params.limit, function (item) {
  var row = event(item.id);
  row.documents = item.documents;
  row.salience = item.salience;
  return row;
});

// Happenings in order, each as {id of its most central report, documents that report it, salience}. What was read with little
// confidence gives way to what is sure.
function mainOf(ids) {
  var salience = table(), weight = table(), linked = table(), seen = table(), shown = table(), items = [];
  from(ids).Save(iri("kg:salience"), "s").Save(iri("kg:confidence"), "c").TagArray().forEach(function (row) {
    var id = bare(row.id);
    salience[id] = Number(row.s);
    weight[id] = row.s * row.c;
  });
  having(from(ids), "kg:sameEvent").forEach(function (id) { linked[id] = true; });
  Object.keys(weight).sort(function (a, b) { return weight[b] - weight[a] || byPlace(a, b); }).forEach(function (id) {
    if (id in seen) { return; }
    var reports = id in linked ? reportsOf(id) : [id], docs = unique(reports.map(docOf));
    reports.forEach(function (other) { seen[other] = true; });
    if ((shown[docOf(id)] || 0) >= params.each) { return; }
    docs.forEach(function (doc) { shown[doc] = (shown[doc] || 0) + 1; });
    items.push({ id: id, documents: docs.length, salience: salience[id] });
  });
  return items.sort(function (a, b) { return b.documents - a.documents || b.salience - a.salience || byPlace(a.id, b.id); });
}
