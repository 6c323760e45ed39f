// Ways into the graph. An identifier is written bare ("actor:armenia"); the graph gives and takes <actor:armenia>.
// Every function starts from identifiers; with an empty list it finds nothing, where g.V() would mean everything.

var memo; // set on first use: the question above runs before this line would

function remember(kind, key, make) {
  memo = memo || table();
  var known = memo[kind] = memo[kind] || table();
  if (!(key in known)) { known[key] = make(); }
  return known[key];
}

// An object without inherited names: a word of an article may be "constructor".
function table() { return Object.create(null); }

function bare(v) {
  return typeof v === "string" && v.charAt(0) === "<" && v.charAt(v.length - 1) === ">" ? v.slice(1, -1) : v;
}

function unique(list) {
  var seen = table();
  return list.filter(function (v) {
    if (v in seen) { return false; }
    seen[v] = true;
    return true;
  });
}

// The path that begins at these nodes; at one that is not there when there are none.
function from(ids) { return g.V.apply(g, (ids.length ? ids : ["none:"]).map(function (id) { return iri(id); })); }

// The things that point at any of these with a predicate, or with one of a list, each once. Several predicates cost one pass
// when they are asked of one node, and a search of the whole graph when they are asked of two.
function subjects(pred, ids) {
  var found = [], preds = [].concat(pred).map(function (p) { return iri(p); });
  ids.forEach(function (id) { found = found.concat(from([id]).In(preds).ToArray()); });
  return unique(found.map(bare));
}

// The things that any of these point at, each once.
function objects(ids, pred) {
  return ids.length ? unique(from(ids).Out(iri(pred)).ToArray().map(bare)) : [];
}

function within(list, other) {
  var has = table();
  other.forEach(function (v) { has[v] = true; });
  return list.filter(function (v) { return v in has; });
}

// All that one statement, event, sentence or document says of itself, in one pass: {predicate: [values, sorted]}.
// Not for actors: an actor has an edge for every document.
function props(id) {
  return remember("props", id, function () {
    var found = table(), rows = from([id]).Out(null, "p").TagArray();
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i], pred = bare(row.p);
      (found[pred] = found[pred] || []).push(bare(row.id));
    }
    for (var p in found) { if (found[p].length > 1) { found[p] = unique(found[p]).sort(); } }
    return found;
  });
}

function all(p, pred) { return p[pred] || []; }

function first(p, pred) { return p[pred] ? p[pred][0] : ""; }

// Whether an actor is one without a name whom only one document tells of: "two officials". Such actors are shown where they
// speak; they are not counted among speakers, nor do they join the actors of different documents.
function isUnnamed(id) { return id.indexOf("~") > 0; }

function isNamed(id) { return !isUnnamed(id); }

// The name of an actor or place; of one without a name, the words of the text and to whom he belongs: "spokesman (Oxfam)".
function name(id) {
  return remember("name", id, function () {
    var own = from([id]).Out(iri("schema:name")).ToValue() || from([id]).Out(iri("kg:seenName")).ToValue() || id;
    var of = isUnnamed(id) ? objects([id], "schema:affiliation").map(name).filter(function (n) { return own.indexOf(n) < 0; }) : [];
    return of.length ? own + " (" + of.sort().join(", ") + ")" : own;
  });
}

function names(ids) { return ids.map(name).sort().join(", "); }

// Who a statement is attributed to: by name, else in the words of the text.
function speakerOf(p) {
  var ids = all(p, "schema:spokenByCharacter");
  return ids.length ? names(ids) : all(p, "kg:sourceText").join(", ");
}

// doc:h of st:h-10-90 and of ev:h-10-12, and where in the document that stands.
function docOf(id) {
  var end = id.indexOf("-");
  if (end < 0) { end = id.indexOf("#"); }
  return "doc:" + id.slice(id.indexOf(":") + 1, end < 0 ? id.length : end);
}

function offsetOf(id) { return id.indexOf("-") < 0 ? 0 : parseInt(id.slice(id.indexOf("-") + 1), 10) || 0; }

function docDate(doc) {
  return remember("date", doc, function () { return from([doc]).Out(iri("schema:datePublished")).ToValue() || ""; });
}

// Title, else address, else identifier; and the date.
function docTitle(doc) {
  var p = props(doc), date = first(p, "schema:datePublished");
  return (first(p, "schema:headline") || first(p, "schema:url") || doc) + (date ? " (" + date + ")" : "");
}

function startOf(span) { return Number(span.slice(span.indexOf("=") + 1).split(",")[0]); }

// The sentences that a statement or event was read from, in the order of the text.
function sentence(p) {
  var spans = all(p, "prov:wasDerivedFrom").slice();
  spans.sort(function (a, b) { return startOf(a) - startOf(b); });
  return spans.map(function (s) { return first(props(s), "nif:anchorOf"); }).join(" ");
}

function documentOf(p) {
  var span = first(p, "prov:wasDerivedFrom");
  return span ? first(props(span), "nif:referenceContext") : "";
}

// The text without letters' case, accents of typing and punctuation, as a list of words.
function words(text) { return String(text).toLowerCase().split(/[\s.,;:!?()\[\]{}"'“”‘’«»…–—\/-]+/).filter(Boolean); }

// Whether a text has all of these words, as words gave them. Most texts are refused by their letters, before they are cut up.
function hasWords(text, wanted) {
  var letters = String(text).toLowerCase();
  return wanted.length > 0 && wanted.every(function (w) { return letters.indexOf(w) >= 0; }) &&
    within(wanted, words(letters)).length === wanted.length;
}
