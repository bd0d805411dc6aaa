package claim

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/internal/linear"
)

// Training parameters of the holders' model, found by leaving out one negotiation after the other.
const (
	holderBits   = 16
	holderLeast  = 3 // times that a feature occurs at least
	holderRounds = 8
	holderRate   = 0.1
	holderClip   = 0.9999
)

// TrainHolders learns who holds the stands that predicates tell and returns the
// file of the model. It maximises the logarithm of the probability of the mentions
// of the right one, or of nobody where none of the candidates is right, by
// stochastic gradient ascent. Progress, if not nil, is told what is done.
func TrainHolders(marked []MarkedReport, progress func(string)) []byte {
	var lessons []holderLesson
	for i := range marked {
		lessons = append(lessons, holderLessons(&marked[i])...)
	}
	m, told := trainHolders(lessons)
	if progress != nil {
		progress(fmt.Sprintf("%d stands, loss %.4f in the last round", len(lessons), told))
	}
	return linear.Archive(m.Bytes())
}

// holderLesson is a stand with its candidates, and which of them hold it.
type holderLesson struct {
	all    []holding
	places [][]int32
	right  []bool
}

// holderLessons reads the stands of a marked report.
func holderLessons(m *MarkedReport) []holderLesson {
	var out []holderLesson
	r := markedReading(m)
	for i, t := range r.doc.Tokens {
		if !r.candidate(i) {
			continue
		}
		for _, mark := range m.Marks {
			if mark.At < t.Start || t.End <= mark.At || mark.Kind != rapporteur.KindPosition || mark.Who == "" || mark.Who == "-" {
				continue
			}
			l := holderLesson{all: r.candidateHolders(i, rapporteur.Stance(mark.Class))}
			for _, h := range l.all {
				l.right = append(l.right, r.marks(mark.Who, h.actors))
			}
			out = append(out, l)
		}
	}
	return out
}

// marks reports whether one of the names of a mark is one of the actors.
func (r *reading) marks(who string, actors []actor) bool {
	for w := range strings.SplitSeq(who, "+") {
		w = plainName(w)
		if slices.ContainsFunc(actors, func(a actor) bool {
			name := plainName(a.Name)
			return w != "" && (strings.Contains(name, w) || strings.Contains(w, name) || lastWord(name) == lastWord(w) || initials(name) == w || derives(name, w) || derives(w, name))
		}) {
			return true
		}
	}
	return false
}

func plainName(s string) string {
	return strings.TrimPrefix(strings.ToLower(strings.TrimSpace(strings.ReplaceAll(s, ".", ""))), "the ")
}

// initials returns "un" for "united nations", "" for a single word.
func initials(name string) string {
	var b strings.Builder
	words := strings.Fields(name)
	for _, w := range words {
		b.WriteByte(w[0])
	}
	if len(words) < 2 {
		return ""
	}
	return b.String()
}

func trainHolders(lessons []holderLesson) (*linear.Lanes, float64) {
	t := linear.NewLaneTrainer(holderBits)
	for _, l := range lessons {
		for _, h := range l.all {
			t.Count(h.keys)
		}
	}
	t.Settle(holderLeast)
	for n := range lessons {
		l := &lessons[n]
		for _, h := range l.all {
			l.places = append(l.places, t.Places(h.keys, nil))
		}
	}
	t.Rate = holderRate
	rng := rand.New(rand.NewPCG(6, 7))
	loss := 0.0
	for range holderRounds {
		loss = 0
		for _, n := range rng.Perm(len(lessons)) {
			l := &lessons[n]
			p := make([]float64, len(l.all))
			top := 0.0
			for k, places := range l.places {
				p[k] = float64(t.Score(places)[0])
				top = max(top, p[k])
			}
			sum, right := math.Exp(-top), 0.0
			for k := range p {
				p[k] = math.Exp(p[k] - top)
				sum += p[k]
				if l.right[k] {
					right += p[k]
				}
			}
			if !slices.Contains(l.right, true) {
				right = math.Exp(-top)
			}
			loss -= math.Log(right / sum)
			for k, places := range l.places {
				g := -p[k] / sum
				if l.right[k] {
					g += p[k] / right
				}
				t.Update(places, 0, float32(g))
			}
			t.Step()
		}
	}
	return t.Lanes(holderClip), loss / float64(max(1, len(lessons)))
}
