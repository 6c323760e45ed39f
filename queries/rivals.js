// Who stands against X: conflict between them (PLOVER classes) and words of opposition.
// @param who actor "Armenia" the actor
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns actor, count:number, acts:number, words:number, documents:number, sentence, document, id
// @order count desc, actor
// @use sides

emitSide(params.who, params.limit, isConflict, "oppose");
