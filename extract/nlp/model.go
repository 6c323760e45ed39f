package nlp

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"

	"dictum/extract/nlp/net"
)

// The model file. Numbers are little endian; "uvarint" is that of encoding/binary; a string is its uvarint length and its bytes;
// a hash is net.Hash as four bytes.
//
//	8 bytes   "dictnlp" and the version, one byte: 2
//	u32       CRC-32 (IEEE) of all that follows
//	then the sections, in this order, each a u32 length and its bytes:
//	lexicon   uvarint n; n times: hash of the folded word, three uvarints: clusters, a byte: share of
//	          capitals; sorted by hash
//	tagger    uvarint classes; each: universal tag, treebank tag (strings)
//	          uvarint n; n uvarints: open classes
//	          uvarint n; n times: hash of a form, uvarint k, k uvarints: its classes; sorted by hash
//	          net (net/file.go)
//	lemmas    uvarint n; n times: key, lemma (strings, see wordKey); sorted by key
//	          uvarint n; n times: key (string, see ruleKey), uvarint cut*2 + keep, string to add; sorted by key
//	          uvarint n; n times: key, features (strings); sorted by key
//	parser    uvarint n; n labels (strings); net; a byte: 1 if the net of a guide follows, else 0; that net
//	names     uvarint n; n labels (strings); twice: f32[n*n] scores of label after label, net

const (
	modelMagic   = "dictnlp"
	modelVersion = 2
	modelHead    = len(modelMagic) + 5
)

// ErrModel is in the chain of every error about a model file that cannot be used.
var ErrModel = errors.New("model file is damaged")

// ModelInfo tells one model file from another.
type ModelInfo struct {
	Name     string
	Format   int // version of the file format, 0 where the format has none
	Checksum uint32
	Size     int // bytes
}

func (i ModelInfo) String() string {
	format := ""
	if i.Format > 0 {
		format = fmt.Sprintf("format %d, ", i.Format)
	}
	return fmt.Sprintf("%s model: %schecksum %08x, %d bytes", i.Name, format, i.Checksum, i.Size)
}

// EmbeddedModel says which model is built in. It reads the head of the file only.
func EmbeddedModel() (ModelInfo, error) {
	b, err := modelFolder.ReadFile(modelFile)
	if err != nil {
		return ModelInfo{}, fmt.Errorf("nlp: no model is built in: %w", err)
	}
	if len(b) < modelHead {
		return ModelInfo{}, fmt.Errorf("nlp: %w: it is cut off", ErrModel)
	}
	return ModelInfo{"language", int(b[len(modelMagic)]), binary.LittleEndian.Uint32(b[modelHead-4:]), len(b)}, nil
}

// models is all that is learned.
type models struct {
	lex    lexicon
	tagger *tagger
	lemmas *lemmatizer
	feats  map[string]string
	parser *parser
	names  *namer
}

func (m *models) append(b []byte) []byte {
	b = append(append(b, modelMagic...), modelVersion)
	b = append(b, 0, 0, 0, 0)
	at := len(b)
	for _, s := range [](func([]byte) []byte){m.lex.append, m.tagger.append, m.appendLemmas, m.parser.append, m.names.append} {
		from := len(b)
		b = s(append(b, 0, 0, 0, 0))
		binary.LittleEndian.PutUint32(b[from:], uint32(len(b)-from-4))
	}
	binary.LittleEndian.PutUint32(b[at-4:], crc32.ChecksumIEEE(b[at:]))
	return b
}

func readModels(b []byte) (*models, error) {
	switch {
	case len(b) < modelHead || string(b[:len(modelMagic)]) != modelMagic:
		return nil, fmt.Errorf("nlp: %w: it does not begin as one", ErrModel)
	case b[len(modelMagic)] != modelVersion:
		return nil, fmt.Errorf("nlp: %w: version %d, this programme reads %d", ErrModel, b[len(modelMagic)], modelVersion)
	case binary.LittleEndian.Uint32(b[modelHead-4:]) != crc32.ChecksumIEEE(b[modelHead:]):
		return nil, fmt.Errorf("nlp: %w: wrong checksum", ErrModel)
	}
	return readSections(b[modelHead:])
}

