// Events of a PLOVER type: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST,
// SANCTION, MOBILIZE, COERCE, ASSAULT.
// @param type type "AID" the type
// @param who actor "European Union" optional the one who acts or is acted on
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, agent, action, patient, recipient, place, quantity, status, according_to, reported:date, sentence, document, id
// @order reported desc
// @use events

var found = subjects("sem:eventType", ["plover:" + params.type]);
if (params.who) { found = within(found, eventsOf(params.who)); }
emitEvents(found, params.limit);
