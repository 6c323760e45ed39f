// Who acts on whom, as a picture: for the Visualize page, or a table of edges. What did not happen, or is denied, is left out.
// @param who actor "Armenia" optional one end of every edge
// @param limit limit "100" default=100 edges at most, those with most events; 0 is all
// @columns source, target, source_label, target_label, source_color, target_color, events:number, sentence, document, id
// @order events desc, source, target
// @use events, picture

var c = counter(), left = deniedEvents(), drawn = table();
["planned", "hypothetical"].forEach(function (modality) {
  g.V(str(modality)).In(iri("kg:modality")).ForEach(function (row) { left[bare(row.id)] = true; });
});
var list = params.who ? eventsOf(params.who) : null;
if (!list || list.length) {
  (list ? from(list) : everyEvent()).Save(iri("kg:agent"), "a").SaveOpt(iri("kg:patient"), "b").SaveOpt(iri("kg:recipient"), "c")
    .ForEach(function (row) { [row.b, row.c].forEach(function (to) { if (to) { draw(bare(row.id), bare(row.a), bare(to)); } }); });
}
emitRanked(ranked(c), params.limit, function (item) {
  return withExample(pictured(item.source, item.target, { events: item.n }), item.id);
});

function draw(id, a, b) {
  var key = a + " " + b;
  if (id in left || a === b || params.who && params.who.indexOf(a) < 0 && params.who.indexOf(b) < 0) { return; }
  if (id + " " + key in drawn) { return; } // an event with several in one role comes in several rows
  drawn[id + " " + key] = true;
  var item = count(c, key, id);
  item.source = a;
  item.target = b;
}
