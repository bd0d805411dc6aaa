package eval

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/attribution"
	"rapporteur/lang"
)

// gapCase is a line of GAP (Webster et al., TACL 2018): a snippet, a pronoun and two names.
type gapCase struct {
	doc     *lang.Doc
	pronoun int
	names   [2]lang.Range
	right   [2]bool
	woman   bool
}

// Pronouns scores whom pronouns stand for on a file of GAP, in the snippet
// context, with the two names given: names that were not found as such are added.
func Pronouns(path string) (Scores, error) {
	cases, err := readGap(path)
	if err != nil {
		return nil, err
	}
	var all, men, women PRF
	read := 0
	for _, c := range cases {
		got := attribution.Antecedent(c.doc, c.pronoun, c.names[:])
		by := &men
		if c.woman {
			by = &women
		}
		for n := range c.names {
			for _, p := range []*PRF{&all, by} {
				if c.right[n] {
					p.Gold++
				}
				if got == n {
					p.Found++
					if c.right[n] {
						p.Right++
					}
				}
			}
		}
		read++
	}
	var s Scores
	s.Add("pronouns", float64(read))
	s.Add("name precision", all.Precision())
	s.Add("name recall", all.Recall())
	s.Add("name F1", all.F1())
	s.Add("name F1, masculine", men.F1())
	s.Add("name F1, feminine", women.F1())
	return s, nil
}

func readGap(path string) ([]gapCase, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read GAP %s: %w", path, err)
	}
	defer f.Close()
	var cases []gapCase
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 0; lines.Scan(); n++ {
		if n == 0 {
			continue
		}
		x := strings.Split(lines.Text(), "\t")
		if len(x) < 10 {
			return nil, fmt.Errorf("read GAP %s: line %d has %d fields; want 11", path, n+1, len(x))
		}
		offset := func(s string) int {
			at, _ := strconv.Atoi(s)
			for i := range x[1] {
				if at == 0 {
					return i
				}
				at--
			}
			return len(x[1])
		}
		c := gapCase{doc: lang.Analyze(x[1]), right: [2]bool{strings.EqualFold(x[6], "true"), strings.EqualFold(x[9], "true")}}
		w := strings.ToLower(x[2])
		c.woman = w == "she" || w == "her" || w == "hers"
		at := offset(x[3])
		c.pronoun = tokensOf(c.doc, at, at+len(x[2])).Start
		a, b := offset(x[5]), offset(x[8])
		c.names = [2]lang.Range{tokensOf(c.doc, a, a+len(x[4])), tokensOf(c.doc, b, b+len(x[7]))}
		for _, name := range c.names {
			addName(c.doc, name)
		}
		cases = append(cases, c)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read GAP %s: %w", path, err)
	}
	return cases, nil
}

// tokensOf returns the tokens that overlap a stretch of bytes.
func tokensOf(doc *lang.Doc, start, end int) lang.Range {
	r := lang.Range{Start: -1}
	for i := range doc.Tokens {
		if doc.Tokens[i].End > start && doc.Tokens[i].Start < end {
			if r.Start < 0 {
				r.Start = i
			}
			r.End = i + 1
		}
	}
	if r.Start < 0 {
		return lang.Range{}
	}
	return r
}

// addName makes a range the name of a person, in place of what overlaps it.
func addName(doc *lang.Doc, rng lang.Range) {
	for _, n := range doc.Names {
		if n.Type == lang.PER && (n.Covers(rng) && n.Len() <= rng.Len()+1 || rng.Covers(n.Range) && n.Len()+1 >= rng.Len()) {
			return
		}
	}
	for i := range doc.Names {
		if doc.Words(doc.Names[i].Range) == doc.Words(rng) {
			doc.Names[i].Type = lang.PER
		}
	}
	var names []lang.Name
	added := false
	for _, n := range doc.Names {
		if n.Overlaps(rng) {
			continue
		}
		if n.Start > rng.Start && !added {
			names = append(names, lang.Name{Range: rng, Type: lang.PER})
			added = true
		}
		names = append(names, n)
	}
	if !added {
		names = append(names, lang.Name{Range: rng, Type: lang.PER})
	}
	doc.Names = names
}

