// What happened at a place, or in one that lies in it (schema:containedInPlace, out of the articles and the tables of places), or to
// such a place.
// @param place place "Armenia" the place
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, place, agent, action, patient, quantity, status, reported:date, sentence, document, id
// @order reported desc
// @use events, places

var inside = withContained(params.place), towns = inside.filter(function (id) { return id.indexOf("place:") === 0; });
emitEvents(unique(subjects("sem:hasPlace", inside).concat(subjects("kg:patient", towns))), params.limit);
