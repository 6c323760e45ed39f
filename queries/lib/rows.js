// Rows: which come first, how many, and what is counted.
// @use base

// Those of a path's nodes that have a value for a predicate, each once; test, if given, looks at the value.
function having(path, pred, test) {
  var found = [], rows = path.Save(iri(pred), "value").TagArray();
  for (var i = 0; i < rows.length; i++) {
    if (!test || test(bare(rows[i].value))) { found.push(bare(rows[i].id)); }
  }
  return unique(found);
}

function note(text) { g.Emit({ note: text }); }

function byPlace(a, b) {
  var x = docOf(a), y = docOf(b);
  return x < y ? -1 : x > y ? 1 : offsetOf(a) - offsetOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}

// The publication date of the document of each identifier, in one pass over the documents.
function published(ids) {
  var docs = unique(ids.map(docOf)), date = table(), out = table();
  if (docs.length) {
    from(docs).Save(iri("schema:datePublished"), "date").TagArray().forEach(function (d) { date[bare(d.id)] = d.date; });
  }
  ids.forEach(function (id) { out[id] = date[docOf(id)] || ""; });
  return out;
}

// Identifiers in order of date, newest first (oldest first when asked), those without a date last, then by place in the
// documents. Only the days are sorted at once; the identifiers of a day are sorted when walk reaches them.
function walk(dates, oldestFirst, visit) {
  var days = table();
  Object.keys(dates).forEach(function (id) { (days[dates[id]] = days[dates[id]] || []).push(id); });
  var order = Object.keys(days).filter(Boolean).sort();
  if (!oldestFirst) { order.reverse(); }
  if (days[""]) { order.push(""); }
  for (var i = 0; i < order.length; i++) {
    var ids = days[order[i]].sort(byPlace);
    for (var j = 0; j < ids.length; j++) {
      if (visit(ids[j]) === false) { return; }
    }
  }
}

// Emits a row for each identifier, in order of date, until the limit. A row that is null is left out. Details are fetched
// only for what is emitted.
function emitByDate(dates, limit, row, oldestFirst) {
  var shown = 0, left = Object.keys(dates).length;
  walk(dates, oldestFirst, function (id) {
    if (limit && shown >= limit) {
      note("the " + (oldestFirst ? "earliest " : "newest ") + shown + " are shown, up to " + left +
        " more were not looked at; limit=0 shows all");
      return false;
    }
    left--;
    var r = row(id);
    if (r) {
      g.Emit(r);
      shown++;
    }
    return true;
  });
}

// Counts by key. An item keeps how often, in which documents, and one identifier as the example: the first by place.
function counter() { return { items: table() }; }

function count(c, key, id) {
  var item = c.items[key] = c.items[key] || { key: key, n: 0, docs: table(), id: id, parts: table() };
  item.n++;
  if (id) {
    item.docs[docOf(id)] = true;
    if (byPlace(id, item.id) < 0) { item.id = id; }
  }
  return item;
}

function documentsOf(item) { return Object.keys(item.docs).length; }

// Items by number, the most first; equal ones by key.
function ranked(c) {
  return Object.keys(c.items).map(function (k) { return c.items[k]; }).sort(function (a, b) {
    return b.n - a.n || (a.key < b.key ? -1 : 1);
  });
}

// Emits a row for each item until the limit.
function emitRanked(items, limit, row) {
  var shown = limit ? items.slice(0, limit) : items;
  shown.forEach(function (item) { g.Emit(row(item)); });
  if (shown.length < items.length) { note("the first " + shown.length + " of " + items.length + " are shown; limit=0 shows all"); }
}

// The way back to the text for a row that counts: an example.
function example(id) {
  var p = props(id);
  return { id: id, sentence: sentence(p), document: docTitle(documentOf(p) || docOf(id)) };
}

// A row and the columns of its example.
function withExample(row, id) {
  var e = example(id);
  row.id = e.id;
  row.sentence = e.sentence;
  row.document = e.document;
  return row;
}
