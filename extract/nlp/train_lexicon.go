package nlp

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dictum/extract/nlp/net"
)

// TrainClusters groups the words of the raw texts and writes "word class" lines.
func TrainClusters(o TrainOptions, classes int) error {
	raw, err := o.rawFiles()
	if err != nil {
		return err
	}
	sents, err := benchSents(raw)
	if err != nil {
		return err
	}
	for _, p := range []string{"en_ewt-ud-train.conllu", "en_gum-ud-train.ccby-genres.conllu"} {
		docs, err := readDocs(filepath.Join(o.Data, "ud", p))
		if err != nil {
			return err
		}
		sents = append(sents, foldDocs(docs)...)
	}
	docs, err := readCoNLL03(filepath.Join(o.Data, "ner", "conllpp_train.txt"))
	if err != nil {
		return err
	}
	sents = append(sents, foldDocs(docs)...)
	m := trainClusters(sents, classes, 6, 12, o.Log)
	words := make([]string, 0, len(m))
	for w := range m {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(m[a]-m[b], strings.Compare(a, b)) })
	var b strings.Builder
	for _, w := range words {
		fmt.Fprintf(&b, "%s %d\n", w, m[w])
	}
	return os.WriteFile(filepath.Join(o.Out, clusterFile(classes)), []byte(b.String()), 0o644)
}

func foldDocs(docs []*Doc) [][]string {
	var out [][]string
	for _, d := range docs {
		for _, s := range d.Sents {
			var words []string
			for _, t := range d.Toks[s.First:s.Last] {
				words = append(words, foldWord(t.Text))
			}
			out = append(out, words)
		}
	}
	return out
}

// clusterings are the sizes of the word clusterings: middle, fine, coarse.
var clusterings = [3]int{320, 1000, 64}

func (o TrainOptions) lexicon() (*lexicon, error) {
	l := &lexicon{words: map[uint32]lexEntry{}}
	read := func(name string, set func(*lexEntry, int)) error {
		b, err := os.ReadFile(filepath.Join(o.Out, name))
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(b)) {
			var w string
			var c int
			if _, err := fmt.Sscanf(line, "%s %d", &w, &c); err != nil {
				return fmt.Errorf("nlp: %s, line %q: %w", name, line, err)
			}
			e := l.words[net.Hash(w)]
			set(&e, c)
			l.words[net.Hash(w)] = e
		}
		return nil
	}
	for k, classes := range clusterings {
		if err := read(clusterFile(classes), func(e *lexEntry, c int) { e.class[k] = uint16(c) }); err != nil {
			return nil, err
		}
	}
	return l, read(capsFile, func(e *lexEntry, c int) { e.capShare = uint8(c) })
}

func clusterFile(classes int) string { return fmt.Sprintf("clusters-%d.txt", classes) }

const capsFile = "capitals.txt"

func (o TrainOptions) rawFiles() ([]string, error) {
	raw, err := filepath.Glob(filepath.Join(o.Data, "bench", "*.txt"))
	if err == nil && len(raw) == 0 {
		err = fmt.Errorf("nlp: no raw text in %s", filepath.Join(o.Data, "bench"))
	}
	slices.Sort(raw)
	return raw, err
}
