// Events with a quantity of at least n.
// @param n int "100" the least quantity
// @param who actor "European Union" optional the one who acts or is acted on
// @param unit text "person" optional the unit
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, agent, action, quantity, patient, place, status, according_to, reported:date, sentence, document, id
// @order reported desc
// @use events

var start = params.who ? from(params.who).In([iri("kg:agent"), iri("kg:patient"), iri("kg:recipient")]) : everyEvent();
emitEvents(having(start, "schema:value", function (n) { return Number(n) >= params.n; }), params.limit, function (p) {
  return !params.unit || all(p, "schema:unitText").indexOf(params.unit.toLowerCase()) >= 0;
});
