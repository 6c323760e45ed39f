package cli

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"

	"dictum/extract/nlp"
	"dictum/input"

	"github.com/spf13/cobra"
)

type analyzeOptions struct {
	paths       []string
	format      string
	inputFormat string
	maxBytes    int64
}

// analysisFormat is one way to print an analysis.
type analysisFormat struct {
	name  string
	write func(io.Writer, *nlp.Doc) error
}

var analysisFormats = []analysisFormat{
	{"conllu", nlp.WriteCoNLLU},
	{"tree", nlp.WriteTree},
	{"json", writeAnalysisJSON},
}

const conllu = "conllu"

func (a *app) analyzeCmd() *cobra.Command {
	o := &analyzeOptions{}
	cmd := &cobra.Command{
		Use:   "analyze [PATH...]",
		Short: "Print sentences, words, tags, trees and names of a text",
		Long: `Analyze prints the language analysis that extraction rests on, as CoNLL-U (Universal Dependencies v2), as drawn trees, or as
JSON. The input is plain text, every character of which counts, or with --input-format conllu sentences and words that
are kept, while the other columns are filled in. Without PATH it reads standard input.`,
		Example: `  echo 'Moscow denied the report.' | dictum analyze --format tree
  dictum analyze --input-format conllu gold.conllu > predicted.conllu`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if o.paths, err = a.orStdin(args); err != nil {
				return err
			}
			return a.analyze(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", conllu, "conllu, tree, json")
	cmd.Flags().StringVar(&o.inputFormat, "input-format", "text", "text, article, jsonl, or conllu")
	cmd.Flags().Int64Var(&o.maxBytes, "max-bytes", 16<<20, "largest text, in bytes")
	return cmd
}

func (a *app) analyze(ctx context.Context, o *analyzeOptions) error {
	i := slices.IndexFunc(analysisFormats, func(f analysisFormat) bool { return f.name == o.format })
	if i < 0 {
		return usagef("no format %q; one of conllu, tree, json", o.format)
	}
	if _, err := input.Get(o.inputFormat); err != nil && o.inputFormat != conllu {
		return usagef("no input format %q; one of text, article, jsonl, conllu", o.inputFormat)
	}
	analyzer, err := nlp.New()
	if err != nil {
		return err
	}
	return buffered(a.io.Out, func(w io.Writer) error {
		write := func(doc *nlp.Doc) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return analysisFormats[i].write(w, doc)
		}
		if o.inputFormat == conllu {
			return a.analyzeWords(analyzer, o.paths, write)
		}
		return a.analyzeTexts(analyzer, o, write)
	})
}

func (a *app) analyzeTexts(analyzer *nlp.Analyzer, o *analyzeOptions, write func(*nlp.Doc) error) error {
	failed := false
	for doc, err := range input.Open(o.paths, input.Options{Format: o.inputFormat, MaxBytes: o.maxBytes, Stdin: a.io.In}) {
		if err != nil {
			failed = true
			a.note("dictum: %s", oneLine(err.Error()))
			continue
		}
		if err := write(analyzer.Analyze(doc.Text)); err != nil {
			return err
		}
	}
	if failed {
		return errReported
	}
	return nil
}

func (a *app) analyzeWords(analyzer *nlp.Analyzer, paths []string, write func(*nlp.Doc) error) error {
	for _, path := range paths {
		doc, err := a.readWords(path)
		if err != nil {
			return fileError(path, err)
		}
		analyzer.Fill(doc)
		if err := write(doc); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) readWords(path string) (*nlp.Doc, error) {
	if path == input.Stdin {
		return nlp.ReadCoNLLU(a.io.In)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read
	return nlp.ReadCoNLLU(f)
}

// writeAnalysisJSON writes one object a line; offsets are code points, heads are indexes into tokens.
func writeAnalysisJSON(w io.Writer, doc *nlp.Doc) error {
	type token struct {
		Span   [2]int `json:"span"`
		Text   string `json:"text"`
		UPOS   string `json:"upos"`
		XPOS   string `json:"xpos"`
		Feats  string `json:"feats"`
		Lemma  string `json:"lemma"`
		Head   int    `json:"head"`
		Deprel string `json:"deprel"`
	}
	type span struct {
		Tokens [2]int `json:"tokens"`
		Type   string `json:"type,omitempty"`
	}
	out := struct {
		Text      string  `json:"text"`
		Tokens    []token `json:"tokens"`
		Sentences []span  `json:"sentences"`
		Names     []span  `json:"names"`
	}{doc.Text, []token{}, []span{}, []span{}}
	for _, t := range doc.Toks {
		out.Tokens = append(out.Tokens, token{[2]int{t.Start, t.End}, t.Text, t.UPOS, t.XPOS, t.Feats, t.Lemma, t.Head, t.Deprel})
	}
	for _, s := range doc.Sents {
		out.Sentences = append(out.Sentences, span{Tokens: [2]int{s.First, s.Last}})
	}
	for _, n := range doc.Names {
		out.Names = append(out.Names, span{[2]int{n.First, n.Last}, n.Type})
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, b.String())
	return err
}
