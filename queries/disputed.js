// Events that one source asserts and another denies: the same agent, the same verb, and the same patient by actor or by word, in
// statements or reports of which one is negated.
// @param who actor "Azerbaijan" optional the one who acts
// @param limit limit "15" default=15 pairs at most; 0 is all
// @columns agent, action, asserted_by, date:date, sentence, document, id, denied_by, date_2:date, sentence_2, document_2, id_2
// @order agent, action, date, date_2
// @use statements, events, disputes

emitDisputes(params.who, params.limit);
