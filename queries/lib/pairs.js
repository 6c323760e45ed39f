// Who speaks about whom, counted.
// @use base, rows, statements

function pairKey(source, target) { return source + " " + target; }

// Counts of speaker about topic; who is one of the two ends, or with about the speaker alone. Each item has source, target
// and ids besides what counter gives. Nobody is counted as speaking of himself, and nobody without a name.
function spokenPairs(who, about) {
  var c = counter(), list = null;
  if (who) { list = about === undefined ? subjects(["schema:spokenByCharacter", "schema:about"], who) : statementsBy(who); }
  if (about) { list = list ? within(list, statementsAbout(about)) : statementsAbout(about); }
  if (list && !list.length) { return c; }
  (list ? from(list) : everyStatement()).Save(iri("schema:spokenByCharacter"), "speaker").Save(iri("schema:about"), "topic")
    .ForEach(function (row) {
      var source = bare(row.speaker), target = bare(row.topic), id = bare(row.id);
      if (source === target || isUnnamed(source) || about && about.indexOf(target) < 0) { return; }
      if (who && who.indexOf(source) < 0 && (about !== undefined || who.indexOf(target) < 0)) { return; }
      var item = count(c, pairKey(source, target), id);
      item.source = source;
      item.target = target;
      (item.ids = item.ids || []).push(id);
    });
  return c;
}

// What two statements of one speaker about one topic contradict each other in, "" if nothing.
function opposed(a, b) {
  var x = first(a, "kg:attitude"), y = first(b, "kg:attitude");
  if (x && y && x !== y) { return "attitude"; }
  if (first(a, "kg:polarity") !== first(b, "kg:polarity") && sameMatter(a, b)) { return "polarity"; }
  return "";
}

function sameMatter(a, b) {
  var x = reportedLemmas(a), y = reportedLemmas(b);
  if (within(x, y).length) { return true; }
  x = plainWords(first(a, "schema:text"));
  y = plainWords(first(b, "schema:text"));
  var shared = within(x, y).length;
  return shared >= 2 && shared * 2 >= Math.min(x.length, y.length);
}

// The longer words that are written small: two people may be named in very different statements.
function plainWords(text) { return unique(words(text.replace(/(^|[^\w])[A-Z\u00c0-\u00de\u0400-\u042f]\S*/g, "$1")).filter(isLong)); }

function reportedLemmas(p) { return all(p, "kg:reports").map(function (e) { return first(props(e), "kg:predicate"); }); }
