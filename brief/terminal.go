package brief

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"rapporteur"
)

// terminal prints items to columns.
type terminal struct {
	w     *bufio.Writer
	width int
	color bool
}

func newTerminal(w io.Writer, o Options) *terminal {
	width := o.Width
	if width <= 0 {
		width = 80
	}
	return &terminal{bufio.NewWriter(w), max(width, 30), o.Color}
}

const (
	bold  = "\x1b[1m"
	dim   = "\x1b[2m"
	plain = "\x1b[0m"
)

func (t *terminal) style(s, code string) string {
	if !t.color || s == "" {
		return s
	}
	return code + s + plain
}

// word is a piece of a line that is not broken.
type word struct {
	s    string
	code string // style
}

func split(s, code string) []word {
	var out []word
	for f := range strings.FieldsSeq(s) {
		out = append(out, word{f, code})
	}
	return out
}

// wrap prints words with a first indent and a hanging one.
func (t *terminal) wrap(first, hang string, words []word) {
	col := runewidth.StringWidth(first)
	t.w.WriteString(first)
	start := true
	for _, x := range words {
		n := runewidth.StringWidth(x.s)
		if !start && col+1+n > t.width {
			t.w.WriteString("\n" + hang)
			col, start = runewidth.StringWidth(hang), true
		}
		if !start {
			t.w.WriteByte(' ')
			col++
		}
		t.w.WriteString(t.style(x.s, x.code))
		col += n
		start = false
	}
	t.w.WriteByte('\n')
}

func (t *terminal) head(s string) {
	t.w.WriteString("\n" + t.style(strings.ToUpper(s), bold) + "\n")
}

// item prints one line: lead, text, standing and the reference of its first claim.
func (t *terminal) item(it item, depth int) {
	first := strings.Repeat("  ", depth)
	hang := first + "  "
	lead, text := it.line()
	words := append(split(lead, bold), split(text, "")...)
	words = append(words, t.founding(it)...)
	t.wrap(first, hang, words)
	for _, u := range it.under {
		t.item(u, depth+1)
	}
}

func (t *terminal) founding(it item) []word {
	var tail []string
	if how := it.founding(); how != "" {
		tail = append(tail, how)
	}
	if len(it.claims) > 0 {
		ref := it.claims[0]
		if n := len(it.claims); n > 1 {
			ref += fmt.Sprintf(" +%d", n-1)
		}
		tail = append(tail, ref)
	}
	if len(tail) == 0 {
		return nil
	}
	return split("["+strings.Join(tail, ", ")+"]", dim)
}

// section prints a part of the brief, and how much more of it there is.
func (t *terminal) section(s section, more, doubtful int, o Options) {
	t.head(s.title)
	if s.size()+more+doubtful == 0 {
		t.wrap("  ", "  ", split(s.empty, ""))
		return
	}
	for _, g := range s.groups {
		depth := 1
		if g.title != "" {
			t.wrap("  ", "  ", split(g.title, bold))
			depth = 2
		}
		for _, it := range g.items {
			left := 0
			if !o.All {
				it = it.brief()
				if left = len(it.under) - versions; s.part == "text" && left > 1 {
					it.under = it.under[:versions]
				}
			}
			t.item(it, depth)
			if s.part == "text" && left > 1 {
				t.wrap("    ", "    ", split(fmt.Sprintf("and %d more", left), dim))
			}
		}
	}
	show := ""
	if o.Kept {
		show = "rapporteur show " + s.part
	}
	t.rest("  ", more, cmp.Or(show, "--all"), doubtful, strings.TrimSpace(show+" --all"))
}

// Text writes the one-page brief.
func Text(w io.Writer, rec *rapporteur.Record, o Options) error {
	t := newTerminal(w, o)
	v := newView(rec)
	p := v.pageOf()
	t.wrap("", "", split(p.title, bold))
	t.wrap("", "", split(capitalise(p.under), ""))
	if len(rec.Reports) == 0 {
		return t.w.Flush()
	}
	for _, s := range p.sections {
		if s.size() == 0 && s.part != "text" && s.part != "disputes" {
			continue
		}
		more, doubtful := 0, 0
		if !o.All {
			sure, unsure := s.sift()
			shown, rest := v.choose(sure)
			s, more, doubtful = shown, rest.size(), unsure.size()
		}
		t.section(s, more, doubtful, o)
	}
	if n := len(rec.Claims); n > 0 {
		how := "Read its words with:"
		if !o.Kept {
			how = "To read its words, keep the reports with rapporteur read, then:"
		}
		t.w.WriteString("\n")
		t.wrap("", "", split("In brackets: how well it is founded, and the claim that says it first (+ how many more). "+
			how+" rapporteur show claim "+rec.Claims[0].ID, dim))
	}
	return t.w.Flush()
}

// rest says how many lines are left out, and where they are: of those there are
// more, and of the doubtful ones.
func (t *terminal) rest(indent string, more int, where string, doubtful int, all string) {
	said := ""
	switch {
	case more > 0 && doubtful > 0 && where == all:
		said = fmt.Sprintf("and %d more, %d doubtful: %s", more, doubtful, all)
	case more > 0 && doubtful > 0:
		said = fmt.Sprintf("and %d more: %s; %d doubtful: %s", more, where, doubtful, all)
	case more > 0:
		said = fmt.Sprintf("and %d more: %s", more, where)
	case doubtful > 0:
		said = fmt.Sprintf("and %d doubtful: %s", doubtful, all)
	}
	if said != "" {
		t.wrap(indent, indent, split(said, dim))
	}
}

// Show writes one part of a record in full; see [Parts].
func Show(w io.Writer, rec *rapporteur.Record, part string, o Options) error {
	s, err := newView(rec).section(part)
	if err != nil {
		return err
	}
	t := newTerminal(w, o)
	t.wrap("", "", split(s.title, bold))
	s.title = ""
	var unsure section
	if !o.All {
		s, unsure = s.sift()
	}
	if s.size()+unsure.size() == 0 || s.size() > 0 {
		t.body(s)
	}
	t.rest("", 0, "", unsure.size(), "--all")
	return t.w.Flush()
}

// body prints a section in full, without its title.
func (t *terminal) body(s section) {
	none := true
	for _, g := range s.groups {
		if len(g.items) == 0 {
			continue
		}
		none = false
		depth := 0
		if g.title != "" {
			t.w.WriteByte('\n')
			t.wrap("", "", split(g.title, bold))
			depth = 1
		}
		for _, it := range g.items {
			t.item(it, depth)
		}
	}
	if none {
		t.wrap("", "", split(s.empty, ""))
	}
}
