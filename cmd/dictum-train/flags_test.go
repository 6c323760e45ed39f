package main

import (
	"testing"

	"dictum/extract/nlp"
)

// The embedded models were made without flags, so the defaults are part of them.
func TestOptions(t *testing.T) {
	opts, classes, files, err := options("parser", []string{"-rate", "0.02", "-tmin", "5", "-seed", "7", "a.conllu"})
	if err != nil {
		t.Fatal(err)
	}
	if classes != 320 || len(files) != 1 || files[0] != "a.conllu" {
		t.Errorf("got %d classes and the files %q, want 320 and a.conllu", classes, files)
	}
	wantTagger := nlp.TaggerConfig{
		Hidden: 64, Epochs: 8, Seed: 7, Frequent: 10, MinFeature: 5, Keep: 150000, Step: 6, Rate: 0.03, Dropout: 0.3, Missing: 0.1,
	}
	wantParser := nlp.ParserConfig{
		Hidden: 128, Epochs: 6, Seed: 7, MinFeature: 12, Keep: 200000, Step: 8, Rate: 0.02, Dropout: 0.3, Missing: 0.15, Explore: 0.9,
	}
	wantGuide := wantParser
	wantGuide.Hidden, wantGuide.Epochs, wantGuide.Keep = 64, 5, 100000
	wantFold := wantTagger
	wantFold.Epochs, wantFold.Keep, wantFold.Step = 5, 0, 0
	wantNamer := nlp.NamerConfig{
		Hidden: 64, Epochs: 6, Folds: 2, Seed: 7, MinFeature: 4, Keep: 80000, Step: 4, Rate: 0.03, Dropout: 0.3, Missing: 0.12,
	}
	if opts.Tagger != wantTagger {
		t.Errorf("tagger: got %+v, want %+v", opts.Tagger, wantTagger)
	}
	if opts.Fold != wantFold {
		t.Errorf("fold: got %+v, want %+v", opts.Fold, wantFold)
	}
	if opts.Parser != wantParser {
		t.Errorf("parser: got %+v, want %+v", opts.Parser, wantParser)
	}
	if opts.Guide != wantGuide {
		t.Errorf("guide: got %+v, want %+v", opts.Guide, wantGuide)
	}
	if opts.Namer != wantNamer {
		t.Errorf("namer: got %+v, want %+v", opts.Namer, wantNamer)
	}
	if _, _, _, err := options("parser", []string{"-tmin", "-1"}); err == nil {
		t.Error("a negative count was taken")
	}
}
