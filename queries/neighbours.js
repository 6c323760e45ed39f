// Who is connected to X, by relation: spoke about, spoke to, acted on, belongs to, each in both directions.
// @param who actor "Armenia" the actor
// @param limit limit "30" default=30 rows at most, those with most documents; 0 is all
// @columns relation, actor, documents:number, sentence, document, id
// @order documents desc, relation, actor
// @use edges

emitRanked(bundle(edgesOf(params.who, relations())), params.limit, function (item) {
  return proof({ relation: item.forward ? item.relation.name : item.relation.inverse, actor: name(item.other), documents: item.n }, item);
});
