// Every name that X was seen under, in how many documents, and where.
// @param who actor "European Union" the actor
// @param limit limit "30" default=30 rows at most, those seen most; 0 is all
// @columns name, documents:number, actor, sentence, document, id
// @order documents desc, name
// @use edges

var c = counter();
edgesOf(params.who, [{ edge: "kg:seenAs" }, { edge: "kg:seenName" }]).forEach(function (e) {
  if (e.forward && e.doc && !(e.doc in (c.items[e.other] || { docs: {} }).docs)) { count(c, e.other, e.doc).actor = e.actor; }
});
emitRanked(ranked(c), params.limit, function (item) {
  var docs = Object.keys(item.docs).sort(), text = "";
  for (var i = 0; i < docs.length && i < 20 && !text; i++) {
    text = sentenceWith(docs[i], item.key);
    if (text) { item.id = docs[i]; }
  }
  return { name: item.key, documents: item.n, actor: item.actor, sentence: text, document: docTitle(item.id), id: item.id };
});

function sentenceWith(doc, words) {
  var found = subjects("nif:referenceContext", [doc]).filter(function (s) {
    return first(props(s), "nif:anchorOf").indexOf(words) >= 0;
  });
  found.sort(function (a, b) { return startOf(a) - startOf(b); });
  return found.length ? first(props(found[0]), "nif:anchorOf") : "";
}
