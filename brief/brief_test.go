package brief

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"rapporteur"
)

// sample is a record of two reports with words outside ASCII before every claim.
func sample() *rapporteur.Record {
	day := func(d int) rapporteur.Date { return rapporteur.NewDate(2031, 5, d) }
	body := "“Naïve”, said Léna Varga.\nThe draft was cut from 14 articles to 11, a <delegate> said; 日本 too.\n"
	start := strings.Index(body, "The draft")
	end := strings.Index(body, " said; ") + 5
	report := rapporteur.Report{ID: "r1", Outlet: "Harbour Post", Title: "A \"draft\", shorter", URL: "https://example.org/1", Published: day(6), Body: body}
	claim := func(n string, kind rapporteur.Kind) rapporteur.Claim {
		return rapporteur.Claim{
			ID: "c1." + n, Kind: kind, Report: "r1", Span: rapporteur.Span{Start: start, End: end}, Modality: rapporteur.Asserted,
			Chain: []rapporteur.Source{{Name: "a delegate", Type: rapporteur.AnonymousSource, Count: 1}}, Reader: "1",
		}
	}
	text, meeting, role := claim("1", rapporteur.KindText), claim("2", rapporteur.KindMeeting), claim("3", rapporteur.KindRole)
	varga := strings.Index(body, "Léna")
	text.Text = &rapporteur.TextClaim{
		Name: "draft", Size: rapporteur.Size{Count: 11, Unit: "article"}, CutFrom: 14,
		Sponsors: []rapporteur.Mention{{Name: "Léna Varga", Kind: rapporteur.Person, Span: rapporteur.Span{Start: varga, End: varga + len("Léna Varga")}}},
	}
	meeting.Meeting = &rapporteur.MeetingClaim{State: rapporteur.MeetingHeld, Place: "Lund"}
	role.Role = &rapporteur.RoleClaim{Person: rapporteur.Mention{Name: "Léna Varga"}, Title: "envoy"}
	return &rapporteur.Record{
		Reports: []rapporteur.Report{report},
		Actors: []rapporteur.Actor{{
			ID: "lena-varga", Name: "Léna Varga", Kind: rapporteur.Person, Aliases: []string{"Varga"},
			Roles: []rapporteur.Role{{Title: "envoy", From: day(6), Claims: []string{"c1.3"}}},
		}},
		Texts: []rapporteur.Text{{ID: "t1.1", Name: "draft", Standing: rapporteur.OneOrigin, Claims: []string{"c1.1"}, Versions: []rapporteur.Version{
			{ID: "v1.1", Size: rapporteur.Size{Count: 11, Unit: "article"}, CutFrom: 14, Standing: rapporteur.OneOrigin, Claims: []string{"c1.1"}},
		}}},
		Meetings: []rapporteur.Meeting{{
			ID: "m1.2", State: rapporteur.MeetingHeld, Date: rapporteur.On(day(5)), Place: "Lund", Minutes: 90,
			Participants: []string{"lena-varga"}, Outcome: []string{strings.Repeat("nothing, it is said; ", 6)}, Standing: rapporteur.OneOrigin, Claims: []string{"c1.2"},
		}},
		Claims:  []*rapporteur.Claim{&text, &meeting, &role},
		Origins: []rapporteur.Origin{{ID: "o1.1", Name: "Delegate (Harbour Post)", Type: rapporteur.AnonymousSource, Reports: []string{"r1"}, Claims: []string{"c1.1", "c1.2"}}},
		Disputes: []rapporteur.Dispute{{
			ID: "x1.1-size", About: rapporteur.About{Kind: rapporteur.KindText, ID: "t1.1", Slot: "size"}, Question: "How many articles?",
			Values: []rapporteur.Value{{Value: "11 articles", Claims: []string{"c1.1"}, Origins: []string{"o1.1"}, Standing: rapporteur.OneOrigin}},
		}},
	}
}

