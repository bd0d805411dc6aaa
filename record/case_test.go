package record

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur"
)

var update = flag.Bool("update", false, "rewrite the expectations of the cases")

// A case is a file: its reason in lines that begin with '#', then reports and
// what was read from them, then "record" and what the record must say, in the
// notation of describe. Only the kinds of line that a case names are compared;
// "dispute none" says that there is none.
//
//	report Harbour Post 2031-05-06
//	> A delegate said the draft was cut from 14 articles to 11.
//	text size=11 article; from=14 | a delegate (anonymous)
//	record
//	version 11 articles from 14 [one origin]
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			head, want, _ := strings.Cut(string(b), "\nrecord\n")
			if !strings.HasPrefix(head, "#") {
				t.Fatal("a case begins with its reason")
			}
			reports, claims, asOf, err := readCase(head)
			if err != nil {
				t.Fatal(err)
			}
			rec := Build(reports, claims, asOf)
			check(t, rec)
			kinds := map[string]bool{}
			for line := range strings.Lines(want) {
				kind, _, _ := strings.Cut(strings.TrimSpace(line), " ")
				kinds[kind] = true
			}
			var got strings.Builder
			for _, line := range describe(rec) {
				if kind, _, _ := strings.Cut(line, " "); kinds[kind] || len(kinds) == 0 || kinds[""] && len(kinds) == 1 {
					got.WriteString(line + "\n")
				}
			}
			if *update {
				if err := os.WriteFile(file, []byte(head+"\nrecord\n"+got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got.String() != want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// readCase reads the reports and claims of a case.
func readCase(s string) (reports []rapporteur.Report, claims []rapporteur.Claim, asOf rapporteur.Date, err error) {
	var r *rapporteur.Report
	var quote rapporteur.Span
	n := 0
	for i, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		fail := func(format string, a ...any) error {
			return fmt.Errorf("line %d: "+format, append([]any{i + 1}, a...)...)
		}
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "as of "):
			if asOf, err = rapporteur.ParseDate(line[6:]); err != nil {
				return nil, nil, asOf, fail("%v", err)
			}
		case strings.HasPrefix(line, "report "):
			f := strings.Fields(line[7:])
			day, err := rapporteur.ParseDate(f[len(f)-1])
			if err == nil {
				f = f[:len(f)-1]
			}
			reports = append(reports, rapporteur.Report{ID: fmt.Sprintf("r%02d", len(reports)+1), Outlet: strings.Join(f, " "), Published: day})
			r, n, quote = &reports[len(reports)-1], 0, rapporteur.Span{}
		case line[0] == '>':
			quote.Start = len(r.Body)
			r.Body += strings.TrimSpace(line[1:]) + "\n"
			quote.End = len(r.Body) - 1
		default:
			if quote.Empty() {
				quote.Start = len(r.Body)
				r.Body += line + "\n"
				quote.End = len(r.Body) - 1
			}
			n++
			c, err := readClaim(line)
			if err != nil {
				return nil, nil, asOf, fail("%v", err)
			}
			c.ID, c.Report, c.Span = fmt.Sprintf("c%s.%d", r.ID[1:], n), r.ID, quote
			if c.Answers != nil { // so many claims back
				c.Answers.Span = claims[len(claims)-c.Answers.Span.Start].Span
			}
			if c.Naming != nil {
				spell(c.Naming.Who, r.Body)
			}
			claims = append(claims, c)
		}
	}
	return reports, claims, asOf, nil
}

// spell finds in the body the words of those whom a claim names by others than their name: "Ilse Marrow = Mother Lund".
func spell(who []rapporteur.Mention, body string) {
	for i := range who {
		if name, words, ok := strings.Cut(who[i].Name, " = "); ok {
			at := strings.Index(body, words)
			who[i].Name, who[i].Span = name, rapporteur.Span{Start: at, End: at + len(words)}
		}
	}
}

// paren splits "Ilse Marrow (person)".
func paren(s, kind string) (string, string) {
	s = strings.TrimSpace(s)
	if i := strings.LastIndex(s, " ("); i >= 0 && strings.HasSuffix(s, ")") {
		return s[:i], s[i+2 : len(s)-1]
	}
	return s, kind
}

