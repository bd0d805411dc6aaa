package claim

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/internal/linear"
	"rapporteur/internal/neural"
	"rapporteur/lang"
	"rapporteur/timex"
)

// MarkedReport is a report of which every line was marked by hand.
type MarkedReport struct {
	Report rapporteur.Report
	Marks  []Mark
	Origin string // of what was not written by the press: what is peculiar to it is not held for the manner of the press
}

// Mark is a line that is due to the predicate at a byte of a report's body.
type Mark struct {
	At    int
	Kind  rapporteur.Kind
	Class string // status, stance or state
	Who   string // whose stand it is, who bears the provision: names with "+" between them; "" or "-" for nobody
}

// TrainPredicates learns which lines are due to which predicates and returns the
// file of the model. Progress, if not nil, is told what is done.
func TrainPredicates(marked []MarkedReport, progress func(string)) []byte {
	tell := func(format string, args ...any) {
		if progress != nil {
			progress(fmt.Sprintf(format, args...))
		}
	}
	var samples []predicateSample
	lost := 0
	for i := range marked {
		some, missed := samplesOf(&marked[i])
		samples = append(samples, some...)
		lost += missed
	}
	due := 0
	for _, s := range samples {
		if s.kind >= 0 {
			due++
		}
	}
	tell("%d predicates of %d reports, %d of them with a line; %d marks on words that are no predicates", len(samples), len(marked), due, lost)
	kinds, classes := trainLinear(samples)
	tell("linear part trained")
	net := trainNet(samples, 1, tell)
	table := kinds.Bytes()
	for _, c := range classes {
		table = append(table, c.Bytes()...)
	}
	keys, weights := net.bytes()
	return linear.Archive(table, keys, weights)
}

// predicateSample is one predicate as the trainers see it.
type predicateSample struct {
	traits
	kind, class int     // indices in predicateKinds and predicateClasses, -1 for none
	rows        []int32 // of its traits in the network's table
}

// markedReading reads a marked report up to its clauses.
func markedReading(m *MarkedReport) *reading {
	doc := mended(lang.Analyze(Prose(m.Report.Body)))
	times := timex.Find(doc, m.Report.Published)
	said := attribution.Find(doc, attribution.Options{Outlet: m.Report.Outlet})
	agenda := ChooseAgenda([]rapporteur.Report{m.Report})
	return newReading(m.Report, repair(doc), spans(doc, months(doc, times), m.Report.Published), said, agenda)
}

// samplesOf reads a marked report. It counts the marks that stand on no candidate.
func samplesOf(m *MarkedReport) (samples []predicateSample, lost int) {
	r := markedReading(m)
	s := r.setting()
	lost = len(m.Marks)
	for i, t := range r.doc.Tokens {
		if !r.candidate(i) {
			continue
		}
		x := predicateSample{kind: -1, class: -1}
		s.traits(&x.traits, i)
		if m.Origin != "" {
			x.strange(symbolOf(m.Origin), s.values[i], symbolOf(r.upos(i)), s.groups[i][1], s.sentences[r.sent[i]].holds, symbolOf(r.rel(i)), symbolOf(r.sense(i)))
		}
		for _, mark := range m.Marks {
			if mark.At < t.Start || t.End <= mark.At {
				continue
			}
			x.kind = slices.Index(predicateKinds[:], mark.Kind)
			class := mark.Class
			if a := akin[class]; a != "" {
				class = a
			}
			if x.kind >= 0 {
				x.class = slices.Index(predicateClasses[x.kind], class)
			}
			lost--
		}
		samples = append(samples, x)
	}
	return samples, lost
}

// strange adds features for where a report comes from, joined with the commonest
// of the others: they take up what is peculiar to it (Daumé, ACL 2007). No report
// that is read has them.
func (t *traits) strange(origin symbol, values ...symbol) {
	t.keys = t.keys[:min(len(t.keys), mostFeatures-1-len(values))]
	t.one(200, origin)
	for n, v := range values {
		t.one(201+n, origin, v)
	}
}

// Training parameters of the linear part, found by cross-validation on the marked reports.
const (
	linearBits       = 18
	linearBitsClass  = 16
	linearLeast      = 2
	linearRounds     = 8
	linearRate       = 0.1
	linearDrop       = 0.2 // of the features of an example
	linearClip       = 0.9999
	linearNegligible = 1e-3 // gradients below are not followed
)

// trainLinear learns the logistic regressions of kinds and, for each kind, of its classes.
func trainLinear(samples []predicateSample) (kinds *linear.Lanes, classes [kindCount]*linear.Lanes) {
	all := make([]laneExample, len(samples))
	var by [kindCount][]laneExample
	for i, s := range samples {
		keys := s.keys[:min(len(s.keys), mostFeatures)]
		all[i] = laneExample{keys: keys, lane: s.kind}
		if s.kind >= 0 && s.class >= 0 {
			by[s.kind] = append(by[s.kind], laneExample{keys: keys, lane: s.class})
		}
	}
	kinds = trainLanes(all, linearBits, kindCount, false)
	for k := range classes {
		classes[k] = trainLanes(by[k], linearBitsClass, len(predicateClasses[k]), true)
	}
	return kinds, classes
}

// laneExample is what a logistic regression learns from.
type laneExample struct {
	keys   []uint32
	places []int32
	lane   int // -1 for none
}

// trainLanes learns a logistic regression for each lane; exclusive ones exclude one another.
func trainLanes(examples []laneExample, bits, lanes int, exclusive bool) *linear.Lanes {
	t := linear.NewLaneTrainer(bits)
	for _, e := range examples {
		t.Count(e.keys)
	}
	t.Settle(linearLeast)
	for i := range examples {
		examples[i].places = t.Places(examples[i].keys, nil)
	}
	t.Rate = linearRate
	rng := rand.New(rand.NewPCG(3, 4))
	var some []int32
	for range linearRounds {
		for _, n := range rng.Perm(len(examples)) {
			e := &examples[n]
			some = some[:0]
			for _, p := range e.places {
				if rng.Float64() >= linearDrop {
					some = append(some, p)
				}
			}
			score := t.Score(some)
			p := score[:lanes]
			if exclusive {
				softmax(p)
			} else {
				for l, v := range p {
					p[l] = sigmoid(v)
				}
			}
			for l, v := range p {
				g := -v
				if e.lane == l {
					g++
				}
				if g > linearNegligible || g < -linearNegligible {
					t.Update(some, l, g)
				}
			}
			t.Step()
		}
	}
	return t.Lanes(linearClip)
}

func sigmoid(x float32) float32 { return 1 / (1 + neural.Exp(-x)) }

func softmax(row []float32) {
	top, all := slices.Max(row), float32(0)
	for i, v := range row {
		row[i] = neural.Exp(v - top)
		all += row[i]
	}
	for i := range row {
		row[i] /= all
	}
}
