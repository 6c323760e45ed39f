// Breadth-first search over the edges between actors.
// @use edges

// Actors within some steps of these. steps has for each the edge that reaches it, order lists those by depth, and goal is the
// first of the wanted ones, where wanted is a list. Of several edges to one actor the best supported is kept. The search ends
// with the step that has found enough, if enough is not 0.
function search(start, hops, wanted, enough) {
  var found = { steps: table(), order: [], goal: "" }, level = start.slice().sort(), seen = table();
  level.forEach(function (id) { seen[id] = true; });
  for (var depth = 1; depth <= hops && level.length && !found.goal; depth++) {
    if (enough && found.order.length >= enough) { break; }
    var next = [];
    bundle(edgesOf(level, relations())).forEach(function (item) {
      if (item.other in seen) { return; }
      seen[item.other] = true;
      found.steps[item.other] = { item: item, depth: depth };
      next.push(item.other);
    });
    next.sort();
    next.forEach(function (id) {
      found.order.push(found.steps[id]);
      if (wanted && !found.goal && wanted.indexOf(id) >= 0) { found.goal = id; }
    });
    level = next;
  }
  return found;
}
