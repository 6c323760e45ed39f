// Counts of speaker about topic, of X as either of the two, or of all.
// @param who actor "Armenia" optional speaker or topic
// @param limit limit "15" default=15 pairs at most; 0 is all
// @columns speaker, about, statements:number, documents:number, sentence, document, id
// @order statements desc, speaker, about
// @use statements, pairs

emitRanked(ranked(spokenPairs(params.who)), params.limit, function (item) {
  return withExample({ speaker: name(item.source), about: name(item.target), statements: item.n, documents: documentsOf(item) }, item.id);
});