// TrainPronouns reads the coreference of GUM and the validation set of GAP below
// a folder of data and returns the weights of the ranker of antecedents.
func TrainPronouns(data string, progress func(string)) ([]byte, error) {
	texts, err := readGumPronouns(filepath.Join(data, "ud", "en_gum-ud-train.conllu"))
	if err != nil {
		return nil, err
	}
	more, err := readGumPronouns(filepath.Join(data, "ud", "en_gum-ud-dev.conllu"))
	if err != nil {
		return nil, err
	}
	texts = append(texts, more...)
	cases, err := readGap(filepath.Join(data, "pronouns", "gap-validation.tsv"))
	if err != nil {
		return nil, err
	}
	for _, c := range cases {
		m := attribution.MarkedPronoun{Token: c.pronoun}
		for n := range c.names {
			if c.right[n] {
				m.Right = append(m.Right, c.names[n])
			} else {
				m.Wrong = append(m.Wrong, c.names[n])
			}
		}
		texts = append(texts, attribution.PronounText{Doc: c.doc, Pronouns: []attribution.MarkedPronoun{m}})
	}
	return attribution.TrainPronouns(texts, progress), nil
}

var gumMark = regexp.MustCompile(`\((\d+)-[a-z]+[^()]*(\)?)|(\d+)\)`)

// readGumPronouns reads the marked pronouns of a CoNLL-U file of GUM, whose
// column MISC holds the mentions of entities in brackets.
func readGumPronouns(path string) ([]attribution.PronounText, error) {
	sentences, err := ReadConllu(path)
	if err != nil {
		return nil, err
	}
	var texts []attribution.PronounText
	type place struct{ start, end int }
	for from := 0; from < len(sentences); {
		to := from + 1
		for to < len(sentences) && !sentences[to].starts("newdoc") {
			to++
		}
		id, _ := sentences[from].Comment("newdoc id")
		skip := strings.Contains(id, "_vlog_")
		var text strings.Builder
		chains := map[string][]place{}
		open := map[string][]int{}
		var pronouns []place
		var owner []string
		for _, s := range sentences[from:to] {
			if text.Len() > 0 {
				if s.starts("newpar") {
					text.WriteString("\n\n")
				} else {
					text.WriteByte(' ')
				}
			}
			line, _ := s.Comment("text")
			at := text.Len()
			text.WriteString(line)
			rest := line
			for _, w := range s.Words {
				n := strings.Index(rest, w.Form)
				start := at + len(line) - len(rest)
				end := start
				if n >= 0 {
					start += n
					end = start + len(w.Form)
					rest = rest[n+len(w.Form):]
				}
				entity := ""
				for _, f := range strings.Split(w.Misc, "|") {
					if strings.HasPrefix(f, "Entity=") {
						entity = f[len("Entity="):]
					}
				}
				for _, m := range gumMark.FindAllStringSubmatch(entity, -1) {
					switch {
					case m[3] != "":
						if o := open[m[3]]; len(o) > 0 {
							chains[m[3]] = append(chains[m[3]], place{o[len(o)-1], end})
							open[m[3]] = o[:len(o)-1]
						}
					case m[2] != "":
						chains[m[1]] = append(chains[m[1]], place{start, end})
						switch strings.ToLower(w.Form) {
						case "he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their":
							pronouns = append(pronouns, place{start, end})
							owner = append(owner, m[1])
						}
					default:
						open[m[1]] = append(open[m[1]], start)
					}
				}
				if n >= 0 && (w.Form == "it" || w.Form == "It") && !strings.Contains(entity, "(") {
					pronouns = append(pronouns, place{start, end})
					owner = append(owner, "")
				}
			}
		}
		from = to
		if skip || !utf8.ValidString(text.String()) {
			continue
		}
		doc := lang.Analyze(text.String())
		if doc.Language != "en" {
			continue
		}
		t := attribution.PronounText{Doc: doc}
		for n, p := range pronouns {
			m := attribution.MarkedPronoun{Token: tokensOf(doc, p.start, p.end).Start, Whole: true}
			for _, q := range chains[owner[n]] {
				if q != p {
					m.Right = append(m.Right, tokensOf(doc, q.start, q.end))
				}
			}
			t.Pronouns = append(t.Pronouns, m)
		}
		texts = append(texts, t)
	}
	return texts, nil
}
