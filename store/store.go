// Package store keeps a dossier: the reports on one negotiation and the claims
// read from them, in one SQLite file. [Create] makes or opens one, [Open] opens
// one that is there.
//
// A report and what was read from it are written in one transaction, so that a
// program killed at any moment leaves a dossier that opens and holds every
// report that [Store.Add] returned for. What was received is never changed; what
// was derived can be read again.
package store

import (
	"bytes"
	"context"
	"database/sql"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unique"

	jsonv2 "github.com/go-json-experiment/json" // decodes three times faster than encoding/json
	"golang.org/x/sync/errgroup"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"rapporteur"
)

// What marks a SQLite file as a dossier, in its application_id and user_version.
const (
	applicationID = 0x52617070 // "Rapp"
	version       = 1
)

//go:embed schema.sql
var schema string

// Reasons why a dossier cannot be opened.
var (
	ErrMissing    = errors.New("there is no such file")
	ErrNoDossier  = errors.New("the file is no dossier")
	ErrNewer      = errors.New("the dossier was written by a newer version of rapporteur")
	ErrUnreadable = errors.New("the dossier is damaged")
)

// Store is one open dossier. Its methods may be called from several goroutines;
// writers take turns.
type Store struct {
	db   *sql.DB
	path string
}

// Open opens the dossier in a file.
func Open(path string) (*Store, error) {
	if err := check(path); err != nil {
		return nil, fmt.Errorf("open dossier %s: %w", path, err)
	}
	db, err := sql.Open("sqlite", source(path)+"?_txlock=immediate&_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=foreign_keys(1)")
	if err != nil {
		return nil, fmt.Errorf("open dossier %s: %w", path, err)
	}
	s := &Store{db, path}
	var n int
	if err := db.QueryRow(`SELECT count(*) FROM sqlite_master WHERE name IN ('reports', 'readings', 'settings', 'passages')`).Scan(&n); err != nil || n != 4 {
		db.Close()
		if err == nil {
			err = fmt.Errorf("tables are missing")
		}
		return nil, fmt.Errorf("open dossier %s: %w: %w", path, ErrUnreadable, err)
	}
	return s, nil
}

// Create opens the dossier in a file and makes it where there is none. A new
// dossier appears under its name whole or not at all.
func Create(path string) (*Store, error) {
	s, err := Open(path)
	if !errors.Is(err, ErrMissing) {
		return s, err
	}
	if err := create(path); err != nil {
		return nil, fmt.Errorf("make dossier %s: %w", path, err)
	}
	return Open(path)
}

func create(path string) error {
	if dir := filepath.Dir(path); dir != "." {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return fmt.Errorf("there is no folder %s", dir)
		}
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".dossier-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	made := filepath.Join(dir, "dossier")
	db, err := sql.Open("sqlite", source(made))
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(fmt.Sprintf("BEGIN; %s; PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT; PRAGMA journal_mode = WAL;",
		schema, applicationID, version)); err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	// Where another process was quicker, its dossier stays.
	if err := os.Link(made, path); err != nil && !errors.Is(err, fs.ErrExist) {
		if _, missing := os.Stat(path); missing == nil {
			return nil
		}
		return os.Rename(made, path) // a file system without links
	}
	return nil
}

// check looks at the head of a file before SQLite touches it, so that a file that is none of ours stays as it is.
// https://www.sqlite.org/fileformat.html, section 1.3.
func check(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrMissing
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.IsDir() {
		return ErrNoDossier
	}
	head := make([]byte, 100)
	if _, err := io.ReadFull(f, head); err != nil || !bytes.HasPrefix(head, []byte("SQLite format 3\x00")) ||
		binary.BigEndian.Uint32(head[68:]) != applicationID {
		return ErrNoDossier
	}
	if v := binary.BigEndian.Uint32(head[60:]); v > version {
		return fmt.Errorf("%w (%d, this one writes %d)", ErrNewer, v, version)
	}
	return nil
}

func source(path string) string {
	return "file:" + (&url.URL{Path: path}).EscapedPath()
}

// Close closes the dossier.
func (s *Store) Close() error { return s.db.Close() }

// Reading is what a reader made of a report.
type Reading struct {
	Reader string // its version, and whatever else its claims depend on
	Claims []rapporteur.Claim
}

