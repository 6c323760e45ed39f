// Whom both X and Y are connected to, and how: X is the one who "acted on", "spoke about" or "was spoken of by" them. The
// sentence shown is for the edge of X.
// @param x actor "Russia" the one
// @param y actor "European Union" the other
// @param limit limit "15" default=15 rows at most, those with most documents; 0 is all
// @columns actor, with_x, with_y, documents:number, sentence, document, id
// @order documents desc, actor
// @use edges

var own = byOther(params.x), theirs = byOther(params.y);
var shared = Object.keys(own).filter(function (id) {
  return id in theirs && params.x.indexOf(id) < 0 && params.y.indexOf(id) < 0;
});
var rows = shared.map(function (id) {
  var docs = table();
  own[id].concat(theirs[id]).forEach(function (item) { for (var doc in item.docs) { docs[doc] = true; } });
  return { id: id, key: id, n: Object.keys(docs).length };
}).sort(function (a, b) { return b.n - a.n || (a.key < b.key ? -1 : 1); });
emitRanked(rows, params.limit, function (row) {
  return proof({ actor: name(row.id), with_x: ways(own[row.id]), with_y: ways(theirs[row.id]), documents: row.n }, own[row.id][0]);
});

function byOther(ids) {
  var out = table();
  bundle(edgesOf(ids, relations())).forEach(function (item) { (out[item.other] = out[item.other] || []).push(item); });
  return out;
}

function ways(items) {
  return unique(items.map(function (item) { return item.forward ? item.relation.name : item.relation.inverse; })).sort().join(", ");
}
