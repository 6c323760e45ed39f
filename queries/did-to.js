// What X did to Y. What is planned, hypothetical or denied is left out.
// @param who actor "European Union" the one who acts
// @param whom actor "Armenia" the one acted on
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, action, patient, recipient, place, quantity, according_to, reported:date, sentence, document, id
// @order reported desc
// @use events

emitEvents(within(eventsBy(params.who), eventsTo(params.whom)), params.limit, happened);
