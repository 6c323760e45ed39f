package extract

// tagger labels sequences by two fields over the same features, a linear one and one with a hidden layer: each makes mistakes that
// the other does not, and the mean of their scores is better than either.
type tagger struct {
	lin *crf
	net *netCRF
}

// readTagger reads both fields and gives what follows them.
func readTagger(b []byte) (*tagger, []byte, error) {
	t := &tagger{}
	var err error
	if t.lin, b, err = readCRF(b); err != nil {
		return nil, nil, err
	}
	t.net, b, err = readNetCRF(b)
	return t, b, err
}

// chain decodes the tagger's sequences.
func (t *tagger) chain() *chain {
	if t.net == nil {
		return newChain(t.lin)
	}
	mean := func(a, b []float32) []float32 {
		out := make([]float32, len(a))
		for i := range a {
			out[i] = (a[i] + b[i]) / 2
		}
		return out
	}
	return &chain{labels: t.lin.labels, start: mean(t.lin.start, t.net.start), trans: mean(t.lin.trans, t.net.trans)}
}

// taggerScorer is a tagger at work; it keeps its buffers between calls.
type taggerScorer struct {
	t   *tagger
	net *netScorer
}

func (t *tagger) scorer() *taggerScorer {
	s := &taggerScorer{t: t}
	if t.net != nil {
		s.net = newNetScorer(t.net)
	}
	return s
}

// emit gives the scores of a position's features for every label.
func (s *taggerScorer) emit(ids []uint32, out []float32) {
	s.t.lin.emit(ids, out)
	if s.net == nil {
		return
	}
	s.net.emit(ids, out)
	for i := range out {
		out[i] /= 2
	}
}
