package main

import (
	"context"
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
	All   bool            `help:"Print every line of every list, the doubtful ones too."`
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
	case !c.AsOf.IsZero() && c.AsOf.Before(c.Since):
		return usageError{hint("rapporteur show changes --since "+c.AsOf.String()+" --as-of "+c.Since.String(), "show changes: --as-of %s is before --since %s", c.AsOf, c.Since)}
	case c.What != "changes" && !c.Since.IsZero():
		return usageError{hint("rapporteur show changes --since "+c.Since.String(), "show %s: --since is for changes", c.What)}
	}
	reports, claims, err := c.load(ctx, t)
	if err != nil {
		return err
	}
	if c.What == "said" {
		return t.said(reports, of, c.AsOf, c.JSON)
	}
	rec := record.Build(reports, claims, c.AsOf)
	o := t.style(c.All)
	o.Kept = true
	switch {
	case c.What == "changes":
		before := record.Build(reports, claims, c.Since)
		changes := record.Changes(before, rec)
		if c.JSON {
			return brief.ChangesJSON(t.out, changes)
		}
		return brief.Changes(t.out, before, rec, changes, o)
	case c.What == "actor":
		a, err := oneActor(rec, of)
		if err != nil {
			return err
		}
		if c.JSON {
			return brief.ActorJSON(t.out, rec, a)
		}
		return brief.Actor(t.out, rec, a, o)
	case c.What == "claim":
		write := brief.Claim
		if c.JSON {
			write = brief.ClaimJSON
		}
		if err := write(t.out, rec, of, o); err != nil {
			return &hinted{err, "references stand in brackets at the end of each line that rapporteur show prints"}
		}
		return nil
	case c.JSON && c.What == "brief":
		return brief.JSON(t.out, rec)
	case c.JSON:
		return brief.PartJSON(t.out, rec, c.What)
	case c.What == "brief":
		return brief.Text(t.out, rec, o)
	default:
		return brief.Show(t.out, rec, c.What, o)
	}
}

// oneActor returns the actor of a name.
func oneActor(rec *rapporteur.Record, name string) (*rapporteur.Actor, error) {
	found := brief.Find(rec, name)
	switch len(found) {
	case 0:
		return nil, hint("rapporteur show actors lists all of them", "show actor %s: nobody of that name is in the record", name)
	case 1:
		return found[0], nil
	}
	var ids []string
	for _, a := range found[:min(len(found), 12)] {
		ids = append(ids, a.ID)
	}
	if n := len(found) - len(ids); n > 0 {
		ids = append(ids, fmt.Sprintf("and %d more", n))
	}
	return nil, hint("name one of them: "+strings.Join(ids, ", "), "show actor %s: %d in the record have that name", name, len(found))
}
