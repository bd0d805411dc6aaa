package record

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
)

// story is the number of reports on one negotiation in a generated dossier.
const story = 240

// generate makes a dossier of n reports with about thirty claims each: stories
// of one shape, with other names and later days, as a desk's archive would grow.
func generate(n int) (reports []rapporteur.Report, claims [][]rapporteur.Claim) {
	rng := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ba ker lo min tra ves on da ril su pen gor ha lim ten vo sar ek ul na dor")
	name := func(k int) string {
		var b strings.Builder
		for range k {
			b.WriteString(syllables[rng.IntN(len(syllables))])
		}
		return strings.ToUpper(b.String()[:1]) + b.String()[1:]
	}
	words := strings.Fields(`fleet vessels strait guns prisoners exchange schools courts amnesty customs border ferry inspectors monitors reactor
		sanctions assets tariffs quotas pensions wages language schools harbour islands treaty guarantees withdrawal elections police water
		power refugees property mines archives trains visas flights broadcasts textbooks fisheries forests`)
	sentence := func(k int) string {
		var b strings.Builder
		for range k {
			b.WriteString(words[rng.IntN(len(words))] + " ")
		}
		return strings.TrimSpace(b.String())
	}
	outlets := strings.Fields("Post MNA Courier Wire Radio Lantern Gazette Observer Herald Bulletin")
	start := rapporteur.NewDate(2001, 1, 1)
	var states, people, pool []string
	for i := range n {
		if i%story == 0 {
			states, people, pool = nil, nil, nil
			for range 3 {
				states = append(states, name(3)+"ia")
			}
			for range 14 {
				people = append(people, name(2)+" "+name(3))
			}
			for range 60 {
				pool = append(pool, sentence(7))
			}
		}
		day := start.AddDays(i / story * 20).AddDays(i % story / 3)
		r := rapporteur.Report{ID: fmt.Sprintf("r%06d", i), Outlet: outlets[rng.IntN(len(outlets))], Published: day}
		person := func() rapporteur.Mention {
			return rapporteur.Mention{Name: people[rng.IntN(len(people))], Kind: rapporteur.Person}
		}
		state := func() rapporteur.Mention {
			return rapporteur.Mention{Name: states[rng.IntN(2)], Kind: rapporteur.State}
		}
		var cs []rapporteur.Claim
		for j := range 32 {
			c := rapporteur.Claim{ID: fmt.Sprintf("c%06d.%d", i, j+1), Report: r.ID, Modality: rapporteur.Asserted, Reader: "bench"}
			switch rng.IntN(4) {
			case 0:
				c.Chain = []rapporteur.Source{{Name: person().Name, Type: rapporteur.PersonSource}}
			case 1:
				c.Chain = []rapporteur.Source{{Name: outlets[rng.IntN(len(outlets))], Type: rapporteur.OutletSource}, {Name: "an official", Type: rapporteur.AnonymousSource}}
			}
			switch {
			case j < 20:
				c.Kind = rapporteur.KindStatement
				c.Statement = &rapporteur.StatementClaim{Speaker: person(), Type: rapporteur.PersonSource, Words: sentence(14)}
			case j < 24:
				c.Kind = rapporteur.KindPoint
				c.Point = &rapporteur.PointClaim{Issue: words[rng.IntN(12)], By: []rapporteur.Mention{state()}, Status: rapporteur.Proposed, Summary: pool[rng.IntN(len(pool))]}
			case j < 26:
				c.Kind = rapporteur.KindPosition
				c.Position = &rapporteur.PositionClaim{Actor: state(), Stance: rapporteur.Demands, Summary: pool[rng.IntN(len(pool))]}
			case j < 28:
				c.Kind = rapporteur.KindMeeting
				c.When = rapporteur.On(day.AddDays(-rng.IntN(3)))
				if rng.IntN(3) == 0 {
					c.When = rapporteur.Interval{}
				}
				c.Meeting = &rapporteur.MeetingClaim{
					State: rapporteur.MeetingHeld, Place: []string{"Lund", "Port Calder", ""}[rng.IntN(3)],
					Participants: []rapporteur.Mention{person(), person()}, Parties: []rapporteur.Mention{{Name: states[0], Kind: rapporteur.State}, {Name: states[1], Kind: rapporteur.State}},
				}
			case j < 29:
				c.Kind = rapporteur.KindText
				c.Text = &rapporteur.TextClaim{Name: "draft", Sponsors: []rapporteur.Mention{{Name: states[2], Kind: rapporteur.State}}, Size: rapporteur.Size{Count: 10 + rng.IntN(4)*3, Unit: "point"}}
			case j < 31:
				c.Kind = rapporteur.KindRole
				k := rng.IntN(len(people))
				c.Role = &rapporteur.RoleClaim{Person: rapporteur.Mention{Name: people[k], Kind: rapporteur.Person}, Title: "envoy", Of: rapporteur.Mention{Name: states[k%3], Kind: rapporteur.State}}
			default:
				c.Kind = rapporteur.KindDeadline
				c.When = rapporteur.On(day.AddDays(10 - rng.IntN(5)))
				c.Deadline = &rapporteur.DeadlineClaim{State: "set", What: pool[rng.IntN(len(pool))]}
			}
			text := pool[rng.IntN(len(pool))] + " " + sentence(12) + ". "
			c.Span = rapporteur.Span{Start: len(r.Body), End: len(r.Body) + len(text) - 1}
			r.Body += text
			cs = append(cs, c)
		}
		reports, claims = append(reports, r), append(claims, cs)
	}
	return reports, claims
}

