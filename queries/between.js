// What happened in a span of time, or can have happened in it where only the month or the year is known. An event without a
// date of its own counts on the day it was reported.
// @param from date "2023-02" optional the first day, month or year
// @param to date "2023-03" optional the last day, month or year
// @param who actor "European Union" optional the one who acts or is acted on
// @param limit limit "50" default=50 rows at most, the newest; 0 is all
// @columns date:date, agent, action, patient, recipient, place, quantity, status, reported:date, sentence, document, id
// @order reported desc
// @use events, dates

var found = params.who ? eventsOf(params.who) : unique(everyEvent().ToArray().map(bare));
if (params.from || params.to) {
  var dates = eventDates(found);
  found = found.filter(function (id) { return inWindow(dates[id], params.from, params.to); });
}
emitEvents(found, params.limit);
