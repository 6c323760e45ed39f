// What was done to X: events with X as patient or recipient. What is planned, hypothetical or denied is left out.
// @param whom actor "Armenia" the one acted on
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, agent, action, patient, recipient, place, quantity, according_to, reported:date, sentence, document, id
// @order reported desc
// @use events

emitEvents(eventsTo(params.whom), params.limit, happened);
