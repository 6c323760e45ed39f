// Who is spoken about most, by how many speakers with a name.
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns topic, statements:number, speakers:number, documents:number, sentence, document, id
// @order statements desc, topic
// @use statements

var c = counter();
everyStatement().Save(iri("schema:about"), "topic").ForEach(function (row) { count(c, bare(row.topic), bare(row.id)); });
emitRanked(ranked(c), params.limit, function (item) {
  return withExample({ topic: name(item.key), statements: item.n, speakers: subjects("kg:spokeAbout", [item.key]).filter(isNamed).length,
    documents: documentsOf(item) }, item.id);
});
