package record

import (
	"encoding/json"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rapporteur"
)

// Whatever the order in which reports and claims are added, and in whatever
// parts, the record is the one that is built of all of them.
func TestKeeper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports, claims := drawDossier(t)
		disturb(t, reports, claims)
		day := rapporteur.Date{}
		if rapid.IntRange(0, 4).Draw(t, "as of a day") == 0 {
			day = rapporteur.NewDate(2031, 5, rapid.IntRange(1, 13).Draw(t, "day"))
		}
		want := Build(reports, claims, day)
		reports, claims = rapid.Permutation(reports).Draw(t, "reports"), rapid.Permutation(claims).Draw(t, "claims")
		whole := rapid.Bool().Draw(t, "whole reports")
		k := NewKeeper(day)
		for len(reports)+len(claims) > 0 {
			n := rapid.IntRange(0, min(2, len(reports))).Draw(t, "more reports")
			some := reports[:n]
			var said []rapporteur.Claim
			if whole {
				for _, c := range claims {
					if slices.ContainsFunc(some, func(r rapporteur.Report) bool { return r.ID == c.Report }) {
						said = append(said, c)
					}
				}
				claims = slices.DeleteFunc(claims, func(c rapporteur.Claim) bool {
					return slices.ContainsFunc(said, func(o rapporteur.Claim) bool { return o.ID == c.ID })
				})
			} else {
				m := rapid.IntRange(0, min(9, len(claims))).Draw(t, "more claims")
				said, claims = claims[:m:m], claims[m:]
			}
			reports = reports[n:]
			k.Add(some, said)
			if rapid.Bool().Draw(t, "look") {
				check(t, k.Record())
			}
		}
		compare(t, k.Record(), want)
	})
}

// disturb makes of a dossier one that is harder to keep: pages that change under
// their address, names that many reports must settle, and weeks between reports.
func disturb(t *rapid.T, reports []rapporteur.Report, claims []rapporteur.Claim) {
	addresses := []string{"", "https://post.example/1", "https://mna.example/2"}
	edition := map[string]int{}
	pace := rapid.SampledFrom([]int{0, 0, 3, 20, 70}).Draw(t, "days between reports")
	for i := range reports {
		r := &reports[i]
		if !r.Published.IsZero() {
			r.Published = r.Published.AddDays(i * pace)
		}
		if r.URL = rapid.SampledFrom(addresses).Draw(t, "address"); r.URL != "" {
			r.Edition = edition[r.URL]
			edition[r.URL]++
		}
	}
	names := []string{
		"Norvana", "Norvanan officials", "Norvanan Foreign Ministry", "NFM", "Ministry", "Marrow", "Zhelev", "Mihail Zhelev", "Mikhail Jelev",
		"both sides", "the two delegations", "Harbour Post", "MNA", "MNA news agency", "Estrel", "Estreli", "Calder", "Ilse Calder", "the mediators",
	}
	kinds := []rapporteur.ActorKind{rapporteur.Person, rapporteur.State, rapporteur.Organisation, rapporteur.Group, rapporteur.Outlet}
	odd := func(m *rapporteur.Mention) {
		if m.Name != "" && rapid.IntRange(0, 3).Draw(t, "odd") == 0 {
			m.Name, m.Kind = rapid.SampledFrom(names).Draw(t, "name"), rapid.SampledFrom(kinds).Draw(t, "kind")
		}
	}
	all := func(ms []rapporteur.Mention) {
		for i := range ms {
			odd(&ms[i])
		}
	}
	for i := range claims {
		switch c := &claims[i]; {
		case c.Text != nil:
			all(c.Text.Sponsors)
			all(c.Text.Authors)
			if rapid.Bool().Draw(t, "renamed") {
				c.Text.Name = rapid.SampledFrom([]string{"Norvanan plan", "fisheries draft", "American plan", "harbour treaty"}).Draw(t, "text")
			}
		case c.Point != nil:
			all(c.Point.By)
			if rapid.IntRange(0, 3).Draw(t, "in text") == 0 {
				c.Point.Text = rapid.SampledFrom([]string{"Norvanan plan", "fisheries draft", "draft"}).Draw(t, "text")
			}
		case c.Position != nil:
			odd(&c.Position.Actor)
		case c.Meeting != nil:
			all(c.Meeting.Participants)
			all(c.Meeting.Parties)
		case c.Deadline != nil:
			odd(&c.Deadline.SetBy)
		case c.Statement != nil:
			odd(&c.Statement.Speaker)
			if rapid.IntRange(0, 3).Draw(t, "unnamed") == 0 {
				c.Statement.Type = rapporteur.AnonymousSource
			}
		case c.Role != nil:
			odd(&c.Role.Person)
			odd(&c.Role.Of)
			if rapid.IntRange(0, 3).Draw(t, "doubled") == 0 {
				c.Role.Title = rapid.SampledFrom([]string{"envoy and Zhelev aide", "aide to Ilse Calder", "Norvanan envoy"}).Draw(t, "title")
			}
		}
		for j := range claims[i].Chain {
			s := &claims[i].Chain[j]
			if s.Type == rapporteur.AnonymousSource && rapid.Bool().Draw(t, "of") {
				s.Of = rapid.SampledFrom(names).Draw(t, "whose")
			}
		}
	}
}

// compare fails with the first things that differ.
func compare(t interface{ Fatalf(string, ...any) }, got, want *rapporteur.Record) {
	lists := func(rec *rapporteur.Record) map[string]json.RawMessage {
		b, err := json.Marshal(rec)
		if err != nil {
			t.Fatalf("%v", err)
		}
		var m map[string]json.RawMessage
		json.Unmarshal(b, &m)
		return m
	}
	g, w := lists(got), lists(want)
	for _, kind := range []string{"Reports", "Claims", "Actors", "Origins", "Texts", "Points", "Positions", "Meetings", "Deadlines", "Statements", "Disputes"} {
		if string(g[kind]) == string(w[kind]) {
			continue
		}
		var x, y []json.RawMessage
		json.Unmarshal(g[kind], &x)
		json.Unmarshal(w[kind], &y)
		for i := range max(len(x), len(y)) {
			var a, b string
			if i < len(x) {
				a = string(x[i])
			}
			if i < len(y) {
				b = string(y[i])
			}
			if a != b {
				t.Fatalf("%s %d of %d, %d:\n%s\nwant\n%s", kind, i, len(x), len(y), a, b)
			}
		}
	}
}
