// Statements whose speaker has no name, or is not known, with the words that the text gives for the source, if any. Newest first.
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, source, cue, content, about, sentence, document, id
// @order date desc
// @use statements

var known = table();
everyStatement().Save(iri("schema:spokenByCharacter"), "speaker").ForEach(function (row) {
  if (isNamed(bare(row.speaker))) { known[bare(row.id)] = true; }
});
var open = everyStatement().ToArray().map(bare).filter(function (id) { return !(id in known); });
if (open.length) {
  emitByDate(statementDates(from(open)), params.limit, function (id) {
    var row = statement(id);
    row.source = all(props(id), "schema:spokenByCharacter").map(name).concat(all(props(id), "kg:sourceText"))[0] || "";
    return row;
  });
}
