// Who supports X and who opposes X, by what they said about X. Newest statements first.
// @param about actor "CSTO" whom the statements are about
// @param attitude support|oppose "oppose" optional one of the two
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, speaker, attitude, cue, content, sentence, document, id
// @order date desc
// @use statements

emitStatements(having(from(params.about).In(iri("schema:about")), "kg:attitude", function (attitude) {
  return !params.attitude || attitude === params.attitude;
}), params.limit);
