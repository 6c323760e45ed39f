// How many publishers, and how many of their documents, connect X and Y.
// @param x actor "Russia" the one
// @param y actor "Armenia" the other
// @columns source, documents:number, first:date, last:date, sentence, document, id
// @order documents desc, source
// @use edges

var c = counter(), best = table();
edgesOf(params.x, relations().concat([{ edge: "kg:coOccursWith", name: "is named with" }])).forEach(function (e) {
  if (!e.doc || params.y.indexOf(e.other) < 0) { return; }
  best[e.doc] = best[e.doc] || supports(e.relation, e.forward ? e.actor : e.other, e.forward ? e.other : e.actor, e.doc);
});
Object.keys(best).sort().forEach(function (doc) {
  var item = count(c, first(props(doc), "schema:publisher") || "(unknown)", doc), date = docDate(doc);
  item.best = item.best || best[doc];
  item.first = !item.first || date < item.first ? date : item.first;
  item.last = !item.last || date > item.last ? date : item.last;
});
ranked(c).forEach(function (item) {
  var row = { source: item.key, documents: documentsOf(item), first: item.first, last: item.last };
  if (item.best) {
    g.Emit(withExample(row, item.best));
    return;
  }
  row.id = item.id;
  row.document = docTitle(item.id);
  row.sentence = sentenceNaming(item.id, params.x.slice(0, 1).concat(params.y.slice(0, 1)));
  g.Emit(row);
});
