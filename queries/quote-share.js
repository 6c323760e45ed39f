// How speakers are quoted: directly, mixed, indirectly. Of X, or of all.
// @param who actor "Russia" optional the speaker
// @columns kind, statements:number, percent:number, documents:number, sentence, document, id
// @order statements desc, kind
// @use statements

var c = counter(), total = 0;
["kg:Direct", "kg:Mixed", "kg:Indirect"].forEach(function (kind) {
  var found = subjects("kg:quoteType", [kind]);
  if (params.who) { found = within(found, statementsBy(params.who)); }
  total += found.length;
  found.forEach(function (id) { count(c, kind.slice(3).toLowerCase(), id); });
});
ranked(c).forEach(function (item) {
  g.Emit(withExample({ kind: item.key, statements: item.n, percent: Math.round(100 * item.n / total),
    documents: documentsOf(item) }, item.id));
});