// Spans leave the program in code points, in claims and in their slots.
func TestJSONCountsCodePoints(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, sample()); err != nil {
		t.Fatal(err)
	}
	var r struct {
		Format  string
		Reports []struct{ Body string }
		Claims  []struct {
			Start, End int
			Quote      string
			Slots      struct {
				Sponsors []struct {
					Name string
					Span rapporteur.Span
				}
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if r.Format != rapporteur.Format {
		t.Errorf("format %q", r.Format)
	}
	body := []rune(r.Reports[0].Body)
	for _, c := range r.Claims {
		if got := string(body[c.Start:c.End]); got != c.Quote || !strings.HasPrefix(got, "The draft") {
			t.Errorf("quote %q, body has %q", c.Quote, got)
		}
	}
	s := r.Claims[0].Slots.Sponsors[0]
	if got := string(body[s.Span.Start:s.Span.End]); got != s.Name {
		t.Errorf("mention %q, body has %q", s.Name, got)
	}
}

// Every form prints the sample; lines of the terminal keep to its width and have no colour unless asked.
func TestTerminal(t *testing.T) {
	rec := sample()
	for _, width := range []int{40, 80, 120} {
		var b bytes.Buffer
		if err := Text(&b, rec, Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if n := runewidth.StringWidth(strings.TrimSuffix(line, "\n")); n > width {
				t.Errorf("width %d: %d columns: %s", width, n, line)
			}
		}
		if strings.Contains(b.String(), "\x1b") {
			t.Error("colour without being asked")
		}
		for _, want := range []string{"11 articles", "cut from 14", "5 May 2031", "Lund", "1 h 30 min", "one origin, c1.1"} {
			if !strings.Contains(strings.Join(strings.Fields(b.String()), " "), want) {
				t.Errorf("width %d: no %q in\n%s", width, want, b.String())
			}
		}
	}
	var b bytes.Buffer
	for _, part := range Parts {
		if err := Show(&b, rec, part, Options{}); err != nil {
			t.Errorf("%s: %v", part, err)
		}
		if err := PartJSON(&b, rec, part); err != nil {
			t.Errorf("%s as JSON: %v", part, err)
		}
	}
	if err := Show(&b, rec, "weather", Options{}); err == nil {
		t.Error("an unknown part is no error")
	}
	if found := Find(rec, "varga"); len(found) != 1 {
		t.Errorf("varga: %d actors", len(found))
	} else if err := Actor(&b, rec, found[0], Options{Color: true}); err != nil {
		t.Error(err)
	}
	if found := Find(rec, "nobody"); len(found) != 0 {
		t.Errorf("nobody: %d actors", len(found))
	}
	b.Reset()
	if err := Claim(&b, rec, "c1.1", Options{Width: 200}); err != nil || !strings.Contains(b.String(), "»The draft was cut") {
		t.Errorf("claim: %v\n%s", err, b.String())
	}
	if err := Claim(&b, rec, "c9.9", Options{}); err == nil {
		t.Error("an unknown claim is no error")
	}
}

func TestDocuments(t *testing.T) {
	rec := sample()
	var b bytes.Buffer
	if err := HTML(&b, rec); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, "<delegate>") || !strings.Contains(s, "&lt;delegate&gt;") || strings.Contains(s, "src=") || strings.Contains(s, "@import") || strings.Contains(s, "url(") {
		t.Error("the page does not escape words, or needs another file")
	} else if missing := missingTargets(s); len(missing) > 0 {
		t.Errorf("the page links to %q, which it has not, or has twice", missing)
	}
	b.Reset()
	if err := Markdown(&b, rec); err != nil || !strings.Contains(b.String(), "# ") || strings.Contains(b.String(), "<delegate>") {
		t.Errorf("Markdown: %v\n%s", err, b.String())
	}
	if words := "- `c1.1`, `c1.2`, `c1.3` (text, meeting, role): “The draft was cut"; !strings.Contains(b.String(), words) {
		t.Errorf("Markdown: no %q in\n%s", words, b.String())
	}
	b.Reset()
	if err := JSONLines(&b, rec); err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for line := range strings.Lines(b.String()) {
		var x struct{ List string }
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Errorf("%v: %s", err, line)
		}
		kinds[x.List]++
		if n := strings.Count(line, `"list":`); n != 1 {
			t.Errorf("%d lists: %s", n, line)
		}
	}
	if kinds["record"] != 1 || kinds["claims"] != 3 || kinds["reports"] != 1 || kinds["origins"] != 1 {
		t.Errorf("JSON lines: %v", kinds)
	}
}

