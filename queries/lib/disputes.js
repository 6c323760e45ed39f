// Events that are asserted here and denied there.
// @use base, rows, statements, events

// Who stands for an event, and whether they affirm it: a statement that reports it can deny it too.
function standing(id) {
  return remember("standing", id, function () {
    var p = props(id), st = first(p, "sem:accordingTo") || subjects("kg:reports", [id]).sort()[0] || "", said = st ? props(st) : null;
    return {
      denied: isDenied(p) || said !== null && first(said, "kg:polarity") === "negated",
      by: said ? speakerOf(said) : first(props(documentOf(p) || docOf(id)), "schema:publisher")
    };
  });
}

function samePatient(a, b) {
  var x = all(a, "kg:patient").concat(all(a, "kg:recipient")), y = all(b, "kg:patient").concat(all(b, "kg:recipient"));
  return !x.length || !y.length || within(x, y).length > 0;
}

function emitDisputes(list, limit) {
  var groups = table(), shown = 0;
  if (!list.length) { return; }
  from(list).Save(iri("kg:agent"), "agent").Save(iri("kg:predicate"), "verb").ForEach(function (row) {
    var key = bare(row.agent) + " " + row.verb;
    (groups[key] = groups[key] || []).push(bare(row.id));
  });
  Object.keys(groups).sort().forEach(function (key) {
    var ids = groups[key].filter(function (id) { return modalityOf(props(id)) === "actual"; }).sort(byPlace);
    if (ids.length < 2) { return; }
    ids.forEach(function (yes) {
      ids.forEach(function (no) {
        if (standing(yes).denied || !standing(no).denied || !samePatient(props(yes), props(no))) { return; }
        if (standing(yes).by === standing(no).by || limit && shown >= limit) { return; }
        shown++;
        emitDispute(key.split(" ")[0], yes, no);
      });
    });
  });
}

function emitDispute(agent, yes, no) {
  var a = event(yes), b = event(no);
  g.Emit({ agent: name(agent), action: a.action, asserted_by: standing(yes).by, date: a.date || a.reported, sentence: a.sentence,
    document: a.document, id: yes, denied_by: standing(no).by, date_2: b.date || b.reported, sentence_2: b.sentence,
    document_2: b.document, id_2: no });
}
