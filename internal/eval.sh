#!/bin/sh
# Runs the programme on the development sets under $EVAL and prints the tables of their scorers. `make eval` calls it.
# Records stay in tmp/eval for a closer look.
set -eu
BIN=${BIN:-bin/dictum}
EVAL=${EVAL:-../shared/eval}
OUT=${OUT:-tmp/eval}

if [ ! -d "$EVAL/dev" ]; then
	echo "make eval: there are no development sets in $EVAL; give their folder: make eval EVAL=/path/to/eval" >&2
	exit 1
fi
command -v python3 >/dev/null || { echo "make eval: the scorers need python3" >&2; exit 1; }
mkdir -p "$OUT"

section() { printf '\n## %s\n\n' "$1"; }

for set in polnear cameo plv meantime qasrl; do
	docs="$EVAL/dev/$set.dev.docs.jsonl"
	[ -f "$docs" ] || { echo "make eval: $docs is missing, $set is left out" >&2; continue; }
	section "$set"
	"$BIN" extract --input-format jsonl "$docs" >"$OUT/$set.jsonl"
	python3 "$EVAL/score.py" "$set" "$EVAL/dev/$set.dev.gold.jsonl" "$OUT/$set.jsonl"
done

for set in en_ewt en_gum; do
	gold="$EVAL/dev/$set-ud-dev.conllu"
	[ -f "$gold" ] || { echo "make eval: $gold is missing, $set is left out" >&2; continue; }
	section "$set, gold words"
	"$BIN" analyze --input-format conllu --format conllu "$gold" >"$OUT/$set.conllu"
	python3 "$EVAL/conllu_eval.py" "$gold" "$OUT/$set.conllu"
done

# Raw text again: sentences with a space between them, paragraphs with an empty line.
gold="$EVAL/dev/en_ewt-ud-dev.conllu"
if [ -f "$gold" ]; then
	section "en_ewt, raw text"
	awk '/^# new(doc|par)/ { par = 1 }
		/^# text = / { if (n++) printf "%s", par ? "\n\n" : " "; printf "%s", substr($0, 10); par = 0 }' "$gold" >"$OUT/en_ewt.txt"
	"$BIN" analyze --format conllu "$OUT/en_ewt.txt" >"$OUT/en_ewt.raw.conllu"
	python3 "$EVAL/conllu_eval.py" "$gold" "$OUT/en_ewt.raw.conllu"
fi

for set in conllpp uner_ewt; do
	gold="$EVAL/dev/ner.$set.dev.gold.conllu"
	[ -f "$gold" ] || { echo "make eval: $gold is missing, $set is left out" >&2; continue; }
	section "names, $set"
	"$BIN" analyze --input-format conllu --format conllu "$EVAL/dev/ner.$set.dev.input.conllu" >"$OUT/ner.$set.conllu"
	case $set in
	conllpp) python3 "$EVAL/ner_eval.py" "$gold" "$OUT/ner.$set.conllu" --map NORP=MISC ;;
	uner_ewt) python3 "$EVAL/ner_eval.py" "$gold" "$OUT/ner.$set.conllu" --ignore MISC --ignore NORP ;;
	esac
done