func readMentions(s string, kind rapporteur.ActorKind) []rapporteur.Mention {
	var out []rapporteur.Mention
	for m := range strings.SplitSeq(s, ",") {
		name, k := paren(m, string(kind))
		out = append(out, rapporteur.Mention{Name: name, Kind: rapporteur.ActorKind(k)})
	}
	return out
}

func readInterval(s string) (rapporteur.Interval, error) {
	from, to, ok := strings.Cut(s, "/")
	if !ok {
		to = from
	}
	a, err := rapporteur.ParseDate(from)
	if err != nil && from != ".." {
		return rapporteur.Interval{}, err
	}
	b, err := rapporteur.ParseDate(to)
	if err != nil && to != ".." {
		return rapporteur.Interval{}, err
	}
	return rapporteur.Interval{From: a, To: b}, nil
}

func readClaim(line string) (rapporteur.Claim, error) {
	parts := strings.Split(line, "|")
	kind, rest, _ := strings.Cut(strings.TrimSpace(parts[0]), " ")
	c := rapporteur.Claim{Kind: rapporteur.Kind(kind), Modality: rapporteur.Asserted, Reader: "case"}
	slots := map[string]string{}
	for s := range strings.SplitSeq(rest, ";") {
		if s = strings.TrimSpace(s); s != "" {
			k, v, _ := strings.Cut(s, "=")
			slots[k] = v
		}
	}
	if len(parts) > 1 && strings.TrimSpace(parts[1]) != "" {
		for s := range strings.SplitSeq(parts[1], ",") {
			name, typ := paren(s, "person")
			src := rapporteur.Source{Name: name, Type: rapporteur.SourceType(typ)}
			if t, of, ok := strings.Cut(typ, " of "); ok {
				src.Type, src.Of = rapporteur.SourceType(t), of
			}
			c.Chain = append(c.Chain, src)
		}
	}
	if len(parts) > 2 {
		c.Modality = rapporteur.Modality(strings.TrimSpace(parts[2]))
	}
	var err error
	take := func(k string) string { v := slots[k]; delete(slots, k); return v }
	number := func(k string) int {
		v := take(k)
		if v == "" {
			return 0
		}
		n, e := strconv.Atoi(v)
		if e != nil {
			err = e
		}
		return n
	}
	who := func(k string, kind rapporteur.ActorKind) []rapporteur.Mention {
		if v := take(k); v != "" {
			return readMentions(v, kind)
		}
		return nil
	}
	one := func(k string, kind rapporteur.ActorKind) rapporteur.Mention {
		if m := who(k, kind); len(m) > 0 {
			return m[0]
		}
		return rapporteur.Mention{}
	}
	if v := take("date"); v != "" {
		if c.When, err = readInterval(v); err != nil {
			return c, err
		}
	}
	c.Background = take("background") != ""
	c.LeftOut = rapporteur.Omission(take("left-out"))
	if n := number("answers"); n > 0 {
		c.Answers = &rapporteur.Answer{Span: rapporteur.Span{Start: n}, Denies: take("denies") != ""}
	}
	if deed, figure := take("deed"), take("figure"); deed+figure != "" {
		x := rapporteur.Thesis{Act: deed, Matter: take("matter"), Issue: take("issue"), Not: take("not") != "", Any: take("any") != "", Who: one("by", rapporteur.Person).Name, Words: figure, Near: take("near")}
		if figure != "" {
			n, unit, _ := strings.Cut(figure, " ")
			x.Count, err = strconv.ParseFloat(n, 64)
			x.Unit = unit
		}
		c.Theses = []rapporteur.Thesis{x}
	}
	switch c.Kind {
	case rapporteur.KindText:
		x := &rapporteur.TextClaim{
			Name: take("name"), Label: take("label"), Sponsors: who("sponsor", rapporteur.State),
			Authors: who("author", rapporteur.State), NotAuthors: who("not-author", rapporteur.State),
			CutFrom: number("from"), Agreed: number("agreed"), Open: number("open"), AgreedShare: float64(number("percent")) / 100, Access: take("access"),
		}
		if v := take("size"); v != "" {
			n, unit, _ := strings.Cut(v, " ")
			x.Size.Count, err = strconv.Atoi(n)
			x.Size.Unit = unit
		}
		c.Text = x
	case rapporteur.KindPoint:
		c.Point = &rapporteur.PointClaim{
			Text: take("text"), Issue: take("issue"), By: who("by", rapporteur.State),
			Status: rapporteur.Status(take("status")), Summary: take("summary"),
		}
		if c.Point.Status == "" {
			c.Point.Status = rapporteur.Proposed
		}
	case rapporteur.KindPosition:
		c.Position = &rapporteur.PositionClaim{
			Actor: one("actor", rapporteur.State), Stance: rapporteur.Stance(take("stance")),
			On: take("on"), Issue: take("issue"), Summary: take("summary"),
		}
	case rapporteur.KindMeeting:
		c.Meeting = &rapporteur.MeetingClaim{
			State: rapporteur.MeetingState(take("state")), Name: take("name"), Place: take("place"),
			Format: take("format"), Participants: who("who", rapporteur.Person), Parties: who("parties", rapporteur.State),
			Absent: who("absent", rapporteur.Person), Minutes: number("minutes"), Against: number("against"), Length: take("length"), Clock: take("clock"),
			Journey: take("journey") != "", Sides: take("sides") != "",
		}
		if v := take("outcome"); v != "" {
			c.Meeting.Outcome = []string{v}
		}
	case rapporteur.KindDeadline:
		c.Deadline = &rapporteur.DeadlineClaim{State: take("state"), SetBy: one("by", rapporteur.State), For: who("for", rapporteur.State), What: take("what")}
	case rapporteur.KindStatement:
		c.Statement = &rapporteur.StatementClaim{Speaker: one("speaker", rapporteur.Person), Words: take("words"), Direct: take("direct") != "", Instead: take("instead"), Type: rapporteur.SourceType(take("type"))}
	case rapporteur.KindRole:
		c.Role = &rapporteur.RoleClaim{Person: one("person", rapporteur.Person), Title: take("title"), Of: one("of", rapporteur.State), Former: take("former") != ""}
	case rapporteur.KindNaming:
		c.Naming = &rapporteur.NamingClaim{Who: who("who", rapporteur.Person)}
	default:
		return c, fmt.Errorf("no kind of claim %q", kind)
	}
	for k := range slots {
		return c, fmt.Errorf("%s has no slot %q", kind, k)
	}
	return c, err
}

