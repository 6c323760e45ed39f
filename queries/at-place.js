// What happened at a place, or in one that the graph says lies in it (schema:containedInPlace; articles alone do not say so).
// @param place place "Armenia" the place
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, place, agent, action, patient, quantity, status, reported:date, sentence, document, id
// @order reported desc
// @use events, places

emitEvents(subjects("sem:hasPlace", withContained(params.place)), params.limit);
