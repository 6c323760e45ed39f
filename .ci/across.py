#!/usr/bin/env python3
"""Scores actors across documents: are names of different articles one actor where they name one thing?

usage: across.py GOLD RECORDS DUMP KEY

GOLD     names of MEANTIME with the instance they belong to; instances are numbered anew in every article
RECORDS  what `dictum extract` printed for the articles
DUMP     what `dictum dump` wrote for a graph of all of them
KEY      article, instance, thing: which instances of different articles are one thing (made by hand, numbers only)

A pair is two gold names of two articles. It is right in the gold when both have one thing in the key, and in the graph when
both have one actor. Gold mentions and the record's names are aligned one to one by overlap, as in score.py; a gold name without
a partner has an actor of its own. `found` leaves these out, `actors` leaves out products.
"""
import collections
import json
import re
import sys


score = {}


def main():
    gold_path, records_path, dump_path, key_path = sys.argv[1:5]
    records = {r["id"]: r for r in map(json.loads, open(records_path, encoding="utf8"))}
    resolved = read_dump(dump_path)
    things = {}
    for line in open(key_path, encoding="utf8"):
        if line.strip() and not line.startswith("#"):
            doc, instance, thing = line.split()
            things[doc, instance] = thing
    names = []  # article, thing, actor, found, type
    for doc in map(json.loads, open(gold_path, encoding="utf8")):
        actors = align(doc, records.get(doc["id"], {"mentions": []})["mentions"])
        for n, entity in enumerate(doc["entities"]):
            if entity["syn"] != "NAM" or not entity["instance"]:
                continue
            article = doc["id"].split("_")[0]
            thing = things.get((article, entity["instance"]), f"{doc['id']} {entity['instance']}")
            actor = actors.get(n)
            if actor is not None:
                actor = resolved.get((doc["id"], actor), actor)
            names.append((article, thing, actor or f"none {doc['id']} {n}", actor is not None, entity["type"]))
    report("all", names)
    report("found", [n for n in names if n[3]])
    report("actors", [n for n in names if n[4] != "PRO"])
    print("SCORE", *score.values())
    if "-v" in sys.argv:
        explain(names)


def read_dump(path):
    """The resolved identifier of an actor, by the article's own id and the identifier that the article alone gives."""
    ids, read = {}, []
    for line in open(path, encoding="utf8"):
        if " <schema:identifier> " in line:
            doc, _, rest = line.split(" ", 2)
            ids[doc] = json.loads(re.match(r'"(?:[^"\\]|\\.)*"', rest).group())
        elif " <kg:readAs> " in line and not line.startswith("<kg:"):
            actor, _, local, doc, _ = line.split(" ")
            read.append((doc, local.strip('"'), actor.strip("<>")))
    return {(ids[doc], local): actor for doc, local, actor in read if doc in ids}


def align(doc, mentions):
    """The actor of each gold mention that has a partner, by the mention's number."""
    names = [m for m in mentions if m["kind"] == "name" and any(m["span"][0] < b and a < m["span"][1] for a, b in doc["ranges"])]
    scored = []
    for i, entity in enumerate(doc["entities"]):
        size = sum(b - a for a, b in entity["spans"])
        for j, m in enumerate(names):
            start, end = m["span"]
            common = sum(max(0, min(b, end) - max(a, start)) for a, b in entity["spans"])
            if common:
                scored.append((-common / (size + end - start - common), i, j))
    out, taken = {}, set()
    for _, i, j in sorted(scored):
        if i not in out and j not in taken:
            out[i] = names[j]["actor"]
            taken.add(j)
    return out


def pairs(counts, totals):
    """Pairs of two articles: all pairs of a class without those inside an article."""
    return sum(n * (n - 1) // 2 for n in totals.values()) - sum(n * (n - 1) // 2 for n in counts.values())


def report(title, names):
    def count(label):
        return pairs(collections.Counter((d,) + label(t, a) for d, t, a, _, _ in names),
                     collections.Counter(label(t, a) for _, t, a, _, _ in names))
    gold, said, both = count(lambda t, a: (t,)), count(lambda t, a: (a,)), count(lambda t, a: (t, a))
    precision, recall = 100 * both / max(said, 1), 100 * both / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{title:6} names {len(names):5}  pairs {gold:6}  P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}")
    score[title] = f"across_{title}_f1={f1:.1f} across_{title}_precision={precision:.1f}"


def explain(names):
    by_thing, by_actor = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for d, t, a, _, _ in names:
        by_thing[t][a] += 1
        by_actor[a][t] += 1
    print("\none thing, several actors")
    for t, c in sorted(by_thing.items(), key=lambda x: -sum(x[1].values())):
        if len(c) > 1:
            print(" ", t, dict(c.most_common(8)))
    print("one actor, several things")
    for a, c in sorted(by_actor.items(), key=lambda x: -sum(x[1].values())):
        if len(c) > 1:
            print(" ", a, dict(c.most_common(8)))


if __name__ == "__main__":
    main()
