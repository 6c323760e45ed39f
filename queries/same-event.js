// What several documents report: events of different documents that are one happening, those with the most documents first; or all
// reports of one event. Such events agree in the deed, in who did it or to whom, in time and, where it is told, in place.
// @param event id "ev:40348e71577fa28b-33-40" optional one report of the event
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns documents:number, date:date, agent, action, patient, place, quantity, status, according_to, differ_in, reported:date
// @columns sentence, document, id
// @order documents desc, date desc
// @use statements, events, links

var seen = table(), shown = [];
if (params.event) {
  shown = reportsOf(params.event);
} else {
  unique(from(["sem:Event"]).In(iri("rdf:type")).Has(iri("kg:sameEvent")).ToArray().map(bare)).sort(byPlace).forEach(function (id) {
    if (id in seen) { return; }
    reportsOf(id).forEach(function (other) { seen[other] = true; });
    shown.push(id);
  });
}
var rows = shown.map(function (id) { return reported(id); });
rows.sort(function (a, b) { return b.documents - a.documents || byPlace(a.id, b.id); });
if (params.limit && rows.length > params.limit) {
  note("the first " + params.limit + " of " + rows.length + " are shown; limit=0 shows all");
}
rows.slice(0, params.limit || rows.length).forEach(function (row) { g.Emit(row); });

function reported(id) {
  var others = reportsOf(id), row = event(id), differ = [];
  others.forEach(function (o) { if (o !== id && differenceOf(id, o)) { differ.push(differenceOf(id, o)); } });
  row.documents = unique(others.map(docOf)).length;
  row.differ_in = unique(differ.join(", ").split(", ").filter(Boolean)).sort().join(", ");
  return row;
}
