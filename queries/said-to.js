// Whom X spoke to, and what X told them. Newest statements first.
// @param who actor "Galuzin" the speaker
// @param to actor "Armenia" optional the one spoken to
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, addressee, cue, content, sentence, document, id
// @order date desc
// @use statements

var told = having(from(params.who).In(iri("schema:spokenByCharacter")), "kg:addressee", function (one) {
  return !params.to || params.to.indexOf(one) >= 0;
});
emitStatements(told, params.limit);
