// Rows for the Visualize page: two ends of an edge, their labels and colours.
// @use base

function colourOf(id) {
  return remember("colour", id, function () {
    switch (bare(from([id]).Out(iri("rdf:type")).ToValue() || "")) {
    case "schema:Person": return "#1f77b4";
    case "schema:Organization": return "#ff7f0e";
    case "schema:Country": return "#2ca02c";
    case "schema:Place": return "#8c564b";
    case "kg:Group": return "#9467bd";
    }
    return "#7f7f7f";
  });
}

function pictured(source, target, row) {
  row.source = source;
  row.target = target;
  row.source_label = name(source);
  row.target_label = name(target);
  row.source_color = colourOf(source);
  row.target_color = colourOf(target);
  return row;
}
