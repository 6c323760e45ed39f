// Who deployed how many, where, when, according to whom: forces that move, and missions that are sent or stationed.
// @param who actor "European Union" optional the one who deploys
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns agent, action, quantity, patient, recipient, place, duration:duration, date:date
// @columns according_to, status, reported:date, sentence, document, id
// @order reported desc
// @use events

var lemmas = ["deploy", "deployment", "redeploy", "station", "dispatch"].map(function (w) { return str(w); });
var found = g.V.apply(g, lemmas).In(iri("kg:predicate")).ToArray().map(bare);
found = unique(found.concat(subjects("sem:eventType", ["plover:MOBILIZE"])));
if (params.who) { found = within(found, eventsBy(params.who)); }
emitEvents(found, params.limit);
