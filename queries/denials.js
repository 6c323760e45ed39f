// Negated statements: what somebody denied, or said was not so. Newest first.
// @param who actor "Galuzin" optional the speaker
// @param about actor "Armenia" optional whom the denial is about
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, speaker, cue, content, about, sentence, document, id
// @order date desc
// @use statements

var found = params.who ? statementsBy(params.who) : params.about ? statementsAbout(params.about) :
  g.V(str("negated")).In(iri("kg:polarity")).ToArray().map(bare);
if (params.who && params.about) { found = within(found, statementsAbout(params.about)); }
emitStatements(found, params.limit, function (p) {
  return all(p, "rdf:type").indexOf("schema:Quotation") >= 0 && first(p, "kg:polarity") === "negated";
});
