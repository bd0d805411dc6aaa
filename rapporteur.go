// Package rapporteur defines the words of the product: reports, claims and the
// record that is made of them. It holds types only, imports nothing but the
// standard library, and is what every other package of the module speaks.
//
// The way of the data: package press makes a [Report] of a page, a feed or a
// file; package claim reads a report into [Claim] values; package record merges
// claims into a [Record]; package brief prints it.
//
// Units: a [Span] counts bytes of Report.Body. Whatever leaves the program
// (JSON, exports, the API) counts Unicode code points; package brief converts.
package rapporteur

import (
	"strconv"
	"strings"
)

// Span is a half-open range of bytes of Report.Body. The zero Span is "nowhere".
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// In returns the words of the span, or "" where the span lies outside body.
func (s Span) In(body string) string {
	if s.Start < 0 || s.End > len(body) || s.Start >= s.End {
		return ""
	}
	return body[s.Start:s.End]
}

// Report is one published news text, as received. Body is the text that all
// spans point into and is never altered after it was stored.
type Report struct {
	ID        string `json:"id"` // "r" and a short hash of what identifies the report; see press.Identify
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	File      string `json:"file,omitempty"` // base name of the file it came from
	Published Date   `json:"published,omitzero"`
	Dateline  string `json:"dateline,omitempty"` // place of the dateline, as printed
	Language  string `json:"language,omitempty"` // ISO 639-1
	Author    string `json:"author,omitempty"`
	Body      string `json:"body"`
	Edition   int    `json:"edition,omitempty"` // 0 the first text under its address, 1 the next, …
}

// PublishedBy reports whether the report is known to have been published by a day;
// by the zero day every report was.
func (r *Report) PublishedBy(day Date) bool {
	return day.IsZero() || !r.Published.IsZero() && !r.Published.After(day)
}

// EditionID returns the ID of a later edition of the report with this ID: a
// text that changed under its address is a report of its own beside the first.
func EditionID(id string, edition int) string {
	id, _, _ = strings.Cut(id, "-")
	if edition == 0 {
		return id
	}
	return id + "-" + strconv.Itoa(edition)
}
