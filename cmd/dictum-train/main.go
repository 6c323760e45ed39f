// Command dictum-train makes the models of extract/nlp and measures them. It is for developers; users need it never.
package main

import (
	"flag"
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
		return fmt.Errorf("usage: dictum-train clusters|statements|analyze|tree [flags] [FILE]")
	}
	mode := args[0]
	fs := flag.NewFlagSet(mode, flag.ContinueOnError)
	data := fs.String("data", "../shared/data", "folder with ud, ner and bench")
	out := fs.String("out", "/tmp/dictum-train", "folder for parts of the model")
	classes := fs.Int("classes", 320, "word clusters")
	hidden := fs.Int("hidden", 128, "width of the parser's hidden layer")
	epochs := fs.Int("epochs", 6, "epochs of the parser")
	minFeature := fs.Int("min", 10, "parser features seen less often are left out")
	if err := fs.Parse(args[1:]); err != nil {
		return err
	}
	begin := time.Now()
	opts := nlp.TrainOptions{Data: *data, Out: *out, Log: func(f string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs "+f+"\n", append([]any{time.Since(begin).Seconds()}, a...)...)
	}}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	switch mode {
	case "statements":
		return trainStatements(*data, *out, opts.Log)
	case "clusters":
		return nlp.TrainClusters(opts, *classes)
	case "all":
		return nlp.TrainAll(opts, *hidden, *epochs, uint32(*minFeature))
	case "parser":
		return nlp.TrainParser(opts, fs.Args(), *hidden, *epochs)
	case "tagger":
		return nlp.TrainTagger(opts, fs.Args())
	}
	text, err := os.ReadFile(fs.Arg(0))
	if err != nil {
		return err
	}
	a, err := nlp.New()
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
