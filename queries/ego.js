// The surroundings of X as a picture: X, those connected to X, and how they are connected to each other.
// @param who actor "Armenia" the actor
// @param limit limit "30" default=30 neighbours at most, those with most documents; 0 is all
// @columns source, target, source_label, target_label, source_color, target_color, relation, documents:number, sentence, document, id
// @order documents desc, source, relation, target
// @use edges, picture

var inner = unique(bundle(edgesOf(params.who, relations())).map(function (item) { return item.other; }));
if (params.limit) { inner = inner.slice(0, params.limit); }
inner = unique(inner.concat(params.who));
bundle(edgesOf(inner, relations()).filter(function (e) { return e.forward && inner.indexOf(e.other) >= 0; })).forEach(function (item) {
  g.Emit(proof(pictured(item.source, item.target, { relation: item.relation.name, documents: item.n }), item));
});
