package press

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"

	"rapporteur"
)

var update = flag.Bool("update", false, "write what comes out into the cases of testdata")

// TestRead reads the files of each case of testdata as one folder and compares with its file "want".
func TestRead(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(ar.Comment) == 0 {
				t.Error("the case gives no reason")
			}
			dir := t.TempDir()
			var want string
			at := -1
			for i, f := range ar.Files {
				if f.Name == "want" {
					want, at = string(f.Data), i
					continue
				}
				// \xNN in a case stands for that byte; the last line end is the notation's.
				if err := os.WriteFile(filepath.Join(dir, f.Name), unescape(f.Data), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			got := printed(Read([]string{dir}, nil), dir)
			if *update && at >= 0 {
				ar.Files[at].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("wanted -, got +\n%s", diff)
			}
		})
	}
}

func unescape(data []byte) []byte {
	s := string(data)
	for _, b := range []byte{0x80, 0x93, 0x94, 0xe9, 0xff, 0x00, 0x01, 0x0d} {
		s = strings.ReplaceAll(s, fmt.Sprintf(`\x%02x`, b), string([]byte{b}))
	}
	return []byte(s)
}

// printed is a batch as the cases write it.
func printed(b Batch, dir string) string {
	var w strings.Builder
	for _, r := range b.Reports {
		fmt.Fprintf(&w, "report %s\n", r.File)
		for _, f := range []struct{ name, value string }{
			{"outlet", r.Outlet},
			{"title", r.Title},
			{"published", r.Published.String()},
			{"url", r.URL},
			{"author", r.Author},
			{"dateline", r.Dateline},
			{"language", r.Language},
		} {
			if f.value != "" {
				fmt.Fprintf(&w, "  %s: %s\n", f.name, f.value)
			}
		}
		if r.Edition > 0 {
			fmt.Fprintf(&w, "  edition: %d\n", r.Edition)
		}
		for _, line := range strings.Split(r.Body, "\n") {
			fmt.Fprintf(&w, "  > %s\n", line)
		}
	}
	short := func(file string, line int) string {
		name := strings.TrimPrefix(strings.TrimPrefix(file, dir), "/")
		if line > 0 {
			name += fmt.Sprintf(":%d", line)
		}
		return name
	}
	for _, s := range b.Skipped {
		fmt.Fprintf(&w, "skipped %s: %s\n", short(s.File, s.Line), s.Reason)
	}
	for _, n := range b.Notes {
		if !strings.HasPrefix(n.Reason, "it names no outlet") && !strings.HasPrefix(n.Reason, "it has no date") {
			fmt.Fprintf(&w, "note %s: %s\n", short(n.File, n.Line), n.Reason)
		}
	}
	return w.String()
}

