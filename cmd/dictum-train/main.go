// Command dictum-train makes the models of extract/nlp and measures them. It is for developers; users need it never.
package main

import (
	"fmt"
	"io"
	"os"

	"dictum/extract/nlp"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "dictum-train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return fmt.Errorf("usage: dictum-train analyze|words|tree FILE")
	}
	data, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	a, err := nlp.New()
	if err != nil {
		return err
	}
	return analyze(a, args[0], string(data), os.Stdout)
}

func analyze(a *nlp.Analyzer, mode, text string, w io.Writer) error {
	switch mode {
	case "analyze":
		return nlp.WriteCoNLLU(w, a.Analyze(text))
	case "tree":
		return nlp.WriteTree(w, a.Analyze(text))
	}
	return fmt.Errorf("unknown mode %q", mode)
}
