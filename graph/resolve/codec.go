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
	As map[string]string // the resolved identifier of each of its actors
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
		str(p.As[a.ID])
	}
	return b, nil
}

var errProfile = errors.New("broken profile of a document")

// UnmarshalBinary reads what MarshalBinary wrote.
func (p *Profile) UnmarshalBinary(b []byte) error {
	bad := false
	number := func() int {
		n, size := binary.Uvarint(b)
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
		s := string(b[:n])
		b = b[n:]
		return s
	}
	list := func() []string {
		n := number()
		if n == 0 || bad {
			return nil
		}
		out := make([]string, n)
		for i := range out {
			out[i] = str()
		}
		return out
	}
	*p = Profile{As: map[string]string{}}
	p.ID, p.Date = str(), str()
	p.Actors = make([]Actor, number())
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
		p.As[a.ID] = str()
	}
	if bad || len(b) > 0 {
		return errProfile
	}
	return nil
}
