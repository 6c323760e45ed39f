// Everything that was read in one document, in the order of the text.
// @param document text "Mission on the border" title, address, or the identifier of the document or of anything in it
// @columns place:number, kind, who, what, whom, sentence, document, id
// @order document, place, kind desc
// @use statements, events

var wanted = params.document.replace(/^<|>$/g, "");
var docs = [];
["schema:headline", "schema:url", "schema:identifier"].forEach(function (pred) {
  docs = docs.concat(g.V(str(wanted)).In(iri(pred)).ToArray().map(bare));
});
if (/^(doc|st|ev):/.test(wanted)) { docs.push(docOf(wanted)); }
unique(docs).sort().forEach(function (doc) {
  var found = [];
  subjects("nif:referenceContext", [doc]).forEach(function (span) { found = found.concat(subjects("prov:wasDerivedFrom", [span])); });
  unique(found).sort(byPlace).forEach(show);
});

function show(id) {
  var said = id.indexOf("st:") === 0, row = said ? statement(id) : event(id);
  g.Emit({ place: offsetOf(id), kind: said ? "statement" : "event", who: said ? row.speaker : row.agent,
    what: said ? row.content : row.action, whom: said ? row.about : [row.patient, row.recipient].filter(Boolean).join(", "),
    sentence: row.sentence, document: row.document, id: id });
}
