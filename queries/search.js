// Statements with all of the given words. Newest first.
// @param words text "mission border" words of the statement, in any order
// @param who actor "Mirzoyan" optional the speaker
// @param limit limit "20" default=20 rows at most, the newest; 0 is all
// @columns date, speaker, cue, content, sentence, document, id
// @order date desc
// @use statements

var wanted = words(params.words), found = [];
var start = params.who ? from(params.who).In(iri("schema:spokenByCharacter")) : everyStatement();
start.Save(iri("schema:text"), "text").ForEach(function (row) {
  var have = words(row.text);
  if (wanted.length && wanted.every(function (w) { return have.indexOf(w) >= 0; })) { found.push(bare(row.id)); }
});
emitStatements(unique(found), params.limit);
