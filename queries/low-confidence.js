// Statements and events that were read with little confidence, the least sure first: what to check by hand.
// @param below int "60" default=60 percent
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns confidence:number, kind, who, what, sentence, document, id
// @order confidence
// @use statements, events

var c = table(), order = [], values = table();
[everyStatement(), everyEvent()].forEach(function (path) { // the values are few, and lead to what has them
  path.Out(iri("kg:confidence")).Unique().ForEach(function (row) { values[row.id] = Number(row.id); });
});
Object.keys(values).forEach(function (key) {
  var n = values[key];
  if (n * 100 < params.below) { c[n] = g.V(n).In(iri("kg:confidence")).ToArray().map(bare); }
});
Object.keys(c).sort(function (a, b) { return a - b; }).forEach(function (n) {
  unique(c[n]).sort(byPlace).forEach(function (id) { order.push({ id: id, n: Number(n) }); });
});
emitRanked(order, params.limit, function (item) {
  var said = item.id.indexOf("st:") === 0, row = said ? statement(item.id) : event(item.id);
  return { confidence: item.n, kind: said ? "statement" : "event", who: said ? row.speaker : row.agent,
    what: said ? row.content : row.action, sentence: row.sentence, document: row.document, id: item.id };
});
