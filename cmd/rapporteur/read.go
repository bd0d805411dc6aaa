package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"rapporteur"
	"rapporteur/store"
)

// readCmd adds reports to a dossier.
type readCmd struct {
	dossierFlag
	Path   []string `arg:"" optional:"" help:"Files and folders: .txt, .html, .jsonl, saved feeds. Without any, the reports of the dossier are read again where a newer reader is at hand."`
	Agenda string   `placeholder:"NAME" help:"The list of issues (default: the one that fits the reports)."`
	JSON   bool     `name:"json" help:"Print a JSON object for each report."`
}

// What became of a report.
const (
	isNew     = "new"
	isEdition = "edition"
	isAgain   = "again"
	isKnown   = "known"
)

func (c *readCmd) Run(ctx context.Context, t *terminal) error {
	if c.Agenda != "" {
		if _, err := chooseAgenda(c.Agenda, nil); err != nil {
			return err
		}
	}
	d, err := c.open(ctx, len(c.Path) > 0)
	if err != nil {
		return err
	}
	defer d.Close()
	stored, err := d.Reports(ctx)
	if err != nil {
		return err
	}
	complete := true
	var todo []rapporteur.Report
	state := map[string]string{}
	count := map[string]int{}
	if len(c.Path) > 0 {
		var days []rapporteur.Date
		for _, r := range stored {
			if !r.Published.IsZero() {
				days = append(days, r.Published)
			}
		}
		batch, ok := t.gather(c.Path, days)
		complete = ok
		todo, err = c.fresh(ctx, d, stored, batch.Reports, state, count)
		if err != nil {
			return err
		}
	}
	agenda, err := agenda(ctx, d, c.Agenda, stored, todo)
	if err != nil {
		return err
	}
	reader := readerVersion(agenda)
	stale, err := d.Stale(ctx, reader)
	if err != nil {
		return err
	}
	for _, r := range stale {
		if state[r.ID] == "" {
			state[r.ID] = isAgain
			todo = append(todo, r)
		}
	}

	work := t.progress("reading", len(todo))
	claims := 0
	err = readAll(ctx, todo, agenda, func(r read) error {
		defer work.step()
		if r.err != nil {
			complete = false
			work.fail(unreadable(r))
			// The report is kept: a later reader may do better.
		}
		if err := d.Add(ctx, r.report, store.Reading{Reader: reader, Claims: r.claims}); err != nil {
			return err
		}
		count[state[r.report.ID]]++
		claims += len(r.claims)
		return c.report(work.out, r, state[r.report.ID])
	})
	work.done()
	if err != nil {
		return err
	}
	t.say("%s: %s, %d of them new, %d a new edition, %d known, %d read again; %s", c.Dossier,
		plural(len(stored)+count[isNew]+count[isEdition], "report"), count[isNew], count[isEdition], count[isKnown], count[isAgain], plural(claims, "claim"))
	if !complete {
		return errIncomplete
	}
	return nil
}

// fresh returns the reports that are to be read: those that the dossier does not
// hold, as they will be stored, and those of which more is known now.
func (c *readCmd) fresh(ctx context.Context, d *store.Store, stored, reports []rapporteur.Report, state map[string]string, count map[string]int) ([]rapporteur.Report, error) {
	byID := map[string]rapporteur.Report{}
	byText := map[string][]rapporteur.Report{} // of reports without an address
	for _, r := range stored {
		byID[r.ID] = r
		if r.URL == "" {
			byText[r.Body] = append(byText[r.Body], r)
		}
	}
	var todo []rapporteur.Report
	next := map[string]int{} // editions that this batch itself brings
	for _, r := range reports {
		r, known, err := d.Find(ctx, r)
		if err != nil {
			return nil, err
		}
		candidates := byText[r.Body]
		if known {
			candidates = []rapporteur.Report{byID[r.ID]}
		}
		if fuller, more, same := completed(candidates, r); same || known {
			if more {
				state[fuller.ID] = isAgain
				todo = append(todo, fuller)
			} else {
				count[isKnown]++
			}
			continue
		}
		first := rapporteur.EditionID(r.ID, 0)
		r.Edition += next[first]
		r.ID = rapporteur.EditionID(first, r.Edition)
		next[first]++
		state[r.ID] = isNew
		if r.Edition > 0 {
			state[r.ID] = isEdition
		}
		todo = append(todo, r)
	}
	return todo, nil
}

// completed looks for the stored report that r is a copy of: the same text, and
// nothing that r and it say of outlet, title, day and author differs. Where r says
// more (the user has added a date), it returns the stored report with that.
func completed(stored []rapporteur.Report, r rapporteur.Report) (fuller rapporteur.Report, more, same bool) {
	for _, s := range stored {
		ok := true
		fill := func(into *string, from string) {
			switch {
			case from == "" || from == *into:
			case *into == "":
				*into, more = from, true
			default:
				ok = false
			}
		}
		more = false
		fill(&s.Outlet, r.Outlet)
		fill(&s.Title, r.Title)
		fill(&s.Author, r.Author)
		if s.Published.IsZero() && !r.Published.IsZero() {
			s.Published, more = r.Published, true
		} else if !r.Published.IsZero() && r.Published != s.Published {
			ok = false
		}
		if ok {
			return s, more, true
		}
	}
	return r, false, false
}

// report prints that a report is now in the dossier.
func (c *readCmd) report(out io.Writer, r read, state string) error {
	if c.JSON {
		return json.NewEncoder(out).Encode(map[string]any{
			"report": r.report.ID, "state": state, "file": r.report.File, "published": r.report.Published, "outlet": r.report.Outlet, "claims": len(r.claims),
		})
	}
	_, err := fmt.Fprintf(out, "%-8s %-11s %-10s  %s, %s\n", state, r.report.ID, dateOr(r.report.Published), reportName(r.report), plural(len(r.claims), "claim"))
	return err
}

func dateOr(d rapporteur.Date) string {
	if d.IsZero() {
		return "no date"
	}
	return d.String()
}

// reportName names a report for a person.
func reportName(r rapporteur.Report) string {
	name := r.Title
	if name == "" {
		name = r.File
	}
	if r.Outlet != "" {
		name = r.Outlet + ": " + name
	}
	return name
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
