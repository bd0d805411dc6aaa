package main

import (
	"fmt"
	"runtime"
	"time"

	"rapporteur/attribution"
	"rapporteur/eval"
	"rapporteur/lang"
	"rapporteur/press"
	"rapporteur/timex"
)

// speed measures every stage over the texts of a path, on one core, in tokens
// per second. The first text is read once before, for the models to be there;
// the time that this takes is a measure of its own.
func speed(path string) (eval.Scores, error) {
	batch := press.Read([]string{path}, nil)
	if len(batch.Reports) == 0 {
		return nil, fmt.Errorf("measure speed on %s: no reports in it; give a text file, a folder of them or a .jsonl", path)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	start := time.Now()
	lang.Analyze("The delegations of Norvana met.")
	first := time.Since(start)

	const atLeast = time.Second // measure for, at every stage
	docs := make([]*lang.Doc, len(batch.Reports))
	words := 0
	stage := func(f func(i int)) float64 {
		runtime.GC()
		start, rounds := time.Now(), 0
		for time.Since(start) < atLeast {
			for i := range docs {
				f(i)
			}
			rounds++
		}
		words = 0
		for _, d := range docs {
			words += len(d.Tokens)
		}
		return float64(words) * float64(rounds) / time.Since(start).Seconds()
	}
	var s eval.Scores
	segment := stage(func(i int) { docs[i] = lang.Segment(batch.Reports[i].Body) })
	tag := stage(func(i int) { docs[i].Tag() })
	parse := stage(func(i int) { docs[i].Parse() })
	names := stage(func(i int) { docs[i].FindNames() })
	all := stage(func(i int) { docs[i] = lang.Analyze(batch.Reports[i].Body) })
	times := stage(func(i int) { timex.Find(docs[i], batch.Reports[i].Published) })
	said := stage(func(i int) { attribution.Find(docs[i], attribution.Options{}) })
	s.Add("words", float64(words))
	s.Add("first use of the models of lang, ms", float64(first.Microseconds())/1000)
	s.Add("tokens and sentences, words/s", segment)
	s.Add("tags and lemmas, words/s", tag)
	s.Add("trees, words/s", parse)
	s.Add("tags and trees, words/s", 1/(1/tag+1/parse))
	s.Add("names, words/s", names)
	s.Add("all of lang, words/s", all)
	s.Add("times, words/s", times)
	s.Add("attribution, words/s", said)
	return s, nil
}
