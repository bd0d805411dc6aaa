package claim

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"rapporteur"
	"rapporteur/lang"
)

// Agenda is a list of issues a negotiation may turn on. The files under agenda/
// hold one each; peace.toml explains their notation.
type Agenda struct {
	Code   string
	Name   string
	Issues []Issue

	signals []signal // words that call for this agenda
}

// Issue is one matter of an agenda.
type Issue struct {
	Code string
	Name string
	PAX  []string // codes of the PA-X peace agreements database that cover it

	signals []signal
}

// Other is the issue of a point that no agenda knows.
const Other = "other"

//go:embed agenda/*.toml
var agendaFiles embed.FS

// agendas decodes the files once, the general agenda last.
var agendas = sync.OnceValue(func() []*Agenda {
	entries, err := agendaFiles.ReadDir("agenda")
	if err != nil {
		panic(err)
	}
	var all []*Agenda
	for _, e := range entries {
		var file struct {
			Code, Name string
			Signals    []string
			Issue      []struct {
				Code, Name string
				PAX        []string
				Words      []string
			}
		}
		if _, err := toml.DecodeFS(agendaFiles, "agenda/"+e.Name(), &file); err != nil {
			panic(fmt.Sprintf("read agenda %s: %v", e.Name(), err))
		}
		a := &Agenda{Code: file.Code, Name: file.Name, signals: signals(file.Signals)}
		for _, i := range file.Issue {
			a.Issues = append(a.Issues, Issue{i.Code, i.Name, i.PAX, signals(i.Words)})
		}
		all = append(all, a)
	}
	slices.SortStableFunc(all, func(a, b *Agenda) int {
		return cmp.Or(cmp.Compare(flag(a.Code == General), flag(b.Code == General)), cmp.Compare(a.Code, b.Code))
	})
	return all
})

// General is the code of the agenda whose issues any negotiation may turn on.
const General = "general"

// Agendas returns all agendas, the general one last.
func Agendas() []*Agenda { return slices.Clone(agendas()) }

// AgendaByName returns the agenda of that code, nil where there is none.
func AgendaByName(code string) *Agenda {
	for _, a := range agendas() {
		if a.Code == code {
			return a
		}
	}
	return nil
}

// ChooseAgenda returns the agenda that fits most of the reports, the general one
// where none fits any. A report speaks for the agenda whose words it uses most, so
// that a few reports on other news, or one very long one, do not decide. Where
// equally many speak for two, the words of all decide. The order of reports makes
// no difference.
func ChooseAgenda(reports []rapporteur.Report) *Agenda {
	all := agendas()
	votes, total := make([]int, len(all)), make([]float64, len(all))
	for _, r := range reports {
		words := plainWords(r.Title + "\n" + r.Body)
		// A hundred words of ordinary news hold one or two of the weakest signals.
		best, most := -1, float64(len(words))/150
		for i, a := range all {
			used := 0.0
			for _, s := range a.signals {
				used += s.weight * float64(s.count(words))
			}
			total[i] += used
			if used > most {
				best, most = i, used
			}
		}
		if best >= 0 {
			votes[best]++
		}
	}
	best := AgendaByName(General)
	for i, n := 0, 0; i < len(all); i++ {
		if votes[i] > n || n > 0 && votes[i] == n && total[i] > total[slices.Index(all, best)] {
			best, n = all[i], votes[i]
		}
	}
	return best
}

// signal is a phrase that speaks for an issue; all of its parts must stand there.
type signal struct {
	parts  [][]string // each a run of lemmas; a trailing "*" stands for any ending
	weight float64
	starts starts // of all its words: a text whose words lack one of these does not have it
}

// starts is a set of beginnings of words, a bit of 256 for the first three letters.
type starts [4]uint64

func (s *starts) add(w string) {
	if len(w) < 3 {
		return
	}
	h := (uint(w[0])*31+uint(w[1]))*31 + uint(w[2])
	s[h/64%4] |= 1 << (h % 64)
}

// within reports whether all of s are in t.
func (s *starts) within(t *starts) bool {
	return s[0]&^t[0]|s[1]&^t[1]|s[2]&^t[2]|s[3]&^t[3] == 0
}

