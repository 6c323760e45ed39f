// Who speak about each other, with how often each does. The statement shown is the first by the one named first.
// @param who actor "Russia" optional one of the two
// @param limit limit "15" default=15 pairs at most, those that speak most; 0 is all
// @columns a, b, a_about_b:number, b_about_a:number, sentence, document, id
// @use statements, pairs

var counts = spokenPairs(params.who);
var pairs = Object.keys(counts.items).map(function (k) { return counts.items[k]; }).filter(function (item) {
  item.back = counts.items[pairKey(item.target, item.source)];
  return item.back && item.source < item.target;
});
pairs.sort(function (x, y) { return y.n + y.back.n - x.n - x.back.n || (x.key < y.key ? -1 : 1); });
emitRanked(pairs, params.limit, function (item) {
  return withExample({ a: name(item.source), b: name(item.target), a_about_b: item.n, b_about_a: item.back.n }, item.id);
});
