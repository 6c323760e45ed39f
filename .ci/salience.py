#!/usr/bin/env python3
"""Is the most salient event of an article the one that its headline tells? The headline is kept from the programme.

usage: salience.py DICTUM ARTICLES...

ARTICLES are files of articles divided by form feeds, each with a headline: its first line, or its first sentence where it has
one line. A headline tells an event when it has the verb or noun that the event is read from, up to inflection; it tells much of
it when it has two of: that word, a word of the agent, a word of the patient or recipient.
"""
import json
import random
import re
import subprocess
import sys

LEAST = 500  # characters of an article
SAMPLE = 500  # articles of a file
SMALL = set(
    "a an and are as at be been by for from had has have he her his in is it its more new no not of off on or out over said say says "
    "she than that the their this to up us was were who will with would".split()
)


def main():
    binary, paths = sys.argv[1], sys.argv[2:]
    told, much, could, n = 0, 0, 0, 0
    for path in paths:
        for headline, record in read(binary, sample(path)):
            text, wanted = record["text"], stems(headline)

            def names(event, *roles):
                return any(stems(text[a["span"][0]:a["span"][1]]) & wanted for a in event["args"] if a["role"] in roles)

            marks = []
            for event in record["events"]:
                word = any(stems(text[a:b]) & wanted for a, b in event["trigger"])
                marks.append((event["salience"], word, word + names(event, "agent") + names(event, "patient", "recipient")))
            if not marks:
                continue
            n += 1
            top = max(marks, key=lambda m: m[0])
            told += top[1]
            much += top[2] > 1
            could += any(m[1] for m in marks)
    print(f"SCORE articles={n} told={100 * told / n:.1f} much={100 * much / n:.1f} told_by_any={100 * could / n:.1f}")


def sample(path):
    articles = [a.strip() for a in open(path, encoding="utf8", errors="replace").read().split("\f")]
    found = []
    for article in random.Random(1).sample(articles, len(articles)):
        headline, _, body = article.partition("\n" if "\n" in article else ". ")
        if 3 <= len(headline.split()) <= 14 and len(body) > LEAST:
            found.append((headline, body.strip()))
    return found[:SAMPLE]


def read(binary, articles):
    lines = "\n".join(json.dumps({"id": str(n), "text": body}) for n, (_, body) in enumerate(articles))
    out = subprocess.run([binary, "extract", "--input-format", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True)
    for line in out.stdout.splitlines():
        record = json.loads(line)
        yield articles[int(record["id"])][0], record


def stems(text):
    return {stem(w) for w in re.findall(r"[a-z0-9]+", text.lower()) if len(w) > 1 and w not in SMALL}


def stem(word):
    for end in ("ing", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)]
    return word


if __name__ == "__main__":
    main()