// What comes out must not depend on the order in which files are named, nor on one being named twice.
func TestReadOrder(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for i := range 6 {
		file := filepath.Join(dir, fmt.Sprintf("%d.txt", i))
		head := fmt.Sprintf("Date: 2025-03-%02d\nURL: https://harbourpost.example/%d\n\n", i+1, i/2)
		if i == 5 {
			head = "LUND, March 4. /MNA/. "
		}
		os.WriteFile(file, []byte(head+"Envoys met in Lund on Sunday, a delegate said.\n"+strings.Repeat("More. ", i)), 0o666)
		files = append(files, file)
	}
	want := Read(files, nil)
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation(files).Draw(t, "order")
		order = append(order, rapid.SliceOfN(rapid.SampledFrom(files), 0, 3).Draw(t, "again")...)
		if diff := cmp.Diff(want, Read(order, nil)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestIdentify(t *testing.T) {
	page := rapporteur.Report{URL: "https://harbourpost.example/a?id=3", Body: "one"}
	changed := page
	changed.Body, changed.Title = "two", "A title"
	marked := page
	marked.URL += "&utm_source=feed#top"
	other := page
	other.URL = "https://harbourpost.example/a?id=4"
	if Identify(page) != Identify(changed) || Identify(page) != Identify(marked) {
		t.Error("one address, two IDs")
	}
	if Identify(page) == Identify(other) {
		t.Error("two addresses, one ID")
	}
	page.URL, changed.URL = "", ""
	if Identify(page) == Identify(changed) {
		t.Error("two texts without an address, one ID")
	}
}

// The year of a dateline comes from the signs in the order that the documentation gives.
func TestDatelineYear(t *testing.T) {
	on := func(s string) rapporteur.Date { d, _ := rapporteur.ParseDate(s); return d }
	for _, c := range []struct {
		name, body string
		known      []rapporteur.Date
		want       string
	}{
		{"printed", "LUND, March 4, 2024 (MNA) — Talks ended.", nil, "2024-03-04"},
		{"a full day in the text", "LUND, March 4. /MNA/. Talks ended on March 3, 2021, it said.", []rapporteur.Date{on("2025-03-01")}, "2021-03-04"},
		{"over the turn of the year", "LUND, Jan 1. /MNA/. Talks ended on 31 December 2021.", nil, "2022-01-01"},
		{"day of the week", "LUND, March 4. /MNA/. Talks ended on Tuesday.", []rapporteur.Date{on("2024-03-01"), on("2025-06-01")}, "2025-03-04"},
		{"nearest of the batch", "LUND, December 30. /MNA/. Talks ended.", []rapporteur.Date{on("2025-01-04")}, "2024-12-30"},
		{"latest in the text", "LUND, March 4. /MNA/. The war began on 1 May 2020; a truce of 9 February 2023 failed.", nil, "2023-03-04"},
		{"no sign", "LUND, March 4. /MNA/. Talks ended.", nil, ""},
		{"no such day", "LUND, February 30. /MNA/. Talks ended.", []rapporteur.Date{on("2025-01-04")}, ""},
	} {
		r := received{dateline: findDateline(c.body)}
		r.Body = c.body
		r.dateByDateline(c.known)
		if got := r.Published.String(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"PORT CALDER, May 3. /MNA/. Norvana", "PORT CALDER|5-3|MNA"},
		{"PORT CALDER — Norvana", "PORT CALDER|0-0|"},
		{"LUND, March 7 (Continental Wire) - Envoys", "LUND|3-7|Continental Wire"},
		{"LUND/VESSEN (MNA) -- Envoys", "LUND/VESSEN|0-0|MNA"},
		{"Vessen, 7 Mar. (MNA) – Envoys", "Vessen|3-7|MNA"},
		{"(MNA) — Envoys", "|0-0|MNA"},
		{"Nov 25 (MNA) - Envoys", "|11-25|MNA"},
		{"VESSEN. 4 May (MNA) – Envoys", "VESSEN|5-4|MNA"},
		{"Mette Lindqvist\n\nTHE HARBOUR POST\n\nVESSEN, Norvana — Envoys", "VESSEN, Norvana|0-0|"},
		{"Envoys (all of them) — met", "|0-0|"},
		{"NATO and others met.", "|0-0|"},
		{"I — who else? — was there.", "|0-0|"},
		{"Norvana (a port) - met", "|0-0|"},
	} {
		d := findDateline(c.body)
		if got := fmt.Sprintf("%s|%d-%d|%s", d.place, d.month, d.dom, d.agency); got != c.want {
			t.Errorf("%q: got %s, want %s", c.body, got, c.want)
		}
	}
}

func TestStamp(t *testing.T) {
	for body, want := range map[string]string{
		"Fleet cap in doubt\n\nPublished Nov. 20, 2025, 6:12 p.m. EST\n\nThe cap": "2025-11-20",
		"20 November 2025\nThe cap": "2025-11-20",
		"Fleet cap in doubt\nUpdated on Thursday, 20 November 2025 at 14:05 GMT | The cap":                                                              "",
		"The war began on 20 November 2025\nand went on.":                                                                                               "",
		"The cap is in doubt, two officials told The Lantern on Tuesday, a day after the talks had ended without a result or a date.\n20 November 2025": "",
	} {
		if got := stamp(body).String(); got != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
	}
}

func TestSignedBy(t *testing.T) {
	for _, c := range []struct{ last, want string }{
		{"Subscribe to Vessen Mirror Telegram channel, Facebook, RSS!", "Vessen Mirror"},
		{"Follow The Lantern on X.", "The Lantern"},
		{"For more news, please follow us on X.", ""},
		{"Subscribe to our newsletter.", ""},
		{"© 2025 Tarn Courier", "Tarn Courier"},
		{"Copyright 2025 Tarn Courier. All rights reserved.", ""},
		{"The talks failed, MNA reports.", ""},
		{"He told The Lantern that he would follow Brandt on the road.", ""},
	} {
		r := received{}
		r.Body = "Envoys met.\n\n" + c.last
		if got := r.signedBy(); got != c.want {
			t.Errorf("%q: got %q, want %q", c.last, got, c.want)
		}
	}
}

// A line beyond the limit is passed over with what is beside it read, and is not held in memory.
func TestLongLine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "all.jsonl")
	good := `{"url":"https://a.example/%d","outlet":"MNA","published":"2025-03-01","body":"Envoys met."}` + "\n"
	os.WriteFile(file, []byte(fmt.Sprintf(good, 1)+strings.Repeat("x", MaxReceived+10)+"\n"+fmt.Sprintf(good, 2)), 0o666)
	b := Read([]string{file}, nil)
	if len(b.Reports) != 2 || len(b.Skipped) != 1 || b.Skipped[0].Line != 2 {
		t.Fatalf("%d reports, skipped %v", len(b.Reports), b.Skipped)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"date 2025-03-01 Talks", "Title: a\nDate: b\n\nText", "<html><p>a", "<rss><channel><item>", `{"body":"x"}`, "LUND, March 4. /MNA/. x", "\xff\xfe\x00",
	} {
		for form := range 5 {
			f.Add(form, []byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, n int, data []byte) {
		var b Batch
		for _, r := range b.parse("f.txt", form(((n%5)+5)%5), data) {
			r.dateByDateline(nil)
			r.File = "f"
			for _, out := range b.finish([]received{r}) {
				if !strings.HasPrefix(out.ID, "r") || strings.ContainsRune(out.Body, '\r') || strings.ToValidUTF8(out.Body, "") != out.Body {
					t.Errorf("%q", out.Body)
				}
			}
		}
	})
}

func TestDays(t *testing.T) {
	for s, want := range map[string]string{
		"2025-03-04": "2025-03-04", "2025-03-04T23:00:00-05:00": "2025-03-04", "2025/03/04": "2025-03-04",
		"4 March 2025": "2025-03-04", "4th of March, 2025": "2025-03-04", "Mar. 4, 2025": "2025-03-04", "MARCH 4 2025": "2025-03-04",
		"04.03.2025": "2025-03-04", "Tue, 04 Mar 2025 10:00:00 GMT": "2025-03-04",
		"3/4/2025": "", "30 February 2025": "", "March 2025": "", "": "",
	} {
		if got := parseDay(s).String(); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
	if days := daysIn("from 1 May 2020 to 3 May 2020", -1); !slices.Equal(days, []rapporteur.Date{rapporteur.NewDate(2020, 5, 1), rapporteur.NewDate(2020, 5, 3)}) {
		t.Error(days)
	}
}
