package nlp

import (
	"math/rand"
	"path/filepath"
	"strings"

	"dictum/seeds"
)

// NamerConfig of a training.
type NamerConfig struct {
	Hidden, Epochs, Folds int
	Seed                  int64
	MinFeature            uint32
	Keep                  int // features of each reading of the finished namer, 0 for all
	Step                  int // rounding of their weights, see net.Coarsen
	Rate, Dropout         float32
	Missing               float32 // share of the features left out of an example
}

// nameDoc is a document to learn names from.
type nameDoc struct {
	words []attrs
	tags  []int32
	gold  []int32
	sents []Sent
	memo  []memo // of the first reading, by a namer that has not learned from the document
}

// names learns the name tagger.
func (o TrainOptions) names(lex *lexicon, tg *tagger) (*namer, error) {
	know, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	docs, err := o.nameDocs(know)
	if err != nil {
		return nil, err
	}
	gaz := newGazetteer(know)
	n := &namer{labels: nameLabels()}
	n.link()
	var data []*nameDoc
	for _, d := range docs {
		data = append(data, newNameDoc(d, n, lex, gaz, tg))
	}
	o.Log("names: %d documents", len(data))
	cfg := o.Namer
	inParallel(cfg.Folds+1, func(f int) {
		if f == cfg.Folds {
			n.pass[0] = trainChain(n, data, cfg, false, o.Log)
			return
		}
		var rest, held []*nameDoc
		for i, d := range data {
			if i%cfg.Folds == f {
				held = append(held, d)
			} else {
				rest = append(rest, d)
			}
		}
		own := &namer{labels: n.labels}
		own.link()
		own.pass[0] = trainChain(own, rest, cfg, false, func(string, ...any) {})
		own.remember(held)
		o.Log("names: fold %d", f+1)
	})
	n.pass[1] = trainChain(n, data, cfg, true, o.Log)
	return n, nil
}

// nameDocs are the documents of CoNLL++ and of GUM, then copies of CoNLL++ with the words of UD, then copies with other capitals.
func (o TrainOptions) nameDocs(know *seeds.Knowledge) ([]*Doc, error) {
	conll, err := readCoNLL03(filepath.Join(o.Data, "ner", "conllpp_train.txt"))
	if err != nil {
		return nil, err
	}
	for _, d := range conll {
		for i, n := range d.Names {
			var words []string
			for _, t := range d.Toks[n.First:n.Last] {
				words = append(words, t.Text)
			}
			if n.Type == "MISC" && isNationality(know, words) {
				d.Names[i].Type = "NORP"
			}
		}
	}
	gumPath := filepath.Join(o.Data, "ud", "en_gum-ud-train.ccby-genres.conllu")
	gum, err := readDocs(gumPath)
	if err != nil {
		return nil, err
	}
	if err := gumNames(gumPath, gum, know); err != nil {
		return nil, err
	}
	docs := append(conll, gum...)
	rng := rand.New(rand.NewSource(5))
	for _, d := range conll {
		docs = append(docs, recase(cutWords(d), rng))
	}
	for _, d := range gum {
		docs = append(docs, recase(d, rng))
	}
	return docs, nil
}

// cutWords cuts the words of a document as UD does ("all-rounder" in three) and keeps its names.
func cutWords(d *Doc) *Doc {
	var tk tokenizer
	var sents [][]string
	from := make([]int, len(d.Toks)+1)
	total := 0
	for _, s := range d.Sents {
		var words []string
		for i := s.First; i < s.Last; i++ {
			from[i] = total + len(words)
			w := d.Toks[i].Text
			for _, p := range tk.tokenize(w, nil) {
				words = append(words, w[p.b:p.e])
			}
		}
		total += len(words)
		sents = append(sents, words)
	}
	from[len(d.Toks)] = total
	out := joinWords(sents)
	for _, n := range d.Names {
		out.Names = append(out.Names, Name{First: from[n.First], Last: from[n.Last], Type: n.Type})
	}
	return out
}

// recase copies a document; a third of its sentences are written small, in capitals, or with every first letter large.
func recase(d *Doc, rng *rand.Rand) *Doc {
	var sents [][]string
	for _, s := range d.Sents {
		mode := rng.Intn(12)
		var words []string
		for _, t := range d.Toks[s.First:s.Last] {
			w := t.Text
			switch mode {
			case 0, 1:
				w = strings.ToLower(w)
			case 2:
				w = strings.ToUpper(w)
			case 3:
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			words = append(words, w)
		}
		sents = append(sents, words)
	}
	out := joinWords(sents)
	out.Names = d.Names
	return out
}

func newNameDoc(d *Doc, n *namer, lex *lexicon, gaz *gazetteer, tg *tagger) *nameDoc {
	id := map[string]int32{}
	for i, l := range n.labels {
		id[l] = int32(i)
	}
	nd := &nameDoc{words: make([]attrs, len(d.Toks)), tags: make([]int32, len(d.Toks)), gold: make([]int32, len(d.Toks)), sents: d.Sents}
	for _, m := range d.Names {
		for i := m.First; i < m.Last; i++ {
			mark := "I-"
			switch {
			case m.Last == m.First+1:
				mark = "S-"
			case i == m.First:
				mark = "B-"
			case i == m.Last-1:
				mark = "E-"
			}
			nd.gold[i] = id[mark+m.Type]
		}
	}
	var ts tagScratch
	for i := range nd.words {
		lex.setAttrs(&nd.words[i], d.Toks[i].Text, nil)
	}
	for _, s := range d.Sents {
		words := nd.words[s.First:s.Last]
		lineKind(words)
		gaz.mark(words)
		tg.tag(words, nd.tags[s.First:s.Last], &ts)
	}
	return nd
}

// remember reads documents a first time, as one stream like a text without known borders, and keeps what memory needs.
func (n *namer) remember(docs []*nameDoc) {
	var s nameScratch
	var m memoryWork
	for _, d := range docs {
		labels := make([]int32, len(d.words))
		for _, st := range d.sents {
			n.tag(&n.pass[0], d.words[st.First:st.Last], d.tags[st.First:st.Last], nil, labels[st.First:st.Last], &s)
		}
		m.remember(n, d.words, d.sents, labels)
		d.memo = append([]memo(nil), m.memo...)
	}
}
