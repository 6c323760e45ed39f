// Who else speaks about those whom X speaks about, and about which of them.
// @param who actor "Russia" the speaker
// @param limit limit "15" default=15 rows at most, those who share most; 0 is all
// @columns speaker, shared:number, topics, sentence, document, id
// @order shared desc, speaker
// @use statements

var topics = objects(params.who, "kg:spokeAbout"), others = counter();
topics.forEach(function (topic) {
  subjects("kg:spokeAbout", [topic]).forEach(function (speaker) {
    if (params.who.indexOf(speaker) < 0 && isNamed(speaker)) { count(others, speaker, "").parts[topic] = true; }
  });
});
emitRanked(ranked(others), params.limit, function (item) {
  return withExample({ speaker: name(item.key), shared: item.n, topics: names(Object.keys(item.parts)) }, spoken(item.key, item.parts));
});

function spoken(speaker, topics) {
  var said = statementsBy([speaker]).sort(byPlace);
  for (var i = 0; i < said.length; i++) {
    if (all(props(said[i]), "schema:about").some(function (a) { return a in topics; })) { return said[i]; }
  }
  return said[0];
}
