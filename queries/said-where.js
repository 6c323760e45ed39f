// Who spoke at which venue: an interview, a briefing, a session. Newest statements first.
// @param venue text "briefing" optional a word of the venue
// @param who actor "Galuzin" optional the speaker
// @param limit limit "20" default=20 rows at most, the newest; 0 is all
// @columns date, venue, speaker, cue, content, sentence, document, id
// @order date desc
// @use statements

var wanted = words(params.venue || "");
emitStatements(params.who ? statementsBy(params.who) : everyStatement(), params.limit, function (p) {
  var venue = words(first(p, "kg:venue"));
  return venue.length > 0 && within(wanted, venue).length === wanted.length;
});
