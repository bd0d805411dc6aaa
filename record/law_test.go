package record

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rapporteur"
)

// drawDossier draws reports of a small negotiation with claims of all kinds, few
// enough names and days that much of it meets.
func drawDossier(t *rapid.T) (reports []rapporteur.Report, claims []rapporteur.Claim) {
	pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	start := rapporteur.NewDate(2031, 5, 1)
	day := func(label string) rapporteur.Date { return start.AddDays(rapid.IntRange(0, 12).Draw(t, label)) }
	interval := func(label string) rapporteur.Interval {
		switch rapid.IntRange(0, 3).Draw(t, label+" known") {
		case 0:
			return rapporteur.Interval{}
		case 1:
			d := day(label)
			return rapporteur.Interval{From: d, To: d.AddDays(rapid.IntRange(1, 20).Draw(t, label+" days"))}
		}
		return rapporteur.On(day(label))
	}
	person := func() rapporteur.Mention {
		return rapporteur.Mention{Kind: rapporteur.Person, Name: pick("person", "Ilse Marrow", "Marrow", "Jens Marrow", "Yuri Petrenko", "Yury Petrenko", "Jan Okoye", "J.D. Crane", "JD Crane", "Jan Okoy", "Ilse Marow", "Dušan Obrad", "Dushan Obrad", "Obrad Dusan", "Ana Ortega Ruiz", "Ana Ortega", "Ortega")}
	}
	party := func() rapporteur.Mention {
		return rapporteur.Mention{Kind: rapporteur.State, Name: pick("party", "Norvana", "Norvanan government", "Estrel", "Kyiv", "Kiev", "EU", "European Union", "Marrow government", "Okoye's team")}
	}
	several := func(f func() rapporteur.Mention) (out []rapporteur.Mention) {
		for range rapid.IntRange(0, 3).Draw(t, "several") {
			out = append(out, f())
		}
		return out
	}
	sources := []rapporteur.Source{
		{Name: "two officials", Type: rapporteur.AnonymousSource},
		{Name: "Harbour Post", Type: rapporteur.OutletSource},
		{Name: "Ilse Marrow", Type: rapporteur.PersonSource},
		{Name: "media reports", Type: rapporteur.GroupSource},
		{Name: "an Estreli official", Type: rapporteur.AnonymousSource, Of: "Estrel"},
		{Name: "MNA", Type: rapporteur.OutletSource},
	}
	summaries := []string{
		"cap its fleet at 40 vessels for ten years", "cap its fleet at 40 vessels", "release all prisoners", "exchange of all prisoners",
		"open the strait to all ships", "withdraw its guns 20 km from the strait",
	}
	for i := range rapid.IntRange(1, 8).Draw(t, "reports") {
		r := rapporteur.Report{ID: fmt.Sprintf("r%d", i), Outlet: pick("outlet", "Harbour Post", "MNA", "Radio Lund", "")}
		if rapid.IntRange(0, 9).Draw(t, "dated") > 0 {
			r.Published = day("published")
		}
		for j := range rapid.IntRange(0, 8).Draw(t, "claims") {
			c := rapporteur.Claim{
				ID: fmt.Sprintf("c%d.%d", i, j), Report: r.ID, Modality: rapporteur.Asserted, When: interval("when"),
				Background: rapid.IntRange(0, 5).Draw(t, "background") == 0,
			}
			if rapid.IntRange(0, 6).Draw(t, "modal") == 0 {
				c.Modality = rapid.SampledFrom([]rapporteur.Modality{rapporteur.Denied, rapporteur.Hedged, rapporteur.Planned, rapporteur.Conditional}).Draw(t, "modality")
			}
			for range rapid.IntRange(0, 2).Draw(t, "chain") {
				c.Chain = append(c.Chain, rapid.SampledFrom(sources).Draw(t, "source"))
			}
			switch rapid.IntRange(0, 7).Draw(t, "kind") {
			case 0:
				c.Kind = rapporteur.KindText
				c.Text = &rapporteur.TextClaim{
					Name: pick("text", "draft", "peace plan", "counter-proposal", ""), Sponsors: several(party),
					Authors: several(party), NotAuthors: several(party), Agreed: rapid.IntRange(0, 3).Draw(t, "agreed"),
					Size: rapporteur.Size{Count: rapid.IntRange(0, 3).Draw(t, "size") * 4, Unit: pick("unit", "article", "document")},
				}
				if c.Text.Size.Count > 0 && c.Text.Size.Unit == "article" && rapid.Bool().Draw(t, "cut") {
					c.Text.CutFrom = c.Text.Size.Count + 4
				}
			case 1:
				c.Kind = rapporteur.KindPoint
				c.Point = &rapporteur.PointClaim{
					Issue: pick("issue", "armed-forces", "prisoners"), By: several(party), Summary: pick("summary", summaries...),
					Status: rapid.SampledFrom([]rapporteur.Status{rapporteur.Proposed, rapporteur.Agreed, rapporteur.Open, rapporteur.Dropped}).Draw(t, "status"),
				}
			case 2:
				c.Kind = rapporteur.KindPosition
				c.Position = &rapporteur.PositionClaim{
					Actor: party(), Stance: rapid.SampledFrom([]rapporteur.Stance{rapporteur.Accepts, rapporteur.Rejects}).Draw(t, "stance"),
					On: pick("on", "text", "point", ""), Summary: pick("summary", summaries...),
				}
			case 3:
				c.Kind = rapporteur.KindMeeting
				c.Meeting = &rapporteur.MeetingClaim{
					Place: pick("place", "Lund", "Port Calder", "Kyiv", ""), Participants: several(person), Parties: several(party),
					Absent: several(person), Minutes: rapid.IntRange(0, 2).Draw(t, "length") * 100, Format: pick("format", "", "phone", "summit"),
					State:   rapid.SampledFrom([]rapporteur.MeetingState{rapporteur.MeetingHeld, rapporteur.MeetingUnderWay, rapporteur.MeetingPlanned, rapporteur.MeetingCancelled, rapporteur.MeetingNotPlanned}).Draw(t, "state"),
					Journey: rapid.IntRange(0, 3).Draw(t, "journey") == 0,
					Sides:   rapid.IntRange(0, 3).Draw(t, "sides") == 0,
				}
			case 4:
				c.Kind = rapporteur.KindDeadline
				c.Deadline = &rapporteur.DeadlineClaim{State: pick("state", "set", "missed"), SetBy: party(), For: several(party), What: pick("summary", summaries...)}
			case 5:
				c.Kind = rapporteur.KindStatement
				c.Statement = &rapporteur.StatementClaim{Speaker: person(), Type: rapid.SampledFrom([]rapporteur.SourceType{rapporteur.PersonSource, rapporteur.AnonymousSource}).Draw(t, "type"), Words: pick("summary", summaries...), Direct: rapid.Bool().Draw(t, "direct")}
			case 6:
				c.Kind = rapporteur.KindNaming
				c.Naming = &rapporteur.NamingClaim{Who: several(person)}
			default:
				c.Kind = rapporteur.KindRole
				c.Role = &rapporteur.RoleClaim{Person: person(), Title: pick("title", "foreign minister", "envoy"), Of: party(), Former: rapid.IntRange(0, 5).Draw(t, "former") == 0}
			}
			words := fmt.Sprintf("%s %s %d. ", c.Kind, pick("words", "the delegates met again in the small town by the sea for many hours", "the draft was read aloud twice by the clerk before the doors were closed"), j%3)
			c.Span = rapporteur.Span{Start: len(r.Body), End: len(r.Body) + len(words) - 1}
			if j > 0 && rapid.IntRange(0, 4).Draw(t, "answers") == 0 {
				c.Answers = &rapporteur.Answer{Span: claims[len(claims)-1].Span, Denies: rapid.Bool().Draw(t, "denies")}
			}
			if c.Role == nil && c.Naming == nil && rapid.IntRange(0, 2).Draw(t, "thesis") == 0 {
				x := rapporteur.Thesis{Act: pick("act", "meet", "attack", "reject", ""), Matter: pick("matter", "prisoners at the strait", "guns of the fleet", "the prisoners and the guns")}
				switch pick("who", "person", "party", "") {
				case "person":
					x.Who = person().Name
				case "party":
					x.Who = party().Name
				}
				if x.Act == "" {
					x.Count, x.Unit = float64(rapid.IntRange(1, 2).Draw(t, "count")*40), "vessel"
					x.Words = fmt.Sprintf("%v vessels", x.Count)
				} else {
					x.Not = rapid.Bool().Draw(t, "not")
				}
				c.Theses = []rapporteur.Thesis{x}
			}
			r.Body += words
			claims = append(claims, c)
		}
		reports = append(reports, r)
	}
	return reports, claims
}

