// Who else speaks about those whom X speaks about, and about which of them.
// @param who actor "Russia" the speaker
// @param limit limit "20" default=20 rows at most, those who share most; 0 is all
// @columns speaker, shared, topics, sentence, document, id
// @order shared desc, speaker
// @use statements

var topics = objects(params.who, "kg:spokeAbout"), others = counter();
topics.forEach(function (topic) {
  subjects("kg:spokeAbout", [topic]).forEach(function (speaker) {
    if (params.who.indexOf(speaker) < 0) { count(others, speaker, "").parts[topic] = true; }
  });
});
emitRanked(ranked(others), params.limit, function (item) {
  var shared = Object.keys(item.parts).sort(function (a, b) { return name(a) < name(b) ? -1 : 1; });
  var said = within(statementsBy([item.key]), statementsAbout(shared)).sort(byPlace);
  return withExample({ speaker: name(item.key), shared: shared.length, topics: names(shared) }, said[0]);
});
