// Whom nobody but X speaks about.
// @param who actor "Iran" the speaker
// @param limit limit "15" default=15 rows at most, those spoken of most; 0 is all
// @columns topic, statements:number, sentence, document, id
// @order statements desc, topic
// @use statements

var own = counter(), mine = statementsBy(params.who);
objects(params.who, "kg:spokeAbout").forEach(function (topic) {
  var others = subjects("kg:spokeAbout", [topic]).filter(function (s) { return params.who.indexOf(s) < 0 && isNamed(s); });
  if (!others.length) {
    within(mine, statementsAbout([topic])).forEach(function (id) { count(own, topic, id); });
  }
});
emitRanked(ranked(own), params.limit, function (item) {
  return withExample({ topic: name(item.key), statements: item.n }, item.id);
});
