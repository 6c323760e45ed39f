package export

import "math"

// Size of the canvas a picture is laid out for, in the units of the file formats.
const canvas = 1500.0

// place gives every node a position by the spring embedder of Fruchterman and Reingold (1991) with their grid variant:
// nodes further apart than two spring lengths do not repel, so a step costs about as much as there are nodes and edges. It
// starts from a sunflower spiral and uses no chance, so the same graph is always drawn alike.
func place(p *Picture) {
	n := len(p.Nodes)
	if n == 0 {
		return
	}
	for i := range p.Nodes {
		r, a := canvas/2*math.Sqrt((float64(i)+0.5)/float64(n)), float64(i)*math.Pi*(3-math.Sqrt(5))
		p.Nodes[i].X, p.Nodes[i].Y = r*math.Cos(a), r*math.Sin(a)
	}
	spring := canvas / math.Sqrt(float64(n))
	steps := min(300, 40+2_000_000/(n+len(p.Edges)))
	move := make([][2]float64, n)
	for step := range steps {
		clear(move)
		repel(p, move, spring)
		attract(p, move, spring)
		heat := canvas / 10 * (1 - float64(step)/float64(steps))
		for i := range p.Nodes {
			// A light pull to the middle keeps parts that nothing joins from drifting apart.
			dx, dy := move[i][0]-float64(p.Nodes[i].X*0.05), move[i][1]-float64(p.Nodes[i].Y*0.05)
			if length := math.Hypot(dx, dy); length > 0 {
				k := min(length, heat) / length
				p.Nodes[i].X += float64(dx * k)
				p.Nodes[i].Y += float64(dy * k)
			}
		}
	}
	for i := range p.Nodes {
		p.Nodes[i].X, p.Nodes[i].Y = round(p.Nodes[i].X), round(p.Nodes[i].Y)
	}
}

func round(v float64) float64 { return math.Round(v*100) / 100 }

func repel(p *Picture, move [][2]float64, spring float64) {
	side := 2 * spring
	cell := func(i int) [2]int {
		return [2]int{int(math.Floor(p.Nodes[i].X / side)), int(math.Floor(p.Nodes[i].Y / side))}
	}
	grid := map[[2]int][]int{}
	for i := range p.Nodes {
		grid[cell(i)] = append(grid[cell(i)], i)
	}
	for i := range p.Nodes {
		c := cell(i)
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, j := range grid[[2]int{c[0] + dx, c[1] + dy}] {
					push(p, move, i, j, spring, side)
				}
			}
		}
	}
}

func push(p *Picture, move [][2]float64, i, j int, spring, side float64) {
	if i == j {
		return
	}
	dx, dy := p.Nodes[i].X-p.Nodes[j].X, p.Nodes[i].Y-p.Nodes[j].Y
	d := math.Hypot(dx, dy)
	if d > side {
		return
	}
	if d < 0.01 { // two nodes at one place part along a line that depends on their numbers alone
		dx, dy, d = float64(i-j)/math.Abs(float64(i-j)), 0.5, 1
	}
	force := spring * spring / d
	move[i][0] += float64(dx / d * force)
	move[i][1] += float64(dy / d * force)
}

func attract(p *Picture, move [][2]float64, spring float64) {
	for _, e := range p.Edges {
		dx, dy := p.Nodes[e.Source].X-p.Nodes[e.Target].X, p.Nodes[e.Source].Y-p.Nodes[e.Target].Y
		d := math.Hypot(dx, dy)
		if d < 0.01 {
			continue
		}
		force := d * d / spring * (1 + math.Log(float64(e.Weight))) / 2
		move[e.Source][0] -= float64(dx / d * force)
		move[e.Source][1] -= float64(dy / d * force)
		move[e.Target][0] += float64(dx / d * force)
		move[e.Target][1] += float64(dy / d * force)
	}
}
