// Whom X spoke to, and what X told them. Newest statements first.
// @param who actor "Galuzin" the speaker
// @param to actor "Armenia" optional the one spoken to
// @param limit limit "20" default=20 rows at most, the newest; 0 is all
// @columns date, addressee, cue, content, sentence, document, id
// @order date desc
// @use statements

var said = statementsBy(params.who);
emitStatements(params.to ? within(said, subjects("kg:addressee", params.to)) : said, params.limit, function (p) {
  return all(p, "kg:addressee").length > 0;
});
