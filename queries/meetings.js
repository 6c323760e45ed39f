// Who met whom, where and when: events of the PLOVER type CONSULT. The meetings of a country or an organisation are also those
// of its people.
// @param who actor "Armenia" optional one of those who meet
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, agent, action, patient, recipient, place, status, according_to, reported:date, sentence, document, id
// @order reported desc
// @use events

var found = subjects("sem:eventType", ["plover:CONSULT"]);
if (params.who) {
  var who = unique(params.who.concat(subjects("schema:affiliation", params.who)));
  found = within(found, eventsOf(who));
}
emitEvents(found, params.limit);
