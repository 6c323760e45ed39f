// What X did. What is planned, hypothetical or denied is left out (ask planned), what only a speaker asserts is marked with
// the speaker. In the order in which it was reported, the newest first.
// @param who actor "European Union" the one who acts
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, action, patient, recipient, place, quantity, according_to, reported:date, sentence, document, id
// @order reported desc
// @use events

emitEvents(eventsBy(params.who), params.limit, happened);
