// Who stands with X and who against, by what was done and said between them.
// @use base, rows, statements, events, plover

// Counts by the other actor the acts and attitudes of one side between X and others, in both directions.
function emitSide(who, limit, rightType, rightAttitude) {
  var c = counter(), any = function (type) { return rightType(type.replace("plover:", "")); };
  var attitude = function (a) { return a === rightAttitude; };
  having(from(who).In([iri("kg:agent"), iri("kg:patient"), iri("kg:recipient")]), "sem:eventType", any).forEach(function (id) {
    if (happened(props(id))) { tally(c, who, counterparts(props(id), who), id, "acts"); }
  });
  having(from(who).In(iri("schema:spokenByCharacter")), "kg:attitude", attitude).forEach(function (id) {
    tally(c, who, all(props(id), "schema:about"), id, "words");
  });
  having(from(who).In(iri("schema:about")), "kg:attitude", attitude).forEach(function (id) {
    tally(c, who, all(props(id), "schema:spokenByCharacter"), id, "words");
  });
  emitRanked(ranked(c), limit, function (item) {
    return withExample({ actor: name(item.key), count: item.n, acts: item.acts || 0, words: item.words || 0,
      documents: documentsOf(item) }, item.id);
  });
}

// The others in an event: those acted on when X acts, those who act when X is acted on, and who meets X.
function counterparts(p, who) {
  var agents = all(p, "kg:agent"), targets = all(p, "kg:patient").concat(all(p, "kg:recipient"));
  if (!within(agents, who).length) { return agents; }
  return typeOf(p) === "CONSULT" ? targets.concat(agents) : targets;
}

function tally(c, who, others, id, kind) {
  unique(others).filter(function (o) { return who.indexOf(o) < 0 && isNamed(o); }).forEach(function (o) {
    var item = count(c, o, id);
    item[kind] = (item[kind] || 0) + 1;
  });
}