// readSections reads what follows the head of the file.
func readSections(b []byte) (*models, error) {
	m := &models{tagger: &tagger{}, lemmas: &lemmatizer{}, parser: &parser{}, names: &namer{}}
	sections := []struct {
		name string
		read func(*source)
	}{{"lexicon", m.lex.read}, {"tagger", m.tagger.read}, {"lemmas", m.readLemmas}, {"parser", m.parser.read}, {"names", m.names.read}}
	for _, s := range sections {
		if len(b) < 4 || uint64(binary.LittleEndian.Uint32(b)) > uint64(len(b)-4) {
			return nil, fmt.Errorf("nlp: %w: section %s is cut off", ErrModel, s.name)
		}
		n := int(binary.LittleEndian.Uint32(b))
		src := &source{b: b[4 : 4+n]}
		s.read(src)
		if src.err == nil && len(src.b) > 0 {
			src.err = fmt.Errorf("%d bytes too many", len(src.b))
		}
		if src.err != nil {
			return nil, fmt.Errorf("nlp: %w: section %s: %w", ErrModel, s.name, src.err)
		}
		b = b[4+n:]
	}
	if len(b) > 0 {
		return nil, fmt.Errorf("nlp: %w: %d bytes behind the last section", ErrModel, len(b))
	}
	return m, nil
}

// source takes values off the bytes of a section and remembers the first error.
type source struct {
	b   []byte
	err error
}

func (s *source) uvarint() int {
	v, n := binary.Uvarint(s.b)
	if s.err != nil || n <= 0 || v > 1<<31 {
		s.fail("a number")
		return 0
	}
	s.b = s.b[n:]
	return int(v)
}

func (s *source) fail(what string) {
	if s.err == nil {
		s.err = fmt.Errorf("%s is cut off or wrong", what)
	}
	s.b = nil
}

// count is a number of things that take at least size bytes each.
func (s *source) count(size int) int {
	n := s.uvarint()
	if n > len(s.b)/size {
		s.fail("a count")
		return 0
	}
	return n
}

// below is a number smaller than n.
func (s *source) below(n int) int32 {
	v := s.uvarint()
	if v >= n {
		s.fail("a class")
		return 0
	}
	return int32(v)
}

func (s *source) string() string {
	n := s.count(1)
	if s.err != nil {
		return ""
	}
	out := string(s.b[:n])
	s.b = s.b[n:]
	return out
}

func (s *source) hash() uint32 {
	if len(s.b) < 4 {
		s.fail("a hash")
		return 0
	}
	h := binary.LittleEndian.Uint32(s.b)
	s.b = s.b[4:]
	return h
}

func (s *source) net(heads ...int) *net.Net {
	if s.err != nil {
		return nil
	}
	n, rest, err := net.Read(s.b)
	if err != nil {
		s.err = err
		return nil
	}
	if len(n.Heads) != len(heads) {
		s.fail("the number of heads")
		return nil
	}
	for i, h := range n.Heads {
		if h.N != heads[i] {
			s.fail("the size of a head")
			return nil
		}
	}
	s.b = rest
	return n
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendStrings(b []byte, ss []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(ss)))
	for _, s := range ss {
		b = appendString(b, s)
	}
	return b
}

func (s *source) strings() []string {
	out := make([]string, 0, s.count(1))
	for range cap(out) {
		out = append(out, s.string())
	}
	return out
}

func appendStringMap(b []byte, m map[string]string) []byte {
	b = binary.AppendUvarint(b, uint64(len(m)))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		b = appendString(appendString(b, k), m[k])
	}
	return b
}

func (s *source) stringMap() map[string]string {
	n := s.count(2)
	m := make(map[string]string, n)
	for range n {
		k := s.string()
		m[k] = s.string()
	}
	return m
}
