// Events that only a speaker asserts, with the speaker.
// @param who actor "Azerbaijan" optional the speaker
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, according_to, agent, action, patient, place, quantity, status, reported:date, sentence, document, id
// @order reported desc
// @use statements, events

var found = params.who ? subjects("sem:accordingTo", statementsBy(params.who)) :
  unique(everyEvent().Has(iri("sem:accordingTo")).ToArray().map(bare));
emitEvents(found, params.limit);
