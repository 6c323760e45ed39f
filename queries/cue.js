// Who accused, denied, warned, promised: statements with one cue, given as in a dictionary or as it is written.
// @param cue text "warn" the cue
// @param who actor "Galuzin" optional the speaker
// @param about actor "Armenia" optional whom the statements are about
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, speaker, cue, content, about, sentence, document, id
// @order date desc
// @use statements

var cue = params.cue.toLowerCase();
var found = unique(g.V(str(cue)).In(iri("kg:cueLemma")).ToArray().concat(g.V(str(cue)).In(iri("kg:cue")).ToArray()).map(bare));
if (params.who) { found = within(found, statementsBy(params.who)); }
if (params.about) { found = within(found, statementsAbout(params.about)); }
emitStatements(found, params.limit);
