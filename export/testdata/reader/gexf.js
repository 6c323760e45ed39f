// Reads a GEXF file on standard input with graphology, the library under Gephi Lite and sigma, and prints what it saw.
import { readFileSync } from "node:fs";
import { MultiDirectedGraph } from "graphology";
import { parse } from "graphology-gexf";

const graph = parse(MultiDirectedGraph, readFileSync(0, "utf8"));
const nodes = graph.mapNodes((key, a) => ({ key, ...a })).sort((a, b) => (a.key < b.key ? -1 : 1));
const edges = graph.mapEdges((key, a, source, target) => ({ key, source, target, ...a })).sort((a, b) => a.key - b.key);
process.stdout.write(JSON.stringify({ nodes, edges }, null, 1) + "\n");
