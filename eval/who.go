package eval

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/attribution"
	"rapporteur/lang"
)

// whoCase is one block of the gold set in attribution/testdata/gold; see its README.
type whoCase struct {
	reason, outlet, text string
	contents             []goldContent
	meant                []goldMeant
}

type goldContent struct {
	line  string // as written, for messages
	from  []string
	to    []string // nil where the content is given whole
	chain []goldVoice
}

type goldVoice struct {
	name  string
	kind  attribution.Type
	count int
}

type goldMeant struct {
	line  string
	words []string
	nth   int
	names []string
}

// Gold scores chains, types of sources and the names behind pronouns and roles on the gold set in a file or folder.
func Gold(path string) (Scores, error) {
	t, err := judgeGold(path, nil)
	if err != nil {
		return nil, err
	}
	var s Scores
	s.Add("contents", float64(t.chain.Gold))
	s.Add("whole chain right", t.chain.Recall())
	s.Add("chain of one voice right", t.single.Recall())
	s.Add("chain of several voices right", t.nested.Recall())
	s.Add("own voice right", t.own.Recall())
	s.Add("type of source right", t.kind.Recall())
	s.Add("type of source right, of all", percent(t.kind.Right, t.voices))
	s.Add("number of unnamed right", t.count.Recall())
	s.Add("pronouns and roles", float64(t.meant.Gold))
	s.Add("name behind pronoun or role", t.meant.Recall())
	s.Add("name behind pronoun", t.pronoun.Recall())
	s.Add("name behind role", t.role.Recall())
	return s, nil
}

// PredictGold writes the cases of the gold set in a file or folder with what is
// read from them: an expectation that fails is followed by what was found.
func PredictGold(in, out string) error {
	var b strings.Builder
	if _, err := judgeGold(in, &b); err != nil {
		return err
	}
	return os.WriteFile(out, []byte(b.String()), 0o666)
}

type goldTally struct {
	chain, single, nested, own, kind, count, meant, pronoun, role PRF
	voices                                                        int
}

