// What X said about Y over time, the earliest first, and where the attitude changed.
// @param who actor "Armenia" the speaker
// @param about actor "CSTO" the topic
// @columns date:date, attitude, change, polarity, content, sentence, document, id
// @order date
// @use statements

var last = "";
walk(statementDatesOf(within(statementsBy(params.who), statementsAbout(params.about))), true, function (id) {
  var row = statement(id);
  row.change = row.attitude && last && row.attitude !== last ? last + " to " + row.attitude : "";
  last = row.attitude || last;
  g.Emit(row);
});

function statementDatesOf(list) { return list.length ? statementDates(from(list)) : {}; }
