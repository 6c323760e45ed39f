// How X speaks: says, warns, denies, promises, with how often.
// @param who actor "Russia" the speaker
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns cue, statements:number, documents:number, sentence, document, id
// @order statements desc, cue
// @use statements

var c = counter();
statementsBy(params.who).forEach(function (id) {
  var p = props(id);
  count(c, first(p, "kg:cueLemma") || first(p, "kg:cue") || "(none)", id);
});
emitRanked(ranked(c), params.limit, function (item) {
  return withExample({ cue: item.key, statements: item.n, documents: documentsOf(item) }, item.id);
});
