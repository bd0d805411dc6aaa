package press

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/abadojack/whatlanggo"
)

// form is how a file holds reports.
type form int

const (
	unknownForm form = iota
	textForm
	pageForm
	feedForm
	linesForm
)

var formOf = map[string]form{
	".txt": textForm, ".text": textForm, ".md": textForm,
	".html": pageForm, ".htm": pageForm, ".xhtml": pageForm,
	".xml": feedForm, ".rss": feedForm, ".atom": feedForm, ".rdf": feedForm,
	".jsonl": linesForm, ".ndjson": linesForm,
}

const kindsHint = "reports are read from .txt, .html, .jsonl and saved feeds (.xml, .rss, .atom)"

// files lists the files that paths name, folders with all that is below them,
// each once. Left out of folders are files whose name starts with a dot, which are
// an editor's or a system's, and the folder of pictures and scripts that a browser saves
// beside a page. What stands beside reports without being one (a README, a table)
// is noted and passed over; named by itself it is an error.
func (b *Batch) files(paths []string) []string {
	var out []string
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			b.skip(path, 0, reason(err), "check the name; quote it if it holds spaces")
		case info.IsDir():
			if below := b.folder(path); len(below) > 0 {
				out = append(out, below...)
			} else {
				b.skip(path, 0, "the folder holds no report", kindsHint)
			}
		default:
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (b *Batch) folder(path string) []string {
	var out []string
	filepath.WalkDir(path, func(file string, d fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(d.Name(), ".") && file != path
		switch {
		case err != nil:
			b.skip(file, 0, reason(err), "check who may read it")
		case d.IsDir() && (hidden || besidePage(file)):
			return filepath.SkipDir
		case d.IsDir() || hidden || database(file):
		case besideReports(file):
			b.note(received{file: file}, "it is no kind of file that holds reports and was passed over", kindsHint, false)
		default:
			out = append(out, file)
		}
		return nil
	})
	return out
}

// database reports whether a file is a SQLite database, as a dossier is one that
// stands in the folder of its reports, or what SQLite keeps beside it.
func database(file string) bool {
	for _, end := range []string{"-wal", "-shm", "-journal"} {
		if whole, ok := strings.CutSuffix(file, end); ok {
			file = whole
		}
	}
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	const magic = "SQLite format 3\x00" // https://www.sqlite.org/fileformat.html
	head := make([]byte, len(magic))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == magic
}

// besidePage reports whether a folder is what a browser saved with a page: "X_files" beside "X.html".
func besidePage(folder string) bool {
	page, ok := strings.CutSuffix(folder, "_files")
	if !ok {
		return false
	}
	for _, ext := range []string{".html", ".htm"} {
		if _, err := os.Stat(page + ext); err == nil {
			return true
		}
	}
	return false
}

// besideReports reports whether a file is a text of another kind: by its name, unless its first bytes say that it is a page or a feed.
func besideReports(file string) bool {
	ext := strings.ToLower(filepath.Ext(file))
	if ext != ".md" && (ext == "" || formOf[ext] != unknownForm) {
		return false
	}
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 8192)
	n, _ := io.ReadFull(f, head)
	return n > 0 && !binary(head[:n]) && sniff(head[:n]) == textForm
}

// open reads the reports of one file.
func (b *Batch) open(file string) []received {
	f, err := os.Open(file)
	if err != nil {
		b.skip(file, 0, reason(err), "check the name and who may read it")
		return nil
	}
	defer f.Close()
	form := formOf[strings.ToLower(filepath.Ext(file))]
	if form == linesForm {
		return b.finish(b.lines(file, f))
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxReceived+1))
	switch {
	case err != nil:
		b.skip(file, 0, reason(err), "check the file and try again")
		return nil
	case len(data) > MaxReceived:
		b.skip(file, 0, "it is longer than 16 MB", "split it into one file for each report, or save the page without its pictures")
		return nil
	}
	return b.finish(b.parse(file, form, data))
}

// parse reads the reports of a file's bytes. The name tells the form; where it
// does not, or a text plainly is a page or a feed, the bytes do.
func (b *Batch) parse(file string, form form, data []byte) []received {
	if len(bytes.TrimSpace(data)) == 0 {
		b.skip(file, 0, "it is empty", "save the report again, or remove the file")
		return nil
	}
	if binary(data) {
		b.skip(file, 0, "it is not text", "save the report as text or as an HTML page")
		return nil
	}
	switch sniff(data) {
	case pageForm:
		form = pageForm
	case feedForm:
		form = feedForm
	case linesForm:
		if form == unknownForm {
			form = linesForm
		}
	case textForm:
		if form == unknownForm && filepath.Ext(file) == "" {
			form = textForm
		}
	}
	switch form {
	case textForm:
		return b.text(file, data)
	case pageForm:
		return b.page(file, data)
	case feedForm:
		return b.feed(file, data)
	case linesForm:
		return b.lines(file, bytes.NewReader(data))
	}
	b.skip(file, 0, "it is no kind of file that holds reports", kindsHint)
	return nil
}

// sniff tells the form of a file by how it begins.
func sniff(data []byte) form {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 2000)], []byte("\ufeff"))))
	has := func(s string) bool { return bytes.Contains(head, []byte(s)) }
	starts := func(s string) bool { return bytes.HasPrefix(head, []byte(s)) }
	switch {
	case starts("<!doctype html"), starts("<html"), starts("<?xml") && has("<html"):
		return pageForm
	case starts("<rss"), starts("<feed"), starts("<rdf:rdf"),
		starts("<?xml") && (has("<rss") || has("<feed") || has("<rdf:rdf")),
		starts("{") && has("jsonfeed.org/version"):
		return feedForm
	case starts("{") && has(`"body"`):
		return linesForm
	}
	return textForm
}

// finish gives each report what all forms share: identity, language, the dateline and the outlet that signs.
func (b *Batch) finish(all []received) []received {
	out := all[:0]
	for _, r := range all {
		r.File = filepath.Base(r.file)
		switch {
		case strings.TrimSpace(r.Body) == "":
			b.skip(r.file, r.line, "it holds no text of a report", "save the page once it is fully shown, or copy its text into a .txt file")
			continue
		case len(r.Body) > MaxBody:
			b.skip(r.file, r.line, "its text is longer than 1 MB", "one file holds one report: split it")
			continue
		}
		r.ID = Identify(r.Report)
		r.dateline = findDateline(r.Body)
		r.Dateline = r.dateline.place
		if r.Outlet == "" {
			r.Outlet = r.signedBy()
		}
		r.Language = language(r.Body)
		if r.Language != "" && r.Language != "en" {
			b.note(r, "it is not written in English but in what looks like "+languageName(r.Language)+": it is kept, and little can be read from it", "add a translation as a report of its own", false)
		}
		out = append(out, r)
	}
	return out
}

// languageName returns the English name of a language.
func languageName(code string) string {
	for l, c := range whatlanggo.Langs {
		if l.Iso6391() == code {
			return c
		}
	}
	return code
}

// language returns the ISO 639-1 code of a text's language. A few words tell too little.
func language(body string) string {
	if len(body) > 1200 {
		body = body[:1200] // two hundred words are sure, and more cost time
	}
	info := whatlanggo.Detect(body)
	if len(body) < 600 && !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}

// reason says why a file could not be opened, without repeating its name.
func reason(err error) string {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read"
	case errors.As(err, &pe):
		return pe.Err.Error()
	}
	return err.Error()
}
