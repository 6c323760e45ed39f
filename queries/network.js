// Who is connected to X within some steps, and through whom.
// @param who actor "Galuzin" the actor
// @param hops int "2" default=2 the greatest number of steps
// @param limit limit "50" default=50 rows at most, the nearest; 0 is all
// @columns hops:number, actor, relation, through, sentence, document, id
// @order hops, actor
// @use edges, search

var found = search(params.who, params.hops, null, params.limit);
emitRanked(found.order, params.limit, function (step) {
  var item = step.item;
  return proof({ hops: step.depth, actor: name(item.other), through: name(item.actor),
    relation: item.forward ? item.relation.inverse : item.relation.name }, item);
});
