package net

import "math"

// Softmax turns scores into the gradient of the loss -log p(gold), where gold may be several classes (good).
func Softmax(scores []float32, good func(int) bool) (p []float32) {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	var all, ok float64
	for i, s := range scores {
		e := math.Exp(float64(s - top))
		scores[i] = float32(e)
		all += e
		if good(i) {
			ok += e
		}
	}
	if ok == 0 {
		ok = 1e-30
	}
	for i, s := range scores {
		d := float64(s) / all
		if good(i) {
			d -= float64(s) / ok
		}
		scores[i] = float32(d)
	}
	return scores
}
