// Where a speaker says the opposite of what the same speaker said about the same topic: support and opposition, or the same
// thing affirmed and denied. Two statements are about the same thing when they report the same kind of event, or when the
// shorter shares two, and at least half, of its longer words with the other, names aside.
// @param who actor "Armenia" optional the speaker
// @param about actor "CSTO" optional the topic
// @param limit limit "15" default=15 rows at most; 0 is all
// @columns speaker, topic, differ_in, date:date, sentence, document, id, date_2:date, sentence_2, document_2, id_2
// @order speaker, topic, date, date_2
// @use statements, pairs

var counts = spokenPairs(params.who, params.about), keys = Object.keys(counts.items).sort(), shown = 0;
keys.forEach(function (key) {
  var ids = counts.items[key].ids.sort(byPlace);
  for (var i = 0; i < ids.length; i++) {
    for (var j = i + 1; j < ids.length; j++) {
      var differ = opposed(props(ids[i]), props(ids[j]));
      if (!differ || params.limit && shown >= params.limit) { continue; }
      var a = statement(ids[i]), b = statement(ids[j]), swap = b.date < a.date;
      emitPair(counts.items[key], differ, swap ? b : a, swap ? a : b);
      shown++;
    }
  }
});

function emitPair(item, differ, a, b) {
  g.Emit({ speaker: name(item.source), topic: name(item.target), differ_in: differ,
    date: a.date, sentence: a.sentence, document: a.document, id: a.id,
    date_2: b.date, sentence_2: b.sentence, document_2: b.document, id_2: b.id });
}