// describe writes a record for a case, one thing to a line.
func describe(rec *rapporteur.Record) []string {
	var out []string
	names := map[string]string{"": ""}
	for _, a := range rec.Actors {
		names[a.ID] = a.Name
	}
	who := func(ids []string) string {
		var n []string
		for _, id := range ids {
			n = append(n, names[id])
		}
		return strings.Join(n, ", ")
	}
	line := func(words ...string) {
		out = append(out, strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), " "))
	}
	tag := func(k, v string) string {
		if v == "" || v == "0" {
			return ""
		}
		return k + " " + v
	}
	for _, a := range rec.Actors {
		var roles []string
		for _, r := range a.Roles {
			s := r.Title
			if r.Of != "" {
				s += " of " + names[r.Of]
			}
			if !r.To.IsZero() {
				s += " until " + r.To.String()
			}
			roles = append(roles, s)
		}
		also := strings.Join(a.Aliases, ", ")
		line("actor", string(a.Kind), a.Name, tag("=", also), tag("for", names[a.Side]), tag("as", strings.Join(roles, ", ")))
	}
	texts := map[string]string{} // what is on which one, where there are several
	for _, t := range rec.Texts {
		if i := slices.IndexFunc(rec.Claims, func(c *rapporteur.Claim) bool { return c.ID == t.Claims[0] }); len(rec.Texts) > 1 {
			texts[t.ID] = t.Name + " of report " + strings.TrimLeft(rec.Claims[i].Report, "r0")
		}
		line("text", t.Name, tag("of", who(t.Sponsors)))
		for _, v := range t.Versions {
			line("version", v.Size.String(), tag("from", strconv.Itoa(v.CutFrom)), tag("agreed", strconv.Itoa(v.Agreed)), v.Date.String(), "["+string(v.Standing)+"]")
		}
	}
	for _, p := range rec.Points {
		var h []string
		for _, s := range p.History {
			h = append(h, string(s.Status)+" "+s.Date.String())
		}
		line("point", p.Issue, tag("by", who(append([]string{p.By}, p.AlsoBy...))), string(p.Status), "("+strings.Join(h, ", ")+")", strconv.Quote(p.Summary), tag("in", texts[p.Text]), "["+string(p.Standing)+"]")
	}
	for _, p := range rec.Positions {
		line("position", names[p.Actor], string(p.Stance), strconv.Quote(p.Summary), tag("on", texts[p.On]), p.Date.String(), "["+string(p.Standing)+"]")
	}
	for _, m := range rec.Meetings {
		line("meeting", string(m.State), m.Date.String(), tag("in", m.Place), tag("with", who(m.Participants)), tag("of", who(m.Parties)), tag("minutes", strconv.Itoa(m.Minutes)),
			strconv.Itoa(len(m.Claims)), "["+string(m.Standing)+"]")
	}
	for _, d := range rec.Deadlines {
		line("deadline", d.State, d.Date.String(), tag("by", names[d.SetBy]), tag("for", who(d.For)), d.What, "["+string(d.Standing)+"]")
	}
	for _, s := range rec.Statements {
		line("statement", s.SpeakerName, strconv.Quote(s.Words), strconv.Itoa(len(s.Claims)))
	}
	outlet := map[string]string{}
	for _, r := range rec.Reports {
		outlet[r.ID] = r.Outlet
	}
	for _, o := range rec.Origins {
		var in []string
		for _, r := range o.Reports {
			in = append(in, outlet[r])
		}
		line("origin", o.Name, "in", strings.Join(in, ", "))
	}
	if len(rec.Disputes) == 0 {
		line("dispute none")
	}
	for _, d := range rec.Disputes {
		var v []string
		for _, x := range d.Values {
			v = append(v, x.Value+" ["+string(x.Standing)+"]")
		}
		line("dispute", d.About.Slot+":", d.Question, strings.Join(v, " / "))
	}
	return out
}

