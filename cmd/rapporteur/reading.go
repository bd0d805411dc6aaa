package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"rapporteur"
	"rapporteur/claim"
	"rapporteur/press"
)

// gather makes reports of what the command line names.
func (t *terminal) gather(paths []string, known []rapporteur.Date) (b press.Batch, complete bool) {
	var files []string
	var addresses []press.Skipped
	for _, p := range paths {
		if strings.HasPrefix(p, "http://") || strings.HasPrefix(p, "https://") {
			addresses = append(addresses, press.Skipped{File: p, Reason: "addresses are not fetched", Hint: "save the page or the feed and name its file"})
			continue
		}
		files = append(files, p)
	}
	b = press.Read(files, known)
	b.Skipped = append(addresses, b.Skipped...)
	return b, t.reserves(b)
}

// read is one report with what was read from it.
type read struct {
	report rapporteur.Report
	claims []rapporteur.Claim
	err    error
}

// readAll reads reports on all cores and hands the results to f in the order of
// the reports, until f fails or ctx ends.
func readAll(ctx context.Context, reports []rapporteur.Report, agenda *claim.Agenda, f func(read) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	turn := make(chan chan read, 2*workers) // results in order, a bounded way ahead of f
	free := make(chan struct{}, workers)
	go func() {
		defer close(turn)
		for _, r := range reports {
			result := make(chan read, 1)
			select {
			case turn <- result:
			case <-ctx.Done():
				return
			}
			free <- struct{}{}
			go func() {
				result <- readOne(r, agenda)
				<-free
			}()
		}
	}()
	for result := range turn {
		select {
		case r := <-result:
			if err := f(r); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// readOne reads one report. A report that makes the reader fail must not cost the others.
func readOne(r rapporteur.Report, agenda *claim.Agenda) (out read) {
	out.report = r
	defer func() {
		if v := recover(); v != nil {
			out.err = fmt.Errorf("the reader failed: %v\n%s", v, firstLines(string(debug.Stack()), 16))
		}
	}()
	out.claims = claim.Read(r, agenda)
	return out
}

func firstLines(s string, n int) string {
	lines := strings.SplitN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "\n")
}
