package press

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"rapporteur"
)

// line is one report as JSON.
type line struct {
	ID        string `json:"id"`
	URL       string `json:"url"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Author    string `json:"author"`
	Body      string `json:"body"`
}

// lines reads a file of JSON lines: one report each. A line that is broken or too
// long is skipped by its number, and no more of it is held in memory than the limit.
func (b *Batch) lines(file string, in io.Reader) []received {
	var out []received
	reader := bufio.NewReaderSize(in, 1<<16)
	n := 0
	for {
		data, tooLong, err := readLine(reader)
		if err != nil && !errors.Is(err, io.EOF) {
			b.skip(file, n+1, err.Error(), "check the file and try again")
			break
		}
		n++
		switch data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff"))); {
		case tooLong:
			b.skip(file, n, "the line is longer than 16 MB", "one line holds one report: check whether line ends got lost")
		case len(data) == 0:
		default:
			if r, ok := b.line(file, n, data); ok {
				out = append(out, r)
			}
		}
		if err != nil {
			break
		}
	}
	if len(out) == 0 && len(b.Skipped) == 0 || len(out) == 0 && b.Skipped[len(b.Skipped)-1].File != file {
		b.skip(file, 0, "it is empty", "save the reports again, or remove the file")
	}
	return out
}

func (b *Batch) line(file string, n int, data []byte) (received, bool) {
	if binary(data) {
		b.skip(file, n, "the line is not text", "a .jsonl file holds one JSON object on each line")
		return received{}, false
	}
	var l line
	if err := json.Unmarshal(data, &l); err != nil {
		why := err.Error()
		var wrong *json.UnmarshalTypeError
		if errors.As(err, &wrong) {
			why = cmp.Or(wrong.Field, "it") + " may not be of type " + wrong.Value
		}
		b.skip(file, n, "the line is no JSON object of a report: "+why,
			"each line holds an object with id, url, outlet, title, published, author and body")
		return received{}, false
	}
	r := received{file: file, line: n, Report: rapporteur.Report{
		URL: l.URL, Outlet: l.Outlet, Title: l.Title, Author: l.Author,
		Published: parseDay(l.Published), Body: normalise(l.Body),
	}}
	if !utf8.Valid(data) {
		b.note(r, "some bytes are no UTF-8 and were replaced by U+FFFD", "write the file as UTF-8 and read it again", true)
	}
	if l.Published != "" && r.Published.IsZero() {
		b.note(r, "its date "+l.Published+" cannot be read", "write it as 2025-12-31", false)
	}
	return r, true
}

// readLine returns the next line without its end. Of a line that is too long it
// returns nothing, having passed over it. The last line comes with io.EOF.
func readLine(r *bufio.Reader) (data []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !tooLong {
			data = append(data, part...)
		}
		if len(data) > MaxReceived {
			data, tooLong = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return data, tooLong, err
		}
	}
}
