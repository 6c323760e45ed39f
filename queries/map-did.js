// Who acts on whom, as a picture: for the Visualize page, or a table of edges. What did not happen, or is denied, is left out.
// @param who actor "Armenia" optional one end of every edge
// @param limit limit "100" default=100 edges at most, those with most events; 0 is all
// @columns source, target, source_label, target_label, source_color, target_color, events:number, sentence, document, id
// @order events desc, source, target
// @use events, picture

var c = counter(), denied = deniedEvents();
["kg:patient", "kg:recipient"].forEach(function (role) {
  var list = params.who ? eventsOf(params.who) : null;
  if (list && !list.length) { return; }
  (list ? from(list) : everyEvent()).Has(iri("kg:modality"), str("actual")).Save(iri("kg:agent"), "a").Save(iri(role), "b")
    .ForEach(function (row) { draw(bare(row.id), bare(row.a), bare(row.b)); });
});
emitRanked(ranked(c), params.limit, function (item) {
  return withExample(pictured(item.source, item.target, { events: item.n }), item.id);
});

function draw(id, a, b) {
  if (id in denied || a === b || params.who && params.who.indexOf(a) < 0 && params.who.indexOf(b) < 0) { return; }
  var item = count(c, a + " " + b, id);
  item.source = a;
  item.target = b;
}