// Find returns the stored report of the same text under the same address: r with
// the ID and edition it is stored as. Where the text is new, it returns r with those
// that it would be stored as, and false.
func (s *Store) Find(ctx context.Context, r rapporteur.Report) (rapporteur.Report, bool, error) {
	r, known, err := find(ctx, s.db, r)
	if err != nil {
		return r, false, fmt.Errorf("look up report %s: %w", r.ID, err)
	}
	return r, known, nil
}

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func find(ctx context.Context, q querier, r rapporteur.Report) (rapporteur.Report, bool, error) {
	first := rapporteur.EditionID(r.ID, 0)
	rows, err := q.QueryContext(ctx, `SELECT id, edition, body FROM reports WHERE first = $1 ORDER BY edition`, first)
	if err != nil {
		return r, false, err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		var id, body string
		var edition int
		if err := rows.Scan(&id, &edition, &body); err != nil {
			return r, false, err
		}
		if body == r.Body {
			r.ID, r.Edition = id, edition
			return r, true, nil
		}
		n = edition + 1
	}
	r.ID, r.Edition = rapporteur.EditionID(first, n), n
	return r, false, rows.Err()
}

// Add stores a report with what was read from it and returns it with its ID and
// edition. The claims must be of that ID, as Find gave it: where another process was quicker,
// nothing is stored and the error says so. Of a report that is known, the reading is replaced, and what r
// says of outlet, title, day and author.
func (s *Store) Add(ctx context.Context, r rapporteur.Report, reading Reading) error {
	if err := s.add(ctx, r, reading); err != nil {
		return fmt.Errorf("store report %s: %w", r.ID, err)
	}
	return nil
}

