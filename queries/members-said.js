// What the people of an organisation or a country said, itself included. Newest statements first.
// @param of actor "Russia" the organisation or country
// @param about actor "Armenia" optional whom the statements are about
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, speaker, cue, content, about, sentence, document, id
// @order date desc
// @use statements

var members = unique(params.of.concat(subjects("schema:affiliation", params.of)));
var said = statementsBy(members);
emitStatements(params.about ? within(said, statementsAbout(params.about)) : said, params.limit);
