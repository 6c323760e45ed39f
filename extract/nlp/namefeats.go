package nlp

import "dictum/extract/nlp/net"

// nameFeatures appends the features of word i. mem is nil in the first reading.
func nameFeatures(k []uint64, words []attrs, tags []int32, mem []memo, i int) []uint64 {
	at := func(j int) *attrs {
		if j < 0 || j >= len(words) {
			return &outside
		}
		return &words[j]
	}
	tag := func(j int) uint32 {
		if j < 0 || j >= len(tags) {
			return 999
		}
		return uint32(tags[j])
	}
	w, l1, r1 := at(i), at(i-1), at(i+1)
	for d := -2; d <= 2; d++ {
		o, base := at(i+d), uint32(100+16*(d+2))
		k = append(k, net.Key(base, o.low, 0, 0), net.Key(base+1, o.shape, 0, 0), net.Key(base+2, o.cluster, 0, 0),
			net.Key(base+3, tag(i+d), 0, 0),
			net.Key(base+4, o.suf[2], uint32(o.caps), 0))
		if o.known != 0 {
			k = append(k, net.Key(base+5, uint32(o.known), uint32(o.knownAt), uint32(o.caps)), net.Key(base+6, uint32(o.known), uint32(o.caps), 0))
		}
	}
	k = append(k,
		net.Key(1, w.form, 0, 0), net.Key(2, w.suf[1], uint32(w.caps), 0), net.Key(3, w.suf[3], uint32(w.caps), 0),
		net.Key(4, w.pre[1], uint32(w.caps), 0),
		net.Key(5, w.pre[2], uint32(w.caps), 0), net.Key(6, uint32(w.caps), edge(i), uint32(w.capShare)),
		net.Key(7, w.fine, 0, 0), net.Key(8, l1.fine, 0, 0), net.Key(9, r1.fine, 0, 0),
		net.Key(10, l1.low, uint32(w.caps), uint32(r1.caps)), net.Key(11, r1.low, uint32(w.caps), uint32(l1.caps)),
		net.Key(12, l1.low, w.low, 0), net.Key(13, w.low, r1.low, 0), net.Key(14, l1.cluster, w.cluster, 0),
		net.Key(15, w.cluster, r1.cluster, 0),
		net.Key(16, l1.shape, w.shape, r1.shape), net.Key(17, w.coarse, uint32(w.caps), l1.coarse),
		net.Key(18, at(i-2).low, l1.low, 0), net.Key(19, r1.low, at(i+2).low, 0),
		net.Key(20, at(i+3).cluster, 0, 0), net.Key(21, at(i-3).cluster, 0, 0), net.Key(22, tag(i-1), tag(i), tag(i+1)),
		net.Key(23, uint32(w.capShare), uint32(w.caps), uint32(w.line)),
		net.Key(24, uint32(w.line), w.shape, 0), net.Key(25, uint32(l1.known), uint32(w.known), uint32(r1.known)),
		net.Key(26, uint32(l1.capShare), uint32(w.capShare), uint32(r1.capShare)),
	)
	if mem != nil {
		k = memoryFeatures(k, mem, w, i)
	}
	return k
}

// lineKind tells each word what kind of line it stands in: plain, all capitals, every word with one, none.
func lineKind(words []attrs) {
	letters, big, all := 0, 0, 0
	for i := range words {
		switch words[i].caps {
		case capNoLetter:
			continue
		case capAll:
			all++
			big++
		case capFirst, capInner:
			big++
		}
		letters++
	}
	kind := uint8(0)
	switch {
	case letters > 2 && all*10 >= letters*8:
		kind = 1
	case letters > 3 && big*10 >= letters*7:
		kind = 2
	case big == 0:
		kind = 3
	}
	for i := range words {
		words[i].line = kind
	}
}
