// Events of different documents that are one: the graph of links.
// @use base, rows

// The events linked to one, through others too: [ids in order], the one itself among them.
function reportsOf(id) {
  var found = [id], next = [id];
  while (next.length) {
    var more = unique(objects(next, "kg:sameEvent").concat(subjects("kg:sameEvent", next)));
    next = more.filter(function (e) { return found.indexOf(e) < 0; });
    found = found.concat(next);
  }
  return found.sort(byPlace);
}

// The other documents that report the same event.
function alsoIn(id) { return unique(reportsOf(id).map(docOf)).filter(function (d) { return d !== docOf(id); }); }

// The two ends of a link, the earlier report first.
function endsOf(link) {
  return all(props(link), "kg:links").slice().sort(function (a, b) {
    var x = docDate(docOf(a)), y = docDate(docOf(b));
    return x < y ? -1 : x > y ? 1 : byPlace(a, b);
  });
}

// The links that differ in something: truth, quantity, plan.
function linksDifferingIn(what) { return g.V(str(what)).In(iri("kg:differsIn")).ToArray().map(bare).sort(); }

// What two reports of one event differ in, as their link says; "" where they are not linked.
function differenceOf(a, b) {
  var links = within(subjects("kg:links", [a]), subjects("kg:links", [b]));
  return links.length ? all(props(links[0]), "kg:differsIn").join(", ") : "";
}