func signals(list []string) []signal {
	out := make([]signal, 0, len(list))
	for _, s := range list {
		phrase, weight, ok := strings.Cut(s, " =")
		sig := signal{weight: 1}
		if ok {
			w, err := strconv.ParseFloat(strings.TrimSpace(weight), 64)
			if err != nil {
				panic(fmt.Sprintf("read agenda signal %q: want a number after =", s))
			}
			sig.weight = w
		}
		for part := range strings.SplitSeq(phrase, " + ") {
			words := strings.Fields(part)
			for _, w := range words {
				sig.starts.add(strings.TrimSuffix(w, "*"))
			}
			sig.parts = append(sig.parts, words)
		}
		out = append(out, sig)
	}
	return out
}

// word is one word in the two forms that a signal may have it.
type word struct{ lemma, form string }

func (w word) is(pattern string) bool {
	if p, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(w.form, p) || strings.HasPrefix(w.lemma, p)
	}
	return w.lemma == pattern || w.form == pattern
}

// count returns how often the signal's first part stands there, 0 unless all parts do.
func (s *signal) count(text []word) int {
	n := 0
	for i, part := range s.parts {
		found := 0
		for at := 0; at+len(part) <= len(text); at++ {
			hit := true
			for k, p := range part {
				if !text[at+k].is(p) {
					hit = false
					break
				}
			}
			if hit {
				found++
				if i > 0 {
					break
				}
			}
		}
		if found == 0 {
			return 0
		}
		if i == 0 {
			n = found
		}
	}
	return n
}

// plainWords cuts text without a reader, for the choice of an agenda before any
// report is read. A plural's s is taken for an ending.
func plainWords(text string) []word {
	fields := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r != '-' && r != '\'' && r != '’' && (r < '0' || r > '9' && r < 'a' || r > 'z' && r < 0xc0)
	})
	out := make([]word, len(fields))
	for i, f := range fields {
		lemma := strings.TrimSuffix(f, "s")
		if strings.HasSuffix(f, "ies") {
			lemma = strings.TrimSuffix(f, "ies") + "y"
		}
		out[i] = word{lemma, f}
	}
	return out
}

// docWords returns the words of ranges of a text; hyphenated words are given
// once in pieces and once whole, as the signals may have either.
func docWords(doc *lang.Doc, ranges ...lang.Range) []word {
	var out []word
	for _, r := range ranges {
		for i := r.Start; i < r.End; i++ {
			form := doc.Form(i)
			if form == "-" || form == "–" || form == "," || form == "\"" || form == "“" || form == "”" {
				continue
			}
			lower := strings.ToLower(form)
			lemma := strings.ToLower(doc.Tokens[i].Lemma)
			if lemma == "" {
				lemma = lower
			}
			out = append(out, word{lemma, lower})
		}
		for i := r.Start + 1; i+1 < r.End; i++ {
			if doc.Form(i) == "-" {
				whole := strings.ToLower(doc.Form(i-1) + "-" + doc.Form(i+1))
				out = append(out, word{whole, whole})
			}
		}
	}
	return out
}

// issues returns the codes of the issues that the words speak for, the strongest
// first; the general agenda is asked where the chosen one knows none.
func (a *Agenda) issues(text []word) []string {
	type hit struct {
		code  string
		score float64
	}
	var have starts
	for _, w := range text {
		have.add(w.lemma)
		have.add(w.form)
	}
	for _, agenda := range []*Agenda{a, AgendaByName(General)} {
		if agenda == nil {
			continue
		}
		var hits []hit
		for _, issue := range agenda.Issues {
			score := 0.0
			for n := range issue.signals {
				s := &issue.signals[n]
				if s.starts.within(&have) && s.count(text) > 0 {
					score += s.weight
				}
			}
			if score >= 1 {
				hits = append(hits, hit{issue.Code, score})
			}
		}
		if len(hits) == 0 {
			continue
		}
		slices.SortStableFunc(hits, func(x, y hit) int { return cmp.Compare(y.score, x.score) })
		var codes []string
		for _, h := range hits {
			if h.score*2.5 >= hits[0].score && len(codes) < 4 {
				codes = append(codes, h.code)
			}
		}
		return codes
	}
	return nil
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
