package claim

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
)

// TestReadMarked reads inline marks back as bytes of the text without them.
func TestReadMarked(t *testing.T) {
	in := "# The Harbour Post | 2031-05-04 | Talks\n\nNorvana [[P:agreed|Norvana|agreed]] to cap its fleet.\n\nEstrel [[S:rejects|Estrel|refuses]].\n"
	list, err := ReadMarked("post", strings.NewReader(in))
	if err != nil || len(list) != 1 {
		t.Fatalf("%d reports, %v", len(list), err)
	}
	m := list[0]
	if m.Report.Body != "Norvana agreed to cap its fleet.\nEstrel refuses." || m.Report.Outlet != "The Harbour Post" || len(m.Marks) != 2 {
		t.Fatalf("%+v", m)
	}
	for i, word := range []string{"agreed", "refuses"} {
		if !strings.HasPrefix(m.Report.Body[m.Marks[i].At:], word) {
			t.Errorf("mark %d stands on %q, want %q", i, m.Report.Body[m.Marks[i].At:], word)
		}
	}
}

// TestReadMarkedRefuses names what is wrong with a mark.
func TestReadMarkedRefuses(t *testing.T) {
	for _, in := range []string{"# a\n\nNorvana [[P:liked|Norvana|agreed]].", "# a\n\nNorvana [[agreed]].", "# Post | soon | Talks\n\nNorvana agreed."} {
		if _, err := ReadMarked("x", strings.NewReader(in)); err == nil {
			t.Errorf("%q is read without an error", in)
		}
	}
}

// TestReadPressMarks leaves out the reports that are not at hand.
func TestReadPressMarks(t *testing.T) {
	find := func(key string) (rapporteur.Report, bool) {
		return rapporteur.Report{Body: "Norvana agreed. More follows."}, key == "a"
	}
	list, err := ReadPressMarks(strings.NewReader("# heading\na\t15\n\t8\tP:agreed\tNorvana\nb\t9\n\t3\tM:held\t-\n"), find)
	if err != nil || len(list) != 1 || len(list[0].Marks) != 1 || list[0].Report.Body != "Norvana agreed." || list[0].Marks[0].At != 8 {
		t.Fatalf("%+v, %v", list, err)
	}
	if _, err := ReadPressMarks(strings.NewReader("a\t99\n"), find); err == nil {
		t.Error("marks beyond the end of a report are read without an error")
	}
}

// TestTraining reads all marked reports that stand in the source tree.
func TestTraining(t *testing.T) {
	files, err := filepath.Glob("training/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no marked reports", err)
	}
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		list, err := ReadMarked(path, f)
		f.Close()
		if err != nil || len(list) == 0 {
			t.Errorf("%d reports, %v", len(list), err)
		}
	}
}
