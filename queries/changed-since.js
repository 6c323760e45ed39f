// What is new in the graph since a day: documents that were added or changed then, by the date that `dictum add --as-of` recorded; a
// document without one counts by the day it appeared.
// @param since date "2023-03-30" the first day, month or year
// @param limit limit "50" default=50 documents at most, the newest; 0 is all
// @columns date:date, by, statements:number, events:number, source, sentence, document, id
// @order date desc, document
// @use base, rows, dates

var found = table(), recorded = table();
["schema:datePublished", "schema:sdDatePublished"].forEach(function (pred) {
  from(["schema:NewsArticle"]).In(iri("rdf:type")).Save(iri(pred), "date").TagArray().forEach(function (row) {
    found[bare(row.id)] = row.date;
    recorded[bare(row.id)] = pred === "schema:sdDatePublished";
  });
});
Object.keys(found).forEach(function (doc) { if (!inWindow(found[doc], params.since, null)) { delete found[doc]; } });
emitByDate(found, params.limit, function (doc) {
  var spans = subjects("nif:referenceContext", [doc]).sort(function (a, b) { return startOf(a) - startOf(b); });
  var read = subjects("prov:wasDerivedFrom", spans), said = read.filter(function (id) { return id.indexOf("st:") === 0; });
  return { date: found[doc], by: recorded[doc] ? "recorded" : "published", statements: said.length, events: read.length - said.length,
    source: first(props(doc), "schema:publisher"), document: docTitle(doc), id: doc,
    sentence: spans.length ? first(props(spans[0]), "nif:anchorOf") : first(props(doc), "schema:articleBody").slice(0, 100) };
});
