package main

import (
	"fmt"
	"math"
	"runtime"
	"time"

	"rapporteur/attribution"
	"rapporteur/claim"
	"rapporteur/eval"
	"rapporteur/lang"
	"rapporteur/press"
	"rapporteur/timex"
)

// reportWords is the length of the report in which the speed of everything is told.
const reportWords = 600

// speed measures every stage over the texts of a path, on one core, in tokens per
// second, and everything together also in reports of 600 words. A text is read
// before, for the models to be there; the time that this takes is a measure of its
// own. What is measured is processor time, and of several rounds over all texts
// the fastest counts, so that what else the machine does disturbs least.
func speed(path string) (eval.Scores, error) {
	batch := press.Read([]string{path}, nil)
	if len(batch.Reports) == 0 {
		return nil, fmt.Errorf("measure speed on %s: no reports in it; give a text file, a folder of them or a .jsonl", path)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	short := batch.Reports[0]
	short.Body = "The delegations of Norvana met."
	agenda := claim.ChooseAgenda(batch.Reports)
	start := spent()
	lang.Analyze(short.Body)
	firstLang := spent() - start
	claim.Read(short, agenda)
	firstAll := spent() - start

	const atLeast = time.Second // measure for, at every stage
	docs := make([]*lang.Doc, len(batch.Reports))
	stage := func(f func(i int)) (fastest time.Duration) {
		runtime.GC()
		fastest = math.MaxInt64
		for start := spent(); spent()-start < atLeast; {
			round := spent()
			for i := range docs {
				f(i)
			}
			fastest = min(fastest, spent()-round)
		}
		return fastest
	}
	segment := stage(func(i int) { docs[i] = lang.Segment(batch.Reports[i].Body) })
	tag := stage(func(i int) { docs[i].Tag() })
	parse := stage(func(i int) { docs[i].Parse() })
	names := stage(func(i int) { docs[i].FindNames() })
	all := stage(func(i int) { docs[i] = lang.Analyze(batch.Reports[i].Body) })
	times := stage(func(i int) { timex.Find(docs[i], batch.Reports[i].Published) })
	said := stage(func(i int) { attribution.Find(docs[i], attribution.Options{Outlet: batch.Reports[i].Outlet}) })
	everything := stage(func(i int) { claim.Read(batch.Reports[i], agenda) })
	words := 0
	for _, d := range docs {
		words += len(d.Tokens)
	}

	var s eval.Scores
	ms := func(name string, d time.Duration) { s.Add(name+", ms", milliseconds(d)) }
	rate := func(name string, d time.Duration) { s.Add(name+", words/s", float64(words)/d.Seconds()) }
	s.Add("words", float64(words))
	ms("first use of the models of lang", firstLang)
	ms("first use of everything", firstAll)
	rate("tokens and sentences", segment)
	rate("tags and lemmas", tag)
	rate("trees", parse)
	rate("tags and trees", tag+parse)
	rate("names", names)
	rate("all of lang", all)
	rate("times", times)
	rate("attribution", said)
	if rest := everything - all - times - said; rest > 0 { // small, and lost where the machine is busy
		rate("claims, given all that", rest)
	}
	rate("everything", everything)
	s.Add(fmt.Sprintf("everything, reports of %d words/s", reportWords), float64(words)/reportWords/everything.Seconds())
	return s, nil
}
