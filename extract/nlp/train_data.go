package nlp

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// benchSents reads raw text (documents separated by form feeds) into sentences of folded words.
func benchSents(paths []string) ([][]string, error) {
	var out [][]string
	var tk tokenizer
	var sp splitter
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			return nil, fmt.Errorf("nlp: raw text: %w", err)
		}
		for _, text := range strings.Split(string(b), "\f") {
			pieces := tk.tokenize(text, nil)
			firsts := append(sp.sentences(text, pieces, nil), len(pieces))
			for k := 0; k+1 < len(firsts); k++ {
				var s []string
				for _, p := range pieces[firsts[k]:firsts[k+1]] {
					s = append(s, foldWord(text[p.b:p.e]))
				}
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// readDocs reads a CoNLL-U file document by document ("# newdoc").
func readDocs(path string) ([]*Doc, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("nlp: treebank: %w", err)
	}
	var docs []*Doc
	for i, part := range strings.Split("\n"+string(b), "\n# newdoc") {
		if i == 0 && strings.TrimSpace(part) == "" {
			continue
		}
		doc, err := ReadCoNLLU(strings.NewReader("# newdoc" + part))
		if err != nil {
			return nil, fmt.Errorf("nlp: %s: %w", path, err)
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

// readCoNLL03 reads the four-column format of CoNLL 2003, documents apart.
func readCoNLL03(path string) ([]*Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("nlp: names: %w", err)
	}
	defer f.Close()
	var docs []*Doc
	var sents [][]string
	var tags [][]string
	var words, sentTags []string
	endSent := func() {
		if len(words) > 0 {
			sents, tags = append(sents, words), append(tags, sentTags)
		}
		words, sentTags = nil, nil
	}
	endDoc := func() {
		endSent()
		if len(sents) > 0 {
			doc := joinWords(sents)
			var flat []string
			for _, t := range tags {
				flat = append(flat, t...)
			}
			for _, s := range doc.Sents {
				doc.Names = appendNames(doc.Names, flat, s)
			}
			docs = append(docs, doc)
		}
		sents, tags = nil, nil
	}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		c := strings.Fields(sc.Text())
		switch {
		case len(c) == 0:
			endSent()
		case c[0] == "-DOCSTART-":
			endDoc()
		case len(c) >= 4:
			words, sentTags = append(words, c[0]), append(sentTags, c[3])
		}
	}
	endDoc()
	return docs, sc.Err()
}
