// The four classes of PLOVER types.

function ploverClass(type) {
  switch (type) {
  case "AGREE": case "CONSULT": case "SUPPORT": case "CONCEDE": return "verbal cooperation";
  case "COOPERATE": case "AID": case "RETREAT": return "material cooperation";
  case "REQUEST": case "ACCUSE": case "REJECT": case "THREATEN": return "verbal conflict";
  case "PROTEST": case "SANCTION": case "MOBILIZE": case "COERCE": case "ASSAULT": return "material conflict";
  }
  return "";
}

function isCooperation(type) { return /cooperation$/.test(ploverClass(type)); }

function isConflict(type) { return /conflict$/.test(ploverClass(type)); }

function typeOf(p) { return first(p, "sem:eventType").replace("plover:", ""); }
