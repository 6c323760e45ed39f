// The documents behind what connects X and Y, in either direction, and those that report the same event.
// @param x actor "Russia" the one
// @param y actor "Armenia" the other
// @param limit limit "30" default=30 rows at most, the newest; 0 is all
// @columns date:date, document, source, relations, also_in, sentence, id
// @order date desc, document
// @use edges, links

var c = counter();
edgesOf(params.x, relations().concat([{ edge: "kg:coOccursWith", name: "is named with" }])).forEach(function (e) {
  if (e.doc && params.y.indexOf(e.other) >= 0) {
    var item = count(c, e.doc, e.doc);
    item.parts[e.relation.name] = true;
    item.best = item.best || supports(e.relation, e.forward ? e.actor : e.other, e.forward ? e.other : e.actor, e.doc);
  }
});
var items = ranked(c).sort(function (a, b) {
  return docDate(a.key) < docDate(b.key) ? 1 : docDate(a.key) > docDate(b.key) ? -1 : a.key < b.key ? -1 : 1;
});
emitRanked(items, params.limit, function (item) {
  return { date: docDate(item.key), document: docTitle(item.key), source: first(props(item.key), "schema:publisher"),
    relations: Object.keys(item.parts).sort(), id: item.best || item.key,
    also_in: item.best ? alsoIn(item.best).map(docTitle).join("; ") : "",
    sentence: item.best ? sentence(props(item.best)) : sentenceNaming(item.key, params.x.slice(0, 1).concat(params.y.slice(0, 1))) };
});
