// What is planned, offered, wished for or possible, and not done.
// @param who actor "CSTO" optional the one who is to act, or to be acted on
// @param limit limit "15" default=15 rows at most, the newest; 0 is all
// @columns date:date, agent, action, patient, recipient, place, quantity, status, according_to, reported:date, sentence, document, id
// @order reported desc
// @use events

var found = params.who ? eventsOf(params.who) :
  g.V(str("planned"), str("hypothetical")).In(iri("kg:modality")).ToArray().map(bare);
emitEvents(unique(found), params.limit, function (p) { return modalityOf(p) !== "actual"; });
