package net

import "slices"

// Counter counts features, to keep those that are frequent enough.
type Counter map[uint64]uint32

// Add counts features.
func (c Counter) Add(keys []uint64) {
	for _, k := range keys {
		c[k]++
	}
}

// Keep gives the features seen at least min times, in the order of their keys.
func (c Counter) Keep(min uint32) []uint64 {
	var keys []uint64
	for k, n := range c {
		if n >= min {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	// Two keys of one print in the same run could be taken for each other; the first one stays.
	seen := make(map[uint32]bool, len(keys))
	out := keys[:0]
	for _, k := range keys {
		if !seen[print32(k)] {
			seen[print32(k)] = true
			out = append(out, k)
		}
	}
	return out
}
