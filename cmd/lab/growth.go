package main

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode"

	"rapporteur"
	"rapporteur/claim"
	"rapporteur/eval"
	"rapporteur/press"
	"rapporteur/record"
)

// growth measures what the record costs as a dossier grows: dossiers of 100, 1,000 …
// up to most reports, made of those of some paths. Once these are used up they come
// again, as many days later as they span and with other names (see shifted). Of each
// dossier the record is built at once, which is told in seconds of processor time
// and by the clock; then one of all but the last reports is kept, to which these are
// added one by one, the newest last.
func growth(paths []string, most int) (eval.Scores, error) {
	batch := press.Read(paths, nil)
	reports := slices.DeleteFunc(batch.Reports, func(r rapporteur.Report) bool { return r.Published.IsZero() })
	if len(reports) == 0 {
		return nil, fmt.Errorf("measure growth on %s: no report with a date in it; give streams of reports (.jsonl)", strings.Join(paths, ", "))
	}
	slices.SortStableFunc(reports, func(x, y rapporteur.Report) int { return x.Published.Compare(y.Published) })
	agenda := claim.ChooseAgenda(reports)
	claims := make([][]rapporteur.Claim, len(reports))
	for i, r := range reports {
		claims[i] = claim.Read(r, agenda)
	}
	var s eval.Scores
	for n := 100; n <= most; n *= 10 {
		measure(&s, n, reports, claims)
	}
	return s, nil
}

// added is how many reports are added one by one.
const added = 200

// measure tells what a dossier of n reports costs.
func measure(s *eval.Scores, n int, reports []rapporteur.Report, claims [][]rapporteur.Claim) {
	empty := heap()
	dossier, read := archive(n+added, reports, claims)
	given := slices.Concat(read[:n]...)
	before := heap()
	clock, start := time.Now(), spent()
	whole := record.Build(dossier[:n], given, rapporteur.Date{})
	tell := func(name string, value float64) { s.Add(fmt.Sprintf("%d reports: %s", n, name), value) }
	tell("built, s of processor", (spent() - start).Seconds())
	tell("built, s", time.Since(clock).Seconds())
	tell("claims", float64(len(whole.Claims)))
	tell("reports and claims, MB", before-empty)
	tell("the record of them, MB", heap()-before)
	runtime.KeepAlive(whole)
	whole = nil

	k := record.NewKeeper(rapporteur.Date{})
	k.Add(dossier[:n], given)
	k.Record()
	runtime.GC()
	var times []time.Duration
	for i := n; i < n+added; i++ {
		start := time.Now()
		k.Add(dossier[i:i+1], read[i])
		k.Record()
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	total := time.Duration(0)
	for _, t := range times {
		total += t
	}
	tell("one more, ms, mean", milliseconds(total/added))
	tell("one more, ms, median", milliseconds(times[added/2]))
	tell("one more, ms, worst", milliseconds(times[added-1]))
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// heap returns the memory that is in use, in MB.
func heap() float64 {
	runtime.GC()
	runtime.GC() // pools outlive the first
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}

// archive makes a dossier of n reports of those given, in order of their days.
func archive(n int, reports []rapporteur.Report, claims [][]rapporteur.Claim) ([]rapporteur.Report, [][]rapporteur.Claim) {
	span := reports[len(reports)-1].Published.Sub(reports[0].Published) + 7
	span += (7 - span%7) % 7 // the days of the week stay
	names := namedWords(reports, claims)
	var dossier []rapporteur.Report
	var read [][]rapporteur.Claim
	for i := range n {
		k, i := i/len(reports), i%len(reports)
		x := shifted{days: k * span, turn: k, names: names}
		r := x.of(reflect.ValueOf(reports[i])).Interface().(rapporteur.Report)
		cs := x.of(reflect.ValueOf(claims[i])).Interface().([]rapporteur.Claim)
		r.ID = fmt.Sprintf("%sx%d", reports[i].ID, k)
		r.URL = fmt.Sprintf("%s?%d", reports[i].URL, k)
		for j := range cs {
			cs[j].Report = r.ID
			cs[j].ID = fmt.Sprintf("c%s.%d", r.ID[1:], j+1)
		}
		dossier, read = append(dossier, r), append(read, cs)
	}
	return dossier, read
}

// namedWords returns the words of names that are never written small: "Marrow", not "Ministry".
func namedWords(reports []rapporteur.Report, claims [][]rapporteur.Claim) map[string]bool {
	small, named := map[string]bool{}, map[string]bool{}
	for _, r := range reports {
		for w := range strings.FieldsFuncSeq(r.Body, notLetter) {
			if unicode.IsLower(rune(w[0])) {
				small[w] = true
			}
		}
	}
	for _, cs := range claims {
		for i := range cs {
			for _, list := range cs[i].Named() {
				for _, m := range list {
					for w := range strings.FieldsFuncSeq(m.Name, notLetter) {
						if len(w) > 2 && unicode.IsUpper(rune(w[0])) && !small[strings.ToLower(w)] {
							named[w] = true
						}
					}
				}
			}
		}
	}
	return named
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// shifted tells a story anew: all days are some days later, and in the words of
// names vowels stand for vowels and consonants for consonants, so many places on
// in the alphabet, so that nothing that counts bytes changes.
type shifted struct {
	days, turn int
	names      map[string]bool
}

var day = reflect.TypeFor[rapporteur.Date]()

// of returns a deep copy of a value with days and plain strings shifted.
func (x shifted) of(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch {
	case v.Type() == day:
		out.Set(reflect.ValueOf(v.Interface().(rapporteur.Date).AddDays(x.days)))
	case v.Type() == reflect.TypeFor[string]():
		out.SetString(x.words(v.String()))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(x.of(v.Field(i)))
		}
	case v.Kind() == reflect.Slice && !v.IsNil():
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(x.of(v.Index(i)))
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(x.of(v.Elem()))
	default:
		out.Set(v)
	}
	return out
}

// words shifts the words of names in a text.
func (x shifted) words(s string) string {
	if x.turn == 0 || !strings.ContainsFunc(s, unicode.IsUpper) {
		return s
	}
	out := []byte(s)
	start := -1
	for i, r := range s + " " {
		switch {
		case !notLetter(r) && start < 0:
			start = i
		case notLetter(r) && start >= 0:
			if x.names[s[start:i]] {
				for j := start; j < i; j++ {
					out[j] = turned(out[j], x.turn)
				}
			}
			start = -1
		}
	}
	return string(out)
}

// turned returns the letter so many places on among the vowels or the consonants, in
// the case that it has; what is no letter of ASCII stays.
func turned(c byte, places int) byte {
	for _, letters := range []string{"aeiou", "bcdfghjklmnpqrstvwxyz", "AEIOU", "BCDFGHJKLMNPQRSTVWXYZ"} {
		if i := strings.IndexByte(letters, c); i >= 0 {
			return letters[(i+places)%len(letters)]
		}
	}
	return c
}
