package resolve

import (
	"encoding/binary"
	"errors"
)

// Version changes whenever the same documents may be resolved otherwise than before, or profiles are written otherwise.
const Version = "2"

// Profile is a document as the resolver keeps it: what it says, and who its actors were found to be.
type Profile struct {
	Doc
	As []string // the resolved identifier of each of its actors, in their order
}

// Resolved is the resolved identifier of an actor of the document, "" for one that it does not have.
func (p *Profile) Resolved(id string) string {
	if i, ok := p.find(id); ok {
		return p.As[i]
	}
	return ""
}

// Resolve sets the resolved identifier of an actor that the document has.
func (p *Profile) Resolve(id, as string) {
	if i, ok := p.find(id); ok {
		p.As[i] = as
	}
}

// MarshalBinary writes counted strings. Equal profiles give equal bytes.
func (p *Profile) MarshalBinary() ([]byte, error) {
	var b []byte
	str := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	list := func(ss []string) {
		b = binary.AppendUvarint(b, uint64(len(ss)))
		for _, s := range ss {
			str(s)
		}
	}
	str(p.ID)
	str(p.Date)
	b = binary.AppendUvarint(b, uint64(len(p.Actors)))
	for i := range p.Actors {
		a := &p.Actors[i]
		str(a.ID)
		str(a.Name)
		str(a.Class)
		list(a.Names)
		list(a.Titles)
		list(a.Affiliations)
		list(a.Same)
		b = binary.AppendUvarint(b, uint64(len(a.Terms)))
		for _, t := range a.Terms {
			past := ""
			if t.Past {
				past = "past"
			}
			list([]string{t.Title, t.From, t.To, past})
		}
		str(p.As[i])
	}
	return b, nil
}

// listsAtOnce is how many strings of lists are made room for at once.
const listsAtOnce = 32

// uvarint reads the number that a text begins with, and tells how long it is; 0 for none.
func uvarint(s string) (n uint64, size int) {
	for i := 0; i < len(s) && i < binary.MaxVarintLen64; i++ {
		n |= uint64(s[i]&0x7f) << (7 * i)
		if s[i] < 0x80 {
			return n, i + 1
		}
	}
	return 0, 0
}

var errProfile = errors.New("broken profile of a document")

// UnmarshalBinary reads what MarshalBinary wrote. Thousands of profiles are kept in memory, so all strings of one are parts of one
// copy of the bytes, and lists share arrays: there is little for the garbage collector to look at.
func (p *Profile) UnmarshalBinary(data []byte) error {
	b := string(data)
	bad := false
	number := func() int {
		n, size := uvarint(b)
		if size <= 0 || n > uint64(len(b)) {
			bad = true
			return 0
		}
		b = b[size:]
		return int(n)
	}
	str := func() string {
		n := number()
		if n > len(b) {
			bad = true
			return ""
		}
		s := b[:n]
		b = b[n:]
		return s
	}
	var shared []string
	list := func() []string {
		n := number()
		if n == 0 || bad {
			return nil
		}
		if n > len(shared) {
			shared = make([]string, max(n, listsAtOnce))
		}
		out := shared[:n:n]
		shared = shared[n:]
		for i := range out {
			out[i] = str()
		}
		return out
	}
	*p = Profile{}
	p.ID, p.Date = str(), str()
	p.Actors = make([]Actor, number())
	p.As = make([]string, len(p.Actors))
	for i := range p.Actors {
		if bad {
			break
		}
		a := &p.Actors[i]
		a.ID, a.Name, a.Class = str(), str(), str()
		a.Names, a.Titles, a.Affiliations, a.Same = list(), list(), list(), list()
		for n := number(); n > 0 && !bad; n-- {
			t := list()
			if len(t) != 4 {
				bad = true
				break
			}
			a.Terms = append(a.Terms, Term{Title: t[0], From: t[1], To: t[2], Past: t[3] != ""})
		}
		p.As[i] = str()
	}
	if bad || len(b) > 0 {
		return errProfile
	}
	return nil
}
