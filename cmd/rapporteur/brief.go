package main

import (
	"context"
	"fmt"

	"rapporteur"
	"rapporteur/brief"
	"rapporteur/record"
)

// briefCmd reads reports and prints their record.
type briefCmd struct {
	Path   []string        `arg:"" help:"Files and folders: .txt, .html, .jsonl, saved feeds."`
	AsOf   rapporteur.Date `name:"as-of" placeholder:"DATE" help:"Use only what was published by this day (2025-12-31)."`
	Agenda string          `placeholder:"NAME" help:"The list of issues (default: the one that fits the reports)."`
	All    bool            `help:"Print every line of every list, the doubtful ones too."`
	JSON   bool            `name:"json" help:"Print the record as JSON."`
}

func (c *briefCmd) Run(ctx context.Context, t *terminal) error {
	batch, complete := t.gather(c.Path, nil)
	if len(batch.Reports) == 0 {
		return errIncomplete
	}
	agenda, err := chooseAgenda(c.Agenda, batch.Reports)
	if err != nil {
		return err
	}
	work := t.progress("reading", len(batch.Reports))
	var claims []rapporteur.Claim
	err = readAll(ctx, batch.Reports, agenda, func(r read) error {
		work.step()
		if r.err != nil {
			complete = false
			work.fail(unreadable(r))
			return nil
		}
		claims = append(claims, r.claims...)
		return nil
	})
	work.done()
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	rec := record.Build(batch.Reports, claims, c.AsOf)
	if c.JSON {
		err = brief.JSON(t.out, rec)
	} else {
		err = brief.Text(t.out, rec, t.style(c.All))
	}
	if err == nil && !complete {
		err = errIncomplete
	}
	return err
}

func unreadable(r read) error {
	return hint("this is a mistake of rapporteur: please report it with the text", "read %s of %s: %w", r.report.ID, r.report.File, r.err)
}
