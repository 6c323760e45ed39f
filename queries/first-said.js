// Who said it first, and where it was said again: statements with the given words, near-identical ones as one. Statements
// are near-identical when the shorter shares four in five of its longer words with the other.
// @param words text "mission" words of the statement, in any order
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns date:date, speaker, content, repeats:number, repeated_in, sentence, document, id
// @order date
// @use statements

var wanted = words(params.words), dates = table(), text = table(), groups = [];
everyStatement().Save(iri("schema:text"), "text").ForEach(function (row) {
  if (hasWords(row.text, wanted)) { text[bare(row.id)] = row.text; }
});
var found = Object.keys(text);
if (found.length) { dates = statementDates(from(found)); }
walk(dates, true, function (id) {
  for (var i = 0; i < groups.length; i++) {
    if (likeness(text[groups[i].id], text[id]) >= 0.8) {
      groups[i].again.push(id);
      return;
    }
  }
  groups.push({ id: id, again: [] });
});
groups.slice(0, params.limit || groups.length).forEach(function (group) {
  var row = statement(group.id);
  row.repeats = group.again.length;
  row.repeated_in = unique(group.again.map(docOf)).map(docTitle).join("; ");
  g.Emit(row);
});
