// What X said. Newest statements first.
// @param who actor "Galuzin" the speaker
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, cue, content, about, sentence, document, id
// @order date desc
// @use statements

emitStatements(from(params.who).In(iri("schema:spokenByCharacter")), params.limit);
