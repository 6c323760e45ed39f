package store

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// idList is a list of quads as Cayley's indexes hold it: ascending numbers, each a uvarint. The last byte of a number is below
// 128 and the others are not, so a search can start at any byte; the list of a frequent value, such as a class, has a million
// numbers, and is met with one of a few dozen.
type idList []byte

// next is the number that begins at a place, and the place behind it.
func (l idList) next(at int) (id uint64, after int, err error) {
	id, n := binary.Uvarint(l[at:])
	if n <= 0 {
		return 0, 0, fmt.Errorf("%w: broken list of quads", ErrCorrupt)
	}
	return id, at + n, nil
}

// start is where the number begins to which the byte at a place belongs, not before least.
func (l idList) start(at, least int) int {
	for at > least && l[at-1] >= 0x80 {
		at--
	}
	return at
}

// seek is the first place from at on, where a number begins, with id or more; the end of the list when there is none. It looks
// ahead in doubling steps, then halves: a search from the beginning to the end of the list costs no more than that.
func (l idList) seek(at int, id uint64) (int, error) {
	end := len(l)
	for step := 16; at+step < len(l); step *= 2 {
		ahead := l.start(at+step, at)
		found, after, err := l.next(ahead)
		if err != nil {
			return 0, err
		}
		if found >= id {
			end = after
			break
		}
		at = after
	}
	for at < end {
		mid := l.start((at+end)/2, at)
		found, after, err := l.next(mid)
		if err != nil {
			return 0, err
		}
		if found < id {
			at = after
		} else if mid == at {
			break
		} else {
			end = mid
		}
	}
	return at, nil
}

// meet is what all lists have in common.
func meet(lists ...idList) (idList, error) {
	slices.SortStableFunc(lists, func(a, b idList) int { return len(a) - len(b) })
	if len(lists) == 1 || len(lists[0]) == 0 {
		return lists[0], nil
	}
	var out idList
	places := make([]int, len(lists))
numbers:
	for at := 0; at < len(lists[0]); {
		id, after, err := lists[0].next(at)
		if err != nil {
			return nil, err
		}
		at = after
		for i, l := range lists[1:] {
			if places[i], err = l.seek(places[i], id); err != nil {
				return nil, err
			}
			if places[i] == len(l) {
				break numbers
			}
			if found, _, err := l.next(places[i]); err != nil {
				return nil, err
			} else if found != id {
				continue numbers
			}
		}
		out = binary.AppendUvarint(out, id)
	}
	return out, nil
}