// The record does not depend on the order of reports and claims, nor on reports given twice.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports, claims := drawDossier(t)
		want := Build(reports, claims, rapporteur.Date{})
		check(t, want)
		shuffled, mixed := rapid.Permutation(reports).Draw(t, "reports"), rapid.Permutation(claims).Draw(t, "claims")
		shuffled = append(shuffled, shuffled[0])
		mixed = append(mixed, claims...)
		if got := Build(shuffled, mixed, rapporteur.Date{}); !reflect.DeepEqual(got, want) {
			t.Fatalf("the order of reports changes the record:\n%v\n%v", describe(got), describe(want))
		}
	})
}

// The record as of a day is the record of the reports published by then, and a
// later day knows every claim that an earlier one knew.
func TestAsOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports, claims := drawDossier(t)
		day := rapporteur.NewDate(2031, 5, rapid.IntRange(1, 13).Draw(t, "day"))
		early := slices.DeleteFunc(slices.Clone(reports), func(r rapporteur.Report) bool { return r.Published.IsZero() || r.Published.After(day) })
		got, want := Build(reports, claims, day), Build(early, claims, rapporteur.Date{})
		want.AsOf = day
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("as of %s:\n%v\n%v", day, describe(got), describe(want))
		}
		later := Build(reports, claims, day.AddDays(3))
		for _, c := range got.Claims {
			if !slices.ContainsFunc(later.Claims, func(o *rapporteur.Claim) bool { return o.ID == c.ID }) {
				t.Fatalf("%s was known on %s and is not any more", c.ID, day)
			}
		}
	})
}

