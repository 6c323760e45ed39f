package main

import (
	"flag"
	"strconv"

	"dictum/extract/nlp"
)

// options reads the flags. Their defaults are what the embedded models were made with.
func options(mode string, args []string) (opts nlp.TrainOptions, classes int, files []string, err error) {
	fs := flag.NewFlagSet(mode, flag.ContinueOnError)
	fs.StringVar(&opts.Data, "data", "../shared/data", "folder with ud, ner and bench")
	fs.StringVar(&opts.Out, "out", "/tmp/dictum-train", "folder for parts of the model")
	fs.IntVar(&classes, "classes", 320, "word clusters")
	seed := fs.Int64("seed", 1, "seed of all chance")
	taggerFlags(fs, &opts.Tagger)
	parserFlags(fs, &opts.Parser)
	guideFlags(fs, &opts.Guide)
	namerFlags(fs, &opts.Namer)
	if err := fs.Parse(args); err != nil {
		return opts, 0, nil, err
	}
	opts.Tagger.Seed, opts.Parser.Seed, opts.Guide.Seed, opts.Namer.Seed = *seed, *seed, *seed, *seed
	guide, parser := &opts.Guide, &opts.Parser
	guide.Rate, guide.Dropout, guide.Explore, guide.Missing = parser.Rate, parser.Dropout, parser.Explore, parser.Missing
	opts.Fold = opts.Tagger
	opts.Fold.Keep, opts.Fold.Step, opts.Fold.Epochs = 0, 0, 5
	return opts, classes, fs.Args(), nil
}

func taggerFlags(fs *flag.FlagSet, c *nlp.TaggerConfig) {
	fs.IntVar(&c.Hidden, "thidden", 64, "width of the tagger's hidden layer")
	fs.IntVar(&c.Epochs, "tepochs", 8, "epochs of the tagger")
	fs.IntVar(&c.Frequent, "tfrequent", 10, "words seen so often have only the tags seen")
	fs.IntVar(&c.Keep, "tkeep", 150000, "features of the finished tagger, 0 for all")
	fs.IntVar(&c.Step, "tstep", 6, "rounding of the tagger's weights")
	uint32Var(fs, &c.MinFeature, "tmin", 3, "tagger features seen less often are left out")
	float32Var(fs, &c.Rate, "trate", 0.03, "learning rate of the tagger")
	float32Var(fs, &c.Dropout, "tdrop", 0.3, "dropout of the tagger")
	float32Var(fs, &c.Missing, "tmiss", 0.1, "share of features that the tagger learns without")
}

func parserFlags(fs *flag.FlagSet, c *nlp.ParserConfig) {
	fs.IntVar(&c.Hidden, "hidden", 128, "width of the parser's hidden layer")
	fs.IntVar(&c.Epochs, "epochs", 6, "epochs of the parser")
	fs.IntVar(&c.Keep, "keep", 200000, "features of the finished parser, 0 for all")
	fs.IntVar(&c.Step, "step", 8, "rounding of the parser's weights")
	uint32Var(fs, &c.MinFeature, "min", 12, "parser features seen less often are left out")
	float32Var(fs, &c.Rate, "rate", 0.03, "learning rate of the parser and its guide")
	float32Var(fs, &c.Dropout, "drop", 0.3, "dropout of the parser and its guide")
	float32Var(fs, &c.Missing, "miss", 0.15, "share of features that the parser and its guide learn without")
	float32Var(fs, &c.Explore, "explore", 0.9, "share of the parser's own wrong moves that training follows")
}

// guideFlags are what the guide does not share with the parser.
func guideFlags(fs *flag.FlagSet, c *nlp.ParserConfig) {
	fs.IntVar(&c.Hidden, "ghidden", 64, "width of the guide's hidden layer, 0 for no guide")
	fs.IntVar(&c.Epochs, "gepochs", 5, "epochs of the guide")
	fs.IntVar(&c.Keep, "gkeep", 100000, "features of the finished guide, 0 for all")
	fs.IntVar(&c.Step, "gstep", 8, "rounding of the guide's weights")
	uint32Var(fs, &c.MinFeature, "gmin", 12, "guide features seen less often are left out")
}

func namerFlags(fs *flag.FlagSet, c *nlp.NamerConfig) {
	fs.IntVar(&c.Hidden, "nhidden", 64, "width of the namer's hidden layer")
	fs.IntVar(&c.Epochs, "nepochs", 6, "epochs of the namer")
	fs.IntVar(&c.Folds, "nfolds", 2, "parts for the first reading of the namer's own training texts")
	fs.IntVar(&c.Keep, "nkeep", 80000, "features of each reading of the finished namer, 0 for all")
	fs.IntVar(&c.Step, "nstep", 4, "rounding of the namer's weights")
	uint32Var(fs, &c.MinFeature, "nmin", 4, "name features seen less often are left out")
	float32Var(fs, &c.Rate, "nrate", 0.03, "learning rate of the namer")
	float32Var(fs, &c.Dropout, "ndrop", 0.3, "dropout of the namer")
	float32Var(fs, &c.Missing, "nmiss", 0.12, "share of features that the namer learns without")
}

// number is a flag of a type that package flag does not have.
type number[T uint32 | float32] struct {
	at    *T
	parse func(string) (T, error)
}

func (n number[T]) String() string {
	if n.at == nil {
		return ""
	}
	return strconv.FormatFloat(float64(*n.at), 'g', -1, 32)
}

func (n number[T]) Set(s string) (err error) {
	*n.at, err = n.parse(s)
	return err
}

func uint32Var(fs *flag.FlagSet, at *uint32, name string, value uint32, usage string) {
	*at = value
	fs.Var(number[uint32]{at, func(s string) (uint32, error) {
		n, err := strconv.ParseUint(s, 10, 32)
		return uint32(n), err
	}}, name, usage)
}

// float32Var reads as wide as package flag does, and rounds: what was learned with a setting is learned with it again.
func float32Var(fs *flag.FlagSet, at *float32, name string, value float64, usage string) {
	*at = float32(value)
	fs.Var(number[float32]{at, func(s string) (float32, error) {
		x, err := strconv.ParseFloat(s, 64)
		return float32(x), err
	}}, name, usage)
}