// sizes of dossiers that costs are told for.
var sizes = []int{100, 1000, 10000}

// BenchmarkBuild shows how the cost of a whole record grows with the dossier.
func BenchmarkBuild(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			reports, lists := generate(n)
			claims := slices.Concat(lists...)
			lists = nil
			b.ReportAllocs()
			for b.Loop() {
				Build(reports, claims, rapporteur.Date{})
			}
			reportMemory(b)
		})
	}
}

// BenchmarkAdd shows what it costs to add one report to a dossier and to have the
// record again: the newest, or one that comes late.
func BenchmarkAdd(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkAdd(b, n, func(i int) bool { return i >= n }) })
	}
	for _, n := range sizes {
		b.Run(fmt.Sprintf("late/%d", n), func(b *testing.B) { benchmarkAdd(b, n, func(i int) bool { return i%(n/50) == n/100 }) })
	}
}

// benchmarkAdd adds, one by one, the reports that are held back from a dossier.
func benchmarkAdd(b *testing.B, n int, held func(i int) bool) {
	reports, lists := generate(n + 50)
	var k *Keeper
	var coming []int
	var worst time.Duration
	for b.Loop() {
		if len(coming) == 0 {
			b.StopTimer()
			k = NewKeeper(rapporteur.Date{})
			var early []rapporteur.Report
			var claims []rapporteur.Claim
			for i := range reports {
				if held(i) {
					coming = append(coming, i)
				} else {
					early, claims = append(early, reports[i]), append(claims, lists[i]...)
				}
			}
			k.Add(early, claims)
			early, claims = nil, nil
			runtime.GC()
			b.StartTimer()
		}
		i := coming[0]
		coming = coming[1:]
		start := time.Now()
		k.Add(reports[i:i+1], lists[i])
		if rec := k.Record(); len(rec.Claims) == 0 {
			b.Fatal("nothing was kept")
		}
		worst = max(worst, time.Since(start))
	}
	b.ReportMetric(float64(worst.Milliseconds()), "ms-worst")
	reportMemory(b)
}

// reportMemory tells how much memory the process ever had of the system.
func reportMemory(b *testing.B) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB-peak")
}
