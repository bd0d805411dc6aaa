package eval

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAligned reads cases of marked sentences, of found ones, and of the scores
// that they have by the rules of CoNLL 2018.
func TestAligned(t *testing.T) {
	files, err := filepath.Glob("testdata/tree/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(b), "-- gold --\n")
		gold, rest, _ := strings.Cut(rest, "-- found --\n")
		found, want, _ := strings.Cut(rest, "-- scores --\n")
		if got := alignedScores(alignedOf(t, gold), alignedOf(t, found)).String(); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}

func alignedOf(t *testing.T, text string) *aligned {
	t.Helper()
	sentences, err := ParseConllu(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	a := newAligned()
	for _, s := range sentences {
		a.add(s)
	}
	return a
}

// TestPredict: what is written can be read again, its words cover the text, and
// clitics are words of multiword tokens.
func TestPredict(t *testing.T) {
	const text = "Norvana's envoy didn't sign, she said.\n\nThey can’t wait; it'll take \"a week\"."
	predicted := Predict(text)
	var b bytes.Buffer
	if err := WriteConllu(&b, predicted); err != nil {
		t.Fatal(err)
	}
	read, err := ParseConllu(&b)
	if err != nil {
		t.Fatal(err)
	}
	var multi []string
	var chars strings.Builder
	for _, s := range read {
		for _, m := range s.Multi {
			multi = append(multi, m.Form)
		}
		for _, w := range s.Words {
			chars.WriteString(w.Form)
		}
	}
	if got, want := strings.Join(multi, " "), "Norvana's didn't can’t it'll"; got != want {
		t.Errorf("multiword tokens %q, want %q", got, want)
	}
	if got, want := chars.String(), strings.Join(strings.Fields(text), ""); got != want {
		t.Errorf("words %q, want %q", got, want)
	}
}

// TestAnnotated keeps tokens, multiword tokens and comments.
func TestAnnotated(t *testing.T) {
	const in = "# text = It can't.\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" +
		"2\tca\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
	sentences, err := ParseConllu(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteConllu(&b, Annotated(sentences)); err != nil {
		t.Fatal(err)
	}
	var forms []string
	for _, line := range strings.Split(strings.TrimSpace(b.String()), "\n")[1:] {
		f := strings.Split(line, "\t")
		forms = append(forms, f[0]+" "+f[1])
		if !strings.Contains(f[0], "-") && (f[3] == "_" || f[4] == "_" || f[7] == "_") {
			t.Errorf("line without a tag or relation: %q", line)
		}
	}
	if got, want := strings.Join(forms, ", "), "1 It, 2-3 can't, 2 ca, 3 n't, 4 ."; got != want {
		t.Errorf("lines %q, want %q", got, want)
	}
}

func FuzzParseConllu(f *testing.F) {
	f.Add("1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n\n")
	f.Add("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t2\tx\t_\t_\n2\tb\t_\t_\t_\t_\t0\troot\t_\t_\n")
	f.Fuzz(func(t *testing.T, text string) {
		sentences, err := ParseConllu(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, s := range sentences {
			s.Doc()
		}
	})
}
