package brief

import (
	"cmp"
	_ "embed"
	"html/template"
	"io"
	"net/url"
	"slices"
	"strings"
	"sync"

	"rapporteur"
)

//go:embed page.html
var pageHTML string

var pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageHTML)) })

// shown is an item with the words of its claims.
type shown struct {
	ID, Lead, Text string
	Standing       string
	Class, Meaning string // of the standing: its colour, what it stands for
	First          string // its first claim
	Total, Beside  int    // how many claims it has, and beside the first
	Words          []quoted
	More           int // claims whose words are not shown
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
	Groups             []shownGroup // the brief
	Rest               []shownGroup // and what is folded away
	More               int
	Unsure             []shownGroup // the doubtful lines, likewise
	Doubtful           int
}

// quotes is the number of claims whose words are shown under an item.
const quotes = 8

// HTML writes the whole record as one page that needs nothing else: the brief, and
// all that it leaves out folded away.
func HTML(w io.Writer, rec *rapporteur.Record) error {
	v := newView(rec)
	p := v.pageOf()
	data := struct {
		Title, Under string
		Sections     []shownSection
	}{p.title, capitalise(p.under), nil}
	for _, s := range append(p.sections, v.statementSection(), v.actorSection(), v.reportSection()) {
		out := shownSection{Part: s.part, Title: s.title, Empty: s.empty}
		sure, unsure := s.sift()
		brief, rest := v.choose(sure)
		out.Groups, out.Rest, out.More = v.groups(brief), v.groups(rest), rest.size()
		out.Unsure, out.Doubtful = v.groups(unsure), unsure.size()
		data.Sections = append(data.Sections, out)
	}
	return pageTemplate().Execute(w, data)
}

// groups returns the groups of a section. Whoever is an origin or an actor is not
// quoted once more: the words stand under what rests on them.
func (v *view) groups(s section) (out []shownGroup) {
	wordy := s.part != "origins" && s.part != "actors"
	for _, g := range s.groups {
		sg := shownGroup{Title: g.title}
		for _, it := range g.items {
			sg.Items = append(sg.Items, v.shown(it, wordy))
		}
		out = append(out, sg)
	}
	return out
}

func (v *view) shown(it item, wordy bool) shown {
	lead, text := it.line()
	s := shown{ID: it.id, Lead: lead, Text: text, Standing: it.founding(), Class: strings.ReplaceAll(string(it.standing), " ", "-"), Meaning: meanings[it.standing]}
	for _, u := range it.under {
		s.Under = append(s.Under, v.shown(u, wordy))
	}
	if s.Total = len(it.claims); s.Total == 0 {
		return s
	}
	s.First, s.Beside = it.claims[0], s.Total-1
	if !wordy {
		return s
	}
	said := map[string]bool{}
	for _, id := range it.claims {
		c := v.claims[id]
		if c == nil {
			continue
		}
		r := v.reports[c.Report]
		q := quoted{Claim: c.ID, Words: oneLine(c.Span.In(r.Body)), Outlet: cmp.Or(r.Outlet, r.File, "a report"), Date: date(r.Published)}
		var chain []string
		for _, link := range c.Chain {
			chain = append(chain, link.Name)
		}
		q.Chain = strings.Join(chain, " ← ")
		if u, err := url.Parse(r.URL); err == nil && slices.Contains([]string{"http", "https"}, u.Scheme) {
			q.URL = r.URL
		}
		if said[c.Report+q.Words] { // one sentence that says it twice
			continue
		}
		said[c.Report+q.Words] = true
		if len(s.Words) == quotes {
			s.More++
			continue
		}
		s.Words = append(s.Words, q)
	}
	return s
}
