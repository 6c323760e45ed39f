package export

import "math"

// color of a node by its class, as red, green and blue: tones that differ in lightness too, so that a grey print can be read.
func color(class string) [3]uint8 {
	switch class {
	case "Person":
		return [3]uint8{0x4e, 0x79, 0xa7}
	case "Organization":
		return [3]uint8{0xe1, 0x57, 0x59}
	case "Country":
		return [3]uint8{0x2f, 0x6b, 0x3c}
	case "Place":
		return [3]uint8{0x8c, 0xd1, 0x7d}
	case "Group":
		return [3]uint8{0xf1, 0xce, 0x63}
	}
	return [3]uint8{0xba, 0xb0, 0xac}
}

// edgeColor by relation.
func edgeColor(relation string) [3]uint8 {
	switch relation {
	case SpokeAbout:
		return [3]uint8{0x6b, 0x8f, 0xb5}
	case SpokeTo:
		return [3]uint8{0x76, 0xb7, 0xb2}
	case ActedOn:
		return [3]uint8{0xd3, 0x72, 0x95}
	}
	return [3]uint8{0xc8, 0xc8, 0xc8}
}

// size of a node grows with the root of its degree, so that areas compare.
func size(degree int) float64 { return round(6 + 4*math.Sqrt(float64(degree))) }

// thickness of an edge grows with the logarithm of its weight.
func thickness(weight int) float64 { return round(1 + math.Log2(float64(weight))) }
