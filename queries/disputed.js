// Events on which sources disagree: one asserts and another denies it, or they give different numbers. Reports of different
// documents are of one event when they are linked (see same-event), those of one document when agent, verb and patient agree.
// @param who actor "Azerbaijan" optional the one who acts
// @param limit limit "15" default=15 pairs at most; 0 is all
// @columns agent, action, patient, differ_in, claim, by, date:date, sentence, document, id
// @columns claim_2, by_2, date_2:date, sentence_2, document_2, id_2
// @order agent, action, date, date_2
// @use statements, events, disputes

emitDisputes(params.who, params.limit);
