package claim_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/claim"
)

var update = flag.Bool("update", false, "write what the program reads into testdata")

// A case file has its reason on top ("# …"), then blocks:
//
//	@ outlet=The Harbour Post published=2031-05-14 kinds=text,point agenda=peace
//	# why this block is here
//	> the words of a report; ">" alone is a new paragraph
//	text count=11 unit=article | The Harbour Post
//	- point issue=waterways status=open "the strait" | —
//	+ role person=Marrow title=minister | —
//
// An "@" line holds for the blocks after it. A claim line is expected and read;
// "- " marks one that is expected and not read yet, "+ " one that is read and
// wrong, "? " one that is read as doubtful. `go test ./claim -update` sets these marks, which the diff then shows;
// what is expected is only ever written by hand.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	var scores strings.Builder
	fmt.Fprintln(&scores, "# expected claims, read ones, wrong and doubtful ones beside them; written by go test ./claim -update")
	for _, file := range files {
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, n := rewrite(string(want))
		fmt.Fprintf(&scores, "%-24s cases %3d  expected %3d  read %3d  wrong %3d  doubtful %3d\n", filepath.Base(file), n.cases, n.expected, n.met, n.wrong, n.doubtful)
		if got == string(want) {
			continue
		}
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("%s: the claims read have changed (-update writes them):\n%s", file, lineDiff(string(want), got))
	}
	golden := "testdata/scores.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(scores.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want, err := os.ReadFile(golden); err != nil || string(want) != scores.String() {
		t.Errorf("%s differs (%v):\n%s", golden, err, lineDiff(string(want), scores.String()))
	}
}

type count struct{ cases, expected, met, wrong, doubtful int }

// rewrite reads every block of a file and returns the file with its marks set anew.
func rewrite(file string) (string, count) {
	var out, body, claims []string
	var n count
	head := map[string]string{}
	flush := func() {
		if len(body) > 0 {
			n.cases++
			var expected []string
			for _, c := range claims {
				if rest, ok := strings.CutPrefix(c, "- "); ok {
					expected = append(expected, rest)
				} else if !strings.HasPrefix(c, "+ ") && !strings.HasPrefix(c, "? ") {
					expected = append(expected, c)
				}
			}
			read := readCase(head, strings.Join(body, "\n"))
			for _, want := range expected {
				n.expected++
				if at := slices.IndexFunc(read, func(s string) bool { return strings.TrimPrefix(s, "? ") == want }); at >= 0 {
					n.met++
					read = slices.Delete(read, at, at+1)
					out = append(out, want)
				} else {
					out = append(out, "- "+want)
				}
			}
			for _, more := range read {
				if rest, ok := strings.CutPrefix(more, "? "); ok {
					n.doubtful++
					out = append(out, "? "+rest)
					continue
				}
				n.wrong++
				out = append(out, "+ "+more)
			}
		}
		body, claims = nil, nil
	}
	for _, line := range strings.Split(strings.TrimRight(file, "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, ">"):
			if len(claims) > 0 {
				flush()
			}
			body = append(body, strings.TrimPrefix(strings.TrimPrefix(line, ">"), " "))
			out = append(out, line)
		case strings.HasPrefix(line, "@"):
			flush()
			head = map[string]string{}
			for _, f := range strings.Split(strings.TrimSpace(line[1:]), " ") {
				if k, v, ok := strings.Cut(f, "="); ok {
					head[k] = strings.ReplaceAll(v, "_", " ")
				}
			}
			out = append(out, line)
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
			flush()
			out = append(out, line)
		default:
			claims = append(claims, line)
		}
	}
	flush()
	return strings.Join(out, "\n") + "\n", n
}

// readCase returns the claims of one block in the notation, of the kinds the block is about.
func readCase(head map[string]string, body string) []string {
	r := rapporteur.Report{ID: "rtest", Outlet: head["outlet"], Dateline: head["dateline"], Body: strings.ReplaceAll(body, "\n\n", "\n\n")}
	if d, err := rapporteur.ParseDate(head["published"]); err == nil {
		r.Published = d
	}
	var out []string
	for _, c := range claim.Read(r, claim.AgendaByName(head["agenda"])) {
		if kinds := head["kinds"]; kinds == "" || slices.Contains(strings.Split(kinds, ","), string(c.Kind)) {
			line := claim.Notation(c)
			if c.Likelihood > 0 && c.Likelihood < rapporteur.Doubtful && (c.Point != nil || c.Position != nil) {
				line = "? " + line
			}
			out = append(out, line)
		}
	}
	return out
}

// lineDiff shows the lines that only one of two texts has.
func lineDiff(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	var out []string
	for _, l := range x {
		if !slices.Contains(y, l) {
			out = append(out, "was: "+l)
		}
	}
	for _, l := range y {
		if !slices.Contains(x, l) {
			out = append(out, "now: "+l)
		}
	}
	return strings.Join(out, "\n")
}
