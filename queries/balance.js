// Cooperation against conflict between X and Y: what each did to the other, by the four classes of PLOVER.
// @param x actor "Russia" the one
// @param y actor "Armenia" the other
// @columns from, to, class, count:number, types, documents:number, sentence, document, id
// @use events, plover

oneWay(params.x, params.y);
oneWay(params.y, params.x);

function oneWay(a, b) {
  var c = counter();
  within(eventsBy(a), eventsTo(b).concat(eventsBy(b))).forEach(function (id) {
    var p = props(id), kind = ploverClass(typeOf(p));
    if (kind && happened(p)) { count(c, kind, id).parts[typeOf(p)] = true; }
  });
  ranked(c).forEach(function (item) {
    g.Emit(withExample({ from: names(a), to: names(b), "class": item.key, count: item.n, types: Object.keys(item.parts).sort(),
      documents: documentsOf(item) }, item.id));
  });
}
