package claim

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"rapporteur"
)

// Agenda is a list of issues a negotiation may turn on. The files under agenda/
// hold one each; peace.toml explains their notation.
type Agenda struct {
	Code   string
	Name   string
	Issues []Issue

	signals []signal                  // words that call for this agenda
	by      [startCount][]issueSignal // signals of its issues, by the beginning of a word that each has
	short   []issueSignal             // those of which no word has a beginning
}

// issueSignal is a signal by its place in an agenda.
type issueSignal struct{ issue, signal int }

// Issue is one matter of an agenda.
type Issue struct {
	Code string
	Name string
	PAX  []string // codes of the PA-X peace agreements database that cover it

	like    []string // issues of the general agenda whose signals are signals of this one too
	agenda  string   // the agenda that tells this issue of the general one more exactly
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
				Like       []string
				Agenda     string
			}
		}
		if _, err := toml.DecodeFS(agendaFiles, "agenda/"+e.Name(), &file); err != nil {
			panic(fmt.Sprintf("read agenda %s: %v", e.Name(), err))
		}
		a := &Agenda{Code: file.Code, Name: file.Name, signals: signals(file.Signals)}
		for _, i := range file.Issue {
			a.Issues = append(a.Issues, Issue{i.Code, i.Name, i.PAX, i.Like, i.Agenda, signals(i.Words)})
		}
		all = append(all, a)
	}
	slices.SortStableFunc(all, func(a, b *Agenda) int {
		return cmp.Or(cmp.Compare(flag(a.Code == General), flag(b.Code == General)), cmp.Compare(a.Code, b.Code))
	})
	for _, a := range all[:len(all)-1] {
		a.inherit(all[len(all)-1])
	}
	for _, a := range all {
		a.index()
	}
	return all
})

// inherit gives the issues of an agenda the signals of those general ones that
// they are like, but for the weak ones and for what is a signal of another issue of
// the agenda already.
func (a *Agenda) inherit(general *Agenda) {
	taken := words{}
	for _, i := range a.Issues {
		for _, s := range i.signals {
			taken[s.phrase] = true
		}
	}
	for n := range a.Issues {
		for _, code := range a.Issues[n].like {
			from := slices.IndexFunc(general.Issues, func(i Issue) bool { return i.Code == code })
			if from < 0 {
				panic(fmt.Sprintf("read agenda %s: issue %s is like %s, which the general agenda does not have", a.Code, a.Issues[n].Code, code))
			}
			for _, s := range general.Issues[from].signals {
				if s.weight >= leastGeneral && !taken[s.phrase] {
					a.Issues[n].signals = append(a.Issues[n].signals, s)
				}
			}
		}
	}
}

// index files the signals of all issues by the beginning of a word.
func (a *Agenda) index() {
	for i := range a.Issues {
		for n := range a.Issues[i].signals {
			at := issueSignal{i, n}
			if s := a.Issues[i].signals[n].starts; len(s) > 0 {
				a.by[slices.Min(s)] = append(a.by[slices.Min(s)], at)
			} else {
				a.short = append(a.short, at)
			}
		}
	}
}

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
// equally many speak for two, the words of all decide; and all reports together
// must use its words often enough, lest one that strays decides for many that fit
// none. The order of reports makes no difference.
func ChooseAgenda(reports []rapporteur.Report) *Agenda {
	all := agendas()
	votes, total := make([]int, len(all)), make([]float64, len(all))
	length := 0
	for _, r := range reports {
		words := plainWords(r.Title + "\n" + r.Body)
		have := startsOf(words)
		length += len(words)
		// A hundred words of ordinary news hold one or two of the weakest signals.
		best, most := -1, float64(len(words))/150
		for i, a := range all {
			used := 0.0
			for _, s := range a.signals {
				if !have.hasAll(s.starts) {
					continue
				}
				n, _ := s.find(words)
				used += s.weight * float64(n)
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
	if at := slices.Index(all, best); total[at] < float64(length)/sparse {
		return AgendaByName(General)
	}
	return best
}

// sparse is in how many words of all reports the signals of an agenda must weigh 1 at least.
const sparse = 330

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
		out[i] = word{lemma: lemma, form: f, weight: 1}
	}
	return out
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
