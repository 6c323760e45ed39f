// Statements: who said what, how.
// @use base, rows

function aboutOf(p) { return names(all(p, "schema:about")); }

function kindOf(p) { return first(p, "kg:quoteType").replace("kg:", "").toLowerCase(); }

// One statement as a row; a question shows the columns it names.
function statement(id) {
  var p = props(id), doc = documentOf(p) || docOf(id);
  return {
    id: id,
    date: first(p, "schema:dateCreated") || docDate(doc),
    speaker: speakerOf(p),
    cue: first(p, "kg:cue") || first(p, "kg:cueLemma"),
    lemma: first(p, "kg:cueLemma"),
    content: first(p, "schema:text"),
    kind: kindOf(p),
    about: aboutOf(p),
    addressee: all(p, "kg:addressee").map(function (a) { return /^(actor|place):/.test(a) ? name(a) : a; }).join(", "),
    venue: first(p, "kg:venue"),
    attitude: first(p, "kg:attitude"),
    polarity: first(p, "kg:polarity"),
    certainty: first(p, "kg:certainty"),
    confidence: first(p, "kg:confidence"),
    sentence: sentence(p),
    document: docTitle(doc)
  };
}

// Date of each statement that a path leads to.
function statementDates(path) {
  var dates = table(), rows = path.SaveOpt(iri("schema:dateCreated"), "date").TagArray();
  for (var i = 0; i < rows.length; i++) { dates[bare(rows[i].id)] = rows[i].date || ""; }
  return dates;
}

// What these said, themselves or through a spokesperson.
function statementsBy(ids) { return subjects(["schema:spokenByCharacter", "kg:spokenFor"], ids); }

function statementsAbout(ids) { return subjects("schema:about", ids); }

function everyStatement() { return from(["schema:Quotation"]).In(iri("rdf:type")); }

// Newest first. The list may be long: keep, if given, looks at the properties of one and says whether it stays.
// found is a path or a list of identifiers.
function emitStatements(found, limit, keep, oldestFirst) {
  if (found.length === 0) { return; }
  emitByDate(statementDates(found.length ? from(found) : found), limit, function (id) {
    return !keep || keep(props(id)) ? statement(id) : null;
  }, oldestFirst);
}

// How many of the longer words of the shorter text the other has, 0 to 1.
function likeness(a, b) {
  var x = longWords(a), y = longWords(b);
  var less = Math.min(x.length, y.length);
  return less ? within(x, y).length / less : 0;
}

function longWords(text) {
  return remember("long words", text, function () { return unique(words(text).filter(isLong)); });
}

function isLong(word) { return word.length > 3; }
