// The shortest way from X to Y along what was said, done and who belongs to whom, with the evidence of every step.
// @param x actor "Anna Hunanyan" where it begins
// @param y actor "European Union" where it ends
// @param hops int "4" default=4 the greatest number of steps
// @columns step:number, from, relation, to, documents:number, sentence, document, id
// @order step
// @use edges, search

var found = search(params.x, params.hops, params.y, 0), steps = [];
for (var at = found.goal; at && found.steps[at]; at = found.steps[at].item.actor) { steps.unshift(found.steps[at].item); }
steps.forEach(function (item, i) {
  g.Emit(proof({ step: i + 1, from: name(item.actor), to: name(item.other), documents: item.n,
    relation: item.forward ? item.relation.name : item.relation.inverse }, item));
});
if (!steps.length) { note("there is no way in " + params.hops + " steps"); }
