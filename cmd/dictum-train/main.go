// Command dictum-train makes the models of extract/nlp and measures them. It is for developers; users need it never.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"dictum/extract/nlp"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "dictum-train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 1 {
		return fmt.Errorf("usage: dictum-train all|clusters|capitals|lemmas|tagger|parser|names|statements|analyze|words|tree|speed [flags] [FILE]")
	}
	mode := args[0]
	begin := time.Now()
	opts, classes, files, err := options(mode, args[1:])
	if err != nil {
		return err
	}
	opts.Log = func(f string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs "+f+"\n", append([]any{time.Since(begin).Seconds()}, a...)...)
	}
	if err := os.MkdirAll(opts.Out, 0o755); err != nil {
		return err
	}
	switch mode {
	case "clusters":
		return nlp.TrainClusters(opts, classes)
	case "all":
		return nlp.TrainAll(opts)
	case "parser":
		return nlp.TrainParser(opts, files)
	case "statements":
		return trainStatements(opts.Data, opts.Out, opts.Log)
	case "capitals":
		return nlp.TrainCapitals(opts)
	case "lemmas":
		return nlp.TrainLemmas(opts, files)
	case "names":
		return nlp.TrainNames(opts, files)
	case "tagger":
		return nlp.TrainTagger(opts, files)
	}
	return use(mode, files)
}

// use applies the embedded models instead of making them.
func use(mode string, files []string) error {
	a, err := nlp.New()
	if err != nil {
		return err
	}
	if mode == "speed" {
		return speed(a, files, os.Stdout)
	}
	if len(files) == 0 {
		return fmt.Errorf("%s: FILE is missing", mode)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		return err
	}
	return analyze(a, mode, string(text), os.Stdout)
}

func analyze(a *nlp.Analyzer, mode, text string, w io.Writer) error {
	switch mode {
	case "words":
		doc, err := nlp.ReadCoNLLU(strings.NewReader(text))
		if err != nil {
			return err
		}
		a.Fill(doc)
		return nlp.WriteCoNLLU(w, doc)
	case "analyze":
		return nlp.WriteCoNLLU(w, a.Analyze(text))
	case "tree":
		return nlp.WriteTree(w, a.Analyze(text))
	}
	return fmt.Errorf("unknown mode %q", mode)
}
