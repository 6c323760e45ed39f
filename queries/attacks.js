// Who attacked whom, where and when: events of the PLOVER type ASSAULT.
// @param who actor "Azerbaijan" optional the one who attacks or is attacked
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, agent, action, patient, place, quantity, status, according_to, reported:date, sentence, document, id
// @order reported desc
// @use events

var found = subjects("sem:eventType", ["plover:ASSAULT"]);
if (params.who) { found = within(found, eventsOf(params.who)); }
emitEvents(found, params.limit);
