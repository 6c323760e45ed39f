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
		return fmt.Errorf("usage: dictum-train all|clusters|capitals|lemmas|tagger|parser|names|statements|analyze|words|tree|speed [flags] [FILE]")
	}
	mode := args[0]
	fs := flag.NewFlagSet(mode, flag.ContinueOnError)
	begin := time.Now()
	opts := nlp.TrainOptions{Log: func(f string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs "+f+"\n", append([]any{time.Since(begin).Seconds()}, a...)...)
	}}
	data := fs.String("data", "../shared/data", "folder with ud, ner and bench")
	out := fs.String("out", "/tmp/dictum-train", "folder for parts of the model")
	classes := fs.Int("classes", 320, "word clusters")
	tc, pc := &opts.Tagger, &opts.Parser
	fs.IntVar(&tc.Hidden, "thidden", 64, "width of the tagger's hidden layer")
	fs.IntVar(&tc.Epochs, "tepochs", 8, "epochs of the tagger")
	fs.IntVar(&tc.Frequent, "tfrequent", 10, "words seen so often have only the tags seen")
	tmin := fs.Int("tmin", 3, "tagger features seen less often are left out")
	trate := fs.Float64("trate", 0.03, "learning rate of the tagger")
	nmiss := fs.Float64("nmiss", 0.12, "share of features that the namer learns without")
	tmiss := fs.Float64("tmiss", 0.1, "share of features that the tagger learns without")
	miss := fs.Float64("miss", 0.15, "share of features that the parser learns without")
	tdrop := fs.Float64("tdrop", 0.3, "dropout of the tagger")
	fs.IntVar(&pc.Hidden, "hidden", 128, "width of the parser's hidden layer")
	fs.IntVar(&pc.Epochs, "epochs", 6, "epochs of the parser")
	min := fs.Int("min", 12, "parser features seen less often are left out")
	rate := fs.Float64("rate", 0.03, "learning rate of the parser")
	drop := fs.Float64("drop", 0.3, "dropout of the parser")
	explore := fs.Float64("explore", 0.9, "share of the parser's own wrong moves that training follows")
	gc := &opts.Guide
	fs.IntVar(&gc.Hidden, "ghidden", 64, "width of the guide's hidden layer, 0 for no guide")
	fs.IntVar(&gc.Epochs, "gepochs", 5, "epochs of the guide")
	fs.IntVar(&gc.Keep, "gkeep", 100000, "features of the finished guide, 0 for all")
	fs.IntVar(&gc.Step, "gstep", 8, "rounding of the guide's weights")
	gmin := fs.Int("gmin", 12, "guide features seen less often are left out")
	fs.IntVar(&pc.Keep, "keep", 200000, "features of the finished parser, 0 for all")
	fs.IntVar(&tc.Keep, "tkeep", 150000, "features of the finished tagger, 0 for all")
	fs.IntVar(&tc.Step, "tstep", 6, "rounding of the tagger's weights")
	fs.IntVar(&pc.Step, "step", 8, "rounding of the parser's weights")
	nc := &opts.Namer
	fs.IntVar(&nc.Keep, "nkeep", 80000, "features of each reading of the finished namer, 0 for all")
	fs.IntVar(&nc.Step, "nstep", 4, "rounding of the namer's weights")
	fs.IntVar(&nc.Hidden, "nhidden", 64, "width of the namer's hidden layer")
	fs.IntVar(&nc.Epochs, "nepochs", 6, "epochs of the namer")
	fs.IntVar(&nc.Folds, "nfolds", 2, "parts for the first reading of the namer's own training texts")
	nmin := fs.Int("nmin", 4, "name features seen less often are left out")
	nrate := fs.Float64("nrate", 0.03, "learning rate of the namer")
	ndrop := fs.Float64("ndrop", 0.3, "dropout of the namer")
	seed := fs.Int64("seed", 1, "seed of all chance")
	if err := fs.Parse(args[1:]); err != nil {
		return err
	}
	opts.Data, opts.Out = *data, *out
	nc.Seed, nc.MinFeature, nc.Rate, nc.Dropout = *seed, uint32(*nmin), float32(*nrate), float32(*ndrop)
	tc.Seed, tc.MinFeature, tc.Rate, tc.Dropout = *seed, uint32(*tmin), float32(*trate), float32(*tdrop)
	tc.Missing, pc.Missing, nc.Missing = float32(*tmiss), float32(*miss), float32(*nmiss)
	pc.Seed, pc.MinFeature, pc.Rate, pc.Dropout, pc.Explore = *seed, uint32(*min), float32(*rate), float32(*drop), float32(*explore)
	gc.Seed, gc.MinFeature, gc.Rate, gc.Dropout = *seed, uint32(*gmin), pc.Rate, pc.Dropout
	gc.Explore, gc.Missing = pc.Explore, pc.Missing
	opts.Fold = *tc
	opts.Fold.Keep, opts.Fold.Step, opts.Fold.Epochs = 0, 0, 5
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	switch mode {
	case "clusters":
		return nlp.TrainClusters(opts, *classes)
	case "all":
		return nlp.TrainAll(opts)
	case "parser":
		return nlp.TrainParser(opts, fs.Args())
	case "statements":
		return trainStatements(*data, *out, opts.Log)
	case "capitals":
		return nlp.TrainCapitals(opts)
	case "lemmas":
		return nlp.TrainLemmas(opts, fs.Args())
	case "names":
		return nlp.TrainNames(opts, fs.Args())
	case "tagger":
		return nlp.TrainTagger(opts, fs.Args())
	}
	a, err := nlp.New()
	if err != nil {
		return err
	}
	if mode == "speed" {
		return speed(a, fs.Args(), os.Stdout)
	}
	text, err := os.ReadFile(fs.Arg(0))
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
