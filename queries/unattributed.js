// Statements without a known speaker, with the words that the text gives for the source, if any. Newest first.
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, source, cue, content, about, sentence, document, id
// @order date desc
// @use statements

var known = table();
everyStatement().Has(iri("schema:spokenByCharacter")).ToArray().forEach(function (id) { known[bare(id)] = true; });
var open = everyStatement().ToArray().map(bare).filter(function (id) { return !(id in known); });
if (open.length) {
  emitByDate(statementDates(from(open)), params.limit, function (id) {
    var row = statement(id);
    row.source = all(props(id), "kg:sourceText").join(", ");
    return row;
  });
}
