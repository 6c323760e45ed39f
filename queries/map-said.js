// Who talks about whom, as a picture: for the Visualize page, or a table of edges.
// @param who actor "Armenia" optional one end of every edge
// @param limit limit "100" default=100 edges at most, those with most statements; 0 is all
// @columns source, target, source_label, target_label, source_color, target_color, statements:number, sentence, document, id
// @order statements desc, source, target
// @use statements, pairs, picture

emitRanked(ranked(spokenPairs(params.who)), params.limit, function (item) {
  return withExample(pictured(item.source, item.target, { statements: item.n }), item.id);
});
