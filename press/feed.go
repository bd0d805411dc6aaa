package press

import (
	"bytes"
	"strings"

	"github.com/mmcdole/gofeed"

	"rapporteur"
)

// feed reads a saved RSS, Atom or JSON feed: a report for each entry with a text.
// A feed that was cut off is read up to its last whole entry.
func (b *Batch) feed(file string, data []byte) []received {
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		whole := data
		if feed = salvage(whole); feed == nil {
			b.skip(file, 0, "it is no feed that can be read: "+err.Error(), "fetch the feed again, or save its pages")
			return nil
		}
		b.note(received{file: file}, "the feed ends before its end", "its whole entries were read; fetch it again to have the rest", true)
	}
	var out []received
	for i, item := range feed.Items {
		r := received{file: file, line: i + 1, Report: rapporteur.Report{
			URL: item.Link, Outlet: feed.Title, Title: item.Title, Body: plain(first(item.Content, item.Description)),
		}}
		// the day that it bears, which is the outlet's own, before the day it then was in Greenwich
		r.Published = parseDay(first(item.Published, item.Updated))
		switch {
		case !r.Published.IsZero():
		case item.PublishedParsed != nil:
			r.Published = rapporteur.DateOf(*item.PublishedParsed)
		case item.UpdatedParsed != nil:
			r.Published = rapporteur.DateOf(*item.UpdatedParsed)
		}
		var authors []string
		for _, a := range item.Authors {
			if a != nil && a.Name != "" {
				authors = append(authors, a.Name)
			}
		}
		r.Author = strings.Join(authors, ", ")
		out = append(out, r)
	}
	if len(out) == 0 {
		b.skip(file, 0, "the feed holds no entry", "fetch the feed again")
	}
	return out
}

// salvage closes a feed behind its last whole entry, nil where it has none.
func salvage(data []byte) *gofeed.Feed {
	for _, end := range []struct{ entry, rest string }{{"</item>", "</channel></rss>"}, {"</entry>", "</feed>"}} {
		if i := bytes.LastIndex(data, []byte(end.entry)); i >= 0 {
			fixed := append(bytes.Clone(data[:i+len(end.entry)]), end.rest...)
			if feed, err := gofeed.NewParser().Parse(bytes.NewReader(fixed)); err == nil {
				return feed
			}
		}
	}
	return nil
}