func (s *Store) add(ctx context.Context, r rapporteur.Report, reading Reading) error {
	claims, err := json.Marshal(reading.Claims)
	if err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	stored, known, err := find(ctx, tx, r)
	switch {
	case err != nil:
		return err
	case stored.ID != r.ID:
		return fmt.Errorf("another process stored it meanwhile as %s; read it again", stored.ID)
	case !known:
		_, err = tx.ExecContext(ctx, `INSERT INTO reports (id, first, edition, outlet, title, url, file, published, dateline, language, author, body)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
			r.ID, rapporteur.EditionID(r.ID, 0), r.Edition, r.Outlet, r.Title, r.URL, r.File, r.Published.String(), r.Dateline, r.Language, r.Author, r.Body)
		if err != nil {
			return err
		}
		if err := index(ctx, tx, r); err != nil {
			return err
		}
	default:
		if err := describe(ctx, tx, r); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO readings (report, reader, claims) VALUES ($1, $2, $3)
		ON CONFLICT (report) DO UPDATE SET reader = excluded.reader, claims = excluded.claims`, r.ID, reading.Reader, string(claims))
	if err != nil {
		return err
	}
	return tx.Commit()
}

// describe replaces what is known about a report beside its text.
func describe(ctx context.Context, tx *sql.Tx, r rapporteur.Report) error {
	var title string
	if err := tx.QueryRowContext(ctx, `SELECT title FROM reports WHERE id = $1`, r.ID).Scan(&title); err != nil {
		return err
	}
	if title == "" && r.Title != "" {
		if err := indexTitle(ctx, tx, r); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `UPDATE reports SET outlet = $1, title = $2, published = $3, author = $4 WHERE id = $5`,
		r.Outlet, r.Title, r.Published.String(), r.Author, r.ID)
	return err
}

const columns = `id, edition, outlet, title, url, file, published, dateline, language, author, body`

// Reports returns all reports by day of publication, then ID.
func (s *Store) Reports(ctx context.Context) ([]rapporteur.Report, error) {
	return s.reports(ctx, `SELECT `+columns+` FROM reports ORDER BY published, id`)
}

// Stale returns the reports whose claims are not of this reader.
func (s *Store) Stale(ctx context.Context, reader string) ([]rapporteur.Report, error) {
	return s.reports(ctx, `SELECT `+columns+` FROM reports
		WHERE id NOT IN (SELECT report FROM readings WHERE reader = $1) ORDER BY published, id`, reader)
}

func (s *Store) reports(ctx context.Context, query string, args ...any) ([]rapporteur.Report, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read reports of %s: %w", s.path, err)
	}
	defer rows.Close()
	var out []rapporteur.Report
	for rows.Next() {
		var r rapporteur.Report
		var published string
		if err := rows.Scan(&r.ID, &r.Edition, &r.Outlet, &r.Title, &r.URL, &r.File, &published, &r.Dateline, &r.Language, &r.Author, &r.Body); err != nil {
			return nil, fmt.Errorf("read reports of %s: %w", s.path, err)
		}
		if err := r.Published.UnmarshalText([]byte(published)); err != nil {
			return nil, fmt.Errorf("read report %s of %s: %w", r.ID, s.path, err)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// Readers returns how many reports were read by which reader.
func (s *Store) Readers(ctx context.Context) (map[string]int, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT reader, count(*) FROM readings GROUP BY reader`)
	if err != nil {
		return nil, fmt.Errorf("read readings of %s: %w", s.path, err)
	}
	defer rows.Close()
	out := map[string]int{}
	for rows.Next() {
		var reader string
		var n int
		if err := rows.Scan(&reader, &n); err != nil {
			return nil, fmt.Errorf("read readings of %s: %w", s.path, err)
		}
		out[reader] = n
	}
	return out, rows.Err()
}

// Setting returns what a user settled, "" where nothing was.
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	var value string
	err := s.db.QueryRowContext(ctx, `SELECT value FROM settings WHERE name = $1`, name).Scan(&value)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("read setting %s of %s: %w", name, s.path, err)
	}
	return value, nil
}

// Settle keeps what a user settled.
func (s *Store) Settle(ctx context.Context, name, value string) error {
	_, err := s.db.ExecContext(ctx, `INSERT INTO settings (name, value) VALUES ($1, $2)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	if err != nil {
		return fmt.Errorf("keep setting %s in %s: %w", name, s.path, err)
	}
	return nil
}

// Claims returns all claims by report, in the order of the record: by day of
// publication, those without one last, and in each as the text has them.
func (s *Store) Claims(ctx context.Context) ([]rapporteur.Claim, error) {
	places, err := s.places(ctx)
	if err != nil {
		return nil, fmt.Errorf("read claims of %s: %w", s.path, err)
	}
	rows, err := s.db.QueryContext(ctx, `SELECT report, claims FROM readings ORDER BY report`)
	if err != nil {
		return nil, fmt.Errorf("read claims of %s: %w", s.path, err)
	}
	defer rows.Close()
	// Decoding costs ten times what fetching does: it goes to all cores.
	var decoding errgroup.Group
	decoding.SetLimit(runtime.GOMAXPROCS(0))
	read := make([][]rapporteur.Claim, len(places))
	for rows.Next() {
		var report string
		var data []byte
		if err := rows.Scan(&report, &data); err != nil {
			return nil, fmt.Errorf("read claims of %s: %w", s.path, err)
		}
		at, ok := places[report]
		if !ok {
			continue // read meanwhile by another process
		}
		claims := &read[at]
		decoding.Go(func() error {
			if err := jsonv2.Unmarshal(data, claims); err != nil {
				return fmt.Errorf("read claims of report %s of %s: %w", report, s.path, err)
			}
			for i := range *claims { // what all have in common is kept once
				c := &(*claims)[i]
				if c.Report == report {
					c.Report = report
				}
				c.Reader = unique.Make(c.Reader).Value()
				c.Kind, c.Modality = unique.Make(c.Kind).Value(), unique.Make(c.Modality).Value()
			}
			return nil
		})
	}
	if err := errors.Join(rows.Err(), decoding.Wait()); err != nil {
		return nil, err
	}
	n := 0
	for _, claims := range read {
		n += len(claims)
	}
	out := make([]rapporteur.Claim, 0, n)
	for i, claims := range read {
		out, read[i] = append(out, claims...), nil
	}
	return out, nil
}

// places returns the place of each report in the order of the record.
func (s *Store) places(ctx context.Context) (map[string]int, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id FROM reports ORDER BY published = '', published, id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	places := map[string]int{}
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		places[id] = len(places)
	}
	return places, rows.Err()
}

// paragraphs calls f with each paragraph of a text and the byte where it starts.
func paragraphs(body string, f func(start int, text string) error) error {
	for start := 0; start < len(body); {
		end := strings.IndexByte(body[start:], '\n')
		if end < 0 {
			end = len(body) - start
		}
		if text := body[start : start+end]; strings.TrimSpace(text) != "" {
			if err := f(start, text); err != nil {
				return err
			}
		}
		start += end + 1
	}
	return nil
}
