// Places and what lies in them.
// @use base

// A place and the places in it, however deep.
function withContained(ids) {
  var out = ids.slice(), next = ids;
  while (next.length) {
    next = subjects("schema:containedInPlace", next).filter(function (id) { return out.indexOf(id) < 0; });
    out = out.concat(next);
  }
  return out;
}
