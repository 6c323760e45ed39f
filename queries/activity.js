// Statements and events by month or week of publication, of X (speaking, spoken of, acting, acted on) or of all.
// @param who actor "Armenia" optional the actor
// @param by month|week "month" default=month how time is cut
// @columns period, statements:number, events:number, documents:number, sentence, document, id
// @order period
// @use statements, events, dates

var c = counter();
tally(params.who ? subjects(["schema:spokenByCharacter", "schema:about"], params.who) : ids(everyStatement()), "statements");
tally(params.who ? eventsOf(params.who) : ids(everyEvent()), "events");
ranked(c).forEach(function (item) {
  g.Emit(withExample({ period: item.key, statements: item.statements || 0, events: item.events || 0,
    documents: documentsOf(item) }, item.id));
});

function ids(path) { return unique(path.ToArray().map(bare)); }

function tally(list, kind) {
  var dates = published(list);
  list.forEach(function (id) {
    if (!dates[id]) { return; }
    var item = count(c, params.by === "week" ? weekOf(dates[id]) : dates[id].slice(0, 7), id);
    item[kind] = (item[kind] || 0) + 1;
  });
}
