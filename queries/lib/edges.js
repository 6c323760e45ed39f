// Edges between actors: one for each document that supports it, which is the label of the edge.
// @use base, rows, statements, events

function relations() {
  return [
    { edge: "kg:spokeAbout", name: "spoke about", inverse: "was spoken of by" },
    { edge: "kg:spokeTo", name: "spoke to", inverse: "was spoken to by" },
    { edge: "kg:actedOn", name: "acted on", inverse: "was acted on by" },
    { edge: "kg:seenAffiliation", name: "belongs to", inverse: "includes" }
  ];
}

// The edges of these actors to others with a name, in both directions: [{relation, forward, actor, other, doc}].
function edgesOf(ids, kinds) {
  var out = [];
  if (!ids.length) { return out; }
  kinds.forEach(function (relation) {
    [true, false].forEach(function (forward) {
      var path = from(ids).Tag("actor").LabelContext(g.M(), "doc");
      path = forward ? path.Out(iri(relation.edge)) : path.In(iri(relation.edge));
      var rows = path.TagArray();
      for (var i = 0; i < rows.length; i++) {
        if (isUnnamed(bare(rows[i].id))) { continue; }
        out.push({ relation: relation, forward: forward, actor: bare(rows[i].actor), other: bare(rows[i].id), doc: bare(rows[i].doc) });
      }
    });
  });
  return out;
}

// What of an actor stands in a document: {doc: [identifiers in order]}.
function perDocument(kind, actor, list) {
  return remember(kind, actor, function () {
    var out = table();
    list([actor]).forEach(function (id) { (out[docOf(id)] = out[docOf(id)] || []).push(id); });
    for (var d in out) { out[d].sort(byPlace); }
    return out;
  });
}

// The statement or event that an edge stands for: the first in the document, "" where none can be named.
function supports(relation, a, b, doc) {
  var speech = relation.edge !== "kg:actedOn";
  var here = (speech ? perDocument("said", a, statementsBy) : perDocument("done", a, eventsBy))[doc] || [];
  for (var i = 0; i < here.length; i++) {
    var p = props(here[i]), targets;
    if (!speech) {
      targets = happened(p) ? all(p, "kg:patient").concat(all(p, "kg:recipient")) : [];
    } else {
      targets = all(p, relation.edge === "kg:spokeTo" ? "kg:addressee" : "schema:about");
    }
    if (targets.indexOf(b) >= 0) { return here[i]; }
  }
  return "";
}

// A sentence of the document in which all of these are named, as far as its sentences are kept.
function sentenceNaming(doc, ids) {
  var spans = subjects("nif:referenceContext", [doc]).sort(function (a, b) { return startOf(a) - startOf(b); });
  for (var i = 0; i < spans.length; i++) {
    var text = first(props(spans[i]), "nif:anchorOf");
    if (ids.every(function (id) { return namedIn(id, text); })) { return text; }
  }
  return "";
}

function namedIn(id, text) {
  return remember("spelled", id, function () { return [name(id)].concat(objects([id], "schema:alternateName")); })
    .some(function (n) { return text.indexOf(n) >= 0; });
}

// Edges with the same ends and relation as one, with the documents that support it.
function bundle(edges) {
  var out = table();
  edges.forEach(function (e) {
    var a = e.forward ? e.actor : e.other, b = e.forward ? e.other : e.actor;
    var key = a + " " + e.relation.edge + " " + b;
    var item = out[key] = out[key] || { key: key, relation: e.relation, forward: e.forward, actor: e.actor, other: e.other,
      source: a, target: b, docs: table(), n: 0 };
    if (!(e.doc in item.docs)) {
      item.docs[e.doc] = true;
      item.n++;
    }
  });
  return Object.keys(out).map(function (k) { return out[k]; }).sort(function (x, y) {
    return y.n - x.n || (x.key < y.key ? -1 : x.key > y.key ? 1 : 0);
  });
}

// The columns id, sentence and document of a bundle. Who belongs to whom has no sentence of its own: one that names both, or the
// member, stands for it.
function proof(row, item) {
  var doc = Object.keys(item.docs).sort()[0] || "", id;
  if (item.relation.edge !== "kg:seenAffiliation") {
    id = doc && supports(item.relation, item.source, item.target, doc);
    if (id) { return withExample(row, id); }
  }
  row.id = doc;
  row.sentence = doc ? sentenceNaming(doc, [item.source, item.target]) || sentenceNaming(doc, [item.source]) : "";
  row.document = doc ? docTitle(doc) : "";
  return row;
}
