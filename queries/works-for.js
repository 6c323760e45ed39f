// Who belongs to an organisation or a country, with the offices they were seen in.
// @param org actor "Russia" the organisation or country
// @param limit limit "30" default=30 rows at most, those with most documents; 0 is all
// @columns member, titles, organisation, documents:number, sentence, document, id
// @order documents desc, member
// @use edges

var members = edgesOf(params.org, [{ edge: "kg:seenAffiliation" }]).filter(function (e) { return !e.forward; });
emitRanked(bundle(members), params.limit, function (item) {
  return proof({ member: name(item.source), titles: objects([item.source], "schema:jobTitle").sort(), organisation: name(item.target),
    documents: item.n }, item);
});
