// Who stands with X and who against, by what was done and said between them.
// @use base, rows, statements, events, plover

// Counts by the other actor of acts and attitudes of one side between X and others, in both directions.
function emitSide(who, limit, rightType, rightAttitude) {
  var c = counter();
  unique(eventsBy(who).concat(eventsTo(who))).forEach(function (id) {
    var p = props(id), ends = ["kg:agent", "kg:patient", "kg:recipient"].map(function (role) { return all(p, role); });
    if (!happened(p) || !rightType(typeOf(p))) { return; }
    var byUs = within(ends[0], who).length > 0, others = byUs ? ends[1].concat(ends[2]) : ends[0];
    if (byUs && typeOf(p) === "CONSULT") { others = others.concat(ends[0]); }
    tally(others, id, "acts");
  });
  statementsBy(who).forEach(function (id) {
    if (first(props(id), "kg:attitude") === rightAttitude) { tally(all(props(id), "schema:about"), id, "words"); }
  });
  statementsAbout(who).forEach(function (id) {
    if (first(props(id), "kg:attitude") === rightAttitude) { tally(all(props(id), "schema:spokenByCharacter"), id, "words"); }
  });
  emitRanked(ranked(c), limit, function (item) {
    return withExample({ actor: name(item.key), count: item.n, acts: item.acts || 0, words: item.words || 0,
      documents: documentsOf(item) }, item.id);
  });

  function tally(others, id, kind) {
    unique(others).filter(function (o) { return who.indexOf(o) < 0; }).forEach(function (o) {
      var item = count(c, o, id);
      item[kind] = (item[kind] || 0) + 1;
    });
  }
}
