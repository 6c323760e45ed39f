// Events: who did what to whom, when, where, how many, and who says so.
// @use base, rows

// The actors of a role by name; the words of the text where it names more than were recognised.
function party(p, role, text) {
  var ids = all(p, role), said = all(p, text);
  return ids.length && ids.length >= said.length ? names(ids) : said.join(", ") || names(ids);
}

// Whether the text, or the speaker on whom it relies, says that it was not so. "Denied that it did not" counts as denied.
function isDenied(p) {
  var st = first(p, "sem:accordingTo");
  return first(p, "kg:polarity") === "negated" || st !== "" && first(props(st), "kg:polarity") === "negated";
}

// All denied events, in one search that begins at the denials: for questions that would otherwise look at every event.
function deniedEvents() {
  var negated = g.V(str("negated")).In(iri("kg:polarity")).ToArray().map(bare), out = table();
  var said = negated.filter(function (id) { return id.indexOf("st:") === 0; });
  negated.concat(subjects("sem:accordingTo", said), objects(said, "kg:reports")).forEach(function (id) {
    if (id.indexOf("ev:") === 0) { out[id] = true; }
  });
  return out;
}

function modalityOf(p) { return first(p, "kg:modality") || "actual"; }

function happened(p) { return modalityOf(p) === "actual" && !isDenied(p); }

function statusOf(p) {
  var modality = modalityOf(p);
  if (!isDenied(p)) { return modality; }
  return modality === "actual" ? "denied" : modality + ", denied";
}

function quantityOf(p) {
  return all(p, "kg:quantityText").join(", ") || (all(p, "schema:value").join(", ") + " " + first(p, "schema:unitText")).trim();
}

// The speaker who alone asserts the event, else who published the report.
function accordingTo(p, doc) {
  var st = first(p, "sem:accordingTo");
  return st ? speakerOf(props(st)) : first(props(doc), "schema:publisher");
}

// One event as a row; a question shows the columns it names. date is when it happened as far as the text says, reported is
// when the document appeared.
function event(id) {
  var p = props(id), doc = documentOf(p) || docOf(id);
  return {
    id: id,
    date: first(p, "sem:hasTimeStamp"),
    reported: first(props(doc), "schema:datePublished"),
    agent: party(p, "kg:agent", "kg:agentText"),
    action: first(p, "rdfs:label"),
    type: first(p, "sem:eventType").replace("plover:", ""),
    patient: party(p, "kg:patient", "kg:patientText"),
    recipient: party(p, "kg:recipient", "kg:recipientText"),
    place: party(p, "sem:hasPlace", "kg:placeText"),
    quantity: quantityOf(p),
    duration: first(p, "schema:duration"),
    purpose: all(p, "kg:purpose").join(", "),
    status: statusOf(p),
    according_to: accordingTo(p, doc),
    confidence: first(p, "kg:confidence"),
    sentence: sentence(p),
    document: docTitle(doc)
  };
}

function eventsBy(ids) { return subjects("kg:agent", ids); }

function eventsTo(ids) { return subjects(["kg:patient", "kg:recipient"], ids); }

function eventsOf(ids) { return subjects(["kg:agent", "kg:patient", "kg:recipient"], ids); }

function everyEvent() { return from(["sem:Event"]).In(iri("rdf:type")); }

// In the order in which they were reported, newest first. keep, if given, looks at the properties and says whether one stays.
function emitEvents(list, limit, keep, oldestFirst) {
  emitByDate(published(list), limit, function (id) {
    return !keep || keep(props(id)) ? event(id) : null;
  }, oldestFirst);
}
