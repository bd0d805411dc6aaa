package eval

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"rapporteur/lang"
)

// MarkedNames is a file of tokens with their names, cut into documents.
type MarkedNames struct {
	Docs     []*lang.Doc
	Numbered bool // lines begin with the number of the token, as in CoNLL-U
}

// Guidelines returns those that the file follows, by its style: numbered lines
// are those of a treebank, others of newswire.
func (m *MarkedNames) Guidelines() lang.Guidelines {
	if m.Numbered {
		return lang.Treebank
	}
	return lang.Newswire
}

// ReadNames reads lines of token, tab, tag or of number, token, tab, tag, in any
// of the schemes IOB2 and BIOES, with an empty line between sentences. Comments
// that begin with "# newdoc" or "# doc" begin a document; without any the whole
// file is one. Types keep the names of the four that are known here where they
// can be told; other types are kept as they stand, in capitals.
func ReadNames(path string) (*MarkedNames, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m := &MarkedNames{}
	var text strings.Builder
	var d *lang.Doc
	start, open := 0, "" // the sentence and the type of the name that may go on
	endSentence := func() {
		if d != nil && start < len(d.Tokens) {
			d.Sentences = append(d.Sentences, lang.Sentence{Range: lang.Range{Start: start, End: len(d.Tokens)}})
			start = len(d.Tokens)
			text.WriteByte('\n')
		}
		open = ""
	}
	endDoc := func() {
		endSentence()
		if d != nil {
			d.Text = text.String()
		}
		d, start = nil, 0
		text.Reset()
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSuffix(lines.Text(), "\r")
		columns := strings.Split(line, "\t")
		if strings.TrimSpace(line) == "" {
			endSentence()
			continue
		}
		if line[0] == '#' && (strings.HasPrefix(line, "# ") || len(columns) == 1) {
			if strings.HasPrefix(line, "# newdoc") || strings.HasPrefix(line, "# doc") {
				endDoc()
			}
			continue
		}
		token, tag := columns[0], ""
		if len(columns) > 1 {
			tag = columns[1]
		}
		if first := d == nil && len(m.Docs) == 0; first {
			m.Numbered = len(columns) > 2 && columns[0] == "1"
		}
		if m.Numbered && len(columns) > 2 {
			if strings.ContainsAny(columns[0], "-.") {
				continue
			}
			token, tag = columns[1], columns[2]
		}
		if d == nil {
			d = &lang.Doc{Language: "en"}
			m.Docs = append(m.Docs, d)
		}
		if token == "" {
			return nil, fmt.Errorf("read names %s, line %d: no token; a line should be token, tab, tag", path, n)
		}
		d.Tokens = append(d.Tokens, lang.Token{Start: text.Len(), End: text.Len() + len(token), Head: -1})
		text.WriteString(token)
		text.WriteByte(' ')
		at, kind, _ := strings.Cut(tag, "-")
		if kind = nameType(kind); kind == "" || at == "O" {
			open = ""
			continue
		}
		i := len(d.Tokens) - 1
		if (at == "I" || at == "E") && kind == open {
			d.Names[len(d.Names)-1].End = i + 1
		} else {
			d.Names = append(d.Names, lang.Name{Range: lang.Range{Start: i, End: i + 1}, Type: lang.NameType(kind)})
		}
		open = kind
	}
	endDoc()
	return m, lines.Err()
}

// nameType returns the type by which a corpus's type is known here.
func nameType(kind string) string {
	switch kind = strings.ToUpper(kind); kind {
	case "PERSON":
		return "PER"
	case "ORGANIZATION", "ORGANISATION":
		return "ORG"
	case "LOCATION", "GPE":
		return "LOC"
	case "FACILITY":
		return "FAC"
	case "OTH", "PRODUCT":
		return "MISC"
	case "DATE", "MONEY", "O":
		return ""
	}
	return kind
}

// Names scores the finding of names against a marked file.
func Names(path string) (Scores, error) {
	m, err := ReadNames(path)
	if err != nil {
		return nil, err
	}
	types := []lang.NameType{lang.PER, lang.ORG, lang.LOC, lang.NORP}
	counts := map[lang.NameType]*PRF{}
	for _, t := range types {
		counts[t] = &PRF{}
	}
	for _, d := range m.Docs {
		gold := d.Names
		d.Names = nil
		d.Tag()
		d.FindNamesBy(m.Guidelines())
		right := map[lang.Name]bool{}
		for _, n := range gold {
			if c := counts[n.Type]; c != nil {
				c.Gold++
				right[n] = true
			}
		}
		for _, n := range d.Names {
			counts[n.Type].Found++
			counts[n.Type].Right += one(right[n])
		}
	}
	var three, all PRF
	var scores Scores
	for _, t := range types {
		c := counts[t]
		scores.Add(string(t)+" F1", c.F1())
		all = PRF{all.Right + c.Right, all.Found + c.Found, all.Gold + c.Gold}
		if t != lang.NORP {
			three = PRF{three.Right + c.Right, three.Found + c.Found, three.Gold + c.Gold}
		}
	}
	scores.Add("PER, ORG, LOC precision", three.Precision())
	scores.Add("PER, ORG, LOC recall", three.Recall())
	scores.Add("PER, ORG, LOC F1", three.F1())
	scores.Add("with NORP F1", all.F1())
	return scores, nil
}

// PredictNames finds the names of a file of tokens and writes token, tab, tag in IOB2.
func PredictNames(in, out string) error {
	m, err := ReadNames(in)
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, d := range m.Docs {
		d.Names = nil
		d.Tag()
		d.FindNamesBy(m.Guidelines())
		tags := make([]string, len(d.Tokens))
		for _, n := range d.Names {
			for i := n.Start; i < n.End; i++ {
				tags[i] = "I-" + string(n.Type)
			}
			tags[n.Start] = "B-" + string(n.Type)
		}
		for _, s := range d.Sentences {
			for i := s.Start; i < s.End; i++ {
				tag := tags[i]
				if tag == "" {
					tag = "O"
				}
				fmt.Fprintf(w, "%s\t%s\n", d.Form(i), tag)
			}
			fmt.Fprintln(w)
		}
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
