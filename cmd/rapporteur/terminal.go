package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/cwriter"
	"github.com/vbauerster/mpb/v8/decor"

	"rapporteur/brief"
	"rapporteur/press"
)

// terminal is where the program speaks.
type terminal struct {
	out, err io.Writer
}

func newTerminal(stdout, stderr io.Writer) *terminal { return &terminal{stdout, stderr} }

// isTerminal reports whether a person sees what is written to w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && cwriter.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// style says how to print results for whoever reads standard output.
func (t *terminal) style(all bool) brief.Options {
	o := brief.Options{All: all}
	if f, ok := t.out.(*os.File); ok && isTerminal(f) {
		o.Color = os.Getenv("NO_COLOR") == ""
		if width, _, err := cwriter.GetSize(int(f.Fd())); err == nil {
			o.Width = min(max(width, 40), 120)
		}
	}
	return o
}

// fail prints an error and what to try next.
func (t *terminal) fail(err error) {
	fmt.Fprintf(t.err, "rapporteur: %v\n", err)
	var h *hinted
	if errors.As(err, &h) && h.hint != "" {
		fmt.Fprintf(t.err, "  %s\n", h.hint)
	}
}

// say prints a line that is no result.
func (t *terminal) say(format string, args ...any) {
	fmt.Fprintf(t.err, "rapporteur: "+format+"\n", args...)
}

// reserves names what could not be read, file by file, and what was read with a
// reserve, reason by reason. It reports whether all input was read in full.
func (t *terminal) reserves(b press.Batch) (complete bool) {
	complete = len(b.Skipped) == 0
	for _, s := range b.Skipped {
		t.fail(&hinted{fmt.Errorf("read %s: %s", place(s.File, s.Line), s.Reason), s.Hint})
	}
	type key struct{ reason, hint string }
	files := map[key][]string{}
	var order []key
	for _, n := range b.Notes {
		k := key{n.Reason, n.Hint}
		if files[k] == nil {
			order = append(order, k)
		}
		files[k] = append(files[k], place(n.File, n.Line))
		complete = complete && !n.Lost
	}
	for _, k := range order {
		names := files[k]
		more := ""
		if len(names) > 5 {
			more = fmt.Sprintf(" and %d more", len(names)-5)
			names = names[:5]
		}
		t.fail(&hinted{fmt.Errorf("read %s%s: %s", strings.Join(names, ", "), more, k.reason), k.hint})
	}
	return complete
}

// place names a file, or a line of it as editors and compilers do.
func place(file string, line int) string {
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// progress shows how far long work is, on a terminal only. While it is shown,
// what is printed must go through it, or it would break the bar.
type progress struct {
	terminal // where to print meanwhile
	all      *mpb.Progress
	bar      *mpb.Bar
}

// progress begins to show long work: call step after each piece and done at the end.
func (t *terminal) progress(what string, total int) *progress {
	p := &progress{terminal: *t}
	if !isTerminal(t.err) || total < 10 {
		return p
	}
	p.all = mpb.New(mpb.WithOutput(t.err), mpb.WithWidth(40))
	p.bar = p.all.AddBar(int64(total),
		mpb.PrependDecorators(decor.Name(what+" ")),
		mpb.AppendDecorators(decor.CountersNoUnit("%d of %d"), decor.OnComplete(decor.AverageETA(decor.ET_STYLE_GO, decor.WCSyncSpace), "")),
		mpb.BarRemoveOnComplete())
	p.err = p.all
	if isTerminal(t.out) {
		p.out = p.all
	}
	return p
}

func (p *progress) step() {
	if p.bar != nil {
		p.bar.Increment()
	}
}

func (p *progress) done() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.all.Wait()
	}
}
