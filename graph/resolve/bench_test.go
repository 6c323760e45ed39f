package resolve

import (
	"fmt"
	"testing"

	"dictum/graph"
)

// manyDocs are documents of twelve actors each, out of a few thousand people and bodies; the first are named most often.
func manyDocs(n int) (docs []*Doc, groups map[string]bool) {
	groups = map[string]bool{}
	given := []string{"Anton", "Marina", "Peter", "Ruth", "Tom", "Leila", "Ivan", "Carla", "Hugo", "Nora"}
	start := []string{"Bra", "Kel", "Dro", "Mar", "Hal", "Vin", "Sto", "Lu", "Pe", "Ro", "Gan", "Tes"}
	middle := []string{"ve", "ling", "do", "mi", "ka", "ster", "no", "bur", "ti", "fa"}
	end := []string{"nko", "son", "ti", "ley", "rov", "man", "ard", "ez", "berg"}
	for i := range n {
		d := &Doc{ID: fmt.Sprintf("doc:%08d", i), Date: fmt.Sprintf("20%02d-03-04", i%20)}
		seen := map[string]bool{}
		for j := range 12 {
			k := (i*7919 + j*104729) % 3000
			k = k * k / 3000
			name, class, id := given[k%10]+" "+start[k/10%12]+middle[k/120%10]+end[k/7%9], graph.ClassPerson, ""
			switch {
			case j%4 == 3:
				name, class = fmt.Sprintf("Lorin %c%c Corp", 'A'+rune(k%26), 'a'+rune(k/26%26)), graph.ClassOrg
			case k%9 == 0:
				name = name[len(given[k%10])+1:]
			}
			if id = graph.ActorID(name); seen[id] {
				continue
			}
			seen[id] = true
			a := Actor{ID: id, Name: name, Class: string(class), Names: []string{name}}
			if k%3 == 0 && class == graph.ClassPerson {
				a.Titles = []string{[]string{"minister", "mayor", "coach", "judge"}[k%4]}
			}
			d.Actors = append(d.Actors, a)
			groups[Group(id)] = true
		}
		docs = append(docs, d)
	}
	return docs, groups
}

func BenchmarkResolve(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			l := lexicon(b)
			docs, groups := manyDocs(n)
			b.ReportAllocs()
			for b.Loop() {
				l.Resolve(docs, groups, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/document")
		})
	}
}
