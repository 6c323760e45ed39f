package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dictum/extract"
	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/seeds"
)

// trainStatements makes extract/statements.model out of the articles of data/polnear, analysed with the embedded models.
func trainStatements(data, out string, log func(string, ...any)) error {
	a, err := nlp.New()
	if err != nil {
		return err
	}
	know, err := seeds.Load()
	if err != nil {
		return err
	}
	var docs []extract.TrainingDoc
	err = readAttributions(filepath.Join(data, "polnear", "polnear.train.gold.jsonl"), func(text string, gold []graph.Statement) {
		docs = append(docs, extract.TrainingDoc{Doc: a.Analyze(text), Gold: gold})
	})
	if err != nil {
		return err
	}
	log("%d articles read", len(docs))
	model, err := extract.TrainStatements(docs, know, extract.StatementTraining{Log: log})
	if err != nil {
		return err
	}
	path := filepath.Join(out, "statements.model")
	if err := os.WriteFile(path, model, 0o644); err != nil {
		return err
	}
	log("wrote %s", path)
	return nil
}

// readAttributions reads lines of {"text": …, "attributions": [{"source", "cue", "content": span lists}]}.
func readAttributions(path string, each func(text string, gold []graph.Statement)) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read attributions: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	dec := json.NewDecoder(bufio.NewReader(f))
	for n := 1; ; n++ {
		var row struct {
			Text         string
			Attributions []graph.Statement
		}
		if err := dec.Decode(&row); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("read attributions: %s, article %d: %w", path, n, err)
		}
		each(row.Text, row.Attributions)
	}
}
