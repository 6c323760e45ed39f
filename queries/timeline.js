// What X said and did, what was said about X and done to X, in order of time. An event without a date of its own stands on the
// day it was reported; what is planned or denied is marked.
// @param who actor "Armenia" the actor
// @param from date "2023-02" optional the first day, month or year
// @param to date "2023-03" optional the last day, month or year
// @param limit limit "50" default=50 rows at most, the newest; 0 is all
// @columns date:date, kind, who, what, status, sentence, document, id
// @order date
// @use statements, events, dates

var dates = table(), kind = table();
take("was spoken of", statementsAbout(params.who), saidOn);
take("said", statementsBy(params.who), saidOn);
take("was acted on", eventsTo(params.who), eventDates);
take("did", eventsBy(params.who), eventDates);
emitByDate(dates, params.limit, function (id) {
  var said = id.indexOf("st:") === 0, row = said ? statement(id) : event(id);
  return {
    date: dates[id], kind: kind[id], who: said ? row.speaker : row.agent,
    what: said ? row.content : [row.action, row.patient, row.recipient].filter(Boolean).join(" | "),
    status: said ? (row.polarity === "negated" ? "denial" : "") : row.status,
    sentence: row.sentence, document: row.document, id: id
  };
});

function take(what, list, dated) {
  var days = list.length ? dated(list) : {};
  list.forEach(function (id) {
    if ((!params.from && !params.to) || inWindow(days[id], params.from, params.to)) {
      dates[id] = days[id] || "";
      kind[id] = what;
    }
  });
}

function saidOn(list) { return statementDates(from(list)); }
