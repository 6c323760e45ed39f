// Everything between X and Y, both ways, with counts: what each said about the other and to the other, did to the other, and
// whether one belongs to the other. One row for each verb; what is planned, denied, or claimed by a speaker alone is marked.
// @param x actor "Russia" the one
// @param y actor "Armenia" the other
// @columns from, relation, to, verb, count:number, documents:number, sentence, document, id
// @use edges

between(params.x, params.y);
between(params.y, params.x);
belonging(params.x, params.y);
belonging(params.y, params.x);

function between(a, b) {
  var said = statementsBy(a);
  emitVerbs(a, b, "said about", within(said, statementsAbout(b)), "kg:cueLemma");
  emitVerbs(a, b, "said to", within(said, subjects("kg:addressee", b)), "kg:cueLemma");
  var done = table();
  within(eventsBy(a), eventsTo(b)).forEach(function (id) {
    var p = props(id), status = statusOf(p);
    if (first(p, "sem:accordingTo")) { status = status === "actual" ? "claimed" : status + ", claimed"; }
    (done[status] = done[status] || []).push(id);
  });
  Object.keys(done).sort().forEach(function (status) {
    emitVerbs(a, b, "did to" + (status === "actual" ? "" : " (" + status + ")"), done[status], "kg:predicate");
  });
}

function emitVerbs(a, b, relation, ids, pred) {
  var c = counter();
  ids.forEach(function (id) { count(c, first(props(id), pred), id); });
  ranked(c).forEach(function (item) {
    g.Emit(withExample({ from: names(a), relation: relation, to: names(b), verb: item.key, count: item.n,
      documents: documentsOf(item) }, item.id));
  });
}

function belonging(a, b) {
  bundle(edgesOf(a, [{ edge: "kg:seenAffiliation" }])).forEach(function (item) {
    if (item.forward && b.indexOf(item.target) >= 0) {
      g.Emit(proof({ from: name(item.source), relation: "belongs to", to: name(item.target), verb: "", count: item.n,
        documents: item.n }, item));
    }
  });
}
