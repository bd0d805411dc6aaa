package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

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
	if err := writeFile(c.Output, func(w io.Writer) error { return write(w, rec) }); err != nil {
		return hint("check the folder and who may write to it", "export %s: %w", c.Format, err)
	}
	return nil
}

// writeFile writes a file whole or leaves it as it was: what is written goes to a
// file beside it, which then takes its place. What is no file, as a pipe, is written to.
func writeFile(path string, write func(io.Writer) error) error {
	to := path
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		to += ".part"
	case err != nil:
		return err
	case info.Mode().IsRegular():
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
		to = path + ".part"
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(f, 1<<16)
	err = cmp.Or(write(b), b.Flush(), f.Close())
	switch {
	case to == path:
		return err
	case err == nil && info != nil:
		err = os.Chmod(to, info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(to, path)
	}
	if err != nil {
		os.Remove(to)
	}
	return err
}
