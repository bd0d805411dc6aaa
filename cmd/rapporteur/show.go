package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/brief"
	"rapporteur/record"
)

// showCmd prints a part of the record of a dossier.
type showCmd struct {
	dossierFlag
	What  string          `arg:"" optional:"" default:"brief" help:"brief, text, points, positions, meetings, deadlines, statements, disputes, origins, actors, reports, changes, actor NAME, claim ID or said REPORT."`
	Of    []string        `arg:"" optional:"" help:"Name of an actor, ID of a claim, ID or file of a report."`
	AsOf  rapporteur.Date `name:"as-of" placeholder:"DATE" help:"Use only what was published by this day (2025-12-31)."`
	Since rapporteur.Date `placeholder:"DATE" help:"For changes: compare with what was known on this day."`
	All   bool            `help:"Print every line of every list."`
	JSON  bool            `name:"json" help:"Print JSON."`
}

func (c *showCmd) Run(ctx context.Context, t *terminal) error {
	of := strings.Join(c.Of, " ")
	takes := map[string]string{"actor": "NAME", "claim": "ID", "said": "REPORT"}[c.What]
	switch known := append([]string{"brief", "changes", "actor", "claim", "said"}, brief.Parts...); {
	case !slices.Contains(known, c.What):
		return usageError{hint("it is one of: "+strings.Join(known, ", "), "show %s: there is no such part of a record", c.What)}
	case takes != "" && of == "":
		return usageError{hint("rapporteur show "+c.What+" "+takes, "show %s: %s is missing", c.What, takes)}
	case takes == "" && of != "":
		return usageError{hint("rapporteur show "+c.What, "show %s: %q is one word too many", c.What, of)}
	case c.What == "changes" && c.Since.IsZero():
		return usageError{hint("rapporteur show changes --since 2025-12-31", "show changes: since which day is missing")}
	case c.What != "changes" && !c.Since.IsZero():
		return usageError{hint("rapporteur show changes --since "+c.Since.String(), "show %s: --since is for changes", c.What)}
	}
	reports, claims, err := c.load(ctx, t)
	if err != nil {
		return err
	}
	if c.What == "said" {
		return t.said(reports, of, c.JSON)
	}
	rec := record.Build(reports, claims, c.AsOf)
	o := t.style(c.All)
	switch {
	case c.What == "changes":
		changes := record.Changes(record.Build(reports, claims, c.Since), rec)
		if c.JSON {
			return brief.ChangesJSON(t.out, changes)
		}
		return brief.Changes(t.out, rec, changes, o)
	case c.JSON && c.What == "brief":
		return brief.JSON(t.out, rec)
	case c.JSON && takes != "":
		return oneJSON(t, rec, c.What+"s", of)
	case c.JSON:
		return brief.PartJSON(t.out, rec, c.What)
	case c.What == "brief":
		return brief.Text(t.out, rec, o)
	case c.What == "actor":
		return brief.Actor(t.out, rec, of, o)
	case c.What == "claim":
		return brief.Claim(t.out, rec, of, o)
	default:
		return brief.Show(t.out, rec, c.What, o)
	}
}

// oneJSON prints one thing of a list of the record's JSON, by its ID or a name.
func oneJSON(t *terminal, rec *rapporteur.Record, list, of string) error {
	var b bytes.Buffer
	if err := brief.JSON(&b, rec); err != nil {
		return err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &all); err != nil {
		return fmt.Errorf("show %s: %w", of, err)
	}
	var things []json.RawMessage
	json.Unmarshal(all[list], &things)
	for _, raw := range things {
		var thing struct {
			ID, Name string
			Aliases  []string
		}
		json.Unmarshal(raw, &thing)
		if thing.ID == of || thing.Name != "" && strings.EqualFold(thing.Name, of) || slices.ContainsFunc(thing.Aliases, func(s string) bool { return strings.EqualFold(s, of) }) {
			b.Reset()
			if err := json.Indent(&b, raw, "", "  "); err != nil {
				return fmt.Errorf("show %s: %w", of, err)
			}
			_, err := fmt.Fprintf(t.out, "%s\n", b.Bytes())
			return err
		}
	}
	return hint("rapporteur export --format json holds all of them", "show %s: there is none in the record", of)
}