// missingTargets returns the links within a page to what it does not have just once.
func missingTargets(page string) (missing []string) {
	for _, m := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if strings.Count(page, ` id="`+m[1]+`"`) != 1 {
			missing = append(missing, m[1])
		}
	}
	return missing
}

// A page of many lines shows the weighty ones, the rest folded away, and every line once.
func TestChoose(t *testing.T) {
	rec := sample()
	day := func(d int) rapporteur.Date { return rapporteur.NewDate(2031, 5, d) }
	rec.Actors = append(rec.Actors, rapporteur.Actor{ID: "norvana", Name: "Norvana", Kind: rapporteur.State})
	for i := range 30 {
		p := rapporteur.Position{
			ID: fmt.Sprintf("s%d", i), Actor: "norvana", Stance: rapporteur.Rejects, Summary: fmt.Sprintf("clause %d", i),
			Date: rapporteur.On(day(1 + i%28)), Standing: rapporteur.Unattributed, Claims: []string{"c1.1"},
		}
		if i == 4 {
			p.Standing = rapporteur.OnTheRecord
		}
		rec.Positions = append(rec.Positions, p)
	}
	var b bytes.Buffer
	if err := Text(&b, rec, Options{Kept: true}); err != nil {
		t.Fatal(err)
	}
	for want, n := range map[string]int{"clause 4 ": 1, "Rejects: clause": limits["positions"], "and 22 more: rapporteur show positions": 1} {
		if got := strings.Count(b.String(), want); got != n {
			t.Errorf("%q: %d times, want %d, in\n%s", want, got, n, b.String())
		}
	}
	b.Reset()
	if err := HTML(&b, rec); err != nil {
		t.Fatal(err)
	}
	for _, p := range rec.Positions {
		if n := strings.Count(b.String(), `id="`+p.ID+`"`); n != 1 {
			t.Errorf("position %s: %d times", p.ID, n)
		}
	}
	if !strings.Contains(b.String(), "<summary>22 more</summary>") {
		t.Error("nothing is folded away")
	}
}

// Lines of a calendar end in CR LF, hold at most 75 bytes and whole characters (RFC 5545, section 3.1).
func TestCalendar(t *testing.T) {
	var b bytes.Buffer
	if err := Calendar(&b, sample()); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if !strings.HasSuffix(line, "\r\n") || len(line) > 77 || !utf8.ValidString(line) {
			t.Errorf("line %q", line)
		}
	}
	whole := strings.ReplaceAll(b.String(), "\r\n ", "")
	for _, want := range []string{"DTSTART;VALUE=DATE:20310505\r\n", "DTEND;VALUE=DATE:20310506\r\n", "LOCATION:Lund\r\n", `nothing\, it is said\;`, "STATUS:CONFIRMED"} {
		if !strings.Contains(whole, want) {
			t.Errorf("no %q in\n%s", want, whole)
		}
	}
}

// Every file of the CSV export has the fields that its descriptor promises, with
// the types, words, keys and references that it promises.
func TestCSV(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if err := CSV(dir, sample()); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	var pack packageJSON
	if err := json.Unmarshal(b, &pack); err != nil || len(pack.Resources) < 10 {
		t.Fatal(err, len(pack.Resources))
	}
	cells := map[string]map[string][]string{} // of tables, by column
	for _, r := range pack.Resources {
		f, err := os.Open(filepath.Join(dir, r.Path))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil || len(rows) == 0 || len(rows[0]) != len(r.Schema.Fields) {
			t.Errorf("%s: %v, %d rows", r.Path, err, len(rows))
			continue
		}
		cells[r.Name] = map[string][]string{}
		keys := map[string]bool{}
		for i, field := range r.Schema.Fields {
			if rows[0][i] != field.Name {
				t.Errorf("%s: column %q, descriptor has %q", r.Path, rows[0][i], field.Name)
			}
		}
		for _, row := range rows[1:] {
			key := ""
			for i, field := range r.Schema.Fields {
				cells[r.Name][field.Name] = append(cells[r.Name][field.Name], row[i])
				if !field.holds(row[i]) {
					t.Errorf("%s: %s is %q", r.Path, field.Name, row[i])
				}
				if slices.Contains(r.Schema.Key, field.Name) {
					key += row[i] + "\x00"
				}
			}
			if key != "" && keys[key] {
				t.Errorf("%s: two rows of one key: %q", r.Path, row)
			}
			keys[key] = true
		}
	}
	references := 0
	for _, r := range pack.Resources {
		for _, k := range r.Schema.Foreign {
			to := cmp.Or(k.Reference.Resource, r.Name)
			for _, id := range cells[r.Name][k.Fields] {
				if references++; id != "" && !slices.Contains(cells[to][k.Reference.Fields], id) {
					t.Errorf("%s: %s refers to %q, which %s has not", r.Name, k.Fields, id, to)
				}
			}
		}
	}
	if references < 5 {
		t.Errorf("%d references", references)
	}
}

