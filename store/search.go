package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode"

	"rapporteur"
)

// Hit is a passage that holds the words sought.
type Hit struct {
	Report rapporteur.Report // without its body
	Span   rapporteur.Span   // the paragraph in the body; empty where the words stand in the title
	Words  string            // the part of the paragraph around the words, these between Mark and Unmark
}

// Mark and Unmark enclose a found word in Hit.Words. No text holds these characters of the private use area.
const (
	Mark   = "\ue000"
	Unmark = "\ue001"
)

const addPassage = `INSERT INTO passages (words, report, start) VALUES ($1, $2, $3)`

// index makes a report's title and paragraphs known to search.
func index(ctx context.Context, tx *sql.Tx, r rapporteur.Report) error {
	add, err := tx.PrepareContext(ctx, addPassage)
	if err != nil {
		return err
	}
	defer add.Close()
	if r.Title != "" {
		if err := indexTitle(ctx, tx, r); err != nil {
			return err
		}
	}
	return paragraphs(r.Body, func(start int, text string) error {
		_, err := add.ExecContext(ctx, text, r.ID, start)
		return err
	})
}

func indexTitle(ctx context.Context, tx *sql.Tx, r rapporteur.Report) error {
	_, err := tx.ExecContext(ctx, addPassage, r.Title, r.ID, -1)
	return err
}

// Search returns the passages that hold all words, in any inflection, best
// first. Words between quotation marks are sought as they stand side by side; an asterisk at
// the end of a word stands for any ending.
func (s *Store) Search(ctx context.Context, words string, limit int) ([]Hit, error) {
	match := query(words)
	if match == "" {
		return nil, fmt.Errorf("search %q: there is no word to look for", words)
	}
	rows, err := s.db.QueryContext(ctx, `SELECT r.id, r.edition, r.outlet, r.title, r.url, r.file, r.published,
			p.start, length(CAST(p.words AS BLOB)), snippet(passages, 0, $1, $2, '…', 40)
		FROM passages p JOIN reports r ON r.id = p.report
		WHERE passages MATCH $3 ORDER BY p.rank, r.published, r.id, p.start LIMIT $4`, Mark, Unmark, match, limit)
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", words, err)
	}
	defer rows.Close()
	var out []Hit
	for rows.Next() {
		var h Hit
		var published string
		var start, length int
		r := &h.Report
		if err := rows.Scan(&r.ID, &r.Edition, &r.Outlet, &r.Title, &r.URL, &r.File, &published, &start, &length, &h.Words); err != nil {
			return nil, fmt.Errorf("search %q: %w", words, err)
		}
		if err := r.Published.UnmarshalText([]byte(published)); err != nil {
			return nil, fmt.Errorf("search %q: %w", words, err)
		}
		if start >= 0 {
			h.Span = rapporteur.Span{Start: start, End: start + length}
		}
		out = append(out, h)
	}
	return out, rows.Err()
}

// query writes a user's words in the language of FTS5, each quoted, so that no
// sign of theirs is taken for an operator.
func query(words string) string {
	words = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' ' // a NUL ends what SQLite reads
		}
		return c
	}, strings.ToValidUTF8(words, " "))
	words = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(words)
	var terms []string
	for i, part := range strings.Split(words, `"`) {
		if i%2 == 1 {
			if strings.ContainsFunc(part, letter) {
				terms = append(terms, `"`+part+`"`)
			}
			continue
		}
		for _, w := range strings.Fields(part) {
			if !strings.ContainsFunc(w, letter) {
				continue
			}
			stem, any := strings.CutSuffix(w, "*")
			term := `"` + stem + `"`
			if any {
				term += "*"
			}
			terms = append(terms, term)
		}
	}
	return strings.Join(terms, " AND ")
}

func letter(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
