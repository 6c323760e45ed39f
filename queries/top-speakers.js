// Who speaks most, of those with a name. The statement shown is one of theirs.
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns speaker, statements:number, documents:number, sentence, document, id
// @order statements desc, speaker
// @use statements

var c = counter();
everyStatement().Save(iri("schema:spokenByCharacter"), "speaker").ForEach(function (row) {
  if (isNamed(bare(row.speaker))) { count(c, bare(row.speaker), bare(row.id)); }
});
emitRanked(ranked(c), params.limit, function (item) {
  return withExample({ speaker: name(item.key), statements: item.n, documents: documentsOf(item) }, item.id);
});