// check fails where a record breaks a law: things without claims, IDs given
// twice, references to what is not there.
func check(t interface {
	Helper()
	Errorf(string, ...any)
}, rec *rapporteur.Record,
) {
	t.Helper()
	claims, actors, ids := map[string]bool{}, map[string]bool{"": true}, map[string]bool{}
	for _, c := range rec.Claims {
		claims[c.ID] = true
	}
	for _, a := range rec.Actors {
		if actors[a.ID] {
			t.Errorf("two actors %s", a.ID)
		}
		actors[a.ID] = true
	}
	thing := func(id string, cs []string, who ...string) {
		if ids[id] || id == "" {
			t.Errorf("two things %q", id)
		}
		ids[id] = true
		if len(cs) == 0 {
			t.Errorf("%s rests on no claim", id)
		}
		for _, c := range cs {
			if !claims[c] {
				t.Errorf("%s rests on %s, which is not in the record", id, c)
			}
		}
		for _, a := range who {
			if !actors[a] {
				t.Errorf("%s names %s, who is not in the record", id, a)
			}
		}
	}
	for _, x := range rec.Texts {
		thing(x.ID, x.Claims, x.Sponsors...)
		for _, v := range x.Versions {
			thing(v.ID, v.Claims)
		}
	}
	for _, x := range rec.Points {
		thing(x.ID, x.Claims, append(x.AlsoBy, x.By)...)
	}
	for _, x := range rec.Positions {
		thing(x.ID, x.Claims, x.Actor)
	}
	for _, x := range rec.Meetings {
		thing(x.ID, x.Claims, append(x.Parties, x.Participants...)...)
	}
	for _, x := range rec.Deadlines {
		thing(x.ID, x.Claims, append(x.For, x.SetBy)...)
	}
	for _, x := range rec.Statements {
		thing(x.ID, x.Claims, x.Speaker)
	}
	for _, x := range rec.Origins {
		thing(x.ID, x.Claims, x.Actor)
	}
	for _, d := range rec.Disputes {
		thing(d.ID, d.Values[0].Claims)
		for _, v := range d.Values {
			for _, o := range v.Origins {
				if !ids[o] {
					t.Errorf("%s names %q, which is no origin", d.ID, o)
				}
			}
		}
	}
}
