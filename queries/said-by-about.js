// What X said about Y. Newest statements first.
// @param who actor "Galuzin" the speaker
// @param about actor "Armenia" whom the statements are about
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, cue, content, attitude, addressee, venue, sentence, document, id
// @order date desc
// @use statements

emitStatements(within(statementsBy(params.who), statementsAbout(params.about)), params.limit);
