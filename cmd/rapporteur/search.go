package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"rapporteur/store"
)

// searchCmd finds words in the reports of a dossier.
type searchCmd struct {
	dossierFlag
	Words []string `arg:"" help:"Words that a paragraph must hold, in any inflection; \"words in a row\" between quotation marks; begin* for any ending."`
	Limit int      `default:"20" placeholder:"N" help:"How many passages to print (default: 20)."`
	JSON  bool     `name:"json" help:"Print a JSON object for each passage."`
}

func (c *searchCmd) Run(ctx context.Context, t *terminal) error {
	d, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer d.Close()
	words := strings.Join(c.Words, " ")
	hits, err := d.Search(ctx, words, c.Limit)
	if err != nil {
		return &hinted{err, `give one word or more: rapporteur search "prisoner exchange"`}
	}
	if len(hits) == 0 {
		t.say("search %q: no report holds these words", words)
	}
	on, off := "", ""
	if t.style(false).Color {
		on, off = "\x1b[1m", "\x1b[0m"
	}
	for _, h := range hits {
		if c.JSON {
			err = json.NewEncoder(t.out).Encode(map[string]any{
				"report": h.Report.ID, "outlet": h.Report.Outlet, "title": h.Report.Title, "published": h.Report.Published,
				"file": h.Report.File, "url": h.Report.URL, "words": strings.NewReplacer(store.Mark, "", store.Unmark, "").Replace(h.Words),
			})
		} else {
			_, err = fmt.Fprintf(t.out, "%s  %s  %s\n    %s\n", h.Report.ID, dateOr(h.Report.Published), reportName(h.Report),
				strings.NewReplacer(store.Mark, on, store.Unmark, off).Replace(strings.TrimSpace(h.Words)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
