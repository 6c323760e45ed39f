// Which offices a person holds or held, or who holds those of a country or body: from when to when, and who says so.
// @param who actor "Borrell" a person, or a country or body
// @param limit limit "30" default=30 rows at most; 0 is all
// @columns person, office, of, from:date, to:date, state, dated, report:date, sentence, document, id
// @order person, office, from, report
// @use rows

var terms = subjects(["kg:roleOf", "kg:roleWithin"], params.who).sort(byPlace);
emitRanked(terms, params.limit, function (id) {
  var p = props(id), doc = docOf(id);
  return { person: names(all(p, "kg:roleOf")), office: first(p, "schema:roleName"), of: names(all(p, "kg:roleWithin")),
    from: first(p, "schema:startDate"), to: first(p, "schema:endDate"), state: first(p, "kg:roleState") || "held", dated: first(p, "kg:datedBy") || "report",
    report: first(p, "kg:asOf"), sentence: first(props(first(p, "kg:toldIn")), "nif:anchorOf"), document: docTitle(doc), id: id };
});