func judgeGold(path string, b *strings.Builder) (*goldTally, error) {
	cases, err := readGold(path)
	if err != nil {
		return nil, err
	}
	t := &goldTally{}
	for _, c := range cases {
		if err := judge(c, t, b); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func judge(c whoCase, t *goldTally, b *strings.Builder) error {
	doc := lang.Analyze(c.text)
	said := attribution.Find(doc, attribution.Options{Outlet: c.outlet})
	words := splitWords(c.text)
	if b != nil {
		fmt.Fprintf(b, "\n# %s\noutlet: %s\n> %s\n", c.reason, c.outlet, strings.ReplaceAll(c.text, "\n", "\n> "))
	}
	for _, g := range c.contents {
		start, end, ok := locate(words, g.from, g.to, 1)
		if !ok {
			return fmt.Errorf("read gold case %q: words of %s are not in the text", c.reason, g.line)
		}
		got := majorityChain(doc, said, start, end)
		right := sameChain(got, g.chain)
		t.chain.count(right)
		switch len(g.chain) {
		case 0:
			t.own.count(right)
		case 1:
			t.single.count(right)
		default:
			t.nested.count(right)
		}
		t.voices += len(g.chain)
		for i, v := range g.chain {
			at := i
			if len(got) != len(g.chain) || !sameVoice(got[at], v) {
				at = slices.IndexFunc(got, func(s attribution.Source) bool { return sameVoice(s, v) })
			}
			if at < 0 {
				continue
			}
			t.kind.count(got[at].Type == v.kind)
			if v.kind == attribution.Anonymous {
				t.count.count(got[at].Count == v.count)
			}
			if b != nil && got[at].Type != v.kind {
				fmt.Fprintf(b, "  type of %s: %s, found %s\n", v.name, v.kind, got[at].Type)
			}
		}
		if b != nil {
			b.WriteString(g.line + "\n")
			if !right {
				b.WriteString("  found: " + chainLine(got) + "\n")
			}
		}
	}
	for _, g := range c.meant {
		start, end, ok := locate(words, g.words, nil, g.nth)
		if !ok {
			return fmt.Errorf("read gold case %q: %s is not in the text", c.reason, g.line)
		}
		got := namesAt(doc, said, start, end)
		right := len(got) == len(g.names)
		for i := range got {
			right = right && sameName(got[i], g.names[i])
		}
		t.meant.count(right)
		if isPronoun(g.words) {
			t.pronoun.count(right)
		} else {
			t.role.count(right)
		}
		if b != nil {
			b.WriteString(g.line + "\n")
			if !right {
				fmt.Fprintf(b, "  found: %s\n", strings.Join(got, " & "))
			}
		}
	}
	return nil
}

// count adds one expectation, met or not.
func (p *PRF) count(right bool) {
	p.Gold++
	p.Found++
	if right {
		p.Right++
	}
}

// majorityChain returns the chain that most words of a stretch of bytes have.
func majorityChain(doc *lang.Doc, said *attribution.Said, start, end int) []attribution.Source {
	votes := map[string]int{}
	chains := map[string][]attribution.Source{}
	best := ""
	for i := range doc.Tokens {
		tok := doc.Tokens[i]
		r, _ := utf8.DecodeRuneInString(doc.Text[tok.Start:])
		if tok.Start < start || tok.End > end || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		chain := said.Chain(i)
		key := chainLine(chain)
		votes[key]++
		chains[key] = chain
		if votes[key] > votes[best] {
			best = key
		}
	}
	return chains[best]
}

// namesAt returns the names of whom the words of a stretch of bytes mean.
func namesAt(doc *lang.Doc, said *attribution.Said, start, end int) []string {
	for i := len(doc.Tokens) - 1; i >= 0; i-- {
		if tok := doc.Tokens[i]; tok.Start >= start && tok.End <= end {
			e := said.EntityAt(i)
			if e < 0 {
				continue
			}
			if members := said.Entities[e].Members; len(members) > 0 {
				var names []string
				for _, m := range members {
					names = append(names, said.Entities[m].Name)
				}
				return names
			}
			return []string{said.Entities[e].Name}
		}
	}
	return nil
}

func chainLine(chain []attribution.Source) string {
	if len(chain) == 0 {
		return "—"
	}
	var parts []string
	for _, s := range chain {
		count := ""
		if s.Count > 0 {
			count = " " + strconv.Itoa(s.Count)
		}
		parts = append(parts, fmt.Sprintf("%s (%s%s)", s.Name, s.Type, count))
	}
	return strings.Join(parts, " <- ")
}

func sameChain(got []attribution.Source, want []goldVoice) bool {
	return slices.EqualFunc(got, want, sameVoice)
}

// sameVoice reports whether a voice has the name of the gold one. Names must be
// the same but for an article; of an unnamed voice half of the words must be.
func sameVoice(s attribution.Source, v goldVoice) bool {
	if sameName(s.Name, v.name) {
		return true
	}
	if v.kind == attribution.Person || v.kind == attribution.Outlet {
		return false
	}
	a, b := nameWords(s.Name), nameWords(v.name)
	if len(a) > len(b) && slices.Equal(a[:len(b)], b) {
		return true // the same with a complement
	}
	common := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			common++
		}
	}
	return 2*common >= max(len(a), len(b)) && common > 0
}

func sameName(a, b string) bool { return slices.Equal(nameWords(a), nameWords(b)) }

func nameWords(name string) []string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, "’", "'")))
	if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return words
}

func isPronoun(words []string) bool {
	return len(words) == 1 && slices.Contains(strings.Fields("i me my we us our he him his she her hers it its they them their who whose"), strings.ToLower(words[0]))
}

// readGold reads the cases of a file or of every text file of a folder, in order of names.
func readGold(path string) ([]whoCase, error) {
	files := []string{path}
	if info, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("read gold %s: %w", path, err)
	} else if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.txt")); err != nil {
			return nil, fmt.Errorf("read gold %s: %w", path, err)
		}
	}
	var cases []whoCase
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("read gold %s: %w", name, err)
		}
		var block []string
		lines := bufio.NewScanner(f)
		for more := true; more; {
			more = lines.Scan()
			if line := lines.Text(); more && line != "" {
				block = append(block, line)
				continue
			}
			if len(block) > 0 {
				c, err := parseGold(block)
				if err != nil {
					f.Close()
					return nil, fmt.Errorf("read gold %s: %w", name, err)
				}
				cases = append(cases, c)
				block = nil
			}
		}
		f.Close()
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("read gold %s: %w", name, err)
		}
	}
	return cases, nil
}

