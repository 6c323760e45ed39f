// Statements with all of the given words. Newest first.
// @param words text "mission border" words of the statement, in any order
// @param who actor "Mirzoyan" optional the speaker
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, speaker, cue, content, sentence, document, id
// @order date desc
// @use statements

var wanted = words(params.words);
var start = params.who ? from(params.who).In(iri("schema:spokenByCharacter")) : everyStatement();
emitStatements(having(start, "schema:text", function (text) { return hasWords(text, wanted); }), params.limit);
