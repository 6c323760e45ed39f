// The sentences that a statement or an event rests on, with their offsets in the document (code points, the end exclusive).
// @param id id "st:680e9cd96ffa9c2f-50-104" of a statement or event, from the column id of another answer
// @columns kind, what, start:number, end:number, sentence, document, url, source, id
// @order start
// @use statements, events

var p = props(params.id), spans = all(p, "prov:wasDerivedFrom");
var kind = all(p, "rdf:type").indexOf("sem:Event") >= 0 ? "event" : "statement";
spans.forEach(function (span) {
  var s = props(span), doc = props(first(s, "nif:referenceContext")), place = span.slice(span.indexOf("=") + 1).split(",");
  g.Emit({ kind: kind, what: first(p, kind === "event" ? "rdfs:label" : "schema:text"), start: Number(place[0]), end: Number(place[1]),
    sentence: first(s, "nif:anchorOf"), document: docTitle(first(s, "nif:referenceContext")), url: first(doc, "schema:url"),
    source: first(doc, "schema:publisher"), id: params.id });
});