func parseGold(block []string) (whoCase, error) {
	var c whoCase
	var text []string
	for _, line := range block {
		switch {
		case strings.HasPrefix(line, "# "):
			c.reason = strings.TrimSpace(c.reason + " " + line[2:])
		case strings.HasPrefix(line, "outlet: "):
			c.outlet = line[len("outlet: "):]
		case strings.HasPrefix(line, ">"):
			text = append(text, strings.TrimPrefix(strings.TrimPrefix(line, ">"), " "))
		case strings.HasPrefix(line, `"`):
			content, chain, ok := strings.Cut(line[1:], `" <- `)
			if !ok {
				return c, fmt.Errorf("read line %q: no chain; write \"words\" <- source (type)", line)
			}
			g := goldContent{line: line}
			from, to, gap := strings.Cut(content, "…")
			g.from = wordsOf(from)
			if gap {
				g.to = wordsOf(to)
			}
			if chain != "—" {
				for _, v := range strings.FieldsFunc(strings.ReplaceAll(strings.ReplaceAll(chain, " <- ", "\x00"), " & ", "\x00"), func(r rune) bool { return r == 0 }) {
					voice, err := parseVoice(v)
					if err != nil {
						return c, err
					}
					g.chain = append(g.chain, voice)
				}
			}
			c.contents = append(c.contents, g)
		default:
			words, name, ok := strings.Cut(line, " = ")
			if !ok {
				return c, fmt.Errorf("read line %q: neither text, content nor name; see the README beside it", line)
			}
			g := goldMeant{line: line, nth: 1, names: strings.Split(name, " & ")}
			if w, n, ok := strings.Cut(words, " #"); ok {
				words = w
				g.nth, _ = strconv.Atoi(n)
			}
			g.words = wordsOf(words)
			c.meant = append(c.meant, g)
		}
	}
	c.text = strings.Join(text, "\n")
	return c, nil
}

func parseVoice(s string) (goldVoice, error) {
	open := strings.LastIndex(s, " (")
	if open < 0 || !strings.HasSuffix(s, ")") {
		return goldVoice{}, fmt.Errorf("read voice %q: no type; write name (type)", s)
	}
	kind, count, _ := strings.Cut(s[open+2:len(s)-1], " ")
	v := goldVoice{name: s[:open], kind: attribution.Type(kind)}
	if !slices.Contains([]attribution.Type{attribution.Person, attribution.Anonymous, attribution.Outlet, attribution.Institution, attribution.Document, attribution.Group}, v.kind) {
		return v, fmt.Errorf("read voice %q: no such type", s)
	}
	if count != "" {
		n, err := strconv.Atoi(count)
		if err != nil {
			return v, fmt.Errorf("read voice %q: %w", s, err)
		}
		v.count = n
	}
	return v, nil
}

// placedWord is a word of a text with its bytes.
type placedWord struct {
	word       string
	start, end int
}

// splitWords returns the runs of letters, digits, apostrophes and hyphens of a text.
func splitWords(text string) []placedWord {
	var words []placedWord
	start := -1
	for i, r := range text + " " {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		if !in && start >= 0 && (r == '\'' || r == '’' || r == '-' || r == '.' || r == ',') {
			next, _ := utf8.DecodeRuneInString((text + " ")[i+utf8.RuneLen(r):])
			in = unicode.IsLetter(next) && r != '.' && r != ',' || unicode.IsDigit(next)
		}
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			words = append(words, placedWord{strings.ReplaceAll(text[start:i], "’", "'"), start, i})
			start = -1
		}
	}
	return words
}

func wordsOf(s string) []string {
	var words []string
	for _, w := range splitWords(s) {
		words = append(words, w.word)
	}
	return words
}

// locate finds the nth place where the words from stand, and where the words to end after them.
func locate(words []placedWord, from, to []string, nth int) (start, end int, ok bool) {
	for i := range words {
		if !wordsAt(words, i, from) {
			continue
		}
		if nth--; nth > 0 {
			continue
		}
		last := i + len(from)
		if to == nil {
			return words[i].start, words[last-1].end, true
		}
		for j := last; j < len(words); j++ {
			if wordsAt(words, j, to) {
				return words[i].start, words[j+len(to)-1].end, true
			}
		}
		return 0, 0, false
	}
	return 0, 0, false
}

func wordsAt(words []placedWord, i int, want []string) bool {
	if len(want) == 0 || i+len(want) > len(words) {
		return false
	}
	for k, w := range want {
		if words[i+k].word != w {
			return false
		}
	}
	return true
}
