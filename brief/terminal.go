package brief

import (
	"bufio"
	"fmt"
	"io"
	"slices"
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
	words := split(it.lead, bold)
	if it.text != "" {
		if len(words) > 0 && !strings.HasSuffix(it.lead, "?") {
			words[len(words)-1].s += ":"
		}
		words = append(words, split(it.text, "")...)
	}
	words = append(words, t.founding(it)...)
	t.wrap(first, hang, words)
	for _, u := range it.under {
		t.item(u, depth+1)
	}
}

func (t *terminal) founding(it item) []word {
	var tail []string
	if it.standing != "" {
		tail = append(tail, string(it.standing))
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

// kept is the section with the items of weight only, where there are some.
func (s section) kept() section {
	out := s
	out.groups = nil
	for _, g := range s.groups {
		items := slices.DeleteFunc(slices.Clone(g.items), func(it item) bool { return !it.keep })
		out.hidden += len(g.items) - len(items)
		if len(items) > 0 {
			out.groups = append(out.groups, group{g.title, items})
		}
	}
	if len(out.groups) == 0 {
		return s
	}
	return out
}

func (t *terminal) section(s section, limit int) {
	t.head(s.title)
	total := s.hidden
	for _, g := range s.groups {
		total += len(g.items)
	}
	if total == 0 {
		t.wrap("  ", "  ", split(s.empty, ""))
		return
	}
	shown := 0
	for _, n := range share(s.groups, limit) {
		g := s.groups[0]
		s.groups = s.groups[1:]
		if n == 0 {
			continue
		}
		depth := 1
		if g.title != "" {
			t.wrap("  ", "  ", split(g.title, bold))
			depth = 2
		}
		for _, it := range g.items[:n] {
			t.item(it, depth)
		}
		shown += n
	}
	if shown < total {
		t.wrap("  ", "  ", split(fmt.Sprintf("and %d more: rapporteur show %s", total-shown, s.part), dim))
	}
}

// share gives each group its part of a limit, the first groups first; 0 is no limit.
func share(groups []group, limit int) []int {
	out := make([]int, len(groups))
	if limit <= 0 {
		for i, g := range groups {
			out[i] = len(g.items)
		}
		return out
	}
	for limit > 0 {
		given := false
		for i, g := range groups {
			if limit > 0 && out[i] < len(g.items) {
				out[i]++
				limit--
				given = true
			}
		}
		if !given {
			break
		}
	}
	return out
}

// Text writes the one-page brief.
func Text(w io.Writer, rec *rapporteur.Record, o Options) error {
	t := newTerminal(w, o)
	p := newView(rec).pageOf()
	t.wrap("", "", split(p.title, bold))
	t.wrap("", "", split(p.under, ""))
	for _, s := range p.sections {
		limit := limits[s.part]
		if o.All {
			limit = 0
		}
		empty := true
		for _, g := range s.groups {
			empty = empty && len(g.items) == 0
		}
		if empty && s.part != "text" && s.part != "disputes" {
			continue
		}
		if limit > 0 && s.part == "meetings" {
			s = s.kept()
		}
		t.section(s, limit)
	}
	if n := len(rec.Claims); n > 0 {
		t.w.WriteString("\n")
		t.wrap("", "", split(fmt.Sprintf("In brackets: how well it is founded, and the claim that says it first (+ how many more). "+
			"Read its words with: rapporteur show claim %s", rec.Claims[0].ID), dim))
	}
	return t.w.Flush()
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
	t.body(s)
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