// Nothing changed between a record and itself, and every change from nothing is an addition.
func TestChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports, claims := drawDossier(t)
		rec := Build(reports, claims, rapporteur.Date{})
		if c := Changes(rec, rec); len(c) > 0 {
			t.Fatalf("a record differs from itself: %v", c)
		}
		for _, c := range Changes(&rapporteur.Record{}, rec) {
			if c.Change != rapporteur.Addition {
				t.Fatalf("%v from nothing", c)
			}
		}
	})
}

// Two people with different given names never are one, nor are those of different family names.
func TestPeopleApart(t *testing.T) {
	for _, c := range []struct {
		a, b string
		one  bool
	}{
		{"Ilse Marrow", "Jens Marrow", false},
		{"Mihail Zhelev", "Mikhail Jelev", true},
		{"Yuri Dashenko", "Yury Dashchenko", true},
		{"Volodymyr Zelenskyy", "Vladimir Zelensky", true},
		{"Yuri Ushakov", "Yury Ushakov", true},
		{"J.D. Vance", "JD Vance", true},
		{"J. D. Vance", "James David Vance", true},
		{"Steve Witkoff", "Steven Witkoff", true},
		{"Xi Jinping", "Li Jinping", false},
		{"Xi Jinping", "Xi Mingze", false},
		{"Kim Jong-un", "Kim Jong Un", true},
		{"Kim Jong-un", "Kim Jong-il", false},
		{"Kim Darroch", "Darroch", true},
		{"Donald Trump", "Donald Trump Jr.", false},
		{"Ursula von der Leyen", "von der Leyen", true},
		{"Abdel Fattah el-Sisi", "Abdel Fattah al-Sisi", true},
		{"Michael Johnson", "Michael Johnston", false},
		{"Serhiy Kyslytsia", "Sergiy Kyslytsya", true},
		{"Andriy Yermak", "Andrei Ermak", true},
		{"Mohammed bin Salman", "Mohammad bin Salman", true},
		{"Mohammed bin Salman", "Mohammed bin Zayed", false},
		{"Angela Merkel", "Angela Markel", false},
		{"Liu He", "Liu Kun", false},
		{"Emmanuel Macron", "Brigitte Macron", false},
		{"Sergey Lavrov", "Sergei Lavrov", true},
		{"Maria Zakharova", "Mariya Zakharova", true},
		{"John Smith", "Jon Smith", false},
		{"Michel Barnier", "Michael Barnier", true},
		{"Robert Lighthizer", "Bob Lighthizer", true},
		{"George W. Bush", "George H. W. Bush", false},
		{"Paolo Verreno", "Paola Verreno", false},
		{"Jürgen Moorkamp", "Juergen Moorkamp", true},
		{"Bjørn Østgaard", "Bjorn Oestgard", true},
	} {
		if got := samePerson(c.a, c.b) != ""; got != c.one {
			t.Errorf("%s and %s: one is %v, want %v (%v, %v)", c.a, c.b, got, c.one, readPerson(c.a), readPerson(c.b))
		}
	}
}
