// Who said what about X. Newest statements first.
// @param about actor "Armenia" whom the statements are about
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, speaker, cue, content, addressee, venue, sentence, document, id
// @order date desc
// @use statements

emitStatements(from(params.about).In(iri("schema:about")), params.limit);
