package brief

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur"
)

// Markdown writes the whole record as a document, every line with its standing
// and its claims, and at the end the words of the claims by report.
func Markdown(w io.Writer, rec *rapporteur.Record) error {
	v := newView(rec)
	b := bufio.NewWriter(w)
	p := v.pageOf()
	fmt.Fprintf(b, "# %s\n\n%s\n", escapeMD(p.title), escapeMD(capitalise(p.under)))
	p.sections = append(p.sections, v.statementSection(), v.actorSection())
	for _, s := range p.sections {
		fmt.Fprintf(b, "\n## %s\n", escapeMD(s.title))
		if s.size() == 0 {
			fmt.Fprintf(b, "\n%s\n", s.empty)
		}
		sure, unsure := s.sift()
		markdownGroups(b, sure.groups, "")
		markdownGroups(b, unsure.groups, "Doubtful: ")
	}
	fmt.Fprintf(b, "\n## Reports and their words\n")
	byReport := map[string][]*rapporteur.Claim{}
	for i := range rec.Claims {
		c := rec.Claims[i]
		byReport[c.Report] = append(byReport[c.Report], c)
	}
	for _, r := range rec.Reports {
		head := cmp.Or(r.Title, r.File, r.ID)
		if r.Outlet != "" {
			head = r.Outlet + ": " + head
		}
		if d := date(r.Published); d != "" {
			head += " (" + d + ")"
		}
		fmt.Fprintf(b, "\n### %s\n\n", escapeMD(head))
		if r.URL != "" && !strings.ContainsAny(r.URL, " <>\n") {
			fmt.Fprintf(b, "<%s>\n\n", r.URL)
		}
		claims := byReport[r.ID]
		for len(claims) > 0 { // those of one sentence in one line
			n := slices.IndexFunc(claims, func(c *rapporteur.Claim) bool { return c.Span != claims[0].Span })
			if n < 0 {
				n = len(claims)
			}
			var ids, kinds []string
			for _, c := range claims[:n] {
				ids = append(ids, "`"+c.ID+"`")
				if !slices.Contains(kinds, string(c.Kind)) {
					kinds = append(kinds, string(c.Kind))
				}
			}
			words := escapeMD(oneLine(claims[0].Span.In(r.Body)))
			fmt.Fprintf(b, "- %s (%s): “%s”\n", strings.Join(ids, ", "), strings.Join(kinds, ", "), words)
			claims = claims[n:]
		}
	}
	return b.Flush()
}

// markdownGroups writes groups, their titles after a word.
func markdownGroups(b *bufio.Writer, groups []group, word string) {
	for _, g := range groups {
		if len(g.items) == 0 {
			continue
		}
		b.WriteByte('\n')
		if g.title != "" {
			fmt.Fprintf(b, "### %s\n\n", escapeMD(word+g.title))
		}
		for _, it := range g.items {
			markdownItem(b, it, 0)
		}
	}
}

func markdownItem(b *bufio.Writer, it item, depth int) {
	lead, text := it.line()
	fmt.Fprintf(b, "%s- **%s**", strings.Repeat("  ", depth), escapeMD(lead))
	if text != "" {
		fmt.Fprintf(b, " %s", escapeMD(text))
	}
	var tail []string
	if how := it.founding(); how != "" {
		tail = append(tail, "*"+how+"*")
	}
	for i, c := range it.claims {
		if i == 3 && len(it.claims) > 4 {
			tail = append(tail, fmt.Sprintf("and %d more", len(it.claims)-3))
			break
		}
		tail = append(tail, "`"+c+"`")
	}
	if len(tail) > 0 {
		fmt.Fprintf(b, " (%s)", strings.Join(tail, ", "))
	}
	b.WriteByte('\n')
	for _, u := range it.under {
		markdownItem(b, u, depth+1)
	}
}

var markdownText = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;", "#", `\#`, "|", `\|`, "~", `\~`, "&", `\&`)

func escapeMD(s string) string { return markdownText.Replace(s) }
