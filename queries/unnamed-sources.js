// Who speaks without a name ("analysts", "a spokesman"), and for whom: how often, in how many documents.
// @param of actor "EU" optional the organisation or country they belong to
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns source, of, statements:number, documents:number, sentence, document, id
// @order statements desc, source, of
// @use statements

var c = counter();
everyStatement().Save(iri("schema:spokenByCharacter"), "speaker").ForEach(function (row) {
  var id = bare(row.speaker);
  if (isNamed(id)) { return; }
  var of = objects([id], "schema:affiliation");
  if (params.of && !within(of, params.of).length) { return; }
  var words = from([id]).Out(iri("kg:seenName")).ToValue() || id, item = count(c, words.toLowerCase() + "\t" + names(of), bare(row.id));
  item.source = words.toLowerCase();
  item.of = names(of);
});
emitRanked(ranked(c), params.limit, function (item) {
  return withExample({ source: item.source, of: item.of, statements: item.n, documents: documentsOf(item) }, item.id);
});
