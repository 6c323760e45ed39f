package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"

	"dictum/extract/nlp"
)

// speed analyses the documents of raw text files (separated by form feeds) and says how many words a second of processor time it
// takes, from text to trees and names, on one goroutine; wall time counts other programmes too.
func speed(a *nlp.Analyzer, paths []string, w io.Writer) error {
	runtime.GOMAXPROCS(1)
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		texts := strings.Split(string(b[:min(len(b), 2<<20)]), "\f")
		for _, t := range texts[:min(len(texts), 50)] {
			a.Analyze(t)
		}
		words := 0
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		begin, cpu := time.Now(), processor()
		for _, t := range texts {
			words += len(a.Analyze(t).Toks)
		}
		used, wall := processor()-cpu, time.Since(begin)
		runtime.ReadMemStats(&after)
		fmt.Fprintf(w, "%s: %d words, %.0f words/s of processor time, %.0f of wall time, %.2f allocations a word\n", p, words,
			float64(words)/used.Seconds(), float64(words)/wall.Seconds(), float64(after.Mallocs-before.Mallocs)/float64(words))
	}
	return nil
}

func processor() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
