package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rapporteur"
)

func report(id, body string) rapporteur.Report {
	return rapporteur.Report{
		ID: id, Outlet: "The Harbour Post", Title: "Envoys meet", URL: "https://harbourpost.example/" + id, File: "a.jsonl",
		Published: rapporteur.NewDate(2025, 3, 4), Dateline: "LUND", Language: "en", Author: "Mette Lindqvist", Body: body,
	}
}

func claims(r rapporteur.Report) []rapporteur.Claim {
	return []rapporteur.Claim{{
		ID: "c" + r.ID[1:] + ".1", Kind: rapporteur.KindText, Report: r.ID, Span: rapporteur.Span{Start: 0, End: 3},
		Chain: []rapporteur.Source{{Name: "Ilse Marrow", Type: rapporteur.PersonSource}}, Modality: rapporteur.Asserted,
		When: rapporteur.On(r.Published), Reader: "1", Text: &rapporteur.TextClaim{Size: rapporteur.Size{Count: 24, Unit: "point"}},
	}}
}

// put reads a report into a dossier as the command does.
func put(t interface{ Fatal(...any) }, s *Store, r rapporteur.Report, reader string) rapporteur.Report {
	r, _, err := s.Find(context.Background(), r)
	if err == nil {
		err = s.Add(context.Background(), r, Reading{reader, claims(r)})
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func open(t *testing.T) *Store {
	s, err := Create(filepath.Join(t.TempDir(), "dossier.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// What goes in comes out, after the dossier was closed and opened again.
func TestRoundTrip(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	want := put(t, s, report("raaaaaaaa", "Envoys met in Lund.\n\nThey left."), "1")
	s.Close()
	s, err := Open(s.path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	reports, err := s.Reports(ctx)
	if diff := cmp.Diff([]rapporteur.Report{want}, reports); diff != "" || err != nil {
		t.Error(diff, err)
	}
	got, err := s.Claims(ctx)
	if diff := cmp.Diff(claims(want), got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// The same again adds nothing; a changed text is a new edition and the old is kept.
func TestEditions(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	one := put(t, s, report("raaaaaaaa", "24 points"), "1")
	two := put(t, s, report("raaaaaaaa", "22 points"), "1")
	put(t, s, report("raaaaaaaa", "24 points"), "1")
	if one.Edition != 0 || two.Edition != 1 || two.ID != "raaaaaaaa-1" {
		t.Errorf("%s %d, %s %d", one.ID, one.Edition, two.ID, two.Edition)
	}
	reports, _ := s.Reports(ctx)
	if diff := cmp.Diff([]rapporteur.Report{one, two}, reports); diff != "" {
		t.Error(diff)
	}
	hits, err := s.Search(ctx, "24 points", 10)
	if err != nil || len(hits) != 1 {
		t.Error(hits, err)
	}
}

// However texts come in, a dossier holds each text of each address once, under IDs that tell the edition.
func TestEditionsAsProperty(t *testing.T) {
	s := open(t)
	run := 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		seen := map[string]bool{}
		for range rapid.IntRange(1, 6).Draw(t, "reports") {
			id := fmt.Sprintf("r%d%s", run, rapid.SampledFrom([]string{"a", "b"}).Draw(t, "address"))
			body := rapid.SampledFrom([]string{"one", "two", "three"}).Draw(t, "body")
			r := put(t, s, report(id, body), "1")
			if rapporteur.EditionID(id, r.Edition) != r.ID {
				t.Fatalf("%s has edition %d", r.ID, r.Edition)
			}
			seen[id+body] = true
		}
		var n int
		if err := s.db.QueryRow(`SELECT count(*) FROM reports WHERE first IN ($1, $2)`, fmt.Sprintf("r%da", run), fmt.Sprintf("r%db", run)).Scan(&n); err != nil || n != len(seen) {
			t.Fatalf("%d reports, want %d, %v", n, len(seen), err)
		}
	})
}

// A reading by another reader is stale until the report is read again.
func TestStale(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	one := put(t, s, report("raaaaaaaa", "one"), "1")
	put(t, s, report("rbbbbbbbb", "two"), "2")
	stale, err := s.Stale(ctx, "2")
	if diff := cmp.Diff([]rapporteur.Report{one}, stale); diff != "" || err != nil {
		t.Fatal(diff, err)
	}
	put(t, s, one, "2")
	readers, err := s.Readers(ctx)
	if diff := cmp.Diff(map[string]int{"2": 2}, readers); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestSearch(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	r := report("raaaaaaaa", "Nothing here.\n\nThe ministers of Norvana were negotiating, said Zoë Halvér.\n")
	put(t, s, r, "1")
	for words, want := range map[string]int{
		"minister negotiates": 1, `"ministers of norvana"`: 1, `"norvana ministers"`: 0, "zoe halver": 1, "negot*": 1,
		"Envoys": 1, "NEAR(": 0, "minister AND": 0, `"`: -1, "—": -1, "it's": 0, "words:x": 0,
	} {
		hits, err := s.Search(ctx, words, 10)
		switch {
		case want < 0 && err == nil:
			t.Errorf("%s: no error", words)
		case want >= 0 && (err != nil || len(hits) != want):
			t.Errorf("%s: %d hits, %v", words, len(hits), err)
		case want == 1:
			if h := hits[0]; !strings.Contains(h.Words, Mark) || !h.Span.Empty() && !strings.HasPrefix(h.Span.In(r.Body), "The ministers") {
				t.Errorf("%s: %+v", words, h)
			}
		}
	}
}

// No words a user may type are an error of the database.
func FuzzSearch(f *testing.F) {
	s, err := Create(filepath.Join(f.TempDir(), "d.db"))
	if err != nil {
		f.Fatal(err)
	}
	for _, q := range []string{`a "b c" d*`, "NOT x", "a OR (b", `"`, "^a", "a:b", "\x00", "x*y"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if _, err := s.Search(context.Background(), words, 3); err != nil && query(words) != "" {
			t.Error(err)
		}
	})
}

// A file that is no dossier, or one of a newer version, is refused and left as it is.
func TestForeignFiles(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", source(other))
	if err != nil {
		t.Fatal(err)
	}
	db.Exec("CREATE TABLE reports (x)")
	db.Close()
	newer := filepath.Join(dir, "newer.db")
	s, err := Create(newer)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	db, _ = sql.Open("sqlite", source(newer))
	db.Exec("PRAGMA user_version = 99")
	db.Close()
	text := filepath.Join(dir, "text.db")
	os.WriteFile(text, []byte(strings.Repeat("no dossier ", 100)), 0o666)
	empty := filepath.Join(dir, "empty.db")
	os.WriteFile(empty, nil, 0o666)
	cut := filepath.Join(dir, "cut.db")
	whole, _ := os.ReadFile(newer)
	whole[63] = version
	os.WriteFile(cut, whole[:5000], 0o666)
	for path, want := range map[string]error{
		filepath.Join(dir, "none.db"): ErrMissing, other: ErrNoDossier, text: ErrNoDossier, empty: ErrNoDossier, dir: ErrNoDossier,
		newer: ErrNewer, cut: ErrUnreadable,
	} {
		before, _ := os.ReadFile(path)
		_, err := Open(path)
		if !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", filepath.Base(path), err, want)
		}
		if after, _ := os.ReadFile(path); string(before) != string(after) {
			t.Errorf("%s was changed", filepath.Base(path))
		}
	}
	if _, err := Create(filepath.Join(dir, "no", "such", "d.db")); err == nil || !strings.Contains(err.Error(), "there is no folder") {
		t.Error(err)
	}
}

// Several processes may make and fill one dossier at the same time.
func TestTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d ?#%.db")
	var all sync.WaitGroup
	for p := range 4 {
		all.Go(func() {
			s, err := Create(path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			for i := range 10 {
				r := report(fmt.Sprintf("r%d%d", p, i), "Envoys met.")
				if err := s.Add(context.Background(), r, Reading{"1", claims(r)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if reports, err := s.Reports(context.Background()); len(reports) != 40 || err != nil {
		t.Error(len(reports), err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".dossier-*")); len(left) > 0 {
		t.Error("left behind:", left)
	}
}

func BenchmarkAdd(b *testing.B) {
	s, err := Create(filepath.Join(b.TempDir(), "d.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	body := strings.Repeat("The envoys of both sides met in Lund on Sunday.\n\n", 80)
	for i := 0; b.Loop(); i++ {
		put(b, s, report(fmt.Sprintf("r%08d", i), body), "1")
	}
}

func BenchmarkLoad(b *testing.B) {
	s, err := Create(filepath.Join(b.TempDir(), "d.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for i := range 1000 {
		put(b, s, report(fmt.Sprintf("r%08d", i), strings.Repeat("The envoys met. ", 200)), "1")
	}
	for b.Loop() {
		reports, err := s.Reports(context.Background())
		if err == nil {
			_, err = s.Claims(context.Background())
		}
		if err != nil || len(reports) != 1000 {
			b.Fatal(err)
		}
	}
}
