package eval

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rapporteur/lang"
)

// Conllu is one sentence of a CoNLL-U file (universaldependencies.org/format).
// Empty nodes are not kept.
type Conllu struct {
	Comments []string // with their "#"
	Words    []ConlluWord
	Multi    []Multiword // ordered by First
}

// ConlluWord is one line of a syntactic word.
type ConlluWord struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // 1-based, 0 for the root
	Rel, Deps, Misc                string
}

// Multiword is the line of a multiword token, which covers words First to Last (1-based).
type Multiword struct {
	First, Last int
	Form, Misc  string
}

// Comment returns the value of the comment "# key = value".
func (s *Conllu) Comment(key string) (string, bool) {
	for _, c := range s.Comments {
		if k, v, ok := strings.Cut(strings.TrimPrefix(c, "#"), "="); ok && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v), true
		}
	}
	return "", false
}

// starts reports whether a document or a paragraph begins with the sentence.
func (s *Conllu) starts(what string) bool {
	return slices.ContainsFunc(s.Comments, func(c string) bool {
		k, _, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(c, "#")), " ")
		return k == what
	})
}

// spaced reports whether white space follows the word or multiword token.
func spaced(misc string) bool { return !slices.Contains(strings.Split(misc, "|"), "SpaceAfter=No") }

// Doc returns the sentence as a document of its own, with everything that is
// marked in it. Its text is that of the words, with white space as marked.
func (s *Conllu) Doc() *lang.Doc {
	var text strings.Builder
	d := &lang.Doc{Language: "en"}
	multi := s.Multi
	for i, w := range s.Words {
		t := lang.Token{Start: text.Len(), UPOS: w.UPOS, XPOS: w.XPOS, Lemma: w.Lemma, Head: w.Head - 1, Rel: w.Rel}
		text.WriteString(w.Form)
		t.End = text.Len()
		d.Tokens = append(d.Tokens, t)
		for len(multi) > 0 && multi[0].Last < i+1 {
			multi = multi[1:]
		}
		misc := w.Misc
		if len(multi) > 0 && multi[0].First <= i+1 {
			if i+1 < multi[0].Last {
				continue
			}
			misc = multi[0].Misc
		}
		if spaced(misc) && i+1 < len(s.Words) {
			text.WriteByte(' ')
		}
	}
	d.Text = text.String()
	d.Sentences = []lang.Sentence{{Range: lang.Range{End: len(d.Tokens)}}}
	return d
}

// ReadConllu reads a CoNLL-U file, or all of a folder in order of their names.
func ReadConllu(path string) ([]*Conllu, error) {
	files := []string{path}
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.conllu")); err != nil {
			return nil, err
		}
	}
	var all []*Conllu
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		sentences, err := ParseConllu(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		all = append(all, sentences...)
	}
	return all, nil
}

// ParseConllu reads sentences in CoNLL-U.
func ParseConllu(r io.Reader) ([]*Conllu, error) {
	var all []*Conllu
	s := &Conllu{}
	end := func() error {
		if len(s.Words) == 0 {
			return nil
		}
		for i, w := range s.Words {
			if w.Head > len(s.Words) {
				return fmt.Errorf("sentence %d, word %d: head %d is outside the sentence", len(all)+1, i+1, w.Head)
			}
		}
		all, s = append(all, s), &Conllu{}
		return nil
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if line == "" {
			if err := end(); err != nil {
				return nil, err
			}
			continue
		}
		if line[0] == '#' {
			s.Comments = append(s.Comments, line)
			continue
		}
		if err := s.add(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return all, end()
}

func (s *Conllu) add(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d columns: a line of CoNLL-U has 10, divided by tabs", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	if first, last, ok := strings.Cut(f[0], "-"); ok {
		m := Multiword{Form: f[1], Misc: f[9]}
		var err error
		if m.First, err = strconv.Atoi(first); err == nil {
			m.Last, err = strconv.Atoi(last)
		}
		if err != nil || m.First != len(s.Words)+1 || m.Last < m.First {
			return fmt.Errorf("multiword token %q: its range should begin with the next word", f[0])
		}
		s.Multi = append(s.Multi, m)
		return nil
	}
	if id, err := strconv.Atoi(f[0]); err != nil || id != len(s.Words)+1 {
		return fmt.Errorf("word number %q: the next should be %d", f[0], len(s.Words)+1)
	}
	w := ConlluWord{Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: f[5], Rel: f[7], Deps: f[8], Misc: f[9]}
	if f[6] != "_" {
		var err error
		if w.Head, err = strconv.Atoi(f[6]); err != nil || w.Head < 0 {
			return fmt.Errorf("head %q: it should be a number", f[6])
		}
	}
	s.Words = append(s.Words, w)
	return nil
}

// WriteConllu writes sentences in CoNLL-U.
func WriteConllu(w io.Writer, sentences []*Conllu) error {
	b := bufio.NewWriter(w)
	for _, s := range sentences {
		for _, c := range s.Comments {
			fmt.Fprintln(b, c)
		}
		multi := s.Multi
		for i, w := range s.Words {
			if len(multi) > 0 && multi[0].First == i+1 {
				fmt.Fprintf(b, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", multi[0].First, multi[0].Last, multi[0].Form, blank(multi[0].Misc))
				multi = multi[1:]
			}
			fmt.Fprintf(b, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t%s\t%s\n", i+1, w.Form, blank(w.Lemma), blank(w.UPOS), blank(w.XPOS),
				blank(w.Feats), w.Head, blank(w.Rel), blank(w.Deps), blank(w.Misc))
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

func blank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
