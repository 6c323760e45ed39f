package nlp

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"dictum/extract/nlp/net"
)

// TrainOptions of Train.
type TrainOptions struct {
	Data string // folder with ud, ner and bench
	Out  string // folder that the model parts are written to
	Log  func(format string, args ...any)

	Tagger TaggerConfig
	Fold   TaggerConfig // of the taggers that tag the parser's trees
	Parser ParserConfig
	Guide  ParserConfig // of the guide, see guess
	Namer  NamerConfig
}

// treebanks reads the training treebanks.
func (o TrainOptions) treebanks() ([]*Doc, error) {
	var out []*Doc
	for _, p := range []string{"en_ewt-ud-train.conllu", "en_gum-ud-train.ccby-genres.conllu"} {
		docs, err := readDocs(filepath.Join(o.Data, "ud", p))
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}

// taggerPart is the tagger, learned now or before with the same settings.
func (o TrainOptions) taggerPart(docs []*Doc, lex *lexicon) (*tagger, error) {
	file := filepath.Join(o.Out, "tagger.part")
	b, err := part(file, fmt.Sprintf("%+v", o.Tagger), func() ([]byte, error) {
		return trainTagger(docs, lex, o.Tagger, o.Log).append(nil), nil
	})
	if err != nil {
		return nil, err
	}
	t, src := &tagger{}, &source{b: b}
	if t.read(src); src.err != nil {
		return nil, fmt.Errorf("nlp: %s: %w", file, src.err)
	}
	return t, nil
}

// parser learns the parser. Its whole net is kept in the folder of parts for the next training with the same settings.
func (o TrainOptions) parser(docs []*Doc, lex *lexicon) (*parser, map[string]int32, error) {
	p, labels := newParser(docs)
	trees := goldTrees(docs, lex, labels)
	if err := o.jackknife(docs, trees, lex); err != nil {
		return nil, nil, err
	}
	if err := o.guide(p, trees); err != nil {
		return nil, nil, err
	}
	count := countFeatures(p, trees)
	cfg := o.Parser
	cfg.Keep, cfg.Step = 0, 0
	file := filepath.Join(o.Out, "parser.part")
	b, err := part(file, fmt.Sprintf("%+v %+v %+v", o.Fold, o.Guide, cfg), func() ([]byte, error) {
		return trainParser(p, trees, count, cfg, o.Log).Append(nil), nil
	})
	if err != nil {
		return nil, nil, err
	}
	n, _, err := net.Read(b)
	if err != nil {
		return nil, nil, fmt.Errorf("nlp: %s: %w", file, err)
	}
	p.net = n.Trim(count, o.Parser.Keep, o.Parser.Step)
	return p, labels, nil
}

// part gives the bytes of a part of the model: those in its file, if they were made with the same settings, else new ones, which it
// keeps there.
func part(file, settings string, make func() ([]byte, error)) ([]byte, error) {
	if b, err := os.ReadFile(file); err == nil {
		if rest, ok := bytes.CutPrefix(b, []byte(settings+"\n")); ok {
			return rest, nil
		}
	}
	b, err := make()
	if err != nil {
		return nil, err
	}
	return b, os.WriteFile(file, append([]byte(settings+"\n"), b...), 0o644)
}

// material is what tagger and parser learn from: the treebanks, and the lexicon of the raw text.
func (o TrainOptions) material() ([]*Doc, *lexicon, error) {
	docs, err := o.treebanks()
	if err != nil {
		return nil, nil, err
	}
	lex, err := o.lexicon()
	return docs, lex, err
}

// TrainAll makes the whole model and writes it to the folder of parts as dictum.model.
func TrainAll(o TrainOptions) error {
	if err := o.rawParts(); err != nil {
		return err
	}
	docs, lex, err := o.material()
	if err != nil {
		return err
	}
	m := &models{lex: *lex, feats: trainFeats(docs)}
	if m.lemmas, err = o.lemmatizer(docs); err != nil {
		return err
	}
	if m.tagger, err = o.taggerPart(docs, lex); err != nil {
		return err
	}
	if m.parser, _, err = o.parser(docs, lex); err != nil {
		return err
	}
	if m.names, err = o.namePart(lex, m.tagger); err != nil {
		return err
	}
	b := m.append(nil)
	o.Log("model: %d bytes", len(b))
	return os.WriteFile(filepath.Join(o.Out, "dictum.model"), b, 0o644)
}

// namePart is the name tagger, learned now or before with the same settings.
func (o TrainOptions) namePart(lex *lexicon, tg *tagger) (*namer, error) {
	file := filepath.Join(o.Out, "names.part")
	b, err := part(file, fmt.Sprintf("%+v %+v", o.Tagger, o.Namer), func() ([]byte, error) {
		n, err := o.names(lex, tg)
		if err != nil {
			return nil, err
		}
		return n.append(nil), nil
	})
	if err != nil {
		return nil, err
	}
	n, src := &namer{}, &source{b: b}
	if n.read(src); src.err != nil {
		return nil, fmt.Errorf("nlp: %s: %w", file, src.err)
	}
	return n, nil
}

// rawParts makes what is learned from raw text, where its files are not there yet.
func (o TrainOptions) rawParts() error {
	missing := func(name string) bool {
		_, err := os.Stat(filepath.Join(o.Out, name))
		return errors.Is(err, fs.ErrNotExist)
	}
	for _, n := range clusterings {
		if missing(clusterFile(n)) {
			if err := TrainClusters(o, n); err != nil {
				return err
			}
		}
	}
	if missing(capsFile) {
		return TrainCapitals(o)
	}
	return nil
}
