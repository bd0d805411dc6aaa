package brief

import (
	_ "embed"
	"html/template"
	"io"
	"net/url"
	"strings"

	"rapporteur"
)

//go:embed page.html
var pageHTML string

// shown is an item with the words of its claims.
type shown struct {
	ID, Lead, Text string
	Standing       string
	Class          string // of the standing, for its colour
	Words          []quoted
	Total, More    int
	Under          []shown
}

// quoted is the words of a claim.
type quoted struct {
	Claim, Words, Outlet, Date, Chain, URL string
}

type shownGroup struct {
	Title string
	Items []shown
}

type shownSection struct {
	Part, Title, Empty string
	Groups             []shownGroup
	Count              int
}

// quotes is the number of claims whose words are shown under an item.
const quotes = 8

// HTML writes the whole record as one page that needs nothing else.
func HTML(w io.Writer, rec *rapporteur.Record) error {
	v := newView(rec)
	p := v.pageOf()
	p.sections = append(p.sections, v.statementSection(), v.actorSection(), v.reportSection())
	data := struct {
		Title, Under string
		Sections     []shownSection
	}{p.title, capitalise(p.under), nil}
	for _, s := range p.sections {
		out := shownSection{Part: s.part, Title: s.title, Empty: s.empty}
		for _, g := range s.groups {
			if len(g.items) == 0 {
				continue
			}
			sg := shownGroup{Title: g.title}
			for _, it := range g.items {
				sg.Items = append(sg.Items, v.shown(it))
			}
			out.Count += len(sg.Items)
			out.Groups = append(out.Groups, sg)
		}
		data.Sections = append(data.Sections, out)
	}
	t, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return err
	}
	return t.Execute(w, data)
}

func (v *view) shown(it item) shown {
	lead, text := it.line()
	s := shown{ID: it.id, Lead: lead, Text: text, Standing: string(it.standing), Class: strings.ReplaceAll(string(it.standing), " ", "-")}
	for _, u := range it.under {
		s.Under = append(s.Under, v.shown(u))
	}
	for i, id := range it.claims {
		if i == quotes {
			s.More, s.Total = len(it.claims)-quotes, len(it.claims)
			break
		}
		c := v.claims[id]
		if c == nil {
			continue
		}
		r := v.reports[c.Report]
		q := quoted{Claim: c.ID, Words: trim(c.Span.In(r.Body)), Outlet: r.Outlet, Date: date(r.Published)}
		if q.Outlet == "" {
			q.Outlet = r.File
		}
		var chain []string
		for _, link := range c.Chain {
			chain = append(chain, link.Name)
		}
		q.Chain = strings.Join(chain, " ← ")
		if u, err := url.Parse(r.URL); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
			q.URL = r.URL
		}
		s.Words = append(s.Words, q)
	}
	return s
}
