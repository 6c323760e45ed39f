// Events that are asserted here and denied there.
// @use base, rows, statements, events, links

// Who stands for an event, and whether they affirm it: a statement that reports it can deny it too.
function standing(id) {
  return remember("standing", id, function () {
    var p = props(id), st = first(p, "sem:accordingTo") || subjects("kg:reports", [id]).sort()[0] || "", said = st ? props(st) : null;
    return {
      denied: isDenied(p) || said !== null && first(said, "kg:polarity") === "negated",
      by: said ? speakerOf(said) : first(props(documentOf(p) || docOf(id)), "schema:publisher")
    };
  });
}

// Whether two events of one document with one verb and one agent may be one deed: they share whom or what it was done to, by
// actor or by a longer word; and no dates that exclude each other.
function sameMatterOf(a, b) {
  var dates = [first(a, "sem:hasTimeStamp"), first(b, "sem:hasTimeStamp")].sort();
  if (dates[0] && dates[1].indexOf(dates[0]) !== 0) { return false; }
  var x = sufferers(a), y = sufferers(b);
  if (x.actors.length && y.actors.length) { return within(x.actors, y.actors).length > 0; }
  return within(x.words, y.words).length > 0;
}

function sufferers(p) {
  var said = all(p, "kg:patientText").concat(all(p, "kg:recipientText"));
  return { actors: all(p, "kg:patient").concat(all(p, "kg:recipient")),
    words: unique(words(said.join(" ")).filter(isLong).map(singular)) };
}

function singular(word) { return word.replace(/s$/, ""); }

// Begins at the denials, which are few, and looks for the same deed in the same document; then at the links between documents that
// differ. who, if given, are the agents that count.
function emitDisputes(who, limit) {
  var pairs = table();
  function add(agent, yes, no, what) {
    var key = [yes, no].sort(byPlace).join(" ");
    pairs[key] = pairs[key] || { key: key, agent: agent, yes: yes, no: no, what: [] };
    if (pairs[key].what.indexOf(what) < 0) { pairs[key].what.push(what); }
  }
  deniedDeeds(who).forEach(function (pair) {
    var no = pair.event, p = props(no);
    if (modalityOf(p) !== "actual") { return; }
    pair.others.sort(byPlace).forEach(function (yes) {
      if (modalityOf(props(yes)) !== "actual" || standing(yes).denied || standing(yes).by === standing(no).by) { return; }
      if (sameMatterOf(props(yes), p)) {
        add(pair.agent, yes, no, "truth");
      }
    });
  });
  ["truth", "quantity"].forEach(function (what) {
    linksDifferingIn(what).forEach(function (link) {
      var ends = endsOf(link), agents = all(props(ends[0]), "kg:agent");
      if (who && !within(agents.concat(all(props(ends[1]), "kg:agent")), who).length) { return; }
      if (what === "truth" && standing(ends[0]).denied) { ends.reverse(); }
      add(agents[0] || "", ends[0], ends[1], what);
    });
  });
  var list = Object.keys(pairs).sort().map(function (key) { return pairs[key]; });
  emitRanked(list, limit, dispute);
}

// The denied events with an agent of whom their document tells another event with the same verb, [{event, agent, others}] in the order
// of the text. Verbs are looked up all at once, which is many times faster than one by one.
function deniedDeeds(who) {
  var denied = Object.keys(deniedEvents()), verbs = table();
  var pairs = pointed(denied, "kg:agent").filter(function (pair) { return !who || who.indexOf(pair.to) >= 0; }).map(function (pair) {
    var others = (deedsOf(pair.to)[docOf(pair.from)] || []).filter(function (id) { return id !== pair.from; });
    return { event: pair.from, agent: pair.to, others: others };
  }).filter(function (pair) { return pair.others.length > 0; });
  var events = pairs.reduce(function (list, pair) { return list.concat(pair.event, pair.others); }, []);
  pointed(unique(events), "kg:predicate").forEach(function (pair) { verbs[pair.from] = pair.to; });
  pairs.forEach(function (pair) {
    pair.others = pair.others.filter(function (id) { return verbs[id] === verbs[pair.event]; });
  });
  return pairs.filter(function (pair) { return pair.others.length > 0; }).sort(function (a, b) {
    return byPlace(a.event, b.event) || (a.agent < b.agent ? -1 : a.agent > b.agent ? 1 : 0);
  });
}

// What each of these points at with a predicate: [{from, to}], in one search.
function pointed(ids, pred) {
  return ids.length === 0 ? [] : from(ids).Tag("from").Out(iri(pred)).TagArray().map(function (row) {
    return { from: bare(row.from), to: bare(row.id) };
  });
}

// What an agent does: {document: events}.
function deedsOf(agent) {
  return remember("deeds", agent, function () {
    var out = table();
    eventsBy([agent]).forEach(function (id) { (out[docOf(id)] = out[docOf(id)] || []).push(id); });
    return out;
  });
}

function dispute(pair) {
  var a = event(pair.yes), b = event(pair.no), truth = pair.what.indexOf("truth") >= 0;
  return { agent: pair.agent ? name(pair.agent) : a.agent || b.agent, action: a.action, patient: a.patient || b.patient,
    differ_in: pair.what.join(", "),
    claim: truth ? a.status : a.quantity,
    by: standing(pair.yes).by, date: a.date || a.reported, sentence: a.sentence,
    document: a.document, id: pair.yes, claim_2: truth ? b.status : b.quantity, by_2: standing(pair.no).by, date_2: b.date || b.reported,
    sentence_2: b.sentence, document_2: b.document, id_2: pair.no };
}
