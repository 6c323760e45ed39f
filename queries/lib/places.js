// Places and what lies in them.
// @use base

// A place and the places in it, however deep: those said to be contained, and places that belong to it.
function withContained(ids) {
  var out = ids.slice(), next = ids;
  while (next.length) {
    var inside = subjects("schema:containedInPlace", next);
    inside = inside.concat(subjects("schema:affiliation", next).filter(function (id) { return id.indexOf("place:") === 0; }));
    next = unique(inside).filter(function (id) { return out.indexOf(id) < 0; });
    out = out.concat(next);
  }
  return out;
}
