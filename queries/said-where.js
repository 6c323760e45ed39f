// Who spoke at which venue: an interview, a briefing, a session. Newest statements first.
// @param venue text "briefing" optional a word of the venue
// @param who actor "Galuzin" optional the speaker
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, venue, speaker, cue, content, sentence, document, id
// @order date desc
// @use statements

var wanted = words(params.venue || "");
var start = params.who ? from(params.who).In(iri("schema:spokenByCharacter")) : everyStatement();
emitStatements(having(start, "kg:venue", function (venue) { return within(wanted, words(venue)).length === wanted.length; }), params.limit);
