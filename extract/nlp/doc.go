package nlp

// Doc is an analysed text. Text is the input unchanged; sentences, tokens and names are ranges over it.
type Doc struct {
	Text  string
	Sents []Sent
	Toks  []Token
	Names []Name // in text order, not overlapping

	read  bool   // by ReadCoNLLU
	multi []bool // in a document that was read: word i is written together with the word before it, as a multiword token
}

// Sent is one sentence: tokens [First, Last) and code points [Start, End).
type Sent struct {
	First, Last int
	Start, End  int
}

// Token is one syntactic word of Universal Dependencies v2.
type Token struct {
	Start, End int    // code points of the text, half open
	Text       string // a substring of the text, not a copy
	UPOS       string // universal tag: NOUN, PROPN, VERB, …
	XPOS       string // Penn Treebank tag: NN, NNP, VBD, …
	Feats      string // morphological features as in CoNLL-U ("Number=Sing"), "" for none
	Lemma      string
	Head       int    // index into Doc.Toks of the head, -1 for the root of a sentence
	Deprel     string // UD v2 relation with subtype ("nsubj:pass"), "root" for the root
	Sure       uint8  // how sure the parser is of the head: 0 to Surest
	Cluster    uint16 // class of the word by the words beside it in running text, 0 for none; the numbers change with the model
}

// Name is a named entity: tokens [First, Last).
type Name struct {
	First, Last int
	Type        string // PER ORG LOC NORP MISC
}
