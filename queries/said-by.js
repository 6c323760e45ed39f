// What X said, also through a spokesperson. Newest statements first.
// @param who actor "Galuzin" the speaker
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, cue, content, about, addressee, venue, sentence, document, id
// @order date desc
// @use statements

emitStatements(statementsBy(params.who), params.limit);
