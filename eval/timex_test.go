package eval

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPredictTimex(t *testing.T) {
	out := t.TempDir()
	if err := PredictTimex("testdata/timex", out); err != nil {
		t.Fatal(err)
	}
	given, err := os.ReadFile("testdata/timex/strait.tml")
	if err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(filepath.Join(out, "strait.tml"))
	if err != nil {
		t.Fatal(err)
	}
	marks := regexp.MustCompile(`</?TIMEX3[^>]*>`)
	if diff := cmp.Diff(marks.ReplaceAllString(string(given), ""), marks.ReplaceAllString(string(written), "")); diff != "" {
		t.Errorf("more than the marks of time differs (-given +written)\n%s", diff)
	}
	head, _, _ := strings.Cut(string(given), "<TEXT>")
	if !strings.HasPrefix(string(written), head) {
		t.Error("what stands before the text differs")
	}
	if !strings.Contains(string(written), `<TIMEX3 tid="t2" type="DURATION" value="PT5H">nearly five hours</TIMEX3> &lt;in private`) {
		t.Errorf("the duration is not marked:\n%s", written)
	}
	scores, err := Timex(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scores {
		if s.Value != 100 {
			t.Errorf("%s of what was written is %.2f, want 100", s.Name, s.Value)
		}
	}
}

// A mark of an event that would cross one of time makes all marks but those of time go; the text stays.
func TestPredictTimexCrossing(t *testing.T) {
	raw := `<TimeML><DCT><TIMEX3 tid="t0" value="2025-12-02" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>` +
		`<TEXT>They met <EVENT eid="e1">in late</EVENT> October.</TEXT></TimeML>`
	d, _, err := readTimeML(raw)
	if err != nil {
		t.Fatal(err)
	}
	want := `<TimeML><DCT><TIMEX3 tid="t0" value="2025-12-02" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>` +
		`<TEXT>They met in <TIMEX3 tid="t1" type="DATE" value="2025-10">late October</TIMEX3>.</TEXT></TimeML>`
	if diff := cmp.Diff(want, d.marked(d.find())); diff != "" {
		t.Error(diff)
	}
}

func TestTimexScores(t *testing.T) {
	scores, err := Timex("testdata/timex")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scores {
		if s.Value != 100 {
			t.Errorf("%s is %.2f, want 100", s.Name, s.Value)
		}
	}
	if _, err := Timex(t.TempDir()); err == nil {
		t.Error("a folder without documents scores without an error")
	}
}