// holds reports whether a cell is of the field's type.
func (f field) holds(cell string) bool {
	if cell == "" {
		return f.Constraints == nil || !f.Constraints.Required
	}
	if f.Constraints != nil && f.Constraints.Enum != nil && !slices.Contains(f.Constraints.Enum, cell) {
		return false
	}
	var err error
	switch f.Type {
	case "integer":
		_, err = strconv.Atoi(cell)
	case "number":
		_, err = strconv.ParseFloat(cell, 64)
	case "boolean":
		_, err = strconv.ParseBool(cell)
	case "date":
		_, err = time.Parse(time.DateOnly, cell)
	case "string":
	default:
		return false
	}
	return err == nil
}

// What a standing means stands in the page as in the documentation.
func TestMeanings(t *testing.T) {
	doc, err := os.ReadFile("../docs/commands.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range enums["standing"] {
		if row := "| `" + s + "` | " + meanings[rapporteur.Standing(s)] + " |\n"; !strings.Contains(string(doc), row) {
			t.Errorf("docs/commands.md has no row %q", row)
		}
	}
	if len(meanings) != len(enums["standing"]) {
		t.Errorf("%d meanings of %d standings", len(meanings), len(enums["standing"]))
	}
}

func TestWithin(t *testing.T) {
	day := func(m time.Month, d int) rapporteur.Date { return rapporteur.NewDate(2031, m, d) }
	for want, i := range map[string]rapporteur.Interval{
		"5 May 2031":                {From: day(5, 5), To: day(5, 5)},
		"5–7 May 2031":              {From: day(5, 5), To: day(5, 7)},
		"within 21–31 May 2031":     {From: day(5, 21), To: day(5, 31)},
		"May 2031":                  {From: day(5, 1), To: day(5, 31)},
		"within 5 May – 4 Jun 2031": {From: day(5, 5), To: day(6, 4)},
		"by 5 May 2031":             {To: day(5, 5)},
		"":                          {},
	} {
		if got := within(i); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A quotation that was cut keeps its marks in pairs; an inch or an apostrophe is no quotation.
func TestBalanced(t *testing.T) {
	for _, x := range [][2]string{
		{"travel “to any city", "travel “to any city”"},
		{`travel "to any city`, `travel "to any city"`},
		{"to any city” in May", "“to any city” in May"},
		{`to any city" in May`, `"to any city" in May`},
		{"“one” and “two”", "“one” and “two”"},
		{`"one" and 2" more`, `"one" and 2" more`},
		{"it’s ours", "it’s ours"},
		{"", ""},
	} {
		if got := balanced(x[0]); got != x[1] {
			t.Errorf("%s: %s, want %s", x[0], got, x[1])
		}
	}
}

func TestStance(t *testing.T) {
	for _, x := range []struct {
		of   string
		kind rapporteur.ActorKind
		s    rapporteur.Stance
		want string
	}{
		{"Norvana", rapporteur.State, rapporteur.Rejects, "rejects"},
		{"Estrel lawmakers", rapporteur.Group, rapporteur.Rejects, "reject"},
		{"Estrel lawmakers", rapporteur.Group, rapporteur.Flexible, "are flexible"},
		{"Estrel lawmakers", rapporteur.Group, rapporteur.Conditions, "set conditions"},
		{"Assembly Republicans", rapporteur.Organisation, rapporteur.Rejects, "reject"},
		{"opposition", rapporteur.Group, rapporteur.Reserves, "has reservations"},
		{"United Isles", rapporteur.State, rapporteur.Accepts, "accepts"},
	} {
		if got := stance(x.of, x.kind, x.s); got != x.want {
			t.Errorf("%s: %q, want %q", x.of, got, x.want)
		}
	}
}
