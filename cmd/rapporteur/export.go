package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"rapporteur"
	"rapporteur/brief"
)

// exportCmd writes the record of a dossier.
type exportCmd struct {
	dossierFlag
	Format string          `required:"" enum:"json,jsonl,csv,markdown,html,ics" placeholder:"FORMAT" help:"json, jsonl, csv, markdown, html or ics."`
	Output string          `short:"o" placeholder:"FILE" help:"Where to write (default: standard output; for csv, a folder)."`
	AsOf   rapporteur.Date `name:"as-of" placeholder:"DATE" help:"Use only what was published by this day (2025-12-31)."`
}

func (c *exportCmd) Run(ctx context.Context, t *terminal) error {
	if c.Format == "csv" && c.Output == "" {
		return usageError{hint("rapporteur export --format csv --output FOLDER", "export csv: the folder to write to is missing")}
	}
	rec, err := c.record(ctx, t, c.AsOf)
	if err != nil {
		return err
	}
	if c.Format == "csv" {
		if err := brief.CSV(c.Output, rec); err != nil {
			return hint("check the folder and who may write to it", "export csv %s: %w", c.Output, err)
		}
		return nil
	}
	write := map[string]func(io.Writer, *rapporteur.Record) error{
		"json": brief.JSON, "jsonl": brief.JSONLines, "markdown": brief.Markdown, "html": brief.HTML, "ics": brief.Calendar,
	}[c.Format]
	if c.Output == "" {
		return write(t.out, rec)
	}
	var b bytes.Buffer // a file is written whole or left as it was
	if err := write(&b, rec); err != nil {
		return fmt.Errorf("export %s: %w", c.Format, err)
	}
	if err := os.WriteFile(c.Output, b.Bytes(), 0o666); err != nil {
		return hint("check the folder and who may write to it", "export %s: %w", c.Format, err)
	}
	return nil
}
