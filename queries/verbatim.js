// Direct quotations only: the words as they were spoken. Newest first.
// @param who actor "Josep Borrell" optional the speaker
// @param about actor "Armenia" optional whom the words are about
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, speaker, content, about, sentence, document, id
// @order date desc
// @use statements

var found = params.who ? statementsBy(params.who) : params.about ? statementsAbout(params.about) : null;
if (params.who && params.about) { found = within(found, statementsAbout(params.about)); }
emitStatements(found || from(["kg:Direct"]).In(iri("kg:quoteType")), params.limit, function (p) { return kindOf(p) === "direct"; });
